import { Spending, type Key } from "../engine/billing/key.ts";
import { CreditBalance } from "../engine/billing/ledger.ts";
import { FreeLimits, SlidingLimit } from "../engine/billing/limits.ts";
import { ByokAllowance } from "../engine/billing/byok-allowance.ts";
import { sha256Hex } from "../engine/data/sha256.ts";
import { HttpError } from "../http/http-error.ts";
import type { ManagementKey } from "../options/options.ts";
import { looksLikeCredential } from "../redact/secret-names.ts";
import { makeRoomForKey } from "./forget-keys.ts";
import type { Account, ServerState } from "./server-state.ts";

const managementPrefix = "sk-or-mgmt-";
const inferencePrefix = "sk-or-v1-";

/** The name of the account that a secret belongs to by its form; undefined where it has not the form of a key. */
export function accountNameOf(secret: string): string | undefined {
  if (!/^[\w.~+/=-]{3,}$/.test(secret)) return undefined;
  const prefix = prefixOf(secret);
  // The account of a token without a prefix is named by its hash: the token itself is the secret.
  if (prefix === "") return `${hashedName}${sha256Hex(secret)}`;
  return secret.length > prefix.length ? toAccountName(secret.slice(prefix.length)) : undefined;
}

/** A name that looks like a real secret is kept as its hash, since it is most of that secret. */
export function toAccountName(name: string): string {
  if (name.startsWith(hashedName) || (name.length < 32 && !looksLikeCredential(name))) return name;
  return `${hashedName}${sha256Hex(name)}`;
}

const hashedName = "sha256:";

/** The account of a name; a new one begins with the credits of the settings. */
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

/** Characters of a name or an id of a key. */
const longestText = 1000;

/** Throws 400 when a text is too long to be kept. */
export function checkLengths(texts: Readonly<Record<string, unknown>>): void {
  for (const [name, text] of Object.entries(texts))
    if (typeof text === "string" && text.length > longestText)
      throw new HttpError(400, `/${name}: expected at most ${longestText} characters, got ${text.length}`);
}

/** Makes a key with a new secret, which is given away once and not kept. */
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

/** The label of a key whose end is the name of an account, and no secret. */
function labelOfName(text: string): string {
  return `${text.slice(0, 12)}...${text.slice(-3)}`;
}

/** Shows at most 6 characters, and a quarter, of what follows the prefix of a secret. */
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

/** Remembers a key. */
export function addKey(state: ServerState, facts: KeyFacts): Key {
  makeRoomForKey(state);
  const key = makeKey(state, facts);
  state.keys.set(key.hash, key);
  accountOf(state, key.account);
  return key;
}

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
