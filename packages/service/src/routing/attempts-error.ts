import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import { HttpError } from "../http/http-error.ts";

/** Whether the next endpoint of the same model is tried after a status. */
export function movesOn(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

/** The error of a request for which every attempt failed. */
export function toHttpError(attempts: readonly EndpointAttempt[]): HttpError {
  const { candidate, failure } = attempts.at(-1)!;
  const { status, message, errorType, providerCode, raw, issue } = failure!;
  /** The message as the beginning of a longer sentence. */
  const cause = message.replace(/\.$/, "");
  const models = [...new Set(attempts.map((attempt) => attempt.candidate.model.id))];
  const metadata = {
    error_type: errorType,
    ...(providerCode && { provider_code: providerCode }),
    ...(raw !== undefined && { raw }),
    ...(issue && { issues: [{ in: "body" as const, ...issue }] }),
    provider_name: candidate.endpoint.provider.name,
    ...(attempts.length > 1 && { previous_errors: attempts.slice(0, -1).map(toPrevious) }),
  };
  const affected = [...new Set(attempts.map((attempt) => attempt.candidate.endpoint.provider.name))];
  const availability = { retryable: true, requested_models: models, affected_providers: affected };
  const hints = attempts.map((attempt) => attempt.failure?.retryAfterMs);
  // Without a hint from every provider, the earliest retry time is unknown.
  const seconds = hints.every((hint) => hint !== undefined) ? Math.ceil(Math.min(...hints) / 1000) : undefined;
  const headers = seconds === undefined ? {} : { "retry-after": String(seconds) };
  if (attempts.every((attempt) => attempt.status === 429))
    return new HttpError(429, `${cause}: every provider is at its limit.`, {
      metadata,
      headers,
      availability: { ...availability, code: "capacity_exhausted", retry_after: seconds ?? null },
      attempts,
    });
  const unwell = attempts.every((attempt) => movesOn(attempt.status));
  if (attempts.length > 1 && unwell)
    return new HttpError(503, `${cause}: none of ${attempts.length} attempts succeeded, the last with ${status}.`, {
      metadata,
      headers,
      availability: { ...availability, code: "temporarily_unavailable" },
      attempts,
    });
  return new HttpError(status, message, { metadata, headers, attempts });
}

function toPrevious({ candidate, status, failure }: EndpointAttempt): Record<string, unknown> {
  return {
    provider: candidate.endpoint.provider.name,
    model: candidate.model.id,
    code: failure?.providerCode ?? status,
    status,
    message: failure?.message ?? "",
  };
}
