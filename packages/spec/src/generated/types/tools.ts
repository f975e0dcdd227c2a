// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { CacheControl } from "./content.ts";
import type { ReasoningEffort } from "./reasoning.ts";

/**
 * Asks a second model for advice.
 */
export type AdvisorTool = {
  /**
   * The tag.
   */
  type: "openrouter:advisor";
  /**
   * Settings of the tool.
   */
  parameters?: AdvisorToolParameters | null | undefined;
};

/**
 * Settings of the advisor.
 */
export type AdvisorToolParameters = {
  /**
   * The name by which the model calls it.
   */
  name?: string | null | undefined;
  /**
   * The model that advises.
   */
  model?: string | null | undefined;
  /**
   * Its instructions.
   */
  instructions?: string | null | undefined;
  /**
   * Whether it reads the conversation so far.
   */
  forward_transcript?: boolean | null | undefined;
  /**
   * The longest advice in tokens.
   */
  max_completion_tokens?: number | null | undefined;
  /**
   * How much it thinks.
   */
  reasoning?: ToolReasoning | null | undefined;
  /**
   * Whether its answer is streamed.
   */
  stream?: boolean | null | undefined;
  /**
   * Its temperature.
   */
  temperature?: number | null | undefined;
};

/**
 * A new container or one that exists.
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
   * The tag.
   */
  type: "openrouter:bash";
  /**
   * Settings of the tool.
   */
  parameters?: BashToolParameters | null | undefined;
};

/**
 * Where commands run.
 */
export type BashToolParameters = {
  /**
   * Who runs the commands; `auto` when absent.
   * - `auto`: The provider when it can, else the service.
   * - `native`: The provider.
   * - `openrouter`: The service.
   */
  engine?: "auto" | "native" | "openrouter" | (string & {}) | null | undefined;
  /**
   * The container.
   */
  environment?: BashEnvironment | null | undefined;
};

/**
 * A tool that the model may call: a function of the caller, or a server tool (`openrouter:…`) that the service runs
 * itself. A server tool may appear several times under different names where it has a `name`.
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
 * What a container may reach.
 */
export type ContainerNetwork =
  | ({
      type: "disabled";
    } & NetworkDisabled)
  | ({
      type: "allowlist";
    } & NetworkAllowlist);

/**
 * Tells date and time.
 */
export type DatetimeTool = {
  /**
   * The tag.
   */
  type: "openrouter:datetime";
  /**
   * Settings of the tool.
   */
  parameters?: DatetimeToolParameters | null | undefined;
};

/**
 * Settings of the clock.
 */
export type DatetimeToolParameters = {
  /**
   * IANA name of the time zone, UTC when absent.
   */
  timezone?: string | null | undefined;
};

/**
 * A container that exists.
 */
export type ExistingContainer = {
  /**
   * The tag.
   */
  type: "container_reference";
  /**
   * Its id.
   */
  container_id: string;
  /**
   * Uploaded files to put into it.
   */
  file_ids?: Array<string> | null | undefined;
  /**
   * What it may reach.
   */
  network_policy?: ContainerNetwork | null | undefined;
};

/**
 * Reads and writes files of the workspace.
 */
export type FilesTool = {
  /**
   * The tag.
   */
  type: "openrouter:files";
  /**
   * Settings of the tool.
   */
  parameters?: FilesToolParameters | null | undefined;
};

/**
 * Settings of the file tool; none is documented.
 */
export type FilesToolParameters = {
  [key: string]: unknown;
};

/**
 * A function and its arguments.
 */
export type FunctionCall = {
  /**
   * Its name; models can invent one.
   */
  name: string;
  /**
   * The arguments as JSON text; models can get it wrong.
   */
  arguments: string;
};

/**
 * What the model is told of a function.
 */
export type FunctionDefinition = {
  /**
   * Its name, of letters, digits, `_` and `-`.
   */
  name: string;
  /**
   * When and how to call it.
   */
  description?: string | null | undefined;
  /**
   * Its arguments as a JSON Schema.
   */
  parameters?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  /**
   * Whether the arguments must obey the schema exactly.
   */
  strict?: boolean | null | undefined;
};

/**
 * A function of the caller. The model asks for it, the caller runs it.
 */
