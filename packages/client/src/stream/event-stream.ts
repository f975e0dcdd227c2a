import { getResponseInfo } from "../errors/response-info.ts";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { StreamError } from "../errors/stream-error.ts";
import type { AttemptResult } from "../options/middleware.ts";
import { Queue } from "./queue.ts";

/** The source of a stream's events. */
export interface StreamSource<Event> {
  /** The next event; undefined after the last one. */
  next(): Promise<Event | undefined>;
  /** An event that has already arrived; undefined when `next` has to wait. */
  poll?(): Event | undefined;
  /** Closes what is still open. `end` is the result of the attempt. */
  close(end: AttemptResult): void;
  /** Aborts the wait for more events. */
  abort(reason: unknown): void;
  /** Set by the stream. The source calls it when a timeout, the caller's signal or `abort` ends it. */
  onAbort?: ((reason: unknown) => void) | undefined;
}

/**
 * The events of a streamed response, in order. A stream can be read once. Leaving the loop closes the connection.
 *
 * @throws ApiError when the API returns an error, as a response or as an event
 * @throws StreamError when the stream is interrupted or ends before the response is complete
 * @throws TimeoutError when a timeout expires
 * @throws ConnectionError when no response arrives
 */
export class EventStream<Event> implements AsyncIterable<Event> {
  readonly #open: (signal: AbortSignal) => Promise<StreamSource<Event>>;
  readonly #abort = new AbortController();
  /** Events that arrived and were not read yet, because `final()` read ahead. */
  readonly #ahead = new Queue<Event>();
  #source: StreamSource<Event> | undefined;
  #opening: Promise<StreamSource<Event>> | undefined;
  #pulling: Promise<void> | undefined;
  #state: "new" | "open" | "ended" | "closed" = "new";
  /** The reader: a loop or pipe receives every event; `final()` needs none. */
  #reader: "none" | "iterator" | "final" = "none";
  /** What ended the stream early. The reader receives it once. */
  #failure: { readonly error: unknown; isReported: boolean } | undefined;
  #end: AttemptResult = {};

  /**
   * `open` sends the request. It is called when reading starts; its signal aborts the wait for the response. A stream
   * whose response has already arrived is constructed with its source.
   */
  constructor(open: ((signal: AbortSignal) => Promise<StreamSource<Event>>) | StreamSource<Event>) {
    this.#open = typeof open === "function" ? open : () => Promise.resolve(open);
    if (typeof open !== "function") this.attach(open);
  }

  [Symbol.asyncIterator](): AsyncIterator<Event, undefined> {
    const isMine = this.#reader === "none" && (this.isNew || this.#failure !== undefined);
    if (isMine) this.#reader = "iterator";
    if (this.isNew) this.#state = "open";
    return {
      next: () => (isMine ? this.readNext() : Promise.reject(readTwice())),
      return: () => {
        if (isMine) this.close();
        return Promise.resolve(end);
      },
    };
  }

  /** Aborts the stream and closes the connection. Readers receive `reason`. Default: an `AbortError`. */
  abort(reason: unknown = new DOMException("The stream was aborted.", "AbortError")): void {
    this.#abort.abort(reason);
    this.#ahead.clear();
    this.#source?.abort(reason);
  }

  /** Whether the stream was read to its end. */
  protected get isWhole(): boolean {
    return this.#state === "ended";
  }

  protected get isNew(): boolean {
    return this.#state === "new";
  }

  /** Whether `consume` can receive events. If not, `prepare` is called first. */
  protected get isReady(): boolean {
    return true;
  }

  protected prepare(): Promise<void> {
    return Promise.resolve();
  }

  /** Receives each event before the reader does. */
  protected consume(_event: Event): void {}

  /** Receives the error that ended the stream. */
  protected consumeError(_error: unknown): void {}

  /** What has been received so far, for the result of the attempt. */
  protected snapshot(): unknown {
    return undefined;
  }

