import { detailOf, statusOf } from "./error-detail.ts";
import { ApiError, PatchbayError, StreamError } from "./errors.ts";
import { toConnectionError } from "./connection-error.ts";
import { EventReader } from "./sse.ts";
import type { EventFeed } from "./stream.ts";
import type { AttemptEnd } from "./middleware.ts";
import type { Validate } from "./validate.ts";
import type { Watch } from "./watch.ts";
import type { OperationId } from "@patchbay/spec";

/** What reading a stream takes. */
export interface ChunkSource {
  readonly operation: OperationId;
  /** The payload that ends the stream. */
  readonly done: string;
  readonly idleTimeout: number;
  readonly watch: Watch;
  readonly validate: Validate | undefined;
  /** Is told how it ended. */
  readonly onEnd: (end: AttemptEnd) => void;
}

/** The events of an open stream, one after the other. */
export class ChunkReader<Chunk> implements EventFeed<Chunk> {
  readonly headers: Headers;
  readonly #source: ChunkSource;
  readonly #events: EventReader;
  #first: Chunk | undefined;
  #isOpen = true;
  #isDone = false;

  constructor(response: Response, source: ChunkSource) {
    this.headers = response.headers;
    this.#source = source;
    this.#events = new EventReader(response.body!);
    const { signal } = source.watch;
    // Whatever gave the body, an abort ends the wait for more.
    signal.addEventListener("abort", () => this.#events.cancel(), { once: true });
  }

  /** Waits for the first event, so that a failure that comes in its place is a failure of the call. */
  async peek(): Promise<this> {
    try {
      this.#first = await this.#read(false);
      return this;
    } catch (error) {
      // Nobody will read on.
      this.#events.cancel();
      throw error;
    }
  }

  /** The next event; undefined after the last one. */
  async next(): Promise<Chunk | undefined> {
    const first = this.#first;
    if (first === undefined || this.#source.watch.signal.aborted) return this.#isDone ? undefined : this.#read(true);
    this.#first = undefined;
    return first;
  }

  /** Closes the connection, if it is open. */
  close(end: AttemptEnd): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#events.cancel();
    this.#source.watch.end();
    this.#source.onEnd(end);
  }

  abort(reason: unknown): void {
    this.#source.watch.abort(reason);
  }

  async #read(hasBegun: boolean): Promise<Chunk | undefined> {
    const { watch, idleTimeout, done, operation, validate } = this.#source;
    try {
      watch.signal.throwIfAborted();
      let text = this.#events.take();
      // Some proxies send events without data to keep the connection open.
      while (text === "") text = this.#events.take();
      while (text === undefined && !this.#events.ended) {
        // Until the first event the limit of the attempt holds.
        if (hasBegun) watch.limit("idle", idleTimeout);
        await this.#events.fill();
        watch.signal.throwIfAborted();
        watch.pause();
        do text = this.#events.take();
        while (text === "");
      }
      if (text === undefined) throw this.#tooShort();
      if (text === done) {
        this.#isDone = true;
        return undefined;
      }
      const chunk = this.#parse(text);
      validate?.(operation, chunk, "event");
      return chunk;
    } catch (cause) {
      throw this.#explain(cause);
    }
  }

  #parse(text: string): Chunk {
    let chunk: unknown;
    try {
      chunk = JSON.parse(text);
    } catch (cause) {
      // The last event of a body that ends too soon is cut off itself.
      if (this.#events.ended) throw this.#tooShort();
      throw new StreamError("malformed", `An event of the stream is no JSON: ${text.slice(0, 200)}`, { cause });
    }
    if (typeof chunk !== "object" || chunk === null)
      throw new StreamError("malformed", `An event of the stream is no object: ${text.slice(0, 200)}`);
    const detail = detailOf(chunk);
    if (detail) throw new ApiError({ status: statusOf(detail), headers: this.headers, body: chunk, text });
    return chunk as Chunk;
  }

  #tooShort(): StreamError {
    const { done } = this.#source;
    return new StreamError(
      "truncated",
      `The stream ended without ${done}: the answer is not complete. Send the request again.`,
    );
  }

  #explain(cause: unknown): unknown {
    const { signal } = this.#source.watch;
    if (signal.aborted) return signal.reason;
    if (cause instanceof PatchbayError) return cause;
    const { message } = toConnectionError(cause);
    return new StreamError("broken", `The stream broke. ${message} The answer is not complete.`, { cause });
  }
}