export type FunctionTool = {
  /**
   * The tag.
   */
  type: "function";
  /**
   * The function.
   */
  function: FunctionDefinition;
  /**
   * Sets a breakpoint of the prompt cache after this tool.
   */
  cache_control?: CacheControl | null | undefined;
};

/**
 * Asks a panel of models and joins their answers.
 */
export type FusionTool = {
  /**
   * The tag.
   */
  type: "openrouter:fusion";
  /**
   * Settings of the tool.
   */
  parameters?: FusionToolParameters | null | undefined;
};

/**
 * Settings of the panel.
 */
export type FusionToolParameters = {
  /**
   * The models of the panel.
   */
  analysis_models?: Array<string> | null | undefined;
  /**
   * The model that joins the answers.
   */
  model?: string | null | undefined;
  /**
   * The most tool calls of the panel.
   */
  max_tool_calls?: number | null | undefined;
  /**
   * The longest answer in tokens.
   */
  max_completion_tokens?: number | null | undefined;
  /**
   * How much the models think.
   */
  reasoning?: ToolReasoning | null | undefined;
  /**
   * Their temperature.
   */
  temperature?: number | null | undefined;
  /**
   * Prompt caching of the panel.
   */
  cache_control?: CacheControl | null | undefined;
  /**
   * Tools of the panel.
   */
  tools?: Array<NestedTool> | null | undefined;
};

/**
 * Makes an image.
 */
export type ImageGenerationTool = {
  /**
   * The tag.
   */
  type: "openrouter:image_generation";
  /**
   * Settings of the tool.
   */
  parameters?: ImageGenerationToolParameters | null | undefined;
};

/**
 * Settings of the image model; further keys are passed on.
 */
export type ImageGenerationToolParameters = {
  /**
   * The image model.
   */
  model?: string | null | undefined;
  [key: string]: unknown;
};

/**
 * A function by name.
 */
export type NamedFunction = {
  /**
   * Its name.
   */
  name: string;
};

/**
 * A tool inside another tool.
 */
