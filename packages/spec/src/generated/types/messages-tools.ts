// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { CacheControl } from "./content.ts";
import type { CitationsConfig } from "./messages-content.ts";
import type { ResponseServerShellTool, ResponseServerToolSearchTool } from "./responses-tools.ts";
import type {
  BashTool,
  DatetimeTool,
  ImageGenerationTool,
  SearchModelsTool,
  WebFetchTool,
  WebSearchTool,
} from "./tools.ts";
import type { UnknownTag } from "./unknown-tag.ts";

/**
 * An MCP server that the provider connects to.
 */
export type McpServer = {
  /**
   * Always `url`.
   */
  type: "url";
  /**
   * Name of the server.
   */
  name: string;
  /**
   * URL of the server.
   */
  url: string;
  /**
   * Bearer token for the server.
   */
  authorization_token?: string | null | undefined;
  /**
   * Older settings of its tools; use a tool of type `mcp_toolset`.
   */
  tool_configuration?: McpServerToolConfiguration | null | undefined;
};

/**
 * Settings of an MCP server's tools.
 */
export type McpServerToolConfiguration = {
  /**
   * Whether the model can call the tools.
   */
  enabled?: boolean | null | undefined;
  /**
   * The only tools that the model can call.
   */
  allowed_tools?: Array<string> | null | undefined;
};

/**
 * Settings of a tool of an MCP server.
 */
export type McpToolConfig = {
  /**
   * Whether the model can call the tool.
   */
  enabled?: boolean | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
};

/**
 * Asks a second model for advice.
 */
