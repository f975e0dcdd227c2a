// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { CacheControl, TextContent } from "./content.ts";
import type { ChatMessage } from "./messages.ts";
import type { ModelId } from "./model-ids.ts";
import type { Plugin } from "./plugins.ts";
import type { ProviderPreferences } from "./provider.ts";
import type { ReasoningContext, ReasoningEffort, ReasoningMode, ReasoningSummaryLevel } from "./reasoning.ts";
import type { ChatTool, DeferredTools, SearchContextSize, StopServerToolsCondition, ToolChoice } from "./tools.ts";
import type { TraceConfig } from "./trace.ts";

/**
 * Settings for audio output.
 */
export type AudioOutput = {
  /**
   * The voice.
   */
  voice?: string | null | undefined;
  /**
   * The encoding, such as `mp3` or `pcm16`.
   */
  format?: string | null | undefined;
  [key: string]: unknown;
};

/**
 * A chat completion request. Parameters that are absent are not sent to the provider. Parameters that the model does
 * not support are ignored unless `provider.require_parameters` is true. Fields that are not in this contract are
 * forwarded to the provider.
 *
 */
export type ChatCompletionRequest = {
  /**
   * The messages of the conversation. The API also accepts the older `prompt`: a string equivalent to one user message.
   */
  messages: Array<ChatMessage>;
  /**
   * The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
   */
  model?: ModelId | null | undefined;
  /**
   * Fallback models, tried in order after any failure. If `model` is set, it is tried first.
   */
  models?: Array<ModelId> | null | undefined;
  /**
   * Whether to stream the completion as server-sent events. Default: false.
   */
  stream?: boolean | null | undefined;
  /**
   * Has no effect; usage is always included.
   *
   * @deprecated
   */
  stream_options?: StreamOptions | null | undefined;
  /**
   * Maximum number of tokens in the completion, including reasoning. Endpoints with a lower limit are excluded.
   */
  max_tokens?: number | null | undefined;
  /**
   * Newer name of `max_tokens`. Unit: tokens.
   */
  max_completion_tokens?: number | null | undefined;
  /**
   * Sampling temperature. Providers default to 1.
   */
  temperature?: number | null | undefined;
  /**
   * Nucleus sampling: considers only the most likely tokens whose probabilities add up to this value.
   */
  top_p?: number | null | undefined;
  /**
   * Considers only this many of the most likely tokens; 0 means all.
   */
  top_k?: number | null | undefined;
  /**
   * Minimum probability of a token, relative to the most likely token.
   */
  min_p?: number | null | undefined;
  /**
   * Like `min_p`, relative to the square of the highest probability.
   */
  top_a?: number | null | undefined;
  /**
   * Penalizes tokens by how often they have already occurred.
   */
  frequency_penalty?: number | null | undefined;
  /**
   * Penalizes tokens that have already occurred.
   */
  presence_penalty?: number | null | undefined;
  /**
   * Divides the probability of tokens that have already occurred; 1 means no penalty.
   */
  repetition_penalty?: number | null | undefined;
  /**
   * Makes completions reproducible, as far as the provider supports it.
   */
  seed?: number | null | undefined;
  /**
   * Up to four sequences at which the model stops generating.
   */
  stop?: StopSequences | null | undefined;
  /**
   * Map of token id to a bias added to the token's logit, −100 to 100.
   */
  logit_bias?:
    | {
        [key: string]: number;
      }
    | null
    | undefined;
  /**
   * Whether to return the log probability of each token.
   */
  logprobs?: boolean | null | undefined;
  /**
   * Number of most likely alternatives to return for each token. Requires `logprobs`.
   */
  top_logprobs?: number | null | undefined;
  /**
   * Tools that the model can call.
   */
  tools?: Array<ChatTool> | null | undefined;
  /**
   * How the model finds tools with `defer_loading`.
   */
  deferred_tools?: DeferredTools | null | undefined;
  /**
   * Whether the model must call a tool, and which one.
   */
  tool_choice?: ToolChoice | null | undefined;
  /**
   * Whether the model may request several tool calls at once. Default: true.
   */
  parallel_tool_calls?: boolean | null | undefined;
  /**
   * Maximum number of server tool steps. Default: 30.
   */
  max_tool_calls?: number | null | undefined;
  /**
   * Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
   */
  stop_server_tools_when?: Array<StopServerToolsCondition> | null | undefined;
  /**
   * The output format.
   */
  response_format?: ResponseFormat | null | undefined;
  /**
   * Whether to enforce the JSON Schema of the response format.
   */
  structured_outputs?: boolean | null | undefined;
  /**
   * How much the model reasons and whether the response includes the reasoning.
   */
  reasoning?: ReasoningOptions | null | undefined;
  /**
   * Shorthand for `reasoning.effort`. If both are set, they must agree.
   */
  reasoning_effort?: ReasoningEffort | null | undefined;
  /**
   * False is equivalent to `reasoning.exclude: true`.
   *
   * @deprecated
   */
  include_reasoning?: boolean | null | undefined;
  /**
   * Length of the completion.
   */
  verbosity?: Verbosity | null | undefined;
  /**
   * Output modalities. Default: text. Audio requires `stream`.
   */
  modalities?: Array<"text" | "image" | "audio" | (string & {})> | null | undefined;
  /**
   * Settings for image output, such as `aspect_ratio` and `image_size`.
   */
  image_config?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  /**
   * Settings for audio output.
   */
  audio?: AudioOutput | null | undefined;
  /**
   * Predicted output: text that most of the completion is expected to repeat.
   */
  prediction?: Prediction | null | undefined;
  /**
   * Preferences for provider routing.
   */
  provider?: ProviderPreferences | null | undefined;
  /**
   * Plugins to run.
   */
  plugins?: Array<Plugin> | null | undefined;
  /**
   * Sets prompt cache breakpoints automatically (Claude).
   */
  cache_control?: CacheControl | null | undefined;
  /**
   * Cache key for OpenAI prompt caching. Without a session, sticky routing uses it too.
   */
  prompt_cache_key?: string | null | undefined;
  /**
   * Explicit prompt caching for OpenAI models.
   */
  prompt_cache_options?: PromptCacheOptions | null | undefined;
  /**
   * Service tier at the provider. The request is billed at the tier that served it.
   */
  service_tier?: ServiceTier | null | undefined;
  /**
   * Groups the requests of one conversation for sticky routing and logs. Takes precedence over the header `x-session-id`.
   */
  session_id?: string | null | undefined;
  /**
   * Id of the end user, for abuse detection.
   */
  user?: string | null | undefined;
  /**
   * Key-value pairs stored with the request. Up to 16 pairs, keys up to 64 and values up to 512 characters.
   */
  metadata?:
    | {
        [key: string]: string;
      }
    | null
    | undefined;
  /**
   * Observability metadata.
   */
  trace?: TraceConfig | null | undefined;
  /**
   * Debug output; for streams only.
   */
  debug?: DebugOptions | null | undefined;
  /**
   * Options for models with built-in web search.
   */
  web_search_options?: WebSearchOptions | null | undefined;
  /**
   * Filter for the search of posts on X (Grok).
   */
  x_search_filter?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  /**
   * Slug of the preset to apply.
   */
  preset?: string | null | undefined;
  /**
   * Use the plugin `context-compression` instead of `["middle-out"]`.
   *
   * @deprecated
   */
  transforms?: Array<string> | null | undefined;
  /**
   * Has no effect; usage is always included.
   *
   * @deprecated
   */
  usage?: UsageOptions | null | undefined;
  /**
   * Use `provider.sort.partition` instead: `fallback` equals `model`, `sort` equals `none`.
   *
   * @deprecated
   */
  route?: string | null | undefined;
  [key: string]: unknown;
};

