# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Any, Literal, TypeAlias

from ..._models import Model as BaseModel
from .annotations import Annotation, AssistantAudio, AssistantImage
from .errors import ErrorDetail
from .reasoning import ReasoningDetail
from .routing import RoutingMetadata
from .tools import ToolCall
from .usage import Usage


class AlignmentResult(BaseModel):
    """The result of the plugin `alignment`. Beta; fields may change."""

    calls: list[dict[str, Any]]
    """One record for each message that was checked, in order."""


class ChatCompletionMessage(BaseModel):
    """The message that the model generated. It can be sent back unchanged as an `assistant` message."""

    role: Literal["assistant"]
    """Always `assistant`."""
    content: str | None
    """The text; None if the model only called tools."""
    refusal: str | None = None
    """The model's refusal message."""
    reasoning: str | None = None
    """The reasoning as plain text."""
    reasoning_details: list[ReasoningDetail] | None = None
    """The reasoning details. Send them back unchanged."""
    tool_calls: list[ToolCall] | None = None
    """The tool calls that the model requested."""
    images: list[AssistantImage] | None = None
    """Images that the model generated."""
    audio: AssistantAudio | None = None
    """Audio that the model generated."""
    annotations: list[Annotation] | None = None
    """Citations and parsed files."""


FinishReason: TypeAlias = Literal["stop", "length", "tool_calls", "content_filter", "error"] | str
"""Why the model stopped generating, normalized across providers.

- `stop`: The model finished or reached a stop sequence.
- `length`: The completion reached the token limit.
- `tool_calls`: The model requested tool calls.
- `content_filter`: The provider's content filter intervened.
- `error`: Generation failed before the end.
"""


class TopLogprob(BaseModel):
    """One of the most likely tokens at a position."""

    token: str
    """The token."""
    logprob: float
    """Log probability (natural logarithm) of the token."""
    bytes: list[int] | None
    """The token's UTF-8 bytes."""


class TokenLogprob(BaseModel):
    """A token with its log probability."""

    token: str
    """The token."""
    logprob: float
    """Log probability (natural logarithm) of the token."""
    bytes: list[int] | None
    """The token's UTF-8 bytes."""
    top_logprobs: list[TopLogprob]
    """The most likely tokens at this position."""


class Logprobs(BaseModel):
    """Log probabilities of the tokens."""

    content: list[TokenLogprob] | None
    """Tokens of the content."""
    refusal: list[TokenLogprob] | None = None
    """Tokens of the refusal."""


class ChatCompletionChoice(BaseModel):
    """One completion."""

    index: int
    """Index of the choice."""
    message: ChatCompletionMessage
    """The message that the model generated."""
    finish_reason: FinishReason | None
    """Why the model stopped generating."""
    native_finish_reason: str | None = None
    """The provider's own finish reason."""
    logprobs: Logprobs | None = None
    """Log probabilities of the tokens, if requested."""
    error: ErrorDetail | None = None
    """The error that interrupted the completion, with `finish_reason: error`."""


class SafeguardResult(BaseModel):
    """The result of the plugin `armor`."""

    type: str
    """The kind of check, such as `dangerous_tool_use`."""
    status: dict[str, Any]
    """The results by the id of the tool call, in `tool_uses`."""


class ChatCompletion(BaseModel):
    """A complete chat completion."""

    id: str
    """Id of the generation, `gen-…`. Pass it to `GET /generation` for tokens, cost and timings."""
    object: Literal["chat.completion"]
    """Always `chat.completion`."""
    created: int
    """Creation time, in Unix seconds."""
    model: str
    """The model that produced the completion, after aliases, routers and fallbacks."""
    provider: str | None = None
    """Display name of the provider that served the request."""
    choices: list[ChatCompletionChoice]
    """The completions. One, unless the provider returns several."""
    system_fingerprint: str | None
    """Identifies the provider's backend configuration."""
    service_tier: str | None = None
    """The service tier that served the request."""
    usage: Usage | None = None
    """Token counts and cost."""
    openrouter_metadata: RoutingMetadata | None = None
    """How the request was routed, if the request asked for it."""
    alignment: AlignmentResult | None = None
    """The result of the plugin `alignment`."""
    safeguard_results: list[SafeguardResult] | None = None
    """The results of the plugin `armor`, if it checked tool calls."""
    error: ErrorDetail | None = None
    """An error that occurred after the status was sent. Check it before `choices`."""


