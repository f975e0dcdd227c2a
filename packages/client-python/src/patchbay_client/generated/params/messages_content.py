# Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from typing_extensions import NotRequired, TypedDict

from ..models.messages_content import (
    AdvisorRedactedResult,
    AdvisorResult,
    AdvisorToolResultBlock,
    AdvisorToolResultError,
    Base64PdfSource,
    BashCodeExecutionResult,
    BashCodeExecutionToolResultBlock,
    BashCodeExecutionToolResultError,
    BashCodeExecutionToolResultErrorCode,
    BashToolResultBlock,
    BlockCacheControl,
    BlockCacheControlTtl,
    CitationsConfig,
    CodeExecutionOutput,
    CodeExecutionResult,
    CodeExecutionToolResultBlock,
    CodeExecutionToolResultError,
    CompactionBlock,
    ContainerUploadBlock,
    DeferredToolSearchResultBlock,
    EncryptedCodeExecutionResult,
    FallbackBlock,
    FallbackModel,
    FallbackTrigger,
    McpTextBlock,
    McpTool,
    McpToolListingBlock,
    McpToolResultBlock,
    McpToolResultContent,
    McpToolUseBlock,
    PlainTextSource,
    RedactedThinkingBlock,
    ServerToolErrorCode,
    ServerToolUseBlock,
    ShellToolResultBlock,
    TextBlock,
    TextEditorCodeExecutionToolResultBlock,
    TextEditorCreateResult,
    TextEditorReplaceResult,
    TextEditorToolResultError,
    TextEditorToolResultErrorCode,
    TextEditorViewResult,
    TextEditorViewResultFileType,
    ThinkingBlock,
    ToolCaller,
    ToolCallerType,
    ToolReferenceBlock,
    ToolSearchResult,
    ToolSearchToolResultBlock,
    ToolSearchToolResultError,
    ToolUseBlock,
    UnknownAdvisorContent,
    UnknownBashCodeExecutionContent,
    UnknownCodeExecutionContent,
    UnknownContentBlock,
    UnknownTextEditorCodeExecutionContent,
    UnknownToolSearchContent,
    UnknownWebFetchContent,
    WebFetchDocument,
    WebFetchResult,
    WebFetchToolResultBlock,
    WebFetchToolResultError,
    WebFetchToolResultErrorCode,
    WebSearchResultBlock,
    WebSearchToolResultBlock,
    WebSearchToolResultContent,
    WebSearchToolResultError,
    WebSearchToolResultErrorCode,
)
from .content import CacheControlParam
from .messages_citations import TextCitationParam
from .responses_tools import ResponseServerShellToolParam, ResponseServerToolSearchToolParam
from .tools import (
    BashToolParam,
    DatetimeToolParam,
    ImageGenerationToolParam,
    SearchModelsToolParam,
    WebFetchToolParam,
    WebSearchToolParam,
)


class AdvisorResultParam(TypedDict):
    """The advice."""

    type: Literal["advisor_result"]
    """Always `advisor_result`."""
    text: str
    """The text."""
    stop_reason: NotRequired[str | None]
    """Why the advisor stopped."""


class AdvisorRedactedResultParam(TypedDict):
    """Advice that only the model reads."""

    type: Literal["advisor_redacted_result"]
    """Always `advisor_redacted_result`."""
    encrypted_content: str
    """The encrypted advice. Send it back unchanged."""
    stop_reason: NotRequired[str | None]
    """Why the advisor stopped."""


class AdvisorToolResultErrorParam(TypedDict):
    """An advisor that could not be asked."""

    type: Literal["advisor_tool_result_error"]
    """Always `advisor_tool_result_error`."""
    error_code: str
    """What went wrong, such as `overloaded`."""


class UnknownAdvisorContentParam(TypedDict):
    """A value of another type."""

    type: str
    """The type."""


AdvisorContentParam: TypeAlias = (
    AdvisorResultParam
    | AdvisorResult
    | AdvisorRedactedResultParam
    | AdvisorRedactedResult
    | AdvisorToolResultErrorParam
    | AdvisorToolResultError
    | UnknownAdvisorContentParam
    | UnknownAdvisorContent
)
"""The advice of a second model, or an error."""


class BlockCacheControlParam(TypedDict):
    """Requests that the provider cache the prompt up to this block."""

    type: Literal["ephemeral"]
    """Always `ephemeral`."""
    ttl: NotRequired[BlockCacheControlTtl | None]
    """Time to live of the cache entry. Default: `5m`."""


class AdvisorToolResultBlockParam(TypedDict):
    """The advice of a second model."""

    type: Literal["advisor_tool_result"]
    """Always `advisor_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: AdvisorContentParam
    """The advice, or an error."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


ImageMediaType: TypeAlias = Literal["image/jpeg", "image/png", "image/gif", "image/webp"] | str
"""The media type of the image.

- `image/jpeg`: JPEG.
- `image/png`: PNG.
- `image/gif`: GIF.
- `image/webp`: WebP.
"""


class Base64ImageSourceParam(TypedDict):
    """An image as base64."""

    type: Literal["base64"]
    """Always `base64`."""
    media_type: ImageMediaType
    """The media type of the image."""
    data: str
    """The image as base64."""


class Base64PdfSourceParam(TypedDict):
    """A PDF as base64."""

    type: Literal["base64"]
    """Always `base64`."""
    media_type: str
    """The media type, `application/pdf`."""
    data: str
    """The document as base64."""


