import type { ConcurrencyLimit, Limiter, LimitResult, RateLimit, Slot } from "../ports/limiter.ts";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import type { ValkeyStore } from "../shared/valkey-store.ts";
import { burstOf, checkLimit, refuse, strictest, type LimitTerms } from "./level.ts";
import { correctScript, enterScript, renewScript, takeScript } from "./limit-scripts.ts";
import { shareOf } from "./local-share.ts";
import { MemoryLimiter } from "./memory.ts";
import { UnreturnedSlots, type SharedSlot } from "./unreturned-slots.ts";

/** All keys are in one hash slot: a request takes from the limits of a key, an account and a provider at once. */
const group = "limits";
/** A lease is renewed this many times before it would end. */
const renewals = 3;
const shortestRenewalMs = 100;

interface HeldSlot extends SharedSlot {
  renewAt: number;
}

/**
 * Limits that several gateways share in Valkey, by its clock. While it is not available, each gateway allows its part of each
 * limit from memory: the limit divided by the number of gateways.
 */
export class ValkeyLimiter implements Limiter {
  readonly #store: ValkeyStore;
  readonly #local = new MemoryLimiter();
  readonly #held = new Set<HeldSlot>();
  /** Slots of this gateway by limit, in Valkey or not. */
  readonly #occupied = new MemoryLimiter();
  readonly #unreturned: UnreturnedSlots;
  #renewal: ReturnType<typeof setInterval> | undefined;
  #renewalMs = Infinity;

  constructor(store: ValkeyStore) {
    this.#store = store;
    this.#unreturned = new UnreturnedSlots(store);
  }

  readonly take = async (limits: readonly RateLimit[], now: number): Promise<LimitResult> => {
    for (const limit of limits) checkLimit(limit);
    if (limits.length === 0) return { allowed: true };
    const keys = limits.map(({ id }) => this.#store.key(group, id));
    const args = limits.flatMap((limit) => [limit.amount, limit.intervalMs, burstOf(limit), limit.cost]);
    return this.#orLocally(
      async () =>
        toResult(limits, (await this.#store.run(takeScript, keys, args)) as readonly (number | string)[], now),
      () => this.#takeLocally(limits, now),
    );
  };

  readonly correct = async (
    limit: LimitTerms & { readonly id: string },
    difference: number,
    now: number,
  ): Promise<void> => {
    checkLimit({ name: limit.id, ...limit, cost: Math.abs(difference) });
    const args = [limit.amount, limit.intervalMs, difference];
    await this.#orLocally(
      async () => void (await this.#store.run(correctScript, [this.#store.key(group, limit.id)], args)),
      () => this.#local.correctNow(shareOf(limit, this.#store.nodes), difference, now),
    );
  };

  readonly enter = async (limit: ConcurrencyLimit): Promise<Slot | undefined> => {
    const slot: HeldSlot = {
      key: this.#store.key(group, `slots:${limit.id}`),
      id: crypto.randomUUID(),
      leaseMs: limit.leaseMs,
      renewAt: performance.now() + limit.leaseMs / renewals,
    };
    const { id, most } = limit;
    const place = await this.#orLocally(
      async () => {
        const entered = await this.#store.run(enterScript, [slot.key], [slot.id, most, limit.leaseMs]);
        return entered === 1 ? this.#occupied.enterNow({ id, most: Infinity }) : undefined;
      },
      () => {
        const share = Math.max(Math.min(1, most), Math.floor(most / this.#store.nodes));
        const own = this.#occupied.enterNow({ id, most: share });
        // Valkey may have occupied it, and lost the answer.
        if (!own) void this.#unreturned.free(slot);
        return own;
      },
    );
    if (!place) return undefined;
    this.#held.add(slot);
    this.#renewEvery(Math.max(shortestRenewalMs, limit.leaseMs / renewals));
    return { leave: () => this.#leave(slot, place) };
  };

  /** Stops renewing leases. The store is closed by its owner. */
  readonly close = async (): Promise<void> => {
    clearInterval(this.#renewal);
    this.#unreturned.close();
    await Promise.all([this.#local.close(), this.#occupied.close()]);
  };

  #takeLocally(limits: readonly RateLimit[], now: number): LimitResult {
    const { nodes } = this.#store;
    const result = this.#local.takeNow(
      limits.map((limit) => shareOf(limit, nodes, limit.cost)),
      now,
    );
    if (result.allowed) return result;
    return { ...result, limit: limits.find(({ id }) => id === result.limit.id)! };
  }

  async #leave(slot: HeldSlot, place: Slot): Promise<void> {
    if (!this.#held.delete(slot)) return;
    await place.leave();
    await this.#unreturned.free(slot);
  }

  #renewEvery(ms: number): void {
    if (ms >= this.#renewalMs) return;
    clearInterval(this.#renewal);
    this.#renewalMs = ms;
    this.#renewal = setInterval(() => void this.#renew(), ms).unref();
  }

  /** Also occupies slots that were entered while the store was not available. */
  async #renew(): Promise<void> {
    const now = performance.now();
    const due = [...this.#held].filter(({ renewAt }) => renewAt <= now + this.#renewalMs / 2);
    if (due.length === 0) return;
    for (const slot of due) slot.renewAt = now + slot.leaseMs / renewals;
    await this.#orLocally(
      async () =>
        void (await this.#store.run(
          renewScript,
          due.map(({ key }) => key),
          due.flatMap(({ id, leaseMs }) => [id, leaseMs]),
        )),
      () => undefined,
    );
  }

  async #orLocally<T>(shared: () => Promise<T>, local: () => T): Promise<T> {
    try {
      return await shared();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return local();
    }
  }
}

function toResult(limits: readonly RateLimit[], reply: readonly (number | string)[], now: number): LimitResult {
  const refusals: (LimitResult & { readonly allowed: false })[] = [];
  for (let at = 0; at + 1 < reply.length; at += 2)
    refusals.push(refuse({ used: Number(reply[at + 1]), at: now }, limits[Number(reply[at])]!, now));
  return strictest(refusals) ?? { allowed: true };
}