class FunctionCallDelta(BaseModel):
    """The next piece of a function call."""

    name: str | None = None
    """Display name."""
    arguments: str | None = None
    """The next piece of the JSON string."""


class ToolCallDelta(BaseModel):
    """A piece of a tool call. The first piece of an `index` contains the id and the name; later pieces continue the
    arguments.
    """

    index: int
    """Index of the tool call."""
    id: str | None = None
    """Id of the tool call."""
    type: Literal["function"] | None = None
    """Always `function`."""
    function: FunctionCallDelta | None = None
    """The next piece of the function call."""


class ChunkDelta(BaseModel):
    """The new content of a completion. Concatenate the strings of successive chunks."""

    role: Literal["assistant"] | None = None
    """Always `assistant`; in the first chunk."""
    content: str | None = None
    """The next piece of the text."""
    refusal: str | None = None
    """The next piece of the refusal."""
    reasoning: str | None = None
    """The next piece of the reasoning."""
    reasoning_details: list[ReasoningDetail] | None = None
    """The next pieces of the reasoning details; pieces of one detail share an `index`."""
    tool_calls: list[ToolCallDelta] | None = None
    """The next pieces of the tool calls."""
    images: list[AssistantImage] | None = None
    """Images that the model generated."""
    audio: AssistantAudio | None = None
    """The next piece of the audio."""
    annotations: list[Annotation] | None = None
    """Citations and parsed files."""


class ChunkChoice(BaseModel):
    """The next piece of one completion."""

    index: int
    """Index of the choice."""
    delta: ChunkDelta
    """The new content."""
    finish_reason: FinishReason | None
    """Why the model stopped generating; None until then."""
    native_finish_reason: str | None = None
    """The provider's own finish reason."""
    logprobs: Logprobs | None = None
    """Log probabilities of the new tokens."""
    error: ErrorDetail | None = None
    """The error, as some providers report it."""


class ChunkDebug(BaseModel):
    """Debug output."""

    echo_upstream_body: dict[str, Any] | None = None
    """The request body sent to the provider."""


class ChatCompletionChunk(BaseModel):
    """One chunk of a streamed completion. All chunks share one `id`. The last chunk contains the usage, with or without
    a choice. A chunk with `error` ends the stream, whatever its choices contain.
    """

    id: str
    """Id of the generation, `gen-…`."""
    object: Literal["chat.completion.chunk"]
    """Always `chat.completion.chunk`."""
    created: int
    """Creation time, in Unix seconds."""
    model: str
    """The model that produces the completion."""
    provider: str | None = None
    """Display name of the provider that serves the request."""
    choices: list[ChunkChoice]
    """The next piece of each completion; empty in some chunks."""
    system_fingerprint: str | None = None
    """Identifies the provider's backend configuration. Absent rather than None."""
    service_tier: str | None = None
    """The service tier that serves the request."""
    usage: Usage | None = None
    """Token counts and cost; in the last chunk."""
    openrouter_metadata: RoutingMetadata | None = None
    """How the request was routed, if the request asked for it; in the last chunk."""
    alignment: AlignmentResult | None = None
    """The result of the plugin `alignment`."""
    safeguard_results: list[SafeguardResult] | None = None
    """The results of the plugin `armor`, if it checked tool calls."""
    debug: ChunkDebug | None = None
    """The request body sent to the provider, if the request asked for it; in the first chunk."""
    error: ErrorDetail | None = None
    """The error that interrupted the completion."""
