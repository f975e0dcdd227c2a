import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  LedgerConflict,
  type Budget,
  type Ledger,
  type Reservation,
  type Settlement,
} from "../../packages/gateway/src/ports/ledger.ts";

const NOW = Date.parse("2026-11-29T12:00:00Z");
const DAY = 86_400_000;

let number = 0;
const unique = (prefix: string): string => `${prefix}-${++number}`;

/** A reservation of 100 nano-USD with a floor of zero. */
export function reservation(account: string, change: Partial<Reservation> = {}): Reservation {
  const base = { id: unique("gen"), account, floor: 0n, budgets: [], wanted: 100n, least: 100n };
  return { ...base, now: NOW, deadline: NOW + 60_000, ...change };
}

/** A settlement of 40 nano-USD to a provider. */
export function settlement(id: string, account: string, change: Partial<Settlement> = {}): Settlement {
  const postings = change.postings ?? [{ to: "provider:acme", amount: 40n }];
  const counted = postings.reduce((sum, { amount }) => sum + amount, 0n);
  return { id, account, postings, counted, priceVersion: "v1", basis: "reported", now: NOW, ...change };
}

export function budget(change: Partial<Budget> = {}): Budget {
  return { id: unique("budget"), unit: "usd", limit: 1000n, window: "daily", ...change };
}

/** The behavior that every ledger has, whatever stores it. */
export function describeLedger(store: string, open: () => Promise<Ledger>): void {
  describe(`ledger on ${store}`, () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await open();
    });
    afterAll(async () => {
      expect((await ledger.verify()).problems).toEqual([]);
      await ledger.close();
    });

    const fund = async (amount: bigint): Promise<string> => {
      const account = unique("account");
      await ledger.addCredits({ id: unique("deposit"), account, amount, kind: "purchase", now: NOW });
      return account;
    };
    const use = async (one: Budget, now = NOW) => (await ledger.budgetsOf([one], now))[0]!;

    reservations(() => ({ ledger, fund }));
    settlements(() => ({ ledger, fund }));
    deadlines(() => ({ ledger, fund, use }));
    budgets(() => ({ ledger, fund, use }));
    deposits(() => ({ ledger, fund }));
    drift(() => ({ ledger, fund }));
  });
}

interface Context {
  readonly ledger: Ledger;
  readonly fund: (amount: bigint) => Promise<string>;
  readonly use: (budget: Budget, now?: number) => Promise<{ spent: bigint; pending: bigint; resetsAt: number | null }>;
}

