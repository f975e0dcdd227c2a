// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type {
  AdvisorTool,
  BashEnvironment,
  BashTool,
  DatetimeTool,
  FilesTool,
  FusionTool,
  ImageGenerationTool,
  SearchContextSize,
  SearchEngine,
  SearchLocation,
  SearchMode,
  SearchModelsTool,
  SubagentTool,
  ToolChoiceMode,
  ToolEngine,
  WebFetchTool,
  WebSearchTool,
  XSearch,
} from "./tools.ts";
import type { UnknownTag } from "./unknown-tag.ts";

/**
 * Changes of files on the machine of the caller.
 */
export type ResponseApplyPatchTool = {
  /**
   * Always `apply_patch`.
   */
  type: "apply_patch";
};

/**
 * Settings for the tool.
 */
export type ResponseApplyPatchToolParameters = {
  /**
   * Where the changes are made.
   */
  engine?: ToolEngine | null | undefined;
};

/**
 * A new container.
 */
export type ResponseAutoContainer = {
  /**
   * Always `auto`.
   */
  type: "auto";
  /**
   * Uploaded files to copy into the container.
   */
  file_ids?: Array<string> | null | undefined;
  /**
   * Memory of the container.
   * - `1g`: 1 GB.
   * - `4g`: 4 GB.
   * - `16g`: 16 GB.
   * - `64g`: 64 GB.
   */
  memory_limit?: "1g" | "4g" | "16g" | "64g" | (string & {}) | null | undefined;
};

/**
 * A container, by its id or by the settings of a new one.
 */
export type ResponseCodeInterpreterContainer = string | ResponseAutoContainer;

/**
 * Runs code in a container of the provider.
 */
export type ResponseCodeInterpreterTool = {
  /**
   * Always `code_interpreter`.
   */
  type: "code_interpreter";
  /**
   * Id of a container, or a new one.
   */
  container: ResponseCodeInterpreterContainer;
};

/**
 * Actions on a computer.
 */
export type ResponseComputerTool = {
  /**
   * Always `computer`.
   */
  type: "computer";
};

/**
 * Actions on a computer.
 */
export type ResponseComputerUseTool = {
  /**
   * Always `computer_use_preview`.
   */
  type: "computer_use_preview";
  /**
   * Width of the display, in pixels.
   */
  display_width: number;
  /**
   * Height of the display, in pixels.
   */
  display_height: number;
  /**
   * The environment.
   * - `windows`: Windows.
   * - `mac`: macOS.
   * - `linux`: Linux.
   * - `ubuntu`: Ubuntu.
   * - `browser`: A browser.
   */
  environment: "windows" | "mac" | "linux" | "ubuntu" | "browser" | (string & {});
};

/**
 * Text that conforms to a grammar.
 */
export type ResponseCustomGrammarFormat = {
  /**
   * Always `grammar`.
   */
  type: "grammar";
  /**
   * The syntax of the grammar.
   * - `lark`: A Lark grammar.
   * - `regex`: A regular expression.
   */
  syntax: "lark" | "regex" | (string & {});
  /**
   * The grammar.
   */
  definition: string;
};

/**
 * Any text.
 */
export type ResponseCustomTextFormat = {
  /**
   * Always `text`.
   */
  type: "text";
};

/**
 * A tool whose input is free text, or text of a grammar.
 */
export type ResponseCustomTool = {
  /**
   * Always `custom`.
   */
  type: "custom";
  /**
   * Name of the tool.
   */
  name: string;
  /**
   * When and how to call the tool.
   */
  description?: string | null | undefined;
  /**
   * The form of the input. Default: any text.
   */
  format?: ResponseCustomToolFormat | null | undefined;
  /**
   * Whether the model continues before the output arrives.
   */
  async?: boolean | null | undefined;
  /**
   * Whether the model sees the tool only after a tool search.
   */
  defer_loading?: boolean | null | undefined;
};

/**
 * The form of the input of a custom tool.
 */
