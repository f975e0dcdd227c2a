import type { CatalogEndpoint } from "../engine/routing/catalog.ts";
import { EndpointHealth } from "../engine/health/health.ts";
import type { RouteView } from "../engine/routing/ordering.ts";
import type { Random } from "../engine/data/random.ts";
import type { ServerState } from "../state/server-state.ts";

/** The health of an endpoint. Its initial values come from the catalog. */
export function healthOf({ health }: ServerState, endpoint: CatalogEndpoint): EndpointHealth {
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

/** The data of the server that routing uses. */
export function viewOf(state: ServerState, random: Random): RouteView {
  return {
    now: state.now(),
    random,
    healthOf: (endpoint) => healthOf(state, endpoint),
    peek: (endpoint) => state.health.get(endpoint),
  };
}
