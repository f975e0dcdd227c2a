import type { AttemptFailure } from "../engine/health/provider-state.ts";
import type { ProviderError } from "../upstreams/upstream.ts";

/** Thrown when a provider fails before its first token; the next endpoint is tried. */
export class ProviderFailure extends Error {
  override readonly name = "ProviderFailure";
  readonly failure: AttemptFailure;

  constructor(failure: AttemptFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The failure of a provider, as a rule or a script says it. */
export function toFailure({ status, message, errorType, retryAfterMs }: ProviderError): ProviderFailure {
  const usual = status === 429 ? "rate_limit_exceeded" : status >= 500 ? "provider_unavailable" : "invalid_request";
  return new ProviderFailure({
    status,
    message,
    errorType: errorType ?? usual,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}
