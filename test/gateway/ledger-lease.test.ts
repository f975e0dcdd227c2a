import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { leaseLedger } from "../../packages/gateway/src/ledger/leases/lease-ledger.ts";
import type { LeaseOptions } from "../../packages/gateway/src/ledger/leases/leases.ts";
import { openPostgresLedger } from "../../packages/gateway/src/ledger/postgres/ledger.ts";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import { LedgerConflict, type Ledger, type Reservation } from "../../packages/gateway/src/ports/ledger.ts";
import { StoreUnavailable } from "../../packages/gateway/src/ports/store-unavailable.ts";
import { isPostgresSkipped, startPostgres, type PostgresServer } from "../support/postgres.ts";
import { budget, reservation, settlement } from "./ledger-contract.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-lease-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** The ledger with the number of reservations that reached it. */
function counting(ledger: Ledger): Ledger & { reservations: number } {
  const counted = {
    ...ledger,
    reservations: 0,
    reserve: (one: Parameters<Ledger["reserve"]>[0]) => {
      counted.reservations++;
      return ledger.reserve(one);
    },
  };
  return counted;
}

const same = (ledger: Ledger): Ledger => ledger;

async function until(condition: () => Promise<boolean>): Promise<void> {
  await expect.poll(condition, { interval: 2 }).toBe(true);
}

const limits = { limit: 10n ** 9n };

// With the default, a test that stands still for a second on a busy machine would take no lease, or find it returned.
const longPeriod = 60_000;

