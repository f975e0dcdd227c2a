import type { Ledger } from "../ports/ledger.ts";
import { StoreUnavailable } from "../ports/store-unavailable.ts";

export interface SettleLaterOptions {
  /** Milliseconds until the second attempt; each further one waits twice as long. Default: 100. */
  readonly delay?: number;
  /** Longest wait between two attempts, in milliseconds. Default: 5,000. */
  readonly longestDelay?: number;
}

/** A ledger that keeps settlements and releases until the store returns. */
export interface SettlingLedger extends Ledger {
  /** Number of settlements and releases that wait for the store. */
  readonly waiting: () => number;
}

/**
 * Repeats settlements and releases while the store is unavailable: the requests have been answered, so their charges must not be
 * lost, and what is reserved must become free. The promise of `settle` or `release` is pending until the change is durable. Other
 * operations fail at once, so that no new request is served.
 *
 * A settlement that waits is lost if the process ends before the store returns; then its hold is swept and reported. `close` makes
 * one more attempt for each, and rejects their promises if that fails.
 */
export function settleLater(ledger: Ledger, options: SettleLaterOptions = {}): SettlingLedger {
  const { delay = 100, longestDelay = 5000 } = options;
  const pauses = new Set<() => void>();
  /** Writes that failed and are not stored yet, also while another attempt runs. */
  let waiting = 0;
  let closed = false;

  const pause = (ms: number): Promise<void> => {
    // An attempt can fail after `close` has ended all pauses.
    if (closed) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => {
      clearTimeout(timer);
      pauses.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    pauses.add(wake);
    return promise;
  };

  const attempt = async (write: () => Promise<void>): Promise<boolean> => {
    const isLast = closed;
    try {
      await write();
      return true;
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || isLast) throw error;
      return false;
    }
  };

  const persist = async (write: () => Promise<void>): Promise<void> => {
    if (await attempt(write)) return;
    waiting++;
    try {
      for (let wait = delay; ; wait = Math.min(2 * wait, longestDelay)) {
        await pause(wait);
        if (await attempt(write)) return;
      }
    } finally {
      waiting--;
    }
  };

  const active = new Set<Promise<void>>();
  const keep = (write: () => Promise<void>): Promise<void> => {
    const work = persist(write);
    active.add(work);
    const forget = (): void => void active.delete(work);
    work.then(forget, forget);
    return work;
  };
  return {
    ...ledger,
    settle: (settlement) => keep(() => ledger.settle(settlement)),
    release: (id, reason) => keep(() => ledger.release(id, reason)),
    waiting: () => waiting,
    close: async () => {
      closed = true;
      for (const wake of pauses) wake();
      await Promise.allSettled(active);
      await ledger.close();
    },
  };
}
