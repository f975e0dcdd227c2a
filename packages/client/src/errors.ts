import { errorCodes, retryPolicy, type ErrorBody, type ErrorCode, type ErrorMetadata } from "@patchbay/spec";

/** Everything that this package throws, apart from the caller's own abort, which passes through untouched. */
export class PatchbayError extends Error {
  override readonly name: string = "PatchbayError";
}

/** What is known about an answer that refuses. */
export interface ApiErrorInit {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body, when it was JSON. */
  readonly body?: unknown;
  /** The body as it came. */
  readonly text?: string;
  readonly cause?: unknown;
}

/**
 * The service answered, and the answer was a refusal. Branch on `code`; the message is for people.
 *
 * @example
 * ```ts
 * if (error instanceof ApiError && error.code === "insufficient_credits") topUp();
 * ```
 */
export class ApiError extends PatchbayError {
  override readonly name = "ApiError";
  /** HTTP status; inside a stream the status that the failure would have had. */
  readonly status: number;
  /** Stable reason, the same in every language: `bad_request`, `insufficient_credits`, `rate_limited`, … */
  readonly code: ErrorCode | "unknown";
  /** Facts about the failure, such as `error_type`, `provider_name` or `issues`. */
  readonly metadata: ErrorMetadata | undefined;
  /** Id of the generation, when one had begun. */
  readonly generationId: string | undefined;
  readonly headers: Headers;
  /** The parsed body; `undefined` when it was no JSON. */
  readonly body: unknown;
  /** The body as it came. */
  readonly text: string | undefined;
  /** Whether the same request can succeed later. */
  readonly retryable: boolean;

  constructor({ status, headers, body, text, cause }: ApiErrorInit) {
    const detail = detailOf(body);
    const code = errorCodes[status] ?? "unknown";
    const plain = text?.trim().slice(0, 300) || "the answer has no body";
    super(`${status} ${code}: ${detail?.message ?? (status < 400 ? `the answer is no JSON: ${plain}` : plain)}`, {
      cause,
    });
    this.status = status;
    this.code = code;
    this.metadata = detail?.metadata ?? undefined;
    this.generationId = headers.get("x-generation-id") ?? undefined;
    this.headers = headers;
    this.body = body;
    this.text = text;
    this.retryable = retryPolicy.statuses.includes(status);
  }
}

/** Nobody answered: the connection could not be made, or broke before the answer was complete. */
export class ConnectionError extends PatchbayError {
  override readonly name = "ConnectionError";
}

/** Nobody answered within the `timeout`. */
export class TimeoutError extends PatchbayError {
  override readonly name = "TimeoutError";
}

/** What was to be a stream is none, or it broke, or ended without its end mark: the answer is not whole. */
export class StreamError extends PatchbayError {
  override readonly name = "StreamError";
}

/** The `error` of a body of failure, wherever it stands; `undefined` when there is none. */
export function detailOf(body: unknown): ErrorBody["error"] | undefined {
  const error = isRecord(body) ? body.error : undefined;
  return isRecord(error) && typeof error.message === "string" ? (error as unknown as ErrorBody["error"]) : undefined;
}

/** The HTTP status that an error detail stands for; 500 when it names none. */
export function statusOf({ code }: ErrorBody["error"]): number {
  const status = Number(code);
  return Number.isInteger(status) && status >= 400 && status < 600 ? status : 500;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
