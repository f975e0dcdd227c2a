import type { DatabaseSync } from "node:sqlite";
import { toStoreFailure } from "../../sqlite/failure.ts";
import { openSqlite } from "../../sqlite/open.ts";
import { ledgerMigrations } from "./schema.ts";
import { Tables } from "./tables.ts";

/** The ledger's file with its prepared statements. It is opened again after a failure that may have damaged the connection. */
export class LedgerConnection {
  readonly #path: string;
  readonly #lockTimeout: number | undefined;
  #open: { readonly database: DatabaseSync; readonly tables: Tables } | undefined;

  constructor(path: string, lockTimeout: number | undefined) {
    this.#path = path;
    this.#lockTimeout = lockTimeout;
    this.#use(() => undefined);
  }

  /** Runs `read` outside of a transaction. @throws StoreUnavailable */
  read<Result>(read: (tables: Tables) => Result): Result {
    return this.#use(({ tables }) => read(tables));
  }

  /** Runs `write` in a transaction that is durable when this returns. @throws StoreUnavailable */
  write<Result>(write: (tables: Tables) => Result, beforeCommit?: () => void): Result {
    return this.#use(({ database, tables }) => {
      database.exec("BEGIN IMMEDIATE");
      try {
        const result = write(tables);
        beforeCommit?.();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        // SQLite has rolled back by itself after some errors, such as a full disk.
        if (database.isTransaction) database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  close(): void {
    this.#open?.database.close();
    this.#open = undefined;
  }

  #connect(): { readonly database: DatabaseSync; readonly tables: Tables } {
    const database = openSqlite(this.#path, {
      synchronous: "FULL",
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
