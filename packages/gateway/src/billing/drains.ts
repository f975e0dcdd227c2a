/** Outputs whose callers have left, and that are read on until the provider has reported their usage. */
export class Drains {
  readonly #open = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  /** Aborts when the gateway closes. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  /** Keeps a drain, which settles its request. */
  readonly keep = (work: Promise<void>): void => {
    const open = work
      .catch(() => undefined)
      .finally(() => {
        this.#open.delete(open);
      });
    this.#open.add(open);
  };

  /** Ends all drains. Resolves when each has settled what it knows. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#open);
  }
}
