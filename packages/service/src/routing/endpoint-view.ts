import type { Endpoint } from "@patchbay/spec";
import type { CatalogEndpoint } from "@patchbay/engine/routing/catalog";
import { healthOf } from "./endpoint-health.ts";
import type { ServiceState } from "../state/service-state.ts";

/** An endpoint as the API lists it, with its current state and uptime, and its speed for callers with a key. */
export function toWireEndpoint(endpoint: CatalogEndpoint, state: ServiceState, hasKey: boolean): Endpoint {
  const now = state.now();
  const health = state.health.get(endpoint);
  const uptime = health?.uptime(now);
  // Before there are measurements, the catalog of a simulation says how fast an endpoint is; that of a real one cannot.
  const isKnown = hasKey && (!state.settings.hasUpstream || health?.isMeasured(now));
  const known = isKnown ? healthOf(state, endpoint) : undefined;
  return {
    ...endpoint.endpoint,
    ...(health?.hasOutage(now) && { status: -2 }),
    uptime_last_5m: uptime?.last5m ?? null,
    uptime_last_30m: uptime?.last30m ?? 100,
    uptime_last_1d: uptime?.last1d ?? 100,
    latency_last_30m: known?.latency(now) ?? null,
    throughput_last_30m: known?.throughput(now) ?? null,
  };
}
