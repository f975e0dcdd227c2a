import {
  errorCodes,
  retryPolicy,
  type ChatCompletion,
  type ErrorCode,
  type ErrorDetail,
  type ErrorMetadata,
} from "@patchbay/spec";
import { detailOf } from "./error-detail.ts";
import { rateLimitOf, waitOf, type RateLimit } from "./limits.ts";

/**
 * Everything that this package throws, apart from the caller's own abort, which passes through untouched. `instanceof`
 * holds between two copies of the package, too.
 */
export class PatchbayError extends Error {
  /** What `instanceof` goes by, so that it holds between copies. */
  static readonly kind: string = "PatchbayError";
  override readonly name: string = "PatchbayError";
  /** How often the request was sent. */
  attempts = 0;
  /** What had come of a streamed chat when it failed, its usage included if that was told. */
  partial: ChatCompletion | undefined;

  static override [Symbol.hasInstance](
    this: { readonly kind?: string; readonly prototype: object },
    value: unknown,
  ): boolean {
    if (typeof value !== "object" || value === null) return false;
    if (Object.prototype.isPrototypeOf.call(this.prototype, value)) return true;
    // A subclass of somebody's own has no copies.
    if (!Object.hasOwn(this, "kind") || !(value instanceof Error)) return false;
    for (let at: unknown = value.constructor; typeof at === "function"; at = Object.getPrototypeOf(at))
      if (Object.hasOwn(at, "kind") && (at as { kind?: unknown }).kind === this.kind) return true;
    return false;
  }
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
  static override readonly kind = "ApiError";
  override readonly name = "ApiError";
  /** HTTP status; inside a stream the status that the failure would have had. */
  readonly status: number;
  /** Stable reason, the same in every language: `bad_request`, `insufficient_credits`, `rate_limited`, … */
  readonly code: ErrorCode | "unknown";
  /** Finer kind, such as `context_length_exceeded`, when the service gave one. */
  readonly errorType: string | undefined;
  /** Display name of the provider that failed. */
  readonly provider: string | undefined;
  /** Facts about the failure, such as `error_type`, `provider_name` or `issues`. */
  readonly metadata: ErrorMetadata | undefined;
  /** Id of the generation, when one had begun. */
  readonly generationId: string | undefined;
  /** Id of the HTTP request, for whoever runs the service. */
  readonly requestId: string | undefined;
  readonly headers: Headers;
  /** The parsed body; `undefined` when it was no JSON. */
  readonly body: unknown;
  /** The body as it came. */
  readonly text: string | undefined;
  /** Whether the same request can succeed soon. */
  readonly retryable: boolean;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter: number | undefined;
  /** The limit that was reached. */
  readonly rateLimit: RateLimit | undefined;
  /** With `insufficient_credits`: how many tokens the purse can pay. */
  readonly affordableTokens: number | undefined;

  constructor({ status, headers, body, text, cause }: ApiErrorInit) {
    const detail = detailOf(body);
    const metadata = detail?.metadata ?? undefined;
    const code = errorCodes[status] ?? "unknown";
    const plain = text?.trim().slice(0, 300) || "the answer has no body";
    const said = detail?.message ?? (status < 400 ? `the answer is no JSON: ${plain}` : plain);
    const advice = adviceOn(code, said, detail);
    super(`${status} ${code}: ${said}${advice && (/[.!?]$/.test(said) ? " " : ". ")}${advice}`, { cause });
    this.status = status;
    this.code = code;
    this.errorType = stringOf(metadata?.error_type);
    this.provider =
      stringOf(metadata?.provider_name) ?? stringOf((body as { provider?: unknown } | undefined)?.provider);
    this.metadata = metadata;
    this.generationId = generationIdOf(headers);
    this.requestId = requestIdOf(headers);
    this.headers = headers;
    this.body = body;
    this.text = text;
    this.rateLimit = rateLimitOf(headers, metadata);
    this.retryAfter = waitOf(headers, detail, this.rateLimit);
    const told = headers.get("x-should-retry");
    this.retryable =
      (this.retryAfter ?? 0) <= retryPolicy.maxRetryAfterMs &&
      (told ? told === "true" : retryPolicy.statuses.includes(status) && detail?.availability?.retryable !== false);
    const afford = code === "insufficient_credits" && /can only afford ([\d,]+)/.exec(said)?.[1];
    this.affordableTokens = afford ? Number(afford.replaceAll(",", "")) : undefined;
  }
}

/** Nobody answered: the connection could not be made, or broke before the answer was complete. */
export class ConnectionError extends PatchbayError {
  static override readonly kind = "ConnectionError";
  override readonly name = "ConnectionError";
  /** Whether the request had left: then nobody knows what became of it, and it may be paid. */
  readonly sent: boolean;

  constructor(message: string, { cause, sent = true }: { readonly cause?: unknown; readonly sent?: boolean } = {}) {
    super(message, { cause });
    this.sent = sent;
  }
}

/** Which time ran out: of one attempt, until something of the answer is there, between two events of a stream, or of the whole call. */
export type TimeLimit = "attempt" | "first-token" | "idle" | "total";

/** Nobody answered in time. */
export class TimeoutError extends PatchbayError {
  static override readonly kind = "TimeoutError";
  override readonly name = "TimeoutError";
  readonly limit: TimeLimit;

  constructor(limit: TimeLimit, ms: number) {
    super(
      {
        attempt: `No answer came within ${ms} ms. Raise \`timeout\`, or stream the answer.`,
        "first-token": `Nothing of the answer came within ${ms} ms. Raise \`firstToken\`, or let another model answer.`,
        idle: `The stream was silent for ${ms} ms, keep-alive comments apart; the answer is not complete. Raise \`idleTimeout\`.`,
        total: `The call was not done within ${ms} ms, attempts and waits together. Raise \`totalTimeout\`.`,
      }[limit],
    );
    this.limit = limit;
  }
}

/** Why a stream gave less than a whole answer. */
export type StreamFailure = "broken" | "truncated" | "malformed" | "no-stream" | "read-twice";

/** What is to be a stream is none, or it broke, or ended without its end mark: the answer is not whole. */
export class StreamError extends PatchbayError {
  static override readonly kind = "StreamError";
  override readonly name = "StreamError";
  readonly reason: StreamFailure;

  constructor(reason: StreamFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** Id of the generation that an answer belongs to. */
export function generationIdOf(headers: Headers): string | undefined {
  return headers.get("x-generation-id") ?? undefined;
}

/** Id of the HTTP request. */
export function requestIdOf(headers: Headers): string | undefined {
  return headers.get("x-request-id") ?? headers.get("cf-ray") ?? undefined;
}

/** What to do about it, where the service does not say so itself. */
function adviceOn(code: string, said: string, detail: ErrorDetail | undefined): string {
  const { fallback_models: others } = detail?.availability ?? {};
  if (others?.length) return `These could answer: ${others.join(", ")}.`;
  if (said.includes("openrouter.ai/")) return "";
  if (code === "unauthorized") return "Check `apiKey`, or the variable OPENROUTER_API_KEY.";
  if (code === "insufficient_credits")
    return "Add credits at https://openrouter.ai/settings/credits, or lower `max_tokens`.";
  if (code === "forbidden" && /management/i.test(said)) return "Pass a management key as `managementKey`.";
  if (code === "not_found" && /data policy/i.test(said))
    return "The account's setting is at https://openrouter.ai/settings/privacy, the request's in `provider`.";
  return "";
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
