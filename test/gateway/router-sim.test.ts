import { expect, test } from "vitest";
import { simulate } from "../../bench/gateway/sim/fleet-sim.ts";
import { allDown, flapping, fourShortOutages } from "../../bench/gateway/sim/scenarios.ts";

test.each([
  [1, 1],
  [8, 2],
  [64, 3],
])("%i gateway(s) with one view survive four outages at a cost near the oracle's, seed %i", (nodes, seed) => {
  const result = simulate({ ...fourShortOutages, nodes, seed });
  expect(result.success).toBeGreaterThan(0.9995);
  expect(result.successInOutages).toBeGreaterThan(0.999);
  expect(result.costToOracle).toBeLessThan(1.8);
  expect(result.attemptsPerRequest).toBeLessThan(1.12);
  // The slowest provider's responses take three seconds to begin while it is slow; a timeout adds its own.
  expect(result.firstTokenMs.p99).toBeLessThan(2500);
  expect(result.firstTokenMs.p999).toBeLessThan(6000);
  // Of a provider that is down or hangs, only probes remain after ten seconds.
  expect(result.firstAttemptsInOutage[0]).toBeLessThan(0.01);
  expect(result.firstAttemptsInOutage[1]).toBeLessThan(0.01);
  // A probe finds a provider again within the longest open period, and a request has to arrive.
  for (const seconds of result.secondsToReturn) expect(seconds).toBeLessThan(40);
});

test("gateways that exchange messages route as well as gateways with one view", () => {
  const result = simulate({ ...fourShortOutages, minutes: 3, nodes: 8, view: "exchanged" });
  expect(result.success).toBeGreaterThan(0.999);
  expect(result.successInOutages).toBeGreaterThan(0.999);
  expect(result.costToOracle).toBeLessThan(1.95);
  expect(result.firstAttemptsInOutage[0]).toBeLessThan(0.01);
});

test("providers that flap with the period of the breaker lose no requests", () => {
  const result = simulate(flapping);
  expect(result.success).toBeGreaterThan(0.9995);
  // They are up half of the time. Without growing open periods, a fourth of the first attempts would fail.
  for (const share of result.firstAttemptsInOutage) expect(share).toBeLessThan(0.1);
});

test("when every provider is down, requests are refused early and return soon after the outage", () => {
  const result = simulate(allDown);
  const requests = 60 * allDown.requestsPerSecond;
  expect(result.refusedEarly).toBeGreaterThan(0.95 * requests);
  expect(result.longestRefusalMs).toBeLessThan(2100);
  // The probes are all that the providers get.
  expect(result.attemptsPerRequest).toBeLessThan(0.9);
  expect(Math.min(...result.secondsToReturn)).toBeLessThan(5);
});

test("a demand above the capacity of all providers is refused early, and the providers stay in use", () => {
  const result = simulate({
    ...fourShortOutages,
    outages: [],
    minutes: 1,
    providers: fourShortOutages.providers.map((provider) => ({
      ...provider,
      capacity: Math.ceil(provider.capacity / 10),
    })),
  });
  expect(result.success).toBeGreaterThan(0.4);
  expect(result.longestRefusalMs).toBeLessThan(2100);
});

test.each([
  ["back by an hour", -3_600_000],
  ["forward by an hour", 3_600_000],
])("a clock that is set %s in the middle of an outage loses no requests", (_, step) => {
  const result = simulate({ ...fourShortOutages, minutes: 3, clockError: (seconds) => (seconds > 90 ? step : 0) });
  expect(result.success).toBeGreaterThan(0.9995);
  expect(result.firstAttemptsInOutage[0]).toBeLessThan(0.01);
  expect(result.secondsToReturn[0]).toBeLessThan(40);
});

test.each([
  [1, "one", 1],
  [8, "one", 2],
  [8, "exchanged", 3],
  [64, "one", 4],
] as const)(
  "%i gateway(s) with %s view use the capacity of providers that answer 429 with a Retry-After of a second, seed %i",
  (nodes, view, seed) => {
    const result = simulate({ ...fourShortOutages, nodes, view, seed, retryAfterMs: 1000 });
    expect(result.success).toBeGreaterThan(0.9995);
    expect(result.successInOutages).toBeGreaterThan(0.999);
    expect(result.costToOracle).toBeLessThan(1.8);
    expect(result.attemptsPerRequest).toBeLessThan(1.12);
  },
);

test("a key at its limit that says when it returns is tried before only where a request has ended", () => {
  const result = simulate({ ...fourShortOutages, outages: [], minutes: 2, retryAfterMs: 2000 });
  expect(result.success).toBeGreaterThan(0.9995);
  expect(result.attemptsPerRequest).toBeLessThan(1.06);
});

test("the same seed gives the same result", () => {
  const short = { ...fourShortOutages, minutes: 1 };
  expect(simulate(short)).toEqual(simulate(short));
  expect(simulate({ ...short, seed: 2 })).not.toEqual(simulate(short));
});
