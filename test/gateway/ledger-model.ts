import fc from "fast-check";
import { expect } from "vitest";
import type {
  Budget,
  Ledger,
  Reservation,
  ReserveResult,
  Settlement,
} from "../../packages/gateway/src/ports/ledger.ts";

const START = Date.parse("2026-11-29T23:00:00Z");
const DAY = 86_400_000;
const accounts = ["a", "b"];
const ids = ["g1", "g2", "g3", "g4", "g5"];
const pool: readonly Budget[] = [
  { id: "daily", unit: "usd", limit: 300n, window: "daily" },
  { id: "requests", unit: "requests", limit: 3n, window: "daily" },
  { id: "total", unit: "usd", limit: 900n, window: "total" },
];

type Step =
  | { readonly kind: "reserve"; readonly id: string; readonly account: string; readonly change: Partial<Reservation> }
  | { readonly kind: "extend"; readonly id: string; readonly total: bigint }
  | { readonly kind: "settle"; readonly id: string; readonly account: string; readonly amounts: readonly bigint[] }
  | { readonly kind: "release"; readonly id: string }
  | { readonly kind: "deposit"; readonly id: string; readonly account: string; readonly amount: bigint }
  | { readonly kind: "sweep" }
  | { readonly kind: "wait"; readonly ms: number };

/** A step, and whether the store fails in it: before or after it is durable. It is repeated then. */
export interface ModelStep {
  readonly step: Step;
  readonly failure: "before-commit" | "after-commit" | undefined;
}

const amount = fc.bigInt({ min: 0n, max: 250n });
const account = fc.constantFrom(...accounts);
const id = fc.constantFrom(...ids);
const change = fc
  .record({
    wanted: amount,
    least: amount,
    floor: fc.constantFrom(null, 0n, -100n, 50n),
    budgets: fc.subarray([...pool]),
    life: fc.integer({ min: -5, max: 3_600_000 }),
  })
  .map(({ wanted, least, life, ...rest }) => ({
    ...rest,
    wanted,
    least: least > wanted ? wanted : least,
    deadline: life,
  }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("reserve" as const), id, account, change }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("extend" as const), id, total: amount }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("settle" as const),
      id,
      account,
      amounts: fc.array(amount, { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("release" as const), id }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("deposit" as const),
      id,
      account,
      amount: fc.bigInt({ min: 1n, max: 900n }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: "sweep" as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: DAY }) }) },
);

/** Sequences of operations with few ids, so that they meet. */
export const modelSteps: fc.Arbitrary<ModelStep[]> = fc.array(
  fc.record({
    step,
    failure: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom("before-commit" as const, "after-commit" as const) },
    ),
  }),
  { minLength: 5, maxLength: 40 },
);

interface Hold {
  readonly account: string;
  readonly floor: bigint | null;
  readonly budgets: readonly Budget[];
  readonly now: number;
  readonly deadline: number;
  amount: bigint;
  state: "open" | "settled" | "closed";
  charged: bigint;
}

/** The ledger as lists of holds and deposits. Every amount is computed from them when it is asked for. */
class LedgerModel {
  now: number = START;
  readonly #holds = new Map<string, Hold>();
  readonly #deposits = new Map<string, { readonly account: string; readonly amount: bigint }>();

