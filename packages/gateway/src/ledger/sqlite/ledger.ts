import {
  LedgerConflict,
  type Balance,
  type Budget,
  type BudgetState,
  type CostDrift,
  type ExpiredHold,
  type Ledger,
  type ReserveResult,
} from "../../ports/ledger.ts";
import { StoreUnavailable } from "../../ports/store-unavailable.ts";
import { lockFile } from "../../sqlite/lock.ts";
import { GroupCommit, type Outcome } from "../group-commit.ts";
import {
  checkAmount,
  checkDeposit,
  checkReservation,
  checkSettlement,
  customerAccount,
  canLinger,
  SWEEP_SIZE,
  type Operation,
  type OperationResult,
} from "../operation.ts";
import { windowAt } from "../window.ts";
import { applyOperation } from "./apply.ts";
import { LedgerConnection } from "./connection.ts";
import type { Tables } from "./tables.ts";
import { verifyBooks } from "./verify.ts";

// Milliseconds that a settlement waits for others under little load: no response waits for it, and a durable hold or lease covers the
// charge until then. A flush costs 0.3 ms of processor time or more. At one request at a time, 10 ms in place of 4 take 10 % less of it,
// at four at a time 5 %; 20 ms take no less.
const LINGER_MS = 10;

/** Points at which a test can stop the process or make the store fail. */
export type Failpoint = "group" | "operation" | "before-commit" | "after-commit";

export interface SqliteLedgerOptions {
  /** Milliseconds to wait for the lock of another program, such as a backup. Default: 50. */
  readonly lockTimeout?: number;
  /** Unix milliseconds. Default: `Date.now`. */
  readonly clock?: () => number;
  /** Called at every step of a commit, for tests of crashes. */
  readonly failpoint?: (point: Failpoint) => void;
}

/**
 * Opens the ledger in one SQLite file, which this process locks for itself. Operations are committed in groups with a flush to
 * disk, so that they survive a crash of the machine.
 *
 * @throws If the file cannot be opened, belongs to a newer version, or is locked by another process.
 */
