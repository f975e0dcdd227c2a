/** Why a request failed: a limit of the gateway, the caller, the providers, or the gateway itself. */
const reasons = [
  "unauthorized",
  "not_allowed",
  "invalid_request",
  "not_found",
  "body_size",
  "budget",
  "credits",
  "requests_per_minute",
  "tokens_per_minute",
  "concurrency",
  "queue",
  "draining",
  "ledger",
  "request_time",
  "no_endpoint",
  "provider",
  "internal",
] as const;

export type Reason = (typeof reasons)[number];

const known: ReadonlySet<string> = new Set(reasons);

const byStatus: Readonly<Record<number, Reason>> = {
  401: "unauthorized",
  402: "credits",
  403: "not_allowed",
  404: "not_found",
  413: "body_size",
  500: "internal",
  503: "no_endpoint",
};

/** The reason for an error status. `source` is the `limit_source` of the error, such as `budget`. */
export function reasonOf(status: number, source: string | undefined, hasAttempts: boolean): Reason {
  const name = source?.replace(/^.*:/, "").replaceAll("-", "_");
  if (name !== undefined && known.has(name)) return name as Reason;
  if (hasAttempts && status !== 500) return "provider";
  return byStatus[status] ?? (status < 500 && status !== 429 ? "invalid_request" : "provider");
}