export type ResponseCustomToolFormat =
  | ({
      type: "text";
    } & ResponseCustomTextFormat)
  | ({
      type: "grammar";
    } & ResponseCustomGrammarFormat);

/**
 * Search in vector stores.
 */
export type ResponseFileSearchTool = {
  /**
   * Always `file_search`.
   */
  type: "file_search";
  /**
   * Ids of the vector stores.
   */
  vector_store_ids: Array<string>;
  /**
   * Maximum number of results.
   */
  max_num_results?: number | null | undefined;
  /**
   * A comparison, or several with `and` or `or`.
   */
  filters?: unknown;
  /**
   * Settings for the ranking.
   */
  ranking_options?: unknown;
};

/**
 * A function. The model requests the call; the caller runs the function.
 */
export type ResponseFunctionTool = {
  /**
   * Always `function`.
   */
  type: "function";
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
  parameters?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  /**
   * Whether the arguments must match the schema exactly.
   */
  strict?: boolean | null | undefined;
  /**
   * Whether the model continues before the output arrives.
   */
  async?: boolean | null | undefined;
  /**
   * Whether the model sees the tool only after a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Who may call the function: `direct`, `programmatic`.
   */
  allowed_callers?: Array<string> | null | undefined;
  /**
   * JSON Schema of the output.
   */
  output_schema?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
};

/**
 * Image generation by the provider.
 */
export type ResponseImageGenerationTool = {
  /**
   * Always `image_generation`.
   */
  type: "image_generation";
  /**
   * The image model.
   */
  model?: string | null | undefined;
  /**
   * Size of the image, such as `1024x1024`.
   */
  size?: string | null | undefined;
  /**
   * Quality of the image.
   * - `low`: Low.
   * - `medium`: Medium.
   * - `high`: High.
   * - `auto`: The provider decides.
   */
  quality?: "low" | "medium" | "high" | "auto" | (string & {}) | null | undefined;
  /**
   * Background of the image.
   * - `transparent`: Transparent.
   * - `opaque`: Opaque.
   * - `auto`: The provider decides.
   */
  background?: "transparent" | "opaque" | "auto" | (string & {}) | null | undefined;
  /**
   * Format of the image.
   * - `png`: PNG.
   * - `webp`: WebP.
   * - `jpeg`: JPEG.
   */
  output_format?: "png" | "webp" | "jpeg" | (string & {}) | null | undefined;
  /**
   * Compression in percent.
   */
  output_compression?: number | null | undefined;
  /**
   * Number of partial images in a stream.
   */
  partial_images?: number | null | undefined;
  /**
   * Strictness of the moderation.
   * - `auto`: Standard.
   * - `low`: Less strict.
   */
  moderation?: "auto" | "low" | (string & {}) | null | undefined;
  /**
   * How closely the image follows an input image.
   * - `high`: High.
   * - `low`: Low.
   */
  input_fidelity?: "high" | "low" | (string & {}) | null | undefined;
  /**
   * The part of an input image to change.
   */
  input_image_mask?: unknown;
};

/**
 * Shell commands on the machine of the caller.
 */
export type ResponseLocalShellTool = {
  /**
   * Always `local_shell`.
   */
  type: "local_shell";
};

/**
 * The tools of an MCP server that the model may call, as names or as a filter.
 */
export type ResponseMcpAllowedTools = Array<string> | ResponseMcpToolFilter;

/**
 * Which calls to an MCP server need approval: one word for all tools, or a filter.
 */
export type ResponseMcpApproval = string | ResponseMcpApprovalFilter;

/**
 * Which calls of an MCP server need approval.
 */
export type ResponseMcpApprovalFilter = {
  /**
   * The tools whose calls need approval.
   */
  always?: ResponseMcpToolFilter | null | undefined;
  /**
   * The tools whose calls need none.
   */
  never?: ResponseMcpToolFilter | null | undefined;
};

/**
 * The tools of an MCP server.
 */
