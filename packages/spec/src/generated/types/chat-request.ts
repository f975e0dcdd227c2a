// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { CacheControl, TextPart } from "./content.ts";
import type { ChatMessage } from "./messages.ts";
import type { ModelId } from "./model-ids.ts";
import type { Plugin } from "./plugins.ts";
import type { ProviderPreferences } from "./provider.ts";
import type { ReasoningEffort } from "./reasoning.ts";
import type { ChatTool, SearchContextSize, StopServerToolsCondition, ToolChoice } from "./tools.ts";
import type { TraceConfig } from "./trace.ts";

/**
 * Settings of sound output.
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
 * A conversation and how to answer it. A parameter that is absent is not sent to the provider either; one that the
 * model does not support is ignored unless `provider.require_parameters` says otherwise. Fields that this contract
 * does not know are passed on to the provider.
 *
 */
export type ChatCompletionRequest = {
  /**
   * The conversation so far. The service also takes the older form, `prompt`: a text that stands for one message of the user.
   */
  messages: Array<ChatMessage>;
  /**
   * The model: a slug such as `openai/gpt-5-mini`, with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias (`~anthropic/claude-sonnet-latest`), a preset (`@preset/name`) or a router (`openrouter/auto`). When absent the account's default.
   */
  model?: ModelId | null | undefined;
  /**
   * Models to fall back on in order, whatever the failure. With `model`, that one comes first.
   */
  models?: Array<ModelId> | null | undefined;
  /**
   * Whether to answer as server-sent events; false when absent.
   */
  stream?: boolean | null | undefined;
  /**
   * Without effect; usage always comes.
   *
   * @deprecated
   */
  stream_options?: StreamOptions | null | undefined;
  /**
   * The longest answer in tokens, reasoning included. Endpoints that cannot give as much are left out.
   */
  max_tokens?: number | null | undefined;
  /**
   * Newer name of `max_tokens`.
   */
  max_completion_tokens?: number | null | undefined;
  /**
   * How much chance there is in the choice of words; providers take 1 when absent.
   */
  temperature?: number | null | undefined;
  /**
   * Only the likeliest tokens that make up this share.
   */
  top_p?: number | null | undefined;
  /**
   * Only this many of the likeliest tokens; 0 means all.
   */
  top_k?: number | null | undefined;
  /**
   * Only tokens at least this likely, relative to the likeliest.
   */
  min_p?: number | null | undefined;
  /**
   * As `min_p`, with the square of the likeliest.
   */
  top_a?: number | null | undefined;
  /**
   * Makes tokens less likely the more often they came.
   */
  frequency_penalty?: number | null | undefined;
  /**
   * Makes tokens less likely once they came.
   */
  presence_penalty?: number | null | undefined;
  /**
   * Divides the likelihood of tokens that came; 1 is none.
   */
  repetition_penalty?: number | null | undefined;
  /**
   * Makes answers repeatable, as far as the provider can.
   */
  seed?: number | null | undefined;
  /**
   * Texts at which the answer ends; at most four.
   */
  stop?: string | Array<string> | null | undefined;
  /**
   * Token id → how much likelier it becomes, −100 to 100.
   */
  logit_bias?:
    | {
        [key: string]: number;
      }
    | null
    | undefined;
  /**
   * Whether to send the likelihood of each token.
   */
  logprobs?: boolean | null | undefined;
  /**
   * How many alternatives to send for each token; needs `logprobs`.
   */
  top_logprobs?: number | null | undefined;
  /**
   * Tools that the model may call.
   */
  tools?: Array<ChatTool> | null | undefined;
  /**
   * Whether and which tool the model must call.
   */
  tool_choice?: ToolChoice | null | undefined;
  /**
   * Whether the model may ask for several calls at once; true when absent.
   */
  parallel_tool_calls?: boolean | null | undefined;
  /**
   * The most steps of server tools; 30 when absent.
   */
  max_tool_calls?: number | null | undefined;
  /**
   * Ends the work of server tools when one condition holds; wins over `max_tool_calls`.
   */
  stop_server_tools_when?: Array<StopServerToolsCondition> | null | undefined;
  /**
   * The form of the answer.
   */
  response_format?: ResponseFormat | null | undefined;
  /**
   * Whether a JSON Schema of the answer is enforced.
   */
  structured_outputs?: boolean | null | undefined;
  /**
   * How much the model thinks and what is shown of it.
   */
  reasoning?: ReasoningOptions | null | undefined;
  /**
   * Short for `reasoning.effort`; the two must not disagree.
   */
  reasoning_effort?: ReasoningEffort | null | undefined;
  /**
   * False is `reasoning.exclude: true`.
   *
   * @deprecated
   */
  include_reasoning?: boolean | null | undefined;
  /**
   * How long the answer is.
   * - `low`: Short.
   * - `medium`: Between.
   * - `high`: Long.
   * - `xhigh`: Longer.
   * - `max`: As long as it gets.
   */
  verbosity?: "low" | "medium" | "high" | "xhigh" | "max" | (string & {}) | null | undefined;
  /**
   * What the answer may hold; text when absent. Sound needs `stream`.
   */
  modalities?: Array<"text" | "image" | "audio" | (string & {})> | null | undefined;
  /**
   * Settings of image output, such as `aspect_ratio` and `image_size`.
   */
  image_config?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  /**
   * Settings of sound output.
   */
  audio?: AudioOutput | null | undefined;
  /**
   * Text that the answer will mostly repeat.
   */
  prediction?: Prediction | null | undefined;
  /**
   * Which endpoints may answer and in what order.
   */
  provider?: ProviderPreferences | null | undefined;
  /**
   * Plugins to run.
   */
  plugins?: Array<Plugin> | null | undefined;
  /**
   * Sets the breakpoints of the prompt cache automatically (Claude).
   */
  cache_control?: CacheControl | null | undefined;
  /**
   * Key of OpenAI's prompt cache; also the sticky key when there is no session.
   */
  prompt_cache_key?: string | null | undefined;
  /**
   * Explicit prompt caching of OpenAI models.
   */
  prompt_cache_options?: PromptCacheOptions | null | undefined;
  /**
   * Which tier of the provider serves; billed at the tier that did.
   * - `auto`: The provider decides.
   * - `default`: The ordinary tier.
   * - `fast`: Another name of `priority`.
   * - `flex`: Cheap and slow; fails when there is no capacity.
   * - `priority`: Fast and dear; falls back to the ordinary tier.
   * - `scale`: Reserved capacity.
   */
  service_tier?: "auto" | "default" | "fast" | "flex" | "priority" | "scale" | (string & {}) | null | undefined;
  /**
   * Groups the requests of one conversation for sticky routing and logs. Wins over the header `x-session-id`.
   */
  session_id?: string | null | undefined;
  /**
   * An id of the end user, so that abuse can be told apart.
   */
  user?: string | null | undefined;
  /**
   * Notes kept with the request. At most 16; keys of at most 64 and values of at most 512 characters.
   */
  metadata?:
    | {
        [key: string]: string;
      }
    | null
    | undefined;
  /**
   * Names for observability.
   */
  trace?: TraceConfig | null | undefined;
  /**
   * Shows what is sent to the provider; streams only.
   */
  debug?: DebugOptions | null | undefined;
  /**
   * Web search of models that have it built in.
   */
  web_search_options?: WebSearchOptions | null | undefined;
  /**
   * Filter of the search of posts on X (Grok).
   */
  x_search_filter?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
  /**
   * Slug of a preset whose settings apply.
   */
  preset?: string | null | undefined;
  /**
   * `["middle-out"]` is the plugin `context-compression`.
   *
   * @deprecated
   */
  transforms?: Array<string> | null | undefined;
  /**
   * Without effect; usage always comes.
   *
   * @deprecated
   */
  usage?: UsageOptions | null | undefined;
  /**
   * `fallback` is `provider.sort.partition: model`, `sort` is `none`.
   *
   * @deprecated
   */
  route?: string | null | undefined;
  [key: string]: unknown;
};

