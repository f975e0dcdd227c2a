/** API keys and the customers' own provider keys. Secrets are never stored: keys as HMAC fingerprints, provider keys encrypted. */
export interface KeyStore {
  /** All keys, for the gateway's index in memory. */
  readonly all: () => Promise<readonly StoredKey[]>;
  readonly put: (key: StoredKey) => Promise<void>;
  readonly delete: (hash: string) => Promise<boolean>;
  /** Calls `listener` for each change of another process, `undefined` for a deleted key. Returns a function that stops it. */
  readonly watch: (listener: (hash: string, key: StoredKey | undefined) => void) => () => void;
  readonly putProviderKey: (key: ProviderKeyRow) => Promise<void>;
  /** The provider keys of an account, in the order of their ids. */
  readonly providerKeys: (account: string) => Promise<readonly ProviderKeyRow[]>;
  readonly deleteProviderKey: (id: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** A key in the store. */
export interface StoredKey {
  /** HMAC-SHA-256 of the secret with the gateway's own secret, in hexadecimal. */
  readonly hash: string;
  /** Excerpt of the secret, such as `sk-or-v1-0a1...9f2`. */
  readonly label: string;
  readonly name: string;
  readonly account: string;
  readonly isManagement: boolean;
  readonly disabled: boolean;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly updatedAt: number | null;
  readonly expiresAt: number | null;
  /** Budgets of the key; amounts are decimal strings of USD, or numbers of requests. */
  readonly budgets: readonly StoredBudget[];
  readonly includeByokInLimit: boolean;
  readonly limits: {
    readonly requestsPerMinute?: number;
    readonly tokensPerMinute?: number;
    readonly concurrency?: number;
  };
  /** Patterns of models and slugs of providers that the key may use; empty allows all. */
  readonly allowedModels: readonly string[];
  readonly allowedProviders: readonly string[];
  /** Hash of the key that replaced it by rotation. It works until `expiresAt`. */
  readonly rotatedTo: string | null;
  /** Hash of the first key of its rotations, under which the budgets and rate limits of all of them count. Default: `hash`. */
  readonly lineage?: string | undefined;
}

export interface StoredBudget {
  readonly unit: "usd" | "requests";
  readonly limit: string;
  readonly window: "daily" | "weekly" | "monthly" | "total";
}

/** A customer's own key at a provider, encrypted with AES-256-GCM. */
export interface ProviderKeyRow {
  readonly id: string;
  readonly account: string;
  readonly provider: string;
  readonly label: string;
  /** Version of the encryption, nonce, ciphertext and tag, as text. */
  readonly encrypted: string;
  readonly fallbackOnly: boolean;
  readonly exclusive: boolean;
  readonly disabled: boolean;
  readonly createdAt: number;
}
