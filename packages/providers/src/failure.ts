/**
 * Whose fault a failure is. `caller`: the request is wrong for every provider. `endpoint`: this provider cannot serve this
 * request, another one may. `key`: the gateway's key at the provider is wrong, expired or out of credit. `provider`: an
 * outage. `capacity`: the provider or the key is at a rate limit.
 */
export type Fault = "caller" | "endpoint" | "key" | "provider" | "capacity";

/** What is tried next. `stop`: nothing. `next-key`: another key of the same provider. `next-endpoint`: another provider. */
export type NextStep = "stop" | "next-key" | "next-endpoint";

/** A classified failure of one attempt. */
export interface ProviderFailureFacts {
  readonly fault: Fault;
  readonly next: NextStep;
  /** The status that the caller would get, 400 to 599: that of the response, or 502, 503 or 504 without one. */
  readonly status: number;
  /** One sentence for the caller, without secrets. */
  readonly message: string;
  /** OpenRouter's `error_type`. */
  readonly errorType: string;
  /** For a failure of the key: whether every model fails with it, or only the one that was called. Default: the model. */
  readonly keyScope?: "account" | "model" | undefined;
  /** The provider's own code, or that of the network, such as `ECONNRESET`. */
  readonly code?: string | undefined;
  /** Milliseconds after which a retry can succeed. */
  readonly retryAfterMs?: number | undefined;
  /** Excerpt of the provider's body for the log, at most 2,000 characters. */
  readonly raw?: string | undefined;
}

/** Thrown by an adapter for a request that its API cannot express. Another endpoint may serve it. */
export class UnsupportedRequest extends Error {
  override readonly name = "UnsupportedRequest";
}

/** A failed attempt. */
export class ProviderFailure extends Error {
  override readonly name = "ProviderFailure";
  readonly facts: ProviderFailureFacts;

  constructor(facts: ProviderFailureFacts, options?: ErrorOptions) {
    super(facts.message, options);
    this.facts = facts;
  }
}
