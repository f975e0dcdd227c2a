/**
 * The resources that one request holds until its response ends: reserved credits, a slot at an endpoint. The code that
 * acquires a resource registers its release. The scope releases what is left, however the request ends.
 */
export class RequestScope {
  /** A request holds few resources at a time. */
  #releases: (() => void)[] = [];

  /** Registers a release function. Returns a function that unregisters it. */
  hold(release: () => void): () => void {
    this.#releases.push(release);
    return () => {
      const index = this.#releases.indexOf(release);
      if (index >= 0) this.#releases.splice(index, 1);
    };
  }

  /** Releases all resources that are still held. */
  close(): void {
    for (let release = this.#releases.shift(); release; release = this.#releases.shift()) release();
  }
}
