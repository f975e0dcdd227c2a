/** Aborts the calls of a step together: with the run, or when one of them fails so that the run has to end. */
export class AbortGroup {
  readonly #signal: AbortSignal;
  readonly #stops = new Set<(reason: unknown) => void>();
  readonly #onAbort = (): void => this.abort(this.#signal.reason);
  #aborted: { readonly reason: unknown } | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    if (signal.aborted) this.#onAbort();
    else signal.addEventListener("abort", this.#onAbort, { once: true });
  }

  abort(reason: unknown): void {
    if (this.#aborted) return;
    this.#aborted = { reason };
    for (const stop of this.#stops) stop(reason);
  }

  /** Registers a callback for the abort. The returned function removes it. */
  attach(stop: (reason: unknown) => void): () => void {
    this.#stops.add(stop);
    if (this.#aborted) stop(this.#aborted.reason);
    return () => void this.#stops.delete(stop);
  }

  /** Waits for work that may ignore its signal, such as a user function. Rejects with the abort reason. */
  async raceAbort<T>(work: Promise<T>): Promise<T> {
    let release = (): void => undefined;
    const aborted = new Promise<never>((_, reject) => (release = this.attach(reject)));
    try {
      return await Promise.race([work, aborted]);
    } finally {
      release();
    }
  }

  get isAborted(): boolean {
    return this.#aborted !== undefined;
  }

  throwIfAborted(): void {
    if (this.#aborted) throw this.#aborted.reason;
  }

  /** Removes the listener from the run's signal. */
  release(): void {
    this.#signal.removeEventListener("abort", this.#onAbort);
  }
}