function describeLeases(store: string, open: () => Promise<Ledger>): void {
  describe(`leases on ${store}`, () => {
    const opened: Ledger[] = [];
    afterEach(async () => {
      for (const ledger of opened.splice(0)) await ledger.close();
    });
    const start = async (
      credits: bigint,
      options: Partial<LeaseOptions> = {},
      change: (ledger: Ledger) => Ledger = same,
    ) => {
      const inner = counting(await open());
      await inner.addCredits({ id: "d", account: "a", amount: credits, kind: "purchase", now: 0 });
      // The tests look into the ledger after the leases are closed.
      const ledger = leaseLedger(
        { ...change(inner), close: async () => {} },
        { node: "n1", period: longPeriod, ...options },
      );
      opened.push(ledger, inner);
      return { inner, ledger };
    };
    const pending = async (ledger: Ledger): Promise<bigint> => (await ledger.balanceOf("a")).pending;
    /** The same, with a lease of 20 requests of 100 nano-USD, of which `granted` are open. */
    const startLeased = async (
      granted: number,
      change: Partial<Reservation> = {},
      options: Partial<LeaseOptions> = {},
    ) => {
      const { inner, ledger } = await start(10n ** 9n, options);
      const first = [reservation("a", change), reservation("a", change)];
      for (const one of first) await ledger.reserve(one);
      await until(async () => (await pending(inner)) === 2200n);
      // What is left of a lease is not pending for those who ask the gateway.
      expect(await pending(ledger)).toBe(200n);
      await Promise.all(first.map(({ id }) => ledger.release(id, "failed")));
      expect(inner.reservations).toBe(3);
      const open = Array.from({ length: granted }, () => reservation("a", change));
      for (const one of open) expect(await ledger.reserve(one)).toEqual({ granted: 100n });
      expect(inner.reservations).toBe(3);
      return { inner, ledger, open };
    };

    test("far from all limits, reservations after the second need no commit, and charges are exact", async () => {
      const budgets = [budget(limits), budget({ unit: "requests", limit: 5000n })];
      const { inner, ledger, open } = await startLeased(14, { budgets });
      expect(await ledger.reserve(open[0]!)).toEqual({ granted: 100n });
      await expect(ledger.reserve({ ...open[0]!, account: "b" })).rejects.toThrow(LedgerConflict);
      expect(inner.reservations).toBe(3);
      await Promise.all(open.slice(0, 10).map(({ id }) => ledger.settle(settlement(id, "a"))));
      await ledger.settle(settlement(open[0]!.id, "a"));
      for (const { id } of open.slice(11)) await ledger.release(id, "failed");
      await expect(ledger.reserve(open[12]!)).rejects.toThrow(/was released/);
      expect(await inner.balanceOf("a")).toEqual({ bought: 10n ** 9n, used: 400n, pending: 1000n });
      expect(await ledger.balanceOf("a")).toEqual({ bought: 10n ** 9n, used: 400n, pending: 100n });
      const [dollars, requests] = await ledger.budgetsOf(budgets, open[0]!.now);
      expect(dollars).toMatchObject({ spent: 400n, pending: 100n });
      expect(requests).toMatchObject({ spent: 10n, pending: 1n });
      expect((await inner.verify()).problems).toEqual([]);
    });

    test("a settlement after the release of a granted request counts in its budgets, and one in time is not released", async () => {
      const budgets = [budget(limits), budget({ unit: "requests", limit: 5000n })];
      const { inner, ledger, open } = await startLeased(2, { budgets });
      const [late, both] = [open[0]!, open[1]!];
      await ledger.release(late.id, "canceled");
      await ledger.settle(settlement(late.id, "a"));
      await Promise.all([ledger.settle(settlement(both.id, "a")), ledger.release(both.id, "failed")]);
      const [dollars, requests] = await inner.budgetsOf(budgets, late.now);
      expect([dollars?.spent, requests?.spent]).toEqual([80n, 2n]);
      expect(await inner.balanceOf("a")).toMatchObject({ used: 80n });
      expect((await inner.verify()).problems).toEqual([]);
    });

    test("near a limit every reservation asks the ledger", async () => {
      const { inner, ledger } = await start(10_000n);
      for (let count = 1; count <= 5; count++) {
        await ledger.reserve(reservation("a"));
        expect(inner.reservations).toBe(count);
      }
    });

    test("a lease is taken before the last one is used up, and its size follows the rate", async () => {
      const { inner, ledger } = await start(10n ** 12n);
      for (let round = 0; round < 60; round++) {
        const all = Array.from({ length: 50 }, () => reservation("a"));
        await Promise.all(all.map((one) => ledger.reserve(one)));
        await Promise.all(all.map(({ id }) => ledger.settle(settlement(id, "a"))));
      }
      // 3,000 requests: some before the first lease and while the small ones are replaced, then from a few large leases.
      expect(inner.reservations).toBeLessThan(1000);
      await ledger.close();
      expect(await inner.balanceOf("a")).toMatchObject({ used: 120_000n, pending: 0n });
      expect((await inner.verify()).problems).toEqual([]);
    });

    test("an unused lease is returned, and a request that takes long gets a hold of its own", async () => {
      const { inner, ledger, open } = await startLeased(3, {}, { period: 1500 });
      await until(async () => (await pending(inner)) === 300n);
      expect(await inner.sweep(open[0]!.deadline + 1)).toHaveLength(3);
      await ledger.settle(settlement(open[0]!.id, "a"));
      expect(await inner.balanceOf("a")).toMatchObject({ used: 40n, pending: 0n });
      expect((await inner.verify()).problems).toEqual([]);
    });

    test("a reservation that the ledger would refuse or cut because of leases gets them back first", async () => {
      const total = budget({ ...limits, window: "total" });
      const { inner, ledger, open } = await startLeased(3, { budgets: [total] });
      const rest = 10n ** 9n - 300n;
      const all = reservation("a", { wanted: 10n ** 9n, least: 1n, budgets: [total] });
      expect(await ledger.reserve(all)).toEqual({ granted: rest });
      expect(await pending(inner)).toBe(10n ** 9n);
      expect(await ledger.reserve(reservation("a", { budgets: [total] }))).toEqual({ refusedBy: "credits", left: 0n });
      await Promise.all([all, ...open].map(({ id }) => ledger.settle(settlement(id, "a"))));
      expect(await inner.balanceOf("a")).toMatchObject({ used: 160n, pending: 0n });
      expect((await inner.verify()).problems).toEqual([]);
    });

    test("credits that are taken back, a changed limit and a swept lease end what a lease grants", async () => {
      const { inner, ledger, open } = await startLeased(2);
      await ledger.addCredits({ id: "c", account: "a", amount: 250n - 10n ** 9n, kind: "correction", now: 0 });
      expect(await ledger.reserve(reservation("a"))).toEqual({ refusedBy: "credits", left: 50n });
      await ledger.addCredits({ id: "e", account: "a", amount: 10n ** 9n, kind: "purchase", now: 0 });
      const daily = budget({ ...limits });
      for (let count = 0; count < 2; count++) await ledger.reserve(reservation("a", { budgets: [daily] }));
      await until(async () => (await pending(inner)) > 2000n);
      const lowered = { ...daily, limit: 200n };
      expect(await ledger.reserve(reservation("a", { budgets: [lowered] }))).toMatchObject({ refusedBy: lowered });
      // The clock of a sweeper is ahead.
      expect((await ledger.sweep(open[0]!.now + 1e9)).length).toBeGreaterThan(0);
      const before = inner.reservations;
      expect(await ledger.reserve(reservation("a", { budgets: [daily] }))).toEqual({ granted: 100n });
      expect(inner.reservations).toBeGreaterThan(before);
      await ledger.close();
      await inner.sweep(open[0]!.now + 1e9);
      expect(await pending(inner)).toBe(0n);
    });

    test("after a step of the clock, no lease grants a request that would outlive it", async () => {
      const { inner, ledger } = await startLeased(1);
      const forward = reservation("a");
      await ledger.reserve({ ...forward, now: forward.now + 1e7, deadline: forward.deadline + 1e7 });
      expect(inner.reservations).toBeGreaterThan(3);
      const back = reservation("a");
      expect(await ledger.reserve({ ...back, now: back.now - 1e9, deadline: back.deadline - 1e9 })).toEqual({
        granted: 100n,
      });
      await ledger.close();
      await inner.sweep(forward.now + 1e9);
      expect((await inner.verify()).problems).toEqual([]);
      expect(await pending(inner)).toBe(0n);
    });

    test("closing returns the unused part, and a process that died has it returned by the sweeper", async () => {
      const { inner, ledger, open } = await startLeased(1);
      // Nothing of this gateway survives; another one sweeps.
      const swept = await inner.sweep(open[0]!.now + 1e9);
      expect(swept.map(({ amount }) => amount)).toEqual([2000n]);
      expect(await pending(inner)).toBe(0n);
      // The gateway was only slow: its settlement is charged, once.
      await ledger.settle(settlement(open[0]!.id, "a"));
      await inner.settle(settlement(open[0]!.id, "a"));
      expect(await inner.balanceOf("a")).toMatchObject({ used: 40n, pending: 0n });
      expect((await inner.verify()).problems).toEqual([]);
    });

    test("a granted request can be extended beyond its lease and is charged in full", async () => {
      const { inner, ledger, open } = await startLeased(1);
      const { id } = open[0]!;
      expect(await ledger.extend(id, 100n)).toBe(true);
      expect(await ledger.extend(id, 5000n)).toBe(true);
      expect(await ledger.extend(id, 10n ** 9n)).toBe(true);
      expect(await ledger.extend(id, 10n ** 9n + 1n)).toBe(false);
      expect(await pending(inner)).toBe(10n ** 9n);
      await ledger.settle(settlement(id, "a", { postings: [{ to: "provider:acme", amount: 5500n }] }));
      expect(await inner.balanceOf("a")).toMatchObject({ used: 5500n, pending: 0n });
      expect((await inner.verify()).problems).toEqual([]);
    });

    test("leases grant nothing after a failed call until the store answers, and a failed settlement can be repeated", async () => {
      let fails = false;
      const guard =
        <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
        async (...args: Args): Promise<Result> => {
          if (fails) throw new StoreUnavailable("gone");
          return call(...args);
        };
      const { inner, ledger } = await start(10n ** 9n, {}, (to) => ({
        ...to,
        reserve: guard(to.reserve),
        settle: guard(to.settle),
        release: guard(to.release),
      }));
      for (let count = 0; count < 2; count++) await ledger.reserve(reservation("a"));
      await until(async () => (await pending(inner)) === 2200n);
      const [first, second] = [reservation("a"), reservation("a")];
      for (const one of [first, second]) await ledger.reserve(one);
      fails = true;
      await expect(ledger.settle(settlement(first.id, "a"))).rejects.toThrow(StoreUnavailable);
      for (let count = 0; count < 3; count++)
        await expect(ledger.reserve(reservation("a"))).rejects.toThrow(StoreUnavailable);
      // Nothing of it was granted from the lease.
      expect(await pending(ledger)).toBe(400n);
      fails = false;
      await Promise.all([first, second].map(({ id }) => ledger.settle(settlement(id, "a"))));
      const before = inner.reservations;
      await ledger.reserve(reservation("a"));
      expect(inner.reservations).toBe(before);
      expect(await inner.balanceOf("a")).toMatchObject({ used: 80n });
      expect((await inner.verify()).problems).toEqual([]);
    });

    test("leases grant nothing while a call to the store has no answer", async () => {
      let hangs = false;
      const answer = Promise.withResolvers<void>();
      const { inner, ledger } = await start(10n ** 9n, {}, (to) => ({
        ...to,
        settle: async (one) => {
          if (hangs) await answer.promise;
          await to.settle(one);
        },
      }));
      for (let count = 0; count < 2; count++) await ledger.reserve(reservation("a"));
      await until(async () => (await pending(inner)) === 2200n);
      const one = reservation("a");
      await ledger.reserve(one);
      hangs = true;
      const settled = ledger.settle(settlement(one.id, "a"));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = inner.reservations;
      await ledger.reserve(reservation("a"));
      expect(inner.reservations).toBe(before + 1);
      answer.resolve();
      await settled;
    });

    test("gateways with leases never reserve more than balance and budget together", async () => {
      const inner = await open();
      await inner.addCredits({ id: "d", account: "a", amount: 30_000n, kind: "purchase", now: 0 });
      const budgets = [budget({ unit: "requests", limit: 260n })];
      const shared = { ...inner, close: async () => {} };
      const gateways = ["n1", "n2", "n3"].map((node) =>
        leaseLedger(shared, { node, least: 4, share: 0.1, retryDelay: 0, period: longPeriod }),
      );
      const granted: { readonly id: string; readonly gateway: Ledger }[] = [];
      for (let round = 0; round < 10; round++)
        await Promise.all(
          Array.from({ length: 30 }, async (_, index) => {
            const gateway = gateways[index % 3]!;
            const one = reservation("a", { budgets });
            if ("granted" in (await gateway.reserve(one))) granted.push({ id: one.id, gateway });
          }),
        );
      expect(granted.length).toBeGreaterThan(200);
      expect(granted.length).toBeLessThanOrEqual(260);
      expect((await inner.balanceOf("a")).pending).toBeLessThanOrEqual(30_000n);
      await Promise.all(granted.map(({ id, gateway }) => gateway.settle(settlement(id, "a"))));
      await Promise.all(gateways.map((gateway) => gateway.close()));
      const [requests] = await inner.budgetsOf(budgets, reservation("a").now);
      expect(requests).toMatchObject({ spent: BigInt(granted.length), pending: 0n });
      expect(await inner.balanceOf("a")).toMatchObject({ used: 40n * BigInt(granted.length), pending: 0n });
      expect((await inner.verify()).problems).toEqual([]);
      await inner.close();
    });

    test("the leases of many keys take a small share of their common limits together", async () => {
      const { inner, ledger } = await start(10n ** 6n);
      const all = Array.from({ length: 40 }, () => [budget(limits)]);
      for (let round = 0; round < 3; round++)
        await Promise.all(all.map((budgets) => ledger.reserve(reservation("a", { budgets }))));
      // 120 requests are open, and 2 % of the rest is leased.
      await until(async () => (await pending(inner)) > 12_000n);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await pending(inner)).toBeLessThanOrEqual(12_000n + 20_000n);
      expect(await pending(ledger)).toBe(12_000n);
    });
  });
}

let files = 0;
describeLeases("SQLite", async () => openSqliteLedger(join(directory, `${++files}.db`)));

describe.skipIf(isPostgresSkipped)("with a PostgreSQL server", () => {
  let server: PostgresServer;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
  });
  afterAll(() => server.close());
  describeLeases("PostgreSQL", () => openPostgresLedger(url, { schema: `lease_${++files}` }));
});
