import type { ChatCompletion, MessagesResponse, ResponseObject } from "@patchbay/spec";
import { readErrorResponse, type ApiErrorInit, type ErrorFacts } from "./error-response.ts";
import { factsOf, hideDetails, inspectError } from "./error-view.ts";

type InspectArguments = [depth: number, options: object, inspect: Parameters<typeof inspectError>[3]];

/** What arrived of a response of a model: of a chat completion, of the Responses API, or of the Messages API. */
export type PartialResponse = ChatCompletion | ResponseObject | MessagesResponse;

/**
 * The base class of every error of this package, and the error of invalid options and arguments. Two errors are not
 * wrapped: the reason of the caller's own abort signal, and what the caller's own functions throw. `instanceof` works
 * across two installed copies of the package.
 *
 * @example
 * ```ts
 * if (error instanceof PatchbayError) console.log(error.message, error.attempts);
 * ```
 */
export class PatchbayError extends Error {
  /** Identifies the class across copies of the package, for `instanceof`. */
  static readonly kind: string = "PatchbayError";
  override readonly name: string = "PatchbayError";
  /** How many times the request was sent; 0 if the error came before the first attempt. */
  declare attempts: number;
  /** The part of a response that was received before the failure, with its usage if the API reported it. */
  declare partial: PartialResponse | undefined;

  static {
    // A default on the prototype is not an own field, so it is not printed.
    this.prototype.attempts = 0;
  }

  constructor(message?: string, options?: ErrorOptions) {
    super(message, options?.cause === undefined ? undefined : options);
    Object.defineProperty(this, "partial", { value: undefined, writable: true, configurable: true });
  }

  /** The facts of the error, for logs: no headers, bodies or completions. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...factsOf(this) };
  }

  /** What `console.log` shows: the stack and the facts. */
  [Symbol.for("nodejs.util.inspect.custom")](...[depth, options, inspect]: InspectArguments): string {
    return inspectError(this, depth, options, inspect);
  }

  static override [Symbol.hasInstance](
    this: { readonly kind?: string; readonly prototype: object },
    value: unknown,
  ): boolean {
    if (typeof value !== "object" || value === null) return false;
    if (Object.prototype.isPrototypeOf.call(this.prototype, value)) return true;
    // A caller's own subclass has no copies.
    if (!Object.hasOwn(this, "kind") || !(value instanceof Error)) return false;
    for (let at: unknown = value.constructor; typeof at === "function"; at = Object.getPrototypeOf(at))
      if (Object.hasOwn(at, "kind") && (at as { kind?: unknown }).kind === this.kind) return true;
    return false;
  }
}

/** The constructor reads its facts from the response. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- the constructor assigns every fact
export interface ApiError extends ErrorFacts {}

/**
 * The API returned an error: as a status, in the body of a 200, in a choice or in a stream. Branch on `code`; the message
 * is for people.
 *
 * @example
 * ```ts
 * if (error instanceof ApiError && error.code === "insufficient_credits") topUp();
 * ```
 */
export class ApiError extends PatchbayError {
  static override readonly kind = "ApiError";
  override readonly name = "ApiError";

  constructor(init: ApiErrorInit) {
    const { message, ...facts } = readErrorResponse(init);
    super(message, { cause: init.cause });
    Object.assign(this, facts);
    hideDetails(this);
  }
}

/**
 * No complete response arrived: the connection could not be established, or it broke.
 *
 * @example
 * ```ts
 * if (error instanceof ConnectionError && !error.requestSent) tryAgain();
 * ```
 */
export class ConnectionError extends PatchbayError {
  static override readonly kind = "ConnectionError";
  override readonly name = "ConnectionError";
  /** Whether the request may have reached the API. Then its outcome is unknown, and it may be charged. Default: true. */
  readonly requestSent: boolean;

  constructor(
    message: string,
    { cause, requestSent = true }: { readonly cause?: unknown; readonly requestSent?: boolean } = {},
  ) {
    super(message, { cause });
    this.requestSent = requestSent;
  }
}

/**
 * The timeout that expired: of one attempt (`timeout`), of the first token (an option of the agent's fallback), between
 * two events of a stream (`idleTimeout`), or of the whole call (`totalTimeout`).
 */
export type TimeoutPhase = "attempt" | "first_token" | "idle" | "total";

/**
 * A timeout expired.
 *
 * @example
 * ```ts
 * if (error instanceof TimeoutError && error.phase === "idle") showPartial(error.partial);
 * ```
 */
export class TimeoutError extends PatchbayError {
  static override readonly kind = "TimeoutError";
  override readonly name = "TimeoutError";
  readonly phase: TimeoutPhase;

  /** `ms` is the timeout in milliseconds. `message` replaces the default text. */
  constructor(phase: TimeoutPhase, ms: number, { cause, message }: ErrorOptions & { readonly message?: string } = {}) {
    super(message ?? timeoutMessages[phase](ms), { cause });
    this.phase = phase;
  }

  /** The error for a timeout of `fetch` itself: undici's `headersTimeout` or `bodyTimeout`. */
  static ofFetch(name: "headersTimeout" | "bodyTimeout", cause: unknown): TimeoutError {
    const isHead = name === "headersTimeout";
    const what = isHead ? "no response" : "no more of the response";
    const message = `\`fetch\` canceled the request: ${what} arrived within its own \`${name}\`. Raise \`${name}\` of the undici \`Agent\` in use, or stream the response.`;
    return new TimeoutError(isHead ? "attempt" : "idle", Number.NaN, { cause, message });
  }
}

const timeoutMessages: Readonly<Record<TimeoutPhase, (ms: number) => string>> = {
  attempt: (ms) => `The request timed out after ${ms} ms. Raise \`timeout\`, or stream the response.`,
  first_token: (ms) => `The model produced no token within ${ms} ms.`,
  idle: (ms) => `The stream sent no event for ${ms} ms. Keep-alive comments do not count. Raise \`idleTimeout\`.`,
  total: (ms) => `The call timed out after ${ms} ms, including retries and waits. Raise \`totalTimeout\`.`,
};

/** Why a stream did not produce a complete response. */
export type StreamErrorReason = "interrupted" | "truncated" | "malformed" | "not_a_stream" | "already_consumed";

/**
 * A stream did not produce a complete response: it is not a stream, was interrupted, truncated or malformed, or was
 * already read.
 *
 * @example
 * ```ts
 * if (error instanceof StreamError) console.log(error.reason, error.partial);
 * ```
 */
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
