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

/** Statements over the ledger's tables, prepared once per connection. All integers are BigInt. */
export class Tables {
  readonly #prepare: (sql: string) => StatementSync;
  readonly #statements = new Map<string, StatementSync>();

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
    const row = this.#prepare("SELECT credited, debited, pending FROM account WHERE name = ?").get(name);
    return (row as AccountState | undefined) ?? { credited: 0n, debited: 0n, pending: 0n };
  }

  /** Adds to the amounts of an account, which is created if it is missing. */
  changeAccount(name: string, change: Partial<AccountState>): void {
    const { credited = 0n, debited = 0n, pending = 0n } = change;
    const { changes } = this.#prepare(
      "UPDATE account SET credited = credited + ?, debited = debited + ?, pending = pending + ? WHERE name = ?",
    ).run(credited, debited, pending, name);
    if (Number(changes) === 0)
      this.#prepare("INSERT INTO account VALUES(?, ?, ?, ?)").run(name, credited, debited, pending);
  }

  budget(id: string, start: number): { readonly spent: bigint; readonly pending: bigint } {
    const row = this.#prepare("SELECT spent, pending FROM budget WHERE id = ? AND start = ?").get(id, start);
    return (row as { spent: bigint; pending: bigint } | undefined) ?? { spent: 0n, pending: 0n };
  }

  /** Adds to a window of a budget, which is created if it is missing. */
  changeBudget({ id, start }: HeldBudget, spent: bigint, pending: bigint): void {
    const { changes } = this.#prepare(
      "UPDATE budget SET spent = spent + ?, pending = pending + ? WHERE id = ? AND start = ?",
    ).run(spent, pending, id, start);
    if (Number(changes) === 0) this.#prepare("INSERT INTO budget VALUES(?, ?, ?, ?)").run(id, start, spent, pending);
  }

  hold(id: string): HoldRow | undefined {
    const row = this.#prepare("SELECT account, floor, amount, requests, budgets, state FROM hold WHERE id = ?").get(id);
    return row && ({ ...row, budgets: parseHeldBudgets(String(row["budgets"])) } as unknown as HoldRow);
  }

  insertHold(id: string, hold: HoldRow, times: { readonly now: number; readonly deadline: number }): void {
    this.#prepare(
      `INSERT INTO hold(id, account, floor, amount, requests, budgets, state, deadline, opened_at)
       VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
  }

  run(sql: string, ...values: (string | bigint | number | null)[]): void {
    this.#prepare(sql).run(...values);
  }

  all(sql: string, ...values: (string | bigint | number)[]): Record<string, unknown>[] {
    return this.#prepare(sql).all(...values);
  }
}
