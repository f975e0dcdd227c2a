import type { Copy } from "../data/copy.ts";
import type { NanoUsd } from "./money.ts";

/** A reservation. Exactly one of `settle` and `release` ends it; what comes after has no effect. */
export interface Hold {
  readonly amount: NanoUsd;
  /** Sets more or less aside; false, and nothing changes, when the purse has not as much or the hold has ended. */
  resize(amount: NanoUsd): boolean;
  /** Takes the true cost, which may be more than what was reserved, and says to whom it goes. */
  settle(postings: readonly Posting[]): void;
  /** Takes nothing. */
  release(): void;
}

/** A part of a cost and the account that gets it. */
export interface Posting {
  readonly to: string;
  readonly amount: NanoUsd;
}

/** Credits bought, used and held for requests that are still running. */
export interface Totals {
  readonly bought: NanoUsd;
  readonly used: NanoUsd;
  readonly held: NanoUsd;
}

/** Double entry: every transfer takes from one account what it gives to another, so the sum over all is always zero. */
export class Ledger {
  #balances = new Map<string, NanoUsd>();

  /** Moves an amount; below zero it moves the other way. */
  transfer(from: string, to: string, amount: NanoUsd): void {
    if (amount === 0n) return;
    this.#balances.set(from, this.balance(from) - amount);
    this.#balances.set(to, this.balance(to) + amount);
  }

  balance(account: string): NanoUsd {
    return this.#balances.get(account) ?? 0n;
  }

  /** Forgets an account whose balance is zero. */
  forget(account: string): void {
    if (this.balance(account) === 0n) this.#balances.delete(account);
  }

  /** Every account that was ever moved, and its balance. */
  get balances(): ReadonlyMap<string, NanoUsd> {
    return this.#balances;
  }

  copied(copy: Copy): this {
    const made = new Ledger();
    made.#balances = copy(this.#balances);
    return made as this;
  }
}

/** The purse of one customer: `reserve` before the work; then `settle` or `release`. */
export class CreditBalance {
  readonly #ledger: Ledger;
  readonly #name: string;
  readonly #free: string;
  readonly #held: string;
  #bought = 0n;
  #used = 0n;

  constructor(ledger: Ledger, name: string, bought: NanoUsd) {
    this.#ledger = ledger;
    this.#name = name;
    this.#free = `credit:${name}`;
    this.#held = `held:${name}`;
    this.deposit(bought);
  }

  /** What no request has taken or reserved; below zero after a request that cost more than its reservation. */
  get available(): NanoUsd {
    return this.#ledger.balance(this.#free);
  }

  get totals(): Totals {
    return { bought: this.#bought, used: this.#used, held: this.#ledger.balance(this.#held) };
  }

  /** Adds credits. */
  deposit(amount: NanoUsd): void {
    this.#bought += amount;
    this.#ledger.transfer("purchases", this.#free, amount);
  }

  /** Gives back what was bought and leaves the ledger; for a purse from which nothing was taken. */
  close(): void {
    this.#ledger.transfer(this.#free, "purchases", this.#bought);
    this.#ledger.forget(this.#free);
    this.#ledger.forget(this.#held);
  }

  /** Sets an amount aside; `undefined` when there is not as much, or the balance is negative. */
  reserve(amount: NanoUsd): Hold | undefined {
    if (amount < 0n) throw new RangeError(`A reservation of ${amount} nano-USD is below zero.`);
    if (this.available < amount) return undefined;
    const ledger = this.#ledger;
    ledger.transfer(this.#free, this.#held, amount);
    let open = true;
    let held = amount;
    const close = (postings: readonly Posting[]): void => {
      if (!open) return;
      open = false;
      ledger.transfer(this.#held, this.#free, held);
      for (const { to, amount: part } of postings) {
        ledger.transfer(this.#free, to, part);
        this.#used += part;
      }
    };
    return {
      get amount() {
        return held;
      },
      resize: (wanted) => {
        if (!open || wanted < 0n || (wanted > held && this.available + held < wanted)) return false;
        ledger.transfer(this.#free, this.#held, wanted - held);
        held = wanted;
        return true;
      },
      settle: close,
      release: () => close([]),
    };
  }

  /** What is held for requests that still run is free in the copy: they end in the state in which they began. */
  copied(copy: Copy): this {
    const made = new CreditBalance(copy(this.#ledger), this.#name, 0n);
    made.#bought = this.#bought;
    made.#used = this.#used;
    made.#ledger.transfer(made.#held, made.#free, made.#ledger.balance(made.#held));
    return made as this;
  }
}
