# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Annotated, Any, Literal, TypeAlias

from ..._models import Model as BaseModel, Tagged, UnknownTag
from .responses_content import ResponseOutputContent
from .responses_items import (
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
    ResponseShellCall,
    ResponseShellCallOutput,
    ResponseToolSearchCall,
    ResponseToolSearchOutput,
    ResponseWebSearchCall,
)
from .responses_server_tools import (
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
from .routing import RoutingMetadata
from .usage import ServerToolUse

EchoedInstructions: TypeAlias = str | list[dict[str, Any]]
"""The instructions of the request, as text or as a list of input items."""


class EchoedReasoningOptions(BaseModel):
    """The reasoning settings of the request."""

    effort: str | None = None
    """The reasoning effort."""
    summary: str | None = None
    """Level of detail of the summary."""
    max_tokens: int | None = None
    """Maximum number of reasoning tokens."""
    enabled: bool | None = None
    """Whether to reason."""
    context: str | None = None
    """Which earlier reasoning the model sees."""
    mode: str | None = None
    """Reasoning mode."""


class EchoedTextOptions(BaseModel):
    """The output format of the request."""

    format: dict[str, Any] | None = None
    """The output format."""
    verbosity: str | None = None
    """Length of the output."""


class EchoedTool(BaseModel):
    """A tool of the request."""

    type: str
    """Type of the tool."""
    name: str | None = None
    """Name of the tool."""
    description: str | None = None
    """Description of the tool."""
    parameters: dict[str, Any] | None = None
    """JSON Schema of the arguments, or settings of the tool."""
    strict: bool | None = None
    """Whether the arguments must match the schema exactly."""


EchoedToolChoice: TypeAlias = str | dict[str, Any]
"""The tool choice of the request, as a mode or as an object."""


ResponseStatus: TypeAlias = Literal["completed", "incomplete", "failed", "in_progress", "cancelled", "queued"] | str
"""How a response ended.

- `completed`: The model finished.
- `incomplete`: The response reached a limit or was filtered.
- `failed`: The response failed.
- `in_progress`: The model is generating.
- `cancelled`: The response was canceled.
- `queued`: The model has not started.
"""


class ResponseOutputMessage(BaseModel):
    """A message of the model."""

    type: Literal["message"]
    """Always `message`."""
    id: str
    """Id of the message."""
    role: Literal["assistant"]
    """Always `assistant`."""
    status: ResponseItemStatus
    """Status of the message."""
    content: list[ResponseOutputContent]
    """The parts of the message."""
    phase: ResponsePhase | None = None
    """Whether the message is a remark or the answer."""


class UnknownOutputItem(BaseModel):
    """An item with a type that this contract does not know."""

    type: UnknownTag
    """The type."""


ResponseOutputItem: TypeAlias = Annotated[
    ResponseOutputMessage
    | ResponseReasoning
    | ResponseFunctionCall
    | ResponseCustomToolCall
    | ResponseWebSearchCall
    | ResponseFileSearchCall
    | ResponseCodeInterpreterCall
    | ResponseImageGenerationCall
    | ResponseComputerCall
    | ResponseLocalShellCall
    | ResponseShellCall
    | ResponseShellCallOutput
    | ResponseApplyPatchCall
    | ResponseMcpCall
    | ResponseMcpListTools
    | ResponseMcpApprovalRequest
    | ResponseCompaction
    | ResponseToolSearchCall
    | ResponseToolSearchOutput
    | ResponseProgram
    | ResponseProgramOutput
    | ResponseAdvisorCall
    | ResponseServerApplyPatchCall
    | ResponseBashCall
    | ResponseBrowserUseCall
    | ResponseServerCodeInterpreterCall
    | ResponseDatetimeCall
    | ResponseSearchModelsCall
    | ResponseServerFileSearchCall
    | ResponseFilesCall
    | ResponseFusionCall
    | ResponseServerImageGenerationCall
    | ResponseServerMcpCall
    | ResponseMemoryCall
    | ResponseServerShellCall
    | ResponseSubagentCall
    | ResponseTextEditorCall
    | ResponseServerToolSearchCall
    | ResponseWebFetchCall
    | ResponseServerWebSearchCall
    | UnknownOutputItem,
    Tagged(
        "type",
        {
            "message": ResponseOutputMessage,
            "reasoning": ResponseReasoning,
            "function_call": ResponseFunctionCall,
            "custom_tool_call": ResponseCustomToolCall,
            "web_search_call": ResponseWebSearchCall,
            "file_search_call": ResponseFileSearchCall,
            "code_interpreter_call": ResponseCodeInterpreterCall,
            "image_generation_call": ResponseImageGenerationCall,
            "computer_call": ResponseComputerCall,
            "local_shell_call": ResponseLocalShellCall,
            "shell_call": ResponseShellCall,
            "shell_call_output": ResponseShellCallOutput,
            "apply_patch_call": ResponseApplyPatchCall,
            "mcp_call": ResponseMcpCall,
            "mcp_list_tools": ResponseMcpListTools,
            "mcp_approval_request": ResponseMcpApprovalRequest,
            "compaction": ResponseCompaction,
            "tool_search_call": ResponseToolSearchCall,
            "tool_search_output": ResponseToolSearchOutput,
            "program": ResponseProgram,
            "program_output": ResponseProgramOutput,
            "openrouter:advisor": ResponseAdvisorCall,
            "openrouter:apply_patch": ResponseServerApplyPatchCall,
            "openrouter:bash": ResponseBashCall,
            "openrouter:browser_use": ResponseBrowserUseCall,
            "openrouter:code_interpreter": ResponseServerCodeInterpreterCall,
            "openrouter:datetime": ResponseDatetimeCall,
            "openrouter:experimental__search_models": ResponseSearchModelsCall,
            "openrouter:file_search": ResponseServerFileSearchCall,
            "openrouter:files": ResponseFilesCall,
            "openrouter:fusion": ResponseFusionCall,
            "openrouter:image_generation": ResponseServerImageGenerationCall,
            "openrouter:mcp": ResponseServerMcpCall,
            "openrouter:memory": ResponseMemoryCall,
            "openrouter:shell": ResponseServerShellCall,
            "openrouter:subagent": ResponseSubagentCall,
            "openrouter:text_editor": ResponseTextEditorCall,
            "openrouter:tool_search": ResponseServerToolSearchCall,
            "openrouter:web_fetch": ResponseWebFetchCall,
            "openrouter:web_search": ResponseServerWebSearchCall,
        },
        UnknownOutputItem,
    ),
]
"""One item of the output. Send it back as input to continue the conversation."""


ResponseFailureCode: TypeAlias = (
    Literal[
        "server_error",
        "rate_limit_exceeded",
        "invalid_prompt",
        "vector_store_timeout",
        "invalid_image",
        "invalid_image_format",
        "invalid_base64_image",
        "invalid_image_url",
        "image_too_large",
        "image_too_small",
        "image_parse_error",
        "image_content_policy_violation",
        "invalid_image_mode",
        "image_file_too_large",
        "unsupported_image_media_type",
        "empty_image_file",
        "failed_to_download_image",
        "image_file_not_found",
        "bio_policy",
        "cyber_policy",
        "misalignment_policy_violation",
        "data_residency_mismatch",
    ]
    | str
)
"""The reason of a failure.

- `server_error`: An error of OpenRouter or of the provider.
- `rate_limit_exceeded`: A rate limit.
- `invalid_prompt`: The input is not valid or too long.
- `vector_store_timeout`: The vector store did not respond.
- `invalid_image`: The image is not valid.
- `invalid_image_format`: The format of the image is not valid.
- `invalid_base64_image`: The base64 of the image is not valid.
- `invalid_image_url`: The URL of the image is not valid.
- `image_too_large`: The image is too large.
- `image_too_small`: The image is too small.
- `image_parse_error`: The image could not be read.
- `image_content_policy_violation`: The content violates the provider's policy.
- `invalid_image_mode`: The mode of the image is not valid.
- `image_file_too_large`: The file of the image is too large.
- `unsupported_image_media_type`: The media type of the image is not supported.
- `empty_image_file`: The file of the image is empty.
- `failed_to_download_image`: The image could not be downloaded.
- `image_file_not_found`: The file of the image does not exist.
- `bio_policy`: The provider's policy on biology.
- `cyber_policy`: The provider's policy on security.
- `misalignment_policy_violation`: The provider's policy on misalignment.
- `data_residency_mismatch`: The region of the data does not match.
"""


class ResponseFailure(BaseModel):
    """Why a response failed."""

    code: ResponseFailureCode
    """Stable code of the reason."""
    message: str
    """The reason."""


ResponseIncompleteReason: TypeAlias = Literal["max_output_tokens", "content_filter"] | str
"""The reason.

- `max_output_tokens`: The token limit was reached.
- `content_filter`: The provider's content filter intervened.
"""


class ResponseIncompleteDetails(BaseModel):
    """Why a response is incomplete."""

    reason: ResponseIncompleteReason | None = None
    """The reason."""


class ResponseInputTokensDetails(BaseModel):
    """Input tokens by kind."""

    cached_tokens: int
    """Tokens read from the provider's prompt cache."""
    cache_write_tokens: int | None = None
    """Tokens written to the provider's prompt cache."""


class ResponseOutputTokensDetails(BaseModel):
    """Output tokens by kind."""

    reasoning_tokens: int
    """Reasoning tokens, billed as output tokens."""


class ResponseCostDetails(BaseModel):
    """What the provider charged, in USD. It adds to `cost` only if your own provider key was used (BYOK)."""

    upstream_inference_cost: float | None = None
    """Total charge of the provider. In USD."""
    upstream_inference_input_cost: float
    """Charge for the input. In USD."""
    upstream_inference_output_cost: float
    """Charge for the output. In USD."""
    server_tool_cost: float | None = None
    """Server tool fees. In USD."""


class ResponseUsage(BaseModel):
    """Token counts by the model's own tokenizer, and their cost."""

    input_tokens: int
    """Input tokens."""
    input_tokens_details: ResponseInputTokensDetails
    """Input tokens by kind."""
    output_tokens: int
    """Output tokens, including reasoning."""
    output_tokens_details: ResponseOutputTokensDetails
    """Output tokens by kind."""
    total_tokens: int
    """Sum of input and output tokens."""
    cost: float | None = None
    """Amount deducted from the credits, in USD. With your own provider key (BYOK), only the fee."""
    is_byok: bool | None = None
    """Whether your own provider key was used (BYOK)."""
    cost_details: ResponseCostDetails | None = None
    """What the provider charged."""
    server_tool_use_details: ServerToolUse | None = None
    """Number of server tool calls."""


class ResponseObject(BaseModel):
    """A response. A failure after the model was called is a response with `status: "failed"` and `error`. The settings
    of the request are echoed.
    """

    id: str
    """Id of the generation, `gen-…`. Pass it to `GET /generation` for tokens, cost and timings."""
    object: Literal["response"]
    """Always `response`."""
    created_at: int
    """Creation time, in Unix seconds."""
    completed_at: int | None
    """Time of completion, in Unix seconds."""
    status: ResponseStatus
    """How the response ended."""
    model: str
    """The model that produced the response, after aliases, routers and fallbacks."""
    output: list[ResponseOutputItem]
    """What the model produced, in order."""
    output_text: str | None = None
    """The text of all messages. Absent in responses of the API; some SDKs add it."""
    error: ResponseFailure | None
    """Why the response failed."""
    error_type: str | None = None
    """The kind of the error, as in `error.metadata.error_type` of other APIs."""
    incomplete_details: ResponseIncompleteDetails | None
    """Why the response is incomplete."""
    usage: ResponseUsage | None = None
    """Token counts and cost."""
    openrouter_metadata: RoutingMetadata | None = None
    """How the request was routed, if the request asked for it."""
    instructions: EchoedInstructions | None
    """The instructions of the request."""
    metadata: dict[str, str] | None
    """The metadata of the request."""
    parallel_tool_calls: bool
    """Whether the model may request several tool calls at once."""
    temperature: float | None
    """Sampling temperature."""
    top_p: float | None
    """Nucleus sampling."""
    top_logprobs: int | None = None
    """Number of alternatives for each token."""
    presence_penalty: float | None
    """Penalty for tokens that have already occurred."""
    frequency_penalty: float | None
    """Penalty by the number of occurrences."""
    tool_choice: EchoedToolChoice
    """Whether the model must call a tool, and which one."""
    tools: list[EchoedTool]
    """The tools of the request."""
    text: EchoedTextOptions | None = None
    """The output format of the request."""
    reasoning: EchoedReasoningOptions | None = None
    """The reasoning settings of the request."""
    max_output_tokens: int | None = None
    """Maximum number of output tokens."""
    max_tool_calls: int | None = None
    """Maximum number of server tool steps."""
    truncation: str | None = None
    """What happens to an input that is too long."""
    service_tier: str | None = None
    """The service tier that served the request."""
    background: bool | None = None
    """Always false."""
    store: bool | None = None
    """Always false."""
    previous_response_id: str | None = None
    """Always None."""
    prompt: dict[str, Any] | None = None
    """The prompt template of the request."""
    prompt_cache_key: str | None = None
    """The cache key of the request."""
    prompt_cache_options: dict[str, Any] | None = None
    """The cache settings of the request."""
    safety_identifier: str | None = None
    """The id of the end user."""
    user: str | None = None
    """The id of the end user."""
