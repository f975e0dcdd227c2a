import type { Attempt } from "../engine/routing/endpoint-attempt.ts";
import type { EndpointHealth } from "../engine/health/health.ts";
import {
  drawTiming,
  failureOf,
  type AttemptFailure,
  type ProviderState,
  type Timing,
} from "../engine/health/provider-state.ts";
import type { Random } from "../engine/data/random.ts";
import type { Candidate } from "../engine/routing/routing.ts";
import { healthOf } from "./endpoint-health.ts";
import { ProviderFailure } from "./provider-failure.ts";
import { Refusal } from "../http/http-error.ts";
import type { RequestScope } from "../context/request-scope.ts";
import type { World } from "../state/server-state.ts";

/** What an endpoint that accepted the request is told. */
export interface Turnout {
  readonly candidate: Candidate;
  readonly state: ProviderState;
  readonly timing: Timing;
}

/** An endpoint answered; `ended` must be called once, when nothing more comes from it. */
export interface Dispatched<T> {
  readonly value: T;
  readonly candidate: Candidate;
  readonly timing: Timing;
  readonly attempts: readonly Attempt[];
  /** Notes that the answer is at its end, and whether it was whole. */
  readonly ended: (good: boolean) => void;
}

/**
 * Tries one endpoint after the other until one answers. A failure of the provider (5xx, 429, 408) goes to the next
 * endpoint; any other refusal to the next model. When nobody answers the last refusal is thrown, with what came before.
 */
export async function dispatch<T>(
  world: World,
  candidates: readonly Candidate[],
  { random, scope }: { random: Random; scope: RequestScope },
  answer: (turnout: Turnout) => T | Promise<T>,
): Promise<Dispatched<T>> {
  const attempts: Attempt[] = [];
  let refused: { refusal: Refusal; model: string } | undefined;
  for (const candidate of candidates) {
    // What the caller did wrong for this model, its other providers would refuse as well.
    if (refused?.model === candidate.model.id && refused.refusal.status !== 402) continue;
    const turnout = meet(world, candidate, random);
    const { health, state, timing, failure: known } = turnout;
    const fail = (failure: AttemptFailure): void => {
      health.note(world.now(), failure.status === 429 ? "rate_limited" : "error", failure.retryAfter);
      attempts.push({ candidate, status: failure.status, latency: timing.latency, failure });
      refused = undefined;
    };
    if (known) {
      fail(known);
      continue;
    }
    const leave = enter(health, scope);
    try {
      const answering = answer({ candidate, state, timing });
      const value = answering instanceof Promise ? await answering : answering;
      health.note(world.now(), "ok");
      health.noteSpeed(world.now(), timing.latency, timing.throughput);
      attempts.push({ candidate, status: 200, latency: timing.latency });
      return { value, candidate, timing, attempts, ended: onceEnded(world, health, leave) };
    } catch (error) {
      leave();
      if (error instanceof ProviderFailure && movesOn(error.failure.status)) fail(error.failure);
      else if (error instanceof ProviderFailure) {
        attempts.push({ candidate, status: error.failure.status, latency: timing.latency, failure: error.failure });
        refused = { refusal: toRefusal(attempts), model: candidate.model.id };
      } else if (error instanceof Refusal) refused = { refusal: error, model: candidate.model.id };
      else throw error;
    }
  }
  throw refused ? refused.refusal.with({ attempts }) : toRefusal(attempts);
}

/** Whether the next endpoint of the same model is tried after a provider answered so. */
function movesOn(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

function meet(
  world: World,
  { endpoint }: Candidate,
  random: Random,
): { health: EndpointHealth; state: ProviderState; timing: Timing; failure: AttemptFailure | undefined } {
  const health = healthOf(world, endpoint);
  const state = world.providers.stateOf(endpoint.provider.slug, endpoint.tag, world.now());
  const timing = drawTiming(endpoint, { state, pending: health.pending, random });
  const full = health.pending >= (endpoint.data.capacity ?? Infinity);
  return { health, state, timing, failure: full ? atCapacity : failureOf(state, random) };
}

const atCapacity: AttemptFailure = {
  status: 429,
  message: "Provider returned error",
  errorType: "rate_limit_exceeded",
  providerCode: "capacity",
  retryAfter: 1000,
};

/** Takes a place at an endpoint until what is returned is called, or the request ends. */
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

function onceEnded(world: World, health: EndpointHealth, leave: () => void): (good: boolean) => void {
  let open = true;
  return (good) => {
    if (!open) return;
    open = false;
    leave();
    if (!good) health.note(world.now(), "error");
  };
}

/** The error of a request that every endpoint failed. */
function toRefusal(attempts: readonly Attempt[]): Refusal {
  const { candidate, failure } = attempts.at(-1)!;
  const { status, message, errorType, providerCode, raw } = failure!;
  const models = [...new Set(attempts.map((attempt) => attempt.candidate.model.id))];
  const metadata = {
    error_type: errorType,
    ...(providerCode && { provider_code: providerCode }),
    ...(raw !== undefined && { raw }),
    provider_name: candidate.endpoint.provider.name,
    ...(attempts.length > 1 && { previous_errors: attempts.slice(0, -1).map(toPrevious) }),
  };
  const affected = [...new Set(attempts.map((attempt) => attempt.candidate.endpoint.provider.name))];
  const availability = { retryable: true, requested_models: models, affected_providers: affected };
  const hints = attempts.map((attempt) => attempt.failure?.retryAfter);
  // A hint that some provider did not give is no promise.
  const seconds = hints.every((hint) => hint !== undefined) ? Math.ceil(Math.min(...hints) / 1000) : undefined;
  const headers = seconds === undefined ? {} : { "retry-after": String(seconds) };
  if (attempts.every((attempt) => attempt.status === 429))
    return new Refusal(429, `${message}: every provider is at its limit.`, {
      metadata,
      headers,
      availability: { ...availability, code: "capacity_exhausted", retry_after: seconds ?? null },
      attempts,
    });
  const unwell = attempts.every((attempt) => movesOn(attempt.status));
  if (attempts.length > 1 && unwell)
    return new Refusal(503, `${message}: none of ${attempts.length} attempts succeeded, the last with ${status}.`, {
      metadata,
      headers,
      availability: { ...availability, code: "temporarily_unavailable" },
      attempts,
    });
  return new Refusal(status, message, { metadata, headers, attempts });
}

function toPrevious({ candidate, status, failure }: Attempt): Record<string, unknown> {
  return {
    provider: candidate.endpoint.provider.name,
    model: candidate.model.id,
    code: failure?.providerCode ?? status,
    status,
    message: failure?.message ?? "",
  };
}
