import type { Reservation } from "../../ports/ledger.ts";
import { holdBudgets } from "../held-budget.ts";
import type { LeaseSize } from "./lease-size.ts";

/** A durable hold in the ledger that covers several requests of a line. Times `…At` are those of `performance.now()`. */
export interface Lease {
  readonly id: string;
  readonly line: Line;
  /** Balance and budgets that it is taken from. */
  readonly resources: readonly string[];
  readonly size: LeaseSize;
  /** Unix milliseconds. */
  readonly deadline: number;
  readonly takenAt: number;
  /** What it can still grant. */
  left: bigint;
  requests: number;
  /** Requests that it granted and that have not ended and have no hold of their own. */
  open: number;
  /** It grants nothing more, and is returned when `open` is 0. */
  isRetired: boolean;
}

/** The reservations of one account with the same floor and budgets: what one lease can cover. */
export interface Line {
  readonly key: string;
  lease: Lease | undefined;
  isTaking: boolean;
  usedAt: number;
  /** When a lease may be taken next. */
  retryAt: number;
  /** Requests that the next lease should cover. */
  nextSize: number;
  /** What a request reserves, as a moving average. */
  average: bigint;
}

/** Equal for reservations that one lease can cover: a budget's next window, or another limit, needs a new lease. */
export function toLineKey({ account, floor, budgets, now }: Reservation): string {
  const held = holdBudgets(budgets, now).map(({ id, start, limit }) => [id, start, String(limit)]);
  return JSON.stringify([account, String(floor), held]);
}

/** Whether a lease can grant a reservation. */
export function canGrant(lease: Lease, { wanted, deadline }: Reservation): boolean {
  // After a step of the clock, the lease may be swept before the request ends.
  return lease.left >= wanted && lease.requests > 0 && deadline <= lease.deadline;
}

/** Whether the next lease should be taken now, so that it is there before this one is used up. */
export function isLow(lease: Lease, { deadline }: Reservation): boolean {
  const { requests, amount } = lease.size;
  return lease.requests * 4 <= requests || lease.left * 4n < amount || deadline > lease.deadline;
}

/** The size of the lease after one that lasted for `ms`: what is used in about `period`. */
export function nextSize(lease: Lease, ms: number, { period, least, most }: SizeBounds): number {
  const { requests } = lease.size;
  if (ms < period) return Math.min(requests * 2, most);
  return ms > 4 * period ? Math.max(Math.ceil(requests / 2), least) : requests;
}

export interface SizeBounds {
  /** Milliseconds. */
  readonly period: number;
  readonly least: number;
  readonly most: number;
}
