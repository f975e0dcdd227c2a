import type { NanoUsd } from "./money.ts";

/** A reservation. Exactly one of the two ends it; what comes after has no effect. */
export interface Hold {
  /** Takes the true cost, which may be more than what was reserved. */
  settle(cost: NanoUsd): void;
  /** Takes nothing. */
  release(): void;
}

/** Credits bought, used and held for requests that are still running. */
export interface Totals {
  readonly bought: NanoUsd;
  readonly used: NanoUsd;
  readonly held: NanoUsd;
}

/** The purse of an account. `reserve` before the work; then `settle` or `release`. */
export class Ledger {
  readonly #bought: NanoUsd;
  #used: NanoUsd = 0n;
  #held: NanoUsd = 0n;

  constructor(bought: NanoUsd) {
    this.#bought = bought;
  }

  /** What no request has taken or reserved; below zero after a request that cost more than its reservation. */
  get available(): NanoUsd {
    return this.#bought - this.#used - this.#held;
  }

  get totals(): Totals {
    return { bought: this.#bought, used: this.#used, held: this.#held };
  }

  /** Sets an amount aside; `undefined` when there is not as much, or the balance is negative. */
  reserve(amount: NanoUsd): Hold | undefined {
    if (amount < 0n) throw new RangeError(`A reservation of ${amount} nano-USD is below zero.`);
    if (this.available < amount) return undefined;
    this.#held += amount;
    let open = true;
    const close = (cost: NanoUsd): void => {
      if (!open) return;
      open = false;
      this.#held -= amount;
      this.#used += cost;
    };
    return { settle: close, release: () => close(0n) };
  }
}
