// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Usage of one model at one provider on one day.
 */
export type ActivityItem = {
  /**
   * Date in UTC, `YYYY-MM-DD`.
   */
  date: string;
  /**
   * The model.
   */
  model: string;
  /**
   * The permanent slug of the model.
   */
  model_permaslug: string;
  /**
   * Id of the endpoint.
   */
  endpoint_id: string;
  /**
   * The provider.
   */
  provider_name: string;
  /**
   * Number of requests.
   */
  requests: number;
  /**
   * Prompt tokens.
   */
  prompt_tokens: number;
  /**
   * Prompt tokens read from the provider's prompt cache.
   */
  cached_tokens: number;
  /**
   * Completion tokens.
   */
  completion_tokens: number;
  /**
   * Reasoning tokens.
   */
  reasoning_tokens: number;
  /**
   * Credits used, in USD.
   */
  usage: number;
  /**
   * Cost of requests with your own provider keys (BYOK), in USD.
   */
  byok_usage_inference: number;
  /**
   * The workspace, if grouped by workspace.
   */
  workspace_id?: string;
};

/**
 * Usage by day, model and provider.
 */
export type ActivityList = {
  /**
   * The usage rows, newest day first.
   */
  data: Array<ActivityItem>;
};
