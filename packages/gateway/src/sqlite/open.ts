import { DatabaseSync } from "node:sqlite";
import { createPrivateFile } from "./file.ts";
import { migrate } from "./migrate.ts";

export interface SqliteOptions {
  /** `FULL` survives a loss of power; `NORMAL` may lose the last commits then, but never corrupts the file. */
  readonly synchronous: "FULL" | "NORMAL";
  /** All versions of the schema, oldest first. */
  readonly migrations: readonly string[];
  /** Milliseconds to wait for the lock of another process. The event loop is blocked meanwhile. Default: 50. */
  readonly lockTimeout?: number;
  /** `manual` leaves them to `checkpoint`, which does not block the event loop while the disk works. Default: by SQLite, in a commit. */
  readonly checkpoints?: "manual";
}

/**
 * Opens a database for reading and writing, in WAL mode, and migrates it. Creates it with mode 0600 if it is missing.
 *
 * @throws Errors of `node:sqlite`; see `toStoreFailure`.
 */
export function openSqlite(path: string, options: SqliteOptions): DatabaseSync {
  createPrivateFile(path);
  const database = new DatabaseSync(path, { timeout: options.lockTimeout ?? 50, enableForeignKeyConstraints: true });
  try {
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${options.synchronous}; PRAGMA temp_store = MEMORY;`,
    );
    if (options.checkpoints === "manual") database.exec("PRAGMA wal_autocheckpoint = 0");
    migrate(database, path, options.migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
