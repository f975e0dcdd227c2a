// A fleet of gateways that route one model over several providers: discrete events on simulated time, seeded, with the attempt
// policy, the breaker and the statistics of the gateway.
import type { ProviderFailureFacts } from "@patchbay/providers";
import type { AttemptPlan, AttemptPolicy } from "../../../packages/gateway/src/attempts/attempt-policy.ts";
import {
  createAttemptPolicy,
  type AttemptPolicyOptions,
} from "../../../packages/gateway/src/attempts/create-attempt-policy.ts";
import type { BreakerOptions } from "../../../packages/gateway/src/shared/breaker.ts";
import type { SharedState } from "../../../packages/gateway/src/ports/shared-state.ts";
import { MemoryState } from "../../../packages/gateway/src/shared/memory.ts";
import { StateMerger } from "../../../packages/gateway/src/shared/state-merger.ts";
import { parseMessage } from "../../../packages/gateway/src/shared/state-message.ts";
import { createRandom, normal, type Random } from "@patchbay/engine/data/random";
import { EventQueue } from "./event-queue.ts";

export interface SimulatedProvider {
  readonly name: string;
  /** USD per million tokens in and out, the latter four times as much. */
  readonly price: number;
  /** Concurrent requests; one more gets a 429. */
  readonly capacity: number;
  /** Median milliseconds to the first token. */
  readonly firstTokenMs: number;
  readonly tokensPerSecond: number;
  /** Share of requests that fail without an outage. */
  readonly errors: number;
}

/** `down`: 503 at once. `hang`: accepts and does not respond. `slow`: ten times slower. `flaky`: 40 % errors. `flapping`: down every other period. */
type OutageKind = "down" | "hang" | "slow" | "flaky" | "flapping";

export interface Outage {
  readonly provider: string;
  readonly kind: OutageKind;
  /** Seconds. */
  readonly from: number;
  readonly to: number;
  /** Half of the cycle of a flapping provider, in seconds. */
  readonly period?: number;
}

export interface Scenario {
  readonly providers: readonly SimulatedProvider[];
  readonly outages: readonly Outage[];
  readonly requestsPerSecond: number;
  readonly minutes: number;
  /** Gateways, each with its own policy. */
  readonly nodes: number;
  /** `one`: the gateways have one view of health. `exchanged`: they exchange messages, as through Valkey. Default: `one`. */
  readonly view?: "one" | "exchanged" | "separate";
  readonly seed: number;
  /** `Retry-After` of a 429. Default: none. */
  readonly retryAfterMs?: number;
  readonly policy?: Omit<AttemptPolicyOptions, "state" | "now" | "random">;
  readonly breaker?: BreakerOptions;
  /** Milliseconds by which the clock of the gateways is off at a time. Default: none. */
  readonly clockError?: (seconds: number) => number;
}

export interface SimulationResult {
  readonly requests: number;
  /** Share of successful requests, 0 to 1: all, and those that arrived during an outage. */
  readonly success: number;
  readonly successInOutages: number;
  readonly attemptsPerRequest: number;
  /** Cost of the successful requests, divided by that of the cheapest provider that was up and had capacity. */
  readonly costToOracle: number;
  /** Milliseconds from arrival to the first token. */
  readonly firstTokenMs: { readonly p50: number; readonly p99: number; readonly p999: number };
  /** Provider → share of the responses. */
  readonly shares: Readonly<Record<string, number>>;
  /** Outage → share of first attempts that went to the provider from 10 seconds after the outage began until its end. */
  readonly firstAttemptsInOutage: readonly number[];
  /** Outage → seconds from its end to the provider's first response. */
  readonly secondsToReturn: readonly number[];
  /** Requests that were refused without an attempt. */
  readonly refusedEarly: number;
  /** Milliseconds from arrival to the refusal, at most. */
  readonly longestRefusalMs: number;
  readonly events: number;
}

interface SimulatedRequest {
  readonly at: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly inOutage: boolean;
  /** The cost in USD at a price of 1. */
  readonly size: number;
  readonly oraclePrice: number;
  readonly attempts: AttemptPlan<Candidate>;
  made: number;
}

interface Candidate {
  readonly endpoint: string;
  readonly price: number;
  readonly provider: SimulatedProvider;
}

const exchangeMs = 500;
const messageMs = 250;
const refusalMs = 30;
const downMs = 50;
const errorMs = 200;
/** Seconds after the beginning of an outage in which traffic may still go to the provider. */
const detectionSeconds = 10;

/** Runs a scenario. The same scenario gives the same result. */
export function simulate(scenario: Scenario): SimulationResult {
  return new Simulation(scenario).run();
}

