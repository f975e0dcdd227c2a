/** Ends the calls of a step together: with the run, or when one of them fails so that the run has to end. */
export class AbortGroup {
  readonly #signal: AbortSignal;
  readonly #stops = new Set<(reason: unknown) => void>();
  readonly #onAbort = (): void => this.abort(this.#signal.reason);
  #pulled: { readonly reason: unknown } | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    if (signal.aborted) this.#onAbort();
    else signal.addEventListener("abort", this.#onAbort, { once: true });
  }

  abort(reason: unknown): void {
    if (this.#pulled) return;
    this.#pulled = { reason };
    for (const stop of this.#stops) stop(reason);
  }

  /** Has something stopped with the others; the function takes it off again. */
  attach(stop: (reason: unknown) => void): () => void {
    this.#stops.add(stop);
    if (this.#pulled) stop(this.#pulled.reason);
    return () => void this.#stops.delete(stop);
  }

  /** What comes of work that heeds nothing, such as a function of the user; throws the reason when it is not waited for any more. */
  async orPulled<T>(work: Promise<T>): Promise<T> {
    let release = (): void => undefined;
    const pulled = new Promise<never>((_, reject) => (release = this.attach(reject)));
    try {
      return await Promise.race([work, pulled]);
    } finally {
      release();
    }
  }

  get isPulled(): boolean {
    return this.#pulled !== undefined;
  }

  throwIfPulled(): void {
    if (this.#pulled) throw this.#pulled.reason;
  }

  /** Lets go of the run. */
  release(): void {
    this.#signal.removeEventListener("abort", this.#onAbort);
  }
}
