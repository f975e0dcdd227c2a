/**
 * Prices in whole nano-USD per million units, as in the engine. Units are tokens, or requests, images and searches. A kind
 * without its own price costs as much as the kind that it belongs to; `request`, `image`, `webSearch` and `searchUnit` default to 0.
 */
export interface PriceList {
  readonly prompt: bigint;
  readonly completion: bigint;
  readonly cacheRead?: bigint;
  readonly cacheWrite?: bigint;
  /** Written tokens that are kept for an hour. */
  readonly cacheWriteHour?: bigint;
  readonly reasoning?: bigint;
  readonly audio?: bigint;
  readonly audioOutput?: bigint;
  readonly audioCacheRead?: bigint;
  readonly imageToken?: bigint;
  readonly imageOutput?: bigint;
  readonly request?: bigint;
  readonly image?: bigint;
  readonly webSearch?: bigint;
  /** Unit in which rerank is billed: one query with up to 100 documents. */
  readonly searchUnit?: bigint;
}

/** The prices of an endpoint. */
export interface EndpointPrice extends PriceList {
  /** Other prices for long prompts. The last one whose threshold the prompt exceeds applies to the whole request. */
  readonly tiers?: readonly PriceTier[];
}

/** Prices of requests with more than `promptTokens` prompt tokens. A kind that is not listed keeps its price. */
export interface PriceTier extends Partial<PriceList> {
  readonly promptTokens: number;
}
