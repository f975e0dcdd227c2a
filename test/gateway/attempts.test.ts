import type { Fault, NextStep, ProviderFailureFacts } from "@patchbay/providers";
import { createRandom } from "@patchbay/engine/data/random";
import fc from "fast-check";
import { expect, test } from "vitest";
import type {
  AttemptCandidate,
  AttemptPlan,
  AttemptRequest,
} from "../../packages/gateway/src/attempts/attempt-policy.ts";
import {
  createAttemptPolicy,
  type AttemptPolicyOptions,
} from "../../packages/gateway/src/attempts/create-attempt-policy.ts";
import { MemoryState } from "../../packages/gateway/src/shared/memory.ts";

const weighted: AttemptRequest = { basis: "weighted" };

function createRouter(options: Partial<AttemptPolicyOptions> & { readonly seed?: number } = {}) {
  const clock = { now: 1_700_000_000_000 };
  const now = (): number => clock.now;
  const random = createRandom(options.seed ?? 1);
  const state = new MemoryState({ now, random });
  const policy = createAttemptPolicy({ now, random, ...options, state });
  const record = (endpoint: string, kind: "ok" | "error" | "rate-limited", count = 1, retryAfterMs?: number): void => {
    for (let turn = 0; turn < count; turn++) state.record({ endpoint, kind, now: clock.now, retryAfterMs });
  };
  return { clock, state, policy, record, open: (endpoint: string) => record(endpoint, "error", 5) };
}

function failure(fault: Fault, changes: Partial<ProviderFailureFacts> = {}): ProviderFailureFacts {
  const next: NextStep = fault === "caller" ? "stop" : "next-endpoint";
  const status = fault === "capacity" ? 429 : 502;
  return { fault, next, status, message: "failed", errorType: "provider_unavailable", ...changes };
}

const offer = (endpoint: string, price = 1, changes: Partial<AttemptCandidate> = {}): AttemptCandidate => ({
  endpoint,
  price,
  ...changes,
});
const names = (candidates: readonly AttemptCandidate[]): string => candidates.map(({ endpoint }) => endpoint).join("");
/** The endpoint of the next step, or why there is none. */
function step(plan: AttemptPlan<AttemptCandidate>, failed?: ProviderFailureFacts): string {
  const next = plan.next(failed);
  if (next.type === "try") return next.candidate.endpoint;
  return next.type === "stop" ? next.reason : `wait ${next.ms}`;
}

test("the first candidate is drawn by the inverse square of the price", () => {
  const { policy } = createRouter();
  const counts: Record<string, number> = {};
  for (let turn = 0; turn < 6000; turn++) {
    const first = policy.order([offer("a", 1), offer("b", 2), offer("c", 4)], weighted)[0]!.endpoint;
    counts[first] = (counts[first] ?? 0) + 1;
  }
  // 16 : 4 : 1
  expect(counts["a"]! / 6000).toBeCloseTo(16 / 21, 1);
  expect(counts["b"]! / 6000).toBeCloseTo(4 / 21, 1);
  expect(counts["c"]! / 6000).toBeCloseTo(1 / 21, 1);
});

test("free endpoints come first, and those with weight 0 last", () => {
  const { policy } = createRouter();
  const candidates = [offer("w", 1, { weight: 0 }), offer("p", 0.001), offer("f", 0)];
  for (let turn = 0; turn < 50; turn++) expect(names(policy.order(candidates, weighted))).toBe("fpw");
});

