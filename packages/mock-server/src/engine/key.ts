import { parseUsd, toUsd, type NanoUsd } from "./money.ts";

/** When a limit starts anew, in UTC; weeks start on Monday. */
export type Reset = "daily" | "weekly" | "monthly" | null;

/** An API key with its limits. Spending is kept by day. */
export interface Key {
  readonly hash: string;
  readonly label: string;
  readonly isManagement: boolean;
  readonly createdAt: number;
  name: string;
  disabled: boolean;
  limit: NanoUsd | null;
  limitReset: Reset;
  includeByokInLimit: boolean;
  updatedAt: number | null;
  expiresAt: string | null;
  externalUser: string | null;
  creatorUserId: string | null;
  workspaceId: string;
  /** `YYYY-MM-DD` in UTC → spent. */
  readonly spent: Map<string, NanoUsd>;
  /** Reserved by requests that are still running. */
  held: NanoUsd;
}

/** The day of a time, `YYYY-MM-DD` in UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Adds what a request cost. */
export function spend(key: Key, cost: NanoUsd, now: number): void {
  const day = dayOf(now);
  key.spent.set(day, (key.spent.get(day) ?? 0n) + cost);
}

/** What the key has spent since its limit last started anew, or in a span of its own. */
function spentSince(key: Key, reset: Reset, now: number): NanoUsd {
  const from = startOf(reset, now);
  let sum = 0n;
  for (const [day, amount] of key.spent) if (day >= from) sum += amount;
  return sum;
}

/** What is left of the limit; `null` when there is none. */
export function limitRemaining(key: Key, now: number): NanoUsd | null {
  if (key.limit === null) return null;
  const left = key.limit - spentSince(key, key.limitReset, now) - key.held;
  return left > 0n ? left : 0n;
}

/** The fields of usage that the answers about keys share, in USD. */
export function usageFields(key: Key, now: number): Record<UsageField, number> {
  const spent = (reset: Reset): number => toUsd(spentSince(key, reset, now));
  const own = {
    usage: spent(null),
    usage_daily: spent("daily"),
    usage_weekly: spent("weekly"),
    usage_monthly: spent("monthly"),
  };
  return { ...own, byok_usage: 0, byok_usage_daily: 0, byok_usage_weekly: 0, byok_usage_monthly: 0 };
}

type UsageField = `${"" | "byok_"}usage${"" | "_daily" | "_weekly" | "_monthly"}`;

/** A limit in USD as it is kept. */
export function toLimit(amount: number | null | undefined): NanoUsd | null {
  return amount === null || amount === undefined ? null : parseUsd(amount);
}

function startOf(reset: Reset, now: number): string {
  const day = new Date(now);
  if (reset === null) return "";
  if (reset === "weekly") day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  if (reset === "monthly") day.setUTCDate(1);
  return dayOf(day.getTime());
}
