import type { Copy } from "../data/copy.ts";
import type { SlidingLimit } from "./limits.ts";
import { toUsd, type NanoUsd } from "./money.ts";

/** When a limit starts anew, in UTC; weeks start on Monday. */
export type Reset = "daily" | "weekly" | "monthly" | null;

/** An API key with its limits. Spending is kept by day. */
export interface Key {
  readonly hash: string;
  readonly label: string;
  readonly isManagement: boolean;
  /** Whether it was remembered when it first came, and not made: it can be forgotten as long as nothing has happened to it. */
  readonly isGuest: boolean;
  /** Name of the account whose purse it uses. */
  readonly account: string;
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
  readonly spent: Spending;
  /** What providers billed to keys of one's own. */
  readonly byokSpent: Spending;
  /** Reserved by requests that are still running. */
  held: NanoUsd;
  /** Its requests that are being answered. */
  open: number;
  /** Requests a minute, where they are limited. */
  readonly requests: SlidingLimit | undefined;
}

/** `YYYY-MM-DD` in UTC → spent, and the sum over all days. */
export class Spending {
  #days = new Map<string, NanoUsd>();
  #total = 0n;

  add(amount: NanoUsd, now: number): void {
    const day = dayOf(now);
    this.#days.set(day, (this.#days.get(day) ?? 0n) + amount);
    this.#total += amount;
  }

  /** What was spent since a limit last started anew; all of it without a reset. */
  since(reset: Reset, now: number): NanoUsd {
    if (reset === null) return this.#total;
    const from = startOf(reset, now);
    // Days that are still to come were spent on before the clock was set back.
    const to = dayOf(now);
    let sum = 0n;
    for (const [day, amount] of this.#days) if (day >= from && day <= to) sum += amount;
    return sum;
  }

  /** All of it. */
  get total(): NanoUsd {
    return this.#total;
  }

  copied(copy: Copy): this {
    const made = new Spending();
    made.#days = copy(this.#days);
    made.#total = this.#total;
    return made as this;
  }
}

/** The day of a time, `YYYY-MM-DD` in UTC. */
export function dayOf(time: number): string {
  const number = Math.floor(time / 86_400_000);
  if (number !== lastDay.number) lastDay = { number, text: new Date(time).toISOString().slice(0, 10) };
  return lastDay.text;
}

/** The day that was asked for last; most requests come on the same. */
let lastDay = { number: NaN, text: "" };

/** What is left of the limit; `null` when there is none. */
export function limitRemaining(key: Key, now: number): NanoUsd | null {
  if (key.limit === null) return null;
  const own = key.includeByokInLimit ? key.byokSpent.since(key.limitReset, now) : 0n;
  const left = key.limit - key.spent.since(key.limitReset, now) - own - key.held;
  return left > 0n ? left : 0n;
}

/** The fields of usage that the answers about keys share, in USD. */
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

function startOf(reset: Exclude<Reset, null>, now: number): string {
  const day = new Date(now);
  if (reset === "weekly") day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  if (reset === "monthly") day.setUTCDate(1);
  return dayOf(day.getTime());
}
