import { LedgerConflict, type Reservation, type ReserveResult } from "../../ports/ledger.ts";
import type { Lease } from "./lease.ts";

/** A request that a lease granted and that has no hold of its own. */
export interface Grant {
  readonly reservation: Reservation;
  readonly lease: Lease;
  readonly at: number;
  settling?: boolean;
  /** The request of its own hold, while it is under way. */
  drawing?: Promise<boolean> | undefined;
  /** It may have a hold of its own: the request for that failed. */
  isUnsure?: boolean;
}

/** The result of a reservation whose id a lease has granted before. @throws LedgerConflict */
export function repeated({ reservation }: Grant, account: string): ReserveResult {
  if (reservation.account === account) return { granted: reservation.wanted };
  throw new LedgerConflict(
    `Generation ${reservation.id} belongs to account "${reservation.account}", got "${account}". Ids of generations must be unique.`,
  );
}
