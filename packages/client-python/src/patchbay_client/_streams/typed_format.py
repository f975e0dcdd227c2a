# Data of the wire has any type until it is checked.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Reads the events of a stream whose events have a type.

Which of them end it and which of them report an error is data of the contract. Unknown events are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .._errors import APIError, StreamError
from .._failures.detail import RESEND, ErrorDetail, detail_of
from .._failures.show import as_object

if TYPE_CHECKING:
    from .._operation import StreamInfo
    from .format import Fields


class TypedFormat:
    """Reads typed events. `last_field` is the field of the last event without which it is malformed."""

    def __init__(
        self,
        stream: StreamInfo,
        result: str,
        read_whole: Callable[[Fields], list[Fields]],
        last_field: str | None = None,
    ) -> None:
        self.result = result
        self.failure: APIError | None = None
        self.is_ended = False
        self._read_whole = read_whole
        self._stream = stream
        self._type_field = stream.type_field or "type"
        self._special = frozenset((*stream.terminal_events, *stream.error_events, "ping", "error"))
        self._last_field = last_field
        # The last event, until one has a type. A stream without such an event has another format.
        self._without_type: Fields | None = None
        self._has_type = False

    @property
    def is_complete(self) -> bool:
        return self.is_ended

    def accept(self, value: Fields, /) -> bool:
        """Every event that neither fails nor ends the stream is used as it came."""
        kind = value.get(self._type_field)
        if type(kind) is not str or kind in self._special:
            return False
        self._has_type = True
        return True

    def find_error(self, value: Any) -> tuple[Any, ErrorDetail] | None:
        kind = self._type_of(value)
        if kind is None:
            # Gateways send errors without a type.
            detail = detail_of(value)
            return None if detail is None else (value, detail)
        # An event can have an `error` of its own, such as that of a tool.
        path = self._stream.error_events.get(kind)
        if path is None:
            return None
        holder: Any = value
        for name in path.split(".")[:-1]:
            holder = (as_object(holder) or {}).get(name)
        detail = detail_of(holder)
        if detail is not None:
            return holder, detail
        text = "The API reported a failure without a reason"
        return {"error": text}, ErrorDetail(500, text)

    def to_failure(self, error: APIError, value: Any, has_begun: bool) -> APIError | None:
        # A failed event can contain the response so far. In place of the first event, it is all that arrived.
        if not has_begun and error.body is not value:
            error.partial = error.body
        return error

    def read(self, value: Fields, /) -> Fields:
        kind = self._type_of(value)
        if kind is not None:
            self._has_type = True
            if kind in self._stream.terminal_events:
                self._end(kind, value)
        elif not self._has_type:
            self._without_type = value
        return value

    def read_whole(self, response: Fields, /) -> list[Fields]:
        return self._read_whole(response)

    def _end(self, kind: str, value: Fields) -> None:
        name = self._last_field
        if name is not None and not isinstance(value.get(name), (dict, list)):
            raise StreamError("malformed", f"The event {kind} has no `{name}`. {RESEND}", body=value)
        self.is_ended = True

    def check_end(self) -> bool:
        if self._without_type is not None and not self._has_type:
            field = self._stream.type_field
            message = f"The stream ended and no event had a `{field}`. {RESEND}"
            raise StreamError("malformed", message, body=self._without_type)
        return self.is_ended

    def _type_of(self, value: Any) -> str | None:
        kind = value.get(self._stream.type_field) if type(value) is dict else None
        return kind if isinstance(kind, str) else None
