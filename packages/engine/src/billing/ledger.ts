import type { Copy } from "../data/copy.ts";
import type { NanoUsd } from "./money.ts";

/** A part of a cost and the account that receives it. */
export interface Posting {
  readonly to: string;
  readonly amount: NanoUsd;
}

/** Credits that were bought, used, and held for running requests. */
export interface Totals {
  readonly bought: NanoUsd;
  readonly used: NanoUsd;
  readonly held: NanoUsd;
}

/**
 * A double-entry ledger: every transfer debits one account and credits another, so the sum of all balances is always
 * zero.
 */
export class Ledger {
  #balances = new Map<string, NanoUsd>();

  /** Moves an amount. A negative amount moves in the other direction. */
  transfer(from: string, to: string, amount: NanoUsd): void {
    if (amount === 0n) return;
    this.#balances.set(from, this.balance(from) - amount);
    this.#balances.set(to, this.balance(to) + amount);
  }

  balance(account: string): NanoUsd {
    return this.#balances.get(account) ?? 0n;
  }

  /** Deletes an account with a zero balance. */
  forget(account: string): void {
    if (this.balance(account) === 0n) this.#balances.delete(account);
  }

  /** Every account with a transfer, and its balance. */
  get balances(): ReadonlyMap<string, NanoUsd> {
    return this.#balances;
  }

  copied(copy: Copy): Ledger {
    const made = new Ledger();
    made.#balances = copy(this.#balances);
    return made;
  }
}

/** The credit balance of one customer: `reserve` before the work, then `settle` or `release`. */
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

  /** The amount that no request has used or reserved. Negative after a request that cost more than its reservation. */
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

  /** Returns the bought credits and leaves the ledger. For a balance without charges. */
  close(): void {
    this.#ledger.transfer(this.#free, "purchases", this.#bought);
    this.#ledger.forget(this.#free);
    this.#ledger.forget(this.#held);
  }

  /** Reserves an amount. `undefined` if the balance is too low or negative. */
  reserve(amount: NanoUsd): Hold | undefined {
    if (amount < 0n) throw new RangeError(`A reservation of ${amount} nano-USD must not be negative.`);
    if (this.available < amount) return undefined;
    this.hold(amount);
    return new Hold(this, amount);
  }

  /** Moves an amount from the available credits to the held ones; a negative one back. */
  hold(amount: NanoUsd): void {
    this.#ledger.transfer(this.#free, this.#held, amount);
  }

  /** Posts a cost to the accounts that receive it. */
  charge(postings: readonly Posting[]): void {
    for (const { to, amount } of postings) {
      this.#ledger.transfer(this.#free, to, amount);
      this.#used += amount;
    }
  }

  /** Holds of running requests are free in the copy: these requests end in the original state. */
  copied(copy: Copy): CreditBalance {
    const made = new CreditBalance(copy(this.#ledger), this.#name, 0n);
    made.#bought = this.#bought;
    made.#used = this.#used;
    made.#ledger.transfer(made.#held, made.#free, made.#ledger.balance(made.#held));
    return made;
  }
}

/** A reservation. Exactly one of `settle` and `release` ends it; later calls have no effect. */
export class Hold {
  readonly #balance: CreditBalance;
  #amount: NanoUsd;
  #isOpen = true;

  constructor(balance: CreditBalance, amount: NanoUsd) {
    this.#balance = balance;
    this.#amount = amount;
  }

  get amount(): NanoUsd {
    return this.#amount;
  }

  /** Changes the reserved amount. Returns false, without a change, if the balance is too low or the hold has ended. */
  resize(wanted: NanoUsd): boolean {
    const more = wanted - this.#amount;
    if (!this.#isOpen || wanted < 0n || (more > 0n && this.#balance.available < more)) return false;
    this.#balance.hold(more);
    this.#amount = wanted;
    return true;
  }

  /** Charges the actual cost, which may exceed the reservation, and posts it to these accounts. */
  settle(postings: readonly Posting[]): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#balance.hold(-this.#amount);
    this.#balance.charge(postings);
  }

  /** Ends the hold without a charge. */
  release(): void {
    this.settle([]);
  }
}
