import type { EndpointOutcome, EndpointView, SharedState } from "../ports/shared-state.ts";
import { MemoryState, type StateOptions } from "./memory.ts";
import { ProbeLeases } from "./probe-leases.ts";
import { StateExchange } from "./state-exchange.ts";
import { StateMerger } from "./state-merger.ts";
import type { ValkeyStore } from "./valkey-store.ts";

/** Options of the state in Valkey. */
export interface ValkeyStateOptions extends StateOptions {
  /** Milliseconds between two exchanges of statistics. Default: 500. */
  readonly exchange?: number;
  /** Longest cached response, in characters. Default: 1,000,000. Valkey's `maxmemory` bounds their sum. */
  readonly cacheEntry?: number;
}

/** How soon to look whether this gateway may probe an endpoint. */
const askAgainMs = 100;

/**
 * Statistics in memory that are merged with those of other gateways, and sticky routes and cached responses in Valkey. While
 * Valkey is not available, this gateway uses its own memory.
 */
export class ValkeyState implements SharedState {
  readonly #store: ValkeyStore;
  readonly #local: MemoryState;
  readonly #merger: StateMerger;
  readonly #exchange: StateExchange;
  readonly #leases: ProbeLeases;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #cacheEntry: number;
  #isSoon = false;

  /** Use `createValkeyState`, which reads what the other gateways know first. */
  constructor(store: ValkeyStore, options: ValkeyStateOptions = {}) {
    this.#store = store;
    this.#local = new MemoryState(options);
    this.#merger = new StateMerger(this.#local, options.random ?? Math.random);
    this.#exchange = new StateExchange(store, this.#merger);
    this.#leases = new ProbeLeases(store);
    this.#cacheEntry = options.cacheEntry ?? 1_000_000;
    this.#timer = setInterval(() => void this.synchronize(), options.exchange ?? 500).unref();
  }

  /** Exchanges statistics now. Never rejects. */
  async synchronize(): Promise<void> {
    this.#leases.releaseUnused();
    if (this.#store.isAvailable) await this.#exchange.run();
  }

  readonly record = (outcome: EndpointOutcome): void => {
    if (this.#merger.record(outcome)) this.#synchronizeSoon();
    if (outcome.isProbe) this.#leases.release(outcome.endpoint);
  };

  readonly healthOf = (endpoint: string): EndpointView => {
    const view = this.#local.healthOf(endpoint);
    if (view.breaker !== "half-open" || this.#leases.has(endpoint)) return view;
    const until = this.#local.now() + askAgainMs;
    return { ...view, breaker: "open", openUntil: until, lastResortAt: until };
  };

  readonly beginProbe = (endpoint: string): boolean => {
    const { breaker, lastResortAt } = this.#local.healthOf(endpoint);
    if (breaker === "closed" || lastResortAt > this.#local.now() || !this.#leases.has(endpoint)) return false;
    const begun = this.#local.beginProbe(endpoint);
    if (begun) this.#leases.use(endpoint);
    return begun;
  };

  readonly pin = (conversation: string, endpoint: string, ttlMs: number): void => {
    this.#local.pin(conversation, endpoint, ttlMs);
    if (ttlMs < 1) return;
    this.#store
      .call("SET", this.#nameOf("pin", conversation), endpoint, "PX", Math.round(ttlMs))
      .catch(() => undefined);
  };

  readonly pinOf = async (conversation: string): Promise<string | undefined> =>
    this.#orLocally(
      async () => toText(await this.#store.call("GET", this.#nameOf("pin", conversation))),
      () => this.#local.pinOf(conversation),
    );

  readonly cacheGet = async (key: string): Promise<string | undefined> =>
    this.#orLocally(
      async () => toText(await this.#store.call("GET", this.#nameOf("cache", key))),
      () => this.#local.cacheGet(key),
    );

  readonly cacheSet = async (key: string, value: string, ttlMs: number): Promise<void> => {
    if (value.length > this.#cacheEntry || ttlMs < 1) return;
    await this.#orLocally(
      async () => void (await this.#store.call("SET", this.#nameOf("cache", key), value, "PX", Math.round(ttlMs))),
      () => this.#local.cacheSet(key, value, ttlMs),
    );
  };

  /** Sends what was counted. The store is closed by its owner. */
  readonly close = async (): Promise<void> => {
    clearInterval(this.#timer);
    await this.synchronize();
  };

  /** Without a common hash slot: each is read alone, and a cluster spreads them. */
  #nameOf(kind: "pin" | "cache", name: string): string {
    return `${this.#store.prefix}:${kind}:${name}`;
  }

  /** A change of a breaker or a rate limit is worth a message at once, but only one for all changes of a moment. */
  #synchronizeSoon(): void {
    if (this.#isSoon) return;
    this.#isSoon = true;
    setImmediate(() => {
      this.#isSoon = false;
      void this.synchronize();
    });
  }

  async #orLocally<T>(shared: () => Promise<T>, local: () => T | Promise<T>): Promise<T> {
    try {
      return await shared();
    } catch {
      return local();
    }
  }
}

/** Creates the state, and reads what the other gateways counted in the last five minutes. */
export async function createValkeyState(store: ValkeyStore, options?: ValkeyStateOptions): Promise<ValkeyState> {
  const state = new ValkeyState(store, options);
  await state.synchronize();
  return state;
}

function toText(reply: unknown): string | undefined {
  return typeof reply === "string" ? reply : undefined;
}
