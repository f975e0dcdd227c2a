import type { NanoUsd } from "./money.ts";

/** What one request holds of an allowance. Exactly one of `settle` and `release` ends it; what comes after has no effect. */
export interface AllowanceHold {
  /** The fee of a list price, when the free part that is held, and no more, is taken off. */
  feeOf(listPrice: NanoUsd): NanoUsd;
  /** The fee of another list price, if that were held in place of this one. */
  quote(listPrice: NanoUsd): NanoUsd;
  /** Holds the free part of a list price in place of what was held before. */
  resize(listPrice: NanoUsd): void;
  /** Uses the free part of a list price up. */
  settle(listPrice: NanoUsd): void;
  release(): void;
}

/**
 * The list price that an account uses in a month with keys of its own before there is a fee. Requests at the same time hold
 * their parts, so that the sum of their fees is what they would pay one after the other.
 */
export class ByokAllowance {
  readonly #monthly: NanoUsd;
  /** `YYYY-MM` → what was used of that month's allowance. */
  #used = new Map<string, NanoUsd>();
  /** `YYYY-MM` → what requests hold of it that still run. */
  #held = new Map<string, NanoUsd>();

  constructor(monthly: NanoUsd) {
    this.#monthly = monthly;
  }

  /** Whether nothing was ever used of it. */
  get isUnused(): boolean {
    return this.#used.size === 0;
  }

  /** Begins to hold nothing, of the month of a time. */
  hold(now: number): AllowanceHold {
    const month = new Date(now).toISOString().slice(0, 7);
    let share = 0n;
    let open = true;
    const freeOf = (listPrice: NanoUsd): NanoUsd => least(listPrice, share + this.#left(month));
    const change = (wanted: NanoUsd): void => {
      add(this.#held, month, wanted - share);
      share = wanted;
    };
    return {
      feeOf: (listPrice) => feeOf(listPrice - least(listPrice, share)),
      quote: (listPrice) => feeOf(listPrice - freeOf(listPrice)),
      resize: (listPrice) => {
        if (open) change(freeOf(listPrice));
      },
      settle: (listPrice) => {
        if (!open) return;
        open = false;
        add(this.#used, month, least(listPrice, share));
        change(0n);
      },
      release: () => {
        if (!open) return;
        open = false;
        change(0n);
      },
    };
  }

  /** What is held for requests that still run is free in the copy: they end in the state in which they began. */
  copied(): this {
    const made = new ByokAllowance(this.#monthly);
    made.#used = new Map(this.#used);
    return made as this;
  }

  #left(month: string): NanoUsd {
    const left = this.#monthly - (this.#used.get(month) ?? 0n) - (this.#held.get(month) ?? 0n);
    return left > 0n ? left : 0n;
  }
}

/** Five percent, rounded up. */
function feeOf(listPrice: NanoUsd): NanoUsd {
  return (listPrice * 5n + 99n) / 100n;
}

function add(months: Map<string, NanoUsd>, month: string, amount: NanoUsd): void {
  if (amount !== 0n) months.set(month, (months.get(month) ?? 0n) + amount);
}

function least(a: NanoUsd, b: NanoUsd): NanoUsd {
  return a < b ? a : b;
}
