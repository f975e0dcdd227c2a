import { LedgerConflict, type Ledger, type Reservation, type ReserveResult } from "../ports/ledger.ts";
import { holdBudgets } from "./held-budget.ts";
import { isFarFromLimits } from "./lease-size.ts";

export interface LeaseOptions {
  /** Unique id of this gateway process, a part of the ids of its leases. */
  readonly node: string;
  /** Requests that one lease covers. Default: 20. */
  readonly requests?: number;
  /** Greatest share of what is left that one lease takes. Default: 0.02. */
  readonly share?: number;
  /** Milliseconds after a lease was not possible until the next attempt. Default: 1,000. */
  readonly retryDelay?: number;
}

interface Lease {
  readonly id: string;
  readonly deadline: number;
  left: bigint;
  requests: number;
  /** Requests that it granted and that are not settled or released. */
  open: number;
  retired: boolean;
}

/** A request that a lease granted. */
interface Grant {
  readonly reservation: Reservation;
  readonly lease: Lease;
  /** Id of the hold for what `extend` added, which the lease does not cover. */
  extension?: { readonly id: string; readonly total: bigint };
  settling?: boolean;
}

// Most released requests whose late settlement still counts in the budgets of their lease.
const RELEASED = 10_000;

/**
 * Grants reservations from leases: durable holds in the shared ledger that cover several requests of the same account and budgets.
 * While the balance and all budgets are far from their limits, a reservation then needs no round trip. Near a limit, every
 * reservation asks the ledger.
 *
 * - Gateways never overshoot a balance or budget together, because a lease is a hold like any other.
 * - A charge is durable when `settle` resolves, and an id is charged once, as without leases.
 * - If the process is killed, its leases stay on hold until their deadline and the sweeper returns them. Requests that were under
 *   way are not charged, as without leases; the sweeper reports the lease instead of each of them.
 * - A repeated id is recognized by the gateway that granted it, and by the others when it is settled.
 */
export function leaseLedger(ledger: Ledger, options: LeaseOptions): Ledger {
  const leases = new Leases(ledger, options);
  return {
    ...passThrough(ledger),
    reserve: (reservation) => leases.reserve(reservation),
    extend: (id, total) => leases.extend(id, total),
    settle: (settlement) => leases.settle(settlement),
    release: (id, reason) => leases.release(id, reason),
    close: async () => {
      await leases.close();
      await ledger.close();
    },
  };
}

function passThrough(
  ledger: Ledger,
): Pick<Ledger, "addCredits" | "balanceOf" | "budgetsOf" | "sweep" | "driftSince" | "verify"> {
  const { addCredits, balanceOf, budgetsOf, sweep, driftSince, verify } = ledger;
  return { addCredits, balanceOf, budgetsOf, sweep, driftSince, verify };
}

class Leases {
  readonly #ledger: Ledger;
  readonly #node: string;
  readonly #requests: number;
  readonly #share: number;
  readonly #retryDelay: number;
  /** The lease of an account with a set of budgets, or the time (Unix milliseconds) of the next attempt to get one. */
  readonly #leases = new Map<string, Lease | { readonly retryAt: number }>();
  readonly #grants = new Map<string, Grant>();
  /** The lease of released requests, by id. */
  readonly #released = new Map<string, string>();
  readonly #pending = new Set<Promise<void>>();
  #count = 0;

  constructor(ledger: Ledger, options: LeaseOptions) {
    this.#ledger = ledger;
    this.#node = options.node;
    this.#requests = options.requests ?? 20;
    this.#share = options.share ?? 0.02;
    this.#retryDelay = options.retryDelay ?? 1000;
  }

  async reserve(reservation: Reservation): Promise<ReserveResult> {
    const granted = this.#grants.get(reservation.id);
    if (granted) return repeated(granted, reservation);
    const { now, deadline, wanted } = reservation;
    const key = toKey(reservation);
    const lease = this.#leases.get(key);
    if (lease && "id" in lease) {
      if (lease.left >= wanted && lease.requests > 0 && deadline <= lease.deadline)
        return this.#grant(lease, reservation);
      this.#retire(key, lease);
    }
    // This request asks the ledger itself; the lease serves those after it.
    if (!lease || "id" in lease || now >= lease.retryAt) this.#take(key, reservation);
    return this.#ledger.reserve(reservation);
  }

  async extend(id: string, total: bigint): Promise<boolean> {
    const grant = this.#grants.get(id);
    if (!grant) return this.#ledger.extend(id, total);
    const { reservation, lease } = grant;
    const more = total - reservation.wanted;
    if (more <= (grant.extension?.total ?? 0n)) return true;
    if (grant.extension) {
      const extended = await this.#ledger.extend(grant.extension.id, more);
      if (extended) grant.extension = { ...grant.extension, total: more };
      return extended;
    }
    // Counted as a request by the lease already.
    const budgets = reservation.budgets.filter(({ unit }) => unit === "usd");
    const extension = { id: `${lease.id}:${id}`, total: more };
    const held = await this.#ledger.reserve({ ...reservation, id: extension.id, budgets, wanted: more, least: more });
    if (!("granted" in held)) return false;
    grant.extension = extension;
    return true;
  }

