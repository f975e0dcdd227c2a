import type { WriteQueue } from "../billing/write-queue.ts";
import type { Store } from "../stores/open-store.ts";

/** Milliseconds that a closing gateway waits for a store that does not accept its charges. */
const longestFlush = 10_000;

/** Whether the gateway takes requests, and what it still has to store. */
export class Lifecycle {
  readonly #store: Store;
  readonly #writes: WriteQueue;
  #isDraining = false;

  constructor(store: Store, writes: WriteQueue) {
    this.#store = store;
    this.#writes = writes;
  }

  /** Why no request is admitted; undefined while they are. */
  get closedBy(): string | undefined {
    if (this.#isDraining) return "The gateway is shutting down.";
    // Without the ledger, requests would be served unbilled.
    if (this.#writes.waiting > 0) return "The gateway waits for its database, which does not accept charges now.";
    return undefined;
  }

  startDraining(): void {
    this.#isDraining = true;
  }

  /** Stores charges and records. Gives up charges that the store does not accept; their holds expire. */
  async finish(): Promise<void> {
    this.#isDraining = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, longestFlush);
    });
    await Promise.race([this.#writes.flush(), late]);
    clearTimeout(timer);
    this.#writes.close();
    await this.#store.events.flush();
  }
}