  /** Reads to the end and buffers what a reader has not read yet. Throws what ended the stream early. */
  protected async drain(): Promise<void> {
    // A loop or a pipe that starts right after the call shares the stream.
    if (this.isNew) await Promise.resolve();
    if (this.isNew) {
      this.#state = "open";
      this.#reader = "final";
    }
    const isBuffered = this.#reader === "iterator";
    while (this.isOpen) {
      const value = this.takeReady();
      if (value === undefined) await this.pull(isBuffered);
      else if (isBuffered) this.#ahead.push(value);
    }
    if (this.#failure) throw this.#failure.error;
  }

  private get isOpen(): boolean {
    return this.#state === "open";
  }

  private readNext(): Promise<IteratorResult<Event, undefined>> {
    const value = this.#ahead.isEmpty ? this.takeReady() : undefined;
    return value === undefined ? this.waitForNext() : Promise.resolve({ done: false, value });
  }

  /** An event that has already arrived. Waiting for it would cost a tenth of the time of a chunk. */
  private takeReady(): Event | undefined {
    if (!this.isOpen || this.#pulling || !this.#source?.poll || this.#abort.signal.aborted || !this.isReady)
      return undefined;
    try {
      const value = this.#source.poll();
      if (value !== undefined) this.consume(value);
      return value;
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  private async waitForNext(): Promise<IteratorResult<Event, undefined>> {
    if (this.#ahead.isEmpty && this.isOpen) await this.pull(true);
    const value = this.#ahead.shift();
    if (value !== undefined) return { done: false, value };
    if (!this.#failure || this.#failure.isReported) return end;
    this.#failure.isReported = true;
    throw this.#failure.error;
  }

  /** Takes one more event from the source. Calls wait for each other, so that events stay in order. */
  private pull(isBuffered: boolean): Promise<void> {
    const work = this.#pulling ? this.#pulling.then(() => this.pullNow(isBuffered)) : this.pullNow(isBuffered);
    const pulling = work.finally(() => {
      if (this.#pulling === pulling) this.#pulling = undefined;
    });
    return (this.#pulling = pulling);
  }

  private async pullNow(isBuffered: boolean): Promise<void> {
    if (!this.isOpen) return;
    try {
      this.#abort.signal.throwIfAborted();
      const source = this.#source ?? (await this.openSource());
      if (!this.isReady) await this.prepare();
      const value = this.isOpen ? await source.next() : undefined;
      // The stream was closed meanwhile.
      if (!this.isOpen) return;
      if (value === undefined) return this.finish("ended");
      this.consume(value);
      if (isBuffered) this.#ahead.push(value);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Sends the request once. A response that arrives after the stream was closed is closed too. */
  private openSource(): Promise<StreamSource<Event>> {
    return (this.#opening ??= this.#open(this.#abort.signal).then((source) => {
      this.attach(source);
      if (!this.isOpen) source.close(this.#end);
      return source;
    }));
  }

  private attach(source: StreamSource<Event>): void {
    this.#source = source;
    // The source must not keep alive a stream that the program dropped, whose connection is then closed.
    const stream = new WeakRef(this);
    // There may be no reader to receive the error and close the source.
    source.onAbort = (reason) => {
      const own = stream.deref();
      if (own && !own.#pulling) own.fail(reason);
    };
    dropped.register(this, source, this);
  }

  private close(): void {
    this.#ahead.clear();
    if (this.#failure) this.#failure.isReported = true;
    if (this.isOpen) this.finish("closed");
  }

  private fail(error: unknown): void {
    if (!this.isOpen && !this.isNew) return;
    this.#failure = { error, isReported: false };
    this.consumeError(error);
    this.finish("closed", error);
  }

  private finish(state: "ended" | "closed", error?: unknown): void {
    this.#state = state;
    const response = this.snapshot();
    if (error instanceof PatchbayError) {
      error.partial ??= response as PatchbayError["partial"];
      error.attempts ||= getResponseInfo(this)?.attempts ?? 0;
    }
    this.#end = error === undefined ? { response } : { response, error };
    dropped.unregister(this);
    if (this.#source) this.#source.close(this.#end);
    // The response has not arrived, and it has no reader.
    else this.#abort.abort(error ?? new DOMException("The stream was closed by its reader.", "AbortError"));
  }
}

const end = { done: true, value: undefined } as const;

/** Streams that the program dropped before their end. */
const dropped = new FinalizationRegistry<StreamSource<unknown>>((source) => source.close({}));

function readTwice(): StreamError {
  return new StreamError(
    "already_consumed",
    "A stream can be read once, and this one was already read. Send the request again, or call `tee()` first.",
  );
}
