import { clientPolicy, retryPolicy, type ErrorDetail, type ErrorMetadata, type RetryAfterSource } from "@patchbay/spec";
import { readPath } from "./error-detail.ts";

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
  const { limit: limitName, remaining, reset: resetName, field } = clientPolicy.headers.rateLimit;
  const inside = readPath({ metadata }, field) as Readonly<Record<string, unknown>> | undefined;
  const numberOf = (name: string): number | undefined => {
    const value = toNumber(headers.get(name) ?? inside?.[name]);
    return Number.isFinite(value) ? value : undefined;
  };
  const limit = numberOf(limitName);
  const reset = numberOf(resetName);
  if (limit === undefined && reset === undefined) return undefined;
  return { limit, remaining: numberOf(remaining), resetAt: toDate(reset) };
}

/** The parts of an error response that say when to send the request again. */
export interface ErrorResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly detail: ErrorDetail | undefined;
  readonly rateLimit: RateLimit | undefined;
}

/**
 * Milliseconds that an error response asks to wait: the first place of `retryPolicy.retryAfter` that says so. A date is
 * compared with the response's own `Date`, because the local clock may be wrong.
 */
export function getRetryDelayMs(response: ErrorResponse, now: number = Date.now()): number | undefined {
  const sent = Date.parse(response.headers.get("date") ?? "");
  const from = Number.isNaN(sent) ? now : sent;
  return retryPolicy.retryAfter.map((source) => readWaitMs(source, response, from)).find((wait) => wait >= 0);
}

/** The wait in one place; NaN if the response has none there. */
function readWaitMs(
  { header, field = "", format, statuses }: RetryAfterSource,
  { status, headers, detail, rateLimit }: ErrorResponse,
  from: number,
): number {
  // Many gateways send rate limits with every response. Only for a 429 are they the reason of the error.
  if (statuses?.includes(status) === false) return Number.NaN;
  if (format === "unix_time") return (rateLimit?.resetAt?.getTime() ?? Number.NaN) - from;
  const value = header === undefined ? readPath(detail, field) : headers.get(header);
  if (format === "http_date") return Date.parse(String(value ?? "")) - from;
  return toNumber(value) * (format === "s" ? 1000 : 1);
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