class Simulation {
  readonly #scenario: Scenario;
  readonly #queue = new EventQueue();
  readonly #arrivals: Random;
  readonly #luck: Random;
  readonly #policies: readonly AttemptPolicy[];
  readonly #candidates: readonly Candidate[];
  readonly #byPrice: readonly SimulatedProvider[];
  readonly #busy = new Map<string, number>();
  readonly #served = new Map<string, number>();
  readonly #firstTokens: number[] = [];
  readonly #firstAttempts: { bad: number; all: number }[];
  readonly #returnedAt: number[];
  #requests = 0;
  #inOutages = 0;
  #successes = 0;
  #successesInOutages = 0;
  #attempts = 0;
  #cost = 0;
  #oracleCost = 0;
  #refusedEarly = 0;
  #longestRefusal = 0;

  constructor(scenario: Scenario) {
    const { seed, nodes, view = "one", providers, outages, breaker = {}, clockError = () => 0 } = scenario;
    this.#scenario = scenario;
    this.#arrivals = createRandom(seed);
    this.#luck = createRandom(seed + 7);
    const random = createRandom(seed + 13);
    // A time long after 1970, as of a real clock.
    const now = (): number => 1_700_000_000_000 + this.#queue.now + clockError(this.#queue.now / 1000);
    const newState = (): MemoryState => new MemoryState({ now, random, breaker });
    const one = newState();
    const states = Array.from({ length: nodes }, () => (view === "one" ? one : newState()));
    const shared = view === "exchanged" ? this.#exchange(states, random) : states;
    this.#policies = shared.map((state) => createAttemptPolicy({ ...scenario.policy, state, now, random }));
    this.#candidates = providers.map((provider) => ({ endpoint: provider.name, price: provider.price, provider }));
    this.#byPrice = providers.toSorted((a, b) => a.price - b.price);
    this.#firstAttempts = outages.map(() => ({ bad: 0, all: 0 }));
    this.#returnedAt = outages.map(() => Infinity);
  }

  run(): SimulationResult {
    this.#queue.after(0, () => this.#arrive());
    const events = this.#queue.run();
    const sorted = this.#firstTokens.sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
    return {
      requests: this.#requests,
      success: this.#successes / this.#requests,
      successInOutages: this.#successesInOutages / this.#inOutages,
      attemptsPerRequest: this.#attempts / this.#requests,
      costToOracle: this.#cost / this.#oracleCost,
      firstTokenMs: { p50: at(0.5), p99: at(0.99), p999: at(0.999) },
      shares: Object.fromEntries([...this.#served].map(([name, count]) => [name, count / this.#successes])),
      firstAttemptsInOutage: this.#firstAttempts.map(({ bad, all }) => bad / all),
      secondsToReturn: this.#returnedAt.map((at, index) => at - this.#scenario.outages[index]!.to),
      refusedEarly: this.#refusedEarly,
      longestRefusalMs: this.#longestRefusal,
      events,
    };
  }

  /** Each gateway sends what it counted twice a second, and a change of a breaker at once. The others read it at their next turn. */
  #exchange(states: readonly MemoryState[], random: Random): Pick<SharedState, "record" | "healthOf" | "beginProbe">[] {
    const mergers = states.map((state) => new StateMerger(state, random));
    const send = (from: StateMerger): void => {
      const endpoints = from.take();
      if (!endpoints) return;
      const message = parseMessage(JSON.stringify({ node: "sender", endpoints }))!;
      this.#queue.after(messageMs, () => {
        for (const merger of mergers) if (merger !== from) merger.apply(message.endpoints, 0);
      });
    };
    const end = this.#scenario.minutes * 60_000;
    const tick = (merger: StateMerger): void => {
      send(merger);
      if (this.#queue.now < end) this.#queue.after(exchangeMs, () => tick(merger));
    };
    for (const merger of mergers) this.#queue.after(random() * exchangeMs, () => tick(merger));
    // One gateway at a time holds the lease to probe an endpoint.
    const probing = new Map<string, MemoryState>();
    return states.map((state, index) => ({
      healthOf: state.healthOf,
      beginProbe: (endpoint) => {
        if (probing.has(endpoint) || !state.beginProbe(endpoint)) return false;
        probing.set(endpoint, state);
        return true;
      },
      record: (outcome) => {
        if (outcome.isProbe) probing.delete(outcome.endpoint);
        if (mergers[index]!.record(outcome)) send(mergers[index]!);
      },
    }));
  }

