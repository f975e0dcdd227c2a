import { dayOf } from "./key.ts";
import type { NanoUsd } from "./money.ts";

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
    return new AllowanceHold(this, monthOf(now));
  }

  /** The fee for a list price if it were held now. */
  quote(now: number, listPrice: NanoUsd): NanoUsd {
    return listPrice === 0n ? 0n : feeOf(listPrice - least(listPrice, this.left(monthOf(now))));
  }

  /** The part of a month's allowance that is neither used nor held. */
  left(month: string): NanoUsd {
    const left = this.#monthly - (this.#used.get(month) ?? 0n) - (this.#held.get(month) ?? 0n);
    return left > 0n ? left : 0n;
  }

  /** Changes what running requests hold in a month. */
  addHeld(month: string, amount: NanoUsd): void {
    add(this.#held, month, amount);
  }

  /** Changes what was used in a month. */
  addUsed(month: string, amount: NanoUsd): void {
    add(this.#used, month, amount);
  }

  /** Holds of running requests are free in the copy: these requests end in the original state. */
  copied(): ByokAllowance {
    const made = new ByokAllowance(this.#monthly);
    made.#used = new Map(this.#used);
    return made;
  }
}

/**
 * The part of an allowance that one request holds. Exactly one of `settle` and `release` ends it; later calls have no
 * effect.
 */
export class AllowanceHold {
  readonly #allowance: ByokAllowance;
  readonly #month: string;
  #share = 0n;
  #isOpen = true;

  constructor(allowance: ByokAllowance, month: string) {
    this.#allowance = allowance;
    this.#month = month;
  }

  /** The fee for a list price, after the held free part and no more is subtracted. */
  feeOf(listPrice: NanoUsd): NanoUsd {
    return feeOf(listPrice - least(listPrice, this.#share));
  }

  /** The fee for another list price, if it were held instead of this one. */
  quote(listPrice: NanoUsd): NanoUsd {
    return listPrice === 0n ? 0n : feeOf(listPrice - this.#freeOf(listPrice));
  }

  /** Holds the free part of a list price instead of the previous hold. */
  resize(listPrice: NanoUsd): void {
    if (this.#isOpen) this.#change(listPrice === 0n ? 0n : this.#freeOf(listPrice));
  }

  /** Uses the free part of a list price. */
  settle(listPrice: NanoUsd): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#allowance.addUsed(this.#month, least(listPrice, this.#share));
    this.#change(0n);
  }

  release(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#change(0n);
  }

  #freeOf(listPrice: NanoUsd): NanoUsd {
    return least(listPrice, this.#share + this.#allowance.left(this.#month));
  }

  #change(wanted: NanoUsd): void {
    if (wanted === this.#share) return;
    this.#allowance.addHeld(this.#month, wanted - this.#share);
    this.#share = wanted;
  }
}

/** `YYYY-MM` in UTC. */
function monthOf(now: number): string {
  return dayOf(now).slice(0, 7);
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
