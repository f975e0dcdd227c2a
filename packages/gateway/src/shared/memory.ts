import type { EndpointOutcome, EndpointView, SharedState } from "../ports/shared-state.ts";
import type { BreakerOptions } from "./breaker.ts";
import { EndpointStatistics } from "./endpoint-statistics.ts";
import { BoundedMap } from "@patchbay/engine/data/bounded-map";
import type { Random } from "@patchbay/engine/data/random";
import { ExpiringMap } from "./expiring-map.ts";

/** Options of the state that gateways share. */
export interface StateOptions {
  readonly breaker?: BreakerOptions;
  /** Memory for sticky routes, in bytes. Default: 16 MB. */
  readonly pinBytes?: number;
  /** Memory for cached responses, in bytes. A response larger than half of it is not cached. Default: 64 MB. */
  readonly cacheBytes?: number;
  /** Unix milliseconds. Default: `Date.now`. */
  readonly now?: () => number;
  /** Default: `Math.random`. */
  readonly random?: Random;
}

/** Endpoints that leave the configuration are forgotten after this many others. */
const mostEndpoints = 10_000;

/** Statistics, sticky routes and cached responses in the memory of this process. */
export class MemoryState implements SharedState {
  readonly #options: StateOptions;
  readonly #random: Random;
  readonly #endpoints = new BoundedMap<string, EndpointStatistics>({ entries: mostEndpoints });
  readonly #pins: ExpiringMap;
  readonly #cache: ExpiringMap;
  readonly now: () => number;

  constructor(options: StateOptions = {}) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
    this.#pins = new ExpiringMap(options.pinBytes ?? 16_000_000);
    this.#cache = new ExpiringMap(options.cacheBytes ?? 64_000_000);
    this.now = options.now ?? Date.now;
  }

  readonly record = (outcome: EndpointOutcome): void => {
    this.recordChange(outcome);
  };

  /** `record`. Returns whether the breaker or the rate limit of the endpoint changed. */
  recordChange(outcome: EndpointOutcome): boolean {
    return this.statisticsOf(outcome.endpoint).record(outcome, this.#random);
  }

  readonly healthOf = (endpoint: string): EndpointView => this.statisticsOf(endpoint).view(this.now());

  readonly beginProbe = (endpoint: string): boolean => this.statisticsOf(endpoint).breaker.beginProbe(this.now());

  /** The statistics of an endpoint, empty at first. */
  statisticsOf(endpoint: string): EndpointStatistics {
    const known = this.#endpoints.get(endpoint);
    if (known) return known;
    const statistics = new EndpointStatistics(this.#options.breaker);
    this.#endpoints.set(endpoint, statistics);
    return statistics;
  }

  readonly pin = (conversation: string, endpoint: string, ttlMs: number): void => {
    this.#pins.set(conversation, endpoint, { now: this.now(), ttlMs });
  };

  readonly pinOf = (conversation: string): string | undefined => this.#pins.get(conversation, this.now());

  readonly cacheGet = async (key: string): Promise<string | undefined> => this.#cache.get(key, this.now());

  readonly cacheSet = async (key: string, value: string, ttlMs: number): Promise<void> => {
    this.#cache.set(key, value, { now: this.now(), ttlMs });
  };

  readonly close = async (): Promise<void> => {};
}
