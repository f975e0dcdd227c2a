import { StoreUnavailable, type Ledger, type Settlement } from "../ports/ledger.ts";

export interface SettleLaterOptions {
  /** Milliseconds until the second attempt; each further one waits twice as long. Default: 100. */
  readonly delay?: number;
  /** Longest wait between two attempts, in milliseconds. Default: 5,000. */
  readonly longestDelay?: number;
}

/** A ledger that keeps settlements until the store returns. */
export interface SettlingLedger extends Ledger {
  /** Number of settlements that wait for the store. */
  readonly waiting: () => number;
}

/**
 * Repeats settlements while the store is unavailable: the requests have been answered, so their charges must not be lost. The
 * promise of `settle` is pending until the charge is durable. Other operations fail at once, so that no new request is served.
 *
 * A settlement that waits is lost if the process ends before the store returns; then its hold is swept and reported. `close` makes
 * one more attempt for each, and rejects their promises if that fails.
 */
export function settleLater(ledger: Ledger, options: SettleLaterOptions = {}): SettlingLedger {
  const { delay = 100, longestDelay = 5000 } = options;
  const waiting = new Set<() => void>();
  let closed = false;

  const pause = (ms: number): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => {
      clearTimeout(timer);
      waiting.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    waiting.add(wake);
    return promise;
  };

  const settle = async (settlement: Settlement): Promise<void> => {
    for (let wait = delay; ; wait = Math.min(2 * wait, longestDelay)) {
      const isLast = closed;
      try {
        await ledger.settle(settlement);
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || isLast) throw error;
      }
      await pause(wait);
    }
  };

  const active = new Set<Promise<void>>();
  return {
    ...ledger,
    settle: (settlement) => {
      const work = settle(settlement);
      active.add(work);
      const forget = (): void => void active.delete(work);
      work.then(forget, forget);
      return work;
    },
    waiting: () => waiting.size,
    close: async () => {
      closed = true;
      for (const wake of waiting) wake();
      await Promise.allSettled(active);
      await ledger.close();
    },
  };
}
