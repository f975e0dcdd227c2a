import { HttpError } from "../http/http-error.ts";
import type { Part } from "../parts/part.ts";
import { ProviderFailure, toFailure } from "../routing/provider-failure.ts";
import type { Waiter } from "./waiter.ts";

interface ReadOptions {
  /** Aborts the attempt. */
  readonly abort: () => void;
  /** Aborts when the client disconnects. */
  readonly clientSignal: AbortSignal | undefined;
  /** Whether the upstream is a script, whose bugs are not failures of a provider. */
  readonly isScript: boolean;
  /** Milliseconds until the first part with content, from the start of the attempt. */
  readonly firstTokenTimeout: number;
  /** Milliseconds between two parts after that. */
  readonly idleTimeout: number;
  readonly waiter: Waiter;
}

/**
 * Reads the parts of an output while they are produced. Everything that goes wrong before the first part with content is a
 * `ProviderFailure`, so that the next endpoint can be tried; after it, it is an `error` part, which ends the output.
 */
export class PartReader {
  readonly #parts: AsyncIterator<Part, unknown>;
  readonly #options: ReadOptions;
  /** Parts that were read before the output was committed. */
  readonly #ahead: Part[] = [];
  #isOpen = true;

  constructor(parts: AsyncIterable<Part>, options: ReadOptions) {
    this.#parts = parts[Symbol.asyncIterator]();
    this.#options = options;
  }

  /** Reads up to the first part with content. */
  async commit(): Promise<void> {
    const { firstTokenTimeout, waiter } = this.#options;
    const deadline = performance.now() + firstTokenTimeout;
    try {
      for (;;) {
        const left = Math.max(deadline - performance.now(), 0);
        const next = await waiter.wait(this.#parts.next(), left, () => timedOut("first token", firstTokenTimeout));
        if (next.done) throw disconnected("The provider's response ended without content");
        const part = next.value;
        if (part.type === "error") throw toFailure(part.error);
        this.#ahead.push(part);
        if (hasContent(part)) return;
        if (part.type === "finish") {
          if (part.reason === "stop" || part.reason === "") throw disconnected("The provider's response is empty");
          return;
        }
      }
    } catch (error) {
      this.close();
      throw this.#toFailure(error);
    }
  }

  /** The parts, ending with `finish` or `error`. Rejects if the client disconnects. */
  async *read(): AsyncGenerator<Part, void> {
    try {
      for (;;) {
        const part = this.#ahead.shift() ?? (await this.#next());
        yield part;
        if (part.type === "error" || part.type === "finish") {
          if (part.type === "finish") yield* this.#rest();
          return;
        }
      }
    } finally {
      this.close();
    }
  }

  /** Ends the output: the upstream's signal aborts, and its iterator returns. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const { abort, waiter } = this.#options;
    waiter.stop();
    abort();
    // An upstream that does not react is left behind.
    void Promise.resolve(this.#parts.return?.()).catch(() => undefined);
  }

  async #next(): Promise<Part> {
    const { idleTimeout, waiter } = this.#options;
    try {
      const next = await waiter.wait(this.#parts.next(), idleTimeout, () => timedOut("next token", idleTimeout));
      if (!next.done) return next.value;
      throw disconnected("The provider's response ended early");
    } catch (error) {
      const failure = this.#toFailure(error);
      const part = toErrorPart(failure);
      if (!part) throw failure;
      return part;
    }
  }

  #toFailure(error: unknown): unknown {
    return toProviderFailure(error, this.#options.clientSignal, this.#options.isScript);
  }

  /** Usage can follow the finish. An output that has its finish is complete, whatever happens then. */
  async *#rest(): AsyncGenerator<Part, void> {
    for (const part of this.#ahead.splice(0)) if (part.type === "usage") yield part;
    for (;;) {
      const { idleTimeout, waiter } = this.#options;
      const wait = waiter.wait(this.#parts.next(), Math.min(idleTimeout, restTimeout), () => timedOut("usage", 0));
      const next = await wait.catch(() => undefined);
      if (!next || next.done) return;
      if (next.value.type === "usage") yield next.value;
    }
  }
}

/** Milliseconds for which the usage can follow the finish. */
const restTimeout = 5000;

/** Whether a part commits the response to its endpoint. */
function hasContent(part: Part): boolean {
  switch (part.type) {
    case "text":
    case "refusal":
      return part.text !== "";
    case "reasoning":
      return part.text !== "" || part.signature !== undefined;
    case "usage":
    case "finish":
    case "error":
      return false;
    default:
      return true;
  }
}

function timedOut(what: string, ms: number): ProviderFailure {
  return new ProviderFailure({
    status: 504,
    message: `The provider sent no ${what} within ${ms} ms`,
    errorType: "timeout",
    providerCode: "timeout",
  });
}

function disconnected(message: string): ProviderFailure {
  return new ProviderFailure({ status: 502, message, errorType: "provider_unavailable", providerCode: "disconnected" });
}

/**
 * An error that an upstream threw, as the failure of its provider. Does not change errors of the caller, the end of the
 * request, and bugs of a script.
 */
export function toProviderFailure(error: unknown, signal: AbortSignal | undefined, isScript: boolean): unknown {
  if (error instanceof ProviderFailure || error instanceof HttpError) return error;
  if (signal?.aborted && error === signal.reason) return error;
  const { code, cause, name } = (error ?? {}) as FailedRequest;
  const known = [code, cause?.code].find((one) => typeof one === "string");
  if (isScript && known === undefined && name !== "TimeoutError" && !isFailedFetch(error)) return error;
  return new ProviderFailure({
    status: 502,
    message: "Provider returned error",
    errorType: "provider_unavailable",
    providerCode: typeof known === "string" ? known : "disconnected",
    raw: error instanceof Error ? error.message : String(error),
  });
}

interface FailedRequest {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly cause?: { readonly code?: unknown };
}

/** Whether `fetch` or the body of its response failed. Their errors have no code in browsers. */
function isFailedFetch(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /^(?:fetch failed|terminated|network error|failed to fetch|load failed)/i.test(error.message)
  );
}

/** The `error` part of a failure; `undefined` for any other error, such as the end of the request. */
export function toErrorPart(error: unknown): Part | undefined {
  if (error instanceof HttpError) return { type: "error", error: { status: error.status, message: error.message } };
  if (!(error instanceof ProviderFailure)) return undefined;
  const { status, message, errorType } = error.failure;
  return { type: "error", error: { status, message, errorType } };
}
