import type { AdminCatalog, AdminData, AdminKeys, KeySettings } from "../admin/admin-data.ts";
import type { KeyIndex } from "../access/key-index.ts";
import type { Encryption } from "../keys/encryption.ts";
import { emptyKey } from "../keys/empty-key.ts";
import { toKeyBudgets } from "../access/budgets.ts";
import { createProviderKeys, type ProviderKeys } from "../keys/provider-keys.ts";
import { rotateKey } from "../keys/rotate-key.ts";
import { createSecret } from "../keys/secret.ts";
import type { StoredKey } from "../ports/keys.ts";
import type { SharedState } from "../ports/shared-state.ts";
import type { Store } from "../stores/open-store.ts";
import type { ByokKeys } from "../upstream/byok-keys.ts";
import type { ConfiguredEndpoint, GatewayCatalog } from "../upstream/gateway-catalog.ts";
import type { Switches } from "./switches.ts";

export interface AdminSources {
  readonly now: () => number;
  readonly baseURL: () => string;
  readonly store: Store;
  readonly shared: SharedState;
  readonly keys: KeyIndex;
  readonly catalog: () => GatewayCatalog;
  readonly switches: Switches;
  readonly byokKeys: ByokKeys;
  readonly encryption: Encryption;
  readonly fingerprint: (secret: string) => string;
  readonly audit: AdminData["audit"];
}

/** What the admin API reads and changes, from the stores of the gateway. */
export function createAdminData(sources: AdminSources): AdminData {
  const { now, store, shared, audit } = sources;
  return {
    now,
    get baseURL() {
      return sources.baseURL();
    },
    events: store.events,
    ledger: store.ledger,
    health: shared,
    keys: toAdminKeys(sources),
    providerKeys: toProviderKeys(sources),
    catalog: toAdminCatalog(sources),
    audit,
  };
}

function toAdminKeys({ now, store, keys, fingerprint }: AdminSources): AdminKeys {
  const save = async (key: StoredKey): Promise<StoredKey> => {
    await store.keys.put(key);
    keys.put(key);
    return key;
  };
  const find = (hash: string): StoredKey | undefined => [...keys.stored].find((key) => key.hash === hash);
  return {
    list: () => Promise.resolve([...keys.stored]),
    async create(settings: KeySettings) {
      const secret = createSecret();
      return { secret, key: await save({ ...emptyKey(secret, now()), ...settings, hash: fingerprint(secret) }) };
    },
    async update(hash, changes) {
      const key = find(hash);
      return key && save({ ...key, ...changes, updatedAt: now() });
    },
    async rotate(hash, graceMs) {
      const old = find(hash);
      if (!old) return undefined;
      const secret = createSecret();
      const rotated = rotateKey(old, { secret, hash: fingerprint(secret), graceMs, now: now() });
      const key = await save(rotated.successor);
      await save(rotated.old);
      return { secret, key };
    },
    async revoke(hash) {
      const isDeleted = await store.keys.delete(hash);
      keys.delete(hash);
      return isDeleted;
    },
    budgetsOf: toKeyBudgets,
  };
}

/** The provider keys of the store. This gateway uses a change at once, others within seconds. */
function toProviderKeys({ store, encryption, byokKeys }: AdminSources): ProviderKeys {
  const { add, list, remove } = createProviderKeys(store.keys, encryption);
  return {
    list,
    async add(key, now) {
      const added = await add(key, now);
      byokKeys.forget(key.account);
      return added;
    },
    async remove(id) {
      const isRemoved = await remove(id);
      byokKeys.forgetAll();
      return isRemoved;
    },
  };
}

function toAdminCatalog({ catalog, switches }: AdminSources): AdminCatalog {
  return {
    models: () => {
      const byModel = Map.groupBy(catalog().all, ({ id }) => id.slice(0, id.lastIndexOf("#")));
      return [...byModel].map(([id, endpoints]) => ({
        id,
        name: catalog().catalog.find(id)?.model.name ?? id,
        endpoints: endpoints.map((configured) => toAdminEndpoint(configured, switches)),
      }));
    },
    async setEnabled(endpoint, enabled) {
      if (!catalog().find(endpoint)) return false;
      await switches.set(endpoint, enabled);
      return true;
    },
  };
}

type AdminEndpoint = ReturnType<AdminCatalog["models"]>[number]["endpoints"][number];

function toAdminEndpoint({ id, slug, provider, endpoint }: ConfiguredEndpoint, switches: Switches): AdminEndpoint {
  const { model, context = null, maxOutput = null, price } = endpoint;
  return {
    id,
    provider: slug,
    kind: provider.kind,
    upstreamModel: model,
    context,
    maxOutput,
    price: typeof price === "string" ? price : toPrices(price),
    enabled: !switches.isOff(id),
  };
}

function toPrices(price: Exclude<ConfiguredEndpoint["endpoint"]["price"], string>): Readonly<Record<string, bigint>> {
  return Object.fromEntries(
    Object.entries(price).filter((entry): entry is [string, bigint] => typeof entry[1] === "bigint"),
  );
}