class CodeExecutionOutputParam(TypedDict):
    """A file that code wrote."""

    type: str
    """`code_execution_output` or `bash_code_execution_output`."""
    file_id: str
    """Id of the file."""


class BashCodeExecutionResultParam(TypedDict):
    """Output of a shell command."""

    type: Literal["bash_code_execution_result"]
    """Always `bash_code_execution_result`."""
    stdout: str
    """Text written to the standard output stream."""
    return_code: int
    """Exit code of the process."""
    stderr: str
    """Text written to the standard error stream."""
    content: Iterable[CodeExecutionOutputParam | CodeExecutionOutput]
    """Files that the code wrote."""


class BashCodeExecutionToolResultErrorParam(TypedDict):
    """A shell command that could not be run."""

    type: Literal["bash_code_execution_tool_result_error"]
    """Always `bash_code_execution_tool_result_error`."""
    error_code: BashCodeExecutionToolResultErrorCode
    """What went wrong."""


class UnknownBashCodeExecutionContentParam(TypedDict):
    """A value of another type."""

    type: str
    """The type."""


BashCodeExecutionContentParam: TypeAlias = (
    BashCodeExecutionResultParam
    | BashCodeExecutionResult
    | BashCodeExecutionToolResultErrorParam
    | BashCodeExecutionToolResultError
    | UnknownBashCodeExecutionContentParam
    | UnknownBashCodeExecutionContent
)
"""The output of a shell command, or an error."""


class BashCodeExecutionToolResultBlockParam(TypedDict):
    """The result of a shell command that the model ran."""

    type: Literal["bash_code_execution_tool_result"]
    """Always `bash_code_execution_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: BashCodeExecutionContentParam
    """The output, or an error."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class BashToolResultBlockParam(TypedDict):
    """The result of OpenRouter's bash tool."""

    type: Literal["openrouter_bash_tool_result"]
    """Always `openrouter_bash_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: Mapping[str, object]
    """The output."""
    container_id: NotRequired[str | None]
    """Id of the container."""
    files: NotRequired[Iterable[Mapping[str, object]] | None]
    """Files that the command wrote."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class BrowserTabParam(TypedDict):
    """A tab of a web browser."""

    tab_id: str
    """Id of the tab."""
    title: str
    """Title of the page."""
    url: str
    """URL of the page."""
    active: NotRequired[bool | None]
    """Whether the tab is in the foreground."""


class BrowserStateChangeParam(TypedDict):
    """A change in a web browser."""

    type: str
    """The kind of change, such as `tab_opened` or `download_completed`."""