test("an order is a permutation, whatever the prices, groups and health", () => {
  const candidate = fc.record({
    price: fc.double({ min: 0, noNaN: true }),
    weight: fc.double({ min: 0, max: 10, noNaN: true }),
    group: fc.integer({ min: 0, max: 3 }),
    health: fc.constantFrom("ok", "open", "limited"),
  });
  const basis = fc.constantFrom("weighted" as const, "sorted" as const, "listed" as const, "exacto" as const);
  fc.assert(
    fc.property(fc.array(candidate, { maxLength: 8 }), basis, fc.integer(), (made, basis, seed) => {
      const { policy, open, record } = createRouter({ seed });
      const candidates = made.map((one, index) => ({ ...one, endpoint: String(index) }));
      for (const { endpoint, health } of candidates) {
        if (health === "open") open(endpoint);
        if (health === "limited") record(endpoint, "rate-limited", 1, 60_000);
      }
      const ordered = policy.order(candidates, { basis, pin: "1" });
      expect(ordered.toSorted((a, b) => Number(a.endpoint) - Number(b.endpoint))).toEqual(candidates);
      const rank = { ok: 0, limited: 1, open: 2 };
      const ranks = ordered.map(({ health }) => rank[health]);
      expect(ranks).toEqual(ranks.toSorted());
      const healthy = ordered.filter(({ health }) => health === "ok").map(({ group }) => group);
      expect(healthy).toEqual(healthy.toSorted());
    }),
  );
});

test("the pinned endpoint leads its group while it is healthy, unless the request lists its order", () => {
  const { policy, open } = createRouter();
  const candidates = [offer("a"), offer("b"), offer("c", 100), offer("d", 1, { group: 1 })];
  const pinned = (pin: string, basis: AttemptRequest["basis"] = "weighted"): string =>
    names(policy.order(candidates, { basis, pin }));
  expect(pinned("c")).toMatch(/^c..d$/);
  expect(pinned("d")).toMatch(/d$/);
  expect(pinned("c", "sorted")).toBe("cabd");
  expect(pinned("c", "listed")).toBe("abcd");
  open("c");
  expect(pinned("c")).toMatch(/dc$/);
});

test("of two drawn endpoints with similar prices, one with much less load goes first", () => {
  const { policy, clock } = createRouter();
  const measure = (endpoint: string, ms: number): void => {
    const plan = policy.plan([offer(endpoint)], weighted);
    plan.next();
    clock.now += ms;
    plan.firstToken();
  };
  measure("slow", 5000);
  measure("fast", 100);
  const share = (price: number): number => {
    let fast = 0;
    for (let turn = 0; turn < 200; turn++)
      if (policy.order([offer("slow", 1), offer("fast", price)], weighted)[0]!.endpoint === "fast") fast++;
    return fast / 200;
  };
  expect(share(1.5)).toBe(1);
  expect(share(3)).toBeLessThan(0.3);
});

test("Exacto puts an endpoint last whose tool calls are two standard errors below the median", () => {
  const { policy, state, clock } = createRouter();
  const rates: Record<string, number> = { a: 0.7, b: 0.97, c: 0.99, d: 0.9 };
  for (const [endpoint, rate] of Object.entries(rates))
    for (let turn = 0; turn < 100; turn++)
      state.record({ endpoint, kind: "uncounted", now: clock.now, validToolCalls: turn < 100 * rate });
  // Too few responses to be judged.
  state.record({ endpoint: "e", kind: "uncounted", now: clock.now, validToolCalls: false });
  expect(
    names(
      policy.order(
        ["a", "b", "c", "e"].map((one) => offer(one)),
        { basis: "exacto" },
      ),
    ),
  ).toBe("cbea");
  expect(names(policy.order([offer("d"), offer("c")], { basis: "exacto" }))).toBe("cd");
});

test.each<[Fault, string]>([
  ["provider", "b"],
  ["capacity", "b"],
  ["endpoint", "b"],
  ["key", "b"],
  ["caller", "caller"],
])("after a failure of the %s, the next step is %s", (fault, expected) => {
  const plan = createRouter().policy.plan([offer("a"), offer("b")], { basis: "listed" });
  expect(step(plan)).toBe("a");
  expect(step(plan, failure(fault))).toBe(expected);
});

