import type { CatalogueEndpoint } from "./engine/catalogue.ts";
import { EndpointHealth } from "./engine/health.ts";
import type { RouteView } from "./engine/ordering.ts";
import type { Random } from "./engine/random.ts";
import type { World } from "./world.ts";

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
