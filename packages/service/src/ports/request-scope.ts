/**
 * The resources that one request holds until its response ends: reserved credits, a slot at an endpoint. The code that
 * acquires a resource registers its release. The scope releases what is left, however the request ends.
 */
export class RequestScope {
  readonly #releases = new Set<() => void>();

  /** Registers a release function. Returns a function that unregisters it. */
  hold(release: () => void): () => void {
    this.#releases.add(release);
    return () => {
      this.#releases.delete(release);
    };
  }

  /** Releases all resources that are still held. */
  close(): void {
    for (const release of this.#releases) release();
    this.#releases.clear();
  }
}
