import type { CatalogueEndpoint } from "../engine/routing/catalog.ts";
import { EndpointHealth } from "../engine/health/health.ts";
import type { RouteView } from "../engine/routing/ordering.ts";
import type { Random } from "../engine/data/random.ts";
import type { World } from "../state/server-state.ts";

/** What is known of an endpoint; begins with what the catalogue says. */
export function healthOf({ health }: World, endpoint: CatalogueEndpoint): EndpointHealth {
  const known = health.get(endpoint);
  if (known) return known;
  const { latency, throughput, data } = endpoint;
  const fresh = new EndpointHealth({
    latency,
    throughput,
    ...(data.tool_success !== undefined && { toolSuccess: data.tool_success }),
  });
  health.set(endpoint, fresh);
  return fresh;
}

/** What the router sees of a world at this moment. */
export function viewOf(world: World, random: Random): RouteView {
  return {
    now: world.now(),
    random,
    healthOf: (endpoint) => healthOf(world, endpoint),
    peek: (endpoint) => world.health.get(endpoint),
  };
}
