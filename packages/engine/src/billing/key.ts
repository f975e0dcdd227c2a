import type { KeyBudget } from "@patchbay/spec";
import type { Copy } from "../data/copy.ts";
import type { SlidingLimit } from "./limits.ts";
import { toUsd, type NanoUsd } from "./money.ts";

/** When a limit resets, in UTC. Weeks start on Monday. */
export type Reset = "daily" | "weekly" | "monthly" | null;

/** An API key with its limits. Spending is stored by day. */
export interface Key {
  readonly hash: string;
  readonly label: string;
  readonly isManagement: boolean;
  /**
   * Whether the key was registered on first use instead of created. Such a key can be deleted until it is used.
   */
  readonly isGuest: boolean;
  /** Name of the account whose balance it uses. */
  readonly account: string;
  readonly createdAt: number;
  name: string;
  disabled: boolean;
  limit: NanoUsd | null;
  limitReset: Reset;
  includeByokInLimit: boolean;
  updatedAt: number | null;
  /** The time of the last request with the key. */
  lastUsedAt: number | null;
  expiresAt: string | null;
  externalUser: string | null;
  creatorUserId: string | null;
  workspaceId: string;
  readonly spent: Spending;
  /** What providers billed to BYOK keys. */
  readonly byokSpent: Spending;
  /** Reserved by running requests. */
  held: NanoUsd;
  /** The number of its running requests. */
  open: number;
  /** The request limit per minute, if any. */
  readonly requests: SlidingLimit | undefined;
}

/** `YYYY-MM-DD` in UTC → spent, and the total of all days. */
export class Spending {
  #days = new Map<string, NanoUsd>();
  #total = 0n;

  add(amount: NanoUsd, now: number): void {
    const day = dayOf(now);
    this.#days.set(day, (this.#days.get(day) ?? 0n) + amount);
    this.#total += amount;
  }

  /** The spending since a limit last reset, or all of it without a reset. */
  since(reset: Reset, now: number): NanoUsd {
    if (reset === null) return this.#total;
    const from = startOf(reset, now);
    // Future days have spending if the clock was set back.
    const to = dayOf(now);
    let sum = 0n;
    for (const [day, amount] of this.#days) if (day >= from && day <= to) sum += amount;
    return sum;
  }

  /** The total spending. */
  get total(): NanoUsd {
    return this.#total;
  }

  copied(copy: Copy): Spending {
    const made = new Spending();
    made.#days = copy(this.#days);
    made.#total = this.#total;
    return made;
  }
}

/** The day of a time, `YYYY-MM-DD` in UTC. */
export function dayOf(time: number): string {
  const number = Math.floor(time / 86_400_000);
  if (number !== lastDay.number) lastDay = { number, text: new Date(time).toISOString().slice(0, 10) };
  return lastDay.text;
}

/** Caches the last day, since most requests are on the same one. */
let lastDay = { number: NaN, text: "" };

/** The remaining part of the limit, or `null` without a limit. */
export function limitRemaining(key: Key, now: number): NanoUsd | null {
  if (key.limit === null) return null;
  const own = key.includeByokInLimit ? key.byokSpent.since(key.limitReset, now) : 0n;
  const left = key.limit - key.spent.since(key.limitReset, now) - own - key.held;
  return left > 0n ? left : 0n;
}

/** The limit as a budget; `undefined` without a limit. */
export function limitBudget(key: Key, now: number): KeyBudget | undefined {
  if (key.limit === null) return undefined;
  const own = key.includeByokInLimit ? key.byokSpent.since(key.limitReset, now) : 0n;
  const spent = key.spent.since(key.limitReset, now) + own;
  return {
    scope: "key_limit",
    limit_usd: toUsd(key.limit),
    spend_usd: toUsd(spent),
    remaining_usd: toUsd(key.limit - spent),
    reset_interval: key.limitReset,
    resets_at: key.limitReset === null ? null : new Date(endOf(key.limitReset, now)).toISOString(),
    budget_id: null,
    guardrail_id: null,
    include_byok: key.includeByokInLimit,
  };
}

/** The usage fields that the responses about keys share, in USD. */
export function usageFields(key: Key, now: number): Record<UsageField, number> {
  const of = (spending: Spending, reset: Reset): number => toUsd(spending.since(reset, now));
  return {
    usage: of(key.spent, null),
    usage_daily: of(key.spent, "daily"),
    usage_weekly: of(key.spent, "weekly"),
    usage_monthly: of(key.spent, "monthly"),
    byok_usage: of(key.byokSpent, null),
    byok_usage_daily: of(key.byokSpent, "daily"),
    byok_usage_weekly: of(key.byokSpent, "weekly"),
    byok_usage_monthly: of(key.byokSpent, "monthly"),
  };
}

type UsageField = `${"" | "byok_"}usage${"" | "_daily" | "_weekly" | "_monthly"}`;

/** The time at which the period of a limit ends. */
function endOf(reset: Exclude<Reset, null>, now: number): number {
  const start = new Date(startOf(reset, now));
  if (reset === "monthly") return start.setUTCMonth(start.getUTCMonth() + 1);
  return start.setUTCDate(start.getUTCDate() + (reset === "weekly" ? 7 : 1));
}

function startOf(reset: Exclude<Reset, null>, now: number): string {
  const day = new Date(now);
  if (reset === "weekly") day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  if (reset === "monthly") day.setUTCDate(1);
  return dayOf(day.getTime());
}
