import { expect, test } from "vitest";
import { EndpointLoad } from "./endpoint-load.ts";

const limitedUntil = 2000;

/** An endpoint that refused at time 1000 while `open` requests were in progress. */
function limited(open: number): EndpointLoad {
  const load = new EndpointLoad();
  for (let index = 0; index < open; index++) load.begin(false);
  return load;
}

test("a rate limit takes no request until one in progress ends, then takes one", () => {
  const load = limited(3);
  expect(load.hasFreeSlot(limitedUntil, 1000)).toBe(false);
  load.end();
  expect(load.hasFreeSlot(limitedUntil, 1100)).toBe(true);
  load.begin(true);
  expect(load.hasFreeSlot(limitedUntil, 1100)).toBe(false);
});

test.each([
  ["400 ms, which ends soon,", 1400],
  ["a minute, which is that of a quota,", 61_000],
])("a rate limit of %s takes no request before its end", (_, until) => {
  const load = limited(3);
  expect(load.hasFreeSlot(until, 1000)).toBe(false);
  load.end();
  expect(load.hasFreeSlot(until, 1100)).toBe(false);
});

test("a limit of requests per second is tried again few times while many requests end", () => {
  const load = limited(1000);
  let refused = 0;
  for (let now = 1000; now < limitedUntil; now++) {
    load.end();
    if (!load.hasFreeSlot(limitedUntil, now)) continue;
    load.begin(true);
    load.end();
    load.refuseSlot(now, { now, limitedUntil });
    refused++;
  }
  expect(refused).toBeGreaterThan(0);
  expect(refused).toBeLessThanOrEqual(Math.log2(1000) + 2);
});

test("a limit of concurrency that accepts each request in place of one that ended is used to the full", () => {
  const load = limited(50);
  load.hasFreeSlot(limitedUntil, 1000);
  let accepted = 0;
  for (let now = 1001; now < limitedUntil; now += 10) {
    load.end();
    if (!load.hasFreeSlot(limitedUntil, now)) continue;
    load.begin(true);
    load.acceptSlot();
    accepted++;
  }
  expect(accepted).toBe(100);
});
