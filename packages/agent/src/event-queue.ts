/** What several pieces of work tell at the same time, one after the other. */
export class EventQueue<Event> {
  #events: Event[] = [];
  #wake: (() => void) | undefined;

  push(event: Event): void {
    this.#events.push(event);
    this.#wake?.();
  }

  /** The events until the work is done; throws what the work throws, after the events that came before. */
  async *until<Result>(work: Promise<Result>): AsyncGenerator<Event, Result> {
    let done = false;
    const settle = (): void => {
      done = true;
      this.#wake?.();
    };
    work.then(settle, settle);
    for (;;) {
      const events = this.#events;
      this.#events = [];
      yield* events;
      if (this.#events.length > 0) continue;
      if (done) return work;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
