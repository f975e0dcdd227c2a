// The router with failing endpoints: discrete events on simulated time, with the code that routes real requests.
import { expect, test } from "vitest";
import { createCatalog, type CatalogEndpoint, type CatalogModel } from "./catalog.ts";
import { EndpointHealth } from "../health/health.ts";
import { PromptCaches } from "../billing/prompt-cache.ts";
import { readPreferences } from "./preferences.ts";
import { createRandom, type Random } from "../data/random.ts";
import { planRoute } from "./routing.ts";
import { StickyPins } from "./sticky.ts";

interface Fleet {
  readonly model: CatalogModel;
  readonly healthOf: (endpoint: CatalogEndpoint) => EndpointHealth;
  readonly plan: (now: number, random: Random, pin?: string) => readonly CatalogEndpoint[];
}

function createFleet(prices: Readonly<Record<string, number>>): Fleet {
  const { models } = createCatalog({
    providers: Object.keys(prices).map((slug) => ({ name: slug, slug, privacy_policy_url: null })),
    models: [
      {
        id: "acme/one",
        context_length: 100_000,
        endpoints: Object.entries(prices).map(([provider, price]) => ({
          provider,
          pricing: { prompt: (price / 1e6).toFixed(12), completion: "0", input_cache_read: (price / 1e7).toFixed(12) },
        })),
      },
    ],
  });
  const [model] = models as [CatalogModel];
  const health = new Map(model.endpoints.map((endpoint) => [endpoint, new EndpointHealth(endpoint)]));
  const healthOf = (endpoint: CatalogEndpoint): EndpointHealth => health.get(endpoint)!;
  const preferences = readPreferences(undefined);
  const needs = {
    parameters: [],
    input: [],
    output: "text",
    promptTokens: 100,
    maxTokens: undefined,
    tier: undefined,
    country: "US",
  } as const;
  return {
    model,
    healthOf,
    plan: (now, random, pin) =>
      planRoute(
        {
          targets: [{ model, variant: undefined }],
          needs,
          preferences,
          hasTools: false,
          byokKeys: [],
          pinOf: () => pin,
        },
        { now, random, healthOf, peek: healthOf },
      ).candidates.map(({ endpoint }) => endpoint),
  };
}

/** Provider → price, concurrent requests, milliseconds per request, share of errors. */
const providers = {
  a: { price: 1, room: 260, takes: 1400, errors: 0.005 },
  b: { price: 1.2, room: 240, takes: 1300, errors: 0.003 },
  c: { price: 2, room: 500, takes: 1250, errors: 0.002 },
  d: { price: 3, room: 2000, takes: 1200, errors: 0.001 },
  e: { price: 0.8, room: 80, takes: 1900, errors: 0.03 },
} as const;
type Name = keyof typeof providers;

const outages: readonly { readonly name: Name; readonly from: number; readonly to: number; readonly errors: number }[] =
  [
    { name: "a", from: 120_000, to: 240_000, errors: 1 },
    { name: "c", from: 300_000, to: 360_000, errors: 1 },
    { name: "d", from: 420_000, to: 480_000, errors: 0.4 },
  ];

