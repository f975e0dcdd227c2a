import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "@patchbay/engine/data/random";
import { Histogram } from "../../packages/gateway/src/shared/histogram.ts";
import { MemoryState } from "../../packages/gateway/src/shared/memory.ts";
import { newId, testState } from "./shared-contract.ts";

const start = 1_700_000_000_000;

/** A state with a clock of its own. */
function createState(options: ConstructorParameters<typeof MemoryState>[0] = {}) {
  const clock = { now: start };
  const state = new MemoryState({ random: createRandom(1), ...options, now: () => clock.now });
  const endpoint = newId();
  const record = (kind: "ok" | "error" | "rate-limited" | "uncounted", isProbe = false): void =>
    state.record({ endpoint, kind, now: clock.now, isProbe });
  const open = (): void => {
    for (let turn = 0; turn < 5; turn++) record("error");
  };
  return { state, clock, endpoint, record, open, view: () => state.healthOf(endpoint) };
}

testState(() => {
  const { state, clock } = createState();
  return { state, now: () => clock.now };
});

test("a half-open breaker passes one probe at a time, and its success closes the breaker", () => {
  const { state, clock, endpoint, record, open, view } = createState();
  open();
  expect(state.beginProbe(endpoint)).toBe(false);
  clock.now = view().openUntil;
  expect(view().breaker).toBe("half-open");
  expect(state.beginProbe(endpoint)).toBe(true);
  expect(view().breaker).toBe("open");
  expect(state.beginProbe(endpoint)).toBe(false);
  // A success of a request that began before the breaker opened does not close it.
  record("ok");
  expect(view().breaker).toBe("open");
  record("ok", true);
  expect(view().breaker).toBe("closed");
  record("error");
  expect(view().breaker).toBe("closed");
});

test("each failed probe doubles the open period up to a limit, and an aborted one leaves the breaker half-open", () => {
  const { state, clock, endpoint, record, open, view } = createState();
  open();
  const periods: number[] = [];
  for (let turn = 0; turn < 6; turn++) {
    clock.now = view().openUntil;
    expect(state.beginProbe(endpoint)).toBe(true);
    record("uncounted", true);
    expect(state.beginProbe(endpoint)).toBe(true);
    record("error", true);
    periods.push(view().openUntil - clock.now);
  }
  for (const [index, period] of periods.entries()) {
    const longest = Math.min(5000 * 2 ** (index + 1), 30_000);
    expect(period).toBeGreaterThanOrEqual(longest / 2);
    expect(period).toBeLessThanOrEqual(longest);
  }
});

test("an endpoint that fails again soon after it closed is open for longer, and after a long time is not", () => {
  const { state, clock, endpoint, record, open, view } = createState({ random: () => 1 });
  const reopenAfter = (ms: number): number => {
    clock.now = view().openUntil;
    expect(state.beginProbe(endpoint)).toBe(true);
    record("ok", true);
    clock.now += ms;
    open();
    return view().openUntil - clock.now;
  };
  open();
  expect(reopenAfter(1000)).toBe(10_000);
  expect(reopenAfter(1000)).toBe(20_000);
  expect(reopenAfter(300_000)).toBe(5000);
});

test("a failure while the breaker is open extends the period and never shortens it", () => {
  const failures = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(failures, fc.integer(), (waits, seed) => {
      const { clock, record, open, view } = createState({ random: createRandom(seed) });
      open();
      for (const wait of waits) {
        clock.now += wait;
        const before = view().openUntil;
        record("error");
        expect(view().openUntil).toBeGreaterThanOrEqual(Math.max(before, clock.now + 2500));
      }
    }),
  );
});

test("an open breaker accepts one probe as the last resort a second after its last failure", () => {
  const { state, clock, endpoint, open, view } = createState();
  open();
  expect(view().lastResortAt).toBe(clock.now + 1000);
  clock.now += 1000;
  expect(state.beginProbe(endpoint)).toBe(true);
  expect(state.beginProbe(endpoint)).toBe(false);
});