test("a failed key is replaced once by another key of the same endpoint, without using up an attempt", () => {
  const { policy, state } = createRouter();
  const plan = policy.plan([offer("a", 1, { keys: 3 }), offer("b"), offer("c"), offer("d")], { basis: "listed" });
  const key = failure("key", { next: "next-key" });
  expect(plan.next()).toMatchObject({ candidate: { endpoint: "a" }, keyIndex: 0 });
  expect(plan.next(key)).toMatchObject({ candidate: { endpoint: "a" }, keyIndex: 1 });
  expect(plan.next(key)).toMatchObject({ candidate: { endpoint: "b" }, keyIndex: 0 });
  expect([step(plan, failure("provider")), step(plan, failure("provider"))]).toEqual(["c", "attempts"]);
  // The first key's failure says nothing about the endpoint.
  expect(state.healthOf("a").lastFailureAt).toBeGreaterThan(0);
});

test("the endpoint of a failed customer key is tried with the gateway's key, but not after an outage", () => {
  const candidates = [offer("a", 1, { isByok: true }), offer("a", 1, { group: 1 }), offer("b", 1, { group: 2 })];
  const { policy, state } = createRouter();
  const plan = policy.plan(candidates, { basis: "listed" });
  expect([step(plan), step(plan, failure("key"))]).toEqual(["a", "a"]);
  expect(state.healthOf("a").lastFailureAt).toBe(0);
  const other = policy.plan(candidates, { basis: "listed" });
  expect([step(other), step(other, failure("provider"))]).toEqual(["a", "b"]);
});

test("a request makes at most three attempts, never two at the same endpoint", () => {
  const faults = fc.array(fc.constantFrom<Fault>("provider", "capacity", "endpoint", "key"), {
    minLength: 9,
    maxLength: 9,
  });
  const made = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 9 });
  fc.assert(
    fc.property(made, faults, fc.integer(), (endpoints, faults, seed) => {
      const { policy } = createRouter({ seed });
      const plan = policy.plan(
        endpoints.map((one) => offer(String(one))),
        weighted,
      );
      const tried: string[] = [];
      let next = plan.next();
      for (; next.type === "try"; next = plan.next(failure(faults[tried.length - 1]!)))
        tried.push(next.candidate.endpoint);
      expect(next.type).toBe("stop");
      expect(tried.length).toBe(Math.min(3, new Set(endpoints).size));
      expect(new Set(tried).size).toBe(tried.length);
    }),
  );
});

test("retries after outages are limited to a share of all requests, and redirects are not", () => {
  const { policy } = createRouter({ retryBudget: { ratio: 0.2, perSecond: 1 } });
  const reasons = (fault: Fault): string[] =>
    Array.from({ length: 100 }, (_, turn) => {
      const plan = policy.plan([offer(`${fault}${turn}a`), offer(`${fault}${turn}b`)], { basis: "listed" });
      plan.next();
      return step(plan, failure(fault)).endsWith("b") ? "retried" : "refused";
    });
  // A reserve of ten, and one for each five requests so far.
  expect(reasons("provider").filter((one) => one === "retried").length).toBe(30);
  expect(reasons("capacity")).not.toContain("refused");
});

test("an overloaded provider, which answers 503, is an outage: its breaker opens and its retries are limited", () => {
  const { policy, state } = createRouter({ retryBudget: { ratio: 0, perSecond: 1 } });
  const steps = Array.from({ length: 15 }, () => {
    const plan = policy.plan([offer("a"), offer("b"), offer("c")], { basis: "listed" });
    plan.next();
    return step(plan, failure("capacity", { status: 503 }));
  });
  expect(state.healthOf("a")).toMatchObject({ breaker: "open", limitedUntil: 0 });
  expect(steps.slice(10)).toEqual(Array.from({ length: 5 }, () => "retry-budget"));
});

