import type { StoredKey } from "../../ports/keys.ts";
import type { BudgetState } from "../../ports/ledger.ts";
import { toUsd } from "../amounts.ts";
import type { BudgetView, KeyView } from "../views.ts";

/** What belongs to a key but is not stored with it. */
export interface KeyUse {
  readonly now: number;
  readonly budgets: readonly BudgetState[];
  readonly requests: number;
  readonly cost: string;
}

/** A key as the API shows it, without anything from which its secret could be derived. */
export function toKeyView(key: StoredKey, { now, budgets, requests, cost }: KeyUse): KeyView {
  return {
    hash: key.hash,
    label: key.label,
    name: key.name,
    account: key.account,
    isManagement: key.isManagement,
    state: stateOf(key, now),
    createdAt: key.createdAt,
    expiresAt: key.expiresAt,
    budgets: budgets.map(toBudgetView),
    limits: key.limits,
    allowedModels: key.allowedModels,
    allowedProviders: key.allowedProviders,
    requests,
    cost,
  };
}

function stateOf({ disabled, expiresAt, rotatedTo }: StoredKey, now: number): KeyView["state"] {
  if (expiresAt !== null && expiresAt <= now) return "expired";
  if (disabled) return "disabled";
  return rotatedTo === null ? "active" : "rotated";
}

/** A budget and its use in the current window. */
export function toBudgetView({ budget, spent, pending, resetsAt }: BudgetState): BudgetView {
  const format = (amount: bigint): string => (budget.unit === "usd" ? toUsd(amount) : amount.toString());
  // Parts in ten thousand, so that amounts beyond 2^53 keep their precision.
  const used = budget.limit > 0n ? Number(((spent + pending) * 10_000n) / budget.limit) / 10_000 : 1;
  return {
    unit: budget.unit,
    window: budget.window,
    limit: format(budget.limit),
    spent: format(spent),
    pending: format(pending),
    used,
    resetsAt,
  };
}
