import type { AttemptFailure } from "@patchbay/engine/health/provider-state";
import type { ProviderError } from "../parts/part.ts";

/** Thrown if a provider fails before its first token. The next endpoint is tried. */
export class ProviderFailure extends Error {
  override readonly name = "ProviderFailure";
  readonly failure: AttemptFailure;

  constructor(failure: AttemptFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Converts the provider error of a rule or a script. */
export function toFailure({ status, message, errorType, retryAfterMs }: ProviderError): ProviderFailure {
  const usual = status === 429 ? "rate_limit_exceeded" : status >= 500 ? "provider_unavailable" : "invalid_request";
  return new ProviderFailure({
    status,
    message,
    errorType: errorType ?? usual,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}
