import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { AccountState } from "../grant.ts";
import type { HeldBudget } from "../held-budget.ts";

/** A hold as far as the operations need it. */
export interface HoldRow {
  readonly account: string;
  readonly floor: bigint | null;
  readonly amount: bigint;
  readonly requests: bigint;
  /** See `formatHeldBudgets`. */
  readonly budgets: string;
  readonly state: "open" | "settled" | "released" | "expired";
}

/** What a settlement adds to its hold. */
export interface HoldCharge {
  readonly now: number;
  readonly charged: bigint;
  readonly counted: bigint;
  readonly providerCost: bigint;
  readonly reported: bigint | null;
  readonly priceVersion: string;
  readonly basis: string;
}

/** Unix milliseconds. */
interface HoldTimes {
  readonly now: number;
  readonly deadline: number;
}

interface ClosedHold {
  readonly state: "released" | "expired";
  readonly reason: string | null;
  readonly now: number;
}

interface BudgetAmounts {
  readonly spent: bigint;
  readonly pending: bigint;
}

interface Cached<Row> {
  row: Row | undefined;
  isChanged: boolean;
}

/**
 * Statements over the ledger's tables, prepared once per connection. All integers are BigInt.
 *
 * All requests of a group change the same few accounts, budgets and leases. In a transaction, these are read once, and `flush` writes
 * them once: a charge in a group of 32 takes 18 % less CPU.
 */
export class Tables {
  readonly #prepare: (sql: string) => StatementSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #accounts = new Map<string, Cached<AccountState>>();
  readonly #budgets = new Map<string, Cached<BudgetAmounts> & Pick<HeldBudget, "id" | "start">>();
  readonly #leases = new Map<string, Cached<HoldRow>>();

