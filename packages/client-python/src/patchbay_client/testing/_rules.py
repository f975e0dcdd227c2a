"""Rules, replies, faults and scenarios of the mock server, in the spelling of its control API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypedDict

Headers: TypeAlias = Mapping[str, str | float | Sequence[str]]
"""Headers of a response. A list sends the header once for each value."""


class _RegexFlags(TypedDict, total=False):
    flags: str


class Regex(_RegexFlags):
    """A JavaScript regular expression with flags such as `i`."""

    regex: str


WrittenText: TypeAlias = str | Regex
"""A substring or a regular expression."""


class Match(TypedDict, total=False):
    """Conditions on a request. A request must meet all of them."""

    operation: str
    model: str
    userMessage: WrittenText
    turn: int
    toolResult: bool | WrittenText
    headers: Mapping[str, WrittenText | None]
    apiKey: str
    body: Mapping[str, Any]


class PlainFault(TypedDict):
    """`connection_refused`: the port refuses the connection. `missing_done`: a stream without its last event.

    `invalid_tool_arguments`: tool arguments that are not valid JSON.
    """

    kind: Literal["connection_refused", "missing_done", "invalid_tool_arguments"]


class _Place(TypedDict, total=False):
    afterEvents: int
    afterBytes: int


class PlacedFault(_Place):
    """`connection_reset` resets the connection, by default before the headers. `truncated` ends the body early."""

    kind: Literal["connection_reset", "truncated"]


class _StallOptions(_Place, total=False):
    ms: float


class StallFault(_StallOptions):
    """The response stalls, by default after one event and until the end. `ms`: milliseconds until the rest is sent."""

    kind: Literal["stall"]


class _ConnectionClosedOptions(TypedDict, total=False):
    ms: float


class ConnectionClosedFault(_ConnectionClosedOptions):
    """The connection is closed after the complete response, although the response announces that it stays open."""

    kind: Literal["connection_closed"]


class _KeepAliveOptions(TypedDict, total=False):
    count: int
    everyMs: float


class KeepAliveCommentsFault(_KeepAliveOptions):
    """Sends comments before the first event of a stream. Default: 3 without a delay."""

    kind: Literal["keep_alive_comments"]


class _ErrorOptions(TypedDict, total=False):
    status: int
    message: str


class _MidStreamErrorOptions(_ErrorOptions, total=False):
    afterEvents: int


class MidStreamErrorFault(_MidStreamErrorOptions):
    """A stream ends with an error, by default with the code 502 after one event."""

    kind: Literal["mid_stream_error"]


class ErrorIn200Fault(_ErrorOptions):
    """An error with HTTP status 200, by default with the code 502, also for a stream."""

    kind: Literal["error_in_200"]


class _MalformedJsonOptions(TypedDict, total=False):
    afterEvents: int


class MalformedJsonFault(_MalformedJsonOptions):
    """A body, or a stream event after a number of events (default: 1), that is not valid JSON."""

    kind: Literal["malformed_json"]


class _WrongContentTypeOptions(TypedDict, total=False):
    value: str


class WrongContentTypeFault(_WrongContentTypeOptions):
    """A different content type. Default: `text/html`."""

    kind: Literal["wrong_content_type"]


class _LeadingWhitespaceOptions(TypedDict, total=False):
    text: str


class LeadingWhitespaceFault(_LeadingWhitespaceOptions):
    """Whitespace before the body."""

    kind: Literal["leading_whitespace"]


class UsageFault(TypedDict):
    """The usage is missing or, in a stream, sent twice."""

    kind: Literal["usage"]
    how: Literal["missing", "duplicate"]


class FinishReasonFault(TypedDict):
    """A different finish reason."""

    kind: Literal["finish_reason"]
    value: str | None


class OversizedEventFault(TypedDict):
    """A body, or a stream event, with a number of additional bytes."""

    kind: Literal["oversized_event"]
    bytes: int


Fault: TypeAlias = (
    PlainFault
    | PlacedFault
    | StallFault
    | ConnectionClosedFault
    | KeepAliveCommentsFault
    | MidStreamErrorFault
    | ErrorIn200Fault
    | MalformedJsonFault
    | WrongContentTypeFault
    | LeadingWhitespaceFault
    | UsageFault
    | FinishReasonFault
    | OversizedEventFault
)
"""A fault that the server injects into a response."""


class _Sending(TypedDict, total=False):
    headers: Headers
    delay: float
    fault: Fault | Sequence[Fault]


class _ToolCallOptions(TypedDict, total=False):
    arguments: Any
    id: str


class ToolCall(_ToolCallOptions):
    """A tool call that the model requests. `arguments`: any JSON; a string is sent unchanged. Default: `{}`."""

    name: str


class _ProviderErrorOptions(TypedDict, total=False):
    errorType: str
    retryAfterMs: float


class ProviderError(_ProviderErrorOptions):
    """How a provider fails."""

    status: int
    message: str


class ModelReply(_Sending, total=False):
    """The model's reply. With `error` and without content, the server tries the next endpoint."""

    content: str
    reasoning: str
    toolCalls: Sequence[ToolCall]
    images: Sequence[str]
    annotations: Sequence[Mapping[str, Any]]
    finishReason: str
    nativeFinishReason: str
    error: ProviderError


class _FailureOptions(_Sending, total=False):
    message: str


class FailureReply(_FailureOptions):
    """An error of the API with its documented body. `status` is 400 to 599."""

    status: int


class StatusReply(_Sending):
    """A status from 200 to 399 with the body `{}`."""

    status: int


class _BodyOptions(_Sending, total=False):
    status: int


class BodyReply(_BodyOptions):
    """A response with any JSON as its body. `status` is 200 by default."""

    body: Any


class RawChunk(TypedDict, total=False):
    """A chunk of a raw response. `gap`: milliseconds before it."""

    text: str
    base64: str
    gap: float


class RawResponse(TypedDict, total=False):
    """The exact status, headers and bytes of a response."""

    status: int
    headers: Headers
    text: str
    base64: str
    chunks: Sequence[str | RawChunk]
    split: Literal["event", "line", "byte"] | int | Sequence[int]
    gap: float
    end: Literal["end", "cut", "stall", "reset"]


class _RawOptions(TypedDict, total=False):
    delay: float


class RawReply(_RawOptions):
    """A response that the server sends byte by byte, for testing parsers."""

    raw: RawResponse


Reply: TypeAlias = str | ModelReply | FailureReply | StatusReply | BodyReply | RawReply
"""What happens. A string is the model's reply. With `status` or `body`, the API itself responds and no model runs."""


class _RuleOptions(TypedDict, total=False):
    name: str
    match: Match
    on: Match
    times: int
    probability: float


class Rule(_RuleOptions):
    """Defines the response to matching requests. Several replies are used in order."""

    reply: Reply | Sequence[Reply]


ProviderState: TypeAlias = Literal["up", "degraded", "down", "rate_limited", "slow", "invalid_tool_calls"]
"""`degraded`: 30% of the requests fail, 10% of the others are interrupted. `slow`: ten times slower."""


ProviderStateInterval = TypedDict(
    "ProviderStateInterval",
    {"state": ProviderState, "from": float, "to": float},
    total=False,
)
"""A state during an interval, in milliseconds since the server started."""


class Scenario(TypedDict, total=False):
    """The state that a session starts with. An omitted field has the server's own value."""

    rules: Sequence[Rule]
    providers: Mapping[str, ProviderState | Sequence[ProviderStateInterval]]
    credits: float
    defaultReply: Literal["prose", "echo", "tool_calls"]
    strict: bool
    seed: int
    tokenDelay: float
