// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { DataRegion } from "./keys.ts";

/**
 * A past request: tokens, cost, timings and provider.
 */
export type Generation = {
  /**
   * Id of the generation, `gen-…`.
   */
  id: string;
  /**
   * Kind of API request.
   * - `completions`: Chat or text completion.
   * - `responses`: Responses API.
   * - `messages`: Anthropic Messages.
   * - `embeddings`: Embeddings.
   * - `rerank`: Reranking.
   * - `decisions`: Decisions.
   * - `video`: A video.
   * - `tts`: Speech synthesis.
   * - `stt`: Transcription.
   * - `image`: An image.
   */
  api_type:
    | "completions"
    | "responses"
    | "messages"
    | "embeddings"
    | "rerank"
    | "decisions"
    | "video"
    | "tts"
    | "stt"
    | "image"
    | (string & {})
    | null;
  /**
   * The model that served the request.
   */
  model: string;
  /**
   * Time of the request, ISO 8601.
   */
  created_at: string;
  /**
   * Origin of the request: a URL or an empty string.
   */
  origin: string;
  /**
   * Amount deducted from the credits, in USD.
   */
  usage: number;
  /**
   * Same as `usage`, in USD.
   */
  total_cost: number;
  /**
   * Whether the request used your own provider key (BYOK).
   */
  is_byok: boolean;
  /**
   * Whether the tokens were counted by the gateway, because the provider reported no usage. An extension of Patchbay; absent if the usage is exact.
   */
  usage_estimated?: boolean;
  /**
   * The region that processed the data.
   */
  data_region: DataRegion;
  /**
   * Whether the response was streamed.
   */
  streamed: boolean | null;
  /**
   * Whether the client disconnected before the end.
   */
  cancelled: boolean | null;
  /**
   * Milliseconds from the first to the last token.
   */
  generation_time: number | null;
  /**
   * Time to first token, in milliseconds.
   */
  latency: number | null;
  /**
   * Duration of the input moderation, in milliseconds.
   */
  moderation_latency: number | null;
  /**
   * Prompt tokens, normalized across models.
   */
  tokens_prompt: number | null;
  /**
   * Completion tokens, normalized across models.
   */
  tokens_completion: number | null;
  /**
   * Prompt tokens as counted by the model's own tokenizer. These are billed.
   */
  native_tokens_prompt: number | null;
  /**
   * Completion tokens as counted by the model's own tokenizer. These are billed.
   */
  native_tokens_completion: number | null;
  /**
   * Reasoning tokens.
   */
  native_tokens_reasoning: number | null;
  /**
   * Prompt tokens read from the prompt cache.
   */
  native_tokens_cached: number | null;
  /**
   * Image tokens of the completion.
   */
  native_tokens_completion_images: number | null;
  /**
   * Number of images and files in the prompt.
   */
  num_media_prompt: number | null;
  /**
   * Number of audio recordings in the prompt.
   */
  num_input_audio_prompt: number | null;
  /**
   * Number of images in the completion.
   */
  num_media_completion: number | null;
  /**
   * Number of web search results.
   */
  num_search_results: number | null;
  /**
   * Number of fetched pages.
   */
  num_fetches: number | null;
  /**
   * Savings from the prompt cache, in USD. Negative if cache writes cost more than reads saved.
   */
  cache_discount: number | null;
  /**
   * What the provider charged, in USD.
   */
  upstream_inference_cost: number | null;
  /**
   * Why the model stopped generating.
   */
  finish_reason: string | null;
  /**
   * The provider's own finish reason.
   */
  native_finish_reason: string | null;
  /**
   * The provider that served the request.
   */
  provider_name: string | null;
  /**
   * The provider's id of the response.
   */
  upstream_id: string | null;
  /**
   * The router that chose the model.
   */
  router: string | null;
  /**
   * The preset that was used.
   */
  preset_id: string | null;
  /**
   * The service tier that served the request.
   */
  service_tier: string | null;
  /**
   * Id of the end user.
   */
  external_user: string | null;
  /**
   * URL of the calling application.
   */
  http_referer: string | null;
  /**
   * User agent of the client.
   */
  user_agent: string | null;
  /**
   * The workspace.
   */
  workspace_id: string | null;
  /**
   * The web search engine.
   */
  web_search_engine: string | null;
  /**
   * Id of the calling application.
   */
  app_id: number | null;
  /**
   * Id of the request.
   */
  request_id?: string | null;
  /**
   * Id of the session.
   */
  session_id?: string | null;
  /**
   * The generation that produced the cached response.
   */
  response_cache_source_id?: string | null;
  /**
   * The attempts in order.
   */
  provider_responses: Array<ProviderResponse> | null;
};

/**
 * An error that preceded the last one.
 */
export type GenerationAttemptFailure = {
  /**
   * HTTP status.
   */
  code: number;
  /**
   * The error.
   */
  message: string;
  /**
   * The provider.
   */
  provider_name: string | null;
  /**
   * Error message of the provider.
   */
  raw: string | null;
};

/**
 * The prompt and response of a generation.
 */
export type GenerationContent = {
  /**
   * The prompt.
   */
  input: GenerationInput;
  /**
   * The response.
   */
  output: GenerationOutput;
  /**
   * The error.
   */
  error: GenerationFailure | null;
};

/**
 * The prompt and response of a generation.
 */
export type GenerationContentDetail = {
  /**
   * The content.
   */
  data: GenerationContent;
};

/**
 * A generation.
 */
export type GenerationDetail = {
  /**
   * The generation.
   */
  data: Generation;
};

/**
 * The error.
 */
export type GenerationFailure = {
  /**
   * Error message for people.
   */
  message: string | null;
  /**
   * HTTP status.
   */
  status: number | null;
  /**
   * The provider.
   */
  provider_name: string | null;
  /**
   * Error message of the provider.
   */
  raw: string | null;
  /**
   * Earlier errors.
   */
  previous_errors: Array<GenerationAttemptFailure>;
};

/**
 * The prompt: messages, or a string in the older form.
 */
export type GenerationInput = {
  /**
   * The messages as sent.
   */
  messages?: Array<unknown>;
  /**
   * The prompt.
   */
  prompt?: string;
};

/**
 * The response.
 */
export type GenerationOutput = {
  /**
   * The text.
   */
  completion: string | null;
  /**
   * The reasoning.
   */
  reasoning: string | null;
};

/**
 * One attempt at a provider.
 */
export type ProviderResponse = {
  /**
   * The provider's id of the response.
   */
  id?: string;
  /**
   * Display name of the provider.
   */
  provider_name?: string;
  /**
   * Id of the endpoint.
   */
  endpoint_id?: string;
  /**
   * The permanent slug of the model.
   */
  model_permaslug?: string;
  /**
   * HTTP status of the response.
   */
  status: number | null;
  /**
   * Time to first token, in milliseconds.
   */
  latency?: number;
  /**
   * Whether the attempt used your own provider key (BYOK).
   */
  is_byok?: boolean;
  /**
   * The service tier that served the request.
   * - `flex`: Cheaper and slower.
   * - `priority`: Faster and more expensive.
   * - `ultrafast`: The fastest and most expensive tier.
   */
  routed_service_tier?: "flex" | "priority" | "ultrafast" | (string & {});
};
