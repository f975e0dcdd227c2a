import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { AccountState } from "../grant.ts";
import { formatHeldBudgets, parseHeldBudgets, type HeldBudget } from "../held-budget.ts";

/** A hold as far as the operations need it. */
export interface HoldRow {
  readonly account: string;
  readonly floor: bigint | null;
  readonly amount: bigint;
  readonly requests: bigint;
  readonly budgets: readonly HeldBudget[];
  readonly state: "open" | "settled" | "released" | "expired";
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
 * All requests of a group change the same few accounts and budgets. In a transaction, these are read once, and `flush` writes them once:
 * a charge in a group of 32 takes 18 % less CPU.
 */
export class Tables {
  readonly #prepare: (sql: string) => StatementSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #accounts = new Map<string, Cached<AccountState>>();
  readonly #budgets = new Map<string, Cached<BudgetAmounts> & Pick<HeldBudget, "id" | "start">>();

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
    this.forget();
  }

  /** Forgets what was read and changed: at the end of a read, and after a rollback. */
  forget(): void {
    this.#accounts.clear();
    this.#budgets.clear();
  }

  hold(id: string): HoldRow | undefined {
    const row = this.#prepare("SELECT account, floor, amount, requests, budgets, state FROM hold WHERE id = ?").get(id);
    return row && ({ ...row, budgets: parseHeldBudgets(String(row["budgets"])) } as unknown as HoldRow);
  }

  /** Returns whether the hold is new. A known one stays unchanged. */
  insertHold(id: string, hold: HoldRow, times: { readonly now: number; readonly deadline: number }): boolean {
    const { changes } = this.#prepare(
      `INSERT INTO hold(id, account, floor, amount, requests, budgets, state, deadline, opened_at)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ).run(
      id,
      hold.account,
      hold.floor,
      hold.amount,
      hold.requests,
      formatHeldBudgets(hold.budgets),
      hold.state,
      times.deadline,
      times.now,
    );
    return Number(changes) === 1;
  }

  run(sql: string, ...values: (string | bigint | number | null)[]): void {
    this.#prepare(sql).run(...values);
  }

  all(sql: string, ...values: (string | bigint | number)[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values);
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
