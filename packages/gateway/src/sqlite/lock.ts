import { DatabaseSync } from "node:sqlite";
import { createPrivateFile } from "./file.ts";
import { isLocked } from "./failure.ts";

/** An exclusive lock on a data file, held until `release` or the end of the process, whatever ends it. */
export interface FileLock {
  readonly release: () => void;
}

/**
 * Locks `path` for this process through a lock of SQLite on `PATH.lock`. The operating system releases it when the process ends,
 * and other programs can still read the data file, for example to back it up.
 *
 * @throws If another process or another store of this process holds the lock.
 */
export function lockFile(path: string): FileLock {
  const lock = `${path}.lock`;
  createPrivateFile(lock);
  const database = new DatabaseSync(lock, { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (!isLocked(error)) throw error;
    throw new Error(
      `\`${path}\` is in use by another gateway. Stop that process, or start this one with another data directory. ` +
        "To run several gateways on the same data, use a PostgreSQL database.",
      { cause: error },
    );
  }
  return { release: () => database.close() };
}
