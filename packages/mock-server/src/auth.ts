import type { HeaderReader } from "./incoming.ts";
import type { OperationInfo } from "@patchbay/spec";
import { Spending, type Key } from "./engine/key.ts";
import { Purse } from "./engine/ledger.ts";
import { FreeLimits, SlidingLimit } from "./engine/limits.ts";
import { sha256 } from "./engine/pkce.ts";
import { Refusal } from "./refusal.ts";
import type { Account, World } from "./world.ts";

const managementPrefix = "sk-or-mgmt-";
const inferencePrefix = "sk-or-v1-";

/**
 * Finds the key of a request. Without strict keys any bearer token that looks like a key is an inference key with a purse
 * of its own, and `sk-or-mgmt-NAME` manages the account of `sk-or-v1-NAME`.
 */
export function authenticate(
  headers: HeaderReader,
  operation: OperationInfo,
  world: World,
): Key | undefined | Promise<Key> {
  const authorization = headers.get("authorization");
  const [, secret] = /^Bearer\s+(\S+)$/i.exec(authorization ?? "") ?? [];
  if (!secret) {
    if (operation.auth === "optional") return undefined;
    throw new Refusal(401, authorization ? "Missing Authentication header" : "No auth credentials found");
  }
  const known = world.secrets.get(secret);
  return known ? admit(known, operation, world) : meet(secret, world).then((key) => admit(key, operation, world));
}

/** Refuses a key that is out of use, or of the wrong kind for an operation. */
function admit(key: Key, { id, auth }: OperationInfo, world: World): Key {
  if (key.disabled || (key.expiresAt !== null && Date.parse(key.expiresAt) <= world.now()))
    throw new Refusal(401, "User not found.");
  if (auth === "management" && !key.isManagement)
    throw new Refusal(403, "Only management keys can perform this operation");
  // Every key may ask about itself.
  if (auth === "inference" && key.isManagement && id !== "key.get")
    throw new Refusal(403, "Management keys cannot be used for inference");
  return key;
}

/** What a variable that was never set, or a placeholder, looks like. */
const noKeys = new Set(["undefined", "null", "nan", "none", "your_api_key", "your-api-key", "[object", "changeme"]);

/** Remembers a secret at its first sight. */
async function meet(secret: string, world: World): Promise<Key> {
  const isManagement = secret.startsWith(managementPrefix);
  const looksLikeKey = /^[\w.~+/=-]{3,}$/.test(secret) && !noKeys.has(secret.toLowerCase());
  if (!looksLikeKey || (world.settings.strictKeys && !isManagement)) throw new Refusal(401, "User not found.");
  const hash = await sha256(secret);
  const known = world.keys.get(hash);
  if (known) return known;
  const name = secret.replace(isManagement ? managementPrefix : inferencePrefix, "") || "default";
  return addKey(world, { secret, hash, name: "default", account: name });
}

/** The account of a name; a new one begins with the credits of the settings. */
export function accountOf(world: World, name: string): Account {
  const known = world.accounts.get(name);
  if (known) return known;
  const account: Account = {
    name,
    purse: new Purse(world.ledger, name, world.settings.credits),
    freeLimits: new FreeLimits(),
    ownKeyUse: new Map(),
  };
  world.accounts.set(name, account);
  return account;
}

/** Makes a secret for a new key. */
export function newSecret({ ids }: World): string {
  return `${inferencePrefix}${ids.hex(64)}`;
}

/** Remembers a key. */
export function addKey(
  world: World,
  { secret, hash, ...rest }: { secret: string; hash: string; name: string; account: string } & Partial<Key>,
): Key {
  const { requestsPerMinute } = world.settings;
  const key: Key = {
    hash,
    label: `${secret.slice(0, 12)}...${secret.slice(-3)}`,
    isManagement: secret.startsWith(managementPrefix),
    createdAt: world.now(),
    disabled: false,
    limit: null,
    limitReset: null,
    includeByokInLimit: false,
    updatedAt: null,
    expiresAt: null,
    externalUser: null,
    creatorUserId: "user_reference",
    workspaceId: "ws_default",
    spent: new Spending(),
    ownKeySpent: new Spending(),
    held: 0n,
    requests: requestsPerMinute === undefined ? undefined : new SlidingLimit(requestsPerMinute, 60_000),
    ...rest,
  };
  world.keys.set(hash, key);
  world.secrets.set(secret, key);
  accountOf(world, key.account);
  return key;
}
