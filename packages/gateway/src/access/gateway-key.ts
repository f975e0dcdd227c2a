import type { RequestKey } from "@patchbay/service/ports/request-key";
import type { AccountConfig } from "../config/config.ts";
import type { StoredKey } from "../ports/keys.ts";
import type { Budget } from "../ports/ledger.ts";

/** A key of a request, with what limits it. */
export interface GatewayKey extends RequestKey {
  readonly stored: StoredKey;
  readonly terms: AccountConfig;
  /** Budgets of the key itself. */
  readonly ownBudgets: readonly Budget[];
  /** Budgets of the gateway, of the account and of the key. */
  readonly budgets: readonly Budget[];
}
