import type { Ledger, Reservation } from "../ports/ledger.ts";

/** What a lease would take. */
export interface LeaseSize {
  readonly amount: bigint;
  readonly requests: number;
  /** Greatest share of what is left that it may take, from 0 to 1. */
  readonly share: number;
}

/** Whether the balance and every budget of the reservation have so much left that a lease takes only a small share of it. */
export async function isFarFromLimits(ledger: Ledger, reservation: Reservation, size: LeaseSize): Promise<boolean> {
  const { account, floor, budgets, now } = reservation;
  const fits = (wanted: bigint | number, left: bigint): boolean => Number(wanted) <= Number(left) * size.share;
  if (floor !== null) {
    const { bought, used, pending } = await ledger.balanceOf(account);
    if (!fits(size.amount, bought - used - pending - floor)) return false;
  }
  if (budgets.length === 0) return true;
  const states = await ledger.budgetsOf(budgets, now);
  return states.every(({ budget, spent, pending }) =>
    fits(budget.unit === "usd" ? size.amount : size.requests, budget.limit - spent - pending),
  );
}