export type ResponseMcpTool = {
  /**
   * Always `mcp`.
   */
  type: "mcp";
  /**
   * Label of the server.
   */
  server_label: string;
  /**
   * URL of the server.
   */
  server_url?: string | null | undefined;
  /**
   * Description of the server.
   */
  server_description?: string | null | undefined;
  /**
   * Id of a connector of the provider.
   */
  connector_id?: string | null | undefined;
  /**
   * Access token for the server.
   */
  authorization?: string | null | undefined;
  /**
   * Headers for the server.
   */
  headers?:
    | {
        [key: string]: string;
      }
    | null
    | undefined;
  /**
   * Names of the tools that the model may call, or a filter.
   */
  allowed_tools?: ResponseMcpAllowedTools | null | undefined;
  /**
   * Which calls need approval: `always`, `never`, or a filter.
   */
  require_approval?: ResponseMcpApproval | null | undefined;
};

/**
 * Some tools of an MCP server.
 */
export type ResponseMcpToolFilter = {
  /**
   * Names of the tools.
   */
  tool_names?: Array<string> | null | undefined;
  /**
   * Whether only tools that change nothing are selected.
   */
  read_only?: boolean | null | undefined;
};

/**
 * A tool of a namespace.
 */
export type ResponseNamespaceMember = ResponseFunctionTool | ResponseCustomTool | UnknownNamespaceMember;

/**
 * Tools under a common name. A call of one of them has the name in `namespace`.
 */
export type ResponseNamespaceTool = {
  /**
   * Always `namespace`.
   */
  type: "namespace";
  /**
   * Name of the namespace.
   */
  name: string;
  /**
   * What the tools are for.
   */
  description?: string | null | undefined;
  /**
   * The tools.
   */
  tools: Array<ResponseNamespaceMember>;
};

/**
 * Lets the model call tools by code.
 */
export type ResponseProgrammaticTool = {
  /**
   * Always `programmatic_tool_calling`.
   */
  type: "programmatic_tool_calling";
};

/**
 * The domains to search.
 */
export type ResponseSearchFilters = {
  /**
   * The only domains to search.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Domains to exclude.
   */
  blocked_domains?: Array<string> | null | undefined;
  /**
   * Domains to exclude.
   */
  excluded_domains?: Array<string> | null | undefined;
};

/**
 * Changes of files in a container.
 */
export type ResponseServerApplyPatchTool = {
  /**
   * Always `openrouter:apply_patch`.
   */
  type: "openrouter:apply_patch";
  /**
   * Settings for the tool.
   */
  parameters?: ResponseApplyPatchToolParameters | null | undefined;
};

/**
 * Shell commands in a container.
 */
export type ResponseServerShellTool = {
  /**
   * Always `openrouter:shell`.
   */
  type: "openrouter:shell";
  /**
   * Settings for the tool.
   */
  parameters?: ResponseShellToolParameters | null | undefined;
};

/**
 * Settings for the tool.
 */
export type ResponseServerToolSearchParameters = {
  /**
   * Maximum number of tools to return.
   */
  max_results?: number | null | undefined;
};

/**
 * Search in the tools of the request that have `defer_loading`.
 */
export type ResponseServerToolSearchTool = {
  /**
   * Always `openrouter:tool_search`.
   */
  type: "openrouter:tool_search";
  /**
   * Settings for the tool.
   */
  parameters?: ResponseServerToolSearchParameters | null | undefined;
};

/**
 * Shell commands.
 */
export type ResponseShellTool = {
  /**
   * Always `shell`.
   */
  type: "shell";
  /**
   * Where the commands run.
   */
  environment?: unknown;
};

/**
 * Settings for the tool.
 */
export type ResponseShellToolParameters = {
  /**
   * Where the commands run.
   * - `auto`: OpenRouter decides.
   * - `openrouter`: OpenRouter.
   */
  engine?: "auto" | "openrouter" | (string & {}) | null | undefined;
  /**
   * The container.
   */
  environment?: BashEnvironment | null | undefined;
};

/**
 * A tool that the model can call: a function or a custom tool that the caller runs, or a tool that OpenRouter or the provider runs.
 */
