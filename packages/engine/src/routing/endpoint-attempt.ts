import type { ProviderResponse, RoutingAttempt } from "@patchbay/spec";
import type { AttemptFailure } from "../health/provider-state.ts";
import type { Candidate } from "./routing.ts";

/** One attempt at one endpoint. */
export interface EndpointAttempt {
  readonly candidate: Candidate;
  /** HTTP status of the provider. */
  readonly status: number;
  /** Milliseconds to the failure or to the first token. */
  readonly latency: number;
  readonly failure?: AttemptFailure;
  /** When it began, in the time of `performance.now()`. Default: unknown. */
  readonly startedAt?: number;
}

/** Attempts as `openrouter_metadata` shows them. */
export function toWireAttempts(attempts: readonly EndpointAttempt[]): RoutingAttempt[] {
  return attempts.map(({ candidate, status }) => ({
    provider: candidate.endpoint.provider.name,
    model: candidate.model.id,
    status,
  }));
}

/** Attempts as a generation shows them. */
export function toProviderResponses(attempts: readonly EndpointAttempt[]): ProviderResponse[] {
  return attempts.map(({ candidate: { model, endpoint, byok }, status, latency }) => ({
    provider_name: endpoint.provider.name,
    endpoint_id: endpoint.tag,
    model_permaslug: model.model.canonical_slug,
    status,
    latency,
    is_byok: byok,
    ...(endpoint.tier !== "default" && { routed_service_tier: endpoint.tier }),
  }));
}