class BrowserStateBlockParam(TypedDict):
    """The state of a web browser that the model controls."""

    type: Literal["browser_state"]
    """Always `browser_state`."""
    tabs: Iterable[BrowserTabParam]
    """The open tabs."""
    state_changes: NotRequired[Iterable[BrowserStateChangeParam] | None]
    """What changed."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class CitationsConfigParam(TypedDict):
    """Citation settings."""

    enabled: NotRequired[bool | None]
    """Whether the model cites the source."""


class CodeExecutionResultParam(TypedDict):
    """Output of code."""

    type: Literal["code_execution_result"]
    """Always `code_execution_result`."""
    stdout: str
    """Text written to the standard output stream."""
    return_code: int
    """Exit code of the process."""
    stderr: str
    """Text written to the standard error stream."""
    content: Iterable[CodeExecutionOutputParam | CodeExecutionOutput]
    """Files that the code wrote."""


class EncryptedCodeExecutionResultParam(TypedDict):
    """Output of code that only the model reads."""

    type: Literal["encrypted_code_execution_result"]
    """Always `encrypted_code_execution_result`."""
    encrypted_stdout: str
    """The encrypted standard output. Send it back unchanged."""
    return_code: int
    """Exit code of the process."""
    stderr: str
    """Text written to the standard error stream."""
    content: Iterable[CodeExecutionOutputParam | CodeExecutionOutput]
    """Files that the code wrote."""


class CodeExecutionToolResultErrorParam(TypedDict):
    """Code that could not be run."""

    type: Literal["code_execution_tool_result_error"]
    """Always `code_execution_tool_result_error`."""
    error_code: ServerToolErrorCode
    """What went wrong."""


class UnknownCodeExecutionContentParam(TypedDict):
    """A value of another type."""

    type: str
    """The type."""


CodeExecutionContentParam: TypeAlias = (
    CodeExecutionResultParam
    | CodeExecutionResult
    | EncryptedCodeExecutionResultParam
    | EncryptedCodeExecutionResult
    | CodeExecutionToolResultErrorParam
    | CodeExecutionToolResultError
    | UnknownCodeExecutionContentParam
    | UnknownCodeExecutionContent
)
"""The output of code, or an error."""


class CodeExecutionToolResultBlockParam(TypedDict):
    """The result of code that the model ran."""

    type: Literal["code_execution_tool_result"]
    """Always `code_execution_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: CodeExecutionContentParam
    """The output, or an error."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class CompactionBlockParam(TypedDict):
    """A summary that replaces earlier messages. Send it back unchanged."""

    type: Literal["compaction"]
    """Always `compaction`."""
    content: NotRequired[str | None]
    """The summary; None if the compaction failed."""
    encrypted_content: NotRequired[str | None]
    """The provider's data. Send it back unchanged."""
    signature: NotRequired[str | None]
    """The provider's signature of the block."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class ContainerUploadBlockParam(TypedDict):
    """A file that is copied into the code execution tool's container."""

    type: Literal["container_upload"]
    """Always `container_upload`."""
    file_id: str
    """Id of the file."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class TextBlockParam(TypedDict):
    """Text."""

    type: Literal["text"]
    """Always `text`."""
    text: str
    """The text."""
    citations: NotRequired[Iterable[TextCitationParam] | None]
    """The sources of the text, as received."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class UrlSourceParam(TypedDict):
    """An image or a document that the provider downloads."""

    type: Literal["url"]
    """Always `url`."""
    url: str
    """An https URL."""


class FileSourceParam(TypedDict):
    """An uploaded file."""

    type: Literal["file"]
    """Always `file`."""
    file_id: str
    """Id of the file."""


ImageSourceParam: TypeAlias = Base64ImageSourceParam | UrlSourceParam | FileSourceParam
"""The source of an image."""


OversizedImageAction: TypeAlias = Literal["downsize", "error"] | str
"""What happens to an image that is too large.

- `downsize`: The provider makes it smaller.
- `error`: The request fails.
"""


class ImageTransformationsParam(TypedDict):
    """How the provider changes an image."""

    oversized_image: NotRequired[OversizedImageAction | None]
    """What happens to an image that is too large."""


class ImageBlockParam(TypedDict):
    """An image."""

    type: Literal["image"]
    """Always `image`."""
    source: ImageSourceParam
    """Where the image comes from."""
    transformations: NotRequired[ImageTransformationsParam | None]
    """How the provider changes the image."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class PlainTextSourceParam(TypedDict):
    """Plain text."""

    type: Literal["text"]
    """Always `text`."""
    media_type: str
    """The media type, `text/plain`."""
    data: str
    """The text."""


ContentSourceBlockParam: TypeAlias = TextBlockParam | TextBlock | ImageBlockParam
"""A block of a document."""


SourceContentParam: TypeAlias = str | Iterable[ContentSourceBlockParam]
"""The content of a document, as text or as a list of blocks."""


class ContentSourceParam(TypedDict):
    """A document as content blocks, which the model can cite one by one."""

    type: Literal["content"]
    """Always `content`."""
    content: SourceContentParam
    """A string, or a list of blocks."""


DocumentSourceParam: TypeAlias = (
    Base64PdfSourceParam
    | Base64PdfSource
    | PlainTextSourceParam
    | PlainTextSource
    | ContentSourceParam
    | UrlSourceParam
    | FileSourceParam
)
"""The source of a document."""


class DocumentBlockParam(TypedDict):
    """A document, such as a PDF."""

    type: Literal["document"]
    """Always `document`."""
    source: DocumentSourceParam
    """Where the document comes from."""
    title: NotRequired[str | None]
    """Title shown to the model."""
    context: NotRequired[str | None]
    """Information about the document that the model does not cite."""
    citations: NotRequired[CitationsConfigParam | CitationsConfig | None]
    """Whether the model cites the document."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class SearchResultBlockParam(TypedDict):
    """A result of the caller's own search, which the model can cite."""

    type: Literal["search_result"]
    """Always `search_result`."""
    source: str
    """Where the result comes from, such as a URL."""
    title: str
    """Title of the result."""
    content: Iterable[TextBlockParam | TextBlock]
    """Text of the result."""
    citations: NotRequired[CitationsConfigParam | CitationsConfig | None]
    """Whether the model cites the result."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class ThinkingBlockParam(TypedDict):
    """Reasoning of the model. Send it back unchanged; Claude models require it to continue after a tool call."""

    type: Literal["thinking"]
    """Always `thinking`."""
    thinking: str
    """The reasoning; empty if `thinking.display` is `omitted`."""
    signature: str
    """The provider's signature of the block. Empty for models that sign nothing."""


class RedactedThinkingBlockParam(TypedDict):
    """Encrypted reasoning of the model. Send it back unchanged."""

    type: Literal["redacted_thinking"]
    """Always `redacted_thinking`."""
    data: str
    """The encrypted reasoning."""


class ToolCallerParam(TypedDict):
    """Who called a tool."""

    type: ToolCallerType
    """The caller."""
    tool_id: NotRequired[str | None]
    """Id of the call of the code execution tool; absent if the model called directly."""


class ToolUseBlockParam(TypedDict):
    """An earlier tool call of the model. The next user message must contain its result."""

    type: Literal["tool_use"]
    """Always `tool_use`."""
    id: str
    """Id of the call, as received."""
    name: str
    """Name of the tool."""
    input: Mapping[str, object]
    """The arguments."""
    caller: NotRequired[ToolCallerParam | ToolCaller | None]
    """Who called the tool."""
    toolset_name: NotRequired[str | None]
    """The toolset that contains the tool."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class ToolReferenceBlockParam(TypedDict):
    """A tool found by a tool search. Its definition is loaded."""

    type: Literal["tool_reference"]
    """Always `tool_reference`."""
    tool_name: str
    """Name of the tool."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class UnknownToolResultContentBlockParam(TypedDict):
    """A block of another type. It is forwarded to the provider."""

    type: str
    """The type."""


ToolResultContentBlockParam: TypeAlias = (
    TextBlockParam
    | TextBlock
    | ImageBlockParam
    | DocumentBlockParam
    | SearchResultBlockParam
    | ToolReferenceBlockParam
    | ToolReferenceBlock
    | BrowserStateBlockParam
    | UnknownToolResultContentBlockParam
)
"""A block of a tool result."""


ToolResultContentParam: TypeAlias = str | Iterable[ToolResultContentBlockParam]
"""The result of a tool, as text or as a list of blocks."""


class ToolResultBlockParam(TypedDict):
    """The result of a tool call."""

    type: Literal["tool_result"]
    """Always `tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: NotRequired[ToolResultContentParam | None]
    """The result, as a string or a list of blocks. Absent if the tool returns nothing."""
    is_error: NotRequired[bool | None]
    """Whether the tool failed."""
    toolset_name: NotRequired[str | None]
    """The toolset that contains the tool."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class ServerToolUseBlockParam(TypedDict):
    """An earlier call of a server tool, as received."""

    type: Literal["server_tool_use"]
    """Always `server_tool_use`."""
    id: str
    """Id of the call, as received."""
    name: str
    """Name of the tool."""
    input: Mapping[str, object]
    """The arguments."""
    caller: NotRequired[ToolCallerParam | ToolCaller | None]
    """Who called the tool."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class WebSearchResultBlockParam(TypedDict):
    """A page found by a web search."""

    type: Literal["web_search_result"]
    """Always `web_search_result`."""
    url: str
    """URL of the page."""
    title: str
    """Title of the page."""
    encrypted_content: str
    """The text of the page as the provider encrypted it. Send it back unchanged."""
    page_age: NotRequired[str | None]
    """Age of the page, such as `3 days ago`."""


