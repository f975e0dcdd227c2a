import { performance } from "node:perf_hooks";
import type { Ledger, Reservation } from "../../ports/ledger.ts";
import type { LeasePools } from "./lease-pools.ts";
import { readLimits, resourcesOf, sizeLease } from "./lease-size.ts";
import type { Lease, Line } from "./lease.ts";

interface LeaseRequest {
  readonly id: string;
  readonly line: Line;
  /** A reservation of the line. */
  readonly reservation: Reservation;
}

/** Takes a lease for a line. Resolves with undefined near a limit. */
export async function takeLease(
  { ledger, pools }: { readonly ledger: Ledger; readonly pools: LeasePools },
  { id, line, reservation }: LeaseRequest,
  { least, share }: { readonly least: number; readonly share: number },
): Promise<Lease | undefined> {
  const read = await readLimits(ledger, reservation);
  // From here to `add` nothing else runs, so that leases which are taken together share what is left.
  const limits = read.map((limit) => ({ ...limit, leased: pools.sizeOf(limit.resource) }));
  const size = sizeLease({ requests: line.nextSize, least, each: line.average, share }, limits);
  if (!size) return undefined;
  const { amount, requests } = size;
  // Long enough for requests that begin within the duration of one.
  const deadline = reservation.now + 2 * (reservation.deadline - reservation.now);
  const resources = resourcesOf(reservation);
  const lease: Lease = {
    id,
    line,
    resources,
    size,
    deadline,
    takenAt: performance.now(),
    // Nothing is left of it before it is granted, or `balanceOf` would take it off what is pending.
    left: 0n,
    requests: 0,
    open: 0,
    isRetired: false,
  };
  pools.add(lease);
  try {
    const hold = { ...reservation, id, wanted: amount, least: amount, requests: BigInt(requests), deadline };
    const result = await ledger.reserve(hold);
    if ("granted" in result) return Object.assign(lease, { left: amount, requests });
  } catch (error) {
    pools.delete(lease);
    throw error;
  }
  pools.delete(lease);
  return undefined;
}