test("a probe without an outcome blocks the next one for a minute only", () => {
  const { state, clock, endpoint, open } = createState();
  open();
  clock.now += 5000;
  expect(state.beginProbe(endpoint)).toBe(true);
  clock.now += 59_999;
  expect(state.beginProbe(endpoint)).toBe(false);
  clock.now += 1;
  expect(state.beginProbe(endpoint)).toBe(true);
});

test("a rate limit without Retry-After is short, and doubles while no request succeeds", () => {
  const { clock, record, view } = createState({ random: () => 0 });
  const limitNow = (): number => {
    clock.now = Math.max(clock.now, view().limitedUntil);
    record("rate-limited");
    record("rate-limited");
    return view().limitedUntil - clock.now;
  };
  expect([limitNow(), limitNow(), limitNow()]).toEqual([250, 500, 1000]);
  for (let turn = 0; turn < 10; turn++) limitNow();
  expect(limitNow()).toBe(8000);
  record("ok");
  expect(limitNow()).toBe(250);
});

test("a clock that is set back neither holds a breaker open nor a rate limit for longer than a period", () => {
  const { clock, record, open, view } = createState();
  open();
  record("rate-limited");
  clock.now -= 86_400_000;
  expect(view().openUntil).toBeLessThanOrEqual(clock.now + 5000);
  expect(view().limitedUntil).toBeLessThanOrEqual(clock.now + 375);
  clock.now += 5000;
  expect(view()).toMatchObject({ breaker: "half-open", limitedUntil: 0 });
});

test("statistics forget what is older than the window", () => {
  const { state, clock, endpoint, record, view } = createState();
  for (let turn = 0; turn < 30; turn++) state.record({ endpoint, kind: "ok", now: clock.now, firstTokenMs: 100 });
  clock.now += 4 * 60_000;
  expect(view().firstTokenMs!.p50).toBeGreaterThan(0);
  clock.now += 3 * 60_000;
  expect(view()).toMatchObject({ firstTokenMs: undefined, uptime: undefined });
  record("ok");
  expect(view().uptime).toBeUndefined();
});

test("pins and cached responses end, and are bounded by bytes", async () => {
  const { state, clock } = createState({ pinBytes: 100_000, cacheBytes: 100_000 });
  state.pin("conversation", "a", 1000);
  await state.cacheSet("account:key", "value", 1000);
  clock.now += 1000;
  expect([state.pinOf("conversation"), await state.cacheGet("account:key")]).toEqual([undefined, undefined]);
  for (let turn = 0; turn < 1000; turn++) await state.cacheSet(`account:${turn}`, "x".repeat(1000), 60_000);
  const found = await Promise.all(Array.from({ length: 1000 }, (_, turn) => state.cacheGet(`account:${turn}`)));
  expect(found.filter(Boolean).length).toBeLessThan(50);
  expect(found.at(-1)).toBeDefined();
  await state.cacheSet("account:large", "x".repeat(60_000), 60_000);
  expect(await state.cacheGet("account:large")).toBeUndefined();
});

test("histograms merge as if one had counted everything, and percentiles are within 4 %", () => {
  const values = fc.array(fc.double({ min: 0.2, max: 1_000_000, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(values, values, fc.double({ min: 0, max: 1, noNaN: true }), (some, others, share) => {
      const [one, other, all] = [new Histogram(), new Histogram(), new Histogram()];
      for (const value of some) one.add(value);
      for (const value of others) other.add(value);
      for (const value of [...some, ...others]) all.add(value);
      one.mergeSparse(JSON.parse(JSON.stringify(other.toSparse())) as number[]);
      expect(one.toSparse()).toEqual(all.toSparse());
      const sorted = [...some, ...others].sort((a, b) => a - b);
      const exact = sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1]!;
      expect(Math.abs(one.quantile(share) - exact)).toBeLessThanOrEqual(0.04 * exact + 0.06);
    }),
  );
});
