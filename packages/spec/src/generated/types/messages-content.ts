// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { CacheControl } from "./content.ts";
import type { TextCitation } from "./messages-citations.ts";
import type {
  AdvisorToolResultBlock,
  BashCodeExecutionToolResultBlock,
  BashToolResultBlock,
  CodeExecutionToolResultBlock,
  CompactionBlock,
  ContainerUploadBlock,
  DeferredToolSearchResultBlock,
  FallbackBlock,
  McpToolListingBlock,
  McpToolResultBlock,
  McpToolUseBlock,
  ShellToolResultBlock,
  TextEditorCodeExecutionToolResultBlock,
  ToolSearchToolResultBlock,
  WebFetchToolResultBlock,
  WebSearchToolResultBlock,
} from "./messages-tool-results.ts";
import type { MessagesTool } from "./messages-tools.ts";
import type { UnknownTag } from "./unknown-tag.ts";

/**
 * An image as base64.
 */
export type Base64ImageSource = {
  /**
   * Always `base64`.
   */
  type: "base64";
  /**
   * The media type of the image.
   * - `image/jpeg`: JPEG.
   * - `image/png`: PNG.
   * - `image/gif`: GIF.
   * - `image/webp`: WebP.
   */
  media_type: "image/jpeg" | "image/png" | "image/gif" | "image/webp" | (string & {});
  /**
   * The image as base64.
   */
  data: string;
};

/**
 * A PDF as base64.
 */
export type Base64PdfSource = {
  /**
   * Always `base64`.
   */
  type: "base64";
  /**
   * The media type, `application/pdf`.
   */
  media_type: string;
  /**
   * The document as base64.
   */
  data: string;
};

/**
 * Requests that the provider cache the prompt up to this block.
 */
export type BlockCacheControl = {
  /**
   * Always `ephemeral`.
   */
  type: "ephemeral";
  /**
   * Time to live of the cache entry. Default: `5m`.
   * - `5m`: Five minutes.
   * - `1h`: One hour.
   */
  ttl?: "5m" | "1h" | (string & {}) | null | undefined;
};

/**
 * The state of a web browser that the model controls.
 */
