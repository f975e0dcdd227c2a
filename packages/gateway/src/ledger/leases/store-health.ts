import { performance } from "node:perf_hooks";
import { StoreUnavailable } from "../../ports/store-unavailable.ts";

// A call that takes longer may never be answered: a database that hangs, a disk that does not respond.
const longestWait = 250;

/** Whether the store answers now, by the calls that were made to it. */
export class StoreHealth {
  /** When the calls began that have no answer yet, oldest first, as times of `performance.now()`. */
  readonly #open = new Set<{ readonly at: number }>();
  #hasFailed = false;

  /** False after a call that failed with `StoreUnavailable`, until another one is answered, and while a call waits for over 250 ms. */
  isAnswering(at: number): boolean {
    if (this.#hasFailed) return false;
    const oldest = this.#open.values().next().value;
    return oldest === undefined || at - oldest.at <= longestWait;
  }

  /** Makes a call, and notes whether it is answered. */
  async watch<Result>(call: () => Promise<Result>): Promise<Result> {
    const open = { at: performance.now() };
    this.#open.add(open);
    try {
      const result = await call();
      this.#hasFailed = false;
      return result;
    } catch (error) {
      this.#hasFailed = error instanceof StoreUnavailable;
      throw error;
    } finally {
      this.#open.delete(open);
    }
  }
}