class WebSearchToolResultErrorParam(TypedDict):
    """A web search that failed."""

    type: Literal["web_search_tool_result_error"]
    """Always `web_search_tool_result_error`."""
    error_code: WebSearchToolResultErrorCode
    """What went wrong."""


WebSearchToolResultContentParam: TypeAlias = (
    Iterable[WebSearchResultBlockParam | WebSearchResultBlock]
    | WebSearchToolResultErrorParam
    | WebSearchToolResultError
)
"""The pages that a web search found, or an error."""


class WebSearchToolResultBlockParam(TypedDict):
    """The result of a web search."""

    type: Literal["web_search_tool_result"]
    """Always `web_search_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: WebSearchToolResultContentParam | WebSearchToolResultContent
    """The search results, or an error."""
    caller: NotRequired[ToolCallerParam | ToolCaller | None]
    """Who called the tool."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


WebFetchSourceParam: TypeAlias = Base64PdfSourceParam | Base64PdfSource | PlainTextSourceParam | PlainTextSource
"""The content of a fetched page."""


class WebFetchDocumentParam(TypedDict):
    """A fetched page as a document."""

    type: Literal["document"]
    """Always `document`."""
    source: WebFetchSourceParam
    """The content of the page."""
    title: NotRequired[str | None]
    """Title of the page."""
    citations: NotRequired[CitationsConfigParam | CitationsConfig | None]
    """Whether the model cites the page."""


class WebFetchResultParam(TypedDict):
    """A fetched page."""

    type: Literal["web_fetch_result"]
    """Always `web_fetch_result`."""
    url: str
    """URL of the page."""
    content: WebFetchDocumentParam | WebFetchDocument
    """The page as a document."""
    retrieved_at: NotRequired[str | None]
    """Time of the fetch, ISO 8601 in UTC."""


class WebFetchToolResultErrorParam(TypedDict):
    """A web fetch that failed."""

    type: Literal["web_fetch_tool_result_error"]
    """Always `web_fetch_tool_result_error`."""
    error_code: WebFetchToolResultErrorCode
    """What went wrong."""


class UnknownWebFetchContentParam(TypedDict):
    """A value of another type."""

    type: str
    """The type."""


WebFetchContentParam: TypeAlias = (
    WebFetchResultParam
    | WebFetchResult
    | WebFetchToolResultErrorParam
    | WebFetchToolResultError
    | UnknownWebFetchContentParam
    | UnknownWebFetchContent
)
"""A fetched page, or an error."""


class WebFetchToolResultBlockParam(TypedDict):
    """The result of a web fetch."""

    type: Literal["web_fetch_tool_result"]
    """Always `web_fetch_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: WebFetchContentParam
    """The page, or an error."""
    caller: NotRequired[ToolCallerParam | ToolCaller | None]
    """Who called the tool."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class TextEditorViewResultParam(TypedDict):
    """The content of a file."""

    type: Literal["text_editor_code_execution_view_result"]
    """Always `text_editor_code_execution_view_result`."""
    content: str
    """The content."""
    file_type: TextEditorViewResultFileType
    """The kind of file."""
    num_lines: NotRequired[int | None]
    """Number of lines in `content`."""
    start_line: NotRequired[int | None]
    """First line."""
    total_lines: NotRequired[int | None]
    """Number of lines in the file."""


class TextEditorCreateResultParam(TypedDict):
    """A file that was written."""

    type: Literal["text_editor_code_execution_create_result"]
    """Always `text_editor_code_execution_create_result`."""
    is_file_update: bool
    """Whether the file existed before."""


class TextEditorReplaceResultParam(TypedDict):
    """A text that was replaced."""

    type: Literal["text_editor_code_execution_str_replace_result"]
    """Always `text_editor_code_execution_str_replace_result`."""
    lines: NotRequired[list[str] | None]
    """The changed lines."""
    old_start: NotRequired[int | None]
    """First line before the change."""
    old_lines: NotRequired[int | None]
    """Number of lines before the change."""
    new_start: NotRequired[int | None]
    """First line after the change."""
    new_lines: NotRequired[int | None]
    """Number of lines after the change."""


