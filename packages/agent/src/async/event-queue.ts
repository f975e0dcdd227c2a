/** Events that wait, beyond which who makes them is asked to wait as well. */
const limit = 100;

/** Merges the events of several pieces of work that run at the same time. Its memory is bounded as long as they wait for `room`. */
export class EventQueue<Event> {
  #events: Event[] = [];
  #wake: (() => void) | undefined;
  #room: PromiseWithResolvers<void> | undefined;
  #isOver = false;

  push(event: Event): void {
    this.#events.push(event);
    this.#wake?.();
  }

  /** Adds an event of a source that cannot wait; without room it replaces the newest one. */
  offer(event: Event): void {
    if (this.#events.length >= limit) this.#events.pop();
    this.push(event);
  }

  /** Settles when there is room for more events; undefined when there is some now. */
  room(): Promise<void> | undefined {
    if (this.#isOver || this.#events.length < limit) return undefined;
    this.#room ??= Promise.withResolvers();
    return this.#room.promise;
  }

  /** The events until the work is done; throws what the work throws, after the events that came before. */
  async *until<Result>(work: Promise<Result>): AsyncGenerator<Event, Result> {
    let done = false;
    const settle = (): void => {
      done = true;
      this.#wake?.();
    };
    work.then(settle, settle);
    try {
      for (;;) {
        const events = this.#events;
        this.#events = [];
        this.#release();
        yield* events;
        if (this.#events.length > 0) continue;
        if (done) return await work;
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      this.#isOver = true;
      this.#release();
    }
  }

  #release(): void {
    this.#room?.resolve();
    this.#room = undefined;
  }
}
