import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgresLedger } from "../../packages/gateway/src/ledger/postgres/ledger.ts";
import { settleLater } from "../../packages/gateway/src/ledger/settle-later.ts";
import type { Ledger } from "../../packages/gateway/src/ports/ledger.ts";
import { StoreUnavailable } from "../../packages/gateway/src/ports/store-unavailable.ts";
import { isPostgresSkipped, startPostgres, type PostgresServer } from "../support/postgres.ts";
import { budget, describeLedger, reservation, settlement } from "./ledger-contract.ts";
import { checkAgainstModel, modelSteps } from "./ledger-model.ts";

describe.skipIf(isPostgresSkipped)("with a PostgreSQL server", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  describeLedger("PostgreSQL", async () => openPostgresLedger(await server.createDatabase()));

  const openTwo = async (): Promise<readonly [Ledger, Ledger]> => {
    const url = await server.createDatabase();
    return Promise.all([openPostgresLedger(url), openPostgresLedger(url)]);
  };

  test("200 concurrent reservations over two gateways get exactly what balance and budgets allow", async () => {
    const ledgers = await openTwo();
    const [dollars, requests] = [budget({ limit: 7000n }), budget({ unit: "requests", limit: 60n })];
    await ledgers[0].addCredits({ id: "d", account: "a", amount: 9000n, kind: "purchase", now: 0 });
    const budgets = [dollars, requests];
    const results = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        // Opposite orders of the budgets must not end in a deadlock.
        const order = index % 4 < 2 ? budgets : budgets.toReversed();
        return ledgers[index % 2]!.reserve(reservation("a", { budgets: order }));
      }),
    );
    expect(results.filter((result) => "granted" in result)).toHaveLength(60);
    expect(await ledgers[1].balanceOf("a")).toMatchObject({ pending: 6000n });
    expect((await ledgers[1].verify()).problems).toEqual([]);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });

  test("two gateways that settle, release and sweep the same holds charge each request once", async () => {
    const ledgers = await openTwo();
    const holds = Array.from({ length: 60 }, () => reservation("a", { floor: null, budgets: [budget()] }));
    await Promise.all(holds.map((hold) => ledgers[0].reserve(hold)));
    const deadline = holds[0]!.deadline + 1;
    await Promise.all([
      ...holds.map(({ id }) => ledgers[0].settle(settlement(id, "a"))),
      ...holds.toReversed().map(({ id }) => ledgers[1].settle(settlement(id, "a"))),
      ...holds.map(({ id }) => ledgers[1].settle(settlement(`new-${id}`, "a"))),
      ...holds.toReversed().map(({ id }) => ledgers[0].settle(settlement(`new-${id}`, "a"))),
      ledgers[1].sweep(deadline),
      ledgers[0].sweep(deadline),
    ]);
    expect(await ledgers[0].balanceOf("a")).toEqual({ bought: 0n, used: 120n * 40n, pending: 0n });
    expect((await ledgers[0].verify()).problems).toEqual([]);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });

  test("any sequence of operations with repeats leaves the ledger equal to a plain model", async () => {
    const url = await server.createDatabase();
    let schemas = 0;
    await fc.assert(
      fc.asyncProperty(modelSteps, async (steps) => {
        const schema = `model_${++schemas}`;
        const all = steps.map(({ step }) => ({ step, failure: undefined }));
        await checkAgainstModel(all, () => openPostgresLedger(url, { schema }));
      }),
      { numRuns: 10 },
    );
  });

  test("a server that is killed in the middle of charges loses none and charges none twice", async () => {
    const ledger = settleLater(await openPostgresLedger(await server.createDatabase()), {
      delay: 20,
      longestDelay: 50,
    });
    const budgets = [budget({ limit: 10n ** 9n }), budget({ unit: "requests", limit: 10n ** 6n })];
    let charged = 0;
    const stop = new AbortController();
    const charge = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const one = reservation("a", { floor: null, budgets });
        try {
          await ledger.reserve(one);
        } catch (error) {
          expect(error).toBeInstanceOf(StoreUnavailable);
          await new Promise((resolve) => setTimeout(resolve, 20));
          continue;
        }
        await ledger.settle(settlement(one.id, "a"));
        charged++;
      }
    };
    const workers = Array.from({ length: 16 }, charge);
    await expect.poll(() => charged).toBeGreaterThan(50);
    await server.kill();
    await server.start();
    const before = charged;
    await expect.poll(() => charged).toBeGreaterThan(before + 50);
    stop.abort();
    await Promise.all(workers);
    // A reservation whose reply was lost stays on hold until its deadline.
    await ledger.sweep(Number.MAX_SAFE_INTEGER);
    expect(await ledger.balanceOf("a")).toEqual({ bought: 0n, used: 40n * BigInt(charged), pending: 0n });
    const [, requests] = await ledger.budgetsOf(budgets, reservation("a").now);
    expect(requests).toMatchObject({ spent: BigInt(charged), pending: 0n });
    expect((await ledger.verify()).problems).toEqual([]);
    await ledger.close();
  });

  test("a database that is down or hangs is unavailable, and works again when it returns", async () => {
    const url = await server.createDatabase();
    const ledger = await openPostgresLedger(url, { timeout: 1000 });
    const free = { floor: null };
    const { id } = reservation("a");
    await ledger.reserve({ ...reservation("a", free), id });
    await server.kill();
    await expect(ledger.reserve(reservation("a", free))).rejects.toThrow(StoreUnavailable);
    await server.start();
    await ledger.settle(settlement(id, "a"));
    server.pause();
    await expect(ledger.reserve(reservation("a", free))).rejects.toThrow(/did not respond within 1000 ms/);
    server.resume();
    await expect.poll(async () => (await ledger.balanceOf("a")).used).toBe(40n);
    expect(await ledger.reserve(reservation("a", free))).toEqual({ granted: 100n });
    expect((await ledger.verify()).problems).toEqual([]);
    await ledger.close();
    await expect(openPostgresLedger(url.replace(/:\d+/, ":1"))).rejects.toThrow(StoreUnavailable);
  });
});
