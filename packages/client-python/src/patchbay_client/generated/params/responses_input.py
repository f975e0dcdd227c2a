# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.responses_items import (
    ResponseApplyPatchCall,
    ResponseCodeInterpreterCall,
    ResponseCompaction,
    ResponseComputerCall,
    ResponseCustomToolCall,
    ResponseFileSearchCall,
    ResponseFunctionCall,
    ResponseImageGenerationCall,
    ResponseItemStatus,
    ResponseLocalShellCall,
    ResponseMcpApprovalRequest,
    ResponseMcpCall,
    ResponseMcpListTools,
    ResponsePhase,
    ResponseProgram,
    ResponseProgramOutput,
    ResponseReasoning,
    ResponseSafetyCheck,
    ResponseShellCall,
    ResponseShellCallOutput,
    ResponseToolSearchCall,
    ResponseToolSearchOutput,
    ResponseWebSearchCall,
)
from ..models.responses_output import ResponseOutputMessage, UnknownOutputItem
from ..models.responses_server_tools import (
    ResponseAdvisorCall,
    ResponseBashCall,
    ResponseBrowserUseCall,
    ResponseDatetimeCall,
    ResponseFilesCall,
    ResponseFusionCall,
    ResponseMemoryCall,
    ResponseSearchModelsCall,
    ResponseServerApplyPatchCall,
    ResponseServerCodeInterpreterCall,
    ResponseServerFileSearchCall,
    ResponseServerImageGenerationCall,
    ResponseServerMcpCall,
    ResponseServerShellCall,
    ResponseServerToolSearchCall,
    ResponseServerWebSearchCall,
    ResponseSubagentCall,
    ResponseTextEditorCall,
    ResponseWebFetchCall,
)
from .chat_request import DebugOptionsParam, PromptCacheOptionsParam, ServiceTier, Verbosity
from .content import CacheControlParam
from .model_ids import ModelId
from .plugins import PluginParam
from .provider import ProviderPreferencesParam
from .reasoning import ReasoningContext, ReasoningEffort, ReasoningMode, ReasoningSummaryLevel
from .responses_content import ResponseContentParam, ResponseInputContentParam
from .responses_items import (
    ResponseApplyPatchCallParam,
    ResponseCodeInterpreterCallParam,
    ResponseCompactionParam,
    ResponseComputerCallParam,
    ResponseCustomToolCallParam,
    ResponseFileSearchCallParam,
    ResponseFunctionCallParam,
    ResponseImageGenerationCallParam,
    ResponseLocalShellCallParam,
    ResponseMcpApprovalRequestParam,
    ResponseMcpCallParam,
    ResponseMcpListToolsParam,
    ResponseProgramOutputParam,
    ResponseProgramParam,
    ResponseReasoningParam,
    ResponseSafetyCheckParam,
    ResponseShellCallOutputParam,
    ResponseShellCallParam,
    ResponseToolSearchCallParam,
    ResponseToolSearchOutputParam,
    ResponseWebSearchCallParam,
)
from .responses_server_tools import (
    ResponseAdvisorCallParam,
    ResponseBashCallParam,
    ResponseBrowserUseCallParam,
    ResponseDatetimeCallParam,
    ResponseFilesCallParam,
    ResponseFusionCallParam,
    ResponseMemoryCallParam,
    ResponseSearchModelsCallParam,
    ResponseServerApplyPatchCallParam,
    ResponseServerCodeInterpreterCallParam,
    ResponseServerFileSearchCallParam,
    ResponseServerImageGenerationCallParam,
    ResponseServerMcpCallParam,
    ResponseServerShellCallParam,
    ResponseServerToolSearchCallParam,
    ResponseServerWebSearchCallParam,
    ResponseSubagentCallParam,
    ResponseTextEditorCallParam,
    ResponseWebFetchCallParam,
)
from .responses_tools import ResponseToolChoiceParam, ResponseToolParam
from .tools import DeferredToolsParam, StopServerToolsConditionParam
from .trace import TraceConfigParam


class ResponseAdditionalToolsParam(TypedDict):
    """Tools that the model can call from here on."""

    type: Literal["additional_tools"]
    """Always `additional_tools`."""
    id: NotRequired[str | None]
    """Id of the item."""
    role: NotRequired[str | None]
    """The author that adds the tools."""
    tools: Iterable[ResponseToolParam]
    """The tools."""


