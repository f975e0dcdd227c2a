# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.messages_content import TextBlock
from .content import CacheControlParam
from .messages_content import (
    ContentBlockParam,
    McpServerParam,
    MessagesToolChoiceParam,
    MessagesToolParam,
    TextBlockParam,
)
from .model_ids import ModelId
from .plugins import PluginParam
from .provider import ProviderPreferencesParam
from .tools import DeferredToolsParam, StopServerToolsConditionParam
from .trace import TraceConfigParam

ClearedToolInputsParam: TypeAlias = bool | list[str]
"""Whether inputs of tools are cleared, or the names of the tools whose inputs are cleared."""


ContextAmountType: TypeAlias = Literal["input_tokens", "tool_uses", "thinking_turns", "all"] | str
"""What is counted.

- `input_tokens`: Input tokens.
- `tool_uses`: Tool calls.
- `thinking_turns`: Turns with thinking.
- `all`: Everything; without a `value`.
"""


class ContextAmountParam(TypedDict):
    """An amount of the conversation, such as `{"type": "input_tokens", "value": 100000}`."""

    type: ContextAmountType
    """What is counted."""
    value: NotRequired[int | None]
    """The amount."""


ContextAmountOrAllParam: TypeAlias = str | ContextAmountParam
"""`all`, or a number."""


ContextEditType: TypeAlias = Literal["clear_tool_uses_20250919", "clear_thinking_20251015", "compact_20260112"] | str
"""The kind of edit.

- `clear_tool_uses_20250919`: Removes old tool calls and results.
- `clear_thinking_20251015`: Removes old thinking.
- `compact_20260112`: Replaces old messages with a summary.
"""


class ContextEditParam(TypedDict):
    """An edit of the conversation: `clear_tool_uses_20250919`, `clear_thinking_20251015`, `compact_20260112` or a newer
    one.
    """

    type: ContextEditType
    """The kind of edit."""
    trigger: NotRequired[ContextAmountParam | None]
    """When the edit runs."""
    keep: NotRequired[ContextAmountOrAllParam | None]
    """What remains: `all`, or a number."""
    clear_at_least: NotRequired[ContextAmountParam | None]
    """The minimum that the edit removes."""
    clear_tool_inputs: NotRequired[ClearedToolInputsParam | None]
    """Whether the arguments of calls are removed too, or the tools for which they are."""
    exclude_tools: NotRequired[list[str] | None]
    """Tools whose calls remain."""
    instructions: NotRequired[str | None]
    """Instructions for the summary."""
    pause_after_compaction: NotRequired[bool | None]
    """Whether the response ends after the summary."""


class ContextManagementParam(TypedDict):
    """How the provider shortens the conversation."""

    edits: NotRequired[Iterable[ContextEditParam] | None]
    """The edits, in order."""


class JsonOutputFormatParam(TypedDict):
    """JSON that conforms to a schema."""

    type: Literal["json_schema"]
    """Always `json_schema`."""
    schema: Mapping[str, object]
    """The JSON Schema."""


class ThreadCreateParam(TypedDict):
    """Starts a thread."""

    type: Literal["create"]
    """Always `create`."""


class ThreadContinueParam(TypedDict):
    """Continues a thread. `messages` contains only the new messages."""

    type: Literal["continue"]
    """Always `continue`."""
    previous_message_id: str
    """The `id` of the previous response."""


MessageThreadParam: TypeAlias = ThreadCreateParam | ThreadContinueParam
"""A new thread, or the next request of one."""


MessagesContentParam: TypeAlias = str | Iterable[ContentBlockParam]
"""The content of a message, as text or as a list of blocks."""


class MessagesAssistantMessageParam(TypedDict):
    """An earlier message from the model. Send its blocks back unchanged, in order."""

    role: Literal["assistant"]
    """Always `assistant`."""
    content: MessagesContentParam
    """A string, or a list of blocks."""


SkillParamsType: TypeAlias = Literal["anthropic", "custom"] | str
"""Who provides the skill.

- `anthropic`: Anthropic.
- `custom`: The account.
"""


class SkillParams(TypedDict):
    """A skill to load into the container."""

    type: SkillParamsType
    """Who provides the skill."""
    skill_id: str
    """Id of the skill."""
    version: NotRequired[str | None]
    """Version of the skill. Default: the latest one."""


class MessagesContainerParams(TypedDict):
    """Settings of the code execution tool's container."""

    id: NotRequired[str | None]
    """Id of an existing container."""
    skills: NotRequired[Iterable[SkillParams] | None]
    """Skills to load."""


MessagesContainerOrIdParam: TypeAlias = str | MessagesContainerParams
"""A container of the code execution tool, by its id or by its settings."""


class MessagesUserMessageParam(TypedDict):
    """A message from the user, or the results of tool calls."""

    role: Literal["user"]
    """Always `user`."""
    content: MessagesContentParam
    """A string, or a list of blocks."""


MessagesSystemMessageClearAt: TypeAlias = Literal["next_user_message", "never"] | str
"""When the message loses its effect.

- `next_user_message`: At the next user message.
- `never`: Never.
"""


