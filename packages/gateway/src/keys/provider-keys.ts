import { randomBytes } from "node:crypto";
import type { KeyStore, ProviderKeyRow } from "../ports/keys.ts";
import { createEncryption, type Encryption } from "./encryption.ts";
import { toLabel } from "./secret.ts";

/** A customer's own key at a provider, before it is stored. */
export interface NewProviderKey {
  /** Account whose requests use it. */
  readonly account: string;
  /** Slug of the provider. */
  readonly provider: string;
  readonly secret: string;
  /** Whether it is used only after the gateway's own keys. */
  readonly fallbackOnly: boolean;
  /** Whether the account's requests never use the gateway's own keys at the provider. */
  readonly exclusive: boolean;
}

/** A stored key without its secret. */
type ProviderKey = Omit<ProviderKeyRow, "encrypted">;

/** The customers' own provider keys. Their secrets are encrypted before they are stored, and never returned. */
export interface ProviderKeys {
  /** Stores a key. An account's keys are used in the order in which they were added. `now` is in Unix milliseconds. */
  readonly add: (key: NewProviderKey, now: number) => Promise<ProviderKey>;
  /** The keys of an account, in their order. */
  readonly list: (account: string) => Promise<readonly ProviderKey[]>;
  /** Deletes a key. Resolves to `false` if it does not exist. */
  readonly remove: (id: string) => Promise<boolean>;
}

const prefix = "pk_";

/** What a secret cannot contain, since it is sent in a header. */
const invalid = /[^\x21-\x7e]/;

/** The encryption of provider keys with the gateway's master secret. */
export function encryptionOf(master: Uint8Array): Encryption {
  return createEncryption([master], "provider keys");
}

/** The provider keys of a store. */
export function createProviderKeys(
  store: Pick<KeyStore, "putProviderKey" | "providerKeys" | "deleteProviderKey">,
  encryption: Encryption,
): ProviderKeys {
  return {
    async add({ secret, ...settings }, now) {
      const { account } = settings;
      const id = idAfter((await store.providerKeys(account)).at(-1)?.id, now);
      const encrypted = encryption.encrypt(secret, { id, account });
      const row = { ...settings, id, label: toLabel(secret), encrypted, disabled: false, createdAt: now };
      await store.putProviderKey(row);
      return withoutSecret(row);
    },
    list: async (account) => (await store.providerKeys(account)).map(withoutSecret),
    remove: (id) => store.deleteProviderKey(id),
  };
}

/** Why a text cannot be the secret of a provider key; undefined if it can. It does not quote the text. */
export function faultOfSecret(secret: string): string | undefined {
  if (secret === "") return "The key is empty.";
  if (secret.length > 4096) return `The key has ${secret.length} characters; at most 4096 are accepted.`;
  if (invalid.test(secret))
    return "The key contains a space, a line break or another character that a header cannot have.";
  return undefined;
}

/**
 * An id that sorts after `last`, since stores return rows in the order of their ids. It starts with the time in base 36,
 * or with one millisecond after that of `last`, if the clock is not ahead of it.
 */
function idAfter(last: string | undefined, now: number): string {
  const earliest = last === undefined ? 0 : Number.parseInt(last.slice(prefix.length), 36) + 1;
  const time = Math.max(now, earliest).toString(36).padStart(9, "0");
  return `${prefix}${time}_${randomBytes(6).toString("hex")}`;
}

function withoutSecret({ encrypted: _, ...key }: ProviderKeyRow): ProviderKey {
  return key;
}
