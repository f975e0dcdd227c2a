import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { settleLater } from "../../packages/gateway/src/ledger/settle-later.ts";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import { LedgerConflict } from "../../packages/gateway/src/ports/ledger.ts";
import { StoreUnavailable } from "../../packages/gateway/src/ports/store-unavailable.ts";
import { reservation, settlement } from "./ledger-contract.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-later-"));
afterAll(() => rmSync(directory, { recursive: true }));

let files = 0;
async function start() {
  const path = join(directory, `${++files}.db`);
  const ledger = settleLater(openSqliteLedger(path, { lockTimeout: 1 }), { delay: 5, longestDelay: 20 });
  const { id } = reservation("a");
  await ledger.reserve({ ...reservation("a", { floor: null }), id });
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  return { ledger, id, other, path };
}

test("settlements wait for a store that is locked, while new reservations are refused, and none is lost", async () => {
  const { ledger, id, other } = await start();
  const all = [id, "without-hold"].map((one) => ledger.settle(settlement(one, "a")));
  await expect(ledger.reserve(reservation("a", { floor: null }))).rejects.toThrow(StoreUnavailable);
  await expect.poll(() => ledger.waiting()).toBe(2);
  other.close();
  await Promise.all(all);
  expect(ledger.waiting()).toBe(0);
  expect(await ledger.balanceOf("a")).toEqual({ bought: 0n, used: 80n, pending: 0n });
  await expect(ledger.settle(settlement(id, "b"))).rejects.toThrow(LedgerConflict);
  await ledger.close();
});

test("a settlement waits until it is stored, also while another attempt is under way", async () => {
  const attempts: PromiseWithResolvers<void>[] = [];
  const settle = (): Promise<void> => {
    attempts.push(Promise.withResolvers());
    return attempts.at(-1)!.promise;
  };
  const { ledger: inner, id, other } = await start();
  other.close();
  const ledger = settleLater({ ...inner, settle }, { delay: 1 });
  const settled = ledger.settle(settlement(id, "a"));
  expect(ledger.waiting()).toBe(0);
  for (let count = 1; count <= 3; count++) {
    attempts.at(-1)!.reject(new StoreUnavailable("gone"));
    await expect.poll(() => attempts.length).toBe(count + 1);
    expect(ledger.waiting()).toBe(1);
  }
  attempts.at(-1)!.resolve();
  await settled;
  expect(ledger.waiting()).toBe(0);
  await ledger.close();
});

test("a release waits for a store that is locked, and frees what was reserved", async () => {
  const { ledger, id, other } = await start();
  const released = ledger.release(id, "failed");
  await expect.poll(() => ledger.waiting()).toBe(1);
  other.close();
  await released;
  expect(ledger.waiting()).toBe(0);
  expect(await ledger.balanceOf("a")).toEqual({ bought: 0n, used: 0n, pending: 0n });
  await ledger.close();
});

test("closing waits for no pause of an attempt that fails while the ledger closes", async () => {
  const attempts: PromiseWithResolvers<void>[] = [];
  const settle = (): Promise<void> => {
    attempts.push(Promise.withResolvers());
    return attempts.at(-1)!.promise;
  };
  const { ledger: inner, id, other } = await start();
  other.close();
  const ledger = settleLater({ ...inner, settle }, { delay: 1e8, longestDelay: 1e8 });
  const settled = ledger.settle(settlement(id, "a"));
  const closed = ledger.close();
  attempts[0]!.reject(new StoreUnavailable("gone"));
  await expect.poll(() => attempts.length).toBe(2);
  attempts[1]!.resolve();
  await Promise.all([settled, closed]);
});

test("closing makes a last attempt, and reports the settlements that it could not store", async () => {
  const { ledger, id, other, path } = await start();
  const lost = expect(ledger.settle(settlement(id, "a"))).rejects.toThrow(StoreUnavailable);
  await expect.poll(() => ledger.waiting()).toBe(1);
  await ledger.close();
  await lost;
  other.close();
  const again = openSqliteLedger(path);
  expect(await again.balanceOf("a")).toEqual({ bought: 0n, used: 0n, pending: 100n });
  await again.close();
});