test.each([1, 2, 3])(
  "a fleet under outages, seed %i: nearly all succeed, at a cost near that of a router that knows the outages",
  (seed) => {
    const fleet = createFleet(Object.fromEntries(Object.entries(providers).map(([name, { price }]) => [name, price])));
    const random = createRandom(seed);
    /** When each running request ends, by provider. */
    const busy = Object.fromEntries(Object.keys(providers).map((name) => [name, [] as number[]])) as Record<
      Name,
      number[]
    >;
    const errorsAt = (name: Name, now: number): number =>
      outages.find((outage) => outage.name === name && now >= outage.from && now < outage.to)?.errors ??
      providers[name].errors;
    let [asked, good, askedInOutage, goodInOutage, attempts, cost, oracle, refusals] = [0, 0, 0, 0, 0, 0, 0, 0];
    const oracleBusy = Object.fromEntries(Object.keys(providers).map((name) => [name, [] as number[]])) as Record<
      Name,
      number[]
    >;
    const take = (list: number[], now: number, room: number, until: number): boolean => {
      while (list.length > 0 && list[0]! <= now) list.shift();
      if (list.length >= room) return false;
      list.push(until);
      return true;
    };
    // 150 requests a second for ten minutes.
    for (let now = 0; now < 600_000; now += 1000 / 150) {
      const inOutage = outages.some(({ from, to }) => now >= from && now < to);
      asked++;
      if (inOutage) askedInOutage++;
      for (const endpoint of fleet.plan(now, random).slice(0, 3)) {
        const name = endpoint.provider.slug as Name;
        const { price, room, takes } = providers[name];
        const health = fleet.healthOf(endpoint);
        attempts++;
        if (!take(busy[name], now, room, now + takes)) {
          refusals++;
          health.note(now, "rate_limited", 1000);
          continue;
        }
        if (random() < errorsAt(name, now)) {
          busy[name].pop();
          health.note(now, "error");
          continue;
        }
        health.note(now, "ok");
        cost += price;
        good++;
        if (inOutage) goodInOutage++;
        break;
      }
      // The oracle knows the outages and takes the cheapest working endpoint with capacity.
      const cheapest = (Object.keys(providers) as Name[])
        .filter((name) => errorsAt(name, now) < 0.1)
        .toSorted((x, y) => providers[x].price - providers[y].price)
        .find((name) => take(oracleBusy[name], now, providers[name].room, now + providers[name].takes));
      oracle += providers[cheapest ?? "d"].price;
    }
    expect(good / asked).toBeGreaterThan(0.999);
    expect(goodInOutage / askedInOutage).toBeGreaterThan(0.998);
    expect(attempts / asked).toBeLessThan(1.1);
    // The cheap ones have too little capacity. Their 429 responses start a short cooldown and do not exclude them.
    expect(refusals).toBeGreaterThan(100);
    expect(cost / oracle).toBeLessThan(1.6);
  },
);

test("counting a 429 as an outage would cost far more than a cooldown", () => {
  const costs = (["rate_limited", "error"] as const).map((outcome) => {
    const fleet = createFleet({ cheap: 1, expensive: 5 });
    const random = createRandom(1);
    const busy: number[] = [];
    let cost = 0;
    for (let now = 0; now < 300_000; now += 20) {
      for (const endpoint of fleet.plan(now, random)) {
        const isCheap = endpoint.provider.slug === "cheap";
        while (busy.length > 0 && busy[0]! <= now) busy.shift();
        if (isCheap && busy.length >= 40) {
          fleet.healthOf(endpoint).note(now, outcome, 1000);
          continue;
        }
        if (isCheap) busy.push(now + 1000);
        fleet.healthOf(endpoint).note(now, "ok");
        cost += isCheap ? 1 : 5;
        break;
      }
    }
    return cost;
  });
  expect(costs[1]! / costs[0]!).toBeGreaterThan(1.3);
});

test.each([
  ["pinned from the first success", true, 0.85, 0.55],
  ["not pinned", false, 0, 2],
])("conversations of twelve turns, %s", (_, pinned, leastFromCache, mostCost) => {
  const fleet = createFleet({ a: 1, b: 1.1, c: 1.3, d: 1.6 });
  const random = createRandom(1);
  const caches = new PromptCaches();
  const pins = new StickyPins();
  const rules = { explicit: false, minTokens: 1024 };
  let [read, total, cost, uncached] = [0, 0, 0, 0];
  for (let conversation = 0; conversation < 1000; conversation++) {
    const prefixes: { hash: number; tokens: number }[] = [];
    for (let turn = 0; turn < 12; turn++) {
      const now = conversation * 1000 + turn * 45_000;
      prefixes.push({ hash: conversation * 100 + turn, tokens: 2000 + turn * 800 });
      const pin = pinned ? pins.find(String(conversation), now) : undefined;
      const [endpoint] = fleet.plan(now, random, pin) as [CatalogEndpoint];
      const { cachedTokens } = caches.plan(endpoint.tag, prefixes, rules, now);
      const { tokens } = prefixes.at(-1)!;
      caches.commit(endpoint.tag, prefixes, rules, now);
      pins.note(String(conversation), endpoint.tag, { now, pins: pinned });
      read += cachedTokens;
      total += tokens;
      cost += (tokens - 0.9 * cachedTokens) * endpoint.price;
      uncached += tokens * endpoint.price;
    }
  }
  expect(read / total).toBeGreaterThan(leastFromCache);
  expect(cost / uncached).toBeLessThan(mostCost);
  if (!pinned) expect(read / total).toBeLessThan(0.7);
});
