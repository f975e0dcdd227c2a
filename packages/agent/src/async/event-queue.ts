/** The queue length from which producers have to wait. */
const limit = 100;

/** Merges the events of several concurrent producers. Memory is bounded if the producers await `room`. */
export class EventQueue<Event> {
  #events: Event[] = [];
  #wake: (() => void) | undefined;
  #room: PromiseWithResolvers<void> | undefined;
  #isOver = false;

  push(event: Event): void {
    this.#events.push(event);
    this.#wake?.();
  }

  /** Adds an event of a producer that cannot wait. If the queue is full, it replaces the newest event. */
  offer(event: Event): void {
    if (this.#events.length >= limit) this.#events.pop();
    this.push(event);
  }

  /** Resolves when the queue has capacity; `undefined` if it has capacity now. */
  room(): Promise<void> | undefined {
    if (this.#isOver || this.#events.length < limit) return undefined;
    this.#room ??= Promise.withResolvers();
    return this.#room.promise;
  }

  /** Yields the events until the work is done. Throws the error of the work after the events that came before it. */
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
        for (const event of events) yield event;
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