/**
 * What to show.
 */
export type DebugOptions = {
  /**
   * Whether the first event shows the body that was sent to the provider.
   */
  echo_upstream_body?: boolean | null | undefined;
};

/**
 * Text that obeys a grammar.
 */
export type GrammarFormat = {
  /**
   * The tag.
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
   * The tag.
   */
  type: "json_object";
};

/**
 * JSON that obeys a schema. Support is a matter of the endpoint; combine it with `provider.require_parameters`.
 */
export type JsonSchemaFormat = {
  /**
   * The tag.
   */
  type: "json_schema";
  /**
   * The schema.
   */
  json_schema: NamedJsonSchema;
};

/**
 * A JSON Schema with a name.
 */
export type NamedJsonSchema = {
  /**
   * Its name.
   */
  name: string;
  /**
   * What the answer is for.
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
   * Whether the answer must obey it exactly.
   */
  strict?: boolean | null | undefined;
};

/**
 * Text that the answer will mostly repeat.
 */
export type Prediction = {
  /**
   * The only kind there is.
   */
  type: "content";
  /**
   * The text.
   */
  content: string | Array<TextPart>;
};

/**
 * Explicit prompt caching.
 */
export type PromptCacheOptions = {
  /**
   * The only mode there is.
   */
  mode: "explicit";
  /**
   * How long entries live.
   */
  ttl?: string | null | undefined;
};

