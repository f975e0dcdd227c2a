# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Annotated, Literal, TypeAlias

from ..._models import Model as BaseModel, Tagged, UnknownTag
from .messages_citations import TextCitation
from .messages_content import ContentBlock
from .messages_errors import MessagesError
from .messages_response import (
    AppliedContextManagement,
    MessagesCacheCreation,
    MessagesContainer,
    MessagesOutputTokensDetails,
    MessagesResponse,
    MessagesServerToolUse,
    MessagesStopDetails,
    MessagesStopReason,
    MessagesUsageIteration,
)
from .routing import RoutingMetadata
from .usage import CostDetails


class CitationsDelta(BaseModel):
    """A citation to append to `citations`."""

    type: Literal["citations_delta"]
    """Always `citations_delta`."""
    citation: TextCitation
    """The citation."""


class CompactionDelta(BaseModel):
    """The summary of a compaction block."""

    type: Literal["compaction_delta"]
    """Always `compaction_delta`."""
    content: str | None
    """The summary."""
    encrypted_content: str | None = None
    """The provider's data."""


class TextDelta(BaseModel):
    """Text to append to `text`."""

    type: Literal["text_delta"]
    """Always `text_delta`."""
    text: str
    """The text."""


class InputJsonDelta(BaseModel):
    """A piece of the arguments of a tool call. Concatenate the pieces and parse the result as JSON at
    `content_block_stop`; no pieces or empty ones mean `{}`.
    """

    type: Literal["input_json_delta"]
    """Always `input_json_delta`."""
    partial_json: str
    """The piece."""


class ThinkingDelta(BaseModel):
    """Thinking to append to `thinking`."""

    type: Literal["thinking_delta"]
    """Always `thinking_delta`."""
    thinking: str
    """The thinking."""
    estimated_tokens: int | None = None
    """Thinking tokens so far, estimated, if the request asked for it."""


class SignatureDelta(BaseModel):
    """The signature of a thinking block. It replaces `signature`."""

    type: Literal["signature_delta"]
    """Always `signature_delta`."""
    signature: str
    """The signature."""


class UnknownContentBlockDelta(BaseModel):
    """A piece of another type."""

    type: UnknownTag
    """The type."""


ContentBlockDelta: TypeAlias = Annotated[
    TextDelta
    | InputJsonDelta
    | ThinkingDelta
    | SignatureDelta
    | CitationsDelta
    | CompactionDelta
    | UnknownContentBlockDelta,
    Tagged(
        "type",
        {
            "text_delta": TextDelta,
            "input_json_delta": InputJsonDelta,
            "thinking_delta": ThinkingDelta,
            "signature_delta": SignatureDelta,
            "citations_delta": CitationsDelta,
            "compaction_delta": CompactionDelta,
        },
        UnknownContentBlockDelta,
    ),
]
"""A piece of a content block."""


class ContentBlockDeltaEvent(BaseModel):
    """A piece of a content block."""

    type: Literal["content_block_delta"]
    """Always `content_block_delta`."""
    index: int
    """Index of the block in `content`, from 0."""
    delta: ContentBlockDelta
    """The piece."""


class ContentBlockStartEvent(BaseModel):
    """A content block begins."""

    type: Literal["content_block_start"]
    """Always `content_block_start`."""
    index: int
    """Index of the block in `content`, from 0."""
    content_block: ContentBlock
    """The block. Text, thinking and the arguments of tool calls are empty and follow as deltas; other blocks are
    complete.
    """


class ContentBlockStopEvent(BaseModel):
    """A content block is complete."""

    type: Literal["content_block_stop"]
    """Always `content_block_stop`."""
    index: int
    """Index of the block in `content`, from 0."""


class MessageDelta(BaseModel):
    """Changed fields of a message."""

    stop_reason: MessagesStopReason | None
    """Why the model stopped."""
    stop_sequence: str | None
    """The stop sequence that ended the response."""
    stop_details: MessagesStopDetails | None = None
    """Why the model refused."""
    container: MessagesContainer | None = None
    """The container of the code execution tool."""


class MessageDeltaUsage(BaseModel):
    """The final usage. A count that is None or absent is that of `message_start`."""

    input_tokens: int | None = None
    """Input tokens that were neither read from nor written to the prompt cache."""
    output_tokens: int
    """Output tokens, including thinking."""
    cache_creation: MessagesCacheCreation | None = None
    """Tokens written to the prompt cache by time to live."""
    cache_creation_input_tokens: int | None = None
    """Tokens written to the prompt cache."""
    cache_read_input_tokens: int | None = None
    """Tokens read from the prompt cache."""
    output_tokens_details: MessagesOutputTokensDetails | None = None
    """Output tokens by kind."""
    server_tool_use: MessagesServerToolUse | None = None
    """Number of server tool calls."""
    iterations: list[MessagesUsageIteration] | None = None
    """Usage of each model call, if the provider made several."""
    cost: float | None = None
    """Amount deducted from the credits, in USD. With your own provider key (BYOK), only the fee."""
    is_byok: bool | None = None
    """Whether your own provider key was used (BYOK)."""
    cost_details: CostDetails | None = None
    """What the provider charged."""


class MessageDeltaEvent(BaseModel):
    """Changes of the message after its content."""

    type: Literal["message_delta"]
    """Always `message_delta`."""
    delta: MessageDelta
    """The changed fields of the message."""
    usage: MessageDeltaUsage
    """The usage. Its counts are totals and replace those of `message_start`."""
    context_management: AppliedContextManagement | None = None
    """The edits that were applied to the conversation."""


class MessageErrorEvent(BaseModel):
    """A failure after the stream began. It ends the stream."""

    type: Literal["error"]
    """Always `error`."""
    error: MessagesError
    """The error."""
    request_id: str | None = None
    """Id of the generation."""
    openrouter_metadata: RoutingMetadata | None = None
    """How the request was routed, if the request asked for it."""


class MessagePingEvent(BaseModel):
    """Keeps the connection open."""

    type: Literal["ping"]
    """Always `ping`."""


class MessageStartEvent(BaseModel):
    """The first event."""

    type: Literal["message_start"]
    """Always `message_start`."""
    message: MessagesResponse
    """The message without content. Its usage can still change."""


class MessageStopEvent(BaseModel):
    """The last event. The message is complete."""

    type: Literal["message_stop"]
    """Always `message_stop`."""
    openrouter_metadata: RoutingMetadata | None = None
    """How the request was routed, if the request asked for it."""


class UnknownMessageStreamEvent(BaseModel):
    """An event of another type. Ignore it."""

    type: UnknownTag
    """The type."""


MessageStreamEvent: TypeAlias = Annotated[
    MessageStartEvent
    | ContentBlockStartEvent
    | ContentBlockDeltaEvent
    | ContentBlockStopEvent
    | MessageDeltaEvent
    | MessageStopEvent
    | MessagePingEvent
    | MessageErrorEvent
    | UnknownMessageStreamEvent,
    Tagged(
        "type",
        {
            "message_start": MessageStartEvent,
            "content_block_start": ContentBlockStartEvent,
            "content_block_delta": ContentBlockDeltaEvent,
            "content_block_stop": ContentBlockStopEvent,
            "message_delta": MessageDeltaEvent,
            "message_stop": MessageStopEvent,
            "ping": MessagePingEvent,
            "error": MessageErrorEvent,
        },
        UnknownMessageStreamEvent,
    ),
]
"""An event of a Messages stream."""
