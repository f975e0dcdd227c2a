# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Literal, TypeAlias

from ..._models import Model as BaseModel
from .messages_content import ContentBlock
from .routing import RoutingMetadata
from .usage import CostDetails


class AppliedContextEdit(BaseModel):
    """An edit that was applied."""

    type: str
    """The kind of edit."""
    cleared_input_tokens: int | None = None
    """Tokens that were removed."""
    cleared_tool_uses: int | None = None
    """Tool calls that were removed."""
    cleared_thinking_turns: int | None = None
    """Turns whose thinking was removed."""


class AppliedContextManagement(BaseModel):
    """The edits that were applied to the conversation."""

    applied_edits: list[AppliedContextEdit]
    """The edits."""


CacheMissReasonType: TypeAlias = (
    Literal[
        "model_changed",
        "system_changed",
        "tools_changed",
        "messages_changed",
        "previous_message_not_found",
        "unavailable",
    ]
    | str
)
"""The reason.

- `model_changed`: The model differs.
- `system_changed`: The system prompt differs.
- `tools_changed`: The tools differ.
- `messages_changed`: An earlier message differs.
- `previous_message_not_found`: The previous response is unknown.
- `unavailable`: The reason is not available.
"""


class CacheMissReason(BaseModel):
    """Why the prompt cache was not used."""

    type: CacheMissReasonType
    """The reason."""
    cache_missed_input_tokens: int | None = None
    """Tokens that could not be read from the cache."""


class ContainerSkill(BaseModel):
    """A skill in a container."""

    type: str
    """Who provides the skill, `anthropic` or `custom`."""
    skill_id: str
    """Id of the skill."""
    version: str | None = None
    """Version of the skill."""


class InputTransformation(BaseModel):
    """A change of the provider to the conversation."""

    type: str
    """The kind of change, such as `thinking_dropped`."""
    path: str | None = None
    """The changed block."""
    reason: str | None = None
    """Why it was changed, such as `prefix_binding_mismatch`."""


MessagesStopReason: TypeAlias = (
    Literal[
        "end_turn",
        "max_tokens",
        "stop_sequence",
        "tool_use",
        "pause_turn",
        "compaction",
        "refusal",
        "model_context_window_exceeded",
    ]
    | str
)
"""Why the model stopped.

- `end_turn`: The message is complete.
- `max_tokens`: The message reached `max_tokens`.
- `stop_sequence`: The model generated a stop sequence.
- `tool_use`: The model called tools of the caller.
- `pause_turn`: A long turn was paused. Send the message back to continue.
- `compaction`: The conversation was summarized. Send the message back to continue.
- `refusal`: The model refused.
- `model_context_window_exceeded`: The message reached the model's context length.
"""


MessagesStopCategory: TypeAlias = Literal["cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms"] | str
"""The category of the refusal.

- `cyber`: Attacks on computer systems.
- `bio`: Biological weapons.
- `frontier_llm`: Development of competing models.
- `reasoning_extraction`: Extraction of the model's reasoning.
- `general_harms`: Other harm.
"""


class MessagesStopDetails(BaseModel):
    """Why the model refused."""

    type: str
    """The kind of details, such as `refusal`."""
    category: MessagesStopCategory | None = None
    """The category of the refusal."""
    explanation: str | None = None
    """Explanation for people."""


class MessagesContainer(BaseModel):
    """A container of the code execution tool."""

    id: str
    """Id, to use the container again."""
    expires_at: str
    """Time at which the container expires, ISO 8601 in UTC."""
    skills: list[ContainerSkill] | None = None
    """The loaded skills."""


class MessagesCacheCreation(BaseModel):
    """Tokens written to the prompt cache by time to live."""

    ephemeral_5m_input_tokens: int
    """Tokens stored for five minutes."""
    ephemeral_1h_input_tokens: int
    """Tokens stored for one hour."""


class MessagesOutputTokensDetails(BaseModel):
    """Output tokens by kind."""

    thinking_tokens: int
    """Thinking tokens, included in `output_tokens`."""


class MessagesServerToolUse(BaseModel):
    """Number of server tool calls."""

    web_search_requests: int
    """Number of web searches."""
    web_fetch_requests: int
    """Number of web fetches."""


