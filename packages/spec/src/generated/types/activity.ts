// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Usage of one day, model and provider.
 */
export type ActivityItem = {
  /**
   * The day in UTC, `YYYY-MM-DD`.
   */
  date: string;
  /**
   * The model.
   */
  model: string;
  /**
   * The model by the name that never changes.
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
   * How many requests.
   */
  requests: number;
  /**
   * Prompt tokens.
   */
  prompt_tokens: number;
  /**
   * Answer tokens.
   */
  completion_tokens: number;
  /**
   * Those of reasoning.
   */
  reasoning_tokens: number;
  /**
   * Credits used, in USD.
   */
  usage: number;
  /**
   * Worth of requests with own provider keys, in USD.
   */
  byok_usage_inference: number;
  /**
   * The workspace, when grouped by it.
   */
  workspace_id?: string;
};

/**
 * Usage by day, model and provider.
 */
export type ActivityList = {
  /**
   * The rows, newest day first.
   */
  data: Array<ActivityItem>;
};