export type MessagesAdvisorTool = {
  /**
   * Always `advisor_20260301`.
   */
  type: "advisor_20260301";
  /**
   * Always `advisor`.
   */
  name: string;
  /**
   * The advising model.
   */
  model?: string | null | undefined;
  /**
   * Maximum number of calls per request.
   */
  max_uses?: number | null | undefined;
  /**
   * Maximum number of tokens of one advice.
   */
  max_tokens?: number | null | undefined;
  /**
   * Prompt caching for the advisor.
   */
  caching?: CacheControl | null | undefined;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * A shell that the caller runs.
 */
export type MessagesBashTool = {
  /**
   * The version of the tool.
   */
  type: "bash_20241022" | "bash_20250124";
  /**
   * Always `bash`.
   */
  name: string;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * Runs code in a container of the provider.
 */
export type MessagesCodeExecutionTool = {
  /**
   * The version of the tool.
   */
  type: "code_execution_20250522" | "code_execution_20250825" | "code_execution_20260120" | "code_execution_20260521";
  /**
   * Always `code_execution`.
   */
  name: string;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * A computer that the caller controls.
 */
export type MessagesComputerTool = {
  /**
   * The version of the tool.
   */
  type: "computer_20241022" | "computer_20250124" | "computer_20251124";
  /**
   * Always `computer`.
   */
  name: string;
  /**
   * Width of the display in pixels.
   */
  display_width_px?: number | null | undefined;
  /**
   * Height of the display in pixels.
   */
  display_height_px?: number | null | undefined;
  /**
   * Number of the X11 display.
   */
  display_number?: number | null | undefined;
  /**
   * Whether the model can enlarge a part of the display.
   */
  enable_zoom?: boolean | null | undefined;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * A function. The model requests the call; the caller runs the function.
 */
export type MessagesCustomTool = {
  /**
   * `custom`, or absent.
   */
  type?: "custom" | null | undefined;
  /**
   * Name of the function: letters, digits, `_` and `-`.
   */
  name: string;
  /**
   * When and how to call the function.
   */
  description?: string | null | undefined;
  /**
   * JSON Schema of the arguments.
   */
  input_schema: {
    [key: string]: unknown;
  };
  /**
   * Whether the arguments are streamed as the model writes them.
   */
  eager_input_streaming?: boolean | null | undefined;
  /**
   * Examples of arguments.
   */
  input_examples?:
    | Array<{
        [key: string]: unknown;
      }>
    | null
    | undefined;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * The tools of an MCP server of the request.
 */
export type MessagesMcpToolset = {
  /**
   * Always `mcp_toolset`.
   */
  type: "mcp_toolset";
  /**
   * The `name` of the server.
   */
  mcp_server_name?: string | null | undefined;
  /**
   * Tool → its settings.
   */
  configs?:
    | {
        [key: string]: McpToolConfig;
      }
    | null
    | undefined;
  /**
   * Settings of the other tools.
   */
  default_config?: McpToolConfig | null | undefined;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * Memory files that the caller keeps.
 */
export type MessagesMemoryTool = {
  /**
   * Always `memory_20250818`.
   */
  type: "memory_20250818";
  /**
   * Always `memory`.
   */
  name: string;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * A text editor that the caller runs.
 */
export type MessagesTextEditorTool = {
  /**
   * The version of the tool.
   */
  type: "text_editor_20241022" | "text_editor_20250124" | "text_editor_20250429" | "text_editor_20250728";
  /**
   * `str_replace_editor` or `str_replace_based_edit_tool`, by version.
   */
  name: string;
  /**
   * Maximum length of a view in characters.
   */
  max_characters?: number | null | undefined;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * A tool that the model can call: a function that the caller runs (without a `type`, or `custom`), a tool of Anthropic,
 * or a server tool of OpenRouter (`openrouter:…`).
 *
 */
export type MessagesTool =
  | MessagesCustomTool
  | MessagesWebSearchTool
  | MessagesWebFetchTool
  | MessagesCodeExecutionTool
  | MessagesBashTool
  | MessagesTextEditorTool
  | MessagesMemoryTool
  | MessagesComputerTool
  | MessagesToolset
  | MessagesToolSearchTool
  | MessagesAdvisorTool
  | MessagesMcpToolset
  | BashTool
  | DatetimeTool
  | ImageGenerationTool
  | SearchModelsTool
  | WebFetchTool
  | WebSearchTool
  | ResponseServerShellTool
  | ResponseServerToolSearchTool
  | MessagesUnknownTool;

/**
 * Whether the model must call a tool, and which one.
 */
export type MessagesToolChoice =
  | ({
      type: "auto";
    } & ToolChoiceAuto)
  | ({
      type: "any";
    } & ToolChoiceAny)
  | ({
      type: "tool";
    } & ToolChoiceTool)
  | ({
      type: "none";
    } & ToolChoiceNone);

/**
 * Searches the tools with `defer_loading`.
 */
export type MessagesToolSearchTool = {
  /**
   * The version of the tool.
   */
  type:
    | "tool_search_tool_bm25"
    | "tool_search_tool_bm25_20251119"
    | "tool_search_tool_regex"
    | "tool_search_tool_regex_20251119";
  /**
   * `tool_search_tool_bm25` or `tool_search_tool_regex`, by type.
   */
  name: string;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * Several tools of one kind that the caller runs.
 */
export type MessagesToolset = {
  /**
   * The version of the tool.
   */
  type: "browser_toolset_20260801" | "computer_toolset_20260801";
  /**
   * Tool → its settings.
   */
  configs?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * A tool of another type. It is forwarded to the provider.
 */
export type MessagesUnknownTool = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * Location of the user.
 */
export type MessagesUserLocation = {
  /**
   * Always `approximate`.
   */
  type: "approximate";
  /**
   * City.
   */
  city?: string | null | undefined;
  /**
   * Region.
   */
  region?: string | null | undefined;
  /**
   * Country, as an ISO 3166 code.
   */
  country?: string | null | undefined;
  /**
   * IANA time zone.
   */
  timezone?: string | null | undefined;
};

/**
 * Fetches web pages.
 */
export type MessagesWebFetchTool = {
  /**
   * The version of the tool.
   */
  type: "web_fetch_20250910" | "web_fetch_20260209" | "web_fetch_20260309" | "web_fetch_20260318";
  /**
   * Always `web_fetch`.
   */
  name: string;
  /**
   * The only domains to use.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Domains that are not used.
   */
  blocked_domains?: Array<string> | null | undefined;
  /**
   * Maximum number of calls per request.
   */
  max_uses?: number | null | undefined;
  /**
   * Whether the model cites the pages.
   */
  citations?: CitationsConfig | null | undefined;
  /**
   * Maximum number of tokens per page.
   */
  max_content_tokens?: number | null | undefined;
  /**
   * Whether pages come from a cache. Default: true.
   */
  use_cache?: boolean | null | undefined;
  /**
   * Where the URLs may come from.
   */
  url_sources?: WebFetchUrlSources | null | undefined;
  /**
   * `full`, or `excluded` to omit the pages from the response.
   */
  response_inclusion?: string | null | undefined;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * Searches the web.
 */
export type MessagesWebSearchTool = {
  /**
   * The version of the tool.
   */
  type: "web_search_20250305" | "web_search_20260209" | "web_search_20260318";
  /**
   * Always `web_search`.
   */
  name: string;
  /**
   * The only domains to use.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Domains that are not used.
   */
  blocked_domains?: Array<string> | null | undefined;
  /**
   * Maximum number of calls per request.
   */
  max_uses?: number | null | undefined;
  /**
   * Location of the user.
   */
  user_location?: MessagesUserLocation | null | undefined;
  /**
   * `full`, or `excluded` to omit the results from the response.
   */
  response_inclusion?: string | null | undefined;
  /**
   * Who may call the tool: `direct`, or a version of the code execution tool.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * The model must call a tool.
 */
export type ToolChoiceAny = {
  /**
   * Always `any`.
   */
  type: "any";
  /**
   * Whether the model calls exactly one tool.
   */
  disable_parallel_tool_use?: boolean | null | undefined;
};

/**
 * The model decides.
 */
export type ToolChoiceAuto = {
  /**
   * Always `auto`.
   */
  type: "auto";
  /**
   * Whether the model calls at most one tool.
   */
  disable_parallel_tool_use?: boolean | null | undefined;
};

/**
 * The model calls no tool.
 */
export type ToolChoiceNone = {
  /**
   * Always `none`.
   */
  type: "none";
};

/**
 * The model must call this tool.
 */
export type ToolChoiceTool = {
  /**
   * Always `tool`.
   */
  type: "tool";
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * Whether the model calls exactly one tool.
   */
  disable_parallel_tool_use?: boolean | null | undefined;
};

/**
 * A tool by its name.
 */
export type WebFetchToolReference = {
  /**
   * Always `tool_reference`.
   */
  type: "tool_reference";
  /**
   * Name of the tool.
   */
  name: string;
};

/**
 * Which values may contain URLs for fetches.
 */
export type WebFetchUrlSource = {
  /**
   * Which values.
   * - `all`: All.
   * - `none`: None.
   * - `only`: Those of `tools`.
   * - `except`: All except those of `tools`.
   */
  type: "all" | "none" | "only" | "except" | (string & {});
  /**
   * The tools.
   */
  tools?: Array<WebFetchToolReference> | null | undefined;
};

/**
 * Where the URLs of fetches may come from.
 */
export type WebFetchUrlSources = {
  /**
   * Messages of the user.
   */
  user_input?: WebFetchUrlSource | null | undefined;
  /**
   * Results of the caller's tools.
   */
  client_tool_results?: WebFetchUrlSource | null | undefined;
  /**
   * Results of server tools.
   */
  server_tool_results?: WebFetchUrlSource | null | undefined;
};
