import type { Budget, NanoUsd, ReserveResult } from "../ports/ledger.ts";

/** Amounts of a customer account, in nano-USD. */
export interface AccountState {
  readonly credited: NanoUsd;
  readonly debited: NanoUsd;
  readonly pending: NanoUsd;
}

/** A budget with what is spent and reserved in its current window. */
export interface BudgetUse {
  readonly budget: Budget;
  readonly spent: bigint;
  readonly pending: bigint;
  readonly resetsAt: number | null;
}

/** What a request asks for; see `Reservation`. */
export interface GrantRequest {
  readonly floor: NanoUsd | null;
  readonly wanted: NanoUsd;
  readonly least: NanoUsd;
  /** Number of requests that count in budgets of requests. Default: 1. */
  readonly requests?: bigint | undefined;
}

/**
 * Grants as much of the wanted amount as the account and all budgets allow, or refuses by the first of them that cannot cover
 * the least amount. An account below its floor refuses free requests, too. A spent budget of US dollars does not.
 */
export function decideGrant(
  request: GrantRequest,
  account: AccountState,
  budgets: readonly BudgetUse[],
): ReserveResult {
  let granted = request.wanted;
  if (request.floor !== null) {
    const left = account.credited - account.debited - account.pending - request.floor;
    if (left < 0n || left < request.least) return { refusedBy: "credits", left };
    if (left < granted) granted = left;
  }
  for (const { budget, spent, pending, resetsAt } of budgets) {
    const used = spent + pending;
    const left = used > budget.limit ? 0n : budget.limit - used;
    const needed = budget.unit === "requests" ? (request.requests ?? 1n) : request.least;
    if (left < needed) return { refusedBy: budget, left, resetsAt };
    if (budget.unit === "usd" && left < granted) granted = left;
  }
  return { granted };
}
