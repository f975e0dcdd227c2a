import type { ApiKey, KeyBudget } from "@patchbay/spec";
import { toUsd, type NanoUsd } from "@patchbay/engine/billing/money";
import type { GatewayKey } from "../access/gateway-key.ts";
import type { StoredKey } from "../ports/keys.ts";
import type { BudgetState } from "../ports/ledger.ts";
import type { GatewayState } from "./gateway-state.ts";

type Reset = "daily" | "weekly" | "monthly" | null;

/** What a key has spent, in nano-USD, in periods of UTC. */
interface Spending {
  readonly total: NanoUsd;
  readonly daily: NanoUsd;
  readonly weekly: NanoUsd;
  readonly monthly: NanoUsd;
}

const dayMs = 86_400_000;

/** The usage fields that the responses about keys share, in USD, as far as the records go back. */
export async function usageFields(hash: string, state: GatewayState): Promise<UsageFields> {
  const now = state.now();
  const rows = await state.store.events.summary({ from: 0, to: now + dayMs, by: ["day"], keyHash: hash });
  const sum = (from: string, amount: (row: (typeof rows)[number]) => NanoUsd): NanoUsd =>
    rows.reduce((total, row) => ((row.group.day ?? "") >= from ? total + amount(row) : total), 0n);
  const spent = (amount: (row: (typeof rows)[number]) => NanoUsd): Spending => ({
    total: sum("", amount),
    daily: sum(startOf("daily", now), amount),
    weekly: sum(startOf("weekly", now), amount),
    monthly: sum(startOf("monthly", now), amount),
  });
  const [own, byok] = [spent(({ cost }) => cost), spent(({ byokCost }) => byokCost)];
  return {
    usage: toUsd(own.total),
    usage_daily: toUsd(own.daily),
    usage_weekly: toUsd(own.weekly),
    usage_monthly: toUsd(own.monthly),
    byok_usage: toUsd(byok.total),
    byok_usage_daily: toUsd(byok.daily),
    byok_usage_weekly: toUsd(byok.weekly),
    byok_usage_monthly: toUsd(byok.monthly),
  };
}

type UsageFields = Record<`${"" | "byok_"}usage${"" | "_daily" | "_weekly" | "_monthly"}`, number>;

function startOf(period: Exclude<Reset, null>, now: number): string {
  const day = new Date(now);
  if (period === "weekly") day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  if (period === "monthly") day.setUTCDate(1);
  return day.toISOString().slice(0, 10);
}

/** The limit of a key in OpenRouter's form: its first budget in USD. */
export async function limitFields(
  key: GatewayKey,
  state: GatewayState,
): Promise<{ readonly limit: number | null; readonly limit_remaining: number | null; readonly limit_reset: Reset }> {
  const [first] = await keyBudgets(key, state);
  const none = { limit: null, limit_remaining: null, limit_reset: null };
  return first
    ? { limit: toUsd(first.budget.limit), limit_remaining: remaining(first), limit_reset: resetOf(first) }
    : none;
}

/** The state of the budgets of a key in USD. */
export function keyBudgets({ ownBudgets }: GatewayKey, state: GatewayState): Promise<readonly BudgetState[]> {
  const own = ownBudgets.filter(({ unit }) => unit === "usd");
  return own.length === 0 ? Promise.resolve([]) : state.store.ledger.budgetsOf(own, state.now());
}

/** A budget as `/key` shows it. */
export function toKeyBudget(state: BudgetState, { stored }: GatewayKey): KeyBudget {
  const { budget, spent, resetsAt } = state;
  return {
    scope: "key_limit",
    limit_usd: toUsd(budget.limit),
    spend_usd: toUsd(spent),
    remaining_usd: toUsd(budget.limit - spent),
    reset_interval: resetOf(state),
    resets_at: resetsAt === null ? null : new Date(resetsAt).toISOString(),
    budget_id: null,
    guardrail_id: null,
    include_byok: stored.includeByokInLimit,
  };
}

function remaining({ budget, spent, pending }: BudgetState): number {
  const left = budget.limit - spent - pending;
  return toUsd(left > 0n ? left : 0n);
}

function resetOf({ budget: { window } }: BudgetState): Reset {
  return window === "total" ? null : window;
}

/** A key as the API returns it. */
export async function toRecord(key: GatewayKey, state: GatewayState): Promise<ApiKey> {
  const { stored } = key;
  const [usage, limits] = await Promise.all([usageFields(key.hash, state), limitFields(key, state)]);
  return {
    hash: stored.hash,
    name: stored.name,
    label: stored.label,
    disabled: stored.disabled,
    ...limits,
    include_byok_in_limit: stored.includeByokInLimit,
    ...usage,
    created_at: toTime(stored.createdAt)!,
    updated_at: toTime(stored.updatedAt),
    last_used_at: null,
    expires_at: toTime(stored.expiresAt),
    creator_user_id: null,
    external_user: null,
    workspace_id: key.workspaceId,
  };
}

/** A time as ISO 8601. */
export function toTime(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

/** Whether a key has expired. */
export function hasExpired({ expiresAt }: StoredKey, now: number): boolean {
  return expiresAt !== null && expiresAt <= now;
}
