# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from ..._models import Model as BaseModel, Tagged, UnknownTag
from .reasoning import ReasoningFormat
from .responses_content import ResponseContainerFileCitation, ResponseReasoningText, ResponseSummaryText

ResponseItemStatus: TypeAlias = (
    Literal["in_progress", "completed", "incomplete", "failed", "searching", "generating", "interpreting"] | str
)
"""Status of an item.

- `in_progress`: The item is being generated or run.
- `completed`: The item is complete.
- `incomplete`: Generation stopped before the item was complete.
- `failed`: The call failed.
- `searching`: The search is running.
- `generating`: The image is being generated.
- `interpreting`: The code is running.
"""


ResponseApplyPatchOperationType: TypeAlias = Literal["create_file", "update_file", "delete_file"] | str
"""Kind of the change.

- `create_file`: Creates the file.
- `update_file`: Changes the file.
- `delete_file`: Deletes the file.
"""


class ResponseApplyPatchOperation(BaseModel):
    """A change of a file."""

    type: ResponseApplyPatchOperationType
    """Kind of the change."""
    path: str
    """Path of the file."""
    diff: str | None = None
    """The content as a diff."""


class ResponseApplyPatchCall(BaseModel):
    """A change of a file that the model requested."""

    type: Literal["apply_patch_call"]
    """Always `apply_patch_call`."""
    id: str | None = None
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    operation: ResponseApplyPatchOperation
    """The change."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseCodeInterpreterLogs(BaseModel):
    """Printed text."""

    type: Literal["logs"]
    """Always `logs`."""
    logs: str
    """The text."""


class ResponseCodeInterpreterImage(BaseModel):
    """An image."""

    type: Literal["image"]
    """Always `image`."""
    url: str
    """URL of the image."""


class ResponseCodeInterpreterFile(BaseModel):
    """A file."""

    type: Literal["file"]
    """Always `file`."""
    id: str | None = None
    """Id of the file."""
    filename: str | None = None
    """Name of the file."""
    media_type: str | None = None
    """Media type of the file."""
    size_bytes: int | None = None
    """Size of the file, in bytes."""
    sha256: str | None = None
    """SHA-256 of the file in hexadecimal."""
    status: str | None = None
    """Status of the file."""
    error_code: str | None = None
    """Why the file could not be stored."""
    download_url: str | None = None
    """URL of the file."""
    expires_at: str | None = None
    """When the file is deleted."""


class UnknownCodeInterpreterOutput(BaseModel):
    """An output with a type that this contract does not know."""

    type: UnknownTag
    """The type."""


ResponseCodeInterpreterOutput: TypeAlias = Annotated[
    ResponseCodeInterpreterLogs
    | ResponseCodeInterpreterImage
    | ResponseCodeInterpreterFile
    | UnknownCodeInterpreterOutput,
    Tagged(
        "type",
        {
            "logs": ResponseCodeInterpreterLogs,
            "image": ResponseCodeInterpreterImage,
            "file": ResponseCodeInterpreterFile,
        },
        UnknownCodeInterpreterOutput,
    ),
]
"""Something that code produced."""


class ResponseCodeInterpreterCall(BaseModel):
    """Code that the provider ran."""

    type: Literal["code_interpreter_call"]
    """Always `code_interpreter_call`."""
    id: str | None = None
    """Id of the item."""
    code: str | None = None
    """The code."""
    container_id: str | None = None
    """Id of the container."""
    outputs: list[ResponseCodeInterpreterOutput] | None = None
    """What the code produced."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseCompaction(BaseModel):
    """A compacted conversation, which replaces the items before it."""

    type: Literal["compaction"]
    """Always `compaction`."""
    id: str | None = None
    """Id of the item."""
    encrypted_content: str
    """The conversation, which only the provider can decrypt."""


ResponsePhase: TypeAlias = Literal["commentary", "final_answer"] | str
"""Whether a message is a remark on the way or the answer.

- `commentary`: A remark between tool calls.
- `final_answer`: The answer.
"""


