import { RequestScope } from "@patchbay/service/ports/request-scope";
import type { Key } from "@patchbay/engine/billing/key";

/** A request in progress. It counts as open for its server and its key until `end` is called. */
export class OpenRequest {
  /** The resources of the request. */
  readonly scope: RequestScope = new RequestScope();
  readonly #counter: { open: number };
  #key: Key | undefined;
  #isOpen = true;

  constructor(counter: { open: number }) {
    this.#counter = counter;
    counter.open++;
  }

  /** Counts the request for its key. */
  useKey(key: Key): void {
    this.#key = key;
    key.open++;
  }

  /** Ends the request; a second call has no effect. */
  end(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#counter.open--;
    if (this.#key) this.#key.open--;
  }
}
