import { Spending, type Key } from "@patchbay/engine/billing/key";
import { CreditBalance } from "@patchbay/engine/billing/ledger";
import { FreeLimits, SlidingLimit } from "@patchbay/engine/billing/limits";
import { ByokAllowance } from "@patchbay/engine/billing/byok-allowance";
import { parseDateTime } from "@patchbay/engine/data/date-time";
import { sha256Hex } from "@patchbay/engine/data/sha256";
import { HttpError } from "@patchbay/service/http/http-error";
import { looksLikeCredential } from "@patchbay/service/redact/secret-names";
import { makeRoomForKey } from "./forget-keys.ts";
import type { Account, ServerState } from "./server-state.ts";

/** The secret of a management key, and the name of the account that it manages. */
export interface ManagementKey {
  readonly key: string;
  readonly account: string;
}

const managementPrefix = "sk-or-mgmt-";
const inferencePrefix = "sk-or-v1-";

/** The account name in a secret; `undefined` if the secret does not have the format of a key. */
export function accountNameOf(secret: string): string | undefined {
  if (!/^[\w.~+/=-]{3,}$/.test(secret)) return undefined;
  const prefix = prefixOf(secret);
  // The account of a token without a prefix is named by its hash: the token itself is the secret.
  if (prefix === "") return `${hashedName}${sha256Hex(secret)}`;
  return secret.length > prefix.length ? toAccountName(secret.slice(prefix.length)) : undefined;
}

/** The stored form of an account name. A name that looks like a real secret is stored as its hash. */
export function toAccountName(name: string): string {
  if (name.startsWith(hashedName) || (name.length < 32 && !looksLikeCredential(name))) return name;
  return `${hashedName}${sha256Hex(name)}`;
}

const hashedName = "sha256:";

/** Returns the account of a name; creates it with the default credits if needed. */
export function accountOf(state: ServerState, name: string): Account {
  const known = state.accounts.get(name);
  if (known) return known;
  const account: Account = {
    name,
    balance: new CreditBalance(state.ledger, name, state.settings.credits),
    freeLimits: new FreeLimits(),
    byokAllowance: new ByokAllowance(state.settings.byokMonthlyAllowance),
  };
  state.accounts.set(name, account);
  return account;
}

/** Maximum length of a key's name or id, in characters. */
const longestText = 1000;

/** Throws 400 for a text that is too long to store. */
export function checkLengths(texts: Readonly<Record<string, unknown>>): void {
  for (const [name, text] of Object.entries(texts))
    if (typeof text === "string" && text.length > longestText)
      throw new HttpError(400, `/${name}: expected at most ${longestText} characters, got ${text.length}`);
}

/** Creates a key with a new secret. The secret is returned once and not stored. */
export function createKey(
  state: ServerState,
  facts: { name: string; account: string } & Partial<Key>,
): { key: Key; secret: string } {
  const secret = `${inferencePrefix}${state.secretIds.hex(64)}`;
  return { key: addKey(state, { ...facts, secret, hash: sha256Hex(secret) }), secret };
}

/** Registers the management keys of the options. */
export function addManagementKeys(state: ServerState, given: readonly (string | ManagementKey)[]): void {
  for (const item of given) {
    const { key: secret, account } = typeof item === "string" ? { key: item, account: accountNameOf(item) } : item;
    const own = account ?? toAccountName(secret);
    addKey(state, { secret, hash: sha256Hex(secret), name: "management", account: own, isManagement: true });
  }
}

/** The label of a key that contains an account name instead of a secret. */
function labelOfName(text: string): string {
  return `${text.slice(0, 12)}...${text.slice(-3)}`;
}

/** The label of a secret. It shows at most a quarter of the characters after the prefix, and at most 6. */
function labelOf(secret: string): string {
  const prefix = prefixOf(secret);
  const shown = Math.min(Math.floor((secret.length - prefix.length) / 4), 6);
  const start = prefix.length + Math.ceil(shown / 2);
  return `${secret.slice(0, start)}...${secret.slice(secret.length - Math.floor(shown / 2))}`;
}

function prefixOf(secret: string): string {
  return [inferencePrefix, managementPrefix].find((prefix) => secret.startsWith(prefix)) ?? "";
}

type KeyFacts = { secret: string; hash: string; name: string; account: string } & Partial<Key>;

/** Creates and registers a key. */
export function addKey(state: ServerState, facts: KeyFacts): Key {
  makeRoomForKey(state);
  const key = makeKey(state, facts);
  state.keys.set(key.hash, key);
  accountOf(state, key.account);
  return key;
}

/** Creates a key without registering it. */
export function makeKey(state: ServerState, { secret, hash, ...rest }: KeyFacts): Key {
  const { requestsPerMinute } = state.settings;
  return {
    hash,
    label: rest.isGuest && prefixOf(secret) !== "" ? labelOfName(secret) : labelOf(secret),
    isManagement: secret.startsWith(managementPrefix),
    isGuest: false,
    createdAt: state.now(),
    disabled: false,
    limit: null,
    limitReset: null,
    includeByokInLimit: false,
    updatedAt: null,
    lastUsedAt: null,
    expiresAt: null,
    externalUser: null,
    creatorUserId: "user_reference",
    workspaceId: "ws_default",
    spent: new Spending(),
    byokSpent: new Spending(),
    held: 0n,
    open: 0,
    requests: requestsPerMinute === undefined ? undefined : new SlidingLimit(requestsPerMinute, 60_000),
    ...rest,
  };
}

/** Whether a key is disabled or deleted, or has expired. */
export function isOutOfUse(key: Key, state: ServerState): boolean {
  return key.disabled || state.deletedKeys.has(key.hash) || hasExpired(key, state.now());
}

/** An invalid date counts as expired: a key never lives longer than its owner specified. */
export function hasExpired({ expiresAt }: Key, now: number): boolean {
  return expiresAt !== null && !((parseDateTime(expiresAt) ?? -Infinity) > now);
}
