import fc from "fast-check";
import { expect, test } from "vitest";
import { MemoryLimiter } from "../../packages/gateway/src/limits/memory.ts";
import { limitOf, testLimiter } from "./limits-contract.ts";

testLimiter(() => {
  let now = 1_700_000_000_000;
  return {
    limiter: new MemoryLimiter(),
    now: () => now,
    pass: async (ms) => {
      now += ms;
    },
  };
});

test("in any window, takes never exceed the burst and what the window refills", () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 3000 }), cost: fc.integer({ min: 0, max: 12 }) });
  const terms = fc.record({
    amount: fc.integer({ min: 1, max: 1000 }),
    intervalMs: fc.integer({ min: 1, max: 100_000 }),
    burst: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(terms, fc.array(step, { maxLength: 60 }), (limit, steps) => {
      const limiter = new MemoryLimiter();
      const taken: { at: number; cost: number }[] = [];
      let now = 1_700_000_000_000;
      for (const { wait, cost } of steps) {
        now += wait;
        if (limiter.takeNow([{ id: "x", name: "x", ...limit, cost }], now).allowed) taken.push({ at: now, cost });
      }
      for (const [from, { at: start }] of taken.entries()) {
        let sum = 0;
        for (const { at, cost } of taken.slice(from)) {
          sum += cost;
          const most = limit.burst + ((at - start) * limit.amount) / limit.intervalMs;
          expect(sum).toBeLessThanOrEqual(most + 1e-6 * most);
        }
      }
    }),
  );
});

test("the wait of a refusal is exact: a retry before it is refused, and one after it is allowed", () => {
  const input = fc.record({
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    intervalMs: fc.integer({ min: 1000, max: 86_400_000 }),
    costs: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }),
  });
  fc.assert(
    fc.property(input, ({ amount, intervalMs, costs }) => {
      const limiter = new MemoryLimiter();
      let now = 1_700_000_000_000;
      for (const cost of costs) {
        const limit = { id: "x", name: "x", amount, intervalMs, cost: Math.min(cost, amount) };
        const result = limiter.takeNow([limit], now);
        if (result.allowed) continue;
        expect(result.retryAfterMs).toBeGreaterThan(0);
        if (result.retryAfterMs > 2)
          expect(limiter.takeNow([limit], now + result.retryAfterMs - 2).allowed).toBe(false);
        now += result.retryAfterMs;
        expect(limiter.takeNow([limit], now + 1e-3).allowed).toBe(true);
        now += 1;
      }
    }),
  );
});

test("a million takes of a small share of a limit add up exactly", () => {
  const limiter = new MemoryLimiter();
  const limit = { id: "x", name: "x", amount: 0.3, intervalMs: 60_000, burst: 100_000, cost: 0.1 };
  let allowed = 0;
  for (let turn = 0; turn < 1_000_010; turn++) if (limiter.takeNow([limit], 1_700_000_000_000).allowed) allowed++;
  expect(allowed).toBe(1_000_000);
});

test("a clock that is set back by an hour does not block a limit for an hour", () => {
  const limiter = new MemoryLimiter();
  const limit = limitOf(10, { intervalMs: 1000, cost: 10 });
  const now = 1_700_000_000_000;
  expect(limiter.takeNow([limit], now).allowed).toBe(true);
  const back = now - 3_600_000;
  expect(limiter.takeNow([limit], back)).toMatchObject({ allowed: false, retryAfterMs: 1000 });
  expect(limiter.takeNow([{ ...limit, cost: 0 }], back).allowed).toBe(true);
  expect(limiter.takeNow([limit], back + 1000).allowed).toBe(true);
});

test("calls that overtake each other by milliseconds do not refill a limit", () => {
  const limiter = new MemoryLimiter();
  const limit = limitOf(1000, { intervalMs: 1000, cost: 1 });
  let allowed = 0;
  for (let turn = 0; turn < 5000; turn++)
    if (limiter.takeNow([limit], 1_700_000_000_000 + (turn % 2) * 10).allowed) allowed++;
  expect(allowed).toBeLessThanOrEqual(1010);
});

test("memory holds the limits in use only", () => {
  const limiter = new MemoryLimiter();
  for (let key = 0; key < 100_000; key++)
    limiter.takeNow([{ id: `key:${key}`, name: "x", amount: 10, intervalMs: 1000, cost: 1 }], 1_700_000_000_000 + key);
  // A hundredth of a second's keys are still partly used.
  expect(limiter.size).toBeLessThan(3000);
});
