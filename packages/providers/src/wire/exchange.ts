import type { Dispatcher } from "undici";
import { ProviderFailure } from "../failure.ts";
import { toNetworkFailure } from "../failures/network-failure.ts";
import { timedOut } from "../failures/response-failures.ts";
import { Deadline } from "./deadline.ts";
import type { EffectiveTimeouts } from "./timeouts.ts";

/** Status and headers of a response. */
export interface ResponseHead {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Bytes that are kept for a slow reader before the socket is paused. */
const highWaterMark = 65_536;

/** Limits of the rest of a response that is read only so that its connection can be used again. */
const longestRest = { bytes: 65_536, ms: 1000 };

type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * One request and its response, as a handler of undici. Its chunks are pulled: while the reader is slow, the socket is paused. The
 * first failure counts, whether it comes from the network, a timeout or the caller's signal.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #deadline: Deadline;
  readonly #signal: AbortSignal | undefined;
  readonly #head = Promise.withResolvers<ResponseHead>();
  #controller: Dispatcher.DispatchController | undefined;
  #chunks: Uint8Array[] = [];
  #size = 0;
  #wake: (() => void) | undefined;
  #state: "open" | "released" | "complete" | "failed" = "open";
  #failure: unknown;

  constructor(timeouts: EffectiveTimeouts, signal: AbortSignal | undefined) {
    this.#deadline = new Deadline(timeouts, (wait, ms) => this.fail(new ProviderFailure(timedOut(wait, ms))));
    this.#signal = signal;
    signal?.addEventListener("abort", this.#onAbort, { once: true });
    // The head may fail before anything waits for it.
    this.#head.promise.catch(() => undefined);
  }

  /** Resolves with the head. Rejects with a `ProviderFailure`, or with the reason of the caller's signal. */
  get head(): Promise<ResponseHead> {
    return this.#head.promise;
  }

  /** The first token has arrived: its time limit no longer counts. */
  commit(): void {
    this.#deadline.commit();
  }

  /** The next chunk, at once if it has arrived; `undefined` at the end. Throws or rejects with the failure. */
  read(wait: "idle" | "usage" = "idle"): Uint8Array | undefined | Promise<Uint8Array | undefined> {
    const chunk = this.#chunks.shift();
    if (chunk) {
      this.#size -= chunk.length;
      if (this.#controller?.paused && this.#size < highWaterMark / 2) this.#controller.resume();
      return chunk;
    }
    if (this.#state === "failed") throw this.#failure;
    if (this.#state !== "open") return undefined;
    this.#deadline.awaitMore(wait);
    return new Promise<void>((resolve) => {
      this.#wake = resolve;
    }).then(() => this.read(wait));
  }

  /** Ends the exchange: what is left of the response is short and is read, so that the connection can be used again. */
  release(): void {
    if (this.#state !== "open") return;
    this.#state = "released";
    this.#chunks = [];
    this.#size = 0;
    if (this.#controller?.paused) this.#controller.resume();
    this.#signal?.removeEventListener("abort", this.#onAbort);
    this.#deadline.commit();
    this.#deadline.awaitMore("usage", longestRest.ms);
  }

  /** Ends the exchange with a failure: the connection is closed. Chunks that have arrived can still be read. */
  fail(failure: unknown): void {
    if (this.#state === "complete" || this.#state === "failed") return;
    this.#state = "failed";
    this.#failure = failure;
    this.#stop();
    this.#controller?.abort(new Error("The exchange has ended."));
    this.#head.reject(failure);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#state === "failed") controller.abort(new Error("The exchange has ended."));
    else this.#deadline.enter("headers");
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: ResponseHeaders): void {
    // An informational response precedes the response.
    if (status < 200) return;
    this.#deadline.awaitMore("idle");
    this.#head.resolve({ status, headers: toPlainHeaders(headers) });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#size += chunk.length;
    if (this.#state === "released") {
      if (this.#size > longestRest.bytes) this.fail(new Error("The rest of the response is too long."));
      return;
    }
    this.#chunks.push(chunk);
    this.#deadline.rest();
    if (this.#size >= highWaterMark) controller.pause();
    this.#resolveWake();
  }

  onResponseEnd(): void {
    if (this.#state === "failed") return;
    this.#state = "complete";
    this.#stop();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.fail(toNetworkFailure(error));
  }

  readonly #onAbort = (): void => {
    this.fail(this.#signal!.reason);
    this.#chunks = [];
  };

  #stop(): void {
    this.#deadline.clear();
    this.#signal?.removeEventListener("abort", this.#onAbort);
    this.#resolveWake();
  }

  #resolveWake(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }
}

function toPlainHeaders(headers: ResponseHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) plain[name] = typeof value === "string" ? value : value.join(", ");
  return plain;
}
