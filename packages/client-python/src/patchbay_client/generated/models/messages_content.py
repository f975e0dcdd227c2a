# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from ..._models import Model as BaseModel, Tagged, UnknownTag
from .messages_citations import TextCitation


class AdvisorResult(BaseModel):
    """The advice."""

    type: Literal["advisor_result"]
    """Always `advisor_result`."""
    text: str
    """The text."""
    stop_reason: str | None = None
    """Why the advisor stopped."""


class AdvisorRedactedResult(BaseModel):
    """Advice that only the model reads."""

    type: Literal["advisor_redacted_result"]
    """Always `advisor_redacted_result`."""
    encrypted_content: str
    """The encrypted advice. Send it back unchanged."""
    stop_reason: str | None = None
    """Why the advisor stopped."""


class AdvisorToolResultError(BaseModel):
    """An advisor that could not be asked."""

    type: Literal["advisor_tool_result_error"]
    """Always `advisor_tool_result_error`."""
    error_code: str
    """What went wrong, such as `overloaded`."""


class UnknownAdvisorContent(BaseModel):
    """A value of another type."""

    type: UnknownTag
    """The type."""


AdvisorContent: TypeAlias = Annotated[
    AdvisorResult | AdvisorRedactedResult | AdvisorToolResultError | UnknownAdvisorContent,
    Tagged(
        "type",
        {
            "advisor_result": AdvisorResult,
            "advisor_redacted_result": AdvisorRedactedResult,
            "advisor_tool_result_error": AdvisorToolResultError,
        },
        UnknownAdvisorContent,
    ),
]
"""The advice of a second model, or an error."""


BlockCacheControlTtl: TypeAlias = Literal["5m", "1h"] | str
"""Time to live of the cache entry. Default: `5m`.

- `5m`: Five minutes.
- `1h`: One hour.
"""


class BlockCacheControl(BaseModel):
    """Requests that the provider cache the prompt up to this block."""

    type: Literal["ephemeral"]
    """Always `ephemeral`."""
    ttl: BlockCacheControlTtl | None = None
    """Time to live of the cache entry. Default: `5m`."""


class AdvisorToolResultBlock(BaseModel):
    """The advice of a second model."""

    type: Literal["advisor_tool_result"]
    """Always `advisor_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: AdvisorContent
    """The advice, or an error."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class Base64PdfSource(BaseModel):
    """A PDF as base64."""

    type: Literal["base64"]
    """Always `base64`."""
    media_type: str
    """The media type, `application/pdf`."""
    data: str
    """The document as base64."""


class CodeExecutionOutput(BaseModel):
    """A file that code wrote."""

    type: str
    """`code_execution_output` or `bash_code_execution_output`."""
    file_id: str
    """Id of the file."""


class BashCodeExecutionResult(BaseModel):
    """Output of a shell command."""

    type: Literal["bash_code_execution_result"]
    """Always `bash_code_execution_result`."""
    stdout: str
    """Text written to the standard output stream."""
    return_code: int
    """Exit code of the process."""
    stderr: str
    """Text written to the standard error stream."""
    content: list[CodeExecutionOutput]
    """Files that the code wrote."""


BashCodeExecutionToolResultErrorCode: TypeAlias = (
    Literal[
        "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "output_file_too_large"
    ]
    | str
)
"""What went wrong.

- `invalid_tool_input`: The arguments are invalid.
- `unavailable`: The tool is unavailable.
- `too_many_requests`: A rate limit was exceeded.
- `execution_time_exceeded`: The code ran too long.
- `output_file_too_large`: An output file is too large.
"""


class BashCodeExecutionToolResultError(BaseModel):
    """A shell command that could not be run."""

    type: Literal["bash_code_execution_tool_result_error"]
    """Always `bash_code_execution_tool_result_error`."""
    error_code: BashCodeExecutionToolResultErrorCode
    """What went wrong."""


class UnknownBashCodeExecutionContent(BaseModel):
    """A value of another type."""

    type: UnknownTag
    """The type."""


