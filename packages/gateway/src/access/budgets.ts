import type { BudgetConfig } from "../config/key-config.ts";
import { lineageOf } from "../keys/rotate-key.ts";
import type { StoredKey } from "../ports/keys.ts";
import { type Budget, mostAmount } from "../ports/ledger.ts";
import { parseUsd } from "@patchbay/engine/billing/money";

/** Budgets with their ids in the ledger. `owner` is `gateway`, `account:NAME` or `key:LINEAGE`. */
export function toBudgets(owner: string, budgets: readonly BudgetConfig[]): Budget[] {
  return budgets.map(({ unit, limit, window }) => ({
    id: `${owner}:${window}-${unit}`,
    unit,
    // No spend can reach a higher limit.
    limit: limit < mostAmount ? limit : mostAmount,
    window,
  }));
}

/** The budgets of a stored key. */
export function toKeyBudgets(key: Pick<StoredKey, "hash" | "lineage" | "budgets">): Budget[] {
  return toBudgets(
    `key:${lineageOf(key)}`,
    key.budgets.map(({ unit, limit, window }) => ({
      unit,
      window,
      limit: unit === "usd" ? parseUsd(limit) : BigInt(limit),
    })),
  );
}