class TextEditorToolResultErrorParam(TypedDict):
    """A file operation that failed."""

    type: Literal["text_editor_code_execution_tool_result_error"]
    """Always `text_editor_code_execution_tool_result_error`."""
    error_code: TextEditorToolResultErrorCode
    """What went wrong."""
    error_message: NotRequired[str | None]
    """Error message for people."""


class UnknownTextEditorCodeExecutionContentParam(TypedDict):
    """A value of another type."""

    type: str
    """The type."""


TextEditorCodeExecutionContentParam: TypeAlias = (
    TextEditorViewResultParam
    | TextEditorViewResult
    | TextEditorCreateResultParam
    | TextEditorCreateResult
    | TextEditorReplaceResultParam
    | TextEditorReplaceResult
    | TextEditorToolResultErrorParam
    | TextEditorToolResultError
    | UnknownTextEditorCodeExecutionContentParam
    | UnknownTextEditorCodeExecutionContent
)
"""A file, a change, or an error."""


class TextEditorCodeExecutionToolResultBlockParam(TypedDict):
    """The result of a file operation of the model."""

    type: Literal["text_editor_code_execution_tool_result"]
    """Always `text_editor_code_execution_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: TextEditorCodeExecutionContentParam
    """The file, the change, or an error."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class ToolSearchResultParam(TypedDict):
    """The tools found."""

    type: Literal["tool_search_tool_search_result"]
    """Always `tool_search_tool_search_result`."""
    tool_references: Iterable[ToolReferenceBlockParam | ToolReferenceBlock]
    """The tools."""


class ToolSearchToolResultErrorParam(TypedDict):
    """A tool search that failed."""

    type: Literal["tool_search_tool_result_error"]
    """Always `tool_search_tool_result_error`."""
    error_code: ServerToolErrorCode
    """What went wrong."""
    error_message: NotRequired[str | None]
    """Error message for people."""


class UnknownToolSearchContentParam(TypedDict):
    """A value of another type."""

    type: str
    """The type."""


ToolSearchContentParam: TypeAlias = (
    ToolSearchResultParam
    | ToolSearchResult
    | ToolSearchToolResultErrorParam
    | ToolSearchToolResultError
    | UnknownToolSearchContentParam
    | UnknownToolSearchContent
)
"""The tools found, or an error."""


class ToolSearchToolResultBlockParam(TypedDict):
    """The result of a tool search."""

    type: Literal["tool_search_tool_result"]
    """Always `tool_search_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: ToolSearchContentParam
    """The tools found, or an error."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class McpToolUseBlockParam(TypedDict):
    """A call of a tool of an MCP server that the provider connects to."""

    type: Literal["mcp_tool_use"]
    """Always `mcp_tool_use`."""
    id: str
    """Id of the call, for the result."""
    name: str
    """Name of the tool."""
    server_name: str
    """Name of the MCP server."""
    input: Mapping[str, object]
    """The arguments."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class McpTextBlockParam(TypedDict):
    """Text of a tool result."""

    type: Literal["text"]
    """Always `text`."""
    text: str
    """The text."""


McpToolResultContentParam: TypeAlias = str | Iterable[McpTextBlockParam | McpTextBlock]
"""The result of an MCP tool, as text or as a list of blocks."""


class McpToolResultBlockParam(TypedDict):
    """The result of a tool of an MCP server."""

    type: Literal["mcp_tool_result"]
    """Always `mcp_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: NotRequired[McpToolResultContentParam | McpToolResultContent | None]
    """The result, as a string or a list of text blocks."""
    is_error: NotRequired[bool | None]
    """Whether the tool failed."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class McpToolParam(TypedDict):
    """A tool of an MCP server."""

    name: str
    """Name of the tool."""
    description: NotRequired[str | None]
    """When and how to call the tool."""
    input_schema: Mapping[str, object]
    """JSON Schema of the arguments."""


class McpToolListingBlockParam(TypedDict):
    """The tools of an MCP server that the provider connects to. Send it back unchanged."""

    type: Literal["mcp_tool_listing"]
    """Always `mcp_tool_listing`."""
    mcp_server_name: str
    """Name of the MCP server."""
    tools: Iterable[McpToolParam | McpTool]
    """The tools."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class FallbackModelParam(TypedDict):
    """A model of a fallback."""

    model: str
    """Id of the model."""


class FallbackTriggerParam(TypedDict):
    """Why a model stopped."""

    type: str
    """The reason, such as `refusal`."""
    category: NotRequired[str | None]
    """The category of the refusal."""


_FallbackBlockParamBase = TypedDict("_FallbackBlockParamBase", {"from": FallbackModelParam | FallbackModel})


class FallbackBlockParam(_FallbackBlockParamBase):
    """Marks the place where another model continued the response.

    from: The model that stopped.
    """

    type: Literal["fallback"]
    """Always `fallback`."""

    to: FallbackModelParam | FallbackModel
    """The model that continued."""

    trigger: NotRequired[FallbackTriggerParam | FallbackTrigger | None]
    """Why the first model stopped."""


class ShellToolResultBlockParam(TypedDict):
    """The result of OpenRouter's shell tool."""

    type: Literal["openrouter_shell_tool_result"]
    """Always `openrouter_shell_tool_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: Mapping[str, object]
    """The output."""
    container_id: NotRequired[str | None]
    """Id of the container."""
    files: NotRequired[Iterable[Mapping[str, object]] | None]
    """Files that the command wrote."""
    cache_control: NotRequired[BlockCacheControlParam | BlockCacheControl | None]
    """Sets a breakpoint of the prompt cache after this block, in requests only."""


