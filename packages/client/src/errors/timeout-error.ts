import { PatchbayError } from "./patchbay-error.ts";

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
