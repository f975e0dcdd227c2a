import { infoOf } from "./answer-info.ts";
import { PatchbayError, StreamError } from "./errors.ts";
import type { AttemptEnd } from "./middleware.ts";

/** Where the events of a stream come from. */
export interface EventFeed<Event> {
  /** The next event; undefined after the last one. */
  next(): Promise<Event | undefined>;
  /** Ends what is still open. */
  close(end: AttemptEnd): void;
  /** Ends the wait for more with a reason. */
  abort(reason: unknown): void;
}

/**
 * The events of a streamed answer, in order. Can be read once; leaving the loop closes the connection.
 *
 * @throws ApiError when the service refuses, or an event carries an error
 * @throws StreamError when the stream breaks or ends without its end mark
 * @throws TimeoutError when nothing comes in time
 */
export class EventStream<Event> implements AsyncIterable<Event> {
  readonly #open: (signal: AbortSignal) => Promise<EventFeed<Event>>;
  readonly #stop = new AbortController();
  #feed: EventFeed<Event> | undefined;
  #opening: Promise<EventFeed<Event>> | undefined;
  #state: "new" | "open" | "ended" | "left" = "new";
  #end: AttemptEnd = {};

  /** `open` sends the request; it is called when reading begins, and its signal ends the wait for the answer. */
  constructor(open: (signal: AbortSignal) => Promise<EventFeed<Event>>) {
    this.#open = open;
  }

  [Symbol.asyncIterator](): AsyncIterator<Event, undefined> {
    const mine = this.isNew;
    if (mine) this.#state = "open";
    const end = { done: true, value: undefined } as const;
    return {
      next: async () => {
        if (!mine)
          throw new StreamError(
            "read-twice",
            "This stream was read already. A stream can be read once; send the request again, or use tee().",
          );
        if (!this.isOpen) return end;
        try {
          this.#stop.signal.throwIfAborted();
          const feed = this.#feed ?? (await this.openFeed());
          const value = this.isOpen ? await feed.next() : undefined;
          // It was left meanwhile.
          if (!this.isOpen) return end;
          if (value === undefined) {
            this.finish("ended");
            return end;
          }
          this.take(value);
          return { done: false, value };
        } catch (error) {
          if (!this.isOpen) return end;
          this.takeFailure(error);
          this.finish("left", error);
          throw error;
        }
      },
      return: () => {
        if (mine && this.isOpen) this.finish("left");
        return Promise.resolve(end);
      },
    };
  }

  /** Ends the stream and the connection; whoever reads sees `reason`. */
  abort(reason: unknown = new DOMException("The stream was aborted.", "AbortError")): void {
    this.#stop.abort(reason);
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
  protected take(_event: Event): void {}

  /** Looks at what came in the place of an event. */
  protected takeFailure(_error: unknown): void {}

  /** What is there so far, for whoever wants to know how it ended. */
  protected soFar(): unknown {
    return undefined;
  }

  private get isOpen(): boolean {
    return this.#state === "open";
  }

  /** Sends the request, once. An answer that comes after the stream was left is closed. */
  private openFeed(): Promise<EventFeed<Event>> {
    return (this.#opening ??= this.#open(this.#stop.signal).then((feed) => {
      this.#feed = feed;
      if (!this.isOpen) feed.close(this.#end);
      return feed;
    }));
  }

  private finish(state: "ended" | "left", error?: unknown): void {
    this.#state = state;
    const answer = this.soFar();
    if (error instanceof PatchbayError) {
      error.partial ??= answer as PatchbayError["partial"];
      error.attempts ||= infoOf(this)?.attempts ?? 0;
    }
    this.#end = error === undefined ? { answer } : { answer, error };
    if (this.#feed) this.#feed.close(this.#end);
    // The answer is still awaited, and nobody will read it.
    else this.#stop.abort(error ?? new DOMException("The stream was left.", "AbortError"));
  }
}