class DeferredToolSearchResultBlockParam(TypedDict):
    """The tools found by a search among deferred tools."""

    type: Literal["openrouter_tool_search_result"]
    """Always `openrouter_tool_search_result`."""
    tool_use_id: str
    """The `id` of the call."""
    content: Mapping[str, object]
    """The tools found."""


ToolChangeType: TypeAlias = (
    Literal["tool_reference", "mcp_tool_reference", "mcp_toolset_reference", "tool_definition"] | str
)
"""How the tool is named.

- `tool_reference`: By its name among the tools of the request.
- `mcp_tool_reference`: By its name and its MCP server.
- `mcp_toolset_reference`: All tools of an MCP server.
- `tool_definition`: By its definition.
"""


class MessagesCustomToolParam(TypedDict):
    """A function. The model requests the call; the caller runs the function."""

    type: NotRequired[Literal["custom"] | None]
    """`custom`, or absent."""
    name: str
    """Name of the function: letters, digits, `_` and `-`."""
    description: NotRequired[str | None]
    """When and how to call the function."""
    input_schema: Mapping[str, object]
    """JSON Schema of the arguments."""
    eager_input_streaming: NotRequired[bool | None]
    """Whether the arguments are streamed as the model writes them."""
    input_examples: NotRequired[Iterable[Mapping[str, object]] | None]
    """Examples of arguments."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesUserLocationParam(TypedDict):
    """Location of the user."""

    type: Literal["approximate"]
    """Always `approximate`."""
    city: NotRequired[str | None]
    """City."""
    region: NotRequired[str | None]
    """Region."""
    country: NotRequired[str | None]
    """Country, as an ISO 3166 code."""
    timezone: NotRequired[str | None]
    """IANA time zone."""


class MessagesWebSearchToolParam(TypedDict):
    """Searches the web."""

    type: Literal["web_search_20250305", "web_search_20260209", "web_search_20260318"]
    """The version of the tool.

    - `web_search_20250305`: The first version.
    - `web_search_20260209`: Filters results by code.
    - `web_search_20260318`: Can omit results from the response.
    """
    name: str
    """Always `web_search`."""
    allowed_domains: NotRequired[list[str] | None]
    """The only domains to use."""
    blocked_domains: NotRequired[list[str] | None]
    """Domains that are not used."""
    max_uses: NotRequired[int | None]
    """Maximum number of calls per request."""
    user_location: NotRequired[MessagesUserLocationParam | None]
    """Location of the user."""
    response_inclusion: NotRequired[str | None]
    """`full`, or `excluded` to omit the results from the response."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


WebFetchUrlSourceType: TypeAlias = Literal["all", "none", "only", "except"] | str
"""Which values.

- `all`: All.
- `none`: None.
- `only`: Those of `tools`.
- `except`: All except those of `tools`.
"""


class WebFetchToolReferenceParam(TypedDict):
    """A tool by its name."""

    type: Literal["tool_reference"]
    """Always `tool_reference`."""
    name: str
    """Name of the tool."""


class WebFetchUrlSourceParam(TypedDict):
    """Which values may contain URLs for fetches."""

    type: WebFetchUrlSourceType
    """Which values."""
    tools: NotRequired[Iterable[WebFetchToolReferenceParam] | None]
    """The tools."""


class WebFetchUrlSourcesParam(TypedDict):
    """Where the URLs of fetches may come from."""

    user_input: NotRequired[WebFetchUrlSourceParam | None]
    """Messages of the user."""
    client_tool_results: NotRequired[WebFetchUrlSourceParam | None]
    """Results of the caller's tools."""
    server_tool_results: NotRequired[WebFetchUrlSourceParam | None]
    """Results of server tools."""


