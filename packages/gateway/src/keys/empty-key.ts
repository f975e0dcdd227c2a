import type { StoredKey } from "../ports/keys.ts";
import { toLabel } from "./secret.ts";

/** A key without limits on the account `default`. */
export function emptyKey(secret: string, now: number): StoredKey {
  return {
    hash: "",
    label: toLabel(secret),
    name: "",
    account: "default",
    isManagement: false,
    disabled: false,
    createdAt: now,
    updatedAt: null,
    expiresAt: null,
    budgets: [],
    includeByokInLimit: false,
    limits: {},
    allowedModels: [],
    allowedProviders: [],
    rotatedTo: null,
  };
}
