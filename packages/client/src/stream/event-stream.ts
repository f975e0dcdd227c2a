import { getResponseInfo } from "../errors/response-info.ts";
import { PatchbayError, StreamError } from "../errors/errors.ts";
import type { AttemptResult } from "../options/middleware.ts";
import { Queue } from "./queue.ts";

/** Where the events of a stream come from. */
export interface StreamSource<Event> {
  /** The next event; undefined after the last one. */
  next(): Promise<Event | undefined>;
  /** An event that has come already; undefined when `next` has to be asked. */
  poll?(): Event | undefined;
  /** Ends what is still open. */
  close(end: AttemptResult): void;
  /** Ends the wait for more with a reason. */
  abort(reason: unknown): void;
  /** Set by the stream: called when a limit, the caller's signal or `abort` ends the feed. */
  onAbort?: ((reason: unknown) => void) | undefined;
}

/**
 * The events of a streamed answer, in order. Can be read once; leaving the loop closes the connection.
 *
 * @throws ApiError when the service refuses, or an event carries an error
 * @throws StreamError when the stream breaks or ends without its end mark
 * @throws TimeoutError when nothing comes in time
 */
export class EventStream<Event> implements AsyncIterable<Event> {
  readonly #open: (signal: AbortSignal) => Promise<StreamSource<Event>>;
  readonly #stop = new AbortController();
  /** What has come and was not read yet, because `final()` went ahead. */
  readonly #ahead = new Queue<Event>();
  #feed: StreamSource<Event> | undefined;
  #opening: Promise<StreamSource<Event>> | undefined;
  #pulling: Promise<void> | undefined;
  #state: "new" | "open" | "ended" | "left" = "new";
  /** Who reads: a loop or pipe gets every event, and `final()` needs none. */
  #reader: "none" | "iterator" | "final" = "none";
  /** What ended the stream early; the reader sees it once. */
  #failure: { readonly error: unknown; isShown: boolean } | undefined;
  #end: AttemptResult = {};

  /**
   * `open` sends the request; it is called when reading begins, and its signal ends the wait for the answer. A stream whose
   * answer is there already is given its feed.
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
        if (isMine) this.leave();
        return Promise.resolve(end);
      },
    };
  }

  /** Ends the stream and the connection; readers see `reason`. */
  abort(reason: unknown = new DOMException("The stream was aborted.", "AbortError")): void {
    this.#stop.abort(reason);
    this.#ahead.clear();
    this.#feed?.abort(reason);
  }

  /** Whether it was read to its end. */
  protected get isWhole(): boolean {
    return this.#state === "ended";
  }

  protected get isNew(): boolean {
    return this.#state === "new";
  }

  /** Looks at an event before it is handed out. */
  protected consume(_event: Event): void {}

  /** Looks at what came in the place of an event. */
  protected consumeError(_error: unknown): void {}

  /** What is there so far, for whoever wants to know how it ended. */
  protected snapshot(): unknown {
    return undefined;
  }

  /** Reads to the end, and keeps for the reader what it has not read yet. Throws what ended the stream early. */
  protected async drain(): Promise<void> {
    // A loop or a pipe that begins right after the call reads as well.
    if (this.isNew) await Promise.resolve();
    if (this.isNew) {
      this.#state = "open";
      this.#reader = "final";
    }
    const isKept = this.#reader === "iterator";
    while (this.isOpen) {
      const value = this.takeReady();
      if (value === undefined) await this.pull(isKept);
      else if (isKept) this.#ahead.push(value);
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

  /** An event that has come already: to wait for it costs a tenth of the time of a chunk. */
  private takeReady(): Event | undefined {
    if (!this.isOpen || this.#pulling || !this.#feed?.poll || this.#stop.signal.aborted) return undefined;
    try {
      const value = this.#feed.poll();
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
    if (!this.#failure || this.#failure.isShown) return end;
    this.#failure.isShown = true;
    throw this.#failure.error;
  }

  /** Takes one more event of the feed. Calls wait for each other, so that the events stay in order. */
  private pull(isKept: boolean): Promise<void> {
    const work = this.#pulling ? this.#pulling.then(() => this.pullNow(isKept)) : this.pullNow(isKept);
    const pulling = work.finally(() => {
      if (this.#pulling === pulling) this.#pulling = undefined;
    });
    return (this.#pulling = pulling);
  }

  private async pullNow(isKept: boolean): Promise<void> {
    if (!this.isOpen) return;
    try {
      this.#stop.signal.throwIfAborted();
      const feed = this.#feed ?? (await this.openFeed());
      const value = this.isOpen ? await feed.next() : undefined;
      // It was left meanwhile.
      if (!this.isOpen) return;
      if (value === undefined) return this.finish("ended");
      this.consume(value);
      if (isKept) this.#ahead.push(value);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Sends the request, once. An answer that comes after the stream was left is closed. */
  private openFeed(): Promise<StreamSource<Event>> {
    return (this.#opening ??= this.#open(this.#stop.signal).then((feed) => {
      this.attach(feed);
      if (!this.isOpen) feed.close(this.#end);
      return feed;
    }));
  }

  private attach(feed: StreamSource<Event>): void {
    this.#feed = feed;
    // A stream that the program has dropped is not kept by its feed, whose connection is closed then.
    const stream = new WeakRef(this);
    // There may be no reader that would see it and close the feed.
    feed.onAbort = (reason) => {
      const own = stream.deref();
      if (own && !own.#pulling) own.fail(reason);
    };
    dropped.register(this, feed, this);
  }

  private leave(): void {
    this.#ahead.clear();
    if (this.#failure) this.#failure.isShown = true;
    if (this.isOpen) this.finish("left");
  }

  private fail(error: unknown): void {
    if (!this.isOpen && !this.isNew) return;
    this.#failure = { error, isShown: false };
    this.consumeError(error);
    this.finish("left", error);
  }

  private finish(state: "ended" | "left", error?: unknown): void {
    this.#state = state;
    const answer = this.snapshot();
    if (error instanceof PatchbayError) {
      error.partial ??= answer as PatchbayError["partial"];
      error.attempts ||= getResponseInfo(this)?.attempts ?? 0;
    }
    this.#end = error === undefined ? { response: answer } : { response: answer, error };
    dropped.unregister(this);
    if (this.#feed) this.#feed.close(this.#end);
    // The answer is still awaited, and nobody will read it.
    else this.#stop.abort(error ?? new DOMException("The stream was left.", "AbortError"));
  }
}

const end = { done: true, value: undefined } as const;

/** Streams that a program dropped before their end. */
const dropped = new FinalizationRegistry<StreamSource<unknown>>((feed) => feed.close({}));

function readTwice(): StreamError {
  return new StreamError(
    "already_consumed",
    "This stream was read already. A stream can be read once; send the request again, or use tee().",
  );
}
