import { ProviderFailure as ProviderError, type ProviderFailureFacts } from "@patchbay/providers";
import { ProviderFailure } from "@patchbay/service/routing/provider-failure";

/** A provider's failure in the form of the service, with its classification for the attempt policy. */
export class UpstreamFailure extends ProviderFailure {
  readonly facts: ProviderFailureFacts;

  constructor(facts: ProviderFailureFacts, options?: ErrorOptions) {
    const { status, message, errorType, code, raw, retryAfterMs } = facts;
    super({
      status,
      message,
      errorType,
      ...(code !== undefined && { providerCode: code }),
      ...(raw !== undefined && { raw }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
    this.facts = facts;
    if (options?.cause !== undefined) this.cause = options.cause;
  }
}

/** An error of a provider package as the service knows it. Other errors stay unchanged. */
export function toServiceError(error: unknown): unknown {
  return error instanceof ProviderError ? new UpstreamFailure(error.facts, { cause: error }) : error;
}

/** For a request that began before a reload removed `what`. The next endpoint is tried. */
export function noLongerConfigured(what: string): UpstreamFailure {
  return new UpstreamFailure({
    fault: "endpoint",
    next: "next-endpoint",
    status: 503,
    message: `${what} is no longer configured.`,
    errorType: "provider_unavailable",
  });
}

/** The classification of a failure. One that the service itself found, such as a timeout, is the provider's fault. */
export function factsOf(error: ProviderFailure): ProviderFailureFacts {
  if (error instanceof UpstreamFailure) return error.facts;
  const { status, message, errorType, providerCode, retryAfterMs } = error.failure;
  const rest = { status, message, errorType, code: providerCode, retryAfterMs };
  if (status === 429) return { ...rest, fault: "capacity", next: "next-endpoint" };
  if (status === 401 || status === 402 || status === 403) return { ...rest, fault: "key", next: "next-key" };
  if (status >= 500 || status === 408) return { ...rest, fault: "provider", next: "next-endpoint" };
  return { ...rest, fault: "endpoint", next: "next-endpoint" };
}
