import type { ErrorDetail, ErrorMetadata } from "@patchbay/spec";

/** A limit of requests, as the service tells it when it is reached; never on a success. */
export interface RateLimit {
  readonly limit: number | undefined;
  readonly remaining: number | undefined;
  /** When it begins anew. */
  readonly reset: Date | undefined;
}

/** `X-RateLimit-*` of the headers, or of the metadata, where some limits stand. */
export function rateLimitOf(headers: Headers, metadata?: ErrorMetadata): RateLimit | undefined {
  const inside = metadata?.headers as Readonly<Record<string, unknown>> | undefined;
  const numberOf = (name: string): number | undefined => {
    const value = headers.get(name) ?? inside?.[name];
    return value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);
  };
  const limit = numberOf("X-RateLimit-Limit");
  const reset = numberOf("X-RateLimit-Reset");
  if (limit === undefined && reset === undefined) return undefined;
  return {
    limit,
    remaining: numberOf("X-RateLimit-Remaining"),
    reset: reset === undefined ? undefined : new Date(reset),
  };
}

/** Milliseconds that a refusal asks to wait: `retry-after-ms`, `Retry-After` as seconds or date, or when the limit begins anew. */
export function waitOf(
  headers: Headers,
  detail: ErrorDetail | undefined,
  rateLimit: RateLimit | undefined,
  now: number = Date.now(),
): number | undefined {
  const after = headers.get("retry-after");
  const candidates = [
    Number(headers.get("retry-after-ms") ?? Number.NaN),
    Number(after ?? Number.NaN) * 1000,
    Date.parse(after ?? "") - now,
    (detail?.availability?.retry_after ?? Number.NaN) * 1000,
    (rateLimit?.reset?.getTime() ?? Number.NaN) - now,
  ];
  return candidates.find((wait) => wait >= 0);
}