MessagesEffort: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str
"""How much effort the model puts into the response.

- `low`: Little effort.
- `medium`: Medium effort.
- `high`: Much effort.
- `xhigh`: More effort than `high`.
- `max`: The maximum effort.
"""


class SystemMessageOutputConfigParam(TypedDict):
    """Settings of the response that change during a conversation."""

    effort: NotRequired[MessagesEffort | None]
    """The new effort."""


class MessagesSystemMessageParam(TypedDict):
    """Instructions for the model from this message on. It can be anywhere in the conversation, including at the end."""

    role: Literal["system"]
    """Always `system`."""
    content: NotRequired[MessagesContentParam | None]
    """A string, or a list of blocks."""
    clear_at: NotRequired[MessagesSystemMessageClearAt | None]
    """When the message loses its effect."""
    output_config: NotRequired[SystemMessageOutputConfigParam | None]
    """Settings of the response from this message on."""


MessagesMessageParam: TypeAlias = MessagesUserMessageParam | MessagesAssistantMessageParam | MessagesSystemMessageParam
"""A message of the conversation."""


MessagesSystemPromptParam: TypeAlias = str | Iterable[TextBlockParam | TextBlock]
"""A system prompt, as text or as a list of text blocks."""


ThinkingDisplay: TypeAlias = Literal["summarized", "omitted", "updates"] | str
"""Which form of the thinking the response includes. The default depends on the model.

- `summarized`: A summary.
- `omitted`: No text; blocks contain only the signature.
- `updates`: Short progress reports.
"""


class ThinkingBlockBindingParam(TypedDict):
    """What happens to thinking blocks that do not belong to the conversation."""

    mismatch_behavior: NotRequired[str | None]
    """`error` (default) fails the request; `drop_block` removes blocks of another model."""
    prefix_mismatch_behavior: NotRequired[str | None]
    """`error` (default) fails the request; `drop_block` removes the blocks."""


class ThinkingEnabledParam(TypedDict):
    """Thinks up to a number of tokens."""

    type: Literal["enabled"]
    """Always `enabled`."""
    budget_tokens: int
    """Maximum number of thinking tokens, lower than `max_tokens`. Claude models require at least 1024."""
    display: NotRequired[ThinkingDisplay | None]
    """Which form of the thinking the response includes."""
    block_binding: NotRequired[ThinkingBlockBindingParam | None]
    """What happens to thinking blocks of another conversation."""


class ThinkingAdaptiveParam(TypedDict):
    """The model decides how much it thinks."""

    type: Literal["adaptive"]
    """Always `adaptive`."""
    display: NotRequired[ThinkingDisplay | None]
    """Which form of the thinking the response includes."""
    block_binding: NotRequired[ThinkingBlockBindingParam | None]
    """What happens to thinking blocks of another conversation."""


class ThinkingBetweenToolsParam(TypedDict):
    """Thinks only between tool calls."""

    type: Literal["between_tools"]
    """Always `between_tools`."""


class ThinkingDisabledParam(TypedDict):
    """Does not think."""

    type: Literal["disabled"]
    """Always `disabled`."""


ThinkingConfigParam: TypeAlias = (
    ThinkingEnabledParam | ThinkingAdaptiveParam | ThinkingBetweenToolsParam | ThinkingDisabledParam
)
"""How the model thinks."""


class TaskBudgetParam(TypedDict):
    """Tokens for a whole task. The model knows how many remain."""

    type: Literal["tokens"]
    """Always `tokens`."""
    total: int
    """Tokens of the task."""
    remaining: NotRequired[int | None]
    """Tokens that remain. Default: `total`."""


class OutputConfigParam(TypedDict):
    """The effort and the format of the response."""

    effort: NotRequired[MessagesEffort | None]
    """How much effort the model puts into the response."""
    format: NotRequired[JsonOutputFormatParam | None]
    """The output format."""
    task_budget: NotRequired[TaskBudgetParam | None]
    """Tokens that the model can use for the whole task."""


class MessagesCountTokensParams(TypedDict):
    """A request to count the input tokens of a Messages request. Other fields of that request are ignored."""

    model: str
    """The model whose tokenizer counts."""
    messages: Iterable[MessagesMessageParam]
    """The messages of the conversation."""
    system: NotRequired[MessagesSystemPromptParam | None]
    """The system prompt, as a string or a list of text blocks."""
    thinking: NotRequired[ThinkingConfigParam | None]
    """How much the model thinks."""
    tools: NotRequired[Iterable[MessagesToolParam] | None]
    """Tools that the model can call."""
    tool_choice: NotRequired[MessagesToolChoiceParam | None]
    """Whether the model must call a tool, and which one."""
    output_config: NotRequired[OutputConfigParam | None]
    """The effort and the format of the response."""
    context_management: NotRequired[ContextManagementParam | None]
    """How the provider shortens the conversation."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a cache breakpoint after the last block that can be cached."""
    mcp_servers: NotRequired[Iterable[McpServerParam] | None]
    """MCP servers that the provider connects to."""


class MessagesDiagnosticsParams(TypedDict):
    """Asks why the prompt cache was not used."""

    previous_message_id: NotRequired[str | None]
    """The `id` of the previous response."""