  readonly settle: Ledger["settle"] = async (settlement) => {
    const { id } = settlement;
    const grant = this.#grants.get(id);
    const released = this.#released.get(id);
    if (!grant && released === undefined) return this.#ledger.settle(settlement);
    if (!grant) return this.#ledger.settle({ ...settlement, lease: { id: released!, amount: 0n } });
    grant.settling = true;
    await this.#ledger.settle({ ...settlement, lease: { id: grant.lease.id, amount: grant.reservation.wanted } });
    await this.#finish(id, grant);
    return undefined;
  };

  readonly release: Ledger["release"] = async (id, reason) => {
    const grant = this.#grants.get(id);
    // A settlement that is under way, or failed for now, is final.
    if (!grant || grant.settling) return this.#ledger.release(id, reason);
    this.#released.set(id, grant.lease.id);
    if (this.#released.size > RELEASED) this.#released.delete(this.#released.keys().next().value!);
    grant.lease.left += grant.reservation.wanted;
    grant.lease.requests++;
    await this.#finish(id, grant);
    return undefined;
  };

  /** Returns all leases. */
  async close(): Promise<void> {
    for (const [key, lease] of this.#leases) if ("id" in lease) this.#retire(key, lease);
    await Promise.allSettled(this.#pending);
    for (const [key, lease] of this.#leases) if ("id" in lease) this.#retire(key, lease);
    await Promise.allSettled(this.#pending);
  }

  #grant(lease: Lease, reservation: Reservation): ReserveResult {
    lease.left -= reservation.wanted;
    lease.requests--;
    lease.open++;
    this.#grants.set(reservation.id, { reservation, lease });
    return { granted: reservation.wanted };
  }

  async #finish(id: string, grant: Grant): Promise<void> {
    // Two calls for the same id may end together.
    if (!this.#grants.delete(id)) return;
    grant.lease.open--;
    if (grant.lease.retired && grant.lease.open === 0) this.#return(grant.lease);
    if (grant.extension) await this.#ledger.release(grant.extension.id, "canceled");
  }

  /** Grants nothing more from a lease, and returns it when its last request has ended. */
  #retire(key: string, lease: Lease): void {
    this.#leases.delete(key);
    lease.retired = true;
    if (lease.open === 0) this.#return(lease);
  }

  #return(lease: Lease): void {
    // If this fails, the sweeper returns it.
    this.#track(this.#ledger.release(lease.id, "canceled").catch(() => {}));
  }

  #take(key: string, reservation: Reservation): void {
    this.#leases.set(key, { retryAt: Infinity });
    this.#track(
      this.#request(reservation)
        .catch(() => undefined)
        .then((lease) => {
          this.#leases.set(key, lease ?? { retryAt: reservation.now + this.#retryDelay });
          return undefined;
        }),
    );
  }

  async #request(reservation: Reservation): Promise<Lease | undefined> {
    const { now, wanted } = reservation;
    const amount = wanted * BigInt(this.#requests);
    const requests = this.#requests;
    const isFar = await isFarFromLimits(this.#ledger, reservation, { amount, requests, share: this.#share });
    if (!isFar || wanted === 0n) return undefined;
    const id = `lease:${this.#node}:${++this.#count}`;
    // Long enough for requests that begin within the duration of one.
    const deadline = now + 2 * (reservation.deadline - now);
    const hold = { ...reservation, id, wanted: amount, least: amount, requests: BigInt(requests), deadline };
    const result = await this.#ledger.reserve(hold);
    return "granted" in result ? { id, deadline, left: amount, requests, open: 0, retired: false } : undefined;
  }

  #track(work: Promise<void>): void {
    this.#pending.add(work);
    void work.finally(() => this.#pending.delete(work));
  }
}

function repeated({ reservation }: Grant, { id, account }: Reservation): ReserveResult {
  if (reservation.account === account) return { granted: reservation.wanted };
  throw new LedgerConflict(
    `Generation ${id} belongs to account "${reservation.account}", got "${account}". Ids of generations must be unique.`,
  );
}

/** Equal for reservations that one lease can cover: a budget's next window, or another limit, needs a new lease. */
function toKey({ account, floor, budgets, now }: Reservation): string {
  const held = holdBudgets(budgets, now).map(({ id, start, limit }) => [id, start, String(limit)]);
  return JSON.stringify([account, String(floor), held]);
}
