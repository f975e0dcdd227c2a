import { open, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { StoreUnavailable } from "../../ports/store-unavailable.ts";
import { toStoreFailure } from "../../sqlite/failure.ts";
import { openSqlite } from "../../sqlite/open.ts";
import { ledgerMigrations } from "./schema.ts";
import { Tables } from "./tables.ts";

/**
 * The ledger's file with its prepared statements. It is opened again after a failure that may have damaged the connection.
 *
 * A commit only writes to the write-ahead log, and `flush` waits for the disk in another thread. With `synchronous = FULL`, each commit
 * stopped all requests of the process for the 4 ms of a flush: 24 % of the time at a concurrency of 32.
 */
export class LedgerConnection {
  readonly #path: string;
  readonly #lockTimeout: number | undefined;
  #open: { readonly database: DatabaseSync; readonly tables: Tables } | undefined;
  /** The write-ahead log, which exists from the first transaction until the connection is closed. */
  #log: Promise<FileHandle> | undefined;

  constructor(path: string, lockTimeout: number | undefined) {
    this.#path = path;
    this.#lockTimeout = lockTimeout;
    this.#use(() => undefined);
  }

  /** Runs `read` outside of a transaction. @throws StoreUnavailable */
  read<Result>(read: (tables: Tables) => Result): Result {
    return this.#use(({ tables }) => {
      try {
        return read(tables);
      } finally {
        tables.forget();
      }
    });
  }

  /** Runs `write` in a transaction, which is durable after the next `flush`. @throws StoreUnavailable */
  write<Result>(write: (tables: Tables) => Result, beforeCommit?: () => void): Result {
    return this.#use(({ database, tables }) => {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = write(tables);
        tables.flush();
        beforeCommit?.();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        tables.forget();
        // SQLite has rolled back by itself after some errors, such as a full disk.
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  /** Resolves when all transactions so far are on disk. Rejects with `StoreUnavailable`. */
  async flush(): Promise<void> {
    try {
      this.#log ??= openLog(this.#path);
      await (await this.#log).datasync();
    } catch (error) {
      this.#discard();
      throw new StoreUnavailable(`The ledger ${this.#path} cannot be flushed: ${String(error)}`, { cause: error });
    }
  }

  close(): void {
    // The handle waits for a flush in progress.
    void this.#log?.then((log) => log.close()).catch(() => undefined);
    this.#log = undefined;
    this.#open?.database.close();
    this.#open = undefined;
  }

  #connect(): { readonly database: DatabaseSync; readonly tables: Tables } {
    const database = openSqlite(this.#path, {
      synchronous: "NORMAL",
      migrations: ledgerMigrations,
      ...(this.#lockTimeout === undefined ? {} : { lockTimeout: this.#lockTimeout }),
    });
    this.#open = { database, tables: new Tables(database) };
    return this.#open;
  }

  #use<Result>(action: (open: { readonly database: DatabaseSync; readonly tables: Tables }) => Result): Result {
    try {
      return action(this.#open ?? this.#connect());
    } catch (error) {
      const failure = toStoreFailure(error, this.#path);
      if (!failure) throw error;
      if (failure.reopen) this.#discard();
      throw failure.error;
    }
  }

  #discard(): void {
    try {
      this.close();
    } catch {
      this.#open = undefined;
    }
  }
}

/** Opens the write-ahead log, and makes sure that its name is on disk, too. */
async function openLog(path: string): Promise<FileHandle> {
  const log = await open(`${path}-wal`, "r+");
  // Windows has no handles of folders.
  const folder = await open(dirname(path), "r").catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
  return log;
}