class MessagesFallbackParam(TypedDict):
    """A fallback model."""

    model: str
    """The model."""


class MessagesMetadataParam(TypedDict):
    """Information about the request."""

    user_id: NotRequired[str | None]
    """Id of the end user, for abuse detection."""


MessagesServiceTier: TypeAlias = Literal["auto", "standard_only"] | str
"""Service tier at the provider.

- `auto`: Priority capacity if available, otherwise the standard tier.
- `standard_only`: The standard tier.
"""


MessagesSpeed: TypeAlias = Literal["standard", "fast"] | str
"""The inference speed.

- `standard`: The standard speed.
- `fast`: More output tokens per second, at a higher price.
"""


class MessagesSafeguardParam(TypedDict):
    """A check of tool calls by the provider."""

    type: str
    """The kind of check, such as `dangerous_tool_use`."""
    classifier_context: NotRequired[Mapping[str, object] | None]
    """The rules."""


class MessagesParams(TypedDict):
    """A request of the Anthropic Messages API, for any model. Fields that are not in this contract, such as those of
    beta features, are forwarded to the provider.
    """

    model: ModelId
    """The model: a slug such as `anthropic/claude-sonnet-4.5` or `openai/gpt-5-mini`, optionally with a variant, an
    alias, a preset or a router.
    """
    messages: Iterable[MessagesMessageParam]
    """The messages of the conversation. An assistant message at the end is a prefill that the model continues."""
    max_tokens: NotRequired[int | None]
    """Maximum number of tokens in the response, including thinking. Default: the limit of the model. 0 only fills the
    prompt cache.
    """
    system: NotRequired[MessagesSystemPromptParam | None]
    """The system prompt, as a string or a list of text blocks."""
    stream: NotRequired[bool | None]
    """Whether to stream the response as server-sent events. Default: False."""
    temperature: NotRequired[float | None]
    """Sampling temperature. Providers default to 1. Rejected with `anthropic-version: 2026-10-21`."""
    top_p: NotRequired[float | None]
    """Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value. Rejected with
    `anthropic-version: 2026-10-21`.
    """
    top_k: NotRequired[int | None]
    """Considers only this many of the most likely tokens; 0 means all. Rejected with `anthropic-version: 2026-10-21`."""
    stop_sequences: NotRequired[list[str] | None]
    """Sequences at which the model stops generating."""
    thinking: NotRequired[ThinkingConfigParam | None]
    """How much the model thinks and whether the response includes the thinking."""
    tools: NotRequired[Iterable[MessagesToolParam] | None]
    """Tools that the model can call."""
    tool_choice: NotRequired[MessagesToolChoiceParam | None]
    """Whether the model must call a tool, and which one. Default: `auto`."""
    output_config: NotRequired[OutputConfigParam | None]
    """The effort and the format of the response."""
    context_management: NotRequired[ContextManagementParam | None]
    """How the provider shortens the conversation."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a cache breakpoint after the last block that can be cached."""
    metadata: NotRequired[MessagesMetadataParam | None]
    """Information about the request."""
    service_tier: NotRequired[MessagesServiceTier | None]
    """Service tier at the provider."""
    speed: NotRequired[MessagesSpeed | None]
    """The inference speed."""
    thread: NotRequired[MessageThreadParam | None]
    """Keeps the conversation at the provider. The API does not support threads and responds with 400 and the error code
    `thread_unsupported_request`; official SDKs then send the whole conversation.
    """
    container: NotRequired[MessagesContainerOrIdParam | None]
    """The container of the code execution tool, by its id or by its settings."""
    mcp_servers: NotRequired[Iterable[McpServerParam] | None]
    """MCP servers that the provider connects to."""
    inference_geo: NotRequired[str | None]
    """The region in which the provider runs the model."""
    diagnostics: NotRequired[MessagesDiagnosticsParams | None]
    """Asks why the prompt cache was not used."""
    models: NotRequired[list[ModelId] | None]
    """Fallback models, tried in order after `model` and after any failure."""
    fallbacks: NotRequired[Iterable[MessagesFallbackParam] | None]
    """Fallback models in Anthropic's form. Not together with `models`."""
    provider: NotRequired[ProviderPreferencesParam | None]
    """Preferences for provider routing."""
    plugins: NotRequired[Iterable[PluginParam] | None]
    """Plugins to run."""
    session_id: NotRequired[str | None]
    """Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header
    `x-session-id`.
    """
    trace: NotRequired[TraceConfigParam | None]
    """Observability metadata."""
    user: NotRequired[str | None]
    """Id of the end user, for abuse detection. `metadata.user_id` has the same meaning."""
    safeguards: NotRequired[Iterable[MessagesSafeguardParam] | None]
    """Checks of tool calls by the provider. The plugin `armor` adds rules."""
    deferred_tools: NotRequired[DeferredToolsParam | None]
    """How the model finds tools with `defer_loading`."""
    stop_server_tools_when: NotRequired[Iterable[StopServerToolsConditionParam] | None]
    """Stops server tools as soon as one condition is met."""
