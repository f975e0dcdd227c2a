import { type AdminReply, json } from "./exchange.ts";

/** Codes of the admin API's errors, with their HTTP status. */
const statuses = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  rate_limited: 429,
  server_error: 500,
  service_unavailable: 503,
} as const;

export type AdminErrorCode = keyof typeof statuses;

/** One invalid field: `path` such as `budgets.0.limit`. */
export interface AdminIssue {
  readonly path: string;
  readonly message: string;
}

export interface AdminErrorOptions extends ErrorOptions {
  /** Default: none. */
  readonly issues?: readonly AdminIssue[];
  /** Milliseconds after which the client may try again. */
  readonly retryAfterMs?: number;
}

/** An error that the admin API reports to its client. */
export class AdminError extends Error {
  override readonly name = "AdminError";
  readonly code: AdminErrorCode;
  readonly issues: readonly AdminIssue[];
  readonly retryAfterMs: number | undefined;

  constructor(code: AdminErrorCode, message: string, options: AdminErrorOptions = {}) {
    super(message, options);
    this.code = code;
    this.issues = options.issues ?? [];
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The one form of errors: `{"error": {"code", "message", "issues"}}`, with `Retry-After` in seconds if it applies. */
export function errorReply({ code, message, issues, retryAfterMs }: AdminError): AdminReply {
  const headers = retryAfterMs === undefined ? {} : { "retry-after": String(Math.ceil(retryAfterMs / 1000)) };
  return json(statuses[code], { error: { code, message, issues } }, headers);
}
