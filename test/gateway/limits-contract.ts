import { expect, test } from "vitest";
import type { Limiter, RateLimit } from "../../packages/gateway/src/ports/limiter.ts";

/** A limiter under test, and its clock. */
export interface LimiterUnderTest {
  readonly limiter: Limiter;
  readonly now: () => number;
  /** Lets time pass. */
  readonly pass: (ms: number) => Promise<void>;
}

/** Almost 17 hours: long enough that nothing refills during a test that does not wait. */
const long = 60_000_000;
let lastId = 0;

/** A limit that no other test uses. */
export function limitOf(amount: number, changes: Partial<RateLimit> = {}): RateLimit {
  return {
    id: `key:${++lastId}:requests`,
    name: "requests of this key",
    amount,
    intervalMs: long,
    cost: 1,
    ...changes,
  };
}

/** Tests that every limiter passes. */
export function testLimiter(create: () => LimiterUnderTest): void {
  test("concurrent takes never exceed the burst of a limit", async () => {
    const { limiter, now } = create();
    const limit = limitOf(20);
    const results = await Promise.all(Array.from({ length: 50 }, () => limiter.take([limit], now())));
    expect(results.filter(({ allowed }) => allowed)).toHaveLength(20);
  });

  test("a burst smaller than the amount limits what can be taken at once", async () => {
    const { limiter, now } = create();
    const limit = limitOf(100, { burst: 3 });
    const results = await Promise.all(Array.from({ length: 10 }, () => limiter.take([limit], now())));
    expect(results.filter(({ allowed }) => allowed)).toHaveLength(3);
  });

  test("a refusal names the limit, what remains and when it resets", async () => {
    const { limiter, now } = create();
    const limit = limitOf(10, { cost: 7 });
    await limiter.take([limit], now());
    const at = now();
    const refusal = await limiter.take([limit], at);
    expect(refusal).toMatchObject({ allowed: false, limit, remaining: 3, tooLarge: false });
    if (refusal.allowed) throw new Error("The limit was not enforced.");
    // Seven of ten units take 70 % of the interval to drain, and four must drain before the cost fits.
    expect((refusal.resetAt - at) / long).toBeCloseTo(0.7, 3);
    expect(refusal.retryAfterMs / long).toBeCloseTo(0.4, 3);
  });

  test("a refused request consumes nothing of the other limits", async () => {
    const { limiter, now } = create();
    const [open, exhausted] = [limitOf(5), limitOf(1)];
    await limiter.take([exhausted], now());
    for (let turn = 0; turn < 10; turn++)
      expect(await limiter.take([open, exhausted], now())).toMatchObject({ allowed: false, limit: exhausted });
    const results = await Promise.all(Array.from({ length: 6 }, () => limiter.take([open], now())));
    expect(results.map(({ allowed }) => allowed)).toEqual([true, true, true, true, true, false]);
  });

  test("of several exhausted limits, the refusal names the one with the longest wait", async () => {
    const { limiter, now } = create();
    const [short, longer] = [limitOf(1, { intervalMs: long / 10 }), limitOf(1)];
    await limiter.take([short, longer], now());
    expect(await limiter.take([short, longer], now())).toMatchObject({ allowed: false, limit: longer });
    expect(await limiter.take([longer, short], now())).toMatchObject({ allowed: false, limit: longer });
  });

  test("a limit that is listed twice is taken twice", async () => {
    const { limiter, now } = create();
    const limit = limitOf(3);
    expect(await limiter.take([limit, limit], now())).toEqual({ allowed: true });
    expect(await limiter.take([limit, limit], now())).toMatchObject({ allowed: false });
    expect(await limiter.take([limit], now())).toEqual({ allowed: true });
  });

  test("a cost above the burst is refused as too large, whatever the wait", async () => {
    const { limiter, now } = create();
    expect(await limiter.take([limitOf(10, { cost: 11 })], now())).toMatchObject({
      allowed: false,
      tooLarge: true,
      remaining: 10,
      retryAfterMs: 0,
    });
  });

  test("a limit refills evenly", async () => {
    const { limiter, now, pass } = create();
    const limit = limitOf(100, { intervalMs: 50_000, cost: 100 });
    expect(await limiter.take([limit], now())).toEqual({ allowed: true });
    // It would fit after 25 seconds, longer than any test machine pauses.
    expect(await limiter.take([{ ...limit, cost: 50 }], now())).toMatchObject({ allowed: false });
    await pass(600);
    expect(await limiter.take([{ ...limit, cost: 1 }], now())).toEqual({ allowed: true });
    expect(await limiter.take([limit], now())).toMatchObject({ allowed: false });
  });

  test("an estimate is corrected upward, and the debt is refused until it is repaid", async () => {
    const { limiter, now } = create();
    const limit = limitOf(100, { cost: 10 });
    await limiter.take([limit], now());
    await limiter.correct(limit, 140, now());
    const refusal = await limiter.take([limit], now());
    expect(refusal).toMatchObject({ allowed: false, remaining: 0 });
    if (!refusal.allowed) expect(refusal.retryAfterMs / long).toBeCloseTo(0.6, 3);
  });

  test("an estimate is corrected downward, and no further than to an unused limit", async () => {
    const { limiter, now } = create();
    const limit = limitOf(100, { cost: 100 });
    await limiter.take([limit], now());
    await limiter.correct(limit, -60, now());
    expect(await limiter.take([{ ...limit, cost: 61 }], now())).toMatchObject({ allowed: false, remaining: 60 });
    expect(await limiter.take([{ ...limit, cost: 60 }], now())).toEqual({ allowed: true });
    await limiter.correct(limit, -1000, now());
    expect(await limiter.take([{ ...limit, cost: 101 }], now())).toMatchObject({ allowed: false, tooLarge: true });
    expect(await limiter.take([limit], now())).toEqual({ allowed: true });
    expect(await limiter.take([{ ...limit, cost: 1 }], now())).toMatchObject({ allowed: false });
  });

  test("a limit of zero refuses every request", async () => {
    const { limiter, now } = create();
    const refusal = await limiter.take([limitOf(0)], now());
    expect(refusal).toMatchObject({ allowed: false, remaining: 0, tooLarge: true });
    if (!refusal.allowed) expect(Number.isFinite(refusal.resetAt + refusal.retryAfterMs)).toBe(true);
  });

  test.each([
    ["a negative cost", { cost: -1 }],
    ["a cost that is not a number", { cost: NaN }],
    ["an interval of zero", { intervalMs: 0 }],
    ["a negative amount", { amount: -1 }],
  ])("%s is an error that names the limit", async (_, changes) => {
    const { limiter, now } = create();
    const limit = limitOf(1, changes);
    await expect(limiter.take([limit], now())).rejects.toThrow(limit.id);
  });

  test("slots are occupied until they are left, once each", async () => {
    const { limiter, now } = create();
    const limit = { id: `key:${++lastId}`, name: "concurrent requests", most: 2, leaseMs: 60_000 };
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => limiter.enter(limit, now())));
    expect([first, second, third].filter(Boolean)).toHaveLength(2);
    await first!.leave();
    await first!.leave();
    const again = await limiter.enter(limit, now());
    expect(again).toBeDefined();
    expect(await limiter.enter(limit, now())).toBeUndefined();
    await Promise.all([second?.leave(), third?.leave(), again?.leave()]);
    expect(await limiter.enter(limit, now())).toBeDefined();
  });
}