class ResponseReasoning(BaseModel):
    """Reasoning of the model. Send it back unchanged, so that the model can continue from it."""

    type: Literal["reasoning"]
    """Always `reasoning`."""
    id: str | None = None
    """Id of the item."""
    summary: list[ResponseSummaryText]
    """Summaries of the reasoning."""
    content: list[ResponseReasoningText] | None = None
    """The reasoning as text."""
    encrypted_content: str | None = None
    """Reasoning that only the provider can decrypt. Included if `include` has `reasoning.encrypted_content`."""
    signature: str | None = None
    """The provider's signature of the text."""
    format: ReasoningFormat | None = None
    """The provider format of the reasoning."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseFunctionCall(BaseModel):
    """A call of a function that the model requested. The caller runs the function and sends a `function_call_output`."""

    type: Literal["function_call"]
    """Always `function_call`."""
    id: str | None = None
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    name: str
    """Name of the function. Models may invent names."""
    arguments: str
    """The arguments as a JSON string. Models may produce invalid JSON."""
    namespace: str | None = None
    """Name of the namespace tool that contains the function."""
    caller: Any = None
    """Whether the model or one of its programs requested the call."""
    async_: bool | None = Field(default=None, alias="async")
    """Whether the model continues before the output arrives."""
    subagent_id: str | None = None
    """Id of the subagent that requested the call."""
    subagent_items: list[Any] | None = None
    """Items that the subagent produced."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseCustomToolCall(BaseModel):
    """A call of a custom tool. Its input is free text."""

    type: Literal["custom_tool_call"]
    """Always `custom_tool_call`."""
    id: str | None = None
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    name: str
    """Name of the tool."""
    input: str
    """The input."""
    namespace: str | None = None
    """Name of the namespace tool that contains the tool."""
    async_: bool | None = Field(default=None, alias="async")
    """Whether the model continues before the output arrives."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseWebSearchSource(BaseModel):
    """A page that a search found."""

    type: str
    """Kind of the source, usually `url`."""
    url: str | None = None
    """URL of the page."""


class ResponseWebSearchQuery(BaseModel):
    """A search."""

    type: Literal["search"]
    """Always `search`."""
    query: str | None = None
    """The query."""
    queries: list[str] | None = None
    """All queries."""
    sources: list[ResponseWebSearchSource] | None = None
    """The pages that were found."""


class ResponseWebSearchOpenPage(BaseModel):
    """Opens a page."""

    type: Literal["open_page"]
    """Always `open_page`."""
    url: str | None = None
    """URL of the page."""


class ResponseWebSearchFindInPage(BaseModel):
    """Searches in a page."""

    type: Literal["find_in_page"]
    """Always `find_in_page`."""
    url: str
    """URL of the page."""
    pattern: str
    """The text to find."""


class UnknownWebSearchAction(BaseModel):
    """A step with a type that this contract does not know."""

    type: UnknownTag
    """The type."""


ResponseWebSearchAction: TypeAlias = Annotated[
    ResponseWebSearchQuery | ResponseWebSearchOpenPage | ResponseWebSearchFindInPage | UnknownWebSearchAction,
    Tagged(
        "type",
        {
            "search": ResponseWebSearchQuery,
            "open_page": ResponseWebSearchOpenPage,
            "find_in_page": ResponseWebSearchFindInPage,
        },
        UnknownWebSearchAction,
    ),
]
"""A step of a web search."""


class ResponseWebSearchCall(BaseModel):
    """A web search."""

    type: Literal["web_search_call"]
    """Always `web_search_call`."""
    id: str | None = None
    """Id of the item."""
    action: ResponseWebSearchAction | None = None
    """What the search did."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseFileSearchCall(BaseModel):
    """A search in vector stores."""

    type: Literal["file_search_call"]
    """Always `file_search_call`."""
    id: str | None = None
    """Id of the item."""
    queries: list[str]
    """The queries."""
    results: list[Any] | None = None
    """The results, if `include` asks for them."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseImageGenerationCall(BaseModel):
    """An image that the provider generated."""

    type: Literal["image_generation_call"]
    """Always `image_generation_call`."""
    id: str | None = None
    """Id of the item."""
    result: str | None = None
    """The image as base64."""
    prompt: str | None = None
    """The prompt."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseSafetyCheck(BaseModel):
    """A safety check of a computer call."""

    id: str
    """Id of the check."""
    code: str | None = None
    """Kind of the check."""
    message: str | None = None
    """The reason."""


class ResponseComputerCall(BaseModel):
    """An action on a computer that the model requested."""

    type: Literal["computer_call"]
    """Always `computer_call`."""
    id: str | None = None
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    action: Any = None
    """The action."""
    pending_safety_checks: list[ResponseSafetyCheck] | None = None
    """Checks that the caller must acknowledge."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseLocalShellAction(BaseModel):
    """A command."""

    type: str
    """Always `exec`."""
    command: list[str]
    """The program and its arguments."""
    env: dict[str, str] | None = None
    """Environment variables."""
    timeout_ms: int | None = None
    """Time limit, in milliseconds."""
    user: str | None = None
    """User that runs the command."""
    working_directory: str | None = None
    """Directory in which the command runs."""


class ResponseLocalShellCall(BaseModel):
    """A shell command for the machine of the caller."""

    type: Literal["local_shell_call"]
    """Always `local_shell_call`."""
    id: str | None = None
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    action: ResponseLocalShellAction
    """The command."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseShellAction(BaseModel):
    """Shell commands."""

    commands: list[str]
    """The commands."""
    max_output_length: int | None = None
    """Maximum length of the output, in characters."""
    timeout_ms: int | None = None
    """Time limit, in milliseconds."""


class ResponseShellCall(BaseModel):
    """Shell commands for a container or for the machine of the caller."""

    type: Literal["shell_call"]
    """Always `shell_call`."""
    id: str | None = None
    """Id of the item."""
    call_id: str
    """Id of the call. The output refers to it."""
    action: ResponseShellAction | None = None
    """The commands."""
    arguments: str | None = None
    """The arguments as a JSON string."""
    environment: Any = None
    """Where the commands run."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


ResponseShellOutcomeType: TypeAlias = Literal["exit", "timeout"] | str
"""Kind of the end.

