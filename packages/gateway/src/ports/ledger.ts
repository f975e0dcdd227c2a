/** An amount in billionths of a US dollar. */
export type NanoUsd = bigint;

/** The largest amount that a ledger accepts, in nano-USD or requests: sums of several are still 64-bit integers. */
export const mostAmount: bigint = 2n ** 60n;

/**
 * The ledger: double entry over accounts, with reservations that a durable hold covers before a provider is called: a hold of their
 * own, or a lease, which is one for several requests. Every promise of a change resolves once the change survives a crash. All
 * methods are safe to call concurrently, from several processes if the store is shared, and repeating one with the same id changes
 * nothing.
 */
export interface Ledger {
  /**
   * Reserves up to `wanted` and at least `least` for a request, on its account and on all of its budgets at once, or refuses
   * and changes nothing. Repeated for an open or settled hold, it returns the amount of that hold.
   *
   * @throws LedgerConflict if the id belongs to another account, or to a hold that was released or swept.
   */
  readonly reserve: (request: Reservation) => Promise<ReserveResult>;
  /** Raises an open hold to `total`, if account and budgets can cover it. Returns whether it did. */
  readonly extend: (id: string, total: NanoUsd) => Promise<boolean>;
  /**
   * Posts the final amounts and closes the hold, in one transaction. The amount may exceed the hold: the request is paid in
   * full and the balance may fall below zero. A second call with the same id is ignored. A hold that was released or swept is
   * settled all the same: its request was paid to the provider. Without any hold, the postings count in no budget.
   *
   * @throws LedgerConflict if the id belongs to another account.
   */
  readonly settle: (settlement: Settlement) => Promise<void>;
  /** Closes an open hold without a charge. A hold that is closed or unknown stays unchanged. */
  readonly release: (id: string, reason: ReleaseReason) => Promise<void>;
  /**
   * Adds credits to an account. Only a correction may be negative.
   *
   * @throws LedgerConflict if the id was used for another account, amount or kind.
   */
  readonly addCredits: (deposit: Deposit) => Promise<void>;
  /** The balance of a customer account, with every change that this process began before; all zero before its first entry. */
  readonly balanceOf: (account: string) => Promise<Balance>;
  /** What is spent and reserved in the current window of each budget, with every change that this process began before. */
  readonly budgetsOf: (budgets: readonly Budget[], now: number) => Promise<readonly BudgetState[]>;
  /**
   * Closes the open holds whose deadline has passed: their request, or the gateway of their lease, died with its process. They are
   * released, and each gets an entry for reconciliation.
   */
  readonly sweep: (now: number) => Promise<readonly ExpiredHold[]>;
  /** Compares the costs that providers reported since `from` (Unix milliseconds) with ours. */
  readonly driftSince: (from: number) => Promise<CostDrift>;
  /** Checks the ledger: the sum of all entries is zero, every balance equals its entries, every pending amount its open holds. */
  readonly verify: () => Promise<LedgerCheck>;
  readonly close: () => Promise<void>;
}

export interface Reservation {
  /** Id of the generation. */
  readonly id: string;
  /** Customer account. */
  readonly account: string;
  /** The lowest balance that the account may reach by reservations; `null` for an account without a credit limit. */
  readonly floor: NanoUsd | null;
  readonly budgets: readonly Budget[];
  readonly wanted: NanoUsd;
  readonly least: NanoUsd;
  /** Number of requests that count in budgets of requests. Default: 1. A lease has more. */
  readonly requests?: bigint | undefined;
  /**
   * Id of a lease: an open hold for several requests of the same account and budgets. The reservation takes `wanted` and one request
   * out of that hold, whatever is left elsewhere. It is decided as any other if the lease is closed or has less.
   */
  readonly lease?: string | undefined;
  /** Unix milliseconds. */
  readonly now: number;
  /** Unix milliseconds after which the hold is swept. */
  readonly deadline: number;
}

/** A limit on spending or on requests in a window of time. */
export interface Budget {
  /** Unique, such as `key:HASH:daily-usd`. */
  readonly id: string;
  readonly unit: "usd" | "requests";
  /** Nano-USD, or a number of requests. */
  readonly limit: bigint;
  /** In UTC, weeks begin on Monday. `total` never resets. */
  readonly window: "daily" | "weekly" | "monthly" | "total";
}

export interface BudgetState {
  readonly budget: Budget;
  readonly spent: bigint;
  readonly pending: bigint;
  /** Unix milliseconds; `null` for `total`. */
  readonly resetsAt: number | null;
}

export type ReserveResult =
  | { readonly granted: NanoUsd }
  | { readonly refusedBy: "credits"; readonly left: NanoUsd }
  | { readonly refusedBy: Budget; readonly left: bigint; readonly resetsAt: number | null };

export interface Settlement {
  readonly id: string;
  readonly account: string;
  /** What the customer pays, by the account that receives it: `provider:SLUG`, `fees`. */
  readonly postings: readonly { readonly to: string; readonly amount: NanoUsd }[];
  /** What budgets count: the postings, and the provider's price of a request with the customer's own key if they include it. */
  readonly counted: NanoUsd;
  /**
   * What the request costs at the provider by our prices, for the comparison with `reported`. Default: the sum of the postings
   * to accounts `provider:SLUG`.
   */
  readonly providerCost?: NanoUsd | undefined;
  /** Cost that the provider reported itself, if it did. */
  readonly reported?: NanoUsd | undefined;
  /**
   * The lease that granted the request, which then has no hold of its own: the hold of the lease shrinks by `amount` and by one
   * request, and the charge counts in the budgets of the lease.
   */
  readonly lease?: { readonly id: string; readonly amount: NanoUsd } | undefined;
  /** Version of the price with which the amount was computed. */
  readonly priceVersion: string;
  /** Whether the provider reported the usage, or the tokens were counted. */
  readonly basis: "reported" | "estimated";
  readonly now: number;
}

export type ReleaseReason = "failed" | "canceled" | "expired";

export interface Deposit {
  readonly id: string;
  readonly account: string;
  readonly amount: NanoUsd;
  readonly kind: "purchase" | "promotion" | "correction";
  readonly now: number;
}

export interface Balance {
  readonly bought: NanoUsd;
  readonly used: NanoUsd;
  readonly pending: NanoUsd;
}

export interface ExpiredHold {
  readonly id: string;
  readonly account: string;
  readonly amount: NanoUsd;
}

/** How far the costs that providers reported are from the costs by our prices. */
export interface CostDrift {
  /** Number of charges with a reported cost. */
  readonly compared: number;
  /** Number of those whose two costs differ by more than 1 %. */
  readonly deviating: number;
  /** Greatest quotient of the larger and the smaller cost: 1 if all are equal, `Infinity` if one of them is zero. */
  readonly worstRatio: number;
  /** Id of the generation with that quotient. */
  readonly worstId: string | undefined;
}

export interface LedgerCheck {
  readonly entries: number;
  readonly openHolds: number;
  /** Empty if the ledger is right. */
  readonly problems: readonly string[];
}

/** An id was used again for something else. Nothing was changed. */
export class LedgerConflict extends Error {
  override readonly name = "LedgerConflict";
}
