import type { OperationInfo } from "@patchbay/spec";
import { readApiKey } from "@patchbay/service/http/api-key";
import { HttpError } from "@patchbay/service/http/http-error";
import type { HeaderReader } from "@patchbay/service/http/request";
import type { GatewayKey } from "./gateway-key.ts";
import type { KeyIndex } from "./key-index.ts";

/** A longer secret is rejected before it is hashed. In characters. */
const longestSecret = 512;

/** Finds the key of a request. Throws 401 for an unknown, disabled or expired key, and 403 for the wrong kind. */
export function authenticate(
  headers: HeaderReader,
  operation: OperationInfo,
  { keys, now }: { readonly keys: KeyIndex; readonly now: number },
): GatewayKey | undefined {
  const secret = readApiKey(headers, operation.id);
  if (!secret) {
    if (operation.auth === "optional") return undefined;
    const isOther = headers.has("authorization");
    throw new HttpError(401, isOther ? "Missing Authentication header" : "No auth credentials found");
  }
  const key = secret.length > longestSecret ? undefined : keys.find(secret);
  if (!key) unknownKey();
  checkKey(key, operation, now);
  return key;
}

/** Throws 401 for a key that does not exist. */
export function unknownKey(): never {
  throw new HttpError(401, "The API key is unknown. Create one with `patchbay-gateway keys create`.");
}

/** Throws 401 for a disabled or expired key, and 403 for the wrong kind of key. */
export function checkKey({ stored }: GatewayKey, { id, auth }: OperationInfo, now: number): void {
  const { disabled, expiresAt, isManagement, label } = stored;
  if (disabled) throw new HttpError(401, `The API key ${label} is disabled.`);
  if (expiresAt !== null && expiresAt <= now)
    throw new HttpError(401, `The API key ${label} expired at ${new Date(expiresAt).toISOString()}.`);
  if (auth === "management" && !isManagement)
    throw new HttpError(403, "Only management keys can perform this operation");
  // Every key can read its own data.
  if (auth === "inference" && isManagement && id !== "keys.getCurrent")
    throw new HttpError(403, "Management keys cannot be used for inference. Create a key with `keys.create`.");
}