MessagesUsageIterationType: TypeAlias = Literal["message", "compaction", "advisor_message", "fallback_message"] | str
"""The purpose of the call.

- `message`: The response.
- `compaction`: A summary of the conversation.
- `advisor_message`: The advice of a second model.
- `fallback_message`: The response of a fallback model.
"""


class MessagesUsageIteration(BaseModel):
    """Usage of one model call."""

    type: MessagesUsageIterationType
    """The purpose of the call."""
    model: str | None = None
    """The model of the call."""
    input_tokens: int | None = None
    """Input tokens."""
    output_tokens: int | None = None
    """Output tokens."""
    cache_creation_input_tokens: int | None = None
    """Tokens written to the prompt cache."""
    cache_read_input_tokens: int | None = None
    """Tokens read from the prompt cache."""
    cache_creation: MessagesCacheCreation | None = None
    """Tokens written to the prompt cache by time to live."""


MessagesUsageServiceTier: TypeAlias = Literal["standard", "priority", "batch"] | str
"""The service tier that served the request.

- `standard`: The standard tier.
- `priority`: The faster tier.
- `batch`: The batch tier.
"""


MessagesUsageSpeed: TypeAlias = Literal["standard", "fast"] | str
"""The inference speed.

- `standard`: The standard speed.
- `fast`: The higher speed.
"""


class MessagesUsage(BaseModel):
    """Token counts by the model's own tokenizer, and their cost."""

    input_tokens: int
    """Input tokens that were neither read from nor written to the prompt cache."""
    output_tokens: int
    """Output tokens, including thinking."""
    cache_creation: MessagesCacheCreation | None
    """Tokens written to the prompt cache by time to live."""
    cache_creation_input_tokens: int | None
    """Tokens written to the prompt cache."""
    cache_read_input_tokens: int | None
    """Tokens read from the prompt cache."""
    inference_geo: str | None
    """The region in which the provider ran the model."""
    output_tokens_details: MessagesOutputTokensDetails | None
    """Output tokens by kind."""
    server_tool_use: MessagesServerToolUse | None
    """Number of server tool calls."""
    service_tier: MessagesUsageServiceTier | None
    """The service tier that served the request."""
    speed: MessagesUsageSpeed | None = None
    """The inference speed."""
    iterations: list[MessagesUsageIteration] | None = None
    """Usage of each model call, if the provider made several."""
    cost: float | None = None
    """Amount deducted from the credits, in USD. With your own provider key (BYOK), only the fee."""
    is_byok: bool | None = None
    """Whether your own provider key was used (BYOK)."""
    cost_details: CostDetails | None = None
    """What the provider charged."""


class MessagesDiagnostics(BaseModel):
    """Why the prompt cache was not used."""

    cache_miss_reason: CacheMissReason | None
    """The reason; None if the cache was used."""


class MessagesResponse(BaseModel):
    """A message of the model."""

    id: str
    """Id of the generation, for `GET /generation`."""
    type: Literal["message"]
    """Always `message`."""
    role: Literal["assistant"]
    """Always `assistant`."""
    model: str
    """The model that responded."""
    content: list[ContentBlock]
    """The content blocks. Append them to the conversation unchanged."""
    stop_reason: MessagesStopReason | None
    """Why the model stopped; None while it generates."""
    stop_sequence: str | None
    """The stop sequence that ended the response, if `stop_reason` is `stop_sequence`."""
    stop_details: MessagesStopDetails | None = None
    """Why the model refused, if `stop_reason` is `refusal`."""
    container: MessagesContainer | None = None
    """The container of the code execution tool."""
    usage: MessagesUsage
    """Token counts and cost."""
    context_management: AppliedContextManagement | None = None
    """The edits that were applied to the conversation."""
    diagnostics: MessagesDiagnostics | None = None
    """Why the prompt cache was not used, if the request asked."""
    input_transformations: list[InputTransformation] | None = None
    """Changes of the provider to the conversation."""
    provider: str | None = None
    """Display name of the provider that responded."""
    openrouter_metadata: RoutingMetadata | None = None
    """How the request was routed, if the request asked for it."""


class TokenCountContextManagement(BaseModel):
    """The effect of `context_management` on the number of tokens."""

    original_input_tokens: int
    """Input tokens before the edits."""


class MessagesTokenCount(BaseModel):
    """The number of input tokens of a request."""

    input_tokens: int
    """Input tokens: messages, system prompt and tools."""
    context_management: TokenCountContextManagement | None = None
    """The effect of `context_management`."""
