import type { ErrorDetail, ErrorMetadata } from "@patchbay/spec";

/** A limit of requests, as the service tells it when it is reached; never on a success. */
export interface RateLimit {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** When it begins anew. */
  readonly resetAt: Date | undefined;
}

/** `X-RateLimit-*` of the headers, or of the metadata, where some limits stand. */
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

/** What a refusal says about when to send the request again. */
export interface ErrorResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly detail: ErrorDetail | undefined;
  readonly rateLimit: RateLimit | undefined;
}

/**
 * Milliseconds that a refusal asks to wait: `retry-after-ms`, `Retry-After` in seconds or as a date, or, with 429, the time
 * until the limit begins anew. A date is measured against the response's own `Date`, since the clock here may be wrong.
 */
export function getRetryDelayMs(
  { status, headers, detail, rateLimit }: ErrorResponse,
  now: number = Date.now(),
): number | undefined {
  const after = headers.get("retry-after");
  const sent = Date.parse(headers.get("date") ?? "");
  const from = Number.isNaN(sent) ? now : sent;
  // Many gateways send the limits of a window with every response; they are the reason of a 429 only.
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

/** A number, or a string of digits; NaN for everything else. */
function toNumber(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\s*[+-]?(\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : Number.NaN;
}

/** OpenRouter says milliseconds since 1970; others say seconds. */
function toDate(reset: number | undefined): Date | undefined {
  if (reset === undefined) return undefined;
  const date = new Date(reset < 1e11 ? reset * 1000 : reset);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