test("the time to the first content is three times the endpoint's 99th percentile, between bounds", () => {
  const { policy, state, clock } = createRouter();
  const measure = (endpoint: string, firstTokenMs: number): void =>
    state.record({ endpoint, kind: "ok", now: clock.now, firstTokenMs });
  measure("fast", 100);
  measure("usual", 2000);
  measure("slow", 50_000);
  const limits = ["fast", "usual", "slow", "unknown"].map((endpoint) => policy.firstTokenTimeout(endpoint));
  expect(limits[0]).toBe(2500);
  expect(limits[1]! / 6000).toBeCloseTo(1, 1);
  expect(limits.slice(2)).toEqual([30_000, 30_000]);
  expect(policy.firstTokenTimeout("fast", 14_000)).toBe(12_500);
  // Nothing replaces the last attempt, so it gets the longest time.
  const plan = policy.plan([offer("fast"), offer("usual")], { basis: "listed" });
  expect(plan.next()).toMatchObject({ firstTokenTimeout: 2500 });
  expect(plan.next(failure("provider"))).toMatchObject({ firstTokenTimeout: 30_000 });
});

test("when every endpoint is down, a request is refused early and says when to come back", () => {
  const { policy, open, clock } = createRouter();
  open("a");
  open("b");
  const refusal = policy.plan([offer("a"), offer("b")], weighted).next();
  expect(refusal).toMatchObject({ type: "stop", reason: "unavailable" });
  if (refusal.type !== "stop") throw new Error("The request was not refused.");
  expect(refusal.retryAfterMs).toBeGreaterThan(2000);
  // A second later, one request is the probe.
  clock.now += 1000;
  const plans = [1, 2, 3].map(() => policy.plan([offer("a")], weighted));
  expect(plans.map((plan) => step(plan)).filter((one) => one === "a")).toHaveLength(1);
  plans[0]!.firstToken();
  expect(step(policy.plan([offer("a")], weighted))).toBe("a");
});

test("when every endpoint is at a rate limit that ends soon, a request waits for it; else it is refused", () => {
  const { policy, record, clock } = createRouter();
  record("a", "rate-limited", 1, 400);
  record("b", "rate-limited", 1, 60_000);
  const plan = policy.plan([offer("a"), offer("b")], weighted);
  const wait = plan.next();
  if (wait.type !== "wait") throw new Error("The request does not wait.");
  expect(wait.ms).toBeGreaterThanOrEqual(400);
  expect(wait.ms).toBeLessThanOrEqual(600);
  clock.now += wait.ms;
  expect(step(plan)).toBe("a");
  expect(policy.plan([offer("b")], weighted).next()).toMatchObject({ type: "stop", reason: "limited" });
});

test("a half-open endpoint gets one request, and the others go elsewhere", () => {
  const { policy, open, clock, state } = createRouter();
  open("a");
  clock.now = state.healthOf("a").openUntil;
  const plans = Array.from({ length: 5 }, () => policy.plan([offer("a"), offer("b")], { basis: "listed" }));
  expect(plans.map((plan) => step(plan)).join("")).toBe("abbbb");
  plans[0]!.end({ kind: "canceled" });
  expect(step(policy.plan([offer("a"), offer("b")], { basis: "listed" }))).toBe("a");
});

test("an attempt is counted once, however it is ended", () => {
  const { policy, state, clock } = createRouter();
  for (let turn = 0; turn < 20; turn++) {
    const plan = policy.plan([offer("a")], weighted);
    plan.next();
    clock.now += 100;
    plan.firstToken();
    plan.firstToken();
    plan.end({ kind: "ok", throughput: 50, validToolCalls: true });
    plan.end({ kind: "failed", failure: failure("provider") });
    plan.end({ kind: "canceled" });
  }
  expect(state.healthOf("a")).toMatchObject({ uptime: 1, toolResponses: 20, toolSuccess: 1, lastFailureAt: 0 });
  const broken = policy.plan([offer("a")], weighted);
  broken.next();
  broken.firstToken();
  broken.end({ kind: "failed", failure: failure("provider") });
  expect(state.healthOf("a").uptime).toBeCloseTo(21 / 22);
});