class ResponseAgentMessageParam(TypedDict):
    """A message between agents."""

    type: Literal["agent_message"]
    """Always `agent_message`."""
    id: NotRequired[str | None]
    """Id of the item."""
    author: str
    """The agent that wrote the message."""
    recipient: str
    """The agent that receives it."""
    agent: NotRequired[object]
    """Facts about the agent."""
    content: Iterable[ResponseInputContentParam]
    """The parts of the message."""


class ResponseApplyPatchCallOutputParam(TypedDict):
    """The result of a change of a file."""

    type: Literal["apply_patch_call_output"]
    """Always `apply_patch_call_output`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call."""
    output: NotRequired[str | None]
    """The output."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseCompactionTriggerParam(TypedDict):
    """Asks the model to compact the conversation. The output is one `compaction` item."""

    type: Literal["compaction_trigger"]
    """Always `compaction_trigger`."""


class ResponseComputerCallOutputParam(TypedDict):
    """The result of an action on a computer."""

    type: Literal["computer_call_output"]
    """Always `computer_call_output`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call."""
    output: object
    """The result, usually a screenshot."""
    acknowledged_safety_checks: NotRequired[Iterable[ResponseSafetyCheckParam | ResponseSafetyCheck] | None]
    """Checks that the caller acknowledges."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseReasoningOptionsParam(TypedDict):
    """How much the model reasons and whether the response includes a summary. Set `effort` or `max_tokens`, not both."""

    effort: NotRequired[ReasoningEffort | None]
    """The reasoning effort."""
    max_tokens: NotRequired[int | None]
    """Maximum number of reasoning tokens. Must be lower than `max_output_tokens`."""
    enabled: NotRequired[bool | None]
    """Whether to reason; true means medium effort."""
    summary: NotRequired[ReasoningSummaryLevel | None]
    """Level of detail of the reasoning summary."""
    generate_summary: NotRequired[ReasoningSummaryLevel | None]
    """Older name of `summary`."""
    context: NotRequired[ReasoningContext | None]
    """Which earlier reasoning the model sees. For newer OpenAI models."""
    mode: NotRequired[ReasoningMode | None]
    """Reasoning mode. For newer OpenAI models."""


class ResponseConfigurationUpdateParam(TypedDict):
    """Changes the settings for the items after it."""

    type: Literal["configuration_update"]
    """Always `configuration_update`."""
    id: NotRequired[str | None]
    """Id of the item."""
    reasoning: NotRequired[ResponseReasoningOptionsParam | None]
    """The new reasoning settings."""


class ResponseContextCompactionParam(TypedDict):
    """A compacted conversation of another form."""

    type: Literal["context_compaction"]
    """Always `context_compaction`."""
    id: NotRequired[str | None]
    """Id of the item."""
    encrypted_content: NotRequired[str | None]
    """The conversation, which only the provider can decrypt."""


class ResponseCustomToolCallOutputParam(TypedDict):
    """The output of a custom tool call."""

    type: Literal["custom_tool_call_output"]
    """Always `custom_tool_call_output`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call."""
    output: ResponseContentParam
    """The output: text, or parts such as images."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseFunctionCallOutputParam(TypedDict):
    """The output of a function call."""

    type: Literal["function_call_output"]
    """Always `function_call_output`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call."""
    output: ResponseContentParam
    """The output: text, or parts such as images."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


ResponseIncludable: TypeAlias = (
    Literal[
        "reasoning.encrypted_content",
        "message.output_text.logprobs",
        "message.input_image.image_url",
        "file_search_call.results",
        "web_search_call.action.sources",
        "web_search_call.results",
        "computer_call_output.output.image_url",
        "code_interpreter_call.outputs",
    ]
    | str
)
"""Data to include.

- `reasoning.encrypted_content`: The encrypted reasoning.
- `message.output_text.logprobs`: Log probabilities of the text.
- `message.input_image.image_url`: URLs of input images.
- `file_search_call.results`: Results of file searches.
- `web_search_call.action.sources`: Sources of web searches.
- `web_search_call.results`: Results of web searches.
- `computer_call_output.output.image_url`: URLs of screenshots.
- `code_interpreter_call.outputs`: Outputs of code.
"""


