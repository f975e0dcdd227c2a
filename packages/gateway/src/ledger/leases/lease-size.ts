import type { Ledger, Reservation, ReserveResult } from "../../ports/ledger.ts";
import { windowAt } from "../window.ts";

/** What a lease covers. */
export interface LeaseSize {
  readonly requests: number;
  readonly amount: bigint;
}

/** What is left of a balance or a budget, and what leases of this gateway hold of it already. */
export interface LeaseLimit {
  readonly unit: "usd" | "requests";
  readonly left: bigint;
  readonly leased: LeaseSize;
}

export interface LeaseWish {
  /** Number of requests that the lease should cover, and the number below which it is not worth taking. */
  readonly requests: number;
  readonly least: number;
  /** What one request reserves, in nano-USD. */
  readonly each: bigint;
  /** Greatest share of what is left that all leases of this gateway may take, from 0 to 1. */
  readonly share: number;
}

/** The largest lease up to the wish that leaves the share of each limit, or undefined near a limit. */
export function sizeLease(wish: LeaseWish, limits: readonly LeaseLimit[]): LeaseSize | undefined {
  let { requests } = wish;
  for (const { unit, left, leased } of limits) {
    const used = unit === "usd" ? Number(leased.amount) : leased.requests;
    const available = Number(left) * wish.share - used;
    const each = unit === "usd" ? Number(wish.each) : 1;
    if (available < 0) return undefined;
    if (each > 0) requests = Math.min(requests, Math.floor(available / each));
  }
  return requests < wish.least ? undefined : { requests, amount: wish.each * BigInt(requests) };
}

/** What is left of the balance and of every budget of a reservation, with the name of each. */
export async function readLimits(
  ledger: Pick<Ledger, "balanceOf" | "budgetsOf">,
  { account, floor, budgets, now }: Reservation,
): Promise<(Omit<LeaseLimit, "leased"> & { readonly resource: string })[]> {
  const [balance, states] = await Promise.all([
    floor === null ? undefined : ledger.balanceOf(account),
    budgets.length === 0 ? [] : ledger.budgetsOf(budgets, now),
  ]);
  const limits = states.map(({ budget, spent, pending, resetsAt }) => {
    const { id, unit, limit } = budget;
    return { unit, left: limit - spent - pending, resource: budgetResource(id, resetsAt) };
  });
  if (floor === null || !balance) return limits;
  const left = balance.bought - balance.used - balance.pending - floor;
  return [{ unit: "usd", left, resource: accountResource(account) }, ...limits];
}

/** The balance and the windows of budgets that a reservation counts in. */
export function resourcesOf({ account, budgets, now }: Reservation): readonly string[] {
  const windows = budgets.map(({ id, window }) => budgetResource(id, windowAt(window, now).resetsAt));
  return [accountResource(account), ...windows];
}

type Refusal = Exclude<ReserveResult, { readonly granted: bigint }>;

/** Whether a reservation that was refused what it wanted would be refused its least amount, too. */
export function isFinal(result: ReserveResult, { least }: Reservation): result is Refusal {
  if ("granted" in result) return false;
  return (result.refusedBy !== "credits" && result.refusedBy.unit === "requests") || result.left < least;
}

/** The balance or the budget that refused a reservation. */
export function refusedResource(result: Refusal, { account }: Reservation): string {
  return result.refusedBy === "credits"
    ? accountResource(account)
    : budgetResource(result.refusedBy.id, result.resetsAt);
}

/** Names the balance of an account as something that leases share. */
export function accountResource(account: string): string {
  return `account ${account}`;
}

/** Names a window of a budget as something that leases share. */
export function budgetResource(id: string, resetsAt: number | null): string {
  return `budget ${resetsAt} ${id}`;
}