BashCodeExecutionContent: TypeAlias = Annotated[
    BashCodeExecutionResult | BashCodeExecutionToolResultError | UnknownBashCodeExecutionContent,
    Tagged(
        "type",
        {
            "bash_code_execution_result": BashCodeExecutionResult,
            "bash_code_execution_tool_result_error": BashCodeExecutionToolResultError,
        },
        UnknownBashCodeExecutionContent,
    ),
]
"""The output of a shell command, or an error."""


class BashCodeExecutionToolResultBlock(BaseModel):
    """The result of a shell command that the model ran."""

    type: Literal["bash_code_execution_tool_result"]
    """Always `bash_code_execution_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: BashCodeExecutionContent
    """The output, or an error."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class BashToolResultBlock(BaseModel):
    """The result of OpenRouter's bash tool."""

    type: Literal["openrouter_bash_tool_result"]
    """Always `openrouter_bash_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: dict[str, Any]
    """The output."""
    container_id: str | None = None
    """Id of the container."""
    files: list[dict[str, Any]] | None = None
    """Files that the command wrote."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class CitationsConfig(BaseModel):
    """Citation settings."""

    enabled: bool | None = None
    """Whether the model cites the source."""


class CodeExecutionResult(BaseModel):
    """Output of code."""

    type: Literal["code_execution_result"]
    """Always `code_execution_result`."""
    stdout: str
    """Text written to the standard output stream."""
    return_code: int
    """Exit code of the process."""
    stderr: str
    """Text written to the standard error stream."""
    content: list[CodeExecutionOutput]
    """Files that the code wrote."""


class EncryptedCodeExecutionResult(BaseModel):
    """Output of code that only the model reads."""

    type: Literal["encrypted_code_execution_result"]
    """Always `encrypted_code_execution_result`."""
    encrypted_stdout: str
    """The encrypted standard output. Send it back unchanged."""
    return_code: int
    """Exit code of the process."""
    stderr: str
    """Text written to the standard error stream."""
    content: list[CodeExecutionOutput]
    """Files that the code wrote."""


ServerToolErrorCode: TypeAlias = (
    Literal["invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"] | str
)
"""Why a server tool failed.

- `invalid_tool_input`: The arguments are invalid.
- `unavailable`: The tool is unavailable.
- `too_many_requests`: A rate limit was exceeded.
- `execution_time_exceeded`: The code ran too long.
"""


class CodeExecutionToolResultError(BaseModel):
    """Code that could not be run."""

    type: Literal["code_execution_tool_result_error"]
    """Always `code_execution_tool_result_error`."""
    error_code: ServerToolErrorCode
    """What went wrong."""


class UnknownCodeExecutionContent(BaseModel):
    """A value of another type."""

    type: UnknownTag
    """The type."""


CodeExecutionContent: TypeAlias = Annotated[
    CodeExecutionResult | EncryptedCodeExecutionResult | CodeExecutionToolResultError | UnknownCodeExecutionContent,
    Tagged(
        "type",
        {
            "code_execution_result": CodeExecutionResult,
            "encrypted_code_execution_result": EncryptedCodeExecutionResult,
            "code_execution_tool_result_error": CodeExecutionToolResultError,
        },
        UnknownCodeExecutionContent,
    ),
]
"""The output of code, or an error."""


class CodeExecutionToolResultBlock(BaseModel):
    """The result of code that the model ran."""

    type: Literal["code_execution_tool_result"]
    """Always `code_execution_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: CodeExecutionContent
    """The output, or an error."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class CompactionBlock(BaseModel):
    """A summary that replaces earlier messages. Send it back unchanged."""

    type: Literal["compaction"]
    """Always `compaction`."""
    content: str | None = None
    """The summary; None if the compaction failed."""
    encrypted_content: str | None = None
    """The provider's data. Send it back unchanged."""
    signature: str | None = None
    """The provider's signature of the block."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class ContainerUploadBlock(BaseModel):
    """A file that is copied into the code execution tool's container."""

    type: Literal["container_upload"]
    """Always `container_upload`."""
    file_id: str
    """Id of the file."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class TextBlock(BaseModel):
    """Text of the model."""

    type: Literal["text"]
    """Always `text`."""
    text: str
    """The text."""
    citations: list[TextCitation] | None
    """The sources of the text; None if there are none."""


class ThinkingBlock(BaseModel):
    """Reasoning of the model. Send it back unchanged; Claude models require it to continue after a tool call."""

    type: Literal["thinking"]
    """Always `thinking`."""
    thinking: str
    """The reasoning; empty if `thinking.display` is `omitted`."""
    signature: str
    """The provider's signature of the block. Empty for models that sign nothing."""


