# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.reasoning import ReasoningFormat
from ..models.responses_content import ResponseContainerFileCitation, ResponseReasoningText, ResponseSummaryText
from ..models.responses_items import (
    ResponseApplyPatchOperation,
    ResponseApplyPatchOperationType,
    ResponseCodeInterpreterFile,
    ResponseCodeInterpreterImage,
    ResponseCodeInterpreterLogs,
    ResponseItemStatus,
    ResponseLocalShellAction,
    ResponseMcpError,
    ResponseMcpErrorOrText,
    ResponseMcpErrorType,
    ResponseMcpListedTool,
    ResponseSafetyCheck,
    ResponseShellAction,
    ResponseShellOutcome,
    ResponseShellOutcomeType,
    ResponseShellOutput,
    ResponseToolSearchExecution,
    ResponseWebSearchFindInPage,
    ResponseWebSearchOpenPage,
    ResponseWebSearchQuery,
    ResponseWebSearchSource,
    UnknownCodeInterpreterOutput,
    UnknownWebSearchAction,
)
from .responses_content import ResponseContainerFileCitationParam, ResponseReasoningTextParam, ResponseSummaryTextParam


class ResponseApplyPatchOperationParam(TypedDict):
    """A change of a file."""

    type: ResponseApplyPatchOperationType
    """Kind of the change."""
    path: str
    """Path of the file."""
    diff: NotRequired[str | None]
    """The content as a diff."""


class ResponseApplyPatchCallParam(TypedDict):
    """A change of a file that the model requested."""

    type: Literal["apply_patch_call"]
    """Always `apply_patch_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    operation: ResponseApplyPatchOperationParam | ResponseApplyPatchOperation
    """The change."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseCodeInterpreterLogsParam(TypedDict):
    """Printed text."""

    type: Literal["logs"]
    """Always `logs`."""
    logs: str
    """The text."""


class ResponseCodeInterpreterImageParam(TypedDict):
    """An image."""

    type: Literal["image"]
    """Always `image`."""
    url: str
    """URL of the image."""


class ResponseCodeInterpreterFileParam(TypedDict):
    """A file."""

    type: Literal["file"]
    """Always `file`."""
    id: NotRequired[str | None]
    """Id of the file."""
    filename: NotRequired[str | None]
    """Name of the file."""
    media_type: NotRequired[str | None]
    """Media type of the file."""
    size_bytes: NotRequired[int | None]
    """Size of the file, in bytes."""
    sha256: NotRequired[str | None]
    """SHA-256 of the file in hexadecimal."""
    status: NotRequired[str | None]
    """Status of the file."""
    error_code: NotRequired[str | None]
    """Why the file could not be stored."""
    download_url: NotRequired[str | None]
    """URL of the file."""
    expires_at: NotRequired[str | None]
    """When the file is deleted."""


class UnknownCodeInterpreterOutputParam(TypedDict):
    """An output with a type that this contract does not know."""

    type: str
    """The type."""


ResponseCodeInterpreterOutputParam: TypeAlias = (
    ResponseCodeInterpreterLogsParam
    | ResponseCodeInterpreterLogs
    | ResponseCodeInterpreterImageParam
    | ResponseCodeInterpreterImage
    | ResponseCodeInterpreterFileParam
    | ResponseCodeInterpreterFile
    | UnknownCodeInterpreterOutputParam
    | UnknownCodeInterpreterOutput
)
"""Something that code produced."""


class ResponseCodeInterpreterCallParam(TypedDict):
    """Code that the provider ran."""

    type: Literal["code_interpreter_call"]
    """Always `code_interpreter_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    code: NotRequired[str | None]
    """The code."""
    container_id: NotRequired[str | None]
    """Id of the container."""
    outputs: NotRequired[Iterable[ResponseCodeInterpreterOutputParam] | None]
    """What the code produced."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseCompactionParam(TypedDict):
    """A compacted conversation, which replaces the items before it."""

    type: Literal["compaction"]
    """Always `compaction`."""
    id: NotRequired[str | None]
    """Id of the item."""
    encrypted_content: str
    """The conversation, which only the provider can decrypt."""


