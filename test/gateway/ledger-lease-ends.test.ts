import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { leaseLedger } from "../../packages/gateway/src/ledger/leases/lease-ledger.ts";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import { LedgerConflict, type Ledger } from "../../packages/gateway/src/ports/ledger.ts";
import { budget, reservation, settlement } from "./ledger-contract.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-lease-ends-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** A ledger with a lease for the account `a`. `change` replaces operations below the leases. */
async function startLeased(name: string, change: (ledger: Ledger) => Partial<Ledger>, period = 60_000) {
  const inner = openSqliteLedger(join(directory, `${name}.db`));
  await inner.addCredits({ id: "d", account: "a", amount: 10n ** 9n, kind: "purchase", now: 0 });
  const ledger = leaseLedger({ ...inner, ...change(inner) }, { node: "n1", period });
  const budgets = [budget({ limit: 10n ** 9n }), budget({ unit: "requests", limit: 5000n })];
  const lease = async (): Promise<void> => {
    const first = [reservation("a", { budgets }), reservation("a", { budgets })];
    for (const one of first) await ledger.reserve(one);
    await expect.poll(async () => (await inner.balanceOf("a")).pending, { interval: 2 }).toBe(2200n);
    await Promise.all(first.map(({ id }) => ledger.release(id, "failed")));
  };
  await lease();
  return { inner, ledger, budgets };
}

test("a request that ends while it gets a hold of its own is forgotten", async () => {
  for (const end of ["settle", "release"] as const) {
    const [drawn, settled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let extensions = 0;
    const { ledger, budgets } = await startLeased(end, (to) => ({
      reserve: async (one) => {
        if (one.lease !== undefined) await drawn.promise;
        return to.reserve(one);
      },
      settle: async (one) => {
        await settled.promise;
        await to.settle(one);
      },
      extend: (id, total) => {
        extensions++;
        return to.extend(id, total);
      },
    }));
    const one = reservation("a", { budgets });
    await ledger.reserve(one);
    // The extension needs a hold of its own.
    const extended = ledger.extend(one.id, 500n);
    const ended = end === "settle" ? ledger.settle(settlement(one.id, "a")) : ledger.release(one.id, "failed");
    drawn.resolve();
    await extended;
    settled.resolve();
    await ended;
    extensions = 0;
    // Of a request that is still known, the leases would be returned, and it would be tried again.
    expect(await ledger.extend(one.id, 10n ** 10n)).toBe(false);
    expect(extensions).toBe(1);
    await ledger.close();
    const file = openSqliteLedger(join(directory, `${end}.db`));
    expect(await file.balanceOf("a")).toMatchObject({ used: end === "settle" ? 40n : 0n, pending: 0n });
    expect(await file.verify()).toMatchObject({ openHolds: 0, problems: [] });
    await file.close();
  }
});

test("the lease of a request whose settlement finally fails is returned, and a late one counts in its budgets", async () => {
  let fails = true;
  const { inner, ledger, budgets } = await startLeased(
    "fails",
    (to) => ({
      settle: async (one) => {
        if (fails) throw new LedgerConflict("no");
        await to.settle(one);
      },
    }),
    1500,
  );
  const one = reservation("a", { budgets });
  await ledger.reserve(one);
  await expect(ledger.settle(settlement(one.id, "a"))).rejects.toThrow(LedgerConflict);
  await expect.poll(async () => (await inner.balanceOf("a")).pending, { interval: 5 }).toBe(0n);
  fails = false;
  await ledger.settle(settlement(one.id, "a"));
  const [dollars, requests] = await inner.budgetsOf(budgets, one.now);
  expect([dollars?.spent, requests?.spent]).toEqual([40n, 1n]);
  expect((await inner.verify()).problems).toEqual([]);
  await ledger.close();
});

test("a key that is used up is refused without the loss of the leases of its account", async () => {
  let reservations = 0;
  const { inner, ledger, budgets } = await startLeased("neighbor", (to) => ({
    reserve: (one) => {
      reservations++;
      return to.reserve(one);
    },
  }));
  const open = reservation("a", { budgets });
  await ledger.reserve(open);
  for (const spent of [budget({ limit: 10n }), budget({ unit: "requests", limit: 0n })]) {
    reservations = 0;
    const refused = reservation("a", { budgets: [spent, ...budgets] });
    expect(await ledger.reserve(refused)).toMatchObject({ refusedBy: spent, left: spent.limit });
    expect(await ledger.reserve(reservation("a", { budgets }))).toEqual({ granted: 100n });
    // Only the refused one has asked the ledger, and the open request needs no hold of its own.
    expect(reservations).toBe(1);
  }
  expect(await inner.verify()).toMatchObject({ openHolds: 1, problems: [] });
  await ledger.close();
});
