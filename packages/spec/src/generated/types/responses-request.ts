// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { DebugOptions, PromptCacheOptions, ServiceTier, Verbosity } from "./chat-request.ts";
import type { CacheControl } from "./content.ts";
import type { ModelId } from "./model-ids.ts";
import type { Plugin } from "./plugins.ts";
import type { ProviderPreferences } from "./provider.ts";
import type { ReasoningContext, ReasoningEffort, ReasoningMode, ReasoningSummaryLevel } from "./reasoning.ts";
import type { ResponseInputContent } from "./responses-content.ts";
import type { ResponseInputItem } from "./responses-input.ts";
import type { ResponseTool, ResponseToolChoice } from "./responses-tools.ts";
import type { DeferredTools, StopServerToolsCondition } from "./tools.ts";
import type { TraceConfig } from "./trace.ts";

/**
 * Data to include.
 * - `reasoning.encrypted_content`: The encrypted reasoning.
 * - `message.output_text.logprobs`: Log probabilities of the text.
 * - `message.input_image.image_url`: URLs of input images.
 * - `file_search_call.results`: Results of file searches.
 * - `web_search_call.action.sources`: Sources of web searches.
 * - `web_search_call.results`: Results of web searches.
 * - `computer_call_output.output.image_url`: URLs of screenshots.
 * - `code_interpreter_call.outputs`: Outputs of code.
 */
export type ResponseIncludable =
  | "reasoning.encrypted_content"
  | "message.output_text.logprobs"
  | "message.input_image.image_url"
  | "file_search_call.results"
  | "web_search_call.action.sources"
  | "web_search_call.results"
  | "computer_call_output.output.image_url"
  | "code_interpreter_call.outputs"
  | (string & {});

/**
 * An output modality.
 * - `text`: Text.
 * - `image`: Images.
 */
export type ResponseModality = "text" | "image" | (string & {});

/**
 * A stored prompt template.
 */
export type ResponsePrompt = {
  /**
   * Id of the template.
   */
  id: string;
  /**
   * Version of the template.
   */
  version?: string | null | undefined;
  /**
   * Values of the variables.
   */
  variables?:
    | {
        [key: string]: ResponsePromptVariable;
      }
    | null
    | undefined;
};

/**
 * The value of a variable.
 */
export type ResponsePromptVariable = string | ResponseInputContent;

/**
 * How much the model reasons and whether the response includes a summary. Set `effort` or `max_tokens`, not both.
 */
export type ResponseReasoningOptions = {
  /**
   * The reasoning effort.
   */
  effort?: ReasoningEffort | null | undefined;
  /**
   * Maximum number of reasoning tokens. Must be lower than `max_output_tokens`.
   */
  max_tokens?: number | null | undefined;
  /**
   * Whether to reason; true means medium effort.
   */
  enabled?: boolean | null | undefined;
  /**
   * Level of detail of the reasoning summary.
   */
  summary?: ReasoningSummaryLevel | null | undefined;
  /**
   * Older name of `summary`.
   */
  generate_summary?: ReasoningSummaryLevel | null | undefined;
  /**
   * Which earlier reasoning the model sees. For newer OpenAI models.
   */
  context?: ReasoningContext | null | undefined;
  /**
   * Reasoning mode. For newer OpenAI models.
   */
  mode?: ReasoningMode | null | undefined;
};

/**
 * Settings for the stream.
 */
export type ResponseStreamOptions = {
  /**
   * Whether the provider pads events to hide their length. Has no effect.
   */
  include_obfuscation?: boolean | null | undefined;
};

/**
 * The output format.
 */
export type ResponseTextFormat =
  | ({
      type: "text";
    } & ResponseTextFormatText)
  | ({
      type: "json_object";
    } & ResponseTextFormatJsonObject)
  | ({
      type: "json_schema";
    } & ResponseTextFormatJsonSchema);

/**
 * Any JSON object.
 */
export type ResponseTextFormatJsonObject = {
  /**
   * Always `json_object`.
   */
  type: "json_object";
};

/**
 * JSON that conforms to a schema. Support depends on the endpoint; combine it with `provider.require_parameters`.
 */
export type ResponseTextFormatJsonSchema = {
  /**
   * Always `json_schema`.
   */
  type: "json_schema";
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
  schema: {
    [key: string]: unknown;
  };
  /**
   * Whether the output must match the schema exactly.
   */
  strict?: boolean | null | undefined;
};

/**
 * Text.
 */
