// Fleets in trouble, over simulated time and through the front door, against a small model of the documented algorithm
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

/** Four standard errors of a share, so that one run in some ten thousand fails by chance; the seed is fixed besides. */
function margin(share: number, count: number): number {
  return 4 * Math.sqrt((share * (1 - share)) / count);
}

test("the cheapest of three goes down at 2 s and returns at 40 s: shares, success and cost are those of the algorithm", async () => {
  const every = 10;
  const states = { alpha: [{ state: "down", from: 2000, to: 40_000 }] } as const;
  const result = await runDrill({ catalog, states, requests: 10_000, every }, [
    [0, 2000],
    [2000, 40_000],
    [71_000, 100_000],
  ]);
  expect(result.succeeded).toBe(10_000);

  const all = predict(["ALPHA", "BETA", "GAMMA"]);
  // While alpha is down, those who would have drawn it get beta, the next by price; those who find it out of the draw
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
  // Three failures in a row take it out of the draw for 30 seconds; then one request finds it still down.
  expect(result.failedAttempts).toEqual({ ALPHA: 4 });
  const two = predict(["BETA", "GAMMA"]);
  for (const [name, share] of Object.entries(two))
    expect(Math.abs(during[name]! / 3800 - share)).toBeLessThan(margin(share, 3800) + 4 / 3800);

  const expected = model({ requests: 10_000, every, from: 2000, to: 40_000 });
  for (const [name, count] of Object.entries(expected))
    expect(Math.abs(result.answers[name]! - count) / 10_000).toBeLessThan(margin(count / 10_000, 10_000));
  // Every request has the same tokens, so the cost is theirs times the prices of who answered.
  const perDollar = result.cost / costInPrices(result.answers);
  expect(Math.abs(perDollar * costInPrices(expected) - result.cost) / result.cost).toBeLessThan(0.02);
  // What the answers say is what the account lost, to the last digit.
  expect(result.used).toBe(result.cost);
});

/** The sum of answers times half their price. */
function costInPrices(answers: Readonly<Record<string, number>>): number {
  return Object.entries(answers).reduce((sum, [name, count]) => sum + (count * prices[name]!) / 2, 0);
}

/**
 * Expected answers in closed form. Whoever fails is out of the draw for 30 seconds and then found out again, so it is away
 * for the whole spans of 30 seconds that its outage takes.
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

test("a provider at its limit is a short signal: nobody fails, and the cheap one gets its share back at once", async () => {
  const states = { alpha: [{ state: "rate_limited", from: 10_000, to: 20_000 }] } as const;
  const result = await runDrill({ catalog, states, requests: 6000, every: 10 }, [
    [10_000, 20_000],
    [25_100, 60_000],
  ]);
  expect(result.succeeded).toBe(6000);
  // One try in each of the provider's five seconds.
  expect(result.failedAttempts.ALPHA).toBeLessThanOrEqual(3);
  const share = predict(["ALPHA", "BETA", "GAMMA"]).ALPHA!;
  expect(Math.abs(result.spans[1]!.ALPHA! / 3490 - share)).toBeLessThan(margin(share, 3490));
});

test("a flaky provider loses its place while it fails, and every request is answered", async () => {
  const states = { alpha: "degraded" } as const;
  const result = await runDrill({ catalog, states, requests: 5000, every: 20 });
  expect(result.succeeded).toBe(5000);
  // Thirty of a hundred attempts fail, which is an outage most of the time.
  expect(result.answers.ALPHA! / 5000).toBeLessThan(0.4);
});

test("when all are down every request fails with 503, tried at each endpoint, and nothing is paid", async () => {
  const states = { alpha: "down", beta: "down", gamma: "down" } as const;
  const result = await runDrill({ catalog, states, requests: 100, every: 10 });
  expect(result).toMatchObject({ succeeded: 0, cost: 0, used: 0 });
  expect(result.failedAttempts).toEqual({ ALPHA: 100, BETA: 100, GAMMA: 100 });
});
