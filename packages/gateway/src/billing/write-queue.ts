import { StoreUnavailable } from "../ports/ledger.ts";

/** Milliseconds between two attempts, at first and at most. */
const [firstPause, longestPause] = [100, 5000];

/**
 * Writes that must not be lost, such as settlements: each is repeated until the store accepts it. While some wait for a store
 * that is gone, the gateway admits no requests, so the queue is bounded by the requests in progress.
 */
export class WriteQueue {
  readonly #open = new Set<Promise<void>>();
  readonly #report: (error: unknown) => void;
  #waiting = 0;
  #isClosed = false;

  /** `report` is called for an error that repeating does not solve. */
  constructor(report: (error: unknown) => void) {
    this.#report = report;
  }

  /** Writes that the store has not accepted yet because it is gone. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Begins a write. */
  readonly add = (write: () => Promise<void>): void => {
    const running = this.#run(write).finally(() => this.#open.delete(running));
    this.#open.add(running);
  };

  /** Resolves when every write so far is stored. */
  async flush(): Promise<void> {
    await Promise.all(this.#open);
  }

  /** Gives up writes that wait for the store. Call it after `flush` or after a time limit. */
  close(): void {
    this.#isClosed = true;
  }

  async #run(write: () => Promise<void>): Promise<void> {
    let pause = firstPause;
    let isWaiting = false;
    try {
      for (;;) {
        try {
          return await write();
        } catch (error) {
          if (!(error instanceof StoreUnavailable) || this.#isClosed) return this.#report(error);
        }
        if (!isWaiting) this.#waiting++;
        isWaiting = true;
        const ms = pause;
        await new Promise((resolve) => setTimeout(resolve, ms));
        pause = Math.min(2 * pause, longestPause);
      }
    } finally {
      if (isWaiting) this.#waiting--;
    }
  }
}
