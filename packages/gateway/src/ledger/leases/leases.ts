import { performance } from "node:perf_hooks";
import {
  LedgerConflict,
  type Ledger,
  type Reservation,
  type ReserveResult,
  type Settlement,
} from "../../ports/ledger.ts";
import { StoreUnavailable } from "../../ports/store-unavailable.ts";
import { repeated, type Grant } from "./lease-grant.ts";
import { LeasePools } from "./lease-pools.ts";
import { isFinal, refusedResource, resourcesOf, type LeaseSize } from "./lease-size.ts";
import { canGrant, isLow, nextSize, type Lease, type Line } from "./lease.ts";
import { Lines } from "./lines.ts";
import { StoreHealth } from "./store-health.ts";
import { takeLease } from "./take-lease.ts";

export interface LeaseOptions {
  /** Unique id of this gateway process, a part of the ids of its leases. */
  readonly node: string;
  /** Requests of the first and of the smallest lease. Default: 20. */
  readonly least?: number;
  /** Requests of the largest lease. Default: 5,000. */
  readonly most?: number;
  /** Greatest share of what is left that the leases of this gateway take together. Default: 0.02. */
  readonly share?: number;
  /**
   * Milliseconds of traffic that a lease should cover. An unused lease is returned after that, and a request that has not ended gets
   * a hold of its own. Default: 1,000.
   */
  readonly period?: number;
  /** Milliseconds after a lease was not possible until the next attempt. Default: 1,000. */
  readonly retryDelay?: number;
}

// Most released requests whose late settlement still counts in the budgets of their lease.
const mostReleased = 10_000;

// A lease grants for so many periods at most. Then its share of what is left is computed again.
const lifePeriods = 10;

/** The leases of one gateway. See `leaseLedger`. */
export class Leases {
  readonly #ledger: Ledger;
  readonly #options: Required<LeaseOptions>;
  readonly #health = new StoreHealth();
  readonly #pools = new LeasePools();
  readonly #lines: Lines;
  /** All leases that were taken and not returned, by id. */
  readonly #leases = new Map<string, Lease>();
  /** The requests of leases, oldest first. */
  readonly #grants = new Map<string, Grant>();
  /** The reservations with a hold of their own. */
  readonly #held = new Map<string, Reservation>();
  /** The lease of released requests, by id. */
  readonly #released = new Map<string, string>();
  /** Ids of leases that may be open in the ledger and must not be. */
  readonly #unreturned = new Set<string>();
  readonly #taking = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #count = 0;

  constructor(ledger: Ledger, { least = 20, most = 5000, share = 0.02, ...rest }: LeaseOptions) {
    const { node, period = 1000, retryDelay = 1000 } = rest;
    this.#ledger = ledger;
    this.#options = { node, least, most, share, period, retryDelay };
    this.#lines = new Lines(least);
  }