class MessagesWebFetchToolParam(TypedDict):
    """Fetches web pages."""

    type: Literal["web_fetch_20250910", "web_fetch_20260209", "web_fetch_20260309", "web_fetch_20260318"]
    """The version of the tool.

    - `web_fetch_20250910`: The first version.
    - `web_fetch_20260209`: Filters pages by code.
    - `web_fetch_20260309`: Caches pages.
    - `web_fetch_20260318`: Can omit pages from the response.
    """
    name: str
    """Always `web_fetch`."""
    allowed_domains: NotRequired[list[str] | None]
    """The only domains to use."""
    blocked_domains: NotRequired[list[str] | None]
    """Domains that are not used."""
    max_uses: NotRequired[int | None]
    """Maximum number of calls per request."""
    citations: NotRequired[CitationsConfigParam | CitationsConfig | None]
    """Whether the model cites the pages."""
    max_content_tokens: NotRequired[int | None]
    """Maximum number of tokens per page."""
    use_cache: NotRequired[bool | None]
    """Whether pages come from a cache. Default: True."""
    url_sources: NotRequired[WebFetchUrlSourcesParam | None]
    """Where the URLs may come from."""
    response_inclusion: NotRequired[str | None]
    """`full`, or `excluded` to omit the pages from the response."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesCodeExecutionToolParam(TypedDict):
    """Runs code in a container of the provider."""

    type: Literal[
        "code_execution_20250522", "code_execution_20250825", "code_execution_20260120", "code_execution_20260521"
    ]
    """The version of the tool.

    - `code_execution_20250522`: Python.
    - `code_execution_20250825`: Shell commands and files.
    - `code_execution_20260120`: Calls other tools from code.
    - `code_execution_20260521`: The newest version.
    """
    name: str
    """Always `code_execution`."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesBashToolParam(TypedDict):
    """A shell that the caller runs."""

    type: Literal["bash_20241022", "bash_20250124"]
    """The version of the tool.

    - `bash_20241022`: The first version.
    - `bash_20250124`: The newest version.
    """
    name: str
    """Always `bash`."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesTextEditorToolParam(TypedDict):
    """A text editor that the caller runs."""

    type: Literal["text_editor_20241022", "text_editor_20250124", "text_editor_20250429", "text_editor_20250728"]
    """The version of the tool.

    - `text_editor_20241022`: The first version.
    - `text_editor_20250124`: Named `str_replace_editor`.
    - `text_editor_20250429`: Named `str_replace_based_edit_tool`.
    - `text_editor_20250728`: Limits the length of a view.
    """
    name: str
    """`str_replace_editor` or `str_replace_based_edit_tool`, by version."""
    max_characters: NotRequired[int | None]
    """Maximum length of a view in characters."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesMemoryToolParam(TypedDict):
    """Memory files that the caller keeps."""

    type: Literal["memory_20250818"]
    """Always `memory_20250818`."""
    name: str
    """Always `memory`."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesComputerToolParam(TypedDict):
    """A computer that the caller controls."""

    type: Literal["computer_20241022", "computer_20250124", "computer_20251124"]
    """The version of the tool.

    - `computer_20241022`: The first version.
    - `computer_20250124`: More actions.
    - `computer_20251124`: Zoom.
    """
    name: str
    """Always `computer`."""
    display_width_px: NotRequired[int | None]
    """Width of the display in pixels."""
    display_height_px: NotRequired[int | None]
    """Height of the display in pixels."""
    display_number: NotRequired[int | None]
    """Number of the X11 display."""
    enable_zoom: NotRequired[bool | None]
    """Whether the model can enlarge a part of the display."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesToolsetParam(TypedDict):
    """Several tools of one kind that the caller runs."""

    type: Literal["browser_toolset_20260801", "computer_toolset_20260801"]
    """The version of the tool.

    - `browser_toolset_20260801`: A web browser.
    - `computer_toolset_20260801`: A computer.
    """
    configs: NotRequired[Mapping[str, object] | None]
    """Tool → its settings."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesToolSearchToolParam(TypedDict):
    """Searches the tools with `defer_loading`."""

    type: Literal[
        "tool_search_tool_bm25",
        "tool_search_tool_bm25_20251119",
        "tool_search_tool_regex",
        "tool_search_tool_regex_20251119",
    ]
    """The version of the tool.

    - `tool_search_tool_bm25`: By words; the latest version.
    - `tool_search_tool_bm25_20251119`: By words.
    - `tool_search_tool_regex`: By a regular expression; the latest version.
    - `tool_search_tool_regex_20251119`: By a regular expression.
    """
    name: str
    """`tool_search_tool_bm25` or `tool_search_tool_regex`, by type."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesAdvisorToolParam(TypedDict):
    """Asks a second model for advice."""

    type: Literal["advisor_20260301"]
    """Always `advisor_20260301`."""
    name: str
    """Always `advisor`."""
    model: NotRequired[str | None]
    """The advising model."""
    max_uses: NotRequired[int | None]
    """Maximum number of calls per request."""
    max_tokens: NotRequired[int | None]
    """Maximum number of tokens of one advice."""
    caching: NotRequired[CacheControlParam | None]
    """Prompt caching for the advisor."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class McpToolConfigParam(TypedDict):
    """Settings of a tool of an MCP server."""

    enabled: NotRequired[bool | None]
    """Whether the model can call the tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""


class MessagesMcpToolsetParam(TypedDict):
    """The tools of an MCP server of the request."""

    type: Literal["mcp_toolset"]
    """Always `mcp_toolset`."""
    mcp_server_name: NotRequired[str | None]
    """The `name` of the server."""
    configs: NotRequired[Mapping[str, McpToolConfigParam] | None]
    """Tool → its settings."""
    default_config: NotRequired[McpToolConfigParam | None]
    """Settings of the other tools."""
    allowed_callers: NotRequired[list[str] | None]
    """Who may call the tool: `direct`, or a version of the code execution tool."""
    defer_loading: NotRequired[bool | None]
    """Whether the model finds the tool only by a tool search."""
    strict: NotRequired[bool | None]
    """Whether the arguments must match the schema exactly."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the prompt cache after this tool."""


class MessagesUnknownToolParam(TypedDict):
    """A tool of another type. It is forwarded to the provider."""

    type: str
    """The type."""


