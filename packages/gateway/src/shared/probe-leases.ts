import { createScript, type ValkeyStore } from "./valkey-store.ts";

/** A lease outlives a probe of the default time to the first content. */
const leaseMs = 35_000;
/** A gateway that has no request for its probe returns the lease after this time. */
const unusedMs = 3000;
/** How long to wait after another gateway had the lease. */
const refusedMs = 1000;

/**
 * Takes the lease of an endpoint: the gateway, and milliseconds. Returns 1, or 0 if another gateway has it. A gateway that got no answer
 * to an earlier request may have it already.
 */
const takeScript = createScript(`
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
`);

/** Returns the lease of a gateway, unless it has ended and another gateway has it. */
const returnScript = createScript(`
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
`);

interface Lease {
  readonly state: "asked" | "held" | "refused" | "used";
  readonly at: number;
}

/** The right to probe an endpoint, which one of all gateways has at a time. Asking is asynchronous; the answer is read later. */
export class ProbeLeases {
  readonly #store: ValkeyStore;
  readonly #leases = new Map<string, Lease>();

  constructor(store: ValkeyStore) {
    this.#store = store;
  }

  /** Whether this gateway may probe the endpoint now. If not, asks for the lease in the background. */
  has(endpoint: string): boolean {
    if (!this.#store.isAvailable) return true;
    const lease = this.#leases.get(endpoint);
    if (lease?.state === "held") return true;
    const now = performance.now();
    if (!lease || (lease.state === "refused" && now - lease.at > refusedMs)) void this.#ask(endpoint, now);
    return false;
  }

  /** The probe begins. */
  use(endpoint: string): void {
    this.#leases.set(endpoint, { state: "used", at: performance.now() });
  }

  /** The probe ended, or is not needed. */
  release(endpoint: string): void {
    const lease = this.#leases.get(endpoint);
    if (!this.#leases.delete(endpoint) || lease?.state === "refused") return;
    this.#store.run(returnScript, [this.#key(endpoint)], [this.#store.node]).catch(() => undefined);
  }

  /** Returns leases that no request uses, so that another gateway can probe. */
  releaseUnused(): void {
    const now = performance.now();
    for (const [endpoint, { state, at }] of this.#leases)
      if (now - at > (state === "used" ? leaseMs : unusedMs)) this.release(endpoint);
  }

  async #ask(endpoint: string, at: number): Promise<void> {
    const asked: Lease = { state: "asked", at };
    this.#leases.set(endpoint, asked);
    const taken = await this.#store
      .run(takeScript, [this.#key(endpoint)], [this.#store.node, leaseMs])
      .catch(() => undefined);
    // It was released in the meantime.
    if (this.#leases.get(endpoint) !== asked) return;
    // Without an answer, nothing is known: the next request asks again.
    if (taken === undefined) this.#leases.delete(endpoint);
    else this.#leases.set(endpoint, { state: taken === 1 ? "held" : "refused", at: performance.now() });
  }

  #key(endpoint: string): string {
    return this.#store.key("health", `probe:${endpoint}`);
  }
}