  async reserve(reservation: Reservation): Promise<ReserveResult> {
    const { id, account } = reservation;
    const grant = this.#grants.get(id);
    if (grant) return repeated(grant, account);
    if (this.#released.has(id))
      throw new LedgerConflict(`Generation ${id} was released; its id cannot be reserved again. Use a new id.`);
    const at = performance.now();
    const isAnswering = this.#health.isAnswering(at);
    const { line, isRepeated } = this.#lines.use(reservation, at, this.#options.period);
    this.#keepTime();
    const { lease } = line;
    const isGranted = lease !== undefined && isAnswering && canGrant(lease, reservation);
    if (isGranted) this.#grant(lease, reservation, at);
    const wants = lease ? isLow(lease, reservation) : isRepeated;
    if (wants && isAnswering) this.#take(line, reservation, at);
    return isGranted ? { granted: reservation.wanted } : this.#ask(reservation);
  }

  async extend(id: string, total: bigint): Promise<boolean> {
    const grant = this.#grants.get(id);
    if (grant) {
      if (total <= grant.reservation.wanted) return true;
      if (!(await this.#draw(id, grant))) return false;
    }
    const extend = (): Promise<boolean> => this.#health.watch(() => this.#ledger.extend(id, total));
    if (await extend()) return true;
    const held = this.#held.get(id);
    return held !== undefined && (await this.giveBack(resourcesOf(held))) && extend();
  }

  readonly settle: Ledger["settle"] = async (settlement) => {
    const { id } = settlement;
    this.#held.delete(id);
    const grant = this.#grants.get(id);
    const lease = this.#leaseOf(id, grant);
    if (grant) grant.settling = true;
    try {
      await this.#health.watch(() => this.#ledger.settle(lease ? { ...settlement, lease } : settlement));
    } catch (error) {
      // Any other failure is final. A settlement that comes all the same counts in the budgets of the lease.
      if (grant && !(error instanceof StoreUnavailable)) this.#forgetGrant(id, grant);
      throw error;
    }
    if (grant) this.#finish(id, grant);
  };

  readonly release: Ledger["release"] = async (id, reason) => {
    await this.#grants.get(id)?.drawing?.catch(() => false);
    this.#held.delete(id);
    const grant = this.#grants.get(id);
    // A settlement that is under way, or failed for now, is final.
    if (!grant || grant.settling || grant.isUnsure) {
      await this.#health.watch(() => this.#ledger.release(id, reason));
      if (grant?.isUnsure) this.#finish(id, grant);
      return;
    }
    grant.lease.left += grant.reservation.wanted;
    grant.lease.requests++;
    this.#forgetGrant(id, grant);
  };

  /** Ends a grant without a charge. */
  #forgetGrant(id: string, grant: Grant): void {
    this.#released.set(id, grant.lease.id);
    if (this.#released.size > mostReleased) this.#released.delete(this.#released.keys().next().value!);
    this.#finish(id, grant);
  }

  /** The lease that covers a settlement. */
  #leaseOf(id: string, grant: Grant | undefined): Settlement["lease"] {
    if (grant) return { id: grant.lease.id, amount: grant.reservation.wanted };
    const released = this.#released.get(id);
    return released === undefined ? undefined : { id: released, amount: 0n };
  }

  /** What the leases of a balance or a budget have not granted. */
  unusedOf(resource: string): LeaseSize {
    return this.#pools.unusedOf(resource);
  }

  /** Returns all leases of some balances and budgets. Resolves with whether there were any, when they are returned. */
  async giveBack(resources: readonly string[]): Promise<boolean> {
    const leases = this.#pools.sharing(resources);
    await Promise.all(Array.from(leases, (lease) => this.#retire(lease)));
    const open = [...this.#grants].filter(([, { lease }]) => leases.has(lease));
    await Promise.all(open.map(([id, grant]) => this.#draw(id, grant).catch(() => false)));
    return leases.size > 0;
  }

  /** Stops granting from a lease that was swept. */
  forget(id: string): void {
    const lease = this.#leases.get(id);
    if (!lease) return;
    lease.left = 0n;
    lease.requests = 0;
    void this.#retire(lease);
  }

  /** Returns all leases. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await Promise.allSettled(this.#taking);
    await Promise.all(Array.from(this.#leases.values(), (lease) => this.#retire(lease)));
    await Promise.all(Array.from(this.#unreturned, (id) => this.#return(id)));
  }

  #grant(lease: Lease, reservation: Reservation, at: number): void {
    lease.left -= reservation.wanted;
    lease.requests--;
    lease.open++;
    this.#grants.set(reservation.id, { reservation, lease, at });
  }

  /** Asks the ledger itself. Leases of this gateway must not be why it refuses, or grants less. */
  async #ask(reservation: Reservation): Promise<ReserveResult> {
    const ask = (least: bigint): Promise<ReserveResult> =>
      this.#health.watch(() => this.#ledger.reserve({ ...reservation, least }));
    const resources = resourcesOf(reservation);
    let result: ReserveResult | undefined;
    if (this.#pools.sharing(resources).size > 0) {
      result = await ask(reservation.wanted);
      // A key that is used up must not cost the other keys of its account their leases, however often it is refused.
      if (isFinal(result, reservation) && this.#pools.sharing([refusedResource(result, reservation)]).size === 0)
        return result;
      if (!("granted" in result)) await this.giveBack(resources);
    }
    if (!result || !("granted" in result)) result = await ask(reservation.least);
    if ("granted" in result) this.#held.set(reservation.id, reservation);
    return result;
  }

  /** Gives a request a hold of its own, which its lease covers. Returns whether it has one. */
  #draw(id: string, grant: Grant): Promise<boolean> {
    grant.drawing ??= this.#drawNow(id, grant).finally(() => {
      grant.drawing = undefined;
    });
    return grant.drawing;
  }

  async #drawNow(id: string, grant: Grant): Promise<boolean> {
    const { reservation, lease } = grant;
    const drawn = { ...reservation, least: reservation.wanted, lease: lease.id };
    try {
      const result = await this.#health.watch(() => this.#ledger.reserve(drawn));
      if (!("granted" in result)) return false;
    } catch (error) {
      grant.isUnsure = true;
      throw error;
    }
    if (this.#finish(id, grant) && !grant.settling) this.#held.set(id, reservation);
    return true;
  }

  /** Ends a grant. Returns false if it has ended before. */
  #finish(id: string, { lease }: Grant): boolean {
    if (!this.#grants.delete(id)) return false;
    lease.open--;
    if (lease.isRetired && lease.open === 0) void this.#returnLease(lease);
    return true;
  }

  /** Grants nothing more from a lease, and returns it when its last request has ended or has a hold of its own. */
  #retire(lease: Lease): Promise<void> {
    if (lease.line.lease === lease) lease.line.lease = undefined;
    if (lease.isRetired) return Promise.resolve();
    lease.isRetired = true;
    return lease.open === 0 ? this.#returnLease(lease) : Promise.resolve();
  }

  #returnLease(lease: Lease): Promise<void> {
    this.#pools.delete(lease);
    this.#leases.delete(lease.id);
    return this.#return(lease.id);
  }

  /** If this fails, it is repeated. */
  async #return(id: string): Promise<void> {
    this.#unreturned.add(id);
    try {
      await this.#health.watch(() => this.#ledger.release(id, "canceled"));
      this.#unreturned.delete(id);
    } catch {
      this.#keepTime();
    }
  }

  #take(line: Line, reservation: Reservation, at: number): void {
    if (line.isTaking || at < line.retryAt || this.#isClosed) return;
    line.isTaking = true;
    const { lease: last } = line;
    if (last) line.nextSize = nextSize(last, at - last.takenAt, this.#options);
    const work = this.#request(line, reservation)
      .catch(() => undefined)
      .then((lease) => {
        line.isTaking = false;
        if (!lease) line.retryAt = performance.now() + this.#options.retryDelay;
        else this.#replace(line, lease);
        return undefined;
      });
    this.#taking.add(work);
    void work.then(() => this.#taking.delete(work));
  }

  #replace(line: Line, lease: Lease): void {
    // It was given back while it was taken.
    if (lease.isRetired) return;
    if (line.lease) void this.#retire(line.lease);
    this.#leases.set(lease.id, lease);
    line.lease = lease;
  }

  async #request(line: Line, reservation: Reservation): Promise<Lease | undefined> {
    const { node } = this.#options;
    const id = `lease:${node}:${++this.#count}`;
    const stores = { ledger: this.#ledger, pools: this.#pools };
    try {
      return await this.#health.watch(() => takeLease(stores, { id, line, reservation }, this.#options));
    } catch (error) {
      // It may be durable all the same.
      this.#unreturned.add(id);
      throw error;
    }
  }

  #keepTime(): void {
    if (this.#timer || this.#isClosed) return;
    this.#timer = setInterval(() => this.#tick(performance.now()), this.#options.period / 2).unref();
  }

  #tick(at: number): void {
    const { period } = this.#options;
    for (const id of this.#unreturned) void this.#return(id);
    for (const [id, grant] of this.#grants) {
      if (at - grant.at < period) break;
      if (!grant.settling) void this.#draw(id, grant).catch(() => undefined);
    }
    for (const lease of this.#leases.values())
      if (at - lease.line.usedAt > period || at - lease.takenAt > lifePeriods * period) void this.#retire(lease);
    this.#lines.forgetUnused(at - period);
    if (this.#lines.size > 0 || this.#leases.size > 0 || this.#grants.size > 0 || this.#unreturned.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
