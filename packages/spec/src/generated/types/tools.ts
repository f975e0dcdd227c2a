// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { CacheControl } from "./content.ts";
import type { ReasoningEffort } from "./reasoning.ts";

/**
 * Consults a second model for advice.
 */
export type AdvisorTool = {
  /**
   * Always `openrouter:advisor`.
   */
  type: "openrouter:advisor";
  /**
   * Settings for the tool.
   */
  parameters?: AdvisorToolParameters | null | undefined;
};

/**
 * Settings for the advisor.
 */
export type AdvisorToolParameters = {
  /**
   * Name under which the model calls the tool.
   */
  name?: string | null | undefined;
  /**
   * The advising model.
   */
  model?: string | null | undefined;
  /**
   * Instructions for the model of the tool.
   */
  instructions?: string | null | undefined;
  /**
   * Whether the advisor receives the conversation.
   */
  forward_transcript?: boolean | null | undefined;
  /**
   * Maximum number of tokens of the advice.
   */
  max_completion_tokens?: number | null | undefined;
  /**
   * Reasoning settings of the model.
   */
  reasoning?: ToolReasoning | null | undefined;
  /**
   * Whether the advice is streamed.
   */
  stream?: boolean | null | undefined;
  /**
   * Sampling temperature of the model.
   */
  temperature?: number | null | undefined;
};

/**
 * A new or an existing container.
 */
export type BashEnvironment =
  | ({
      type: "container_auto";
    } & NewContainer)
  | ({
      type: "container_reference";
    } & ExistingContainer);

/**
 * Runs shell commands in a container.
 */
export type BashTool = {
  /**
   * Always `openrouter:bash`.
   */
  type: "openrouter:bash";
  /**
   * Settings for the tool.
   */
  parameters?: BashToolParameters | null | undefined;
};

/**
 * Where the commands run.
 */
export type BashToolParameters = {
  /**
   * Where the commands run. Default: `auto`.
   */
  engine?: ToolEngine | null | undefined;
  /**
   * The container.
   */
  environment?: BashEnvironment | null | undefined;
};

/**
 * A tool that the model can call: a function that the caller runs, or a server tool (`openrouter:…`) that OpenRouter
 * runs. A server tool with a `name` can be listed several times under different names.
 *
 */
export type ChatTool =
  | ({
      type: "function";
    } & FunctionTool)
  | ({
      type: "openrouter:advisor";
    } & AdvisorTool)
  | ({
      type: "openrouter:bash";
    } & BashTool)
  | ({
      type: "openrouter:datetime";
    } & DatetimeTool)
  | ({
      type: "openrouter:files";
    } & FilesTool)
  | ({
      type: "openrouter:fusion";
    } & FusionTool)
  | ({
      type: "openrouter:image_generation";
    } & ImageGenerationTool)
  | ({
      type: "openrouter:experimental__search_models";
    } & SearchModelsTool)
  | ({
      type: "openrouter:subagent";
    } & SubagentTool)
  | ({
      type: "openrouter:web_fetch";
    } & WebFetchTool)
  | ({
      type: "openrouter:web_search";
    } & WebSearchTool)
  | ({
      type: "web_search" | "web_search_preview" | "web_search_preview_2025_03_11" | "web_search_2025_08_26";
    } & WebSearchShorthand);

/**
 * Network access of a container.
 */
export type ContainerNetwork =
  | ({
      type: "disabled";
    } & NetworkDisabled)
  | ({
      type: "allowlist";
    } & NetworkAllowlist);

/**
 * Returns the current date and time.
 */
export type DatetimeTool = {
  /**
   * Always `openrouter:datetime`.
   */
  type: "openrouter:datetime";
  /**
   * Settings for the tool.
   */
  parameters?: DatetimeToolParameters | null | undefined;
};

/**
 * Settings for the date and time tool.
 */
export type DatetimeToolParameters = {
  /**
   * IANA time zone. Default: UTC.
   */
  timezone?: string | null | undefined;
};

/**
 * A search by words.
 */
export type DeferredBm25Search = {
  /**
   * Always `bm25`.
   */
  type: "bm25";
  /**
   * Maximum number of tools to return.
   */
  max_results?: number | null | undefined;
};

/**
 * A search by a tool of the caller.
 */
