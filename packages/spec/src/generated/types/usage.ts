// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Answer tokens by kind.
 */
export type CompletionTokensDetails = {
  /**
   * Tokens of reasoning, paid as answer tokens.
   */
  reasoning_tokens?: number | null;
  /**
   * Tokens of sound.
   */
  audio_tokens?: number | null;
  /**
   * Tokens of images.
   */
  image_tokens?: number | null;
  /**
   * Predicted tokens that were right.
   */
  accepted_prediction_tokens?: number | null;
  /**
   * Predicted tokens that were wrong, and are paid.
   */
  rejected_prediction_tokens?: number | null;
};

/**
 * What the provider charged, in USD. It adds to `cost` only when your own provider key was used.
 */
export type CostDetails = {
  /**
   * The provider's bill.
   */
  upstream_inference_cost?: number | null;
  /**
   * Its part for the prompt.
   */
  upstream_inference_prompt_cost: number;
  /**
   * Its part for the answer.
   */
  upstream_inference_completions_cost: number;
  /**
   * Fees of server tools.
   */
  server_tool_cost?: number | null;
};

/**
 * Tokens and cost of an embedding request.
 */
export type EmbeddingUsage = {
  /**
   * Tokens of the input.
   */
  prompt_tokens: number;
  /**
   * The same number.
   */
  total_tokens: number;
  /**
   * What was taken from the credits, in USD.
   */
  cost?: number;
  /**
   * Whether your own provider key paid the provider.
   */
  is_byok?: boolean;
  /**
   * The provider's side of the cost.
   */
  cost_details?: CostDetails | null;
  /**
   * The input tokens by kind.
   */
  prompt_tokens_details?: PromptTokensDetails;
};

/**
 * Prompt tokens by kind. A kind that does not apply is absent, never null.
 */
export type PromptTokensDetails = {
  /**
   * Read from the provider's prompt cache.
   */
  cached_tokens?: number;
  /**
   * Written to the provider's prompt cache.
   */
  cache_write_tokens?: number;
  /**
   * Tokens of sound.
   */
  audio_tokens?: number;
  /**
   * Tokens of video.
   */
  video_tokens?: number;
};

/**
 * What a rerank request used.
 */
export type RerankUsage = {
  /**
   * Tokens of query and documents, for models priced by token.
   */
  total_tokens?: number;
  /**
   * Units of search, for models priced by search.
   */
  search_units?: number;
  /**
   * What was taken from the credits, in USD.
   */
  cost?: number;
};

/**
 * How often server tools ran.
 */
export type ServerToolUse = {
  /**
   * Calls that the model asked for.
   */
  tool_calls_requested?: number | null;
  /**
   * Calls that ran.
   */
  tool_calls_executed?: number | null;
  /**
   * Web searches.
   */
  web_search_requests?: number | null;
};

/**
 * Tokens, as the model's own tokenizer counts them, and what they cost. Always sent, asked for or not.
 */
export type Usage = {
  /**
   * Tokens of the prompt.
   */
  prompt_tokens: number;
  /**
   * Tokens of the answer, reasoning included.
   */
  completion_tokens: number;
  /**
   * Their sum.
   */
  total_tokens: number;
  /**
   * The prompt tokens by kind.
   */
  prompt_tokens_details?: PromptTokensDetails | null;
  /**
   * The answer tokens by kind.
   */
  completion_tokens_details?: CompletionTokensDetails | null;
  /**
   * What was taken from the credits, in USD. With your own provider key only the fee.
   */
  cost?: number | null;
  /**
   * Whether your own provider key paid the provider.
   */
  is_byok?: boolean;
  /**
   * The provider's side of the cost.
   */
  cost_details?: CostDetails | null;
  /**
   * How often server tools ran.
   */
  server_tool_use_details?: ServerToolUse | null;
};