/**
 * Debug settings.
 */
export type DebugOptions = {
  /**
   * Whether the first chunk includes the request body sent to the provider.
   */
  echo_upstream_body?: boolean | null | undefined;
};

/**
 * Text that conforms to a grammar.
 */
export type GrammarFormat = {
  /**
   * Always `grammar`.
   */
  type: "grammar";
  /**
   * The grammar.
   */
  grammar: string;
};

/**
 * Any JSON object.
 */
export type JsonObjectFormat = {
  /**
   * Always `json_object`.
   */
  type: "json_object";
};

/**
 * JSON that conforms to a schema. Support depends on the endpoint; combine it with `provider.require_parameters`.
 */
export type JsonSchemaFormat = {
  /**
   * Always `json_schema`.
   */
  type: "json_schema";
  /**
   * The JSON Schema with its name.
   */
  json_schema: NamedJsonSchema;
};

/**
 * A named JSON Schema.
 */
export type NamedJsonSchema = {
  /**
   * Name of the schema.
   */
  name: string;
  /**
   * What the schema describes.
   */
  description?: string | null | undefined;
  /**
   * The JSON Schema.
   */
  schema?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  /**
   * Whether the output must match the schema exactly.
   */
  strict?: boolean | null | undefined;
};

/**
 * Predicted output: text that most of the completion is expected to repeat.
 */
