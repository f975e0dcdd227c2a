// Outages over simulated time through the public API, compared with a small model of the documented algorithm
// that shares no code with the server.
import { expect, test } from "vitest";
import { runDrill } from "../support/drill.ts";
import { fleet, offer } from "../support/fleet.ts";

const catalog = fleet([offer("alpha", 1), offer("beta", 2), offer("gamma", 3)]);
const prices: Readonly<Record<string, number>> = { ALPHA: 1, BETA: 2, GAMMA: 3 };

/** Share of each of some providers by the documented rule: one over the square of the price. */
function predict(providers: readonly string[]): Record<string, number> {
  const weights = providers.map((name) => 1 / prices[name]! ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Object.fromEntries(providers.map((name, index) => [name, weights[index]! / total]));
}

/** Four standard errors of a share, so that about one seed in ten thousand fails; the seed is fixed. */
function margin(share: number, count: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / count);
}

test("shares, success rate and cost follow the documented algorithm while the cheapest of three providers is down from 2 s to 40 s", async () => {
  const every = 10;
  const states = { alpha: [{ state: "down", from: 2000, to: 40_000 }] } as const;
  const result = await runDrill({ catalog, states, requests: 10_000, every }, [
    [0, 2000],
    [2000, 40_000],
    [71_000, 100_000],
  ]);
  expect(result.succeeded).toBe(10_000);

  const all = predict(["ALPHA", "BETA", "GAMMA"]);
  // While alpha is down, requests that draw it fall back to beta, the next by price; after it is excluded, requests
  // divide over the two others.
  const [before, during, after] = result.spans as [
    Record<string, number>,
    Record<string, number>,
    Record<string, number>,
  ];
  for (const [span, count] of [
    [before, 200],
    [after, 2900],
  ] as const)
    for (const [name, share] of Object.entries(all))
      expect(Math.abs((span[name] ?? 0) / count - share)).toBeLessThan(margin(share, count));
  expect(during.ALPHA).toBeUndefined();
  // Three consecutive failures exclude it for 30 seconds; then one request finds that it is still down.
  expect(result.failedAttempts).toEqual({ ALPHA: 4 });
  const two = predict(["BETA", "GAMMA"]);
  for (const [name, share] of Object.entries(two))
    expect(Math.abs(during[name]! / 3800 - share)).toBeLessThan(margin(share, 3800) + 4 / 3800);

  const expected = model({ requests: 10_000, every, from: 2000, to: 40_000 });
  for (const [name, count] of Object.entries(expected))
    expect(Math.abs(result.answers[name]! - count) / 10_000).toBeLessThan(margin(count / 10_000, 10_000));
  // Every request has the same tokens, so the cost is their number times the price of the endpoint.
  const perDollar = result.cost / costInPrices(result.answers);
  expect(Math.abs(perDollar * costInPrices(expected) - result.cost) / result.cost).toBeLessThan(0.02);
  // The costs in the responses equal the credits used, to the last digit.
  expect(result.used).toBe(result.cost);
});

/** The sum of responses times half their price. */
function costInPrices(answers: Readonly<Record<string, number>>): number {
  return Object.entries(answers).reduce((sum, [name, count]) => sum + (count * prices[name]!) / 2, 0);
}

/**
 * Expected responses in closed form. A failing provider is excluded for 30 seconds at a time, so it is excluded for its outage
 * rounded up to 30 seconds.
 */
function model({
  requests,
  every,
  from,
  to,
}: Record<"requests" | "every" | "from" | "to", number>): Record<string, number> {
  const all = predict(["ALPHA", "BETA", "GAMMA"]);
  const two = predict(["BETA", "GAMMA"]);
  const away = (30_000 * Math.ceil((to - from) / 30_000)) / every;
  return Object.fromEntries(
    Object.entries(all).map(([name, share]) => [name, (requests - away) * share + away * (two[name] ?? 0)]),
  );
}

test("a rate-limited provider causes no failure and regains its share immediately after the limit", async () => {
  const states = { alpha: [{ state: "rate_limited", from: 10_000, to: 20_000 }] } as const;
  const result = await runDrill({ catalog, states, requests: 6000, every: 10 }, [
    [10_000, 20_000],
    [25_100, 60_000],
  ]);
  expect(result.succeeded).toBe(6000);
  // One attempt in each of the provider's five seconds.
  expect(result.failedAttempts.ALPHA).toBeLessThanOrEqual(3);
  const share = predict(["ALPHA", "BETA", "GAMMA"]).ALPHA!;
  expect(Math.abs(result.spans[1]!.ALPHA! / 3490 - share)).toBeLessThan(margin(share, 3490));
});

test("a flaky provider moves back while it fails, and every request is answered", async () => {
  const states = { alpha: "degraded" } as const;
  const result = await runDrill({ catalog, states, requests: 5000, every: 20 });
  expect(result.succeeded).toBe(5000);
  // Thirty of a hundred attempts fail, which is an outage most of the time.
  expect(result.answers.ALPHA! / 5000).toBeLessThan(0.4);
});

test("when all providers are down, every request tries each endpoint, returns 503 and costs nothing", async () => {
  const states = { alpha: "down", beta: "down", gamma: "down" } as const;
  const result = await runDrill({ catalog, states, requests: 100, every: 10 });
  expect(result).toMatchObject({ succeeded: 0, cost: 0, used: 0 });
  expect(result.failedAttempts).toEqual({ ALPHA: 100, BETA: 100, GAMMA: 100 });
});
