import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { EndpointHealth } from "@patchbay/engine/health/health";
import {
  drawTiming,
  failureOf,
  type AttemptFailure,
  type ProviderState,
  type Timing,
} from "@patchbay/engine/health/provider-state";
import type { Random } from "@patchbay/engine/data/random";
import type { Candidate } from "@patchbay/engine/routing/routing";
import { healthOf } from "./endpoint-health.ts";
import { ProviderFailure } from "./provider-failure.ts";
import { HttpError } from "../http/http-error.ts";
import type { RequestScope } from "../context/request-scope.ts";
import type { ServerState } from "../state/server-state.ts";

/** The endpoint of an attempt, with its simulated state and timing. */
export interface EndpointSelection {
  readonly candidate: Candidate;
  readonly providerState: ProviderState;
  readonly timing: Timing;
}

/** A successful attempt. `ended` must be called once, when the response is complete. */
export interface DispatchResult<T> {
  readonly value: T;
  readonly candidate: Candidate;
  readonly timing: Timing;
  readonly attempts: readonly EndpointAttempt[];
  /** Records the end of the response, and whether it was complete. */
  readonly ended: (good: boolean) => void;
}

/**
 * Tries the endpoints in order until one succeeds. After a provider failure (5xx, 429, 408), the next endpoint is tried;
 * after any other error, the next model. If no endpoint succeeds, throws the last error with all attempts.
 */
export async function dispatch<T>(
  state: ServerState,
  candidates: readonly Candidate[],
  { random, scope }: { random: Random; scope: RequestScope },
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
      return { value, candidate, timing: { ...timing, latency }, attempts, ended: onceEnded(state, health, leave) };
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

/** Whether the next endpoint of the same model is tried after a status. */
function movesOn(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
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

function onceEnded(state: ServerState, health: EndpointHealth, leave: () => void): (good: boolean) => void {
  let open = true;
  return (good) => {
    if (!open) return;
    open = false;
    leave();
    if (!good) health.note(state.now(), "error");
  };
}

/** The error of a request for which every attempt failed. */
function toHttpError(attempts: readonly EndpointAttempt[]): HttpError {
  const { candidate, failure } = attempts.at(-1)!;
  const { status, message, errorType, providerCode, raw, issue } = failure!;
  const models = [...new Set(attempts.map((attempt) => attempt.candidate.model.id))];
  const metadata = {
    error_type: errorType,
    ...(providerCode && { provider_code: providerCode }),
    ...(raw !== undefined && { raw }),
    ...(issue && { issues: [{ in: "body" as const, ...issue }] }),
    provider_name: candidate.endpoint.provider.name,
    ...(attempts.length > 1 && { previous_errors: attempts.slice(0, -1).map(toPrevious) }),
  };
  const affected = [...new Set(attempts.map((attempt) => attempt.candidate.endpoint.provider.name))];
  const availability = { retryable: true, requested_models: models, affected_providers: affected };
  const hints = attempts.map((attempt) => attempt.failure?.retryAfterMs);
  // Without a hint from every provider, the earliest retry time is unknown.
  const seconds = hints.every((hint) => hint !== undefined) ? Math.ceil(Math.min(...hints) / 1000) : undefined;
  const headers = seconds === undefined ? {} : { "retry-after": String(seconds) };
  if (attempts.every((attempt) => attempt.status === 429))
    return new HttpError(429, `${message}: every provider is at its limit.`, {
      metadata,
      headers,
      availability: { ...availability, code: "capacity_exhausted", retry_after: seconds ?? null },
      attempts,
    });
  const unwell = attempts.every((attempt) => movesOn(attempt.status));
  if (attempts.length > 1 && unwell)
    return new HttpError(503, `${message}: none of ${attempts.length} attempts succeeded, the last with ${status}.`, {
      metadata,
      headers,
      availability: { ...availability, code: "temporarily_unavailable" },
      attempts,
    });
  return new HttpError(status, message, { metadata, headers, attempts });
}

function toPrevious({ candidate, status, failure }: EndpointAttempt): Record<string, unknown> {
  return {
    provider: candidate.endpoint.provider.name,
    model: candidate.model.id,
    code: failure?.providerCode ?? status,
    status,
    message: failure?.message ?? "",
  };
}