/**
 * Python code.
 */
export type PythonFormat = {
  /**
   * The tag.
   */
  type: "python";
};

/**
 * How much the model thinks and what is shown of it. `effort` or `max_tokens`, not both.
 */
export type ReasoningOptions = {
  /**
   * The effort.
   */
  effort?: ReasoningEffort | null | undefined;
  /**
   * The most tokens of reasoning; `max_tokens` of the request must be larger.
   */
  max_tokens?: number | null | undefined;
  /**
   * How reasoning is summed up.
   * - `auto`: The provider decides.
   * - `concise`: Short.
   * - `detailed`: Long.
   */
  summary?: "auto" | "concise" | "detailed" | (string & {}) | null | undefined;
  /**
   * True hides the reasoning; it is paid all the same.
   */
  exclude?: boolean | null | undefined;
  /**
   * True means medium effort.
   */
  enabled?: boolean | null | undefined;
  /**
   * Which earlier reasoning the model sees; newer OpenAI models.
   * - `auto`: The provider decides.
   * - `all_turns`: That of all turns.
   * - `current_turn`: That of this turn.
   */
  context?: "auto" | "all_turns" | "current_turn" | (string & {}) | null | undefined;
  /**
   * The kind of reasoning; newer OpenAI models.
   * - `standard`: The ordinary kind.
   * - `pro`: More work for a better answer.
   */
  mode?: "standard" | "pro" | (string & {}) | null | undefined;
  [key: string]: unknown;
};

/**
 * The form of the answer.
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
 * Without effect.
 */
export type StreamOptions = {
  /**
   * Without effect; usage always comes.
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
   * The tag.
   */
  type: "text";
};

/**
 * Without effect.
 */
export type UsageOptions = {
  /**
   * Without effect; usage always comes.
   *
   * @deprecated
   */
  include?: boolean | null | undefined;
};

/**
 * Web search of models that have it built in.
 */
export type WebSearchOptions = {
  /**
   * How much of the results the model reads.
   */
  search_context_size?: SearchContextSize | null | undefined;
  /**
   * Where the user is, in the provider's form.
   */
  user_location?:
    | {
        [key: string]: unknown;
      }
    | null
    | undefined;
};