  balanceOf(account: string): { bought: bigint; used: bigint; pending: bigint } {
    const holds = [...this.#holds.values()].filter((hold) => hold.account === account);
    const deposits = [...this.#deposits.values()].filter((deposit) => deposit.account === account);
    return {
      bought: sum(deposits.map(({ amount }) => amount)),
      used: sum(holds.map(({ charged }) => charged)),
      pending: sum(holds.map(({ state, amount }) => (state === "open" ? amount : 0n))),
    };
  }

  useOf(budget: Budget, now = this.now): { spent: bigint; pending: bigint } {
    const day = (time: number): number => (budget.window === "total" ? 0 : Math.floor(time / DAY));
    const holds = [...this.#holds.values()].filter(
      (hold) => hold.budgets.some(({ id }) => id === budget.id) && day(hold.now) === day(now),
    );
    const counted = (state: Hold["state"], inUsd: (hold: Hold) => bigint): bigint =>
      sum(holds.filter((hold) => hold.state === state).map((hold) => (budget.unit === "usd" ? inUsd(hold) : 1n)));
    return { spent: counted("settled", ({ charged }) => charged), pending: counted("open", ({ amount }) => amount) };
  }

  /** The expected result of a step, or `"conflict"`. */
  apply(step: Step): unknown {
    if (step.kind === "wait") this.now += step.ms;
    if (step.kind === "sweep") return this.#sweep();
    if (step.kind === "deposit") return this.#deposit(step.id, step.account, step.amount);
    if (step.kind === "reserve") return this.#reserve(step.id, step.account, step.change);
    if (step.kind === "extend") return this.#extend(step.id, step.total);
    if (step.kind === "settle") return this.#settle(step.id, step.account, sum(step.amounts));
    const hold = step.kind === "release" ? this.#holds.get(step.id) : undefined;
    if (hold?.state === "open") hold.state = "closed";
    return undefined;
  }

  #left(hold: Pick<Hold, "account" | "floor" | "budgets" | "now">): (readonly [Budget | "credits", bigint])[] {
    const { bought, used, pending } = this.balanceOf(hold.account);
    const credits = hold.floor === null ? [] : [["credits", bought - used - pending - hold.floor] as const];
    return [
      ...credits,
      ...hold.budgets.map((budget) => {
        const { spent, pending } = this.useOf(budget, hold.now);
        return [budget, budget.limit - spent - pending] as const;
      }),
    ];
  }

  #reserve(id: string, account: string, change: Partial<Reservation>): Partial<ReserveResult> | "conflict" {
    const known = this.#holds.get(id);
    if (known) return known.account !== account || known.state === "closed" ? "conflict" : { granted: known.amount };
    const { wanted = 0n, least = 0n, floor = null, budgets = [] } = change;
    let granted = wanted;
    for (const [by, left] of this.#left({ account, floor, budgets, now: this.now })) {
      const rest = by !== "credits" && left < 0n ? 0n : left;
      const isRequests = by !== "credits" && by.unit === "requests";
      if (rest < (isRequests ? 1n : least) || rest < 0n) return { refusedBy: by, left: rest };
      if (!isRequests && rest < granted) granted = rest;
    }
    const deadline = this.now + (change.deadline ?? 0);
    this.#holds.set(id, {
      account,
      floor,
      budgets,
      now: this.now,
      deadline,
      amount: granted,
      state: "open",
      charged: 0n,
    });
    return { granted };
  }

  #extend(id: string, total: bigint): boolean {
    const hold = this.#holds.get(id);
    if (hold?.state !== "open") return false;
    const more = total - hold.amount;
    if (more <= 0n) return true;
    const limits = this.#left(hold).filter(([by]) => by === "credits" || by.unit === "usd");
    if (limits.some(([, left]) => left < more)) return false;
    hold.amount = total;
    return true;
  }

  #settle(id: string, account: string, charged: bigint): "conflict" | undefined {
    const hold = this.#holds.get(id);
    if (hold && hold.account !== account) return "conflict";
    const unheld = { account, floor: null, budgets: [], now: this.now, deadline: this.now, amount: 0n };
    if (!hold) this.#holds.set(id, { ...unheld, state: "settled", charged });
    else if (hold.state !== "settled") Object.assign(hold, { state: "settled", charged });
    return undefined;
  }

  #deposit(id: string, account: string, amount: bigint): "conflict" | undefined {
    const known = this.#deposits.get(id);
    if (known) return known.account === account && known.amount === amount ? undefined : "conflict";
    this.#deposits.set(id, { account, amount });
    return undefined;
  }

  #sweep(): string[] {
    const expired = [...this.#holds].filter(([, { state, deadline }]) => state === "open" && deadline < this.now);
    for (const [, hold] of expired) hold.state = "closed";
    return expired.map(([id]) => id).toSorted();
  }
}

/** Applies a step to the real ledger, with its result in the form of the model's. */
async function applyToLedger(ledger: Ledger, step: Step, now: number): Promise<unknown> {
  try {
    if (step.kind === "sweep") return (await ledger.sweep(now)).map(({ id }) => id).toSorted();
    if (step.kind === "deposit") return await ledger.addCredits({ ...step, kind: "purchase", now });
    if (step.kind === "extend") return await ledger.extend(step.id, step.total);
    if (step.kind === "release") return await ledger.release(step.id, "failed");
    if (step.kind === "settle") return await ledger.settle(toSettlement(step.id, step.account, step.amounts, now));
    if (step.kind === "wait") return undefined;
    const { wanted = 0n, least = 0n, floor = null, budgets = [], deadline = 0 } = step.change;
    const { id, account } = step;
    return await ledger.reserve({ id, account, wanted, least, floor, budgets, now, deadline: now + deadline });
  } catch (error) {
    if (error instanceof Error && error.name === "LedgerConflict") return "conflict";
    throw error;
  }
}

function toSettlement(id: string, account: string, amounts: readonly bigint[], now: number): Settlement {
  const postings = amounts.map((amount, index) => ({ to: ["provider:acme", "fees"][index]!, amount }));
  return { id, account, postings, counted: sum(amounts), priceVersion: "v1", basis: "reported", now };
}

/** Opens a ledger whose store fails at the points where `failing` returns true. */
export type OpenFailing = (failing: (point: string) => boolean) => Promise<Ledger>;

/** Applies the steps to a ledger and to the model. After a failure, the ledger is opened again and the step repeated. */
export async function checkAgainstModel(steps: readonly ModelStep[], open: OpenFailing): Promise<void> {
  let failure: string | undefined;
  const reopen = () => open((point) => point === failure);
  let ledger = await reopen();
  const model = new LedgerModel();
  for (const { step, ...rest } of steps) {
    ({ failure } = rest);
    if (failure !== undefined && step.kind !== "wait") {
      await expect(applyToLedger(ledger, step, model.now)).rejects.toThrow();
      await ledger.close();
      failure = undefined;
      ledger = await reopen();
    }
    const now = model.now;
    const expected = model.apply(step);
    const actual = await applyToLedger(ledger, step, now);
    // A sweep that was durable before the failure has nothing left to report.
    if (rest.failure === undefined || step.kind !== "sweep")
      expect(actual).toEqual(isObject(expected) ? expect.objectContaining(expected) : expected);
  }
  await expectEqual(ledger, model);
  await ledger.close();
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Compares all balances and budgets with the model, and checks the ledger. */
async function expectEqual(ledger: Ledger, model: LedgerModel): Promise<void> {
  for (const account of accounts) expect(await ledger.balanceOf(account)).toEqual(model.balanceOf(account));
  for (const state of await ledger.budgetsOf(pool, model.now)) expect(state).toMatchObject(model.useOf(state.budget));
  expect((await ledger.verify()).problems).toEqual([]);
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
