import type { NanoUsd } from "./money.ts";

/**
 * The part of an allowance that one request holds. Exactly one of `settle` and `release` ends it; later calls have no
 * effect.
 */
export interface AllowanceHold {
  /** The fee for a list price, after the held free part and no more is subtracted. */
  feeOf(listPrice: NanoUsd): NanoUsd;
  /** The fee for another list price, if it were held instead of this one. */
  quote(listPrice: NanoUsd): NanoUsd;
  /** Holds the free part of a list price instead of the previous hold. */
  resize(listPrice: NanoUsd): void;
  /** Uses the free part of a list price. */
  settle(listPrice: NanoUsd): void;
  release(): void;
}

/**
 * The list price that an account can use per month with its own provider keys (BYOK) before a fee applies. Concurrent
 * requests hold their parts, so that the sum of their fees equals that of sequential requests.
 */
export class ByokAllowance {
  readonly #monthly: NanoUsd;
  /** `YYYY-MM` → the used part of that month's allowance. */
  #used = new Map<string, NanoUsd>();
  /** `YYYY-MM` → the part that running requests hold. */
  #held = new Map<string, NanoUsd>();

  constructor(monthly: NanoUsd) {
    this.#monthly = monthly;
  }

  /** Whether no part was ever used. */
  get isUnused(): boolean {
    return this.#used.size === 0;
  }

  /** Starts an empty hold in the month of `now`. */
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

  /** Holds of running requests are free in the copy: these requests end in the original state. */
  copied(): ByokAllowance {
    const made = new ByokAllowance(this.#monthly);
    made.#used = new Map(this.#used);
    return made;
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