class ResponseSafetyCheckParam(TypedDict):
    """A safety check of a computer call."""

    id: str
    """Id of the check."""
    code: NotRequired[str | None]
    """Kind of the check."""
    message: NotRequired[str | None]
    """The reason."""


class ResponseComputerCallParam(TypedDict):
    """An action on a computer that the model requested."""

    type: Literal["computer_call"]
    """Always `computer_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    action: NotRequired[object]
    """The action."""
    pending_safety_checks: NotRequired[Iterable[ResponseSafetyCheckParam | ResponseSafetyCheck] | None]
    """Checks that the caller must acknowledge."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


_ResponseCustomToolCallParamBase = TypedDict("_ResponseCustomToolCallParamBase", {"async": NotRequired[bool | None]})


class ResponseCustomToolCallParam(_ResponseCustomToolCallParamBase):
    """A call of a custom tool. Its input is free text.

    async: Whether the model continues before the output arrives.
    """

    type: Literal["custom_tool_call"]
    """Always `custom_tool_call`."""

    id: NotRequired[str | None]
    """Id of the item."""

    call_id: str
    """Id of the call. The output refers to it."""

    name: str
    """Name of the tool."""

    input: str
    """The input."""

    namespace: NotRequired[str | None]
    """Name of the namespace tool that contains the tool."""

    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseFileSearchCallParam(TypedDict):
    """A search in vector stores."""

    type: Literal["file_search_call"]
    """Always `file_search_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    queries: list[str]
    """The queries."""
    results: NotRequired[Iterable[object] | None]
    """The results, if `include` asks for them."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


_ResponseFunctionCallParamBase = TypedDict("_ResponseFunctionCallParamBase", {"async": NotRequired[bool | None]})


