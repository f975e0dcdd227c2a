import type { HeaderReader } from "../http/request.ts";
import type { PipelineStage, RoutingMetadata } from "@patchbay/spec";
import { toWireAttempts, type EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { Candidate, Plan } from "@patchbay/engine/routing/routing";
import type { Resolution } from "../routing/resolve-models.ts";

/** Whether a request asks for routing metadata. */
export function wantsMetadata(headers: HeaderReader): boolean {
  const wish = headers.get("x-openrouter-metadata") ?? headers.get("x-openrouter-experimental-metadata");
  return wish?.toLowerCase() === "enabled";
}

/** How a request was routed: the available endpoints, the attempts, and the pipeline stages. */
export function routingOf(
  { requested, strategy, targets }: Resolution,
  { candidates }: Plan,
  {
    attempts,
    served,
    stages,
  }: { attempts: readonly EndpointAttempt[]; served: Candidate | undefined; stages: readonly PipelineStage[] },
): RoutingMetadata {
  const first = targets[0]!.model;
  const isFallback = served !== undefined && served.model !== first && strategy === "direct";
  return {
    requested,
    strategy: isFallback ? "fallback" : strategy,
    region: null,
    summary: summarize(attempts, served, candidates.length),
    attempt: served ? attempts.length : 0,
    is_byok: served?.byok ?? false,
    endpoints: {
      total: targets.reduce((sum, { model }) => sum + model.endpoints.length, 0),
      available: candidates.map((candidate) => ({
        provider: candidate.endpoint.provider.name,
        model: candidate.model.id,
        selected: candidate === served,
      })),
    },
    attempts: toWireAttempts(attempts),
    ...(stages.length > 0 && { pipeline: [...stages] }),
  };
}

function summarize(attempts: readonly EndpointAttempt[], served: Candidate | undefined, available: number): string {
  const failed = attempts
    .filter(({ status }) => status !== 200)
    .map(({ candidate, status }) => `${candidate.endpoint.provider.name} failed with ${status}`);
  const before = failed.length > 0 ? `${failed.join(", ")}; ` : "";
  if (!served) return `${before}none of ${available} endpoints answered.`;
  return `${before}${served.endpoint.provider.name} answered for ${served.model.id}, one of ${available} endpoints.`;
}