export function openSqliteLedger(path: string, options: SqliteLedgerOptions = {}): Ledger {
  const lock = lockFile(path);
  try {
    const connection = new LedgerConnection(path, options.lockTimeout);
    return new SqliteLedger(connection, lock.release, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

class SqliteLedger implements Ledger {
  readonly #connection: LedgerConnection;
  readonly #unlock: () => void;
  readonly #clock: () => number;
  readonly #failpoint: (point: Failpoint) => void;
  readonly #group: GroupCommit<Operation, OperationResult>;
  /** Whether the leases of processes that died are due to be swept. */
  #hasExpiredLeases = false;
  #closed = false;

  constructor(connection: LedgerConnection, unlock: () => void, options: SqliteLedgerOptions) {
    this.#connection = connection;
    this.#unlock = unlock;
    this.#clock = options.clock ?? Date.now;
    this.#failpoint = options.failpoint ?? (() => {});
    this.#group = new GroupCommit({
      commit: (operations) => this.#commit(operations),
      flush: () => this.#flush(),
      linger: LINGER_MS,
    });
  }

  readonly reserve: Ledger["reserve"] = async (reservation) => {
    checkReservation(reservation);
    return (await this.#submit({ kind: "reserve", reservation })) as ReserveResult;
  };

  readonly extend: Ledger["extend"] = async (id, total) => {
    checkAmount("total", total);
    return (await this.#submit({ kind: "extend", id, total })) as boolean;
  };

  readonly settle: Ledger["settle"] = async (settlement) => {
    checkSettlement(settlement);
    await this.#submit({ kind: "settle", settlement });
  };

  readonly release: Ledger["release"] = async (id, reason) => {
    await this.#submit({ kind: "release", id, reason, now: this.#clock() });
  };

  readonly addCredits: Ledger["addCredits"] = async (deposit) => {
    checkDeposit(deposit);
    await this.#submit({ kind: "deposit", deposit });
  };

  readonly balanceOf: Ledger["balanceOf"] = (account) =>
    this.#read((tables): Balance => {
      const { credited, debited, pending } = tables.account(customerAccount(account));
      return { bought: credited, used: debited, pending };
    });

  readonly budgetsOf: Ledger["budgetsOf"] = (budgets, now) =>
    this.#read((tables) => budgets.map((budget) => stateOf(tables, budget, now)));

  readonly sweep: Ledger["sweep"] = async (now) => {
    const swept: ExpiredHold[] = [];
    for (;;) {
      const part = (await this.#submit({ kind: "sweep", now, most: SWEEP_SIZE })) as readonly ExpiredHold[];
      swept.push(...part);
      if (part.length < SWEEP_SIZE) return swept;
    }
  };

  readonly driftSince: Ledger["driftSince"] = (from) => this.#read((tables) => readDrift(tables, from));

  readonly verify: Ledger["verify"] = () => this.#read(verifyBooks);

  readonly close: Ledger["close"] = async () => {
    if (this.#closed) return;
    this.#closed = true;
    await this.#group.drained();
    this.#connection.close();
    this.#unlock();
  };

  #submit(operation: Operation): Promise<OperationResult> {
    if (this.#closed) return Promise.reject(new StoreUnavailable("The ledger is closed."));
    return this.#group.submit(operation, canLinger(operation));
  }

  async #read<Result>(read: (tables: Tables) => Result): Promise<Result> {
    if (this.#closed) throw new StoreUnavailable("The ledger is closed.");
    // A caller that has its response sees its charge.
    await this.#group.committed();
    return this.#connection.read(read);
  }

  #commit(operations: readonly Operation[]): readonly Outcome<OperationResult>[] {
    this.#failpoint("group");
    const outcomes = this.#connection.write(
      (tables) => {
        if (!this.#hasExpiredLeases) expireLeases(tables);
        return operations.map((operation) => this.#apply(tables, operation));
      },
      () => this.#failpoint("before-commit"),
    );
    this.#hasExpiredLeases = true;
    return outcomes;
  }

  async #flush(): Promise<void> {
    await this.#connection.flush();
    this.#failpoint("after-commit");
  }

  #apply(tables: Tables, operation: Operation): Outcome<OperationResult> {
    try {
      const value = applyOperation(tables, operation);
      this.#failpoint("operation");
      return { value };
    } catch (error) {
      if (error instanceof LedgerConflict) return { error };
      throw error;
    }
  }
}

/** The lock of the file says that no other process lives, so the leases in it grant nothing more: the next sweep returns them. */
function expireLeases(tables: Tables): void {
  tables.run(
    `UPDATE hold INDEXED BY hold_open SET deadline = 0 WHERE state = 'open' AND id >= 'lease:' AND id < 'lease;'`,
  );
}

function stateOf(tables: Tables, budget: Budget, now: number): BudgetState {
  const { start, resetsAt } = windowAt(budget.window, now);
  return { budget, ...tables.budget(budget.id, start), resetsAt };
}

function readDrift(tables: Tables, from: number): CostDrift {
  const [row] = tables.all(
    `WITH compared AS (
       SELECT id, max(reported, provider_cost) AS larger, min(reported, provider_cost) AS smaller
       FROM hold WHERE reported IS NOT NULL AND closed_at >= ?
     ), rated AS (
       SELECT id, iif(larger = smaller, 1.0, iif(smaller = 0, 9e999, larger * 1.0 / smaller)) AS ratio FROM compared
     )
     SELECT count(*) AS compared, coalesce(sum(ratio > 1.01), 0) AS deviating, coalesce(max(ratio), 1.0) AS ratio, id FROM rated`,
    from,
  );
  const id = row?.["id"];
  return {
    compared: Number(row?.["compared"]),
    deviating: Number(row?.["deviating"]),
    worstRatio: Number(row?.["ratio"]),
    worstId: typeof id === "string" ? id : undefined,
  };
}
