import type { Endpoint } from "@patchbay/spec";
import type { CatalogueEndpoint } from "../engine/routing/catalog.ts";
import { healthOf } from "./endpoint-health.ts";
import type { World } from "../state/server-state.ts";

/** An endpoint as it is listed: with its state and uptime now, and its speed for those with a key. */
export function toWireEndpoint(endpoint: CatalogueEndpoint, world: World, hasKey: boolean): Endpoint {
  const now = world.now();
  const health = world.health.get(endpoint);
  const uptime = health?.uptime(now);
  const known = hasKey ? healthOf(world, endpoint) : undefined;
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