function reservations(context: () => Omit<Context, "use">): void {
  test("an account without entries has a balance of zero and cannot reserve", async () => {
    const { ledger } = context();
    expect(await ledger.balanceOf("unknown")).toEqual({ bought: 0n, used: 0n, pending: 0n });
    expect(await ledger.reserve(reservation("unknown"))).toEqual({ refusedBy: "credits", left: 0n });
  });

  test("an account without a credit limit reserves any amount", async () => {
    const { ledger } = context();
    const account = unique("unlimited");
    const wanted = 2n ** 55n + 1n;
    expect(await ledger.reserve(reservation(account, { floor: null, wanted }))).toEqual({ granted: wanted });
    expect((await ledger.balanceOf(account)).pending).toBe(wanted);
  });

  test("a reservation gets less than it wants when less is left, and is refused below the least amount", async () => {
    const { ledger, fund } = context();
    const account = await fund(150n);
    expect(await ledger.reserve(reservation(account))).toEqual({ granted: 100n });
    expect(await ledger.reserve(reservation(account))).toEqual({ refusedBy: "credits", left: 50n });
    expect(await ledger.reserve(reservation(account, { least: 20n }))).toEqual({ granted: 50n });
    expect(await ledger.balanceOf(account)).toEqual({ bought: 150n, used: 0n, pending: 150n });
  });

  test("a floor below zero lends, and a floor above zero keeps a remainder", async () => {
    const { ledger, fund } = context();
    const account = await fund(100n);
    expect(await ledger.reserve(reservation(account, { floor: 30n }))).toEqual({ refusedBy: "credits", left: 70n });
    expect(await ledger.reserve(reservation(account, { floor: -50n, wanted: 150n }))).toEqual({ granted: 150n });
  });

  test("200 concurrent reservations get exactly what the balance covers", async () => {
    const { ledger, fund } = context();
    const account = await fund(5000n);
    const results = await Promise.all(Array.from({ length: 200 }, () => ledger.reserve(reservation(account))));
    expect(results.filter((result) => "granted" in result)).toHaveLength(50);
    expect((await ledger.balanceOf(account)).pending).toBe(5000n);
  });

  test("a repeated reservation returns the same grant and reserves once, also concurrently", async () => {
    const { ledger, fund } = context();
    const account = await fund(1000n);
    const one = reservation(account);
    const results = await Promise.all([ledger.reserve(one), ledger.reserve(one), ledger.reserve(one)]);
    expect(results).toEqual([{ granted: 100n }, { granted: 100n }, { granted: 100n }]);
    expect((await ledger.balanceOf(account)).pending).toBe(100n);
  });

  test("an id of another account is refused and nothing changes", async () => {
    const { ledger, fund } = context();
    const [first, second] = [await fund(1000n), await fund(1000n)];
    const one = reservation(first);
    await ledger.reserve(one);
    await expect(ledger.reserve({ ...one, account: second })).rejects.toThrow(LedgerConflict);
    await expect(ledger.settle(settlement(one.id, second))).rejects.toThrow(/belongs to account/);
    expect(await ledger.balanceOf(second)).toEqual({ bought: 1000n, used: 0n, pending: 0n });
    expect((await ledger.balanceOf(first)).pending).toBe(100n);
  });

  test("a refused operation does not affect the others of its group", async () => {
    const { ledger, fund } = context();
    const account = await fund(1000n);
    const taken = reservation(await fund(100n));
    await ledger.reserve(taken);
    const results = await Promise.allSettled([
      ledger.reserve(reservation(account)),
      ledger.reserve({ ...taken, account }),
      ledger.reserve(reservation(account)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await ledger.balanceOf(account)).pending).toBe(200n);
  });

  test("a hold is extended while the balance covers it, and never shrinks", async () => {
    const { ledger, fund } = context();
    const account = await fund(300n);
    const { id } = await reserve(ledger, account);
    expect(await ledger.extend(id, 250n)).toBe(true);
    expect(await ledger.extend(id, 301n)).toBe(false);
    expect(await ledger.extend(id, 50n)).toBe(true);
    expect((await ledger.balanceOf(account)).pending).toBe(250n);
    await ledger.release(id, "failed");
    expect(await ledger.extend(id, 260n)).toBe(false);
    expect(await ledger.extend("unknown", 1n)).toBe(false);
  });

  test("amounts that cannot be right are errors that name the field", async () => {
    const { ledger } = context();
    await expect(ledger.reserve(reservation("a", { wanted: -1n, least: -1n }))).rejects.toThrow(/`wanted`/);
    await expect(ledger.reserve(reservation("a", { wanted: 1n, least: 2n }))).rejects.toThrow(/`least`/);
    await expect(ledger.reserve(reservation("a\0b"))).rejects.toThrow(/`account`/);
    const negative = [{ to: "fees", amount: -1n }];
    await expect(ledger.settle(settlement("x", "a", { postings: negative }))).rejects.toThrow(/`postings/);
  });
}

async function reserve(ledger: Ledger, account: string, change: Partial<Reservation> = {}): Promise<Reservation> {
  const one = reservation(account, change);
  expect(await ledger.reserve(one)).toHaveProperty("granted");
  return one;
}

function settlements(context: () => Omit<Context, "use">): void {
  test("settling charges the final amount and returns the rest of the hold", async () => {
    const { ledger, fund } = context();
    const account = await fund(1000n);
    const { id } = await reserve(ledger, account);
    const postings = [
      { to: "provider:acme", amount: 40n },
      { to: "fees", amount: 2n },
    ];
    await ledger.settle(settlement(id, account, { postings }));
    expect(await ledger.balanceOf(account)).toEqual({ bought: 1000n, used: 42n, pending: 0n });
  });

  test("a read shows a settlement and a release that were called before it, and not awaited", async () => {
    const { ledger, fund } = context();
    const account = await fund(1_000_000n);
    const daily = budget({ limit: 1_000_000n });
    for (let round = 1n; round <= 20n; round++) {
      const [paid, failed] = [1, 2].map(() => reservation(account, { budgets: [daily] })) as [Reservation, Reservation];
      await Promise.all([ledger.reserve(paid), ledger.reserve(failed)]);
      const changes = [ledger.settle(settlement(paid.id, account)), ledger.release(failed.id, "failed")];
      const [balance, [state]] = await Promise.all([ledger.balanceOf(account), ledger.budgetsOf([daily], NOW)]);
      expect(balance).toEqual({ bought: 1_000_000n, used: 40n * round, pending: 0n });
      expect(state).toMatchObject({ spent: 40n * round, pending: 0n });
      await Promise.all(changes);
    }
  });

  test("settling twice charges once, also concurrently and with another amount", async () => {
    const { ledger, fund } = context();
    const account = await fund(1000n);
    const { id } = await reserve(ledger, account);
    const again = settlement(id, account, { postings: [{ to: "fees", amount: 90n }] });
    await Promise.all([ledger.settle(settlement(id, account)), ledger.settle(again), ledger.settle(again)]);
    expect(await ledger.balanceOf(account)).toEqual({ bought: 1000n, used: 40n, pending: 0n });
  });

  test("a charge above the hold is paid in full, and a balance below zero refuses even free requests", async () => {
    const { ledger, fund } = context();
    const account = await fund(100n);
    const { id } = await reserve(ledger, account);
    await ledger.settle(settlement(id, account, { postings: [{ to: "provider:acme", amount: 250n }] }));
    expect(await ledger.balanceOf(account)).toEqual({ bought: 100n, used: 250n, pending: 0n });
    expect(await ledger.reserve(reservation(account, { wanted: 0n, least: 0n }))).toEqual({
      refusedBy: "credits",
      left: -150n,
    });
  });

  test("releasing returns the hold; a released hold can still be settled, and a settled one not released", async () => {
    const { ledger, fund } = context();
    const account = await fund(1000n);
    const one = await reserve(ledger, account);
    await ledger.release(one.id, "canceled");
    await ledger.release(one.id, "canceled");
    expect(await ledger.balanceOf(account)).toEqual({ bought: 1000n, used: 0n, pending: 0n });
    await expect(ledger.reserve(one)).rejects.toThrow(/was released/);
    await ledger.settle(settlement(one.id, account));
    await ledger.release(one.id, "failed");
    expect(await ledger.balanceOf(account)).toEqual({ bought: 1000n, used: 40n, pending: 0n });
    expect(await ledger.reserve(one)).toEqual({ granted: 100n });
  });

  test("a settlement without a hold is charged once", async () => {
    const { ledger, fund } = context();
    const account = await fund(1000n);
    const id = unique("gen");
    await ledger.release(id, "failed");
    await ledger.settle(settlement(id, account));
    await ledger.settle(settlement(id, account));
    expect(await ledger.balanceOf(account)).toEqual({ bought: 1000n, used: 40n, pending: 0n });
  });

  test("a settlement without postings closes the hold at no charge", async () => {
    const { ledger, fund } = context();
    const account = await fund(100n);
    const { id } = await reserve(ledger, account);
    await ledger.settle(settlement(id, account, { postings: [] }));
    expect(await ledger.balanceOf(account)).toEqual({ bought: 100n, used: 0n, pending: 0n });
  });

  test("amounts above 2^53 nano-USD stay exact", async () => {
    const { ledger, fund } = context();
    const large = 2n ** 58n + 1n;
    const account = await fund(large);
    const { id } = await reserve(ledger, account, { wanted: large });
    await ledger.settle(settlement(id, account, { postings: [{ to: "provider:acme", amount: large - 2n }] }));
    expect(await ledger.balanceOf(account)).toEqual({ bought: large, used: large - 2n, pending: 0n });
  });
}

function deadlines(context: () => Context): void {
  test("the sweeper releases holds past their deadline only, and reports each once", async () => {
    const { ledger, fund } = context();
    const account = await fund(1000n);
    const early = await reserve(ledger, account, { deadline: NOW - 2 });
    await reserve(ledger, account, { deadline: NOW + 5 });
    expect(await ledger.sweep(NOW)).toEqual([{ id: early.id, account, amount: 100n }]);
    expect(await ledger.sweep(NOW)).toEqual([]);
    expect((await ledger.balanceOf(account)).pending).toBe(100n);
  });

  test("a settlement after the sweep charges the request once and counts it in its budgets", async () => {
    const { ledger, fund, use } = context();
    const account = await fund(1000n);
    const [dollars, requests] = [budget(), budget({ unit: "requests", limit: 5n })];
    const { id } = await reserve(ledger, account, { deadline: NOW - 1, budgets: [dollars, requests] });
    await ledger.sweep(NOW);
    expect(await use(requests)).toMatchObject({ spent: 0n, pending: 0n });
    await ledger.settle(settlement(id, account));
    await ledger.settle(settlement(id, account));
    expect(await ledger.balanceOf(account)).toEqual({ bought: 1000n, used: 40n, pending: 0n });
    expect(await use(dollars)).toMatchObject({ spent: 40n, pending: 0n });
    expect(await use(requests)).toMatchObject({ spent: 1n, pending: 0n });
  });

  test("one sweep closes more holds than fit in one transaction", async () => {
    const { ledger } = context();
    const account = unique("many");
    const one = { floor: null, wanted: 1n, least: 1n, deadline: NOW - 1 };
    await Promise.all(Array.from({ length: 1100 }, () => ledger.reserve(reservation(account, one))));
    expect(await ledger.sweep(NOW)).toHaveLength(1100);
    expect((await ledger.balanceOf(account)).pending).toBe(0n);
  });
}

function budgets(context: () => Context): void {
  test("a reservation counts in all of its budgets or in none", async () => {
    const { ledger, fund, use } = context();
    const account = await fund(10_000n);
    const [wide, narrow] = [budget(), budget({ limit: 150n })];
    await reserve(ledger, account, { budgets: [wide, narrow] });
    expect(await ledger.reserve(reservation(account, { budgets: [wide, narrow] }))).toEqual({
      refusedBy: narrow,
      left: 50n,
      resetsAt: Date.parse("2026-11-30"),
    });
    expect(await use(wide)).toMatchObject({ spent: 0n, pending: 100n });
    expect((await ledger.balanceOf(account)).pending).toBe(100n);
  });

  test("concurrent requests never exceed a budget of requests, and refused ones do not consume it", async () => {
    const { ledger, use } = context();
    const account = unique("account");
    const requests = budget({ unit: "requests", limit: 7n, window: "total" });
    const all = Array.from({ length: 50 }, () =>
      ledger.reserve(reservation(account, { floor: null, budgets: [requests] })),
    );
    expect((await Promise.all(all)).filter((result) => "granted" in result)).toHaveLength(7);
    expect(await use(requests)).toMatchObject({ spent: 0n, pending: 7n, resetsAt: null });
  });

  test("a budget of requests counts settled requests and forgets released ones", async () => {
    const { ledger, fund, use } = context();
    const account = await fund(1000n);
    const requests = budget({ unit: "requests", limit: 2n });
    const [first, second] = [await reserve(ledger, account, { budgets: [requests] }), reservation(account)];
    await ledger.reserve({ ...second, budgets: [requests] });
    await ledger.settle(settlement(first.id, account));
    await ledger.release(second.id, "failed");
    expect(await use(requests)).toMatchObject({ spent: 1n, pending: 0n });
  });

  test("a spent budget of dollars does not block free requests", async () => {
    const { ledger, fund } = context();
    const account = await fund(1000n);
    const dollars = budget({ limit: 100n });
    const { id } = await reserve(ledger, account, { budgets: [dollars] });
    await ledger.settle(settlement(id, account, { postings: [{ to: "provider:acme", amount: 130n }] }));
    const free = reservation(account, { budgets: [dollars], wanted: 0n, least: 0n });
    expect(await ledger.reserve(free)).toEqual({ granted: 0n });
    expect(await ledger.reserve(reservation(account, { budgets: [dollars] }))).toMatchObject({ left: 0n });
  });

  test("a budget counts what the settlement says, also when the customer pays nothing", async () => {
    const { ledger, use } = context();
    const account = unique("account");
    const dollars = budget();
    const { id } = await reserve(ledger, account, { floor: null, budgets: [dollars] });
    await ledger.settle(settlement(id, account, { postings: [], counted: 75n }));
    expect(await use(dollars)).toMatchObject({ spent: 75n, pending: 0n });
    expect((await ledger.balanceOf(account)).used).toBe(0n);
  });

  test.each(["daily", "weekly", "monthly"] as const)(
    "a %s budget resets with its window, and a late settlement counts in the window of its reservation",
    async (window) => {
      const { ledger, fund, use } = context();
      const account = await fund(10_000n);
      const one = budget({ limit: 100n, window });
      const { resetsAt } = await use(one);
      const { id } = await reserve(ledger, account, { budgets: [one], now: resetsAt! - 1 });
      expect(await ledger.reserve(reservation(account, { budgets: [one] }))).toMatchObject({ left: 0n });
      await reserve(ledger, account, { budgets: [one], now: resetsAt! });
      await ledger.settle(settlement(id, account, { now: resetsAt! + 50 }));
      expect(await use(one, resetsAt! - 1)).toMatchObject({ spent: 40n, pending: 0n });
      expect(await use(one, resetsAt!)).toMatchObject({ spent: 0n, pending: 100n });
    },
  );

  test("a total budget never resets, and a changed limit applies to the next request", async () => {
    const { ledger, fund } = context();
    const account = await fund(10_000n);
    const total = budget({ limit: 100n, window: "total" });
    await reserve(ledger, account, { budgets: [total] });
    const later = { budgets: [total], now: NOW + 900 * DAY, deadline: NOW + 901 * DAY };
    expect(await ledger.reserve(reservation(account, later))).toMatchObject({ resetsAt: null });
    await reserve(ledger, account, { ...later, budgets: [{ ...total, limit: 200n }] });
  });

  test("extending a hold counts in its budgets of dollars", async () => {
    const { ledger, fund, use } = context();
    const account = await fund(10_000n);
    const dollars = budget({ limit: 300n });
    const { id } = await reserve(ledger, account, { budgets: [dollars, budget({ unit: "requests" })] });
    expect(await ledger.extend(id, 300n)).toBe(true);
    expect(await ledger.extend(id, 301n)).toBe(false);
    expect(await use(dollars)).toMatchObject({ pending: 300n });
  });
}

function deposits(context: () => Omit<Context, "use">): void {
  test("a repeated deposit adds credits once, and another amount under its id is refused", async () => {
    const { ledger } = context();
    const account = unique("account");
    const one = { id: unique("deposit"), account, amount: 500n, kind: "promotion", now: NOW } as const;
    await Promise.all([ledger.addCredits(one), ledger.addCredits(one)]);
    await expect(ledger.addCredits({ ...one, amount: 600n })).rejects.toThrow(LedgerConflict);
    await expect(ledger.addCredits({ ...one, kind: "purchase" })).rejects.toThrow(LedgerConflict);
    expect((await ledger.balanceOf(account)).bought).toBe(500n);
  });

  test("only a correction takes credits back", async () => {
    const { ledger, fund } = context();
    const account = await fund(500n);
    const back = { id: unique("deposit"), account, amount: -200n, now: NOW };
    await expect(ledger.addCredits({ ...back, kind: "purchase" })).rejects.toThrow(/`amount`/);
    await ledger.addCredits({ ...back, kind: "correction" });
    expect((await ledger.balanceOf(account)).bought).toBe(300n);
  });
}

function drift(context: () => Omit<Context, "use">): void {
  test("costs that providers reported are compared with ours since a point in time", async () => {
    const { ledger } = context();
    const account = unique("account");
    const from = NOW + 400 * DAY;
    expect(await ledger.driftSince(from)).toEqual({ compared: 0, deviating: 0, worstRatio: 1, worstId: undefined });
    const charge = (reported: bigint, change: Partial<Settlement> = {}) =>
      ledger.settle(settlement(unique("gen"), account, { reported, now: from, ...change }));
    await charge(1n, { now: from - 1 });
    await charge(40n);
    await charge(60n);
    await charge(80n, { id: "worst", postings: [], providerCost: 20n, counted: 0n });
    expect(await ledger.driftSince(from)).toEqual({ compared: 3, deviating: 2, worstRatio: 4, worstId: "worst" });
    await charge(1n, { id: "unbilled", postings: [] });
    expect(await ledger.driftSince(from)).toMatchObject({ worstRatio: Infinity, worstId: "unbilled" });
  });
}
