import type { Budget } from "../ports/ledger.ts";
import { windowAt } from "./window.ts";

/** A budget as a hold keeps it: the window in which the request counts was fixed when it was reserved. */
export interface HeldBudget {
  readonly id: string;
  readonly start: number;
  readonly unit: Budget["unit"];
  readonly limit: bigint;
}

/** The budgets in their windows at `now`. */
export function holdBudgets(budgets: readonly Budget[], now: number): HeldBudget[] {
  return budgets.map(({ id, unit, limit, window }) => ({ id, unit, limit, start: windowAt(window, now).start }));
}

/** As a JSON array of `[id, start, unit, limit]`; the limit is a string, because JSON numbers lose integers above 2^53. */
export function formatHeldBudgets(budgets: readonly HeldBudget[]): string {
  return JSON.stringify(budgets.map(({ id, start, unit, limit }) => [id, start, unit, String(limit)]));
}

/** The inverse of `formatHeldBudgets`. */
export function parseHeldBudgets(text: string): HeldBudget[] {
  const rows = JSON.parse(text) as [string, number, Budget["unit"], string][];
  return rows.map(([id, start, unit, limit]) => ({ id, start, unit, limit: BigInt(limit) }));
}
