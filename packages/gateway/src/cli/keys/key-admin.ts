import { join } from "node:path";
import { emptyKey } from "../../keys/empty-key.ts";
import { readMasterSecret } from "../../keys/master-secret.ts";
import { keyPepper } from "../../keys/pepper.ts";
import { openPostgresKeys } from "../../keys/postgres.ts";
import { createProviderKeys, encryptionOf, type ProviderKeys } from "../../keys/provider-keys.ts";
import { rotateKey } from "../../keys/rotate-key.ts";
import { createSecret, fingerprint } from "../../keys/secret.ts";
import { openSqliteKeys } from "../../keys/sqlite.ts";
import type { KeyStore, StoredKey } from "../../ports/keys.ts";

/** What is chosen about a new key. */
export type NewKey = Pick<
  StoredKey,
  "name" | "account" | "isManagement" | "expiresAt" | "budgets" | "limits" | "allowedModels" | "allowedProviders"
>;

/** A key and its secret, which cannot be read again. */
interface CreatedKey {
  readonly key: StoredKey;
  readonly secret: string;
}

/** Creates and changes API keys. A running gateway sees the changes within seconds. */
export interface KeyAdmin {
  /** The oldest first. */
  readonly list: () => Promise<readonly StoredKey[]>;
  readonly create: (settings: NewKey, now: number) => Promise<CreatedKey>;
  /** Creates a successor with the same settings and the same budgets. The old key works for another `graceMs`. */
  readonly rotate: (key: StoredKey, graceMs: number, now: number) => Promise<CreatedKey>;
  /** Deletes a key. Resolves to `false` if it does not exist. */
  readonly revoke: (hash: string) => Promise<boolean>;
  /** The customers' own keys at providers. */
  readonly providerKeys: ProviderKeys;
  readonly close: () => Promise<void>;
}

/** Where the keys are. */
export interface KeyAdminLocation {
  readonly data: string;
  /** `postgres://…`. Default: SQLite in `data`. */
  readonly database?: string | undefined;
  /** The master secret as 64 hexadecimal characters. Default: the file in `data`. */
  readonly secret?: string | undefined;
}

/** Opens the keys of a gateway, which may be running. */
export async function openKeyAdmin({ data, database, secret }: KeyAdminLocation): Promise<KeyAdmin> {
  const value = secret === "" ? undefined : secret;
  const master = readMasterSecret({ value, dataDir: database === undefined ? data : undefined });
  const store = database === undefined ? openSqliteKeys(join(data, "keys.db")) : await openPostgresKeys(database);
  const pepper = keyPepper(master);
  const providerKeys = createProviderKeys(store, encryptionOf(master));
  return createKeyAdmin(store, { providerKeys, toHash: (key) => fingerprint(key, pepper) });
}

/** Creates and changes the keys of a store. */
function createKeyAdmin(
  store: KeyStore,
  { providerKeys, toHash }: { readonly providerKeys: ProviderKeys; readonly toHash: (secret: string) => string },
): KeyAdmin {
  return {
    list: async () => [...(await store.all())].sort((a, b) => a.createdAt - b.createdAt),
    create: async (settings, now) => {
      const secret = createSecret();
      const key = { ...emptyKey(secret, now), ...settings, hash: toHash(secret) };
      await store.put(key);
      return { key, secret };
    },
    rotate: async (key, graceMs, now) => {
      const secret = createSecret();
      const { successor, old } = rotateKey(key, { secret, hash: toHash(secret), graceMs, now });
      await store.put(successor);
      await store.put(old);
      return { key: successor, secret };
    },
    providerKeys,
    revoke: (hash) => store.delete(hash),
    close: () => store.close(),
  };
}
