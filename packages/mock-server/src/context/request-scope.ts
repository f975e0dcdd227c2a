/**
 * What one request holds until its answer has ended: money of an account, a place at an endpoint. Whoever takes something
 * registers how it is given back; the scope gives back what is left, however the request ends.
 */
export class RequestScope {
  readonly #releases = new Set<() => void>();

  /** Registers a release, and returns what takes it off again once it is not needed. */
  hold(release: () => void): () => void {
    this.#releases.add(release);
    return () => {
      this.#releases.delete(release);
    };
  }

  /** Gives back what is still held. */
  close(): void {
    for (const release of this.#releases) release();
    this.#releases.clear();
  }
}