ResponseInputMessageRole: TypeAlias = Literal["user", "assistant", "system", "developer"] | str
"""The author of the message.

- `user`: The user.
- `assistant`: The model.
- `system`: Instructions for the model.
- `developer`: Instructions for the model, with the name that newer models use.
"""


class ResponseInputMessageParam(TypedDict):
    """A message of the conversation."""

    type: NotRequired[Literal["message"] | None]
    """Always `message`."""
    role: ResponseInputMessageRole
    """The author of the message."""
    content: NotRequired[ResponseContentParam | None]
    """The text, or the parts of the message."""
    id: NotRequired[str | None]
    """Id of the message. Any id is accepted."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""
    phase: NotRequired[ResponsePhase | None]
    """Whether a message of the model is a remark or the answer."""


class ResponseLocalShellCallOutputParam(TypedDict):
    """The output of a local shell command."""

    type: Literal["local_shell_call_output"]
    """Always `local_shell_call_output`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: NotRequired[str | None]
    """Id of the call."""
    output: str
    """The output as a JSON string."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseMcpApprovalResponseParam(TypedDict):
    """The answer to an MCP approval request."""

    type: Literal["mcp_approval_response"]
    """Always `mcp_approval_response`."""
    id: NotRequired[str | None]
    """Id of the item."""
    approval_request_id: str
    """Id of the request."""
    approve: bool
    """Whether the call may run."""
    reason: NotRequired[str | None]
    """The reason."""


class ResponseItemReferenceParam(TypedDict):
    """A reference to a stored item. The API stores no items and refuses it."""

    type: Literal["item_reference"]
    """Always `item_reference`."""
    id: str
    """Id of the item."""


class UnknownInputItemParam(TypedDict):
    """An item with a type that this contract does not know. The API accepts the request or refuses the item by its
    type.
    """

    type: str
    """The type."""


ResponseInputItemParam: TypeAlias = (
    ResponseInputMessageParam
    | ResponseOutputMessage
    | ResponseReasoningParam
    | ResponseReasoning
    | ResponseFunctionCallParam
    | ResponseFunctionCall
    | ResponseCustomToolCallParam
    | ResponseCustomToolCall
    | ResponseWebSearchCallParam
    | ResponseWebSearchCall
    | ResponseFileSearchCallParam
    | ResponseFileSearchCall
    | ResponseCodeInterpreterCallParam
    | ResponseCodeInterpreterCall
    | ResponseImageGenerationCallParam
    | ResponseImageGenerationCall
    | ResponseComputerCallParam
    | ResponseComputerCall
    | ResponseLocalShellCallParam
    | ResponseLocalShellCall
    | ResponseShellCallParam
    | ResponseShellCall
    | ResponseShellCallOutputParam
    | ResponseShellCallOutput
    | ResponseApplyPatchCallParam
    | ResponseApplyPatchCall
    | ResponseMcpCallParam
    | ResponseMcpCall
    | ResponseMcpListToolsParam
    | ResponseMcpListTools
    | ResponseMcpApprovalRequestParam
    | ResponseMcpApprovalRequest
    | ResponseCompactionParam
    | ResponseCompaction
    | ResponseToolSearchCallParam
    | ResponseToolSearchCall
    | ResponseToolSearchOutputParam
    | ResponseToolSearchOutput
    | ResponseProgramParam
    | ResponseProgram
    | ResponseProgramOutputParam
    | ResponseProgramOutput
    | ResponseAdvisorCallParam
    | ResponseAdvisorCall
    | ResponseServerApplyPatchCallParam
    | ResponseServerApplyPatchCall
    | ResponseBashCallParam
    | ResponseBashCall
    | ResponseBrowserUseCallParam
    | ResponseBrowserUseCall
    | ResponseServerCodeInterpreterCallParam
    | ResponseServerCodeInterpreterCall
    | ResponseDatetimeCallParam
    | ResponseDatetimeCall
    | ResponseSearchModelsCallParam
    | ResponseSearchModelsCall
    | ResponseServerFileSearchCallParam
    | ResponseServerFileSearchCall
    | ResponseFilesCallParam
    | ResponseFilesCall
    | ResponseFusionCallParam
    | ResponseFusionCall
    | ResponseServerImageGenerationCallParam
    | ResponseServerImageGenerationCall
    | ResponseServerMcpCallParam
    | ResponseServerMcpCall
    | ResponseMemoryCallParam
    | ResponseMemoryCall
    | ResponseServerShellCallParam
    | ResponseServerShellCall
    | ResponseSubagentCallParam
    | ResponseSubagentCall
    | ResponseTextEditorCallParam
    | ResponseTextEditorCall
    | ResponseServerToolSearchCallParam
    | ResponseServerToolSearchCall
    | ResponseWebFetchCallParam
    | ResponseWebFetchCall
    | ResponseServerWebSearchCallParam
    | ResponseServerWebSearchCall
    | ResponseFunctionCallOutputParam
    | ResponseCustomToolCallOutputParam
    | ResponseComputerCallOutputParam
    | ResponseLocalShellCallOutputParam
    | ResponseApplyPatchCallOutputParam
    | ResponseMcpApprovalResponseParam
    | ResponseCompactionTriggerParam
    | ResponseContextCompactionParam
    | ResponseItemReferenceParam
    | ResponseConfigurationUpdateParam
    | ResponseAgentMessageParam
    | ResponseAdditionalToolsParam
    | UnknownInputItemParam
    | UnknownOutputItem
)
"""One item of the input. The items of an earlier `output` can be sent back unchanged. A message needs no `type`."""


ResponseModality: TypeAlias = Literal["text", "image"] | str
"""An output modality.

