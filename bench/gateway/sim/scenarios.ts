import type { Outage, Scenario, SimulatedProvider } from "./fleet-sim.ts";

const providers: readonly SimulatedProvider[] = [
  { name: "a", price: 1, capacity: 260, firstTokenMs: 400, tokensPerSecond: 60, errors: 0.005 },
  { name: "b", price: 1.2, capacity: 240, firstTokenMs: 300, tokensPerSecond: 80, errors: 0.003 },
  { name: "c", price: 2, capacity: 500, firstTokenMs: 250, tokensPerSecond: 100, errors: 0.002 },
  { name: "d", price: 3, capacity: 2000, firstTokenMs: 200, tokensPerSecond: 120, errors: 0.001 },
  { name: "e", price: 0.8, capacity: 80, firstTokenMs: 900, tokensPerSecond: 30, errors: 0.03 },
];

const outages: readonly Outage[] = [
  { provider: "a", from: 120, to: 240, kind: "down" },
  { provider: "c", from: 300, to: 360, kind: "hang" },
  { provider: "b", from: 420, to: 500, kind: "slow" },
  { provider: "d", from: 560, to: 620, kind: "flaky" },
];

/** Five providers with four outages in twelve minutes, at 150 requests per second. */
export const fourOutages: Scenario = { providers, outages, requestsPerSecond: 150, minutes: 12, nodes: 8, seed: 1 };

/** The same in half the time, for tests. */
export const fourShortOutages: Scenario = {
  ...fourOutages,
  minutes: 6,
  outages: outages.map((outage) => ({ ...outage, from: outage.from / 2, to: outage.to / 2 })),
};

/** The cheapest providers go down and return, with a period near that of the breaker. */
export const flapping: Scenario = {
  ...fourOutages,
  minutes: 4,
  outages: [
    { provider: "a", from: 30, to: 180, kind: "flapping", period: 5 },
    { provider: "b", from: 30, to: 180, kind: "flapping", period: 7 },
  ],
};

/** All providers go down for a minute. */
export const allDown: Scenario = {
  ...fourOutages,
  minutes: 3,
  outages: providers.map(({ name }) => ({ provider: name, from: 60, to: 120, kind: "down" as const })),
};
