import type { CatalogEndpoint } from "./catalog.ts";
import type { EndpointHealth } from "../health/health.ts";
import type { Preferences, SortKey } from "./preferences.ts";
import { matchesSlug } from "./eligibility.ts";
import type { Random } from "../data/random.ts";

/** What the order depends on, in addition to the request. */
export interface RouteView {
  readonly now: number;
  readonly random: Random;
  /** The health of an endpoint. `undefined` before its first request. */
  readonly healthOf: (endpoint: CatalogEndpoint) => EndpointHealth;
  /** The health of an endpoint, without creating a record. */
  readonly peek: (endpoint: CatalogEndpoint) => EndpointHealth | undefined;
}

/**
 * Orders the eligible endpoints. With `order`, the listed ones come first and nothing is random. With `sort`, the key
 * alone decides. Otherwise the first healthy endpoint is drawn, weighted by the inverse square of its price; the others
 * follow by price, unhealthy ones last.
 */
export function orderEndpoints(
  endpoints: readonly CatalogEndpoint[],
  preferences: Preferences,
  sort: SortKey | undefined,
  view: RouteView,
): CatalogEndpoint[] {
  const listed = named(endpoints, preferences.order);
  const others = listed.length === 0 ? endpoints : endpoints.filter((endpoint) => !listed.includes(endpoint));
  const unsorted = preferences.order.length === 0 ? balanced : steadyFirst;
  const ordered = sort ? sorted(others, sort, view) : unsorted(others, view);
  const { minThroughput, maxLatency } = preferences;
  const preferred = minThroughput || maxLatency ? preferring(ordered, preferences, view) : ordered;
  return listed.length === 0 ? preferred : [...listed, ...preferred];
}

function named(endpoints: readonly CatalogEndpoint[], order: readonly string[]): CatalogEndpoint[] {
  if (order.length === 0) return [];
  const found: CatalogEndpoint[] = [];
  for (const slug of order) {
    const meant = endpoints.filter((endpoint) => matchesSlug(slug, endpoint) && !found.includes(endpoint));
    found.push(...meant.toSorted(byPrice));
  }
  return found;
}

function byPrice(a: CatalogEndpoint, b: CatalogEndpoint): number {
  return a.price - b.price;
}

/** Whether an endpoint had an outage in the last 30 seconds, or is in cooldown after a rate limit. */
export function isUnhealthy(endpoint: CatalogEndpoint, { now, peek }: Pick<RouteView, "now" | "peek">): boolean {
  const health = peek(endpoint);
  return health !== undefined && (health.hasOutage(now) || health.isCooling(now));
}

/** Healthy endpoints and unhealthy ones, each by price. */
function divideByHealth(
  endpoints: readonly CatalogEndpoint[],
  view: RouteView,
): [healthy: CatalogEndpoint[], unhealthy: CatalogEndpoint[]] {
  const healthy: CatalogEndpoint[] = [];
  const unhealthy: CatalogEndpoint[] = [];
  for (const endpoint of endpoints) (isUnhealthy(endpoint, view) ? unhealthy : healthy).push(endpoint);
  // Sorting takes 0.5 µs and 400 bytes even for one endpoint.
  if (healthy.length > 1) healthy.sort(byPrice);
  if (unhealthy.length > 1) unhealthy.sort(byPrice);
  return [healthy, unhealthy];
}

function steadyFirst(endpoints: readonly CatalogEndpoint[], view: RouteView): CatalogEndpoint[] {
  return divideByHealth(endpoints, view).flat();
}

function balanced(endpoints: readonly CatalogEndpoint[], view: RouteView): CatalogEndpoint[] {
  const [healthy, unhealthy] = divideByHealth(endpoints, view);
  if (healthy.length > 1) {
    const first = draw(healthy, view.random);
    if (first > 0) healthy.unshift(...healthy.splice(first, 1));
  }
  return unhealthy.length === 0 ? healthy : [...healthy, ...unhealthy];
}

/** The index of one endpoint, drawn by the inverse square of its price. Free ones are drawn first, evenly. */
function draw(endpoints: readonly CatalogEndpoint[], random: Random): number {
  const free = endpoints.filter(({ price }) => price === 0).length;
  if (free > 0) return Math.floor(random() * free);
  let total = 0;
  for (const { price } of endpoints) total += 1 / (price * price);
  let left = random() * total;
  for (let index = 0; index < endpoints.length; index++) {
    left -= 1 / endpoints[index]!.price ** 2;
    if (left <= 0) return index;
  }
  return endpoints.length - 1;
}

function sorted(endpoints: readonly CatalogEndpoint[], sort: SortKey, view: RouteView): CatalogEndpoint[] {
  if (endpoints.length < 2) return [...endpoints];
  if (sort === "price") return endpoints.toSorted(byPrice);
  const rank =
    sort === "exacto" ? exactoRank(endpoints, view) : (endpoint: CatalogEndpoint) => speed(endpoint, sort, view);
  return endpoints
    .map((endpoint) => ({ endpoint, rank: rank(endpoint) }))
    .sort((a, b) => a.rank - b.rank || byPrice(a.endpoint, b.endpoint))
    .map(({ endpoint }) => endpoint);
}

function speed(endpoint: CatalogEndpoint, sort: "throughput" | "latency", { now, peek }: RouteView): number {
  const health = peek(endpoint);
  if (sort === "latency") return health?.latencyAt("p50", now) ?? endpoint.latency;
  return -(health?.throughputAt("p50", now) ?? endpoint.throughput);
}

const standings = { proven: 0, unproven: 1000, behind: 2000 };

/** Tool calls first: proven endpoints by success, then unproven ones, then those below the baseline; then speed. */
function exactoRank(endpoints: readonly CatalogEndpoint[], view: RouteView): (endpoint: CatalogEndpoint) => number {
  let fastest = 1;
  for (const { throughput } of endpoints) if (throughput > fastest) fastest = throughput;
  return (endpoint) => {
    const { rate, standing } = view.healthOf(endpoint).toolStanding(view.now, endpoint.usualToolSuccess);
    return standings[standing] - Math.round(rate * 100) - endpoint.throughput / fastest / 2;
  };
}

/** Endpoints that meet every cutoff come before those that do not. None is excluded. */
function preferring(
  ordered: readonly CatalogEndpoint[],
  { minThroughput = [], maxLatency = [] }: Preferences,
  view: RouteView,
): CatalogEndpoint[] {
  const meets = (endpoint: CatalogEndpoint): boolean => {
    const health = view.healthOf(endpoint);
    return (
      minThroughput.every(([percentile, limit]) => health.throughputAt(percentile, view.now) >= limit) &&
      maxLatency.every(([percentile, limit]) => health.latencyAt(percentile, view.now) <= limit)
    );
  };
  const groups: CatalogEndpoint[][] = [[], [], []];
  const rank = (endpoint: CatalogEndpoint): number => {
    if (isUnhealthy(endpoint, view)) return 2;
    return meets(endpoint) ? 0 : 1;
  };
  for (const endpoint of ordered) groups[rank(endpoint)]!.push(endpoint);
  return groups.flat();
}