export type NestedTool = {
  /**
   * The tool's type.
   */
  type: string;
  /**
   * Its settings.
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
 * Some hosts.
 */
export type NetworkAllowlist = {
  /**
   * The tag.
   */
  type: "allowlist";
  /**
   * The hosts.
   */
  allowed_domains: Array<string>;
};

/**
 * Nothing.
 */
export type NetworkDisabled = {
  /**
   * The tag.
   */
  type: "disabled";
};

/**
 * A container of its own.
 */
export type NewContainer = {
  /**
   * The tag.
   */
  type: "container_auto";
  /**
   * Uploaded files to put into it.
   */
  file_ids?: Array<string> | null | undefined;
  /**
   * What it may reach.
   */
  network_policy?: ContainerNetwork | null | undefined;
};

/**
 * How much of the results the model reads.
 * - `low`: Little.
 * - `medium`: Some.
 * - `high`: Much.
 */
export type SearchContextSize = "low" | "medium" | "high" | (string & {});

/**
 * Who searches the web.
 * - `auto`: The provider when it can, else Exa.
 * - `native`: The provider of the model, at its price.
 * - `exa`: Exa, 0.007 USD a request (0.012 deep, 0.015 deep with reasoning).
 * - `parallel`: Parallel, 0.005 USD a request (0.001 fast).
 * - `firecrawl`: Firecrawl, on your account.
 * - `perplexity`: Perplexity, 0.005 USD a request.
 */
export type SearchEngine = "auto" | "native" | "exa" | "parallel" | "firecrawl" | "perplexity" | (string & {});

/**
 * Roughly where the user is.
 */
export type SearchLocation = {
  /**
   * The only kind there is.
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
   * ISO code of the country.
   */
  country?: string | null | undefined;
  /**
   * IANA name of the time zone.
   */
  timezone?: string | null | undefined;
};

/**
 * How deep a search goes. Each engine knows some of these.
 * - `instant`: The quickest.
 * - `fast`: Quick.
 * - `auto`: The engine decides.
 * - `deep-lite`: Somewhat deeper.
 * - `deep`: Deep.
 * - `deep-reasoning`: Deep, with reasoning over the results.
 * - `turbo`: Quick and cheap.
 * - `basic`: The plain form.
 * - `advanced`: The thorough form.
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
 * Searches the catalogue of models.
 */
export type SearchModelsTool = {
  /**
   * The tag.
   */
  type: "openrouter:experimental__search_models";
  /**
   * Settings of the tool.
   */
  parameters?: SearchModelsToolParameters | null | undefined;
};

/**
 * Settings of the search.
 */
export type SearchModelsToolParameters = {
  /**
   * The most models returned.
   */
  max_results?: number | null | undefined;
};

/**
 * After so much money.
 */
export type StopAtCost = {
  /**
   * The tag.
   */
  type: "max_cost";
  /**
   * The cost in USD.
   */
  max_cost_in_dollars: number;
};

/**
 * When a step ends for this reason.
 */
export type StopAtFinishReason = {
  /**
   * The tag.
   */
  type: "finish_reason_is";
  /**
   * The finish reason.
   */
  reason: string;
};

/**
 * After so many steps.
 */
export type StopAtStepCount = {
  /**
   * The tag.
   */
  type: "step_count_is";
  /**
   * The steps.
   */
  step_count: number;
};

/**
 * After so many tokens.
 */
export type StopAtTokens = {
  /**
   * The tag.
   */
  type: "max_tokens_used";
  /**
   * The tokens.
   */
  max_tokens: number;
};

/**
 * After this tool was called.
 */
export type StopAtToolCall = {
  /**
   * The tag.
   */
  type: "has_tool_call";
  /**
   * The tool.
   */
  tool_name: string;
};

/**
 * When the service stops running server tools and asks for the final answer.
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
 * Hands a task to another model with tools of its own.
 */
export type SubagentTool = {
  /**
   * The tag.
   */
  type: "openrouter:subagent";
  /**
   * Settings of the tool.
   */
  parameters?: SubagentToolParameters | null | undefined;
};

/**
 * Settings of the subagent.
 */
export type SubagentToolParameters = {
  /**
   * The name by which the model calls it.
   */
  name?: string | null | undefined;
  /**
   * The model that works.
   */
  model?: string | null | undefined;
  /**
   * Its instructions.
   */
  instructions?: string | null | undefined;
  /**
   * Whether it may call the caller's functions.
   */
  inherit_functions?: boolean | null | undefined;
  /**
   * Which of them.
   */
  inherited_function_names?: Array<string> | null | undefined;
  /**
   * The longest answer in tokens.
   */
  max_completion_tokens?: number | null | undefined;
  /**
   * The most tool calls.
   */
  max_tool_calls?: number | null | undefined;
  /**
   * How much it thinks.
   */
  reasoning?: ToolReasoning | null | undefined;
  /**
   * Its temperature.
   */
  temperature?: number | null | undefined;
  /**
   * Its tools.
   */
  tools?: Array<NestedTool> | null | undefined;
};

/**
 * A call that the model asked for.
 */
export type ToolCall = {
  /**
   * Id to answer to.
   */
  id: string;
  /**
   * The tag.
   */
  type: "function";
  /**
   * What to call.
   */
  function: FunctionCall;
};

/**
 * Whether and which tool the model must call; `auto` when there are tools.
 */
export type ToolChoice = "none" | "auto" | "required" | (string & {}) | ToolChoiceTarget;

/**
 * One tool: `type: function` with the name of the function, or the type of a server tool alone.
 */
export type ToolChoiceTarget = {
  /**
   * `function`, or a server tool such as `openrouter:web_search`.
   */
  type: string;
  /**
   * The function, when `type` is `function`.
   */
  function?: NamedFunction | null | undefined;
};

/**
 * How much the model of a tool thinks.
 */
export type ToolReasoning = {
  /**
   * The effort.
   */
  effort?: ReasoningEffort | null | undefined;
  /**
   * The most tokens of reasoning.
   */
  max_tokens?: number | null | undefined;
};

/**
 * Fetches a page.
 */
export type WebFetchTool = {
  /**
   * The tag.
   */
  type: "openrouter:web_fetch";
  /**
   * Settings of the tool.
   */
  parameters?: WebFetchToolParameters | null | undefined;
};

/**
 * Settings of fetching.
 */
export type WebFetchToolParameters = {
  /**
   * Who fetches; `auto` when absent.
   * - `auto`: The service decides.
   * - `native`: The provider of the model.
   * - `openrouter`: The service, free of charge.
   * - `exa`: Exa.
   * - `parallel`: Parallel.
   * - `firecrawl`: Firecrawl, on your account.
   */
  engine?: "auto" | "native" | "openrouter" | "exa" | "parallel" | "firecrawl" | (string & {}) | null | undefined;
  /**
   * The only hosts to fetch from.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Hosts not to fetch from.
   */
  blocked_domains?: Array<string> | null | undefined;
  /**
   * The longest page in tokens.
   */
  max_content_tokens?: number | null | undefined;
  /**
   * The most fetches of a request.
   */
  max_uses?: number | null | undefined;
};

/**
 * Web search in the words of OpenAI; settings beside the tag or under `parameters`.
 */
export type WebSearchShorthand = {
  /**
   * The tag.
   */
  type: "web_search" | "web_search_preview" | "web_search_preview_2025_03_11" | "web_search_2025_08_26";
  /**
   * Settings of the search.
   */
  parameters?: WebSearchToolParameters | null | undefined;
  /**
   * Who searches; `auto` when absent.
   */
  engine?: SearchEngine | null | undefined;
  /**
   * How deep the search goes.
   */
  mode?: SearchMode | null | undefined;
  /**
   * Results of one search, 5 when absent.
   */
  max_results?: number | null | undefined;
  /**
   * The most searches of a request.
   */
  max_uses?: number | null | undefined;
  /**
   * The most results of a request.
   */
  max_total_results?: number | null | undefined;
  /**
   * The most characters of a result.
   */
  max_characters?: number | null | undefined;
  /**
   * How much of the results the model reads.
   */
  search_context_size?: SearchContextSize | null | undefined;
  /**
   * The only hosts to search.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Hosts not to search.
   */
  excluded_domains?: Array<string> | null | undefined;
  /**
   * Where the user is.
   */
  user_location?: SearchLocation | null | undefined;
  /**
   * Search of posts on X.
   */
  x_search?: XSearch | null | undefined;
};

/**
 * Searches the web.
 */
export type WebSearchTool = {
  /**
   * The tag.
   */
  type: "openrouter:web_search";
  /**
   * Settings of the tool.
   */
  parameters?: WebSearchToolParameters | null | undefined;
};

/**
 * Settings of the search.
 */
export type WebSearchToolParameters = {
  /**
   * Who searches; `auto` when absent.
   */
  engine?: SearchEngine | null | undefined;
  /**
   * How deep the search goes.
   */
  mode?: SearchMode | null | undefined;
  /**
   * Results of one search, 5 when absent.
   */
  max_results?: number | null | undefined;
  /**
   * The most searches of a request.
   */
  max_uses?: number | null | undefined;
  /**
   * The most results of a request.
   */
  max_total_results?: number | null | undefined;
  /**
   * The most characters of a result.
   */
  max_characters?: number | null | undefined;
  /**
   * How much of the results the model reads.
   */
  search_context_size?: SearchContextSize | null | undefined;
  /**
   * The only hosts to search.
   */
  allowed_domains?: Array<string> | null | undefined;
  /**
   * Hosts not to search.
   */
  excluded_domains?: Array<string> | null | undefined;
  /**
   * Where the user is.
   */
  user_location?: SearchLocation | null | undefined;
  /**
   * Search of posts on X.
   */
  x_search?: XSearch | null | undefined;
};

/**
 * Search of posts on X.
 */
export type XSearch = {
  /**
   * The only accounts to search.
   */
  allowed_x_handles?: Array<string> | null | undefined;
  /**
   * Accounts not to search.
   */
  excluded_x_handles?: Array<string> | null | undefined;
  /**
   * Whether images are looked at.
   */
  enable_image_understanding?: boolean | null | undefined;
  /**
   * Whether videos are looked at.
   */
  enable_video_understanding?: boolean | null | undefined;
  /**
   * First day, `YYYY-MM-DD`.
   */
  from_date?: string | null | undefined;
  /**
   * Last day, `YYYY-MM-DD`.
   */
  to_date?: string | null | undefined;
  [key: string]: unknown;
};