  get #seconds(): number {
    return this.#queue.now / 1000;
  }

  #outageOf(provider: string): OutageKind | undefined {
    const now = this.#seconds;
    const outage = this.#scenario.outages.find((one) => one.provider === provider && now >= one.from && now < one.to);
    if (outage?.kind !== "flapping") return outage?.kind;
    return Math.floor((now - outage.from) / outage.period!) % 2 === 0 ? "down" : undefined;
  }

  #arrive(): void {
    const random = this.#arrivals;
    const policy = this.#policies[Math.floor(random() * this.#policies.length)]!;
    const promptTokens = 1500 * Math.exp(normal(random));
    const outputTokens = 200 * Math.exp(0.8 * normal(random));
    const inOutage = this.#scenario.providers.some(({ name }) => this.#outageOf(name) !== undefined);
    const oracle = this.#byPrice.find(({ name, capacity }) => this.#busyAt(name) < capacity && !this.#outageOf(name));
    const request: SimulatedRequest = {
      at: this.#queue.now,
      promptTokens,
      outputTokens,
      inOutage,
      size: (promptTokens + 4 * outputTokens) / 1e6,
      oraclePrice: (oracle ?? this.#byPrice[0]!).price,
      attempts: policy.plan(this.#candidates, { basis: "weighted", promptTokens }),
      made: 0,
    };
    this.#requests++;
    if (inOutage) this.#inOutages++;
    this.#step(request);
    const next = (-Math.log(1 - random()) / this.#scenario.requestsPerSecond) * 1000;
    if (this.#queue.now + next < this.#scenario.minutes * 60_000) this.#queue.after(next, () => this.#arrive());
  }

  #step(request: SimulatedRequest, failure?: ProviderFailureFacts): void {
    const step = request.attempts.next(failure);
    if (step.type === "wait") this.#queue.after(step.ms, () => this.#step(request));
    else if (step.type === "try") this.#attempt(request, step.candidate.provider, step.firstTokenTimeout);
    else if (request.made === 0) {
      this.#refusedEarly++;
      this.#longestRefusal = Math.max(this.#longestRefusal, this.#queue.now - request.at);
    }
  }

  #attempt(request: SimulatedRequest, provider: SimulatedProvider, timeout: number): void {
    const { name, capacity, errors, firstTokenMs, tokensPerSecond } = provider;
    const kind = this.#outageOf(name);
    this.#attempts++;
    if (request.made++ === 0) this.#countFirstAttempt(name);
    const failAfter = (ms: number, status: number, retryAfterMs?: number): void =>
      this.#queue.after(ms, () => this.#step(request, toFailure(status, retryAfterMs)));
    if (this.#busyAt(name) >= capacity) return failAfter(refusalMs, 429, this.#scenario.retryAfterMs);
    if (kind === "down") return failAfter(downMs, 503);
    this.#occupy(name, 1);
    const failLate = (ms: number, status: number): void =>
      this.#queue.after(ms, () => {
        this.#occupy(name, -1);
        this.#step(request, toFailure(status));
      });
    if (kind === "hang") return failLate(timeout, 504);
    if (this.#luck() < (kind === "flaky" ? 0.4 : errors)) return failLate(errorMs, 500);
    const slowness = kind === "slow" ? 10 : 1;
    const first = firstTokenMs * Math.exp(0.5 * normal(this.#luck)) * slowness;
    if (first > timeout) return failLate(timeout, 504);
    const decodeMs = (request.outputTokens / tokensPerSecond) * 1000 * slowness;
    this.#queue.after(first, () => this.#succeed(request, provider, decodeMs));
  }

  #succeed(request: SimulatedRequest, { name, price }: SimulatedProvider, decodeMs: number): void {
    request.attempts.firstToken();
    this.#successes++;
    if (request.inOutage) this.#successesInOutages++;
    this.#firstTokens.push(this.#queue.now - request.at);
    this.#served.set(name, (this.#served.get(name) ?? 0) + 1);
    this.#cost += price * request.size;
    this.#oracleCost += request.oraclePrice * request.size;
    this.#noteReturn(name);
    this.#queue.after(decodeMs, () => {
      this.#occupy(name, -1);
      request.attempts.end({ kind: "ok", throughput: (request.outputTokens / decodeMs) * 1000 });
    });
  }

  #countFirstAttempt(name: string): void {
    for (const [index, { provider, from, to }] of this.#scenario.outages.entries()) {
      if (this.#seconds < from + detectionSeconds || this.#seconds >= to) continue;
      const counts = this.#firstAttempts[index]!;
      counts.all++;
      if (name === provider) counts.bad++;
    }
  }

  #noteReturn(name: string): void {
    for (const [index, { provider, to }] of this.#scenario.outages.entries())
      if (name === provider && this.#seconds >= to && this.#returnedAt[index] === Infinity)
        this.#returnedAt[index] = this.#seconds;
  }

  #busyAt(name: string): number {
    return this.#busy.get(name) ?? 0;
  }

  #occupy(name: string, change: 1 | -1): void {
    this.#busy.set(name, this.#busyAt(name) + change);
  }
}

function toFailure(status: number, retryAfterMs?: number): ProviderFailureFacts {
  const isCapacity = status === 429;
  return {
    fault: isCapacity ? "capacity" : "provider",
    next: "next-endpoint",
    status,
    message: `simulated ${status}`,
    errorType: isCapacity ? "rate_limit_exceeded" : "provider_unavailable",
    retryAfterMs,
  };
}
