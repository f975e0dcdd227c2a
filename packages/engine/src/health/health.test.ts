import { expect, test } from "vitest";
import { EndpointHealth } from "./health.ts";

const usual = { latency: 400, throughput: 50, toolSuccess: 0.97 };

test("three failures among few successes are an outage for thirty seconds; one failure among many successes is not", () => {
  const health = new EndpointHealth(usual);
  health.note(0, "error");
  health.note(0, "error");
  expect(health.hasOutage(0)).toBe(false);
  health.note(1000, "error");
  expect(health.hasOutage(1000)).toBe(true);
  expect(health.hasOutage(29_999)).toBe(true);
  expect(health.hasOutage(31_000)).toBe(false);
  for (let turn = 0; turn < 100; turn++) health.note(40_000, turn % 25 === 0 ? "error" : "ok");
  expect(health.hasOutage(40_000)).toBe(false);
  // However healthy it was before.
  for (let turn = 0; turn < 3; turn++) health.note(41_000, "error");
  expect(health.hasOutage(41_000)).toBe(true);
  health.note(42_000, "ok");
  expect(health.hasOutage(42_000)).toBe(false);
});

test("a rate limit is neither an outage nor downtime; the endpoint is in cooldown as long as the provider asks", () => {
  const health = new EndpointHealth(usual);
  for (let turn = 0; turn < 9; turn++) health.note(0, "rate_limited", 2000);
  expect(health.hasOutage(0)).toBe(false);
  expect(health.isCooling(1999)).toBe(true);
  expect(health.isCooling(2000)).toBe(false);
  // A second, shorter hint does not shorten the first.
  health.note(0, "rate_limited", 9000);
  health.note(0, "rate_limited", 1000);
  expect(health.isCooling(8999)).toBe(true);
  expect(health.uptime(0)).toEqual({ last5m: null, last30m: null, last1d: null });
});

test("uptime is reported for five minutes, thirty minutes and a day", () => {
  const health = new EndpointHealth(usual);
  health.note(0, "error");
  health.note(3_600_000, "ok");
  health.note(3_600_000 + 20 * 60_000, "ok");
  expect(health.uptime(3_600_000 + 21 * 60_000)).toEqual({ last5m: 100, last30m: 100, last1d: 66.67 });
});

test("percentiles follow the baseline until there are enough samples, then the measurements", () => {
  const health = new EndpointHealth(usual);
  expect(health.latency(0)).toEqual({ p50: 400, p75: 506.5, p90: 626.4, p99: 903 });
  // Half of the requests are at least as fast as the median, 99 % as fast as p99.
  expect(health.throughput(0)).toEqual({ p50: 50, p75: 45.2, p90: 41.3, p99: 35.3 });
  for (let turn = 1; turn <= 100; turn++) health.noteSpeed(0, turn, turn);
  expect(health.latency(0)).toEqual({ p50: 51, p75: 76, p90: 91, p99: 100 });
  expect(health.throughput(0)).toEqual({ p50: 50, p75: 25, p90: 10, p99: 1 });
  expect(health.latency(300_001).p50).toBe(400);
});

test("tool calls are proven, unproven, or two standard errors below the baseline", () => {
  expect(new EndpointHealth({ latency: 1, throughput: 1 }).toolStanding(0, 0.97).standing).toBe("unproven");
  const health = new EndpointHealth(usual);
  expect(health.toolStanding(0, 0.97)).toEqual({ rate: 0.97, standing: "proven" });
  for (let turn = 0; turn < 20; turn++) health.noteTools(0, turn >= 4);
  expect(health.toolStanding(0, 0.97).standing).toBe("behind");
  // The window is 32 days long.
  expect(health.toolStanding(33 * 86_400_000, 0.97).standing).toBe("proven");
});
