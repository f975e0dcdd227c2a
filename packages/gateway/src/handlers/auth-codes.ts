import { BoundedMap } from "@patchbay/engine/data/bounded-map";
import type { ChallengeMethod } from "@patchbay/engine/data/pkce";
import type { StoredBudget } from "../ports/keys.ts";

/** A login that was allowed, and the key that its code is exchanged for. */
interface AuthCode {
  readonly account: string;
  /** Hash of the key that created the code. */
  readonly begunBy: string;
  readonly challenge: string | undefined;
  readonly method: ChallengeMethod;
  readonly label: string;
  readonly budgets: readonly StoredBudget[];
  readonly expiresAt: number | null;
  readonly createdAt: number;
}

/** Hash of an authorization code that was not exchanged yet → its login. Codes live ten minutes, in the memory of one gateway. */
export type AuthCodes = BoundedMap<string, AuthCode>;

export function createAuthCodes(): AuthCodes {
  return new BoundedMap({ entries: 1000 });
}
