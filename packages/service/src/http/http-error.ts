import type { ErrorBody, ErrorStatus } from "@patchbay/spec";
import type { ErrorType, HttpErrorDetails, ResponseError } from "./error-details.ts";
import { json, type Reply } from "./reply.ts";
import { excerpt } from "../json/show-value.ts";

/** Thrown by handlers to send an error status with OpenRouter's error body. */
export class HttpError extends Error implements ResponseError {
  /** Recognizes errors of another copy of this package, since an application can load it by `import` and by `require`. */
  static override [Symbol.hasInstance](value: unknown): value is HttpError {
    return typeof value === "object" && value !== null && "isPatchbayHttpError" in value;
  }

  override readonly name = "HttpError";
  readonly isPatchbayHttpError = true;
  readonly status: number;
  readonly details: HttpErrorDetails;

  constructor(status: number, message: string, facts: HttpErrorDetails = {}) {
    super(message);
    this.status = status;
    this.details = facts;
  }

  /** A copy of the error with more details. */
  with(facts: HttpErrorDetails): HttpError {
    return new HttpError(this.status, this.message, { ...this.details, ...facts });
  }

  /** A copy of the error that points elsewhere in the body. A pointer begins the message, too. `undefined` removes an issue. */
  withPointers(toPointer: (pointer: string) => string | undefined): HttpError {
    const { issues: given, ...metadata } = this.details.metadata ?? {};
    if (!given) return this;
    let { message } = this;
    const issues = given.flatMap((issue) => {
      const pointer = toPointer(issue.pointer);
      if (pointer === undefined) return [];
      if (message.startsWith(`${issue.pointer}: `)) message = pointer + message.slice(issue.pointer.length);
      return [{ ...issue, pointer }];
    });
    const changed = { ...metadata, ...(issues.length > 0 && { issues }) };
    return new HttpError(this.status, message, { ...this.details, metadata: changed });
  }

  get errorType(): ErrorType {
    return this.details.metadata?.error_type ?? errorTypes[this.status];
  }

  toReply(): Reply {
    const { metadata, availability, headers: given, routing } = this.details;
    // Some clients, such as Codex, give up after a 429 without `Retry-After`.
    const headers = this.status === 429 ? { "retry-after": "1", ...given } : given;
    const error_type = errorTypes[this.status];
    const error: ErrorBody["error"] = {
      code: this.status,
      message: this.message,
      metadata: { ...(error_type && { error_type }), ...metadata },
      ...(availability && { availability }),
    };
    const body: ErrorBody = { error: withShortTexts(error), ...(routing && { openrouter_metadata: routing }) };
    return { ...json(body, this.status, headers), error: this };
  }
}

/** Longer texts in an error are truncated, so that a response is never much larger than its request. */
const longestText = 10_000;

/** A copy of an error body with its texts truncated. */
export function withShortTexts<Value>(value: Value): Value {
  return shorten(value) as Value;
}

function shorten(value: unknown): unknown {
  if (typeof value === "string") return excerpt(value, longestText);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(shorten);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shorten(member)]));
}

/** HTTP status → the default `error_type`. The type check requires every status of the contract; a 409 has no `error_type`. */
const errorTypes: Readonly<Record<number, ErrorType>> = {
  400: "invalid_request",
  401: "authentication",
  402: "payment_required",
  403: "permission_denied",
  404: "not_found",
  408: "timeout",
  409: undefined,
  413: "payload_too_large",
  415: "invalid_request",
  422: "unprocessable",
  429: "rate_limit_exceeded",
  500: "server",
  502: "provider_unavailable",
  503: "provider_overloaded",
  504: "timeout",
  524: "timeout",
  529: "provider_overloaded",
} satisfies Record<ErrorStatus, ErrorType>;
