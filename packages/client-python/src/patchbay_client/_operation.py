"""The shapes of the data that `generated/operations.py` contains: one `Operation` for each operation of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

Authentication: TypeAlias = Literal["inference", "management", "optional"]

ResponseShape: TypeAlias = "Mapping[str, ResponseShape] | tuple[ResponseShape] | None"
"""The fields of a usable response.

A mapping is an object with these fields, a tuple of one shape a list of such items, None any other value that is not
null. A name that ends with `?` may be absent or null.
"""


class StreamInfo(NamedTuple):
    """How an operation streams."""

    verb: str
    """The name of the streaming method, such as `stream`."""
    accumulator: str
    """How the events add up to the response: `chat`, `responses` or `messages`."""
    event: str
    """The model of an event: `<topic>.<Name>` below `generated/models`, such as `chat.ChatCompletionChunk`."""
    done: str | None = None
    """The last `data:` payload, which is not JSON. None if the stream ends with its last event."""
    type_field: str | None = None
    """The field of an event that contains its type, which is also the SSE event name."""
    terminal_events: tuple[str, ...] = ()
    """The types of the events after which the response is complete. Empty if only `done` ends the stream."""
    error_events: Mapping[str, str] = {}
    """Type of an event that reports a failure → path of the error in it; an empty path is the event itself."""


class PaginationInfo(NamedTuple):
    """The parameters and response fields that page a list. A dot leads into an object, as in `links.next`."""

    style: Literal["offset"]
    offset: str
    items: str
    limit: str | None = None
    total: str | None = None
    next: str | None = None
    page: str = ""
    """The model of a page of `Patchbay`, a `SyncPage` and the response model: `<topic>.<Name>`."""
    async_page: str = ""
    """The model of a page of `AsyncPatchbay`, an `AsyncPage` and the response model: `<topic>.<Name>`."""


class ParseInfo(NamedTuple):
    """How a second verb requests output that matches a schema, and where the output is."""

    verb: str
    kind: Literal["chat", "responses"]
    """Which API: decides where the schema goes in the request and where the text is in the response."""


class Operation(NamedTuple):
    """One operation: everything that the client needs to send a request and to read its response."""

    id: str
    """Its name in the contract, such as `chat.completions.create`."""
    method: str
    path: str
    """The path below the base URL, with `{name}` for each path parameter."""
    model: str
    """The model of the response: `<topic>.<Name>` below `generated/models`, such as `chat.ChatCompletion`."""
    shape: ResponseShape
    """The fields without which a response is unusable."""
    auth: Authentication = "inference"
    path_parameters: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    """Names of the query parameters. All other input is body."""
    separators: Mapping[str, str] = {}
    """Query parameter → the text between several values. A list for any other parameter repeats the parameter."""
    headers: Mapping[str, str] = {}
    """Input name → header, for header parameters that are keywords of the method (`x-option`)."""
    has_body: bool = False
    idempotent: bool = False
    """Whether the same request may be sent again when the outcome of the first one is unknown."""
    pollable: bool = False
    """Whether a 404 can mean that the resource is not available yet, so that `poll=True` waits for it."""
    stream: StreamInfo | None = None
    pagination: PaginationInfo | None = None
    parse: ParseInfo | None = None
