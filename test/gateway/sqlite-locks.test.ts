import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { RequestEvent } from "../../packages/gateway/src/ports/events.ts";
import { openSqliteEvents } from "../../packages/gateway/src/records/sqlite.ts";
import { openStore } from "../../packages/gateway/src/stores/open-store.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-locks-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** Opens a database in another process, runs a statement and closes it. Returns what it wrote to standard error. */
function runElsewhere(path: string, sql: string): string {
  const script = `
    const database = new (require("node:sqlite").DatabaseSync)(process.argv[1], { timeout: 0 });
    database.exec(process.argv[2]);
    database.close();`;
  return spawnSync(process.execPath, ["-e", script, path, sql], { encoding: "utf8" }).stderr;
}

function eventOf(id: string, length: number): RequestEvent {
  return {
    id,
    account: "acme",
    keyHash: "k",
    model: "acme/tiny",
    provider: "acme",
    endpoint: "acme",
    createdAt: Date.parse("2026-11-29T12:00:00Z"),
    status: 200,
    cost: 1n,
    listPrice: 1n,
    reportedCost: undefined,
    isByok: false,
    promptTokens: 1,
    cachedTokens: 0,
    completionTokens: 1,
    reasoningTokens: 0,
    durationMs: 1,
    firstTokenMs: 1,
    generation: { id } as RequestEvent["generation"],
    attempts: [],
    content: { request: "x".repeat(length), completion: null, reasoning: null },
  };
}

test("a store that is refused because another one of the process uses its folder does not free the folder", async () => {
  const dataDir = join(directory, "data");
  const store = await openStore({ dataDir });
  for (let attempt = 0; attempt < 2; attempt++)
    await expect(openStore({ dataDir })).rejects.toThrow(/in use by another gateway/);
  expect(runElsewhere(join(dataDir, "ledger.db.lock"), "BEGIN EXCLUSIVE")).toContain("database is locked");
  await store.close();
  expect(runElsewhere(join(dataDir, "ledger.db.lock"), "BEGIN EXCLUSIVE")).not.toContain("database is locked");
});

/** Whether this process has a POSIX lock on the file, as Linux lists them. */
function isFileLocked(path: string): boolean {
  const { ino } = statSync(path);
  return readFileSync("/proc/locks", "utf8")
    .split("\n")
    .some((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `));
}

// SQLite before 3.51 does not notice by itself that locks are lost, and that is what the command `sqlite3` mostly is.
test.runIf(process.platform === "linux")(
  "the records stay locked after a checkpoint, so that no other process deletes the log of those that follow",
  async () => {
    const folder = join(directory, "records");
    const path = join(folder, "2026-11-29.db");
    const events = openSqliteEvents(folder);
    for (const length of [1, 5_000_000, 2, 5_000_001]) {
      events.record(eventOf(`record-${length}`, length));
      await events.flush();
      expect(isFileLocked(path)).toBe(true);
    }
    await events.close();
    expect(isFileLocked(path)).toBe(false);
  },
);
