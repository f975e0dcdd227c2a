import type { Random } from "@patchbay/engine/data/random";
import type { EndpointHealth } from "@patchbay/engine/health/health";
import {
  drawTiming,
  failureOf,
  type AttemptFailure,
  type ProviderState,
  type Timing,
} from "@patchbay/engine/health/provider-state";
import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { Candidate, Plan } from "@patchbay/engine/routing/routing";
import type { RequestScope } from "@patchbay/service/ports/request-scope";
import { HttpError } from "@patchbay/service/http/http-error";
import { movesOn, toHttpError } from "@patchbay/service/routing/attempts-error";
import type {
  DispatchRequest,
  DispatchResult,
  EndpointSelection,
  ResponseEnd,
} from "@patchbay/service/ports/dispatcher";
import { healthOf } from "@patchbay/service/routing/endpoint-health";
import { ProviderFailure } from "@patchbay/service/routing/provider-failure";
import type { ServerState } from "../state/server-state.ts";

/**
 * Tries the endpoints in order until one succeeds. After a provider failure (5xx, 429, 408), the next endpoint is tried;
 * after any other error, the next model. If no endpoint succeeds, throws the last error with all attempts.
 */
export async function dispatch<T>(
  state: ServerState,
  { candidates }: Plan,
  { random, scope }: DispatchRequest,
  answer: (selection: EndpointSelection) => T | Promise<T>,
): Promise<DispatchResult<T>> {
  const attempts: EndpointAttempt[] = [];
  let refused: { refusal: HttpError; model: string } | undefined;
  for (const candidate of candidates) {
    // The model's other providers would reject the request as well.
    if (refused?.model === candidate.model.id && refused.refusal.status !== 402) continue;
    const selection = meet(state, candidate, random);
    const { health, providerState, timing, failure: known } = selection;
    const started = performance.now();
    /** The time of a real upstream is measured; that of a simulated one is drawn. */
    const elapsed = (): number =>
      state.settings.hasUpstream ? Math.round(performance.now() - started) : timing.latency;
    const fail = (failure: AttemptFailure): void => {
      health.note(state.now(), failure.status === 429 ? "rate_limited" : "error", failure.retryAfterMs);
      attempts.push({ candidate, status: failure.status, latency: elapsed(), failure });
      refused = undefined;
    };
    if (known) {
      fail(known);
      continue;
    }
    const leave = enter(health, scope);
    try {
      const value = await answer({ candidate, providerState, timing });
      const latency = elapsed();
      health.note(state.now(), "ok");
      // The speed of a real upstream is known when its output ends.
      if (!state.settings.hasUpstream) health.noteSpeed(state.now(), latency, timing.throughput);
      attempts.push({ candidate, status: 200, latency });
      const begun = { ...timing, latency };
      return { value, candidate, timing: begun, attempts, ended: onceEnded(state, health, leave, begun) };
    } catch (error) {
      leave();
      if (error instanceof ProviderFailure && movesOn(error.failure.status)) fail(error.failure);
      else if (error instanceof ProviderFailure) {
        attempts.push({ candidate, status: error.failure.status, latency: elapsed(), failure: error.failure });
        refused = { refusal: toHttpError(attempts), model: candidate.model.id };
      } else if (error instanceof HttpError) refused = { refusal: error, model: candidate.model.id };
      else throw error;
    }
  }
  throw refused ? refused.refusal.with({ attempts }) : toHttpError(attempts);
}

function meet(
  state: ServerState,
  { endpoint }: Candidate,
  random: Random,
): { health: EndpointHealth; providerState: ProviderState; timing: Timing; failure: AttemptFailure | undefined } {
  const health = healthOf(state, endpoint);
  const providerState = state.providers.stateOf(endpoint.provider.slug, endpoint.tag, state.now());
  const timing = drawTiming(endpoint, { state: providerState, pending: health.pending, random });
  const full = health.pending >= (endpoint.data.capacity ?? Infinity);
  return { health, providerState, timing, failure: full ? atCapacity : failureOf(providerState, random) };
}

const atCapacity: AttemptFailure = {
  status: 429,
  message: "Provider returned error",
  errorType: "rate_limit_exceeded",
  providerCode: "capacity",
  retryAfterMs: 1000,
};

/** Occupies a slot at an endpoint until the returned function is called or the request ends. */
function enter(health: EndpointHealth, scope: RequestScope): () => void {
  health.pending++;
  const leave = (): void => {
    health.pending--;
  };
  const forget = scope.hold(leave);
  return () => {
    leave();
    forget();
  };
}

function onceEnded(
  state: ServerState,
  health: EndpointHealth,
  leave: () => void,
  timing: Timing,
): (end: ResponseEnd) => void {
  let open = true;
  return ({ good, cancelled, timing: measured, validToolCalls }) => {
    if (!open) return;
    open = false;
    leave();
    // The speed of a real upstream is known when its output ends.
    if (state.settings.hasUpstream && measured && measured !== timing && !cancelled)
      health.noteSpeed(state.now(), measured.latency, measured.throughput);
    if (!good) health.note(state.now(), "error");
    if (validToolCalls !== undefined) health.noteTools(state.now(), validToolCalls);
  };
}