- `text`: Text.
- `image`: Images.
"""


ResponsePromptVariableParam: TypeAlias = str | ResponseInputContentParam
"""The value of a variable."""


class ResponsePromptParam(TypedDict):
    """A stored prompt template."""

    id: str
    """Id of the template."""
    version: NotRequired[str | None]
    """Version of the template."""
    variables: NotRequired[Mapping[str, ResponsePromptVariableParam] | None]
    """Values of the variables."""


class ResponseStreamOptionsParam(TypedDict):
    """Settings for the stream."""

    include_obfuscation: NotRequired[bool | None]
    """Whether the provider pads events to hide their length. Has no effect."""


class ResponseTextFormatTextParam(TypedDict):
    """Text."""

    type: Literal["text"]
    """Always `text`."""


class ResponseTextFormatJsonObjectParam(TypedDict):
    """Any JSON object."""

    type: Literal["json_object"]
    """Always `json_object`."""


class ResponseTextFormatJsonSchemaParam(TypedDict):
    """JSON that conforms to a schema. Support depends on the endpoint; combine it with `provider.require_parameters`."""

    type: Literal["json_schema"]
    """Always `json_schema`."""
    name: str
    """Name of the schema."""
    description: NotRequired[str | None]
    """What the schema describes."""
    schema: Mapping[str, object]
    """The JSON Schema."""
    strict: NotRequired[bool | None]
    """Whether the output must match the schema exactly."""


ResponseTextFormatParam: TypeAlias = (
    ResponseTextFormatTextParam | ResponseTextFormatJsonObjectParam | ResponseTextFormatJsonSchemaParam
)
"""The output format."""


class ResponseTextOptionsParam(TypedDict):
    """The output format and its length."""

    format: NotRequired[ResponseTextFormatParam | None]
    """The output format. Default: text."""
    verbosity: NotRequired[Verbosity | None]
    """Length of the output."""


ResponseTruncation: TypeAlias = Literal["auto", "disabled"] | str
"""What happens to an input that is too long for the model. Default: `disabled`.

