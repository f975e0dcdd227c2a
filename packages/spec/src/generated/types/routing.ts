// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * One endpoint that could serve the request.
 */
export type ConsideredEndpoint = {
  /**
   * Display name of the provider.
   */
  provider: string;
  /**
   * The model.
   */
  model: string;
  /**
   * Whether it answered.
   */
  selected: boolean;
};

/**
 * The endpoints that were considered.
 */
export type ConsideredEndpoints = {
  /**
   * How many serve the model.
   */
  total: number;
  /**
   * Those left after the filters.
   */
  available: Array<ConsideredEndpoint>;
};

/**
 * One stage before or after the model.
 */
export type PipelineStage = {
  /**
   * The kind of stage.
   * - `guardrail`: A check of content or budget.
   * - `plugin`: A plugin.
   * - `server_tools`: Tools that the service ran.
   * - `response_healing`: Repair of broken JSON.
   * - `context_compression`: A shortened prompt.
   */
  type: "guardrail" | "plugin" | "server_tools" | "response_healing" | "context_compression" | (string & {});
  /**
   * Its name.
   */
  name: string;
  /**
   * Id of the guardrail.
   */
  guardrail_id?: string;
  /**
   * What the guardrail is assigned to.
   */
  guardrail_scope?: string;
  /**
   * What it did.
   */
  summary?: string;
  /**
   * What it cost, in USD.
   */
  cost_usd?: number | null;
  /**
   * Further facts.
   */
  data?: {
    [key: string]: unknown;
  };
};

/**
 * One attempt at an endpoint.
 */
export type RoutingAttempt = {
  /**
   * Display name of the provider.
   */
  provider: string;
  /**
   * The model.
   */
  model: string;
  /**
   * HTTP status of its answer.
   */
  status: number;
};

/**
 * How the request was routed. Sent when the header `X-OpenRouter-Metadata` asks for it.
 */
export type RoutingMetadata = {
  /**
   * The model as the request named it.
   */
  requested: string;
  /**
   * How the model was chosen.
   * - `direct`: The model of the request.
   * - `auto`: Chosen by the auto router.
   * - `free`: A free model that can do what the request needs.
   * - `latest`: The newest of a family.
   * - `alias`: An alias of another model.
   * - `fallback`: A later model of the list.
   * - `pareto`: The cheapest model above a score.
   * - `bodybuilder`: Written out as request bodies.
   * - `fusion`: A panel of models.
   */
  strategy:
    | "direct"
    | "auto"
    | "free"
    | "latest"
    | "alias"
    | "fallback"
    | "pareto"
    | "bodybuilder"
    | "fusion"
    | (string & {});
  /**
   * The region that served.
   */
  region: string | null;
  /**
   * The decision in one sentence.
   */
  summary: string;
  /**
   * Which attempt answered, from 1; 0 when no provider was reached.
   */
  attempt: number;
  /**
   * Whether your own provider key was used.
   */
  is_byok: boolean;
  /**
   * The endpoints that were considered.
   */
  endpoints: ConsideredEndpoints;
  /**
   * Settings of the router.
   */
  params?: RoutingParameters;
  /**
   * The attempts in order.
   */
  attempts?: Array<RoutingAttempt>;
  /**
   * Stages before and after the model.
   */
  pipeline?: Array<PipelineStage>;
  /**
   * Time of the generation in milliseconds.
   */
  generation_time?: number;
};

/**
 * Settings of the router.
 */
export type RoutingParameters = {
  /**
   * The lowest accepted quality.
   */
  quality_floor?: number;
  /**
   * The lowest accepted throughput, in tokens a second.
   */
  throughput_floor?: number;
  /**
   * The family of versions that was considered.
   */
  version_group?: string;
  [key: string]: unknown;
};
