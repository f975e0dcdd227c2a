// Leases on SQLite against a plain model: the same decisions as without leases, and nothing lost or overspent when the process dies.
import fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { decideGrant } from "../../packages/gateway/src/ledger/grant.ts";
import { leaseLedger } from "../../packages/gateway/src/ledger/leases/lease-ledger.ts";
import { openSqliteLedger, type Failpoint } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import type { Budget, Ledger } from "../../packages/gateway/src/ports/ledger.ts";
import { reservation, settlement } from "./ledger-contract.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-lease-model-"));
afterAll(() => rmSync(directory, { recursive: true }));

const dollars: Budget = { id: "dollars", unit: "usd", limit: 4000n, window: "total" };
const requests: Budget = { id: "requests", unit: "requests", limit: 60n, window: "total" };
// The budgets of a key are the same array for all of its requests.
const keys: readonly (readonly Budget[])[] = [[], [dollars], [dollars, requests]];

// Large requests meet leases that were taken for small ones.
const amount = fc.oneof(
  { weight: 5, arbitrary: fc.bigInt({ min: 1n, max: 60n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 100n, max: 2500n }) },
);
const pick = fc.nat({ max: 40 });
const crash = fc.oneof(
  { weight: 8, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom<Failpoint>("before-commit", "after-commit") },
);
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("reserve" as const),
      wanted: amount,
      key: fc.nat({ max: 2 }),
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("settle" as const), pick, share: fc.nat({ max: 100 }), crash }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("release" as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("extend" as const), pick, total: fc.bigInt({ min: 1n, max: 900n }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("deposit" as const), amount: fc.bigInt({ min: 1n, max: 900n }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Open {
  readonly id: string;
  readonly budgets: readonly Budget[];
  amount: bigint;
}

/** The account and its budgets as plain sums. */
class Model {
  bought = 0n;
  used = 0n;
  open: Open[] = [];
  readonly settled: { readonly budgets: readonly Budget[]; readonly amount: bigint }[] = [];

  useOf(budget: Budget): { spent: bigint; pending: bigint } {
    const count = (all: readonly { readonly budgets: readonly Budget[]; readonly amount: bigint }[]): bigint =>
      all.reduce(
        (sum, one) => (one.budgets.includes(budget) ? sum + (budget.unit === "usd" ? one.amount : 1n) : sum),
        0n,
      );
    return { spent: count(this.settled), pending: count(this.open) };
  }

  get pending(): bigint {
    return this.open.reduce((sum, one) => sum + one.amount, 0n);
  }

  decide(wanted: bigint, budgets: readonly Budget[]): unknown {
    const account = { credited: this.bought, debited: this.used, pending: this.pending };
    const uses = budgets.map((budget) => ({ budget, ...this.useOf(budget), resetsAt: null }));
    return decideGrant({ floor: 0n, wanted, least: 1n }, account, uses);
  }

  canExtend({ amount, budgets }: Open, total: bigint): boolean {
    const more = total - amount;
    const limits = budgets.filter(({ unit }) => unit === "usd");
    const left = limits.map((budget) => budget.limit - this.useOf(budget).spent - this.useOf(budget).pending);
    return more <= 0n || [this.bought - this.used - this.pending, ...left].every((one) => one >= more);
  }
}

let runs = 0;

class Run {
  readonly model = new Model();
  readonly #path = join(directory, `${++runs}.db`);
  readonly #period: number;
  #failing: Failpoint | undefined;
  #count = 0;
  inner!: Ledger;
  ledger!: Ledger;

  constructor(period: number) {
    this.#period = period;
    this.#open();
  }

  #open(): void {
    const failpoint = (point: Failpoint): void => {
      if (point === this.#failing) throw Object.assign(new Error("killed"), { errcode: 10 });
    };
    this.inner = openSqliteLedger(this.#path, { failpoint });
    const options = { node: `n${++this.#count}`, least: 2, share: 0.5, retryDelay: 0, period: this.#period };
    this.ledger = leaseLedger({ ...this.inner, close: async () => {} }, options);
  }

  async take(step: Step): Promise<void> {
    if (step.kind === "reserve") return this.#reserve(step);
    if (step.kind === "deposit") {
      this.model.bought += step.amount;
      const deposit = { id: `d${++this.#count}`, account: "a", amount: step.amount, kind: "purchase", now: 0 } as const;
      return this.ledger.addCredits(deposit);
    }
    const one = this.model.open[step.pick % Math.max(this.model.open.length, 1)];
    if (!one) return undefined;
    if (step.kind === "settle") {
      const amount = (one.amount * BigInt(step.share)) / 100n;
      // After a crash, a charge of nothing would not show whether it was stored.
      return this.#settle(one, step.crash && amount === 0n ? 1n : amount, step.crash);
    }
    if (step.kind === "release") {
      this.#drop(one);
      return this.ledger.release(one.id, "failed");
    }
    const isExtended = this.model.canExtend(one, step.total);
    expect(await this.ledger.extend(one.id, step.total)).toBe(isExtended);
    if (isExtended && step.total > one.amount) one.amount = step.total;
    return undefined;
  }

  async #reserve({ wanted, key, count }: Step & { kind: "reserve" }): Promise<void> {
    const budgets = keys[key]!;
    for (let index = 0; index < count; index++) {
      const id = `g${++this.#count}`;
      const expected = this.model.decide(wanted, budgets);
      const result = await this.ledger.reserve(reservation("a", { id, wanted, least: 1n, budgets }));
      expect(result).toEqual(expected);
      if ("granted" in result) this.model.open.push({ id, budgets, amount: result.granted });
    }
  }

  async #settle(one: Open, amount: bigint, crash: Failpoint | undefined): Promise<void> {
    this.#drop(one);
    this.#failing = crash;
    const postings = [{ to: "provider:acme", amount }];
    const isKept = await this.ledger.settle(settlement(one.id, "a", { postings })).then(
      () => true,
      () => false,
    );
    if (crash) await this.#restart();
    if (crash === undefined) expect(isKept).toBe(true);
    // Without an acknowledgment, the charge may be stored or lost.
    const { used } = await this.inner.balanceOf("a");
    if (!isKept && used === this.model.used) return;
    this.model.used += amount;
    this.model.settled.push({ budgets: one.budgets, amount });
    expect(used).toBe(this.model.used);
  }

  /** The process dies: nothing is returned, and what was in progress is swept. */
  async #restart(): Promise<void> {
    await this.inner.close();
    this.#failing = undefined;
    this.#open();
    await this.inner.sweep(Date.now() + 1e12);
    expect((await this.inner.balanceOf("a")).pending).toBe(0n);
    this.model.open = [];
  }

  #drop(one: Open): void {
    this.model.open = this.model.open.filter((other) => other !== one);
  }

  /** Every request has a durable hold, and no limit is exceeded. */
  async check(): Promise<void> {
    const { bought, used, pending } = await this.inner.balanceOf("a");
    expect(pending).toBeGreaterThanOrEqual(this.model.pending);
    expect(used + pending).toBeLessThanOrEqual(bought);
    for (const { budget, spent, pending } of await this.inner.budgetsOf([dollars, requests], 0)) {
      expect(spent).toBe(this.model.useOf(budget).spent);
      expect(spent + pending).toBeLessThanOrEqual(budget.limit);
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.model.open.map(({ id }) => this.ledger.release(id, "failed")));
    await this.ledger.close();
    expect(await this.inner.balanceOf("a")).toEqual({ bought: this.model.bought, used: this.model.used, pending: 0n });
    expect((await this.inner.verify()).problems).toEqual([]);
    await this.inner.close();
  }
}

test.each([4, 1000])(
  "leases of %i ms decide as the ledger alone does, cover every request, and lose nothing that was acknowledged",
  async (period) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const run = new Run(period);
        await run.take({ kind: "deposit", amount: 2500n });
        for (const one of steps) {
          await run.take(one);
          await run.check();
        }
        await run.end();
      }),
      { numRuns: 25 },
    );
  },
);