export type DeferredCustomSearch = {
  /**
   * Always `custom`.
   */
  type: "custom";
  /**
   * Name of the tool that searches.
   */
  tool_id: string;
  /**
   * Field of its result that lists the names of the tools found.
   */
  result_key: string;
  /**
   * Maximum number of tools to return.
   */
  max_results?: number | null | undefined;
};

/**
 * A search by a regular expression.
 */
export type DeferredRegexSearch = {
  /**
   * Always `regex`.
   */
  type: "regex";
  /**
   * Maximum number of tools to return.
   */
  max_results?: number | null | undefined;
};

/**
 * How the model finds tools with `defer_loading`. OpenRouter serves the search, for any model.
 */
export type DeferredTools = {
  /**
   * Always `v1`.
   */
  protocol: "v1";
  /**
   * Always `portable`.
   */
  profile: "portable";
  /**
   * The search.
   */
  search: DeferredToolsSearch;
  /**
   * Always `runtime`. OpenRouter validates the arguments of calls.
   */
  validation: "runtime";
};

/**
 * A search among tools with `defer_loading`.
 */
export type DeferredToolsSearch =
  | ({
      type: "regex";
    } & DeferredRegexSearch)
  | ({
      type: "bm25";
    } & DeferredBm25Search)
  | ({
      type: "custom";
    } & DeferredCustomSearch);

/**
 * An existing container.
 */
export type ExistingContainer = {
  /**
   * Always `container_reference`.
   */
  type: "container_reference";
  /**
   * Id of the container.
   */
  container_id: string;
  /**
   * Uploaded files to copy into the container.
   */
  file_ids?: Array<string> | null | undefined;
  /**
   * Network access of the container.
   */
  network_policy?: ContainerNetwork | null | undefined;
};

/**
 * Reads and writes files in the workspace.
 */
export type FilesTool = {
  /**
   * Always `openrouter:files`.
   */
  type: "openrouter:files";
  /**
   * Settings for the tool.
   */
  parameters?: FilesToolParameters | null | undefined;
};

/**
 * Settings for the files tool; none are documented.
 */
export type FilesToolParameters = {
  [key: string]: unknown;
};

/**
 * A function and its arguments.
 */
export type FunctionCall = {
  /**
   * Name of the function. Models may invent names.
   */
  name: string;
  /**
   * The arguments as a JSON string. Models may produce invalid JSON.
   */
  arguments: string;
};

/**
 * The description of a function for the model.
 */
export type FunctionDefinition = {
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
   * Like `defer_loading` of the tool.
   */
  defer_loading?: boolean | null | undefined;
};

/**
 * A function. The model requests the call; the caller runs the function.
 */
