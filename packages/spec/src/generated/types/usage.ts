// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Completion tokens by kind.
 */
export type CompletionTokensDetails = {
  /**
   * Reasoning tokens, billed as completion tokens.
   */
  reasoning_tokens?: number | null;
  /**
   * Audio tokens.
   */
  audio_tokens?: number | null;
  /**
   * Image tokens.
   */
  image_tokens?: number | null;
  /**
   * Predicted tokens that appear in the completion.
   */
  accepted_prediction_tokens?: number | null;
  /**
   * Predicted tokens that do not appear in the completion. They are billed.
   */
  rejected_prediction_tokens?: number | null;
};

/**
 * What the provider charged, in USD. It adds to `cost` only if your own provider key was used (BYOK).
 */
export type CostDetails = {
  /**
   * Total charge of the provider. Unit: USD.
   */
  upstream_inference_cost?: number | null;
  /**
   * Charge for the prompt. Unit: USD.
   */
  upstream_inference_prompt_cost: number;
  /**
   * Charge for the completion. Unit: USD.
   */
  upstream_inference_completions_cost: number;
  /**
   * Server tool fees. Unit: USD.
   */
  server_tool_cost?: number | null;
};

/**
 * Input tokens by kind. A kind that does not apply is absent, never null.
 */
export type EmbeddingTokensDetails = {
  /**
   * Tokens read from the provider's prompt cache.
   */
  cached_tokens?: number;
  /**
   * Tokens written to the provider's prompt cache.
   */
  cache_write_tokens?: number;
  /**
   * Text tokens.
   */
  text_tokens?: number;
  /**
   * Image tokens.
   */
  image_tokens?: number;
  /**
   * Audio tokens.
   */
  audio_tokens?: number;
  /**
   * Video tokens.
   */
  video_tokens?: number;
  /**
   * File tokens.
   */
  file_tokens?: number;
};

/**
 * Tokens and cost of an embedding request.
 */
export type EmbeddingUsage = {
  /**
   * Input tokens.
   */
  prompt_tokens: number;
  /**
   * Same as `prompt_tokens`. Unit: tokens.
   */
  total_tokens: number;
  /**
   * Amount deducted from the credits, in USD.
   */
  cost?: number;
  /**
   * Whether your own provider key was used (BYOK).
   */
  is_byok?: boolean;
  /**
   * What the provider charged.
   */
  cost_details?: CostDetails | null;
  /**
   * Input tokens by kind.
   */
  prompt_tokens_details?: EmbeddingTokensDetails;
};

/**
 * Prompt tokens by kind. A kind that does not apply is absent, never null.
 */
export type PromptTokensDetails = {
  /**
   * Tokens read from the provider's prompt cache.
   */
  cached_tokens?: number;
  /**
   * Tokens written to the provider's prompt cache.
   */
  cache_write_tokens?: number;
  /**
   * Audio tokens.
   */
  audio_tokens?: number;
  /**
   * Video tokens.
   */
  video_tokens?: number;
};

/**
 * Usage of a rerank request.
 */
export type RerankUsage = {
  /**
   * Tokens of the query and the documents, for models priced per token.
   */
  total_tokens?: number;
  /**
   * Search units, for models priced per search.
   */
  search_units?: number;
  /**
   * Amount deducted from the credits, in USD.
   */
  cost?: number;
};

/**
 * Number of server tool calls.
 */
export type ServerToolUse = {
  /**
   * Number of calls that the model requested.
   */
  tool_calls_requested?: number | null;
  /**
   * Number of calls that were run.
   */
  tool_calls_executed?: number | null;
  /**
   * Number of web searches.
   */
  web_search_requests?: number | null;
};

/**
 * Token counts by the model's own tokenizer, and their cost. Always included, even if not requested.
 */
export type Usage = {
  /**
   * Prompt tokens.
   */
  prompt_tokens: number;
  /**
   * Completion tokens, including reasoning.
   */
  completion_tokens: number;
  /**
   * Sum of prompt and completion tokens.
   */
  total_tokens: number;
  /**
   * Prompt tokens by kind.
   */
  prompt_tokens_details?: PromptTokensDetails | null;
  /**
   * Completion tokens by kind.
   */
  completion_tokens_details?: CompletionTokensDetails | null;
  /**
   * Amount deducted from the credits, in USD. With your own provider key (BYOK), only the fee.
   */
  cost?: number | null;
  /**
   * Whether your own provider key was used (BYOK).
   */
  is_byok?: boolean;
  /**
   * What the provider charged.
   */
  cost_details?: CostDetails | null;
  /**
   * Number of server tool calls.
   */
  server_tool_use_details?: ServerToolUse | null;
};
