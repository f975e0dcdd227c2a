import type { OperationInfo } from "@patchbay/spec";
import type { Key } from "@patchbay/engine/billing/key";
import { sha256Hex } from "@patchbay/engine/data/sha256";
import { readApiKey } from "@patchbay/service/http/api-key";
import { HttpError } from "@patchbay/service/http/http-error";
import type { HeaderReader } from "@patchbay/service/http/request";
import { accountNameOf, addKey, isOutOfUse, makeKey } from "../state/accounts.ts";
import type { ServerState } from "../state/server-state.ts";

/**
 * Finds the API key of a request. Without strict keys, any bearer token that looks like a key is an inference key with its
 * own credit balance, and `sk-or-mgmt-NAME` manages the account of `sk-or-v1-NAME`. The server stores only hashes of
 * secrets, so the duration of a lookup reveals nothing about a secret.
 */
export function authenticate(headers: HeaderReader, operation: OperationInfo, state: ServerState): Key | undefined {
  const secret = readApiKey(headers, operation.id);
  if (!secret) {
    if (operation.auth === "optional") return undefined;
    const isOther = headers.has("authorization");
    throw new HttpError(401, isOther ? "Missing Authentication header" : "No auth credentials found");
  }
  // An operation that needs no key does not register one.
  const key = findKey(secret, state, operation.auth !== "optional");
  checkKey(key, operation, state);
  key.lastUsedAt = state.now();
  return key;
}

/** Throws 401 for a disabled, deleted or expired key, and 403 for the wrong kind of key. */
export function checkKey(key: Key, { id, auth }: OperationInfo, state: ServerState): void {
  if (isOutOfUse(key, state)) throw new HttpError(401, "User not found.");
  if (auth === "management" && !key.isManagement)
    throw new HttpError(403, "Only management keys can perform this operation");
  // Every key can read its own data.
  if (auth === "inference" && key.isManagement && id !== "keys.getCurrent")
    throw new HttpError(403, "Management keys cannot be used for inference");
}

/** Values of unset variables and placeholders. */
const noKeys = new Set(["undefined", "null", "nan", "none", "your_api_key", "your-api-key", "[object", "changeme"]);

/** A longer secret is rejected before it is hashed. In characters. */
const longestSecret = 512;

/** The key of a secret. Without strict keys, a new key is registered by its hash if `isRemembered` is true. */
function findKey(secret: string, state: ServerState, isRemembered: boolean): Key {
  if (secret.length > longestSecret) throw new HttpError(401, "User not found.");
  const hash = sha256Hex(secret);
  const known = state.keys.get(hash);
  if (known) return known;
  const account = accountNameOf(secret);
  if (state.settings.strictKeys || account === undefined || noKeys.has(secret.toLowerCase()))
    throw new HttpError(401, "User not found.");
  const facts = { secret, hash, name: "default", account, isGuest: true };
  return isRemembered ? addKey(state, facts) : makeKey(state, facts);
}
