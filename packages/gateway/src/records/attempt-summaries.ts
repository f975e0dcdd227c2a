import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { AttemptSummary } from "../ports/events.ts";
import type { GatewayCatalog } from "../upstream/gateway-catalog.ts";

/** Attempts as records keep them. `startedAt` is when the request arrived, in the time of `performance.now()`. */
export function toAttemptSummaries(
  attempts: readonly EndpointAttempt[],
  catalog: Pick<GatewayCatalog, "configOf">,
  startedAt: number,
): AttemptSummary[] {
  return attempts.map(({ candidate: { endpoint }, status, latency, failure, startedAt: began }) => ({
    provider: endpoint.provider.slug,
    // A reloaded configuration may not have the endpoint any more.
    endpoint: catalog.configOf(endpoint)?.id ?? endpoint.tag,
    status,
    startMs: began === undefined ? undefined : Math.round(began - startedAt),
    latencyMs: Math.round(latency),
    message: failure?.message,
  }));
}

/** Milliseconds from the arrival of a request to its first content; `null` for a response from the cache. */
export function toFirstTokenMs(attempts: readonly EndpointAttempt[], startedAt: number): number | null {
  const last = attempts.at(-1);
  if (last === undefined || last.failure) return null;
  return Math.round((last.startedAt ?? startedAt) - startedAt + last.latency);
}
