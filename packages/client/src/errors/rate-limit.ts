import type { ErrorDetail, ErrorMetadata } from "@patchbay/spec";

/** A rate limit, as the API reports it when it is reached. The API never reports it with a success. */
export interface RateLimit {
  /** Requests allowed per window. */
  readonly limit: number | undefined;
  /** Requests left in the window. */
  readonly remaining: number | undefined;
  /** When the window resets. */
  readonly resetAt: Date | undefined;
}

/** Reads `X-RateLimit-*` from the headers, or from the metadata, where the API reports some limits. */
export function readRateLimit(headers: Headers, metadata?: ErrorMetadata): RateLimit | undefined {
  const inside = metadata?.headers as Readonly<Record<string, unknown>> | undefined;
  const numberOf = (name: string): number | undefined => {
    const value = toNumber(headers.get(name) ?? inside?.[name]);
    return Number.isFinite(value) ? value : undefined;
  };
  const limit = numberOf("X-RateLimit-Limit");
  const reset = numberOf("X-RateLimit-Reset");
  if (limit === undefined && reset === undefined) return undefined;
  return { limit, remaining: numberOf("X-RateLimit-Remaining"), resetAt: toDate(reset) };
}

/** The parts of an error response that say when to send the request again. */
export interface ErrorResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly detail: ErrorDetail | undefined;
  readonly rateLimit: RateLimit | undefined;
}

/**
 * Milliseconds that an error response asks to wait: `retry-after-ms`, `Retry-After` in seconds or as a date, or, for a
 * 429, the time until the limit resets. A date is compared with the response's own `Date`, because the local clock may
 * be wrong.
 */
export function getRetryDelayMs(
  { status, headers, detail, rateLimit }: ErrorResponse,
  now: number = Date.now(),
): number | undefined {
  const after = headers.get("retry-after");
  const sent = Date.parse(headers.get("date") ?? "");
  const from = Number.isNaN(sent) ? now : sent;
  // Many gateways send rate limits with every response. Only for a 429 are they the reason of the error.
  const reset = status === 429 ? rateLimit?.resetAt?.getTime() : undefined;
  const candidates = [
    toNumber(headers.get("retry-after-ms")),
    toNumber(after) * 1000,
    Date.parse(after ?? "") - from,
    toNumber(detail?.availability?.retry_after) * 1000,
    (reset ?? Number.NaN) - from,
  ];
  return candidates.find((wait) => wait >= 0);
}

/** Parses a number, or a string of digits; NaN for anything else. */
function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : Number.NaN;
}

/** OpenRouter sends milliseconds since 1970; other APIs send seconds. */
function toDate(reset: number | undefined): Date | undefined {
  if (reset === undefined) return undefined;
  const date = new Date(reset < 1e11 ? reset * 1000 : reset);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
