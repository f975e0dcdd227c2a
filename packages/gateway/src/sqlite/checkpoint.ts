import { statSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import type { DatabaseSync } from "node:sqlite";

/** Bytes of the write-ahead log from which on a checkpoint pays: 1,000 pages, as SQLite's own. */
const longestLog = 4_096_000;

/** Whether the write-ahead log of the database has grown so long that it is time for `checkpoint`. */
export function needsCheckpoint(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return log !== undefined && log.size >= longestLog;
}

/**
 * Moves the write-ahead log into the database file, as SQLite's own checkpoint does, but waits for the disk in another thread. SQLite
 * waits in the thread of the caller: on a busy disk, all requests stood still for 25 ms after every 1,000 pages.
 *
 * The database must be open with `openSqlite({ checkpoints: "manual" })`. The caller must not write to it until the promise has resolved.
 * The steps keep what `synchronous = NORMAL` promises for a loss of power: pages are copied after the log is on disk, and the log is
 * emptied after the pages are. A reader in another process can prevent that the log is emptied; then it grows until the next checkpoint.
 *
 * `file` is a handle of the database file that stays open until the database is closed: when a process closes any handle of a file, it
 * loses all of its locks on it (POSIX), also those of SQLite. Another process that opens and closes the database would then delete
 * the log, and with it what is written later.
 *
 * @throws Errors of `node:sqlite` and of the file system.
 */
export async function checkpoint(database: DatabaseSync, path: string, file: FileHandle): Promise<void> {
  await sync(`${path}-wal`);
  if (!isWholeLogCopied(withoutSync(database, () => run(database, "PASSIVE")))) return;
  await file.datasync();
  const isEmptied = withoutSync(database, () => {
    const isEmpty = isWholeLogCopied(run(database, "TRUNCATE"));
    if (isEmpty) beginLog(database);
    return isEmpty;
  });
  if (isEmptied) await sync(`${path}-wal`);
}

function run(database: DatabaseSync, mode: "PASSIVE" | "TRUNCATE"): Readonly<Record<string, unknown>> | undefined {
  return database.prepare(`PRAGMA wal_checkpoint(${mode})`).get();
}

/** Writes the header of the log, with a write that changes nothing. The first commit would wait for the disk to have it. */
function beginLog(database: DatabaseSync): void {
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"]);
  database.exec(`PRAGMA user_version = ${version}`);
}

/** Runs a step without waiting for the disk or for other processes. */
function withoutSync<Result>(database: DatabaseSync, step: () => Result): Result {
  const timeout = Number(database.prepare("PRAGMA busy_timeout").get()?.["timeout"]);
  database.exec("PRAGMA synchronous = OFF; PRAGMA busy_timeout = 0");
  try {
    return step();
  } finally {
    database.exec(`PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = ${timeout}`);
  }
}

function isWholeLogCopied(row: Readonly<Record<string, unknown>> | undefined): boolean {
  return row?.["busy"] === 0 && row["log"] === row["checkpointed"];
}

/** For the log, which SQLite does not lock. */
async function sync(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}