- `exit`: The command ended.
- `timeout`: The command reached the time limit.
"""


class ResponseShellOutcome(BaseModel):
    """How a command ended."""

    type: ResponseShellOutcomeType
    """Kind of the end."""
    exit_code: int | None = None
    """The exit code, if the command ended."""


class ResponseShellOutput(BaseModel):
    """The output of a shell command."""

    stdout: str
    """Standard output."""
    stderr: str
    """Standard error."""
    outcome: ResponseShellOutcome
    """How the command ended."""


class ResponseShellCallOutput(BaseModel):
    """The output of shell commands."""

    type: Literal["shell_call_output"]
    """Always `shell_call_output`."""
    id: str | None = None
    """Id of the item."""
    call_id: str
    """Id of the call."""
    output: list[ResponseShellOutput]
    """The output of each command."""
    max_output_length: int | None = None
    """Maximum length of the output, in characters."""
    container_id: str | None = None
    """Id of the container."""
    files: list[ResponseContainerFileCitation] | None = None
    """Files that the commands created."""
    error: str | None = None
    """Why the commands failed."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


ResponseMcpErrorType: TypeAlias = Literal["mcp_protocol_error", "http_error", "mcp_tool_execution_error"] | str
"""Kind of the error.

- `mcp_protocol_error`: An error of the protocol.
- `http_error`: An HTTP error.
- `mcp_tool_execution_error`: The tool failed.
"""


class ResponseMcpError(BaseModel):
    """An error of an MCP call."""

    type: ResponseMcpErrorType
    """Kind of the error."""
    code: int | None = None
    """Code of the error."""
    message: str | None = None
    """The reason."""
    content: Any = None
    """Content of the failed result."""


ResponseMcpErrorOrText: TypeAlias = str | ResponseMcpError
"""An error of an MCP tool, or its text."""


class ResponseMcpCall(BaseModel):
    """A call of a tool on an MCP server."""

    type: Literal["mcp_call"]
    """Always `mcp_call`."""
    id: str | None = None
    """Id of the item."""
    server_label: str
    """Label of the server."""
    name: str
    """Name of the tool."""
    arguments: str
    """The arguments as a JSON string."""
    output: str | None = None
    """The output."""
    error: ResponseMcpErrorOrText | None = None
    """Why the call failed."""
    approval_request_id: str | None = None
    """Id of the approval request."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseMcpListedTool(BaseModel):
    """A tool of an MCP server."""

    name: str
    """Name of the tool."""
    description: str | None = None
    """Description of the tool."""
    input_schema: Any = None
    """JSON Schema of the arguments."""
    annotations: Any = None
    """Annotations of the tool."""


class ResponseMcpListTools(BaseModel):
    """The tools of an MCP server."""

    type: Literal["mcp_list_tools"]
    """Always `mcp_list_tools`."""
    id: str | None = None
    """Id of the item."""
    server_label: str
    """Label of the server."""
    tools: list[ResponseMcpListedTool]
    """The tools."""
    error: str | None = None
    """Why the tools could not be listed."""


class ResponseMcpApprovalRequest(BaseModel):
    """An MCP call that needs approval."""

    type: Literal["mcp_approval_request"]
    """Always `mcp_approval_request`."""
    id: str | None = None
    """Id of the item."""
    server_label: str
    """Label of the server."""
    name: str
    """Name of the tool."""
    arguments: str
    """The arguments as a JSON string."""


ResponseToolSearchExecution: TypeAlias = Literal["server", "client"] | str
"""Where a tool search runs.

- `server`: The provider searches.
- `client`: The caller searches.
"""


class ResponseToolSearchCall(BaseModel):
    """A search in the tools of the request by the provider or the caller."""

    type: Literal["tool_search_call"]
    """Always `tool_search_call`."""
    id: str | None = None
    """Id of the item."""
    call_id: str | None = None
    """Id of the call. The output refers to it."""
    arguments: Any = None
    """The arguments."""
    execution: ResponseToolSearchExecution | None = None
    """Who searches."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseToolSearchOutput(BaseModel):
    """The tools that a tool search found."""

    type: Literal["tool_search_output"]
    """Always `tool_search_output`."""
    id: str | None = None
    """Id of the item."""
    call_id: str | None = None
    """Id of the call."""
    tools: list[Any]
    """The tools."""
    execution: ResponseToolSearchExecution | None = None
    """Who searches."""
    status: ResponseItemStatus | None = None
    """Status of the item."""


class ResponseProgram(BaseModel):
    """Code by which the model calls tools."""

    type: Literal["program"]
    """Always `program`."""
    id: str | None = None
    """Id of the item."""
    call_id: str | None = None
    """Id of the call. The output refers to it."""
    code: str | None = None
    """The code."""
    fingerprint: str | None = None
    """Fingerprint of the program."""


class ResponseProgramOutput(BaseModel):
    """The result of a program."""

    type: Literal["program_output"]
    """Always `program_output`."""
    id: str | None = None
    """Id of the item."""
    call_id: str
    """Id of the call."""
    result: str | None = None
    """The result."""
    status: ResponseItemStatus | None = None
    """Status of the item."""