- `auto`: Drops items from the middle of an input that is too long.
- `disabled`: An input that is too long fails.
"""


ResponsesInputParam: TypeAlias = str | Iterable[ResponseInputItemParam]
"""A prompt, as text or as a list of items."""


class ResponsesParams(TypedDict):
    """A request of the Responses API. The API is stateless: `store` can only be false and `previous_response_id` only
    None; send the whole conversation as `input`. Parameters that are absent are not sent to the provider. Parameters
    that the model does not support are ignored unless `provider.require_parameters` is true. Fields that are not in
    this contract are forwarded to the provider.
    """

    input: ResponsesInputParam
    """The conversation: a string, equivalent to one user message, or a list of items."""
    model: NotRequired[ModelId | None]
    """The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`,
    `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's
    default model.
    """
    models: NotRequired[list[ModelId] | None]
    """Fallback models, tried in order after any failure. If `model` is set, it is tried first."""
    instructions: NotRequired[str | None]
    """Instructions for the model, before the input."""
    stream: NotRequired[bool | None]
    """Whether to stream the response as server-sent events. Default: False."""
    stream_options: NotRequired[ResponseStreamOptionsParam | None]
    """Settings for the stream."""
    max_output_tokens: NotRequired[int | None]
    """Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded."""
    max_tool_calls: NotRequired[int | None]
    """Maximum number of server tool steps."""
    temperature: NotRequired[float | None]
    """Sampling temperature. Providers default to 1."""
    top_p: NotRequired[float | None]
    """Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value."""
    top_k: NotRequired[int | None]
    """Considers only this many of the most likely tokens; 0 means all."""
    top_logprobs: NotRequired[int | None]
    """Number of most likely alternatives to return for each token."""
    frequency_penalty: NotRequired[float | None]
    """Penalizes tokens by how often they have already occurred."""
    presence_penalty: NotRequired[float | None]
    """Penalizes tokens that have already occurred."""
    tools: NotRequired[Iterable[ResponseToolParam] | None]
    """Tools that the model can call."""
    deferred_tools: NotRequired[DeferredToolsParam | None]
    """How the model finds tools with `defer_loading`."""
    tool_choice: NotRequired[ResponseToolChoiceParam | None]
    """Whether the model must call a tool, and which one."""
    parallel_tool_calls: NotRequired[bool | None]
    """Whether the model may request several tool calls at once. Default: True."""
    stop_server_tools_when: NotRequired[Iterable[StopServerToolsConditionParam] | None]
    """Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`."""
    text: NotRequired[ResponseTextOptionsParam | None]
    """The output format and its length."""
    reasoning: NotRequired[ResponseReasoningOptionsParam | None]
    """How much the model reasons and whether the response includes a summary."""
    include: NotRequired[list[ResponseIncludable] | None]
    """Additional data to include in the response."""
    modalities: NotRequired[list[ResponseModality] | None]
    """Output modalities. Default: text."""
    image_config: NotRequired[Mapping[str, object] | None]
    """Settings for image output, such as `aspect_ratio` and `image_size`."""
    prompt: NotRequired[ResponsePromptParam | None]
    """A stored prompt template."""
    truncation: NotRequired[ResponseTruncation | None]
    """What happens to an input that is too long for the model. Default: `disabled`."""
    background: NotRequired[bool | None]
    """Whether to run the request in the background. Not supported; only false."""
    store: NotRequired[bool | None]
    """Whether to store the response. Not supported; the API refuses true with 400."""
    previous_response_id: NotRequired[str | None]
    """Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`."""
    provider: NotRequired[ProviderPreferencesParam | None]
    """Preferences for provider routing."""
    plugins: NotRequired[Iterable[PluginParam] | None]
    """Plugins to run."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets prompt cache breakpoints automatically (Claude)."""
    prompt_cache_key: NotRequired[str | None]
    """Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too."""
    prompt_cache_options: NotRequired[PromptCacheOptionsParam | None]
    """Explicit prompt caching for OpenAI models."""
    service_tier: NotRequired[ServiceTier | None]
    """Service tier at the provider. The request is billed at the tier that served it."""
    session_id: NotRequired[str | None]
    """Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header
    `x-session-id`.
    """
    safety_identifier: NotRequired[str | None]
    """Id of the end user, for abuse detection."""
    user: NotRequired[str | None]
    """Id of the end user, for abuse detection."""
    metadata: NotRequired[Mapping[str, str] | None]
    """Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters."""
    client_metadata: NotRequired[Mapping[str, object] | None]
    """Facts about the client, such as ids of its session. Ignored."""
    trace: NotRequired[TraceConfigParam | None]
    """Observability metadata."""
    debug: NotRequired[DebugOptionsParam | None]
    """Debug output; for streams only."""
