// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type {
  Base64PdfSource,
  BlockCacheControl,
  CitationsConfig,
  PlainTextSource,
  ToolCaller,
  ToolReferenceBlock,
} from "./messages-content.ts";
import type { UnknownTag } from "./unknown-tag.ts";

/**
 * The advice of a second model, or an error.
 */
export type AdvisorContent = AdvisorResult | AdvisorRedactedResult | AdvisorToolResultError | UnknownAdvisorContent;

/**
 * Advice that only the model reads.
 */
export type AdvisorRedactedResult = {
  /**
   * Always `advisor_redacted_result`.
   */
  type: "advisor_redacted_result";
  /**
   * The encrypted advice. Send it back unchanged.
   */
  encrypted_content: string;
  /**
   * Why the advisor stopped.
   */
  stop_reason?: string | null | undefined;
};

/**
 * The advice.
 */
export type AdvisorResult = {
  /**
   * Always `advisor_result`.
   */
  type: "advisor_result";
  /**
   * The text.
   */
  text: string;
  /**
   * Why the advisor stopped.
   */
  stop_reason?: string | null | undefined;
};

/**
 * The advice of a second model.
 */
export type AdvisorToolResultBlock = {
  /**
   * Always `advisor_tool_result`.
   */
  type: "advisor_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The advice, or an error.
   */
  content: AdvisorContent;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * An advisor that could not be asked.
 */
export type AdvisorToolResultError = {
  /**
   * Always `advisor_tool_result_error`.
   */
  type: "advisor_tool_result_error";
  /**
   * What went wrong, such as `overloaded`.
   */
  error_code: string;
};

/**
 * The output of a shell command, or an error.
 */
export type BashCodeExecutionContent =
  | BashCodeExecutionResult
  | BashCodeExecutionToolResultError
  | UnknownBashCodeExecutionContent;

/**
 * Output of a shell command.
 */
export type BashCodeExecutionResult = {
  /**
   * Always `bash_code_execution_result`.
   */
  type: "bash_code_execution_result";
  /**
   * Text written to the standard output stream.
   */
  stdout: string;
  /**
   * Exit code of the process.
   */
  return_code: number;
  /**
   * Text written to the standard error stream.
   */
  stderr: string;
  /**
   * Files that the code wrote.
   */
  content: Array<CodeExecutionOutput>;
};

/**
 * The result of a shell command that the model ran.
 */
export type BashCodeExecutionToolResultBlock = {
  /**
   * Always `bash_code_execution_tool_result`.
   */
  type: "bash_code_execution_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The output, or an error.
   */
  content: BashCodeExecutionContent;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * A shell command that could not be run.
 */
export type BashCodeExecutionToolResultError = {
  /**
   * Always `bash_code_execution_tool_result_error`.
   */
  type: "bash_code_execution_tool_result_error";
  /**
   * What went wrong.
   * - `invalid_tool_input`: The arguments are invalid.
   * - `unavailable`: The tool is unavailable.
   * - `too_many_requests`: A rate limit was exceeded.
   * - `execution_time_exceeded`: The code ran too long.
   * - `output_file_too_large`: An output file is too large.
   */
  error_code:
    | "invalid_tool_input"
    | "unavailable"
    | "too_many_requests"
    | "execution_time_exceeded"
    | "output_file_too_large"
    | (string & {});
};

/**
 * The result of OpenRouter's bash tool.
 */
export type BashToolResultBlock = {
  /**
   * Always `openrouter_bash_tool_result`.
   */
  type: "openrouter_bash_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The output.
   */
  content: {
    [key: string]: unknown;
  };
  /**
   * Id of the container.
   */
  container_id?: string | null | undefined;
  /**
   * Files that the command wrote.
   */
  files?:
    | Array<{
        [key: string]: unknown;
      }>
    | null
    | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * The output of code, or an error.
 */
export type CodeExecutionContent =
  | CodeExecutionResult
  | EncryptedCodeExecutionResult
  | CodeExecutionToolResultError
  | UnknownCodeExecutionContent;

/**
 * A file that code wrote.
 */
export type CodeExecutionOutput = {
  /**
   * `code_execution_output` or `bash_code_execution_output`.
   */
  type: string;
  /**
   * Id of the file.
   */
  file_id: string;
};

/**
 * Output of code.
 */
export type CodeExecutionResult = {
  /**
   * Always `code_execution_result`.
   */
  type: "code_execution_result";
  /**
   * Text written to the standard output stream.
   */
  stdout: string;
  /**
   * Exit code of the process.
   */
  return_code: number;
  /**
   * Text written to the standard error stream.
   */
  stderr: string;
  /**
   * Files that the code wrote.
   */
  content: Array<CodeExecutionOutput>;
};

/**
 * The result of code that the model ran.
 */
export type CodeExecutionToolResultBlock = {
  /**
   * Always `code_execution_tool_result`.
   */
  type: "code_execution_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The output, or an error.
   */
  content: CodeExecutionContent;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * Code that could not be run.
 */
export type CodeExecutionToolResultError = {
  /**
   * Always `code_execution_tool_result_error`.
   */
  type: "code_execution_tool_result_error";
  /**
   * What went wrong.
   */
  error_code: ServerToolErrorCode;
};

/**
 * A summary that replaces earlier messages. Send it back unchanged.
 */
export type CompactionBlock = {
  /**
   * Always `compaction`.
   */
  type: "compaction";
  /**
   * The summary; null if the compaction failed.
   */
  content?: string | null | undefined;
  /**
   * The provider's data. Send it back unchanged.
   */
  encrypted_content?: string | null | undefined;
  /**
   * The provider's signature of the block.
   */
  signature?: string | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * A file that is copied into the code execution tool's container.
 */
export type ContainerUploadBlock = {
  /**
   * Always `container_upload`.
   */
  type: "container_upload";
  /**
   * Id of the file.
   */
  file_id: string;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * The tools found by a search among deferred tools.
 */
export type DeferredToolSearchResultBlock = {
  /**
   * Always `openrouter_tool_search_result`.
   */
  type: "openrouter_tool_search_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The tools found.
   */
  content: {
    [key: string]: unknown;
  };
};

/**
 * Output of code that only the model reads.
 */
export type EncryptedCodeExecutionResult = {
  /**
   * Always `encrypted_code_execution_result`.
   */
  type: "encrypted_code_execution_result";
  /**
   * The encrypted standard output. Send it back unchanged.
   */
  encrypted_stdout: string;
  /**
   * Exit code of the process.
   */
  return_code: number;
  /**
   * Text written to the standard error stream.
   */
  stderr: string;
  /**
   * Files that the code wrote.
   */
  content: Array<CodeExecutionOutput>;
};

/**
 * Marks the place where another model continued the response.
 */
export type FallbackBlock = {
  /**
   * Always `fallback`.
   */
  type: "fallback";
  /**
   * The model that stopped.
   */
  from: FallbackModel;
  /**
   * The model that continued.
   */
  to: FallbackModel;
  /**
   * Why the first model stopped.
   */
  trigger?: FallbackTrigger | null | undefined;
};

/**
 * A model of a fallback.
 */
export type FallbackModel = {
  /**
   * Id of the model.
   */
  model: string;
};

/**
 * Why a model stopped.
 */
export type FallbackTrigger = {
  /**
   * The reason, such as `refusal`.
   */
  type: string;
  /**
   * The category of the refusal.
   */
  category?: string | null | undefined;
};

/**
 * Text of a tool result.
 */
export type McpTextBlock = {
  /**
   * Always `text`.
   */
  type: "text";
  /**
   * The text.
   */
  text: string;
};

/**
 * A tool of an MCP server.
 */
export type McpTool = {
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * When and how to call the tool.
   */
  description?: string | null | undefined;
  /**
   * JSON Schema of the arguments.
   */
  input_schema: {
    [key: string]: unknown;
  };
};

/**
 * The tools of an MCP server that the provider connects to. Send it back unchanged.
 */
export type McpToolListingBlock = {
  /**
   * Always `mcp_tool_listing`.
   */
  type: "mcp_tool_listing";
  /**
   * Name of the MCP server.
   */
  mcp_server_name: string;
  /**
   * The tools.
   */
  tools: Array<McpTool>;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * The result of a tool of an MCP server.
 */
export type McpToolResultBlock = {
  /**
   * Always `mcp_tool_result`.
   */
  type: "mcp_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The result, as a string or a list of text blocks.
   */
  content?: McpToolResultContent | null | undefined;
  /**
   * Whether the tool failed.
   */
  is_error?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * The result of an MCP tool, as text or as a list of blocks.
 */
export type McpToolResultContent = string | Array<McpTextBlock>;

/**
 * A call of a tool of an MCP server that the provider connects to.
 */
export type McpToolUseBlock = {
  /**
   * Always `mcp_tool_use`.
   */
  type: "mcp_tool_use";
  /**
   * Id of the call, for the result.
   */
  id: string;
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * Name of the MCP server.
   */
  server_name: string;
  /**
   * The arguments.
   */
  input: {
    [key: string]: unknown;
  };
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * Why a server tool failed.
 * - `invalid_tool_input`: The arguments are invalid.
 * - `unavailable`: The tool is unavailable.
 * - `too_many_requests`: A rate limit was exceeded.
 * - `execution_time_exceeded`: The code ran too long.
 */
export type ServerToolErrorCode =
  | "invalid_tool_input"
  | "unavailable"
  | "too_many_requests"
  | "execution_time_exceeded"
  | (string & {});

/**
 * The result of OpenRouter's shell tool.
 */
export type ShellToolResultBlock = {
  /**
   * Always `openrouter_shell_tool_result`.
   */
  type: "openrouter_shell_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The output.
   */
  content: {
    [key: string]: unknown;
  };
  /**
   * Id of the container.
   */
  container_id?: string | null | undefined;
  /**
   * Files that the command wrote.
   */
  files?:
    | Array<{
        [key: string]: unknown;
      }>
    | null
    | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * A file, a change, or an error.
 */
export type TextEditorCodeExecutionContent =
  | TextEditorViewResult
  | TextEditorCreateResult
  | TextEditorReplaceResult
  | TextEditorToolResultError
  | UnknownTextEditorCodeExecutionContent;

/**
 * The result of a file operation of the model.
 */
export type TextEditorCodeExecutionToolResultBlock = {
  /**
   * Always `text_editor_code_execution_tool_result`.
   */
  type: "text_editor_code_execution_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The file, the change, or an error.
   */
  content: TextEditorCodeExecutionContent;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * A file that was written.
 */
export type TextEditorCreateResult = {
  /**
   * Always `text_editor_code_execution_create_result`.
   */
  type: "text_editor_code_execution_create_result";
  /**
   * Whether the file existed before.
   */
  is_file_update: boolean;
};

/**
 * A text that was replaced.
 */
export type TextEditorReplaceResult = {
  /**
   * Always `text_editor_code_execution_str_replace_result`.
   */
  type: "text_editor_code_execution_str_replace_result";
  /**
   * The changed lines.
   */
  lines?: Array<string> | null | undefined;
  /**
   * First line before the change.
   */
  old_start?: number | null | undefined;
  /**
   * Number of lines before the change.
   */
  old_lines?: number | null | undefined;
  /**
   * First line after the change.
   */
  new_start?: number | null | undefined;
  /**
   * Number of lines after the change.
   */
  new_lines?: number | null | undefined;
};

/**
 * A file operation that failed.
 */
export type TextEditorToolResultError = {
  /**
   * Always `text_editor_code_execution_tool_result_error`.
   */
  type: "text_editor_code_execution_tool_result_error";
  /**
   * What went wrong.
   * - `invalid_tool_input`: The arguments are invalid.
   * - `unavailable`: The tool is unavailable.
   * - `too_many_requests`: A rate limit was exceeded.
   * - `execution_time_exceeded`: The code ran too long.
   * - `file_not_found`: The file does not exist.
   */
  error_code:
    | "invalid_tool_input"
    | "unavailable"
    | "too_many_requests"
    | "execution_time_exceeded"
    | "file_not_found"
    | (string & {});
  /**
   * Error message for people.
   */
  error_message?: string | null | undefined;
};

/**
 * The content of a file.
 */
export type TextEditorViewResult = {
  /**
   * Always `text_editor_code_execution_view_result`.
   */
  type: "text_editor_code_execution_view_result";
  /**
   * The content.
   */
  content: string;
  /**
   * The kind of file.
   * - `text`: Text.
   * - `image`: An image.
   * - `pdf`: A PDF.
   */
  file_type: "text" | "image" | "pdf" | (string & {});
  /**
   * Number of lines in `content`.
   */
  num_lines?: number | null | undefined;
  /**
   * First line.
   */
  start_line?: number | null | undefined;
  /**
   * Number of lines in the file.
   */
  total_lines?: number | null | undefined;
};

/**
 * The tools found, or an error.
 */
export type ToolSearchContent = ToolSearchResult | ToolSearchToolResultError | UnknownToolSearchContent;

/**
 * The tools found.
 */
export type ToolSearchResult = {
  /**
   * Always `tool_search_tool_search_result`.
   */
  type: "tool_search_tool_search_result";
  /**
   * The tools.
   */
  tool_references: Array<ToolReferenceBlock>;
};

/**
 * The result of a tool search.
 */
export type ToolSearchToolResultBlock = {
  /**
   * Always `tool_search_tool_result`.
   */
  type: "tool_search_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The tools found, or an error.
   */
  content: ToolSearchContent;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * A tool search that failed.
 */
export type ToolSearchToolResultError = {
  /**
   * Always `tool_search_tool_result_error`.
   */
  type: "tool_search_tool_result_error";
  /**
   * What went wrong.
   */
  error_code: ServerToolErrorCode;
  /**
   * Error message for people.
   */
  error_message?: string | null | undefined;
};

/**
 * A value of another type.
 */
export type UnknownAdvisorContent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A value of another type.
 */
export type UnknownBashCodeExecutionContent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A value of another type.
 */
export type UnknownCodeExecutionContent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A value of another type.
 */
export type UnknownTextEditorCodeExecutionContent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A value of another type.
 */
export type UnknownToolSearchContent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A value of another type.
 */
export type UnknownWebFetchContent = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A fetched page, or an error.
 */
export type WebFetchContent = WebFetchResult | WebFetchToolResultError | UnknownWebFetchContent;

/**
 * A fetched page as a document.
 */
export type WebFetchDocument = {
  /**
   * Always `document`.
   */
  type: "document";
  /**
   * The content of the page.
   */
  source: WebFetchSource;
  /**
   * Title of the page.
   */
  title?: string | null | undefined;
  /**
   * Whether the model cites the page.
   */
  citations?: CitationsConfig | null | undefined;
};

/**
 * A fetched page.
 */
export type WebFetchResult = {
  /**
   * Always `web_fetch_result`.
   */
  type: "web_fetch_result";
  /**
   * URL of the page.
   */
  url: string;
  /**
   * The page as a document.
   */
  content: WebFetchDocument;
  /**
   * Time of the fetch, ISO 8601 in UTC.
   */
  retrieved_at?: string | null | undefined;
};

/**
 * The content of a fetched page.
 */
export type WebFetchSource =
  | ({
      type: "base64";
    } & Base64PdfSource)
  | ({
      type: "text";
    } & PlainTextSource);

/**
 * The result of a web fetch.
 */
export type WebFetchToolResultBlock = {
  /**
   * Always `web_fetch_tool_result`.
   */
  type: "web_fetch_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The page, or an error.
   */
  content: WebFetchContent;
  /**
   * Who called the tool.
   */
  caller?: ToolCaller | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * A web fetch that failed.
 */
export type WebFetchToolResultError = {
  /**
   * Always `web_fetch_tool_result_error`.
   */
  type: "web_fetch_tool_result_error";
  /**
   * What went wrong.
   * - `invalid_tool_input`: The arguments are invalid.
   * - `url_too_long`: The URL is too long.
   * - `url_not_allowed`: The settings of the tool exclude the URL.
   * - `url_not_in_prior_context`: The URL does not occur in the conversation.
   * - `url_not_accessible`: The page could not be fetched.
   * - `unsupported_content_type`: The page has an unsupported media type.
   * - `too_many_requests`: A rate limit was exceeded.
   * - `max_uses_exceeded`: The tool was used too often in this request.
   * - `unavailable`: The tool is unavailable.
   * - `content_too_large`: The page is too large.
   */
  error_code:
    | "invalid_tool_input"
    | "url_too_long"
    | "url_not_allowed"
    | "url_not_in_prior_context"
    | "url_not_accessible"
    | "unsupported_content_type"
    | "too_many_requests"
    | "max_uses_exceeded"
    | "unavailable"
    | "content_too_large"
    | (string & {});
};

/**
 * A page found by a web search.
 */
export type WebSearchResultBlock = {
  /**
   * Always `web_search_result`.
   */
  type: "web_search_result";
  /**
   * URL of the page.
   */
  url: string;
  /**
   * Title of the page.
   */
  title: string;
  /**
   * The text of the page as the provider encrypted it. Send it back unchanged.
   */
  encrypted_content: string;
  /**
   * Age of the page, such as `3 days ago`.
   */
  page_age?: string | null | undefined;
};

/**
 * The result of a web search.
 */
export type WebSearchToolResultBlock = {
  /**
   * Always `web_search_tool_result`.
   */
  type: "web_search_tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The search results, or an error.
   */
  content: WebSearchToolResultContent;
  /**
   * Who called the tool.
   */
  caller?: ToolCaller | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * The pages that a web search found, or an error.
 */
export type WebSearchToolResultContent = Array<WebSearchResultBlock> | WebSearchToolResultError;

/**
 * A web search that failed.
 */
export type WebSearchToolResultError = {
  /**
   * Always `web_search_tool_result_error`.
   */
  type: "web_search_tool_result_error";
  /**
   * What went wrong.
   * - `invalid_tool_input`: The arguments are invalid.
   * - `unavailable`: The tool is unavailable.
   * - `max_uses_exceeded`: The tool was used too often in this request.
   * - `too_many_requests`: A rate limit was exceeded.
   * - `query_too_long`: The query is too long.
   * - `request_too_large`: The request is too large.
   */
  error_code:
    | "invalid_tool_input"
    | "unavailable"
    | "max_uses_exceeded"
    | "too_many_requests"
    | "query_too_long"
    | "request_too_large"
    | (string & {});
};