export type BrowserStateBlock = {
  /**
   * Always `browser_state`.
   */
  type: "browser_state";
  /**
   * The open tabs.
   */
  tabs: Array<BrowserTab>;
  /**
   * What changed.
   */
  state_changes?: Array<BrowserStateChange> | null | undefined;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * A change in a web browser.
 */
export type BrowserStateChange = {
  /**
   * The kind of change, such as `tab_opened` or `download_completed`.
   */
  type: string;
};

/**
 * A tab of a web browser.
 */
export type BrowserTab = {
  /**
   * Id of the tab.
   */
  tab_id: string;
  /**
   * Title of the page.
   */
  title: string;
  /**
   * URL of the page.
   */
  url: string;
  /**
   * Whether the tab is in the foreground.
   */
  active?: boolean | null | undefined;
};

/**
 * Citation settings.
 */
export type CitationsConfig = {
  /**
   * Whether the model cites the source.
   */
  enabled?: boolean | null | undefined;
};

/**
 * A content block of a response. Append the blocks to the conversation unchanged.
 */
export type ContentBlock =
  | TextBlock
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
  | UnknownContentBlock;

/**
 * A content block of an input message. Blocks of a response can be sent back unchanged.
 */
export type ContentBlockParam =
  | TextBlockParam
  | ImageBlock
  | DocumentBlock
  | SearchResultBlock
  | ThinkingBlock
  | RedactedThinkingBlock
  | ToolUseBlockParam
  | ToolResultBlock
  | ServerToolUseBlockParam
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
  | ToolAdditionBlock
  | ToolRemovalBlock
  | UnknownContentBlockParam;

/**
 * A document as content blocks, which the model can cite one by one.
 */
export type ContentSource = {
  /**
   * Always `content`.
   */
  type: "content";
  /**
   * A string, or a list of blocks.
   */
  content: SourceContent;
};

/**
 * A block of a document.
 */
export type ContentSourceBlock =
  | ({
      type: "text";
    } & TextBlockParam)
  | ({
      type: "image";
    } & ImageBlock);

/**
 * A document, such as a PDF.
 */
export type DocumentBlock = {
  /**
   * Always `document`.
   */
  type: "document";
  /**
   * Where the document comes from.
   */
  source: DocumentSource;
  /**
   * Title shown to the model.
   */
  title?: string | null | undefined;
  /**
   * Information about the document that the model does not cite.
   */
  context?: string | null | undefined;
  /**
   * Whether the model cites the document.
   */
  citations?: CitationsConfig | null | undefined;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * The source of a document.
 */
export type DocumentSource =
  | ({
      type: "base64";
    } & Base64PdfSource)
  | ({
      type: "text";
    } & PlainTextSource)
  | ({
      type: "content";
    } & ContentSource)
  | ({
      type: "url";
    } & UrlSource)
  | ({
      type: "file";
    } & FileSource);

/**
 * An uploaded file.
 */
export type FileSource = {
  /**
   * Always `file`.
   */
  type: "file";
  /**
   * Id of the file.
   */
  file_id: string;
};

/**
 * An image.
 */
export type ImageBlock = {
  /**
   * Always `image`.
   */
  type: "image";
  /**
   * Where the image comes from.
   */
  source: ImageSource;
  /**
   * How the provider changes the image.
   */
  transformations?: ImageTransformations | null | undefined;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * The source of an image.
 */
export type ImageSource =
  | ({
      type: "base64";
    } & Base64ImageSource)
  | ({
      type: "url";
    } & UrlSource)
  | ({
      type: "file";
    } & FileSource);

/**
 * How the provider changes an image.
 */
export type ImageTransformations = {
  /**
   * What happens to an image that is too large.
   * - `downsize`: The provider makes it smaller.
   * - `error`: The request fails.
   */
  oversized_image?: "downsize" | "error" | (string & {}) | null | undefined;
};

/**
 * Plain text.
 */
export type PlainTextSource = {
  /**
   * Always `text`.
   */
  type: "text";
  /**
   * The media type, `text/plain`.
   */
  media_type: string;
  /**
   * The text.
   */
  data: string;
};

/**
 * Encrypted reasoning of the model. Send it back unchanged.
 */
export type RedactedThinkingBlock = {
  /**
   * Always `redacted_thinking`.
   */
  type: "redacted_thinking";
  /**
   * The encrypted reasoning.
   */
  data: string;
};

/**
 * A result of the caller's own search, which the model can cite.
 */
export type SearchResultBlock = {
  /**
   * Always `search_result`.
   */
  type: "search_result";
  /**
   * Where the result comes from, such as a URL.
   */
  source: string;
  /**
   * Title of the result.
   */
  title: string;
  /**
   * Text of the result.
   */
  content: Array<TextBlockParam>;
  /**
   * Whether the model cites the result.
   */
  citations?: CitationsConfig | null | undefined;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * A call of a server tool. The result follows in the same response.
 */
export type ServerToolUseBlock = {
  /**
   * Always `server_tool_use`.
   */
  type: "server_tool_use";
  /**
   * Id of the call, for the result.
   */
  id: string;
  /**
   * Name of the tool, such as `web_search`.
   */
  name: string;
  /**
   * The arguments.
   */
  input: {
    [key: string]: unknown;
  };
  /**
   * Who called the tool.
   */
  caller?: ToolCaller;
};

/**
 * An earlier call of a server tool, as received.
 */
export type ServerToolUseBlockParam = {
  /**
   * Always `server_tool_use`.
   */
  type: "server_tool_use";
  /**
   * Id of the call, as received.
   */
  id: string;
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * The arguments.
   */
  input: {
    [key: string]: unknown;
  };
  /**
   * Who called the tool.
   */
  caller?: ToolCaller | null | undefined;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * The content of a document, as text or as a list of blocks.
 */
export type SourceContent = string | Array<ContentSourceBlock>;

/**
 * Text of the model.
 */
export type TextBlock = {
  /**
   * Always `text`.
   */
  type: "text";
  /**
   * The text.
   */
  text: string;
  /**
   * The sources of the text; null if there are none.
   */
  citations: Array<TextCitation> | null;
};

/**
 * Text.
 */
export type TextBlockParam = {
  /**
   * Always `text`.
   */
  type: "text";
  /**
   * The text.
   */
  text: string;
  /**
   * The sources of the text, as received.
   */
  citations?: Array<TextCitation> | null | undefined;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * Reasoning of the model. Send it back unchanged; Claude models require it to continue after a tool call.
 */
export type ThinkingBlock = {
  /**
   * Always `thinking`.
   */
  type: "thinking";
  /**
   * The reasoning; empty if `thinking.display` is `omitted`.
   */
  thinking: string;
  /**
   * The provider's signature of the block. Empty for models that sign nothing.
   */
  signature: string;
};

/**
 * Adds a tool to the conversation from here on.
 */
export type ToolAdditionBlock = {
  /**
   * Always `tool_addition`.
   */
  type: "tool_addition";
  /**
   * The tool.
   */
  tool: ToolChange;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * Who called a tool.
 */
export type ToolCaller = {
  /**
   * The caller.
   * - `direct`: The model.
   * - `code_execution_20250825`: Code that the model runs.
   * - `code_execution_20260120`: Code that the model runs.
   * - `code_execution_20260521`: Code that the model runs.
   */
  type: "direct" | "code_execution_20250825" | "code_execution_20260120" | "code_execution_20260521" | (string & {});
  /**
   * Id of the call of the code execution tool; absent if the model called directly.
   */
  tool_id?: string | null | undefined;
};

/**
 * A tool that is added or removed during a conversation.
 */
export type ToolChange = {
  /**
   * How the tool is named.
   * - `tool_reference`: By its name among the tools of the request.
   * - `mcp_tool_reference`: By its name and its MCP server.
   * - `mcp_toolset_reference`: All tools of an MCP server.
   * - `tool_definition`: By its definition.
   */
  type: "tool_reference" | "mcp_tool_reference" | "mcp_toolset_reference" | "tool_definition" | (string & {});
  /**
   * Name of the tool.
   */
  name?: string | null | undefined;
  /**
   * Name of the MCP server.
   */
  server_name?: string | null | undefined;
  /**
   * The definition of the tool.
   */
  definition?: MessagesTool | null | undefined;
  [key: string]: unknown;
};

/**
 * A tool found by a tool search. Its definition is loaded.
 */
export type ToolReferenceBlock = {
  /**
   * Always `tool_reference`.
   */
  type: "tool_reference";
  /**
   * Name of the tool.
   */
  tool_name: string;
  /**
   * Sets a breakpoint of the prompt cache after this block, in requests only.
   */
  cache_control?: BlockCacheControl | null | undefined;
};

/**
 * Removes a tool from the conversation from here on.
 */
export type ToolRemovalBlock = {
  /**
   * Always `tool_removal`.
   */
  type: "tool_removal";
  /**
   * The tool.
   */
  tool: ToolChange;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * The result of a tool call.
 */
export type ToolResultBlock = {
  /**
   * Always `tool_result`.
   */
  type: "tool_result";
  /**
   * The `id` of the call.
   */
  tool_use_id: string;
  /**
   * The result, as a string or a list of blocks. Absent if the tool returns nothing.
   */
  content?: ToolResultContent | null | undefined;
  /**
   * Whether the tool failed.
   */
  is_error?: boolean | null | undefined;
  /**
   * The toolset that contains the tool.
   */
  toolset_name?: string | null | undefined;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * The result of a tool, as text or as a list of blocks.
 */
export type ToolResultContent = string | Array<ToolResultContentBlock>;

/**
 * A block of a tool result.
 */
export type ToolResultContentBlock =
  | TextBlockParam
  | ImageBlock
  | DocumentBlock
  | SearchResultBlock
  | ToolReferenceBlock
  | BrowserStateBlock
  | UnknownToolResultContentBlock;

/**
 * A call of one of the caller's tools. Send the result in a `tool_result` block of the next user message.
 */
export type ToolUseBlock = {
  /**
   * Always `tool_use`.
   */
  type: "tool_use";
  /**
   * Id of the call, for the result.
   */
  id: string;
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * The arguments.
   */
  input: {
    [key: string]: unknown;
  };
  /**
   * Who called the tool.
   */
  caller?: ToolCaller;
  /**
   * The toolset that contains the tool.
   */
  toolset_name?: string | null;
};

/**
 * An earlier tool call of the model. The next user message must contain its result.
 */
export type ToolUseBlockParam = {
  /**
   * Always `tool_use`.
   */
  type: "tool_use";
  /**
   * Id of the call, as received.
   */
  id: string;
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * The arguments.
   */
  input: {
    [key: string]: unknown;
  };
  /**
   * Who called the tool.
   */
  caller?: ToolCaller | null | undefined;
  /**
   * The toolset that contains the tool.
   */
  toolset_name?: string | null | undefined;
  /**
   * Sets a breakpoint of the provider's prompt cache after this block.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * A content block of another type.
 */
export type UnknownContentBlock = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A content block of another type. It is forwarded to the provider.
 */
export type UnknownContentBlockParam = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A block of another type. It is forwarded to the provider.
 */
export type UnknownToolResultContentBlock = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * An image or a document that the provider downloads.
 */
export type UrlSource = {
  /**
   * Always `url`.
   */
  type: "url";
  /**
   * An https URL.
   */
  url: string;
};
