import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { openSqliteLedger, type Failpoint } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import type { Ledger } from "../../packages/gateway/src/ports/ledger.ts";
import { StoreUnavailable } from "../../packages/gateway/src/ports/store-unavailable.ts";
import { reservation, settlement } from "./ledger-contract.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-failures-"));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;
const newPath = (): string => join(directory, `data-${++files}`, "ledger.db");

const pending = async (ledger: Ledger): Promise<bigint> => (await ledger.balanceOf("a")).pending;
const free = { floor: null };

test("the files are readable by their owner only", async () => {
  const path = newPath();
  const ledger = openSqliteLedger(path);
  await ledger.reserve(reservation("a", free));
  for (const suffix of ["", "-wal", "-shm", ".lock"]) expect(statSync(path + suffix).mode % 0o1000).toBe(0o600);
  await ledger.close();
});

test("a second ledger on the same file is refused with what to do, and works after the first is closed", async () => {
  const path = newPath();
  const first = openSqliteLedger(path);
  expect(() => openSqliteLedger(path)).toThrow(/in use by another gateway.*PostgreSQL/s);
  await first.close();
  await openSqliteLedger(path).close();
});

test("a file locked by another program refuses everything queued, and works when the lock is gone", async () => {
  const path = newPath();
  const ledger = openSqliteLedger(path, { lockTimeout: 10 });
  await ledger.reserve(reservation("a", free));
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  const results = await Promise.allSettled(Array.from({ length: 600 }, () => ledger.reserve(reservation("a", free))));
  for (const result of results)
    expect(result).toMatchObject({ status: "rejected", reason: { name: "StoreUnavailable" } });
  expect(await pending(ledger)).toBe(100n);
  other.exec("ROLLBACK");
  other.close();
  expect(await ledger.reserve(reservation("a", free))).toEqual({ granted: 100n });
  await ledger.close();
});

test.each([
  ["a full disk", 13, /no space left/],
  ["an error of the disk", 10, /cannot be read or written/],
])("%s in the middle of a group applies nothing, and the ledger recovers", async (_, errcode, message) => {
  let failing: Failpoint | undefined;
  const failpoint = (point: Failpoint): void => {
    if (point === failing) throw Object.assign(new Error("failure of the disk"), { errcode });
  };
  const ledger = openSqliteLedger(newPath(), { failpoint });
  const { id } = reservation("a", free);
  await ledger.reserve({ ...reservation("a", free), id });
  for (const point of ["operation", "before-commit"] as const) {
    failing = point;
    const both = [ledger.settle(settlement(id, "a")), ledger.reserve(reservation("a", free))];
    for (const one of both) await expect(one).rejects.toThrow(StoreUnavailable);
    await expect(ledger.reserve(reservation("a", free))).rejects.toThrow(message);
    expect(await ledger.balanceOf("a")).toEqual({ bought: 0n, used: 0n, pending: 100n });
  }
  failing = undefined;
  await ledger.settle(settlement(id, "a"));
  expect(await ledger.balanceOf("a")).toEqual({ bought: 0n, used: 40n, pending: 0n });
  expect((await ledger.verify()).problems).toEqual([]);
  await ledger.close();
});

test("an operation that violates the schema fails alone", async () => {
  const path = newPath();
  const ledger = openSqliteLedger(path);
  const other = new DatabaseSync(path);
  other.exec(
    "CREATE TRIGGER refuse BEFORE INSERT ON hold WHEN new.id = 'bad' BEGIN SELECT raise(ABORT, 'bad id'); END",
  );
  other.close();
  const results = await Promise.allSettled([
    ledger.reserve(reservation("a", free)),
    ledger.reserve(reservation("a", { ...free, id: "bad" })),
    ledger.reserve(reservation("a", free)),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await pending(ledger)).toBe(200n);
  await ledger.close();
});

test("a file that is not a database, and one of a newer version, are refused with their path", async () => {
  const path = newPath();
  await openSqliteLedger(path).close();
  const database = new DatabaseSync(path);
  database.exec("INSERT INTO schema_version VALUES(99, 0)");
  database.close();
  expect(() => openSqliteLedger(path)).toThrow(/schema version 99/);
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([Buffer.alloc(100, 65), whole.subarray(100)]));
  expect(() => openSqliteLedger(path)).toThrow(/ledger\.db is not an SQLite database/);
});

test("verify reports each table that was changed by hand", async () => {
  const path = newPath();
  const ledger = openSqliteLedger(path);
  const budgets = [{ id: "b", unit: "usd", limit: 1000n, window: "total" } as const];
  await ledger.addCredits({ id: "d", account: "a", amount: 1000n, kind: "purchase", now: 0 });
  const { id } = reservation("a");
  await ledger.reserve({ ...reservation("a", { budgets }), id });
  await ledger.settle(settlement(id, "a"));
  await ledger.reserve(reservation("a", { budgets }));
  const other = new DatabaseSync(path);
  const changes = [
    "UPDATE account SET credited = credited + 1 WHERE name = 'customer:a'",
    "UPDATE account SET debited = debited + 1 WHERE name = 'customer:a'",
    "UPDATE account SET pending = pending + 1",
    "UPDATE budget SET spent = spent + 1",
    "UPDATE budget SET pending = pending + 1",
    "UPDATE hold SET charged = charged + 1 WHERE state = 'settled'",
    "UPDATE entry SET amount = amount + 1",
  ];
  expect((await ledger.verify()).problems).toEqual([]);
  for (const change of changes) {
    other.exec(`SAVEPOINT before; ${change}; RELEASE before`);
    expect((await ledger.verify()).problems, change).not.toEqual([]);
    other.exec(change.replaceAll(" + 1", " - 1"));
    expect((await ledger.verify()).problems).toEqual([]);
  }
  other.close();
  await ledger.close();
});

test("a closed ledger refuses operations, after it has committed what was queued", async () => {
  const path = newPath();
  const ledger = openSqliteLedger(path);
  const last = ledger.reserve(reservation("a", free));
  await ledger.close();
  expect(await last).toEqual({ granted: 100n });
  await expect(ledger.reserve(reservation("a", free))).rejects.toThrow(StoreUnavailable);
  await expect(ledger.balanceOf("a")).rejects.toThrow(StoreUnavailable);
  await ledger.close();
});
