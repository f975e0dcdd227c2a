import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
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

test("another process that reads the records after a checkpoint does not delete the log of those that follow", async () => {
  const folder = join(directory, "records");
  const path = join(folder, "2026-11-29.db");
  const events = openSqliteEvents(folder);
  events.record(eventOf("first", 5_000_000));
  await events.flush();
  expect(runElsewhere(path, "SELECT count(*) FROM record")).not.toContain("Error");
  expect(existsSync(`${path}-wal`)).toBe(true);
  events.record(eventOf("second", 1));
  await events.flush();
  const reader = new DatabaseSync(path, { readOnly: true });
  expect(reader.prepare("SELECT count(*) AS n FROM record").get()).toEqual({ n: 2 });
  reader.close();
  await events.close();
});
