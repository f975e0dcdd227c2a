// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * The record of a request: tokens, cost, timings and who served.
 */
export type Generation = {
  /**
   * Id of the generation, `gen-…`.
   */
  id: string;
  /**
   * The kind of request.
   * - `completions`: A chat or a completion.
   * - `embeddings`: Embeddings.
   * - `rerank`: Ranking.
   * - `decisions`: Decisions.
   * - `video`: A video.
   * - `tts`: Speech.
   * - `stt`: A transcription.
   * - `image`: An image.
   */
  api_type:
    | "completions"
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
   * The model that answered.
   */
  model: string;
  /**
   * When it was asked, ISO-8601.
   */
  created_at: string;
  /**
   * Where the request came from, a URL or an empty text.
   */
  origin: string;
  /**
   * What was taken from the credits, in USD.
   */
  usage: number;
  /**
   * The same, in USD.
   */
  total_cost: number;
  /**
   * Whether an own provider key paid the provider.
   */
  is_byok: boolean;
  /**
   * Where it was processed.
   * - `global`: Anywhere.
   * - `europe`: The European Union.
   * - `us`: The United States.
   */
  data_region: "global" | "europe" | "us" | (string & {});
  /**
   * Whether the answer was streamed.
   */
  streamed: boolean | null;
  /**
   * Whether the caller left before the end.
   */
  cancelled: boolean | null;
  /**
   * Milliseconds from the first to the last token.
   */
  generation_time: number | null;
  /**
   * Milliseconds to the first token.
   */
  latency: number | null;
  /**
   * Milliseconds of the check of the input.
   */
  moderation_latency: number | null;
  /**
   * Prompt tokens, counted the same way for all models.
   */
  tokens_prompt: number | null;
  /**
   * Answer tokens, counted the same way for all models.
   */
  tokens_completion: number | null;
  /**
   * Prompt tokens by the model's own tokenizer; these are paid.
   */
  native_tokens_prompt: number | null;
  /**
   * Answer tokens by the model's own tokenizer; these are paid.
   */
  native_tokens_completion: number | null;
  /**
   * Those of reasoning.
   */
  native_tokens_reasoning: number | null;
  /**
   * Those read from the prompt cache.
   */
  native_tokens_cached: number | null;
  /**
   * Those of images in the answer.
   */
  native_tokens_completion_images: number | null;
  /**
   * Images and files in the prompt.
   */
  num_media_prompt: number | null;
  /**
   * Recordings in the prompt.
   */
  num_input_audio_prompt: number | null;
  /**
   * Images in the answer.
   */
  num_media_completion: number | null;
  /**
   * Results of web searches.
   */
  num_search_results: number | null;
  /**
   * Pages fetched.
   */
  num_fetches: number | null;
  /**
   * What the prompt cache saved, in USD; below zero when writing cost more.
   */
  cache_discount: number | null;
  /**
   * The provider's bill, in USD.
   */
  upstream_inference_cost: number | null;
  /**
   * Why the answer ended.
   */
  finish_reason: string | null;
  /**
   * The provider's own word for it.
   */
  native_finish_reason: string | null;
  /**
   * The provider that answered.
   */
  provider_name: string | null;
  /**
   * The provider's id of the answer.
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
   * The tier that served.
   */
  service_tier: string | null;
  /**
   * The end user of the request.
   */
  external_user: string | null;
  /**
   * The application that asked, by its URL.
   */
  http_referer: string | null;
  /**
   * What the client calls itself.
   */
  user_agent: string | null;
  /**
   * The workspace.
   */
  workspace_id: string | null;
  /**
   * Who searched the web.
   */
  web_search_engine: string | null;
  /**
   * The application that asked.
   */
  app_id: number | null;
  /**
   * Id of the request.
   */
  request_id?: string | null;
  /**
   * The session.
   */
  session_id?: string | null;
  /**
   * The generation that a cached answer came from.
   */
  response_cache_source_id?: string | null;
  /**
   * The attempts in order.
   */
  provider_responses: Array<ProviderResponse> | null;
};

/**
 * A failure before the last one.
 */
export type GenerationAttemptFailure = {
  /**
   * The HTTP status.
   */
  code: number;
  /**
   * What went wrong.
   */
  message: string;
  /**
   * The provider.
   */
  provider_name: string | null;
  /**
   * What the provider said.
   */
  raw: string | null;
};

/**
 * What was sent and answered.
 */
export type GenerationContent = {
  /**
   * What was sent.
   */
  input: GenerationInput;
  /**
   * What was answered.
   */
  output: GenerationOutput;
  /**
   * What failed.
   */
  error: GenerationFailure | null;
};

/**
 * What was sent and answered.
 */
export type GenerationContentDetail = {
  /**
   * The content.
   */
  data: GenerationContent;
};

/**
 * The record of a request.
 */
export type GenerationDetail = {
  /**
   * The record.
   */
  data: Generation;
};

/**
 * What failed.
 */
export type GenerationFailure = {
  /**
   * What went wrong, for people.
   */
  message: string | null;
  /**
   * The HTTP status.
   */
  status: number | null;
  /**
   * The provider.
   */
  provider_name: string | null;
  /**
   * What the provider said.
   */
  raw: string | null;
  /**
   * Failures before it.
   */
  previous_errors: Array<GenerationAttemptFailure>;
};

/**
 * What was sent: messages, or the prompt of the older form.
 */
export type GenerationInput = {
  /**
   * The messages as they came.
   */
  messages?: Array<unknown>;
  /**
   * The prompt.
   */
  prompt?: string;
};

/**
 * What was answered.
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
   * The provider's id of the answer.
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
   * The model by the name that never changes.
   */
  model_permaslug?: string;
  /**
   * HTTP status of the answer.
   */
  status: number | null;
  /**
   * Milliseconds to the first token.
   */
  latency?: number;
  /**
   * Whether an own provider key was used.
   */
  is_byok?: boolean;
  /**
   * The tier that served.
   * - `flex`: Cheap and slow.
   * - `priority`: Fast and dear.
   */
  routed_service_tier?: "flex" | "priority" | (string & {});
};