class RedactedThinkingBlock(BaseModel):
    """Encrypted reasoning of the model. Send it back unchanged."""

    type: Literal["redacted_thinking"]
    """Always `redacted_thinking`."""
    data: str
    """The encrypted reasoning."""


ToolCallerType: TypeAlias = (
    Literal["direct", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"] | str
)
"""The caller.

- `direct`: The model.
- `code_execution_20250825`: Code that the model runs.
- `code_execution_20260120`: Code that the model runs.
- `code_execution_20260521`: Code that the model runs.
"""


class ToolCaller(BaseModel):
    """Who called a tool."""

    type: ToolCallerType
    """The caller."""
    tool_id: str | None = None
    """Id of the call of the code execution tool; absent if the model called directly."""


class ToolUseBlock(BaseModel):
    """A call of one of the caller's tools. Send the result in a `tool_result` block of the next user message."""

    type: Literal["tool_use"]
    """Always `tool_use`."""
    id: str
    """Id of the call, for the result."""
    name: str
    """Name of the tool."""
    input: dict[str, Any]
    """The arguments."""
    caller: ToolCaller | None = None
    """Who called the tool."""
    toolset_name: str | None = None
    """The toolset that contains the tool."""


class ServerToolUseBlock(BaseModel):
    """A call of a server tool. The result follows in the same response."""

    type: Literal["server_tool_use"]
    """Always `server_tool_use`."""
    id: str
    """Id of the call, for the result."""
    name: str
    """Name of the tool, such as `web_search`."""
    input: dict[str, Any]
    """The arguments."""
    caller: ToolCaller | None = None
    """Who called the tool."""


class WebSearchResultBlock(BaseModel):
    """A page found by a web search."""

    type: Literal["web_search_result"]
    """Always `web_search_result`."""
    url: str
    """URL of the page."""
    title: str
    """Title of the page."""
    encrypted_content: str
    """The text of the page as the provider encrypted it. Send it back unchanged."""
    page_age: str | None = None
    """Age of the page, such as `3 days ago`."""


WebSearchToolResultErrorCode: TypeAlias = (
    Literal[
        "invalid_tool_input",
        "unavailable",
        "max_uses_exceeded",
        "too_many_requests",
        "query_too_long",
        "request_too_large",
    ]
    | str
)
"""What went wrong.

- `invalid_tool_input`: The arguments are invalid.
- `unavailable`: The tool is unavailable.
- `max_uses_exceeded`: The tool was used too often in this request.
- `too_many_requests`: A rate limit was exceeded.
- `query_too_long`: The query is too long.
- `request_too_large`: The request is too large.
"""


class WebSearchToolResultError(BaseModel):
    """A web search that failed."""

    type: Literal["web_search_tool_result_error"]
    """Always `web_search_tool_result_error`."""
    error_code: WebSearchToolResultErrorCode
    """What went wrong."""


WebSearchToolResultContent: TypeAlias = list[WebSearchResultBlock] | WebSearchToolResultError
"""The pages that a web search found, or an error."""


class WebSearchToolResultBlock(BaseModel):
    """The result of a web search."""

    type: Literal["web_search_tool_result"]
    """Always `web_search_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: WebSearchToolResultContent
    """The search results, or an error."""
    caller: ToolCaller | None = None
    """Who called the tool."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class PlainTextSource(BaseModel):
    """Plain text."""

    type: Literal["text"]
    """Always `text`."""
    media_type: str
    """The media type, `text/plain`."""
    data: str
    """The text."""


WebFetchSource: TypeAlias = Annotated[
    Base64PdfSource | PlainTextSource, Tagged("type", {"base64": Base64PdfSource, "text": PlainTextSource})
]
"""The content of a fetched page."""


class WebFetchDocument(BaseModel):
    """A fetched page as a document."""

    type: Literal["document"]
    """Always `document`."""
    source: WebFetchSource
    """The content of the page."""
    title: str | None = None
    """Title of the page."""
    citations: CitationsConfig | None = None
    """Whether the model cites the page."""


class WebFetchResult(BaseModel):
    """A fetched page."""

    type: Literal["web_fetch_result"]
    """Always `web_fetch_result`."""
    url: str
    """URL of the page."""
    content: WebFetchDocument
    """The page as a document."""
    retrieved_at: str | None = None
    """Time of the fetch, ISO 8601 in UTC."""


WebFetchToolResultErrorCode: TypeAlias = (
    Literal[
        "invalid_tool_input",
        "url_too_long",
        "url_not_allowed",
        "url_not_in_prior_context",
        "url_not_accessible",
        "unsupported_content_type",
        "too_many_requests",
        "max_uses_exceeded",
        "unavailable",
        "content_too_large",
    ]
    | str
)
"""What went wrong.

- `invalid_tool_input`: The arguments are invalid.
- `url_too_long`: The URL is too long.
- `url_not_allowed`: The settings of the tool exclude the URL.
- `url_not_in_prior_context`: The URL does not occur in the conversation.
- `url_not_accessible`: The page could not be fetched.
- `unsupported_content_type`: The page has an unsupported media type.
- `too_many_requests`: A rate limit was exceeded.
- `max_uses_exceeded`: The tool was used too often in this request.
- `unavailable`: The tool is unavailable.
- `content_too_large`: The page is too large.
"""


class WebFetchToolResultError(BaseModel):
    """A web fetch that failed."""

    type: Literal["web_fetch_tool_result_error"]
    """Always `web_fetch_tool_result_error`."""
    error_code: WebFetchToolResultErrorCode
    """What went wrong."""


class UnknownWebFetchContent(BaseModel):
    """A value of another type."""

    type: UnknownTag
    """The type."""


WebFetchContent: TypeAlias = Annotated[
    WebFetchResult | WebFetchToolResultError | UnknownWebFetchContent,
    Tagged(
        "type",
        {"web_fetch_result": WebFetchResult, "web_fetch_tool_result_error": WebFetchToolResultError},
        UnknownWebFetchContent,
    ),
]
"""A fetched page, or an error."""


class WebFetchToolResultBlock(BaseModel):
    """The result of a web fetch."""

    type: Literal["web_fetch_tool_result"]
    """Always `web_fetch_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: WebFetchContent
    """The page, or an error."""
    caller: ToolCaller | None = None
    """Who called the tool."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


TextEditorViewResultFileType: TypeAlias = Literal["text", "image", "pdf"] | str
"""The kind of file.

- `text`: Text.
- `image`: An image.
- `pdf`: A PDF.
"""


class TextEditorViewResult(BaseModel):
    """The content of a file."""

    type: Literal["text_editor_code_execution_view_result"]
    """Always `text_editor_code_execution_view_result`."""
    content: str
    """The content."""
    file_type: TextEditorViewResultFileType
    """The kind of file."""
    num_lines: int | None = None
    """Number of lines in `content`."""
    start_line: int | None = None
    """First line."""
    total_lines: int | None = None
    """Number of lines in the file."""


class TextEditorCreateResult(BaseModel):
    """A file that was written."""

    type: Literal["text_editor_code_execution_create_result"]
    """Always `text_editor_code_execution_create_result`."""
    is_file_update: bool
    """Whether the file existed before."""


class TextEditorReplaceResult(BaseModel):
    """A text that was replaced."""

    type: Literal["text_editor_code_execution_str_replace_result"]
    """Always `text_editor_code_execution_str_replace_result`."""
    lines: list[str] | None = None
    """The changed lines."""
    old_start: int | None = None
    """First line before the change."""
    old_lines: int | None = None
    """Number of lines before the change."""
    new_start: int | None = None
    """First line after the change."""
    new_lines: int | None = None
    """Number of lines after the change."""


TextEditorToolResultErrorCode: TypeAlias = (
    Literal["invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "file_not_found"] | str
)
"""What went wrong.

- `invalid_tool_input`: The arguments are invalid.
- `unavailable`: The tool is unavailable.
- `too_many_requests`: A rate limit was exceeded.
- `execution_time_exceeded`: The code ran too long.
- `file_not_found`: The file does not exist.
"""


class TextEditorToolResultError(BaseModel):
    """A file operation that failed."""

    type: Literal["text_editor_code_execution_tool_result_error"]
    """Always `text_editor_code_execution_tool_result_error`."""
    error_code: TextEditorToolResultErrorCode
    """What went wrong."""
    error_message: str | None = None
    """Error message for people."""


class UnknownTextEditorCodeExecutionContent(BaseModel):
    """A value of another type."""

    type: UnknownTag
    """The type."""


TextEditorCodeExecutionContent: TypeAlias = Annotated[
    TextEditorViewResult
    | TextEditorCreateResult
    | TextEditorReplaceResult
    | TextEditorToolResultError
    | UnknownTextEditorCodeExecutionContent,
    Tagged(
        "type",
        {
            "text_editor_code_execution_view_result": TextEditorViewResult,
            "text_editor_code_execution_create_result": TextEditorCreateResult,
            "text_editor_code_execution_str_replace_result": TextEditorReplaceResult,
            "text_editor_code_execution_tool_result_error": TextEditorToolResultError,
        },
        UnknownTextEditorCodeExecutionContent,
    ),
]
"""A file, a change, or an error."""


class TextEditorCodeExecutionToolResultBlock(BaseModel):
    """The result of a file operation of the model."""

    type: Literal["text_editor_code_execution_tool_result"]
    """Always `text_editor_code_execution_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: TextEditorCodeExecutionContent
    """The file, the change, or an error."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class ToolReferenceBlock(BaseModel):
    """A tool found by a tool search. Its definition is loaded."""

    type: Literal["tool_reference"]
    """Always `tool_reference`."""
    tool_name: str
    """Name of the tool."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class ToolSearchResult(BaseModel):
    """The tools found."""

    type: Literal["tool_search_tool_search_result"]
    """Always `tool_search_tool_search_result`."""
    tool_references: list[ToolReferenceBlock]
    """The tools."""


class ToolSearchToolResultError(BaseModel):
    """A tool search that failed."""

    type: Literal["tool_search_tool_result_error"]
    """Always `tool_search_tool_result_error`."""
    error_code: ServerToolErrorCode
    """What went wrong."""
    error_message: str | None = None
    """Error message for people."""


class UnknownToolSearchContent(BaseModel):
    """A value of another type."""

    type: UnknownTag
    """The type."""


ToolSearchContent: TypeAlias = Annotated[
    ToolSearchResult | ToolSearchToolResultError | UnknownToolSearchContent,
    Tagged(
        "type",
        {
            "tool_search_tool_search_result": ToolSearchResult,
            "tool_search_tool_result_error": ToolSearchToolResultError,
        },
        UnknownToolSearchContent,
    ),
]
"""The tools found, or an error."""


class ToolSearchToolResultBlock(BaseModel):
    """The result of a tool search."""

    type: Literal["tool_search_tool_result"]
    """Always `tool_search_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: ToolSearchContent
    """The tools found, or an error."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class McpToolUseBlock(BaseModel):
    """A call of a tool of an MCP server that the provider connects to."""

    type: Literal["mcp_tool_use"]
    """Always `mcp_tool_use`."""
    id: str
    """Id of the call, for the result."""
    name: str
    """Name of the tool."""
    server_name: str
    """Name of the MCP server."""
    input: dict[str, Any]
    """The arguments."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class McpTextBlock(BaseModel):
    """Text of a tool result."""

    type: Literal["text"]
    """Always `text`."""
    text: str
    """The text."""


McpToolResultContent: TypeAlias = str | list[McpTextBlock]
"""The result of an MCP tool, as text or as a list of blocks."""


class McpToolResultBlock(BaseModel):
    """The result of a tool of an MCP server."""

    type: Literal["mcp_tool_result"]
    """Always `mcp_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: McpToolResultContent | None = None
    """The result, as a string or a list of text blocks."""
    is_error: bool | None = None
    """Whether the tool failed."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class McpTool(BaseModel):
    """A tool of an MCP server."""

    name: str
    """Name of the tool."""
    description: str | None = None
    """When and how to call the tool."""
    input_schema: dict[str, Any]
    """JSON Schema of the arguments."""


class McpToolListingBlock(BaseModel):
    """The tools of an MCP server that the provider connects to. Send it back unchanged."""

    type: Literal["mcp_tool_listing"]
    """Always `mcp_tool_listing`."""
    mcp_server_name: str
    """Name of the MCP server."""
    tools: list[McpTool]
    """The tools."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class FallbackModel(BaseModel):
    """A model of a fallback."""

    model: str
    """Id of the model."""


class FallbackTrigger(BaseModel):
    """Why a model stopped."""

    type: str
    """The reason, such as `refusal`."""
    category: str | None = None
    """The category of the refusal."""


class FallbackBlock(BaseModel):
    """Marks the place where another model continued the response."""

    type: Literal["fallback"]
    """Always `fallback`."""
    from_: FallbackModel = Field(alias="from")
    """The model that stopped."""
    to: FallbackModel
    """The model that continued."""
    trigger: FallbackTrigger | None = None
    """Why the first model stopped."""


class ShellToolResultBlock(BaseModel):
    """The result of OpenRouter's shell tool."""

    type: Literal["openrouter_shell_tool_result"]
    """Always `openrouter_shell_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: dict[str, Any]
    """The output."""
    container_id: str | None = None
    """Id of the container."""
    files: list[dict[str, Any]] | None = None
    """Files that the command wrote."""
    cache_control: BlockCacheControl | None = None
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class DeferredToolSearchResultBlock(BaseModel):
    """The tools found by a search among deferred tools."""

    type: Literal["openrouter_tool_search_result"]
    """Always `openrouter_tool_search_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: dict[str, Any]
    """The tools found."""


class UnknownContentBlock(BaseModel):
    """A content block of another type."""

    type: UnknownTag
    """The type."""


ContentBlock: TypeAlias = Annotated[
    TextBlock
    | ThinkingBlock
    | RedactedThinkingBlock
    | ToolUseBlock
    | ServerToolUseBlock
    | WebSearchToolResultBlock
    | WebFetchToolResultBlock
    | CodeExecutionToolResultBlock
    | BashCodeExecutionToolResultBlock
    | TextEditorCodeExecutionToolResultBlock
    | ToolSearchToolResultBlock
    | McpToolUseBlock
    | McpToolResultBlock
    | McpToolListingBlock
    | ContainerUploadBlock
    | CompactionBlock
    | AdvisorToolResultBlock
    | FallbackBlock
    | ShellToolResultBlock
    | BashToolResultBlock
    | DeferredToolSearchResultBlock
    | UnknownContentBlock,
    Tagged(
        "type",
        {
            "text": TextBlock,
            "thinking": ThinkingBlock,
            "redacted_thinking": RedactedThinkingBlock,
            "tool_use": ToolUseBlock,
            "server_tool_use": ServerToolUseBlock,
            "web_search_tool_result": WebSearchToolResultBlock,
            "web_fetch_tool_result": WebFetchToolResultBlock,
            "code_execution_tool_result": CodeExecutionToolResultBlock,
            "bash_code_execution_tool_result": BashCodeExecutionToolResultBlock,
            "text_editor_code_execution_tool_result": TextEditorCodeExecutionToolResultBlock,
            "tool_search_tool_result": ToolSearchToolResultBlock,
            "mcp_tool_use": McpToolUseBlock,
            "mcp_tool_result": McpToolResultBlock,
            "mcp_tool_listing": McpToolListingBlock,
            "container_upload": ContainerUploadBlock,
            "compaction": CompactionBlock,
            "advisor_tool_result": AdvisorToolResultBlock,
            "fallback": FallbackBlock,
            "openrouter_shell_tool_result": ShellToolResultBlock,
            "openrouter_bash_tool_result": BashToolResultBlock,
            "openrouter_tool_search_result": DeferredToolSearchResultBlock,
        },
        UnknownContentBlock,
    ),
]
"""A content block of a response. Append the blocks to the conversation unchanged."""