  constructor(database: DatabaseSync) {
    this.#prepare = (sql) => {
      const known = this.#statements.get(sql);
      if (known) return known;
      const statement = database.prepare(sql);
      statement.setReadBigInts(true);
      this.#statements.set(sql, statement);
      return statement;
    };
  }

  account(name: string): AccountState {
    return this.#accountOf(name).row ?? { credited: 0n, debited: 0n, pending: 0n };
  }

  /** Adds to the amounts of an account, which is created if it is missing. */
  changeAccount(name: string, change: Partial<AccountState>): void {
    const cached = this.#accountOf(name);
    // Entries refer to accounts, so that a new one is written at once.
    if (!cached.row) this.run("INSERT INTO account VALUES(?, 0, 0, 0)", name);
    const { credited, debited, pending } = cached.row ?? { credited: 0n, debited: 0n, pending: 0n };
    cached.row = {
      credited: credited + (change.credited ?? 0n),
      debited: debited + (change.debited ?? 0n),
      pending: pending + (change.pending ?? 0n),
    };
    cached.isChanged = true;
  }

  budget(id: string, start: number): BudgetAmounts {
    return this.#budgetOf(id, start).row ?? { spent: 0n, pending: 0n };
  }

  /** Adds to a window of a budget, which is created if it is missing. */
  changeBudget({ id, start }: Pick<HeldBudget, "id" | "start">, spent: bigint, pending: bigint): void {
    const cached = this.#budgetOf(id, start);
    const before = cached.row ?? { spent: 0n, pending: 0n };
    cached.row = { spent: before.spent + spent, pending: before.pending + pending };
    cached.isChanged = true;
  }

  /** Writes the changed accounts and budgets, at the end of a transaction. */
  flush(): void {
    for (const [name, { row, isChanged }] of this.#accounts)
      if (row && isChanged)
        this.run(
          "UPDATE account SET credited = ?, debited = ?, pending = ? WHERE name = ?",
          row.credited,
          row.debited,
          row.pending,
          name,
        );
    for (const { id, start, row, isChanged } of this.#budgets.values())
      if (row && isChanged)
        this.run(
          `INSERT INTO budget VALUES(?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET spent = excluded.spent, pending = excluded.pending`,
          id,
          start,
          row.spent,
          row.pending,
        );
    for (const [id, { row, isChanged }] of this.#leases)
      if (row && isChanged)
        this.run("UPDATE hold SET amount = ?, requests = ? WHERE id = ?", row.amount, row.requests, id);
    this.forget();
  }

  /** Forgets what was read and changed: at the end of a read, and after a rollback. */
  forget(): void {
    this.#accounts.clear();
    this.#budgets.clear();
    this.#leases.clear();
  }

  hold(id: string): HoldRow | undefined {
    return this.#leases.get(id)?.row ?? this.#readHold(id);
  }

  /** The hold of a lease, which all settlements of a group share. */
  lease(id: string): HoldRow | undefined {
    const known = this.#leases.get(id);
    if (known) return known.row;
    const row = this.#readHold(id);
    if (row) this.#leases.set(id, { row, isChanged: false });
    return row;
  }

  /** Takes an amount and a number of requests out of a lease. */
  drawFromLease(id: string, amount: bigint, requests: bigint): void {
    const cached = this.#leases.get(id)!;
    const row = cached.row!;
    cached.row = { ...row, amount: row.amount - amount, requests: row.requests - requests };
    cached.isChanged = true;
  }

  /** Closes an open hold without a charge. */
  closeHold(id: string, { state, reason, now }: ClosedHold): void {
    const cached = this.#leases.get(id);
    if (cached?.row) cached.row = { ...cached.row, state };
    const expiredAt = state === "expired" ? now : null;
    this.run(
      "UPDATE hold SET state = ?, reason = ?, closed_at = ?, expired_at = ? WHERE id = ?",
      state,
      reason,
      now,
      expiredAt,
      id,
    );
  }

  /** Returns whether the hold is new. A known one stays unchanged. */
  insertHold(id: string, hold: HoldRow, times: HoldTimes): boolean {
    const { changes } = this.#prepare(
      `INSERT INTO hold(id, account, floor, amount, requests, budgets, state, deadline, opened_at)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ).run(...holdValues(id, hold, times));
    return Number(changes) === 1;
  }

  /** Inserts a hold that is settled from the beginning. Returns whether it is new; a known one stays unchanged. */
  insertSettledHold(id: string, hold: HoldRow, charge: HoldCharge): boolean {
    const { changes } = this.#prepare(
      `INSERT INTO hold(id, account, floor, amount, requests, budgets, state, deadline, opened_at,
         closed_at, charged, counted, provider_cost, reported, price_version, basis)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ).run(...holdValues(id, hold, { now: charge.now, deadline: charge.now }), ...chargeValues(charge));
    return Number(changes) === 1;
  }

  settleHold(id: string, charge: HoldCharge): void {
    this.run(
      `UPDATE hold SET state = 'settled', closed_at = ?, charged = ?, counted = ?, provider_cost = ?, reported = ?,
       price_version = ?, basis = ? WHERE id = ?`,
      ...chargeValues(charge),
      id,
    );
  }

  run(sql: string, ...values: (string | bigint | number | null)[]): void {
    this.#prepare(sql).run(...values);
  }

  all(sql: string, ...values: (string | bigint | number)[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values);
  }

  #readHold(id: string): HoldRow | undefined {
    return this.#prepare("SELECT account, floor, amount, requests, budgets, state FROM hold WHERE id = ?").get(
      id,
    ) as unknown as HoldRow | undefined;
  }

  #accountOf(name: string): Cached<AccountState> {
    const known = this.#accounts.get(name);
    if (known) return known;
    const row = this.#prepare("SELECT credited, debited, pending FROM account WHERE name = ?").get(name);
    const cached = { row: row as AccountState | undefined, isChanged: false };
    this.#accounts.set(name, cached);
    return cached;
  }

  #budgetOf(id: string, start: number): Cached<BudgetAmounts> {
    const key = `${start} ${id}`;
    const known = this.#budgets.get(key);
    if (known) return known;
    const row = this.#prepare("SELECT spent, pending FROM budget WHERE id = ? AND start = ?").get(id, start);
    const cached = { id, start, row: row as BudgetAmounts | undefined, isChanged: false };
    this.#budgets.set(key, cached);
    return cached;
  }
}

function holdValues(id: string, hold: HoldRow, { now, deadline }: HoldTimes): (string | bigint | number | null)[] {
  const { account, floor, amount, requests, budgets, state } = hold;
  return [id, account, floor, amount, requests, budgets, state, deadline, now];
}

function chargeValues(charge: HoldCharge): (string | bigint | number | null)[] {
  const { now, charged, counted, providerCost, reported, priceVersion, basis } = charge;
  return [now, charged, counted, providerCost, reported, priceVersion, basis];
}
