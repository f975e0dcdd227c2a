"""How the events of one kind of stream are read. A format does no I/O and no timing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from .._errors import APIError
    from .._failures.detail import ErrorDetail

Fields = dict[str, Any]


class EventFormat(Protocol):
    """Reads the events of one stream by the rules of its kind. One instance per stream."""

    result: str
    """What the events add up to, for error messages: `completion`."""
    failure: APIError | None
    """An error after which more of the stream is read, because its usage can follow."""
    is_ended: bool
    """Whether the last event was read. Nothing has to follow, not even an end mark."""

    @property
    def is_complete(self) -> bool:
        """Whether the body may end without an end mark."""
        ...

    def accept(self, value: Fields, /) -> bool:
        """Reads an event of the usual form, for speed. Returns False for one that needs checks or repairs."""
        ...

    def find_error(self, value: Any) -> tuple[Any, ErrorDetail] | None:
        """The part of an event that contains its error, and the error; None if it has none."""
        ...

    def to_failure(self, error: APIError, value: Any, has_begun: bool) -> APIError | None:
        """The error to raise for an event with an error; None if the event is read as well."""
        ...

    def read(self, value: Fields, /) -> Fields:
        """Reads a JSON object as an event. Raises StreamError `malformed`."""
        ...

    def read_whole(self, response: Fields, /) -> list[Fields]:
        """The events of a response that was not streamed."""
        ...

    def check_end(self) -> bool:
        """Whether the response is complete when the end mark arrives. Raises StreamError `malformed`."""
        ...
