import type { ProviderKeys } from "../keys/provider-keys.ts";
import type { Events } from "../ports/events.ts";
import type { StoredBudget, StoredKey } from "../ports/keys.ts";
import type { Budget, Ledger } from "../ports/ledger.ts";
import type { SharedState } from "../ports/shared-state.ts";

/** What the admin API reads and changes. The gateway implements it from its stores, tests from memory. */
export interface AdminData {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** URL of the API that clients use, such as `http://127.0.0.1:4000/api/v1`. The dashboard shows it in examples. */
  readonly baseURL: string;
  readonly events: Pick<Events, "summary" | "list" | "generation">;
  readonly ledger: Pick<Ledger, "budgetsOf" | "verify" | "balanceOf" | "addCredits">;
  readonly health: Pick<SharedState, "healthOf">;
  readonly keys: AdminKeys;
  /** The customers' own keys at providers. */
  readonly providerKeys: ProviderKeys;
  readonly catalog: AdminCatalog;
  /** Writes one line to the audit log. Called once for each change, after it succeeded, and for each failed login. */
  readonly audit: (entry: AuditEntry) => void;
}

/** The API keys. Methods that take a hash resolve to `undefined` or `false` if no key has it. */
export interface AdminKeys {
  /** All keys, with disabled, expired and rotated ones, in any order. */
  readonly list: () => Promise<readonly StoredKey[]>;
  readonly create: (settings: KeySettings) => Promise<CreatedKey>;
  /** Changes the given settings and keeps the others. */
  readonly update: (hash: string, changes: Partial<KeySettings>) => Promise<StoredKey | undefined>;
  /** Creates a successor with the same settings. The old key works for another `graceMs`. */
  readonly rotate: (hash: string, graceMs: number) => Promise<CreatedKey | undefined>;
  /** Deletes the key. Requests with it are refused from now on. */
  readonly revoke: (hash: string) => Promise<boolean>;
  /** The key's budgets with the ids under which the ledger counts them. */
  readonly budgetsOf: (key: StoredKey) => readonly Budget[];
}

/** The settings of a key that an administrator chooses. */
export interface KeySettings {
  readonly name: string;
  readonly disabled: boolean;
  /** Unix milliseconds; `null` never expires. */
  readonly expiresAt: number | null;
  readonly budgets: readonly StoredBudget[];
  readonly limits: StoredKey["limits"];
  readonly allowedModels: readonly string[];
  readonly allowedProviders: readonly string[];
}

/** A key and its secret, which cannot be read again. */
export interface CreatedKey {
  readonly key: StoredKey;
  readonly secret: string;
}

/** The models and endpoints of the configuration. */
export interface AdminCatalog {
  readonly models: () => readonly CatalogModel[];
  /** Takes an endpoint out of routing, or puts it back. Resolves to `false` if no endpoint has this id. */
  readonly setEnabled: (endpoint: string, enabled: boolean) => Promise<boolean>;
}

export interface CatalogModel {
  readonly id: string;
  readonly name: string;
  readonly endpoints: readonly CatalogEndpoint[];
}

export interface CatalogEndpoint {
  /** Unique: model id, provider and tag. `SharedState` and records use the same id. */
  readonly id: string;
  /** Slug of the provider. */
  readonly provider: string;
  /** Adapter of the provider, such as `openai-compatible`. */
  readonly kind: string;
  /** Name of the model at the provider. */
  readonly upstreamModel: string;
  /** Tokens; `null` if unknown. */
  readonly context: number | null;
  /** Tokens; `null` if unknown. */
  readonly maxOutput: number | null;
  /** Nano-USD per million units, by kind, such as `prompt`. */
  readonly price: Readonly<Record<string, bigint>> | "unpriced" | "free";
  /** `false` if an administrator took it out of routing. */
  readonly enabled: boolean;
}

/** A change by an administrator, or a failed login. Holds no secret. */
export interface AuditEntry {
  /** Unix milliseconds. */
  readonly at: number;
  readonly action:
    | "login"
    | "login.failed"
    | "logout"
    | "key.create"
    | "key.update"
    | "key.rotate"
    | "key.revoke"
    | "provider-key.create"
    | "provider-key.delete"
    | "credits.add"
    | "endpoint.disable"
    | "endpoint.enable";
  /** Hash of the key, id of the provider key or endpoint, or name of the account; empty for logins. */
  readonly target: string;
  /** Address of the administrator's client. */
  readonly address: string;
  /** The changed settings. */
  readonly changes?: Readonly<Record<string, unknown>> | undefined;
}
