// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.

/**
 * Seconds to the first token by percentile. Every given value applies.
 */
export type LatencyCutoffs = {
  /**
   * 50th percentile (median). Unit: seconds.
   */
  p50?: number | null | undefined;
  /**
   * 75th percentile. Unit: seconds.
   */
  p75?: number | null | undefined;
  /**
   * 90th percentile. Unit: seconds.
   */
  p90?: number | null | undefined;
  /**
   * 99th percentile. Unit: seconds.
   */
  p99?: number | null | undefined;
};

/**
 * Seconds to the first token, as one number or by percentile. A number applies to the median.
 */
export type LatencyPreference = number | LatencyCutoffs;

/**
 * Maximum prices in USD, as decimal strings or numbers.
 */
export type MaxPrice = {
  /**
   * Maximum price per million prompt tokens. Unit: USD per million tokens.
   */
  prompt?: MaxPriceValue | null | undefined;
  /**
   * Maximum price per million completion tokens. Unit: USD per million tokens.
   */
  completion?: MaxPriceValue | null | undefined;
  /**
   * Maximum price per request. Unit: USD.
   */
  request?: MaxPriceValue | null | undefined;
  /**
   * Maximum price per image. Unit: USD.
   */
  image?: MaxPriceValue | null | undefined;
  /**
   * Maximum price per unit of audio. Unit: USD.
   */
  audio?: MaxPriceValue | null | undefined;
};

/**
 * A maximum price in USD, as a decimal string or as a number.
 */
export type MaxPriceValue = string | number;

/**
 * Preferences for provider routing. Providers are named by slug, as in an endpoint's `tag`: a base slug
 * (`google-vertex`) matches all its regions and variants, a full slug (`deepinfra/turbo`) only that endpoint.
 * Endpoints of a service tier (`openai/priority`) match only their full slug.
 *
 */
export type ProviderPreferences = {
  /**
   * Provider slugs to try first, in this order. Disables load balancing and sticky routing.
   */
  order?: Array<string> | null | undefined;
  /**
   * Slugs of the only allowed providers. If no endpoint remains, the request fails with 404.
   */
  only?: Array<string> | null | undefined;
  /**
   * Slugs of providers to exclude.
   */
  ignore?: Array<string> | null | undefined;
  /**
   * Whether to try other endpoints if the first one fails. Default: true. With `order`, false restricts the request to the listed providers.
   */
  allow_fallbacks?: boolean | null | undefined;
  /**
   * Whether to use only endpoints that support every parameter of the request. Default: false.
   */
  require_parameters?: boolean | null | undefined;
  /**
   * Whether providers that retain data or train on it are allowed. Default: `allow`.
   * - `deny`: Only providers that neither retain data nor train on it.
   * - `allow`: Any provider.
   */
  data_collection?: "deny" | "allow" | (string & {}) | null | undefined;
  /**
   * True allows only endpoints with zero data retention. False does not override the account's setting.
   */
  zdr?: boolean | null | undefined;
  /**
   * True allows only models whose authors permit distillation.
   */
  enforce_distillable_text?: boolean | null | undefined;
  /**
   * Accepted quantizations of the weights.
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
   * Sorts the endpoints instead of load balancing.
   */
  sort?: SortPreference | null | undefined;
  /**
   * Maximum prices. More expensive endpoints are excluded.
   */
  max_price?: MaxPrice | null | undefined;
  /**
   * Preferred minimum throughput, in tokens per second. A number applies to the median of the last five minutes. Slower endpoints are tried last, not excluded.
   */
  preferred_min_throughput?: ThroughputPreference | null | undefined;
  /**
   * Preferred maximum time to first token, in seconds. A number applies to the median of the last five minutes. Slower endpoints are tried last, not excluded.
   */
  preferred_max_latency?: LatencyPreference | null | undefined;
  /**
   * Map of provider slug to fields forwarded to that provider, for media operations.
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
 * Sort order of the endpoints.
 */
export type ProviderSort = {
  /**
   * Sort key for endpoints.
   */
  by?: ProviderSortKey | null | undefined;
  /**
   * Scope of the sort order. Default: `model`.
   * - `model`: Sorts the endpoints of each model separately, in the order of the models.
   * - `none`: Sorts the endpoints of all models together.
   */
  partition?: "model" | "none" | (string & {}) | null | undefined;
};

/**
 * Sort key for endpoints.
 * - `price`: Cheapest first.
 * - `throughput`: Fastest first.
 * - `latency`: Shortest time to first token first.
 * - `exacto`: Best tool calling first.
 */
export type ProviderSortKey = "price" | "throughput" | "latency" | "exacto" | (string & {});

/**
 * A sort key, or a sort order with its scope.
 */
export type SortPreference = ProviderSortKey | ProviderSort;

/**
 * Tokens per second by percentile. Every given value applies.
 */
export type ThroughputCutoffs = {
  /**
   * 50th percentile (median). Unit: tokens per second.
   */
  p50?: number | null | undefined;
  /**
   * 75th percentile. Unit: tokens per second.
   */
  p75?: number | null | undefined;
  /**
   * 90th percentile. Unit: tokens per second.
   */
  p90?: number | null | undefined;
  /**
   * 99th percentile. Unit: tokens per second.
   */
  p99?: number | null | undefined;
};

/**
 * Tokens per second, as one number or by percentile. A number applies to the median.
 */
export type ThroughputPreference = number | ThroughputCutoffs;
