/**
 * What gateways share and can lose: statistics of endpoints, sticky routes, cached responses. Reads are synchronous and local;
 * changes of other gateways arrive within about a second. If the store behind it is gone, each gateway goes on alone.
 */
export interface SharedState {
  /** Counts the end of an attempt. */
  readonly record: (outcome: EndpointOutcome) => void;
  /** The merged view of an endpoint now. */
  readonly healthOf: (endpoint: string) => EndpointView;
  /**
   * Takes the one probe of an endpoint whose breaker is half-open, or whose breaker is open and which is the last resort.
   * Returns false if another request is the probe. An outcome with `isProbe` gives it back.
   */
  readonly beginProbe: (endpoint: string) => boolean;
  readonly pin: (conversation: string, endpoint: string, ttlMs: number) => void;
  readonly pinOf: (conversation: string) => Promise<string | undefined> | string | undefined;
  readonly cacheGet: (key: string) => Promise<string | undefined>;
  readonly cacheSet: (key: string, value: string, ttlMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** `ok`, an outage, a rate limit, or a result that says nothing about the endpoint, such as an error of the caller or an abort. */
export type OutcomeKind = "ok" | "error" | "rate-limited" | "uncounted";

export interface EndpointOutcome {
  /** Unique id of the endpoint: model id, provider and tag. */
  readonly endpoint: string;
  readonly kind: OutcomeKind;
  readonly now: number;
  /** Milliseconds to the first content. */
  readonly firstTokenMs?: number | undefined;
  /** Output tokens per second after the first content. */
  readonly throughput?: number | undefined;
  readonly retryAfterMs?: number | undefined;
  /** Whether the attempt was the probe of a half-open breaker: its success closes the breaker, its failure opens it for longer. */
  readonly isProbe?: boolean | undefined;
  /** Whether the tool calls matched their schemas; undefined without tool calls. */
  readonly validToolCalls?: boolean | undefined;
}

/** Breaker states as in Hystrix and resilience4j: closed passes requests, open rejects, half-open passes one probe at a time. */
export type BreakerState = "closed" | "open" | "half-open";

export interface EndpointView {
  /** `half-open` only while no probe is in progress. */
  readonly breaker: BreakerState;
  /** Unix milliseconds at which an open breaker lets a probe through; 0 if it is closed or half-open. */
  readonly openUntil: number;
  /** Unix milliseconds at which an open breaker lets a probe through if no other endpoint is left; 0 if it is closed or half-open. */
  readonly lastResortAt: number;
  /** Unix milliseconds of the last failure that was counted; 0 without one. */
  readonly lastFailureAt: number;
  /** Unix milliseconds until which it is at a rate limit; 0 if it is not. */
  readonly limitedUntil: number;
  /** Share of successful requests in the window, without errors of callers and rate limits; undefined below 20 requests. */
  readonly uptime: number | undefined;
  /** Percentiles over 5 minutes; undefined without samples. That of the throughput is the speed which this share of responses reaches. */
  readonly firstTokenMs: Percentiles | undefined;
  readonly throughput: Percentiles | undefined;
  /** Share of responses with tool calls that matched their schemas, over 32 days; undefined without such responses. */
  readonly toolSuccess: number | undefined;
  /** Number of responses that `toolSuccess` counts. */
  readonly toolResponses: number;
}

export interface Percentiles {
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p99: number;
}
