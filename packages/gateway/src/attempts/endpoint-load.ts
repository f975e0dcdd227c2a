/** Time constant with which slow samples are forgotten. */
const decayMs = 10_000;

/**
 * The load of an endpoint as this gateway sees it: finagle's peak-EWMA of the time to the first content, times the requests that
 * wait for it. A slower sample counts at once, a faster one gradually.
 */
export class EndpointLoad {
  /** Attempts that wait for their first content. */
  pending = 0;
  #averageMs = 0;
  #at = 0;

  /** Adds a time to the first content. */
  add(now: number, firstTokenMs: number): void {
    const kept = Math.exp(-Math.max(0, now - this.#at) / decayMs);
    this.#averageMs =
      firstTokenMs > this.#averageMs ? firstTokenMs : this.#averageMs * kept + firstTokenMs * (1 - kept);
    this.#at = now;
  }

  /** A failure counts only if it took longer than usual: a fast one would make the endpoint look fast. */
  addFailure(now: number, elapsedMs: number): void {
    if (elapsedMs > this.#averageMs) this.add(now, elapsedMs);
  }

  /** The expected wait of one more request, for comparison. Undefined before the first sample. */
  get cost(): number | undefined {
    return this.#averageMs === 0 ? undefined : this.#averageMs * (this.pending + 1);
  }
}
