import type { LeaseSize } from "./lease-size.ts";
import type { Lease } from "./lease.ts";

interface Pool {
  readonly leases: Set<Lease>;
  amount: bigint;
  requests: number;
}

/** Which leases of this gateway are taken from each balance and budget. */
export class LeasePools {
  readonly #pools = new Map<string, Pool>();

  add(lease: Lease): void {
    for (const resource of lease.resources) {
      const pool = this.#pools.get(resource) ?? { leases: new Set(), amount: 0n, requests: 0 };
      this.#pools.set(resource, pool);
      pool.leases.add(lease);
      pool.amount += lease.size.amount;
      pool.requests += lease.size.requests;
    }
  }

  delete(lease: Lease): void {
    for (const resource of lease.resources) {
      const pool = this.#pools.get(resource);
      if (!pool?.leases.delete(lease)) continue;
      pool.amount -= lease.size.amount;
      pool.requests -= lease.size.requests;
      if (pool.leases.size === 0) this.#pools.delete(resource);
    }
  }

  /** What the leases of a resource were taken for. */
  sizeOf(resource: string): LeaseSize {
    return this.#pools.get(resource) ?? { amount: 0n, requests: 0 };
  }

  /** What the leases of a resource can still grant. */
  unusedOf(resource: string): LeaseSize {
    let amount = 0n;
    let requests = 0;
    for (const lease of this.#pools.get(resource)?.leases ?? []) {
      amount += lease.left;
      requests += lease.requests;
    }
    return { amount, requests };
  }

  /** The leases of any of the resources. */
  sharing(resources: readonly string[]): Set<Lease> {
    return new Set(resources.flatMap((resource) => [...(this.#pools.get(resource)?.leases ?? [])]));
  }
}
