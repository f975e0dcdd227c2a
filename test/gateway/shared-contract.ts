import { expect, test } from "vitest";
import type { SharedState } from "../../packages/gateway/src/ports/shared-state.ts";

/** A state under test. */
export interface StateUnderTest {
  readonly state: SharedState;
  readonly now: () => number;
}

let lastId = 0;
/** An endpoint or a key that no other test uses. */
export function newId(): string {
  return `acme/one:provider:${++lastId}`;
}

/** Tests that every shared state passes. */
export function testState(create: () => StateUnderTest): void {
  test("an endpoint without requests is closed, without statistics", () => {
    expect(create().state.healthOf(newId())).toEqual({
      breaker: "closed",
      openUntil: 0,
      lastResortAt: 0,
      lastFailureAt: 0,
      limitedUntil: 0,
      uptime: undefined,
      firstTokenMs: undefined,
      throughput: undefined,
      toolSuccess: undefined,
      toolResponses: 0,
    });
  });

  test("five failures in a row open the breaker, four and a success do not", () => {
    const { state, now } = create();
    const endpoint = newId();
    const record = (kind: "ok" | "error", count: number): void => {
      for (let turn = 0; turn < count; turn++) state.record({ endpoint, kind, now: now() });
    };
    record("error", 4);
    record("ok", 1);
    record("error", 4);
    expect(state.healthOf(endpoint).breaker).toBe("closed");
    record("error", 1);
    const { breaker, openUntil, lastFailureAt } = state.healthOf(endpoint);
    expect(breaker).toBe("open");
    expect(openUntil).toBeGreaterThan(now() + 2000);
    expect(openUntil).toBeLessThan(now() + 5001);
    expect(lastFailureAt).toBeGreaterThan(0);
  });

  test("half of at least twenty requests open the breaker", () => {
    const { state, now } = create();
    const endpoint = newId();
    for (let turn = 0; turn < 10; turn++) {
      expect(state.healthOf(endpoint).breaker).toBe("closed");
      state.record({ endpoint, kind: "ok", now: now() });
      state.record({ endpoint, kind: "error", now: now() });
    }
    expect(state.healthOf(endpoint).breaker).toBe("open");
  });

  test("a rate limit is a period of Retry-After with jitter, and not an outage", () => {
    const { state, now } = create();
    const endpoint = newId();
    for (let turn = 0; turn < 30; turn++)
      state.record({ endpoint, kind: "rate-limited", now: now(), retryAfterMs: 20_000 });
    const { breaker, limitedUntil, uptime, lastFailureAt } = state.healthOf(endpoint);
    expect({ breaker, uptime, lastFailureAt }).toEqual({ breaker: "closed", uptime: undefined, lastFailureAt: 0 });
    expect(limitedUntil).toBeGreaterThan(now() + 19_000);
    expect(limitedUntil).toBeLessThanOrEqual(now() + 30_000);
  });

  test("statistics have percentiles of both ends, the uptime and the success of tools", () => {
    const { state, now } = create();
    const endpoint = newId();
    for (let value = 1; value <= 100; value++) {
      state.record({ endpoint, kind: "ok", now: now(), firstTokenMs: 10 * value });
      state.record({ endpoint, kind: "uncounted", now: now(), throughput: value, validToolCalls: value % 4 > 0 });
    }
    for (let turn = 0; turn < 4; turn++) state.record({ endpoint, kind: "error", now: now() });
    const view = state.healthOf(endpoint);
    expect(view.uptime).toBeCloseTo(100 / 104);
    expect(view).toMatchObject({ toolSuccess: 0.75, toolResponses: 100 });
    const near = (value: number, expected: number): void => {
      expect(value).toBeGreaterThan(0.95 * expected);
      expect(value).toBeLessThan(1.05 * expected);
    };
    near(view.firstTokenMs!.p50, 500);
    near(view.firstTokenMs!.p99, 990);
    near(view.throughput!.p50, 50);
    near(view.throughput!.p90, 10);
  });

  test("pins are found until their time to live ends, and can be moved", async () => {
    const { state } = create();
    const conversation = newId();
    expect(await state.pinOf(conversation)).toBeUndefined();
    state.pin(conversation, "a", 60_000);
    expect(await state.pinOf(conversation)).toBe("a");
    state.pin(conversation, "b", 60_000);
    expect(await state.pinOf(conversation)).toBe("b");
  });

  test("cached responses are found under their key only", async () => {
    const { state } = create();
    const key = `account:${newId()}`;
    expect(await state.cacheGet(key)).toBeUndefined();
    await state.cacheSet(key, '{"text":"Grüße, 世界"}', 60_000);
    expect(await state.cacheGet(key)).toBe('{"text":"Grüße, 世界"}');
    expect(await state.cacheGet(`${key}x`)).toBeUndefined();
  });
}
