import { errorCodes, retryPolicy, type ChatCompletion, type ErrorCode, type ErrorMetadata } from "@patchbay/spec";
import { detailOf } from "./error-detail.ts";
import { explain } from "./error-message.ts";
import { factsOf, hideDetails, inspectError } from "./error-view.ts";
import { readRateLimit, getRetryDelayMs, type RateLimit } from "./rate-limit.ts";

/** The codes by any status, since the service may send one that the contract does not document. */
const codes: Readonly<Record<number, ErrorCode | undefined>> = errorCodes;

type ParametersOfInspect = [depth: number, options: object, inspect: Parameters<typeof inspectError>[3]];

/**
 * Everything that this package throws, apart from the caller's own abort, which passes through untouched. `instanceof`
 * holds between two copies of the package, too.
 */
export class PatchbayError extends Error {
  /** What `instanceof` goes by, so that it holds between copies. */
  static readonly kind: string = "PatchbayError";
  override readonly name: string = "PatchbayError";
  /** How often the request was sent; 0 when the error came before anything was sent. */
  declare attempts: number;
  /** What had come of a streamed chat when it failed, its usage included if that was told. */
  declare partial: ChatCompletion | undefined;

  static {
    // A default that is no field is not printed.
    this.prototype.attempts = 0;
  }

  constructor(message?: string, options?: ErrorOptions) {
    super(message, options?.cause === undefined ? undefined : options);
    Object.defineProperty(this, "partial", { value: undefined, writable: true, configurable: true });
  }

  /** The facts of the error for a log: no headers, bodies or answers. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...factsOf(this) };
  }

  /** What `console.log` shows: the stack and the facts. */
  [Symbol.for("nodejs.util.inspect.custom")](...[depth, options, inspect]: ParametersOfInspect): string {
    return inspectError(this, depth, options, inspect);
  }

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
  readonly headers?: Headers | undefined;
  /** The parsed body, when it was JSON. */
  readonly body?: unknown;
  /** The body as it came. */
  readonly responseText?: string;
  readonly cause?: unknown;
  /** What is wrong with the body of a success, such as `is not valid JSON`; the code is then `invalid_response`. */
  readonly fault?: string;
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
  /** HTTP status; of an error under HTTP 200 or in a stream the status that its code stands for. */
  readonly status: number;
  /** Stable reason, the same in every language: `bad_request`, `insufficient_credits`, `rate_limited`, … */
  readonly code: ErrorCode | "invalid_response" | "unknown";
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
  readonly responseText: string | undefined;
  /** Whether the same request can succeed soon. */
  readonly retryable: boolean;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfterMs: number | undefined;
  /** The limit that was reached. */
  readonly rateLimit: RateLimit | undefined;
  /** With `insufficient_credits`: how many tokens the purse can pay. */
  readonly affordableTokens: number | undefined;

  constructor({ status, headers = new Headers(), body, responseText: text, cause, fault }: ApiErrorInit) {
    const detail = fault === undefined ? detailOf(body) : undefined;
    const metadata = detail?.metadata ?? undefined;
    const code = fault === undefined ? (codes[status] ?? "unknown") : "invalid_response";
    super(`${status} ${code}: ${explain({ code, detail, body, text, fault })}`, { cause });
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
    this.responseText = text;
    this.rateLimit = readRateLimit(headers, metadata);
    this.retryAfterMs = getRetryDelayMs({ status, headers, detail, rateLimit: this.rateLimit });
    const wanted = headers.get("x-should-retry")?.toLowerCase();
    this.retryable =
      (this.retryAfterMs ?? 0) <= retryPolicy.maxRetryAfterMs &&
      (wanted === "true" || wanted === "false"
        ? wanted === "true"
        : deservesRetry(status) && detail?.availability?.retryable !== false);
    const afford = code === "insufficient_credits" && /can only afford ([\d,]+)/.exec(this.message)?.[1];
    this.affordableTokens = afford ? Number(afford.replaceAll(",", "")) : undefined;
    hideDetails(this);
  }
}

/** Nobody answered: the connection could not be made, or broke before the answer was complete. */
export class ConnectionError extends PatchbayError {
  static override readonly kind = "ConnectionError";
  override readonly name = "ConnectionError";
  /** Whether the request had left: then nobody knows what became of it, and it may be paid. */
  readonly requestSent: boolean;

  constructor(
    message: string,
    { cause, requestSent = true }: { readonly cause?: unknown; readonly requestSent?: boolean } = {},
  ) {
    super(message, { cause });
    this.requestSent = requestSent;
  }
}

/** Which time ran out: of one attempt, until something of the answer is there, between two events of a stream, or of the whole call. */
export type TimeoutPhase = "attempt" | "first_token" | "idle" | "total";

/** Nobody answered in time. */
export class TimeoutError extends PatchbayError {
  static override readonly kind = "TimeoutError";
  override readonly name = "TimeoutError";
  readonly phase: TimeoutPhase;

  constructor(limit: TimeoutPhase, ms: number, { cause, message }: ErrorOptions & { readonly message?: string } = {}) {
    super(
      message ??
        {
          attempt: `No answer came within ${ms} ms. Raise \`timeout\`, or stream the answer.`,
          first_token: `Nothing of the answer came within ${ms} ms. Raise \`firstToken\`, or let another model answer.`,
          idle: `The stream was silent for ${ms} ms, keep-alive comments apart; the answer is not complete. Raise \`idleTimeout\`.`,
          total: `The call was not done within ${ms} ms, attempts and waits together. Raise \`totalTimeout\`.`,
        }[limit],
      { cause },
    );
    this.phase = limit;
  }

  /** A limit that `fetch` has of its own: undici's `headersTimeout` or `bodyTimeout`. */
  static ofFetch(name: "headersTimeout" | "bodyTimeout", cause: unknown): TimeoutError {
    const isHead = name === "headersTimeout";
    const what = isHead ? "no response" : "nothing more of the response";
    const message = `\`fetch\` ended the request: ${what} came within its own \`${name}\`. Raise \`${name}\` of the undici \`Agent\` in use, or stream the answer.`;
    return new TimeoutError(isHead ? "attempt" : "idle", Number.NaN, { cause, message });
  }
}

/** Why a stream gave less than a whole answer. */
export type StreamErrorReason = "interrupted" | "truncated" | "malformed" | "not_a_stream" | "already_consumed";

/** The response is not a stream, or it broke, or ended without its end mark: the answer is not complete. */
export class StreamError extends PatchbayError {
  static override readonly kind = "StreamError";
  override readonly name = "StreamError";
  readonly reason: StreamErrorReason;
  /** With `malformed` and `not_a_stream`: the parsed event or response, if it was JSON. */
  readonly body: unknown;

  constructor(
    reason: StreamErrorReason,
    message: string,
    { body, ...options }: ErrorOptions & { body?: unknown } = {},
  ) {
    super(message, options);
    this.reason = reason;
    this.body = body;
    hideDetails(this);
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

function deservesRetry(status: number): boolean {
  return status >= retryPolicy.statusFrom || retryPolicy.statuses.includes(status);
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