export type ResponseTool =
  | ResponseFunctionTool
  | ResponseCustomTool
  | ResponseNamespaceTool
  | ResponseWebSearchTool
  | ResponseFileSearchTool
  | ResponseComputerTool
  | ResponseComputerUseTool
  | ResponseToolSearchTool
  | ResponseProgrammaticTool
  | ResponseCodeInterpreterTool
  | ResponseMcpTool
  | ResponseImageGenerationTool
  | ResponseLocalShellTool
  | ResponseShellTool
  | ResponseApplyPatchTool
  | AdvisorTool
  | ResponseServerApplyPatchTool
  | BashTool
  | DatetimeTool
  | FilesTool
  | FusionTool
  | ImageGenerationTool
  | SearchModelsTool
  | ResponseServerShellTool
  | SubagentTool
  | ResponseServerToolSearchTool
  | WebFetchTool
  | WebSearchTool
  | UnknownResponseTool;

/**
 * Whether the model must call a tool, and which one. Default with tools: `auto`.
 */
export type ResponseToolChoice = ToolChoiceMode | ResponseToolChoiceTarget;

/**
 * A specific tool: `type: function` or `type: custom` with a name, the type of another tool, or `type: allowed_tools` with a list.
 */
export type ResponseToolChoiceTarget = {
  /**
   * `function`, `custom`, `allowed_tools`, or the type of another tool.
   */
  type: string;
  /**
   * Name of the function or of the custom tool.
   */
  name?: string | null | undefined;
  /**
   * Name of the namespace tool that contains it.
   */
  namespace?: string | null | undefined;
  /**
   * Label of the MCP server.
   */
  server_label?: string | null | undefined;
  /**
   * With `allowed_tools`, whether the model must call one.
   * - `auto`: The model decides.
   * - `required`: The model must call one of the tools.
   */
  mode?: "auto" | "required" | (string & {}) | null | undefined;
  /**
   * With `allowed_tools`, the tools that the model may call.
   */
  tools?:
    | Array<{
        [key: string]: unknown;
      }>
    | null
    | undefined;
};

/**
 * Search in the tools of the request that have `defer_loading`, by the provider or the caller.
 */
export type ResponseToolSearchTool = {
  /**
   * Always `tool_search`.
   */
  type: "tool_search";
  /**
   * Description of the search.
   */
  description?: string | null | undefined;
  /**
   * Who searches.
   * - `server`: The provider searches.
   * - `client`: The caller searches.
   */
  execution?: "server" | "client" | (string & {}) | null | undefined;
  /**
   * JSON Schema of the arguments.
   */
  parameters?: unknown;
};

/**
 * Web search.
 */
export type ResponseWebSearchTool = {
  /**
   * Type of the tool.
   */
  type: "web_search" | "web_search_2025_08_26" | "web_search_preview" | "web_search_preview_2025_03_11";
  /**
   * The search engine. Default: `auto`.
   */
  engine?: SearchEngine | null | undefined;
  /**
   * Search depth.
   */
  mode?: SearchMode | null | undefined;
  /**
   * The domains to search.
   */
  filters?: ResponseSearchFilters | null | undefined;
  /**
   * Number of results per search. Default: 5.
   */
  max_results?: number | null | undefined;
  /**
   * Maximum number of searches per request.
   */
  max_uses?: number | null | undefined;
  /**
   * How much of the search results the model reads.
   */
  search_context_size?: SearchContextSize | null | undefined;
  /**
   * Location of the user.
   */
  user_location?: SearchLocation | null | undefined;
  /**
   * Settings for searching posts on X.
   */
  x_search?: XSearch | null | undefined;
  /**
   * Whether the provider may access live pages instead of its cache.
   */
  external_web_access?: boolean | null | undefined;
};

/**
 * A tool with a type that this contract does not know.
 */
export type UnknownNamespaceMember = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};

/**
 * A tool with a type that this contract does not know. The API ignores the tool or refuses it by its type.
 */
export type UnknownResponseTool = {
  /**
   * The type.
   */
  type: UnknownTag;
  [key: string]: unknown;
};