MessagesToolParam: TypeAlias = (
    MessagesCustomToolParam
    | MessagesWebSearchToolParam
    | MessagesWebFetchToolParam
    | MessagesCodeExecutionToolParam
    | MessagesBashToolParam
    | MessagesTextEditorToolParam
    | MessagesMemoryToolParam
    | MessagesComputerToolParam
    | MessagesToolsetParam
    | MessagesToolSearchToolParam
    | MessagesAdvisorToolParam
    | MessagesMcpToolsetParam
    | BashToolParam
    | DatetimeToolParam
    | ImageGenerationToolParam
    | SearchModelsToolParam
    | WebFetchToolParam
    | WebSearchToolParam
    | ResponseServerShellToolParam
    | ResponseServerToolSearchToolParam
    | MessagesUnknownToolParam
)
"""A tool that the model can call: a function that the caller runs (without a `type`, or `custom`), a tool of Anthropic,
or a server tool of OpenRouter (`openrouter:…`).
"""


class ToolChangeParam(TypedDict):
    """A tool that is added or removed during a conversation."""

    type: ToolChangeType
    """How the tool is named."""
    name: NotRequired[str | None]
    """Name of the tool."""
    server_name: NotRequired[str | None]
    """Name of the MCP server."""
    definition: NotRequired[MessagesToolParam | None]
    """The definition of the tool."""


class ToolAdditionBlockParam(TypedDict):
    """Adds a tool to the conversation from here on."""

    type: Literal["tool_addition"]
    """Always `tool_addition`."""
    tool: ToolChangeParam
    """The tool."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class ToolRemovalBlockParam(TypedDict):
    """Removes a tool from the conversation from here on."""

    type: Literal["tool_removal"]
    """Always `tool_removal`."""
    tool: ToolChangeParam
    """The tool."""
    cache_control: NotRequired[CacheControlParam | None]
    """Sets a breakpoint of the provider's prompt cache after this block."""


class UnknownContentBlockParam(TypedDict):
    """A content block of another type. It is forwarded to the provider."""

    type: str
    """The type."""


ContentBlockParam: TypeAlias = (
    TextBlockParam
    | TextBlock
    | ImageBlockParam
    | DocumentBlockParam
    | SearchResultBlockParam
    | ThinkingBlockParam
    | ThinkingBlock
    | RedactedThinkingBlockParam
    | RedactedThinkingBlock
    | ToolUseBlockParam
    | ToolUseBlock
    | ToolResultBlockParam
    | ServerToolUseBlockParam
    | ServerToolUseBlock
    | WebSearchToolResultBlockParam
    | WebSearchToolResultBlock
    | WebFetchToolResultBlockParam
    | WebFetchToolResultBlock
    | CodeExecutionToolResultBlockParam
    | CodeExecutionToolResultBlock
    | BashCodeExecutionToolResultBlockParam
    | BashCodeExecutionToolResultBlock
    | TextEditorCodeExecutionToolResultBlockParam
    | TextEditorCodeExecutionToolResultBlock
    | ToolSearchToolResultBlockParam
    | ToolSearchToolResultBlock
    | McpToolUseBlockParam
    | McpToolUseBlock
    | McpToolResultBlockParam
    | McpToolResultBlock
    | McpToolListingBlockParam
    | McpToolListingBlock
    | ContainerUploadBlockParam
    | ContainerUploadBlock
    | CompactionBlockParam
    | CompactionBlock
    | AdvisorToolResultBlockParam
    | AdvisorToolResultBlock
    | FallbackBlockParam
    | FallbackBlock
    | ShellToolResultBlockParam
    | ShellToolResultBlock
    | BashToolResultBlockParam
    | BashToolResultBlock
    | DeferredToolSearchResultBlockParam
    | DeferredToolSearchResultBlock
    | ToolAdditionBlockParam
    | ToolRemovalBlockParam
    | UnknownContentBlockParam
    | UnknownContentBlock
)
"""A content block of an input message. Blocks of a response can be sent back unchanged."""


class McpServerToolConfigurationParam(TypedDict):
    """Settings of an MCP server's tools."""

    enabled: NotRequired[bool | None]
    """Whether the model can call the tools."""
    allowed_tools: NotRequired[list[str] | None]
    """The only tools that the model can call."""


class McpServerParam(TypedDict):
    """An MCP server that the provider connects to."""

    type: Literal["url"]
    """Always `url`."""
    name: str
    """Name of the server."""
    url: str
    """URL of the server."""
    authorization_token: NotRequired[str | None]
    """Bearer token for the server."""
    tool_configuration: NotRequired[McpServerToolConfigurationParam | None]
    """Older settings of its tools; use a tool of type `mcp_toolset`."""


class ToolChoiceAutoParam(TypedDict):
    """The model decides."""

    type: Literal["auto"]
    """Always `auto`."""
    disable_parallel_tool_use: NotRequired[bool | None]
    """Whether the model calls at most one tool."""


class ToolChoiceAnyParam(TypedDict):
    """The model must call a tool."""

    type: Literal["any"]
    """Always `any`."""
    disable_parallel_tool_use: NotRequired[bool | None]
    """Whether the model calls exactly one tool."""


class ToolChoiceToolParam(TypedDict):
    """The model must call this tool."""

    type: Literal["tool"]
    """Always `tool`."""
    name: str
    """Name of the tool."""
    disable_parallel_tool_use: NotRequired[bool | None]
    """Whether the model calls exactly one tool."""


class ToolChoiceNoneParam(TypedDict):
    """The model calls no tool."""

    type: Literal["none"]
    """Always `none`."""


MessagesToolChoiceParam: TypeAlias = (
    ToolChoiceAutoParam | ToolChoiceAnyParam | ToolChoiceToolParam | ToolChoiceNoneParam
)
"""Whether the model must call a tool, and which one."""
