import type { CatalogEndpoint } from "@patchbay/engine/routing/catalog";
import { EndpointHealth } from "@patchbay/engine/health/health";
import type { RouteView } from "@patchbay/engine/routing/ordering";
import type { Random } from "@patchbay/engine/data/random";
import type { ServiceState } from "../state/service-state.ts";

/** The health of an endpoint. Its initial values come from the catalog. */
export function healthOf({ health }: Pick<ServiceState, "health">, endpoint: CatalogEndpoint): EndpointHealth {
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
export function viewOf(state: ServiceState, random: Random): RouteView {
  return {
    now: state.now(),
    random,
    healthOf: (endpoint) => healthOf(state, endpoint),
    peek: (endpoint) => state.health.get(endpoint),
  };
}
