import { toUsdText } from "../money/decimal.ts";
import { toBudgets, toKeyBudgets } from "./budgets.ts";
import type { GatewayKey } from "./gateway-key.ts";
import type { GatewayConfig } from "../config/config.ts";
import { defaultAccount } from "../config/default-config.ts";
import { emptyKey } from "../keys/empty-key.ts";
import { fingerprint } from "../keys/secret.ts";
import type { KeyStore, StoredKey } from "../ports/keys.ts";

/** Secrets that were looked up, with their fingerprints: an HMAC per request is saved. */
const mostRemembered = 10_000;

/**
 * All keys in memory, by fingerprint: those of the store, of other gateways on the same store, of the configuration, and the
 * management key of the operator.
 */
export class KeyIndex {
  readonly #pepper: Uint8Array;
  readonly #now: () => number;
  readonly #stored = new Map<string, StoredKey>();
  #declared = new Map<string, StoredKey>();
  #config: GatewayConfig;
  /** Fingerprint → the key with its terms. Emptied when a key or the configuration changes. */
  readonly #prepared = new Map<string, GatewayKey>();
  readonly #fingerprints = new Map<string, string>();
  #stop: () => void = () => undefined;

  constructor(config: GatewayConfig, { pepper, now }: { readonly pepper: Uint8Array; readonly now: () => number }) {
    this.#pepper = pepper;
    this.#now = now;
    this.#config = config;
    this.use(config);
  }

  /** Reads the keys of a store and follows its changes. */
  async load(store: Pick<KeyStore, "watch" | "all">): Promise<void> {
    /** Keys that changed while all were read. */
    let changed: Set<string> | undefined = new Set();
    this.#stop = store.watch((hash, key) => {
      changed?.add(hash);
      if (key) this.put(key);
      else this.delete(hash);
    });
    for (const key of await store.all()) if (!changed.has(key.hash)) this.put(key);
    changed = undefined;
  }

  /** Changes to a new configuration. */
  use(config: GatewayConfig): void {
    this.#config = config;
    this.#prepared.clear();
    this.#declared = new Map(
      declaredKeys(config, this.#now()).map(([secret, key]) => {
        const hash = fingerprint(secret, this.#pepper);
        return [hash, { ...key, hash }];
      }),
    );
  }

  put(key: StoredKey): void {
    this.#stored.set(key.hash, key);
    this.#prepared.delete(key.hash);
  }

  delete(hash: string): void {
    this.#stored.delete(hash);
    this.#prepared.delete(hash);
  }

  /** The keys of the store, without those of the configuration. */
  get stored(): Iterable<StoredKey> {
    return this.#stored.values();
  }

  /** The key of a secret; undefined for an unknown one. It can be disabled or expired. */
  find(secret: string): GatewayKey | undefined {
    return this.get(this.#fingerprintOf(secret));
  }

  /** The key of a fingerprint. */
  get(hash: string): GatewayKey | undefined {
    const known = this.#prepared.get(hash);
    if (known) return known;
    const stored = this.#declared.get(hash) ?? this.#stored.get(hash);
    if (!stored) return undefined;
    const key = this.#prepare(stored);
    this.#prepared.set(hash, key);
    return key;
  }

  close(): void {
    this.#stop();
  }

  #prepare(stored: StoredKey): GatewayKey {
    const { accounts, budgets } = this.#config;
    const { account, hash } = stored;
    const terms = accounts[account] ?? defaultAccount;
    const ownBudgets = toKeyBudgets(stored);
    return {
      hash,
      account,
      workspaceId: "ws_default",
      externalUser: null,
      stored,
      terms,
      ownBudgets,
      budgets: [...ownBudgets, ...toBudgets(`account:${account}`, terms.budgets), ...toBudgets("gateway", budgets)],
    };
  }

  #fingerprintOf(secret: string): string {
    const known = this.#fingerprints.get(secret);
    if (known !== undefined) return known;
    const hash = fingerprint(secret, this.#pepper);
    // Only secrets of keys are remembered, so that guesses do not fill the memory.
    if (this.get(hash)) {
      if (this.#fingerprints.size >= mostRemembered) this.#fingerprints.clear();
      this.#fingerprints.set(secret, hash);
    }
    return hash;
  }
}

/** The keys of a configuration, by secret. */
function declaredKeys({ keys, adminKey }: GatewayConfig, now: number): [secret: string, key: StoredKey][] {
  const declared = keys.map(({ secret, name, account, management, budgets, limits, models, providers, expiresAt }) => {
    const key: StoredKey = {
      ...emptyKey(secret, now),
      name,
      account,
      isManagement: management,
      expiresAt: expiresAt ?? null,
      budgets: budgets.map(({ unit, limit, window }) => ({
        unit,
        window,
        limit: unit === "usd" ? toUsdText(limit) : limit.toString(),
      })),
      limits: withoutUndefined(limits),
      allowedModels: models,
      allowedProviders: providers,
    };
    return [secret, key] as [string, StoredKey];
  });
  if (adminKey === undefined) return declared;
  return [...declared, [adminKey, { ...emptyKey(adminKey, now), name: "admin", isManagement: true }]];
}

function withoutUndefined(limits: GatewayConfig["keys"][number]["limits"]): StoredKey["limits"] {
  return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}