class ResponseFunctionCallParam(_ResponseFunctionCallParamBase):
    """A call of a function that the model requested. The caller runs the function and sends a `function_call_output`.

    async: Whether the model continues before the output arrives.
    """

    type: Literal["function_call"]
    """Always `function_call`."""

    id: NotRequired[str | None]
    """Id of the item."""

    call_id: str
    """Id of the call. The output refers to it."""

    name: str
    """Name of the function. Models may invent names."""

    arguments: str
    """The arguments as a JSON string. Models may produce invalid JSON."""

    namespace: NotRequired[str | None]
    """Name of the namespace tool that contains the function."""

    caller: NotRequired[object]
    """Whether the model or one of its programs requested the call."""

    subagent_id: NotRequired[str | None]
    """Id of the subagent that requested the call."""

    subagent_items: NotRequired[Iterable[object] | None]
    """Items that the subagent produced."""

    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseImageGenerationCallParam(TypedDict):
    """An image that the provider generated."""

    type: Literal["image_generation_call"]
    """Always `image_generation_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    result: NotRequired[str | None]
    """The image as base64."""
    prompt: NotRequired[str | None]
    """The prompt."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseReasoningParam(TypedDict):
    """Reasoning of the model. Send it back unchanged, so that the model can continue from it."""

    type: Literal["reasoning"]
    """Always `reasoning`."""
    id: NotRequired[str | None]
    """Id of the item."""
    summary: Iterable[ResponseSummaryTextParam | ResponseSummaryText]
    """Summaries of the reasoning."""
    content: NotRequired[Iterable[ResponseReasoningTextParam | ResponseReasoningText] | None]
    """The reasoning as text."""
    encrypted_content: NotRequired[str | None]
    """Reasoning that only the provider can decrypt. Included if `include` has `reasoning.encrypted_content`."""
    signature: NotRequired[str | None]
    """The provider's signature of the text."""
    format: NotRequired[ReasoningFormat | None]
    """The provider format of the reasoning."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseWebSearchSourceParam(TypedDict):
    """A page that a search found."""

    type: str
    """Kind of the source, usually `url`."""
    url: NotRequired[str | None]
    """URL of the page."""


class ResponseWebSearchQueryParam(TypedDict):
    """A search."""

    type: Literal["search"]
    """Always `search`."""
    query: NotRequired[str | None]
    """The query."""
    queries: NotRequired[list[str] | None]
    """All queries."""
    sources: NotRequired[Iterable[ResponseWebSearchSourceParam | ResponseWebSearchSource] | None]
    """The pages that were found."""


class ResponseWebSearchOpenPageParam(TypedDict):
    """Opens a page."""

    type: Literal["open_page"]
    """Always `open_page`."""
    url: NotRequired[str | None]
    """URL of the page."""


class ResponseWebSearchFindInPageParam(TypedDict):
    """Searches in a page."""

    type: Literal["find_in_page"]
    """Always `find_in_page`."""
    url: str
    """URL of the page."""
    pattern: str
    """The text to find."""


class UnknownWebSearchActionParam(TypedDict):
    """A step with a type that this contract does not know."""

    type: str
    """The type."""


ResponseWebSearchActionParam: TypeAlias = (
    ResponseWebSearchQueryParam
    | ResponseWebSearchQuery
    | ResponseWebSearchOpenPageParam
    | ResponseWebSearchOpenPage
    | ResponseWebSearchFindInPageParam
    | ResponseWebSearchFindInPage
    | UnknownWebSearchActionParam
    | UnknownWebSearchAction
)
"""A step of a web search."""


class ResponseWebSearchCallParam(TypedDict):
    """A web search."""

    type: Literal["web_search_call"]
    """Always `web_search_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    action: NotRequired[ResponseWebSearchActionParam | None]
    """What the search did."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseLocalShellActionParam(TypedDict):
    """A command."""

    type: str
    """Always `exec`."""
    command: list[str]
    """The program and its arguments."""
    env: NotRequired[Mapping[str, str] | None]
    """Environment variables."""
    timeout_ms: NotRequired[int | None]
    """Time limit, in milliseconds."""
    user: NotRequired[str | None]
    """User that runs the command."""
    working_directory: NotRequired[str | None]
    """Directory in which the command runs."""


class ResponseLocalShellCallParam(TypedDict):
    """A shell command for the machine of the caller."""

    type: Literal["local_shell_call"]
    """Always `local_shell_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    action: ResponseLocalShellActionParam | ResponseLocalShellAction
    """The command."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseShellActionParam(TypedDict):
    """Shell commands."""

    commands: list[str]
    """The commands."""
    max_output_length: NotRequired[int | None]
    """Maximum length of the output, in characters."""
    timeout_ms: NotRequired[int | None]
    """Time limit, in milliseconds."""


class ResponseShellCallParam(TypedDict):
    """Shell commands for a container or for the machine of the caller."""

    type: Literal["shell_call"]
    """Always `shell_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    action: NotRequired[ResponseShellActionParam | ResponseShellAction | None]
    """The commands."""
    arguments: NotRequired[str | None]
    """The arguments as a JSON string."""
    environment: NotRequired[object]
    """Where the commands run."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseShellOutcomeParam(TypedDict):
    """How a command ended."""

    type: ResponseShellOutcomeType
    """Kind of the end."""
    exit_code: NotRequired[int | None]
    """The exit code, if the command ended."""


class ResponseShellOutputParam(TypedDict):
    """The output of a shell command."""

    stdout: str
    """Standard output."""
    stderr: str
    """Standard error."""
    outcome: ResponseShellOutcomeParam | ResponseShellOutcome
    """How the command ended."""


class ResponseShellCallOutputParam(TypedDict):
    """The output of shell commands."""

    type: Literal["shell_call_output"]
    """Always `shell_call_output`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call."""
    output: Iterable[ResponseShellOutputParam | ResponseShellOutput]
    """The output of each command."""
    max_output_length: NotRequired[int | None]
    """Maximum length of the output, in characters."""
    container_id: NotRequired[str | None]
    """Id of the container."""
    files: NotRequired[Iterable[ResponseContainerFileCitationParam | ResponseContainerFileCitation] | None]
    """Files that the commands created."""
    error: NotRequired[str | None]
    """Why the commands failed."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseMcpErrorParam(TypedDict):
    """An error of an MCP call."""

    type: ResponseMcpErrorType
    """Kind of the error."""
    code: NotRequired[int | None]
    """Code of the error."""
    message: NotRequired[str | None]
    """The reason."""
    content: NotRequired[object]
    """Content of the failed result."""


ResponseMcpErrorOrTextParam: TypeAlias = str | ResponseMcpErrorParam | ResponseMcpError
"""An error of an MCP tool, or its text."""


class ResponseMcpCallParam(TypedDict):
    """A call of a tool on an MCP server."""

    type: Literal["mcp_call"]
    """Always `mcp_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    server_label: str
    """Label of the server."""
    name: str
    """Name of the tool."""
    arguments: str
    """The arguments as a JSON string."""
    output: NotRequired[str | None]
    """The output."""
    error: NotRequired[ResponseMcpErrorOrTextParam | ResponseMcpErrorOrText | None]
    """Why the call failed."""
    approval_request_id: NotRequired[str | None]
    """Id of the approval request."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseMcpListedToolParam(TypedDict):
    """A tool of an MCP server."""

    name: str
    """Name of the tool."""
    description: NotRequired[str | None]
    """Description of the tool."""
    input_schema: NotRequired[object]
    """JSON Schema of the arguments."""
    annotations: NotRequired[object]
    """Annotations of the tool."""


class ResponseMcpListToolsParam(TypedDict):
    """The tools of an MCP server."""

    type: Literal["mcp_list_tools"]
    """Always `mcp_list_tools`."""
    id: NotRequired[str | None]
    """Id of the item."""
    server_label: str
    """Label of the server."""
    tools: Iterable[ResponseMcpListedToolParam | ResponseMcpListedTool]
    """The tools."""
    error: NotRequired[str | None]
    """Why the tools could not be listed."""


class ResponseMcpApprovalRequestParam(TypedDict):
    """An MCP call that needs approval."""

    type: Literal["mcp_approval_request"]
    """Always `mcp_approval_request`."""
    id: NotRequired[str | None]
    """Id of the item."""
    server_label: str
    """Label of the server."""
    name: str
    """Name of the tool."""
    arguments: str
    """The arguments as a JSON string."""


class ResponseToolSearchCallParam(TypedDict):
    """A search in the tools of the request by the provider or the caller."""

    type: Literal["tool_search_call"]
    """Always `tool_search_call`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: NotRequired[str | None]
    """Id of the call. The output refers to it."""
    arguments: NotRequired[object]
    """The arguments."""
    execution: NotRequired[ResponseToolSearchExecution | None]
    """Who searches."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseToolSearchOutputParam(TypedDict):
    """The tools that a tool search found."""

    type: Literal["tool_search_output"]
    """Always `tool_search_output`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: NotRequired[str | None]
    """Id of the call."""
    tools: Iterable[object]
    """The tools."""
    execution: NotRequired[ResponseToolSearchExecution | None]
    """Who searches."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""


class ResponseProgramParam(TypedDict):
    """Code by which the model calls tools."""

    type: Literal["program"]
    """Always `program`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: NotRequired[str | None]
    """Id of the call. The output refers to it."""
    code: NotRequired[str | None]
    """The code."""
    fingerprint: NotRequired[str | None]
    """Fingerprint of the program."""


class ResponseProgramOutputParam(TypedDict):
    """The result of a program."""

    type: Literal["program_output"]
    """Always `program_output`."""
    id: NotRequired[str | None]
    """Id of the item."""
    call_id: str
    """Id of the call."""
    result: NotRequired[str | None]
    """The result."""
    status: NotRequired[ResponseItemStatus | None]
    """Status of the item."""
