import type { Budget } from "../ports/ledger.ts";

/** The window of a budget that contains a point in time. Both are Unix milliseconds. */
export interface BudgetWindow {
  readonly start: number;
  /** `null` for `total`, which never resets. */
  readonly resetsAt: number | null;
}

const DAY_MS = 86_400_000;
// 1970-01-01 was a Thursday: the first Monday is four days later.
const FIRST_MONDAY_MS = 4 * DAY_MS;

/**
 * The window that contains `now`, derived from the calendar in UTC alone. No write moves it, so all gateways agree on it and a
 * missed reset cannot happen.
 */
export function windowAt(window: Budget["window"], now: number): BudgetWindow {
  return starts[window](now);
}

const starts: Record<Budget["window"], (now: number) => BudgetWindow> = {
  daily: (now) => every(DAY_MS, 0, now),
  weekly: (now) => every(7 * DAY_MS, FIRST_MONDAY_MS, now),
  monthly: (now) => {
    const date = new Date(now);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    return { start: Date.UTC(year, month), resetsAt: Date.UTC(year, month + 1) };
  },
  total: () => ({ start: 0, resetsAt: null }),
};

function every(lengthMs: number, anchor: number, now: number): BudgetWindow {
  const start = anchor + Math.floor((now - anchor) / lengthMs) * lengthMs;
  return { start, resetsAt: start + lengthMs };
}