export type Prediction = {
  /**
   * Always `content`.
   */
  type: "content";
  /**
   * The text.
   */
  content: TextContent;
};

/**
 * Settings for explicit prompt caching.
 */
export type PromptCacheOptions = {
  /**
   * Always `explicit`.
   */
  mode: "explicit";
  /**
   * Time to live of the cache entries: `30m` (default) or `12h`, whose writes are more expensive.
   */
  ttl?: string | null | undefined;
};

/**
 * Python code.
 */
export type PythonFormat = {
  /**
   * Always `python`.
   */
  type: "python";
};

/**
 * How much the model reasons and whether the response includes the reasoning. Set `effort` or `max_tokens`, not both.
 */
export type ReasoningOptions = {
  /**
   * The reasoning effort.
   */
  effort?: ReasoningEffort | null | undefined;
  /**
   * Maximum number of reasoning tokens. Must be lower than `max_tokens` of the request.
   */
  max_tokens?: number | null | undefined;
  /**
   * Level of detail of the reasoning summary.
   */
  summary?: ReasoningSummaryLevel | null | undefined;
  /**
   * Whether to omit the reasoning from the response. Reasoning tokens are billed either way.
   */
  exclude?: boolean | null | undefined;
  /**
   * Whether to reason; true means medium effort.
   */
  enabled?: boolean | null | undefined;
  /**
   * Which earlier reasoning the model sees. For newer OpenAI models.
   */
  context?: ReasoningContext | null | undefined;
  /**
   * Reasoning mode. For newer OpenAI models.
   */
  mode?: ReasoningMode | null | undefined;
  [key: string]: unknown;
};

/**
 * The output format.
 */
export type ResponseFormat =
  | ({
      type: "text";
    } & TextFormat)
  | ({
      type: "json_object";
    } & JsonObjectFormat)
  | ({
      type: "json_schema";
    } & JsonSchemaFormat)
  | ({
      type: "grammar";
    } & GrammarFormat)
  | ({
      type: "python";
    } & PythonFormat);

/**
 * The service tier of a request.
 * - `auto`: The provider decides.
 * - `default`: The standard tier.
 * - `fast`: Alias of `priority`.
 * - `flex`: Cheaper and slower; fails if no capacity is available.
 * - `priority`: Faster and more expensive; falls back to the standard tier.
 * - `scale`: Reserved capacity.
 * - `ultrafast`: The fastest and most expensive tier; falls back to `priority`, then to the standard tier.
 */
export type ServiceTier = "auto" | "default" | "fast" | "flex" | "priority" | "scale" | "ultrafast" | (string & {});

/**
 * One stop sequence, or a list of up to four.
 */
export type StopSequences = string | Array<string>;

/**
 * Has no effect.
 */
export type StreamOptions = {
  /**
   * Has no effect; usage is always included.
   *
   * @deprecated
   */
  include_usage?: boolean | null | undefined;
};

/**
 * Text.
 */
export type TextFormat = {
  /**
   * Always `text`.
   */
  type: "text";
};

/**
 * Has no effect.
 */
export type UsageOptions = {
  /**
   * Has no effect; usage is always included.
   *
   * @deprecated
   */
  include?: boolean | null | undefined;
};

/**
 * How detailed the text of the model is.
 * - `low`: Short.
 * - `medium`: Medium.
 * - `high`: Long.
 * - `xhigh`: Longer than `high`.
 * - `max`: As long as possible.
 */
export type Verbosity = "low" | "medium" | "high" | "xhigh" | "max" | (string & {});

/**
 * Options for models with built-in web search.
 */
export type WebSearchOptions = {
  /**
   * How much of the search results the model reads.
   */
  search_context_size?: SearchContextSize | null | undefined;
  /**
   * Location of the user, in the provider's format.
   */
  user_location?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
};
