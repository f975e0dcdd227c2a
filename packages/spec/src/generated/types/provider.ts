// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Seconds to the first token by percentile; all that are given must hold.
 */
export type LatencyCutoffs = {
  /**
   * Half of the requests.
   */
  p50?: number | null | undefined;
  /**
   * 75 % of the requests.
   */
  p75?: number | null | undefined;
  /**
   * 90 % of the requests.
   */
  p90?: number | null | undefined;
  /**
   * 99 % of the requests.
   */
  p99?: number | null | undefined;
};

/**
 * The highest accepted prices in USD, as decimal strings or numbers.
 */
export type MaxPrice = {
  /**
   * Per million prompt tokens.
   */
  prompt?: string | number | null | undefined;
  /**
   * Per million answer tokens.
   */
  completion?: string | number | null | undefined;
  /**
   * Per request.
   */
  request?: string | number | null | undefined;
  /**
   * Per image.
   */
  image?: string | number | null | undefined;
  /**
   * Per unit of sound.
   */
  audio?: string | number | null | undefined;
};

/**
 * Which endpoints may answer and in what order. Providers are named by slug as in an endpoint's `tag`: a base slug
 * (`google-vertex`) means all its regions and variants, a full one (`deepinfra/turbo`) that endpoint alone. Endpoints
 * of a service tier (`openai/priority`) are only meant when named in full.
 *
 */
export type ProviderPreferences = {
  /**
   * Slugs to try in this order, before all others. Turns off load balancing and sticky routing.
   */
  order?: Array<string> | null | undefined;
  /**
   * Slugs of the only providers allowed. When none is left the answer is 404.
   */
  only?: Array<string> | null | undefined;
  /**
   * Slugs of providers that are not used.
   */
  ignore?: Array<string> | null | undefined;
  /**
   * Whether other endpoints are tried when the first fails; true when absent. With `order`, false keeps to the list.
   */
  allow_fallbacks?: boolean | null | undefined;
  /**
   * Only endpoints that support every parameter of the request; false when absent.
   */
  require_parameters?: boolean | null | undefined;
  /**
   * Whether providers that keep or train on data may be used; `allow` when absent.
   * - `deny`: Only providers that do neither.
   * - `allow`: Any provider.
   */
  data_collection?: "deny" | "allow" | (string & {}) | null | undefined;
  /**
   * True allows only endpoints with zero data retention. False cannot relax a setting of the account.
   */
  zdr?: boolean | null | undefined;
  /**
   * True allows only models whose authors permit distillation.
   */
  enforce_distillable_text?: boolean | null | undefined;
  /**
   * Accepted precisions of the weights.
   */
  quantizations?:
    | Array<
        | "int4"
        | "int8"
        | "fp4"
        | "mxfp4"
        | "nvfp4"
        | "fp6"
        | "fp8"
        | "mxfp8"
        | "fp16"
        | "bf16"
        | "fp32"
        | "unknown"
        | (string & {})
      >
    | null
    | undefined;
  /**
   * Orders the endpoints instead of balancing the load.
   */
  sort?: ProviderSortKey | ProviderSort | null | undefined;
  /**
   * The highest accepted prices; dearer endpoints are dropped.
   */
  max_price?: MaxPrice | null | undefined;
  /**
   * Tokens a second; a number means the median of the last five minutes. Slower endpoints move to the back, none is dropped.
   */
  preferred_min_throughput?: number | ThroughputCutoffs | null | undefined;
  /**
   * Seconds to the first token; a number means the median of the last five minutes. Slower endpoints move to the back, none is dropped.
   */
  preferred_max_latency?: number | LatencyCutoffs | null | undefined;
  /**
   * Provider slug → fields passed on to that provider, for media operations.
   */
  options?:
    | {
        [key: string]: {
          [key: string]: unknown;
        };
      }
    | null
    | undefined;
  [key: string]: unknown;
};

/**
 * An order over the endpoints of one or of all models.
 */
export type ProviderSort = {
  /**
   * What endpoints are ordered by.
   */
  by?: ProviderSortKey | null | undefined;
  /**
   * What is ordered together; `model` when absent.
   * - `model`: Each model's endpoints for themselves, the first model's first.
   * - `none`: The endpoints of all models together.
   */
  partition?: "model" | "none" | (string & {}) | null | undefined;
};

/**
 * What endpoints are ordered by.
 * - `price`: Cheapest first.
 * - `throughput`: Fastest first.
 * - `latency`: Shortest wait for the first token first.
 * - `exacto`: Best at tool calls first.
 */
export type ProviderSortKey = "price" | "throughput" | "latency" | "exacto" | (string & {});

/**
 * Tokens a second by percentile; all that are given must hold.
 */
export type ThroughputCutoffs = {
  /**
   * Half of the requests.
   */
  p50?: number | null | undefined;
  /**
   * 75 % of the requests.
   */
  p75?: number | null | undefined;
  /**
   * 90 % of the requests.
   */
  p90?: number | null | undefined;
  /**
   * 99 % of the requests.
   */
  p99?: number | null | undefined;
};
