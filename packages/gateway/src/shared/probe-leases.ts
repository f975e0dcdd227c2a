import type { ValkeyStore } from "./valkey-store.ts";

/** A lease outlives a probe of the default time to the first content. */
const leaseMs = 35_000;
/** A gateway that has no request for its probe returns the lease after this time. */
const unusedMs = 3000;
/** How long to wait after another gateway had the lease. */
const refusedMs = 1000;

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
    this.#store.call("DEL", this.#key(endpoint)).catch(() => undefined);
  }

  /** Returns leases that no request uses, so that another gateway can probe. */
  releaseUnused(): void {
    const now = performance.now();
    for (const [endpoint, { state, at }] of this.#leases)
      if (now - at > (state === "used" ? leaseMs : unusedMs)) this.release(endpoint);
  }

  async #ask(endpoint: string, at: number): Promise<void> {
    this.#leases.set(endpoint, { state: "asked", at });
    const reply = await this.#store
      .call("SET", this.#key(endpoint), this.#store.node, "NX", "PX", leaseMs)
      .catch(() => undefined);
    // Without an answer, nothing is known: the next request asks again.
    if (reply === undefined) this.#leases.delete(endpoint);
    else this.#leases.set(endpoint, { state: reply === "OK" ? "held" : "refused", at: performance.now() });
  }

  #key(endpoint: string): string {
    return this.#store.key("health", `probe:${endpoint}`);
  }
}
