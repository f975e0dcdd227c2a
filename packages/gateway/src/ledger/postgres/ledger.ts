import type { Balance, BudgetState, CostDrift, ExpiredHold, Ledger, ReserveResult } from "../../ports/ledger.ts";
import { PostgresClient, type PostgresOptions, type Sql } from "../../postgres/client.ts";
import { migratePostgres } from "../../postgres/migrate.ts";
import { GroupCommit, type Outcome } from "../group-commit.ts";
import {
  checkAmount,
  checkDeposit,
  checkReservation,
  checkSettlement,
  customerAccount,
  SWEEP_SIZE,
  type OperationResult,
} from "../operation.ts";
import { windowAt } from "../window.ts";
import { decodeResult, decodeSweep, encodeOperation, type GroupedOperation } from "./encode.ts";
import { ledgerMigrations } from "./schema.ts";
import { verifyBooks } from "./verify.ts";

export interface PostgresLedgerOptions extends PostgresOptions {
  /** Unix milliseconds. Default: `Date.now`. */
  readonly clock?: () => number;
}

/**
 * Opens the ledger in a PostgreSQL database that any number of gateways share. The operations that are queued while a group is
 * committed form the next group: one round trip and one transaction.
 *
 * @throws StoreUnavailable if the database cannot be reached.
 * @throws If the package `postgres` is not installed, or a newer gateway has migrated the database.
 */
export async function openPostgresLedger(url: string, options: PostgresLedgerOptions = {}): Promise<Ledger> {
  const client = await PostgresClient.create(url, options);
  try {
    await migratePostgres(client, "ledger", ledgerMigrations);
    return new PostgresLedger(client, options.clock ?? Date.now);
  } catch (error) {
    await client.close();
    throw error;
  }
}

class PostgresLedger implements Ledger {
  readonly #client: PostgresClient;
  readonly #clock: () => number;
  readonly #group: GroupCommit<GroupedOperation, OperationResult>;

  constructor(client: PostgresClient, clock: () => number) {
    this.#client = client;
    this.#clock = clock;
    // The event loop goes on during a commit, so groups form without a pause.
    this.#group = new GroupCommit({ commit: (operations) => this.#commit(operations), pause: 0 });
  }

  readonly reserve: Ledger["reserve"] = async (reservation) => {
    checkReservation(reservation);
    return (await this.#group.submit({ kind: "reserve", reservation })) as ReserveResult;
  };

  readonly extend: Ledger["extend"] = async (id, total) => {
    checkAmount("total", total);
    return (await this.#group.submit({ kind: "extend", id, total })) as boolean;
  };

  readonly settle: Ledger["settle"] = async (settlement) => {
    checkSettlement(settlement);
    await this.#group.submit({ kind: "settle", settlement });
  };

  readonly release: Ledger["release"] = async (id, reason) => {
    await this.#group.submit({ kind: "release", id, reason, now: this.#clock() });
  };

  readonly addCredits: Ledger["addCredits"] = async (deposit) => {
    checkDeposit(deposit);
    await this.#group.submit({ kind: "deposit", deposit });
  };

  readonly balanceOf: Ledger["balanceOf"] = (account) =>
    this.#read(async (sql) => {
      const [row] = await sql<Balance[]>`
        SELECT credited AS bought, debited AS used, pending FROM account WHERE name = ${customerAccount(account)}`;
      return row ? { ...row } : { bought: 0n, used: 0n, pending: 0n };
    });

  readonly budgetsOf: Ledger["budgetsOf"] = (budgets, now) =>
    this.#read(async (sql) => {
      const windows = budgets.map(({ window }) => windowAt(window, now));
      const rows = await sql<{ id: string; start: bigint; spent: bigint; pending: bigint }[]>`
        SELECT id, start, spent, pending FROM budget WHERE (id, start) IN (
          SELECT * FROM unnest(${budgets.map(({ id }) => id)}::text[], ${windows.map(({ start }) => start)}::bigint[]))`;
      const found = new Map(rows.map((row) => [`${row.start} ${row.id}`, row]));
      return budgets.map((budget, index): BudgetState => {
        const { start, resetsAt } = windows[index]!;
        const { spent = 0n, pending = 0n } = found.get(`${start} ${budget.id}`) ?? {};
        return { budget, spent, pending, resetsAt };
      });
    });

  readonly sweep: Ledger["sweep"] = async (now) => {
    const swept: ExpiredHold[] = [];
    for (;;) {
      const part = await this.#client.run(async (sql) => {
        const [row] = await sql`SELECT ledger_sweep(${now}, ${SWEEP_SIZE}) AS swept`;
        return decodeSweep(row?.["swept"]);
      });
      swept.push(...part);
      if (part.length < SWEEP_SIZE) return swept;
    }
  };

  readonly driftSince: Ledger["driftSince"] = (from) => this.#client.run((sql) => readDrift(sql, from));

  readonly verify: Ledger["verify"] = () => this.#client.run(verifyBooks);

  readonly close: Ledger["close"] = async () => {
    await this.#group.drained();
    await this.#client.close();
  };

  async #read<Result>(read: (sql: Sql) => Promise<Result>): Promise<Result> {
    // A caller that has its response sees its charge.
    await this.#group.committed();
    return this.#client.run(read);
  }

  async #commit(operations: readonly GroupedOperation[]): Promise<readonly Outcome<OperationResult>[]> {
    const encoded = JSON.stringify(operations.map(encodeOperation));
    const results = await this.#client.run(async (sql) => {
      const [row] = await sql`SELECT ledger_apply(${encoded}::text::jsonb) AS results`;
      return row?.["results"] as readonly unknown[];
    });
    return operations.map((operation, index) => decodeResult(operation, results[index]));
  }
}

async function readDrift(sql: Sql, from: number): Promise<CostDrift> {
  const [row] = await sql`
    WITH compared AS (
      SELECT id, greatest(reported, provider_cost) AS larger, least(reported, provider_cost) AS smaller
      FROM hold WHERE reported IS NOT NULL AND closed_at >= ${from}
    ), rated AS (
      SELECT id, CASE WHEN larger = smaller THEN 1 WHEN smaller = 0 THEN 'Infinity'
        ELSE larger::float8 / smaller END AS ratio FROM compared
    )
    SELECT count(*) AS compared, count(*) FILTER (WHERE ratio > 1.01) AS deviating, max(ratio) AS ratio,
      (array_agg(id ORDER BY ratio DESC))[1] AS id FROM rated`;
  return {
    compared: Number(row?.["compared"]),
    deviating: Number(row?.["deviating"]),
    worstRatio: Number(row?.["ratio"] ?? 1),
    worstId: (row?.["id"] as string | null | undefined) ?? undefined,
  };
}
