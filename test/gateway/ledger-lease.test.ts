import fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leaseLedger } from "../../packages/gateway/src/ledger/lease.ts";
import { openPostgresLedger } from "../../packages/gateway/src/ledger/postgres/ledger.ts";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import { LedgerConflict, type Ledger } from "../../packages/gateway/src/ports/ledger.ts";
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

async function until(condition: () => Promise<boolean>): Promise<void> {
  await expect.poll(condition, { interval: 2 }).toBe(true);
}

function describeLeases(store: string, open: () => Promise<Ledger>): void {
  describe(`leases on ${store}`, () => {
    const start = async (credits: bigint, options = {}) => {
      const inner = counting(await open());
      await inner.addCredits({ id: "d", account: "a", amount: credits, kind: "purchase", now: 0 });
      const ledger = leaseLedger(inner, { node: "n1", ...options });
      return { inner, ledger };
    };
    const pending = async (ledger: Ledger): Promise<bigint> => (await ledger.balanceOf("a")).pending;

    test("far from all limits, reservations after the first need no round trip, and charges are exact", async () => {
      const { inner, ledger } = await start(10n ** 9n);
      const budgets = [budget({ limit: 10n ** 9n }), budget({ unit: "requests", limit: 5000n })];
      const first = reservation("a", { budgets });
      await ledger.reserve(first);
      await until(async () => (await pending(inner)) === 2100n);
      const later = Array.from({ length: 15 }, () => reservation("a", { budgets }));
      for (const one of later) expect(await ledger.reserve(one)).toEqual({ granted: 100n });
      expect(await ledger.reserve(later[0]!)).toEqual({ granted: 100n });
      await expect(ledger.reserve({ ...later[0]!, account: "b" })).rejects.toThrow(LedgerConflict);
      expect(inner.reservations).toBe(2);
      await Promise.all([first, ...later.slice(0, 10)].map(({ id }) => ledger.settle(settlement(id, "a"))));
      await ledger.settle(settlement(later[0]!.id, "a"));
      for (const { id } of later.slice(10)) await ledger.release(id, "failed");
      expect(await inner.balanceOf("a")).toEqual({ bought: 10n ** 9n, used: 440n, pending: 1000n });
      const [dollars, requests] = await inner.budgetsOf(budgets, first.now);
      expect(dollars).toMatchObject({ spent: 440n, pending: 1000n });
      expect(requests).toMatchObject({ spent: 11n, pending: 10n });
      expect((await inner.verify()).problems).toEqual([]);
      await ledger.close();
    });

    test("a settlement after the release of a granted request counts in its budgets, and one in time is not released", async () => {
      const { inner, ledger } = await start(10n ** 9n);
      const budgets = [budget({ limit: 10n ** 9n }), budget({ unit: "requests", limit: 5000n })];
      await ledger.reserve(reservation("a", { budgets }));
      await until(async () => (await pending(inner)) === 2100n);
      const [late, both] = [reservation("a", { budgets }), reservation("a", { budgets })];
      await ledger.reserve(late);
      await ledger.release(late.id, "canceled");
      await ledger.settle(settlement(late.id, "a"));
      await ledger.reserve(both);
      await Promise.all([ledger.settle(settlement(both.id, "a")), ledger.release(both.id, "failed")]);
      const [dollars, requests] = await inner.budgetsOf(budgets, late.now);
      expect([dollars?.spent, requests?.spent]).toEqual([80n, 2n]);
      expect(await inner.balanceOf("a")).toMatchObject({ used: 80n });
      expect((await inner.verify()).problems).toEqual([]);
      await ledger.close();
    });

    test("near a limit every reservation asks the ledger", async () => {
      const { inner, ledger } = await start(10_000n);
      for (let count = 1; count <= 5; count++) {
        await ledger.reserve(reservation("a"));
        expect(inner.reservations).toBe(count);
      }
      await ledger.close();
    });

    test("closing returns the unused part, and a process that died has it returned by the sweeper", async () => {
      const { inner, ledger } = await start(10n ** 9n);
      const one = reservation("a");
      await ledger.reserve(one);
      await until(async () => (await pending(inner)) === 2100n);
      const granted = reservation("a");
      await ledger.reserve(granted);
      // Nothing of this gateway survives; another one sweeps.
      const swept = await inner.sweep(one.now + 1e9);
      expect(swept.map(({ amount }) => amount).toSorted()).toEqual([100n, 2000n]);
      expect(await pending(inner)).toBe(0n);
      // The gateway was only slow: its settlement is charged, once.
      await ledger.settle(settlement(granted.id, "a"));
      await inner.settle(settlement(granted.id, "a"));
      expect(await inner.balanceOf("a")).toMatchObject({ used: 40n, pending: 0n });
      expect((await inner.verify()).problems).toEqual([]);
      await ledger.close();
    });

    test("a granted request can be extended beyond its lease and is charged in full", async () => {
      const { inner, ledger } = await start(10n ** 6n);
      await ledger.reserve(reservation("a"));
      await until(async () => (await pending(inner)) === 2100n);
      const { id } = reservation("a");
      await ledger.reserve({ ...reservation("a"), id });
      expect(await ledger.extend(id, 100n)).toBe(true);
      expect(await ledger.extend(id, 5000n)).toBe(true);
      expect(await ledger.extend(id, 6000n)).toBe(true);
      expect(await ledger.extend(id, 10n ** 6n)).toBe(false);
      expect(await pending(inner)).toBe(2100n + 5900n);
      await ledger.settle(settlement(id, "a", { postings: [{ to: "provider:acme", amount: 5500n }] }));
      expect(await inner.balanceOf("a")).toMatchObject({ used: 5500n, pending: 2000n });
      expect((await inner.verify()).problems).toEqual([]);
      await ledger.close();
    });

    test("a lease that is used up or too short is replaced, and returned when its last request has ended", async () => {
      const { inner, ledger } = await start(10n ** 9n, { requests: 3 });
      const all = Array.from({ length: 12 }, () => reservation("a"));
      for (const one of all) {
        await ledger.reserve(one);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(inner.reservations).toBeLessThan(12);
      await ledger.reserve(reservation("a", { deadline: all[0]!.deadline + 1e7 }));
      await Promise.all(all.map(({ id }) => ledger.settle(settlement(id, "a"))));
      // Leases are returned in the background.
      await expect.poll(() => pending(inner)).toBeLessThanOrEqual(500n);
      expect(await inner.balanceOf("a")).toMatchObject({ used: 480n });
      expect((await inner.verify()).problems).toEqual([]);
      await ledger.close();
    });

    test("a failed settlement can be repeated", async () => {
      const { inner } = await start(10n ** 9n);
      let fails = true;
      const settle: Ledger["settle"] = async (one) => {
        if (fails) throw new StoreUnavailable("gone");
        await inner.settle(one);
      };
      const ledger = leaseLedger({ ...inner, settle }, { node: "n1" });
      await ledger.reserve(reservation("a"));
      await until(async () => (await pending(inner)) === 2100n);
      const { id } = reservation("a");
      await ledger.reserve({ ...reservation("a"), id });
      await expect(ledger.settle(settlement(id, "a"))).rejects.toThrow(StoreUnavailable);
      fails = false;
      await ledger.settle(settlement(id, "a"));
      expect(await inner.balanceOf("a")).toMatchObject({ used: 40n, pending: 2000n });
      await ledger.close();
    });

    test("gateways with leases never reserve more than balance and budget together", async () => {
      const inner = await open();
      await inner.addCredits({ id: "d", account: "a", amount: 30_000n, kind: "purchase", now: 0 });
      const budgets = [budget({ unit: "requests", limit: 260n })];
      const shared = { ...inner, close: async () => {} };
      const gateways = ["n1", "n2", "n3"].map((node) =>
        leaseLedger(shared, { node, requests: 4, share: 0.1, retryDelay: 0 }),
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

    test("any sequence of granted, repeated, settled, released and swept requests leaves balanced inner", async () => {
      const { inner } = await start(10n ** 9n);
      const step = fc.record({
        kind: fc.constantFrom("reserve", "reserve", "settle", "settle", "release", "sweep"),
        id: fc.integer({ min: 0, max: 7 }),
      });
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
          const run = ++runs;
          const before = (await inner.balanceOf("a")).used;
          const settled = new Set<number>();
          const ledger = leaseLedger(
            { ...inner, close: async () => {} },
            { node: `run-${run}`, requests: 3, retryDelay: 0 },
          );
          const budgets = [budget({ limit: 10n ** 9n }), budget({ unit: "requests", limit: 5000n })];
          for (const { kind, id: index } of steps) {
            const id = `${run}-${index}`;
            const one = reservation("a", { id, budgets });
            if (kind === "sweep") await inner.sweep(one.deadline + 1);
            if (kind === "release") await ledger.release(id, "failed");
            if (kind === "reserve")
              await ledger.reserve(one).catch((error: unknown) => expect(error).toBeInstanceOf(LedgerConflict));
            if (kind !== "settle") continue;
            await ledger.settle(settlement(id, "a"));
            settled.add(index);
          }
          await ledger.close();
          expect((await inner.balanceOf("a")).used - before).toBe(40n * BigInt(settled.size));
          await inner.sweep(Date.now() + 1e12);
          expect(await pending(inner)).toBe(0n);
          expect((await inner.verify()).problems).toEqual([]);
        }),
        { numRuns: 15 },
      );
      await inner.close();
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