export type FunctionTool = {
  /**
   * Always `function`.
   */
  type: "function";
  /**
   * The function.
   */
  function: FunctionDefinition;
  /**
   * Whether the model finds the tool only by a tool search.
   */
  defer_loading?: boolean | null | undefined;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * Queries a panel of models and combines their responses.
 */
export type FusionTool = {
  /**
   * Always `openrouter:fusion`.
   */
  type: "openrouter:fusion";
  /**
   * Settings for the tool.
   */
  parameters?: FusionToolParameters | null | undefined;
};

/**
 * Settings for the panel.
 */
export type FusionToolParameters = {
  /**
   * The models of the panel.
   */
  analysis_models?: Array<string> | null | undefined;
  /**
   * The model that combines the responses.
   */
  model?: string | null | undefined;
  /**
   * Maximum number of tool calls of the panel.
   */
  max_tool_calls?: number | null | undefined;
  /**
   * Maximum number of tokens in the completion.
   */
  max_completion_tokens?: number | null | undefined;
  /**
   * Reasoning settings of the models.
   */
  reasoning?: ToolReasoning | null | undefined;
  /**
   * Sampling temperature of the models.
   */
  temperature?: number | null | undefined;
  /**
   * Prompt caching for the panel.
   */
  cache_control?: CacheControl | null | undefined;
  /**
   * Tools that the panel can call.
   */
  tools?: Array<NestedTool> | null | undefined;
};

/**
 * Generates an image.
 */
export type ImageGenerationTool = {
  /**
   * Always `openrouter:image_generation`.
   */
  type: "openrouter:image_generation";
  /**
   * Settings for the tool.
   */
  parameters?: ImageGenerationToolParameters | null | undefined;
};

/**
 * Settings for image generation. Additional fields are forwarded to the model.
 */
export type ImageGenerationToolParameters = {
  /**
   * The image model.
   */
  model?: string | null | undefined;
  [key: string]: unknown;
};

/**
 * The name of a function.
 */
export type NamedFunction = {
  /**
   * Name of the function.
   */
  name: string;
};

/**
 * A tool inside another tool.
 */
export type NestedTool = {
  /**
   * Type of the tool.
   */
  type: string;
  /**
   * Settings of the tool.
   */
  parameters?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  [key: string]: unknown;
};

/**
 * Access to the listed domains only.
 */
export type NetworkAllowlist = {
  /**
   * Always `allowlist`.
   */
  type: "allowlist";
  /**
   * The allowed domains.
   */
  allowed_domains: Array<string>;
};

/**
 * No network access.
 */
export type NetworkDisabled = {
  /**
   * Always `disabled`.
   */
  type: "disabled";
};

/**
 * A new container.
 */
export type NewContainer = {
  /**
   * Always `container_auto`.
   */
  type: "container_auto";
  /**
   * Uploaded files to copy into the container.
   */
  file_ids?: Array<string> | null | undefined;
  /**
   * Network access of the container.
   */
  network_policy?: ContainerNetwork | null | undefined;
};

/**
 * How much of the search results the model reads.
 * - `low`: A small part of the results.
 * - `medium`: A medium part of the results.
 * - `high`: A large part of the results.
 */
export type SearchContextSize = "low" | "medium" | "high" | (string & {});

/**
 * The web search engine.
 * - `auto`: The provider's own search if available, otherwise Exa.
 * - `native`: The provider's own search, at its price.
 * - `exa`: Exa, 0.007 USD per request (0.012 deep, 0.015 deep with reasoning).
 * - `parallel`: Parallel, 0.005 USD per request (0.001 fast).
 * - `firecrawl`: Firecrawl, billed to your Firecrawl account.
 * - `perplexity`: Perplexity, 0.005 USD per request.
 */
export type SearchEngine = "auto" | "native" | "exa" | "parallel" | "firecrawl" | "perplexity" | (string & {});

/**
 * Approximate location of the user.
 */
export type SearchLocation = {
  /**
   * Always `approximate`.
   */
  type?: "approximate" | null | undefined;
  /**
   * City.
   */
  city?: string | null | undefined;
  /**
   * Region or state.
   */
  region?: string | null | undefined;
  /**
   * ISO country code.
   */
  country?: string | null | undefined;
  /**
   * IANA time zone.
   */
  timezone?: string | null | undefined;
};

/**
 * Search depth. Each engine supports some of the values.
 * - `instant`: The fastest.
 * - `fast`: Fast.
 * - `auto`: The engine selects the depth.
 * - `deep-lite`: Slightly deeper than `fast`.
 * - `deep`: Deep.
 * - `deep-reasoning`: Deep, with reasoning about the results.
 * - `turbo`: Fast and inexpensive.
 * - `basic`: Standard.
 * - `advanced`: Thorough.
 */
export type SearchMode =
  | "instant"
  | "fast"
  | "auto"
  | "deep-lite"
  | "deep"
  | "deep-reasoning"
  | "turbo"
  | "basic"
  | "advanced"
  | (string & {});

/**
 * Searches the model catalog.
 */
export type SearchModelsTool = {
  /**
   * Always `openrouter:experimental__search_models`.
   */
  type: "openrouter:experimental__search_models";
  /**
   * Settings for the tool.
   */
  parameters?: SearchModelsToolParameters | null | undefined;
};

/**
 * Settings for the search.
 */
export type SearchModelsToolParameters = {
  /**
   * Maximum number of models to return.
   */
  max_results?: number | null | undefined;
};

/**
 * Stops at a cost.
 */
export type StopAtCost = {
  /**
   * Always `max_cost`.
   */
  type: "max_cost";
  /**
   * The cost in USD.
   */
  max_cost_in_dollars: number;
};

/**
 * Stops when a step ends with this finish reason.
 */
export type StopAtFinishReason = {
  /**
   * Always `finish_reason_is`.
   */
  type: "finish_reason_is";
  /**
   * The finish reason.
   */
  reason: string;
};

/**
 * Stops after a number of steps.
 */
export type StopAtStepCount = {
  /**
   * Always `step_count_is`.
   */
  type: "step_count_is";
  /**
   * The number of steps.
   */
  step_count: number;
};

/**
 * Stops after a number of tokens.
 */
export type StopAtTokens = {
  /**
   * Always `max_tokens_used`.
   */
  type: "max_tokens_used";
  /**
   * The number of tokens.
   */
  max_tokens: number;
};

/**
 * Stops after a call of this tool.
 */
export type StopAtToolCall = {
  /**
   * Always `has_tool_call`.
   */
  type: "has_tool_call";
  /**
   * Name of the tool.
   */
  tool_name: string;
};

/**
 * When OpenRouter stops running server tools and requests the final completion.
 */
export type StopServerToolsCondition =
  | ({
      type: "step_count_is";
    } & StopAtStepCount)
  | ({
      type: "has_tool_call";
    } & StopAtToolCall)
  | ({
      type: "max_tokens_used";
    } & StopAtTokens)
  | ({
      type: "max_cost";
    } & StopAtCost)
  | ({
      type: "finish_reason_is";
    } & StopAtFinishReason);

/**
 * Delegates a task to another model with its own tools.
 */
export type SubagentTool = {
  /**
   * Always `openrouter:subagent`.
   */
  type: "openrouter:subagent";
  /**
   * Settings for the tool.
   */
  parameters?: SubagentToolParameters | null | undefined;
};

/**
 * Settings for the subagent.
 */
export type SubagentToolParameters = {
  /**
   * Name under which the model calls the tool.
   */
  name?: string | null | undefined;
  /**
   * The model of the subagent.
   */
  model?: string | null | undefined;
  /**
   * Instructions for the model of the tool.
   */
  instructions?: string | null | undefined;
  /**
   * Whether the subagent can call the caller's functions.
   */
  inherit_functions?: boolean | null | undefined;
  /**
   * Names of the functions that it can call.
   */
  inherited_function_names?: Array<string> | null | undefined;
  /**
   * Maximum number of tokens in the completion.
   */
  max_completion_tokens?: number | null | undefined;
  /**
   * Maximum number of tool calls.
   */
  max_tool_calls?: number | null | undefined;
  /**
   * Reasoning settings of the model.
   */
  reasoning?: ToolReasoning | null | undefined;
  /**
   * Sampling temperature of the model.
   */
  temperature?: number | null | undefined;
  /**
   * Tools of the subagent.
   */
  tools?: Array<NestedTool> | null | undefined;
};

/**
 * A tool call that the model requested.
 */
export type ToolCall = {
  /**
   * Id of the call. The `tool` message with the result refers to it.
   */
  id: string;
  /**
   * Always `function`.
   */
  type: "function";
  /**
   * The function and its arguments.
   */
  function: FunctionCall;
};

/**
 * Whether the model must call a tool, and which one. Default with tools: `auto`.
 */
export type ToolChoice = ToolChoiceMode | ToolChoiceTarget;

/**
 * Whether the model must call a tool.
 * - `none`: The model calls no tool.
 * - `auto`: The model decides.
 * - `required`: The model must call a tool.
 */
export type ToolChoiceMode = "none" | "auto" | "required" | (string & {});

/**
 * A specific tool: `type: function` with the name of the function, or only the type of a server tool.
 */
export type ToolChoiceTarget = {
  /**
   * `function`, or a server tool such as `openrouter:web_search`.
   */
  type: string;
  /**
   * The function, if `type` is `function`.
   */
  function?: NamedFunction | null | undefined;
};

/**
 * What runs a tool.
 * - `auto`: At the provider if it supports this, otherwise at OpenRouter.
 * - `native`: The provider.
 * - `openrouter`: OpenRouter.
 */
export type ToolEngine = "auto" | "native" | "openrouter" | (string & {});

/**
 * Reasoning settings of a tool's model.
 */
export type ToolReasoning = {
  /**
   * The reasoning effort.
   */
  effort?: ReasoningEffort | null | undefined;
  /**
   * Maximum number of reasoning tokens.
   */
  max_tokens?: number | null | undefined;
};

/**
 * Fetches a web page.
 */
export type WebFetchTool = {
  /**
   * Always `openrouter:web_fetch`.
   */
  type: "openrouter:web_fetch";
  /**
   * Settings for the tool.
   */
  parameters?: WebFetchToolParameters | null | undefined;
};

/**
 * Settings for web fetching.
 */
export type WebFetchToolParameters = {
  /**
   * The fetch engine. Default: `auto`.
   * - `auto`: OpenRouter selects the engine.
   * - `native`: The provider of the model.
   * - `openrouter`: OpenRouter, free of charge.
   * - `exa`: Exa.
   * - `parallel`: Parallel.
   * - `firecrawl`: Firecrawl, billed to your Firecrawl account.
   */
  engine?: "auto" | "native" | "openrouter" | "exa" | "parallel" | "firecrawl" | (string & {}) | null | undefined;
  /**
   * The only domains to fetch from.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Domains that are not fetched.
   */
  blocked_domains?: Array<string> | null | undefined;
  /**
   * Maximum number of tokens per page.
   */
  max_content_tokens?: number | null | undefined;
  /**
   * Maximum number of fetches per request.
   */
  max_uses?: number | null | undefined;
};

/**
 * Web search in OpenAI's format. The settings can be next to `type` or under `parameters`.
 */
export type WebSearchShorthand = {
  /**
   * Type of the tool.
   */
  type: "web_search" | "web_search_preview" | "web_search_preview_2025_03_11" | "web_search_2025_08_26";
  /**
   * Settings for the search.
   */
  parameters?: WebSearchToolParameters | null | undefined;
  /**
   * The search engine. Default: `auto`.
   */
  engine?: SearchEngine | null | undefined;
  /**
   * Search depth.
   */
  mode?: SearchMode | null | undefined;
  /**
   * Number of results per search. Default: 5.
   */
  max_results?: number | null | undefined;
  /**
   * Maximum number of searches per request.
   */
  max_uses?: number | null | undefined;
  /**
   * Maximum number of results per request.
   */
  max_total_results?: number | null | undefined;
  /**
   * Maximum number of characters per result.
   */
  max_characters?: number | null | undefined;
  /**
   * How much of the search results the model reads.
   */
  search_context_size?: SearchContextSize | null | undefined;
  /**
   * The only domains to search.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Domains to exclude from the search.
   */
  excluded_domains?: Array<string> | null | undefined;
  /**
   * Location of the user.
   */
  user_location?: SearchLocation | null | undefined;
  /**
   * Settings for searching posts on X.
   */
  x_search?: XSearch | null | undefined;
};

/**
 * Searches the web.
 */
export type WebSearchTool = {
  /**
   * Always `openrouter:web_search`.
   */
  type: "openrouter:web_search";
  /**
   * Settings for the tool.
   */
  parameters?: WebSearchToolParameters | null | undefined;
};

/**
 * Settings for the search.
 */
export type WebSearchToolParameters = {
  /**
   * The search engine. Default: `auto`.
   */
  engine?: SearchEngine | null | undefined;
  /**
   * Search depth.
   */
  mode?: SearchMode | null | undefined;
  /**
   * Number of results per search. Default: 5.
   */
  max_results?: number | null | undefined;
  /**
   * Maximum number of searches per request.
   */
  max_uses?: number | null | undefined;
  /**
   * Maximum number of results per request.
   */
  max_total_results?: number | null | undefined;
  /**
   * Maximum number of characters per result.
   */
  max_characters?: number | null | undefined;
  /**
   * How much of the search results the model reads.
   */
  search_context_size?: SearchContextSize | null | undefined;
  /**
   * The only domains to search.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Domains to exclude from the search.
   */
  excluded_domains?: Array<string> | null | undefined;
  /**
   * Location of the user.
   */
  user_location?: SearchLocation | null | undefined;
  /**
   * Settings for searching posts on X.
   */
  x_search?: XSearch | null | undefined;
};

/**
 * Settings for searching posts on X.
 */
export type XSearch = {
  /**
   * The only accounts to include.
   */
  allowed_x_handles?: Array<string> | null | undefined;
  /**
   * Accounts to exclude.
   */
  excluded_x_handles?: Array<string> | null | undefined;
  /**
   * Whether to analyze images.
   */
  enable_image_understanding?: boolean | null | undefined;
  /**
   * Whether to analyze videos.
   */
  enable_video_understanding?: boolean | null | undefined;
  /**
   * Start date, `YYYY-MM-DD`.
   */
  from_date?: string | null | undefined;
  /**
   * End date, `YYYY-MM-DD`.
   */
  to_date?: string | null | undefined;
  [key: string]: unknown;
};
