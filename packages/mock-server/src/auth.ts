import type { OperationInfo } from "@patchbay/spec";
import type { Key } from "./engine/key.ts";
import { sha256 } from "./engine/pkce.ts";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

const managementPrefix = "sk-or-mgmt-";

/**
 * Finds the key of a request. Any bearer token works as an inference key and is remembered; one that starts with
 * `sk-or-mgmt-` is a management key.
 */
export async function authenticate(
  headers: Headers,
  { id, auth }: OperationInfo,
  world: World,
): Promise<Key | undefined> {
  const [, secret] = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (!secret) {
    if (auth === "optional") return undefined;
    throw new Refusal(401, "No auth credentials found");
  }
  const hash = await sha256(secret);
  const key = world.keys.get(hash) ?? addKey(world, { secret, hash, name: "default" });
  if (key.disabled || (key.expiresAt !== null && Date.parse(key.expiresAt) <= world.now()))
    throw new Refusal(401, "User not found.");
  if (auth === "management" && !key.isManagement)
    throw new Refusal(403, "Only management keys can perform this operation");
  // Every key may ask about itself.
  if (auth === "inference" && key.isManagement && id !== "key.get")
    throw new Refusal(403, "Management keys cannot be used for inference");
  return key;
}

/** Makes a secret for a new key. */
export function newSecret({ ids }: World): string {
  return `sk-or-v1-${ids.hex(64)}`;
}

/** Remembers a key. */
export function addKey(
  world: World,
  { secret, hash, ...rest }: { secret: string; hash: string; name: string } & Partial<Key>,
): Key {
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
    spent: new Map(),
    held: 0n,
    ...rest,
  };
  world.keys.set(hash, key);
  return key;
}