export type ResponseTextFormatText = {
  /**
   * Always `text`.
   */
  type: "text";
};

/**
 * The output format and its length.
 */
export type ResponseTextOptions = {
  /**
   * The output format. Default: text.
   */
  format?: ResponseTextFormat | null | undefined;
  /**
   * Length of the output.
   */
  verbosity?: Verbosity | null | undefined;
};

/**
 * A prompt, as text or as a list of items.
 */
export type ResponsesInput = string | Array<ResponseInputItem>;

/**
 * A request of the Responses API. The API is stateless: `store` can only be false and `previous_response_id` only null;
 * send the whole conversation as `input`. Parameters that are absent are not sent to the provider. Parameters that the
 * model does not support are ignored unless `provider.require_parameters` is true. Fields that are not in this contract
 * are forwarded to the provider.
 *
 */
export type ResponsesRequest = {
  /**
   * The conversation: a string, equivalent to one user message, or a list of items.
   */
  input: ResponsesInput;
  /**
   * The model: a slug such as `openai/gpt-5-mini`, optionally with a variant (`:free`, `:nitro`, `:floor`, `:exacto`, `:online`), an alias, a preset such as `@preset/name` or a router (`openrouter/auto`). Default: the account's default model.
   */
  model?: ModelId | null | undefined;
  /**
   * Fallback models, tried in order after any failure. If `model` is set, it is tried first.
   */
  models?: Array<ModelId> | null | undefined;
  /**
   * Instructions for the model, before the input.
   */
  instructions?: string | null | undefined;
  /**
   * Whether to stream the response as server-sent events. Default: false.
   */
  stream?: boolean | null | undefined;
  /**
   * Settings for the stream.
   */
  stream_options?: ResponseStreamOptions | null | undefined;
  /**
   * Maximum number of output tokens, including reasoning. Endpoints with a lower limit are excluded.
   */
  max_output_tokens?: number | null | undefined;
  /**
   * Maximum number of server tool steps.
   */
  max_tool_calls?: number | null | undefined;
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
   * Number of most likely alternatives to return for each token.
   */
  top_logprobs?: number | null | undefined;
  /**
   * Penalizes tokens by how often they have already occurred.
   */
  frequency_penalty?: number | null | undefined;
  /**
   * Penalizes tokens that have already occurred.
   */
  presence_penalty?: number | null | undefined;
  /**
   * Tools that the model can call.
   */
  tools?: Array<ResponseTool> | null | undefined;
  /**
   * How the model finds tools with `defer_loading`.
   */
  deferred_tools?: DeferredTools | null | undefined;
  /**
   * Whether the model must call a tool, and which one.
   */
  tool_choice?: ResponseToolChoice | null | undefined;
  /**
   * Whether the model may request several tool calls at once. Default: true.
   */
  parallel_tool_calls?: boolean | null | undefined;
  /**
   * Stops server tools as soon as one condition is met. Takes precedence over `max_tool_calls`.
   */
  stop_server_tools_when?: Array<StopServerToolsCondition> | null | undefined;
  /**
   * The output format and its length.
   */
  text?: ResponseTextOptions | null | undefined;
  /**
   * How much the model reasons and whether the response includes a summary.
   */
  reasoning?: ResponseReasoningOptions | null | undefined;
  /**
   * Additional data to include in the response.
   */
  include?: Array<ResponseIncludable> | null | undefined;
  /**
   * Output modalities. Default: text.
   */
  modalities?: Array<ResponseModality> | null | undefined;
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
   * A stored prompt template.
   */
  prompt?: ResponsePrompt | null | undefined;
  /**
   * What happens to an input that is too long for the model. Default: `disabled`.
   * - `auto`: Drops items from the middle of an input that is too long.
   * - `disabled`: An input that is too long fails.
   */
  truncation?: "auto" | "disabled" | (string & {}) | null | undefined;
  /**
   * Whether to run the request in the background. Not supported; only false.
   */
  background?: boolean | null | undefined;
  /**
   * Whether to store the response. Not supported; the API refuses true with 400.
   */
  store?: boolean | null | undefined;
  /**
   * Id of an earlier response. Not supported; the API refuses a value with 400. Send the earlier items as `input`.
   */
  previous_response_id?: string | null | undefined;
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
  safety_identifier?: string | null | undefined;
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
   * Facts about the client, such as ids of its session. Ignored.
   */
  client_metadata?:
    | {
        [key: string]: unknown;
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
  [key: string]: unknown;
};
