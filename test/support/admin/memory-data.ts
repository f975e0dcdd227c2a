import type {
  AdminCatalog,
  AdminData,
  AdminKeys,
  AuditEntry,
  CatalogModel,
  CreatedKey,
  KeySettings,
} from "../../../packages/gateway/src/admin/admin-data.ts";
import { createProviderKeys, encryptionOf } from "../../../packages/gateway/src/keys/provider-keys.ts";
import type { RequestEvent } from "../../../packages/gateway/src/ports/events.ts";
import type { ProviderKeyRow, StoredKey } from "../../../packages/gateway/src/ports/keys.ts";
import type { Budget, BudgetState, LedgerCheck } from "../../../packages/gateway/src/ports/ledger.ts";
import type { EndpointView } from "../../../packages/gateway/src/ports/shared-state.ts";
import { sampleCatalog } from "./catalog.ts";
import { memoryEvents } from "./memory-events.ts";
import { hashOf, sampleKey, sampleKeys } from "./sample-keys.ts";
import { sampleRequests } from "./sample-requests.ts";

const day = 86_400_000;
/** The time of the sample data: a Thursday afternoon. */
export const sampleNow: number = Date.UTC(2026, 10, 26, 15, 42, 20);

export interface MemoryOptions {
  /** Default: `sampleNow`. */
  readonly now?: number;
  /** Number of requests in 60 days. Default: 9,000; 0 has neither requests nor keys. */
  readonly requests?: number;
}

export interface MemoryAdminData extends AdminData {
  /** All records, sorted by time. Tests add to it. */
  readonly records: RequestEvent[];
  readonly stored: Map<string, StoredKey>;
  readonly audited: AuditEntry[];
  readonly health: AdminData["health"] & { readonly views: Map<string, EndpointView> };
  /** What `verify` returns. */
  check: LedgerCheck;
  time: number;
}

/** The admin data in memory, with realistic samples that are the same at each run. */
export function memoryAdminData({ now = sampleNow, requests = 9000 }: MemoryOptions = {}): MemoryAdminData {
  const stored = new Map((requests > 0 ? sampleKeys(now) : []).map((key) => [key.hash, key]));
  const models = sampleCatalog();
  const records = requests > 0 ? sampleRequests({ models, keyHashes: [...stored.keys()], now, count: requests }) : [];
  const audited: AuditEntry[] = [];
  const health = memoryHealth(models, now);
  const data: MemoryAdminData = {
    time: now,
    now: () => data.time,
    baseURL: "http://127.0.0.1:4000/api/v1",
    events: memoryEvents(records),
    ledger: {
      budgetsOf: (budgets, at) => Promise.resolve(budgets.map((budget) => budgetState(records, budget, at))),
      verify: () => Promise.resolve(data.check),
      ...memoryBalances(),
    },
    health,
    keys: memoryKeys(stored, () => data.time),
    providerKeys: memoryProviderKeys(),
    catalog: memoryCatalog(models),
    audit: (entry) => void audited.push(entry),
    records,
    stored,
    audited,
    check: { entries: records.length * 3, openHolds: 2, problems: [] },
  };
  return data;
}

function memoryBalances(): Pick<AdminData["ledger"], "balanceOf" | "addCredits"> {
  const bought = new Map<string, bigint>();
  return {
    balanceOf: (account) => Promise.resolve({ bought: bought.get(account) ?? 0n, used: 0n, pending: 0n }),
    addCredits: async ({ account, amount }) => void bought.set(account, (bought.get(account) ?? 0n) + amount),
  };
}

function memoryProviderKeys(): AdminData["providerKeys"] {
  const rows = new Map<string, ProviderKeyRow>();
  const store = {
    putProviderKey: async (row: ProviderKeyRow) => void rows.set(row.id, row),
    providerKeys: async (account: string) => [...rows.values()].filter((row) => row.account === account),
    deleteProviderKey: async (id: string) => rows.delete(id),
  };
  return createProviderKeys(store, encryptionOf(new Uint8Array(32)));
}

function memoryCatalog(initial: readonly CatalogModel[]): AdminCatalog {
  let models = initial;
  return {
    models: () => models,
    setEnabled(id, enabled) {
      const found = models.some(({ endpoints }) => endpoints.some((endpoint) => endpoint.id === id));
      models = models.map((model) => ({
        ...model,
        endpoints: model.endpoints.map((endpoint) => (endpoint.id === id ? { ...endpoint, enabled } : endpoint)),
      }));
      return Promise.resolve(found);
    },
  };
}

function memoryKeys(stored: Map<string, StoredKey>, now: () => number): AdminKeys {
  let number = 0;
  const create = (settings: KeySettings): CreatedKey => {
    const secret = `sk-or-v1-${hashOf(`secret ${++number}`)}`;
    const key = sampleKey(settings.name, {
      ...settings,
      hash: hashOf(secret),
      label: `${secret.slice(0, 12)}...${secret.slice(-3)}`,
      createdAt: now(),
    });
    stored.set(key.hash, key);
    return { key, secret };
  };
  const update = (hash: string, changes: Partial<StoredKey>): StoredKey | undefined => {
    const key = stored.get(hash);
    if (!key) return undefined;
    const changed = { ...key, ...changes, updatedAt: now() };
    stored.set(hash, changed);
    return changed;
  };
  return {
    list: () => Promise.resolve([...stored.values()]),
    create: (settings) => Promise.resolve(create(settings)),
    update: (hash, changes) => Promise.resolve(update(hash, changes)),
    rotate(hash, graceMs) {
      const key = stored.get(hash);
      if (!key) return Promise.resolve(undefined);
      const created = create(key);
      update(hash, { rotatedTo: created.key.hash, expiresAt: now() + graceMs });
      return Promise.resolve(created);
    },
    revoke: (hash) => Promise.resolve(stored.delete(hash)),
    budgetsOf: (key) =>
      key.budgets.map(({ unit, limit, window }) => ({
        id: `key:${key.lineage ?? key.hash}:${window}-${unit}`,
        unit,
        window,
        limit: unit === "usd" ? BigInt(Math.round(Number(limit) * 1e9)) : BigInt(limit),
      })),
  };
}

function budgetState(records: readonly RequestEvent[], budget: Budget, now: number): BudgetState {
  const midnight = Math.floor(now / day) * day;
  const date = new Date(now);
  const starts = {
    daily: midnight,
    weekly: midnight - ((date.getUTCDay() + 6) % 7) * day,
    monthly: Date.UTC(date.getUTCFullYear(), date.getUTCMonth()),
    total: 0,
  };
  const ends = {
    daily: midnight + day,
    weekly: starts.weekly + 7 * day,
    monthly: Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1),
    total: null,
  };
  const hash = budget.id.split(":")[1];
  const own = records.filter(({ keyHash, createdAt }) => keyHash === hash && createdAt >= starts[budget.window]);
  const spent = budget.unit === "usd" ? own.reduce((sum, { cost }) => sum + cost, 0n) : BigInt(own.length);
  return { budget, spent, pending: budget.unit === "usd" ? 4_210_000n : 0n, resetsAt: ends[budget.window] };
}

/** Healthy endpoints, but one that is down, one that recovers and one at its rate limit. */
function memoryHealth(models: readonly CatalogModel[], now: number): MemoryAdminData["health"] {
  const spread = (p50: number): EndpointView["firstTokenMs"] => ({
    p50,
    p75: Math.round(p50 * 1.3),
    p90: Math.round(p50 * 1.8),
    p99: Math.round(p50 * 3.1),
  });
  const speeds: Readonly<Record<string, readonly [firstToken: number, throughput: number, uptime: number]>> = {
    anthropic: [612, 71, 0.9984],
    openrouter: [734, 66, 0.9991],
    openai: [418, 118, 0.9997],
    gemini: [371, 164, 0.9979],
    groq: [148, 276, 0.9902],
    together: [322, 94, 0.612],
    vllm: [96, 143, 1],
    cohere: [455, 82, 0.9968],
    ollama: [210, 38, 1],
  };
  const idle: EndpointView = {
    breaker: "closed",
    openUntil: 0,
    lastFailureAt: 0,
    lastResortAt: 0,
    toolResponses: 0,
    limitedUntil: 0,
    uptime: undefined,
    firstTokenMs: undefined,
    throughput: undefined,
    toolSuccess: undefined,
  };
  const views = new Map<string, EndpointView>();
  for (const { id, provider } of models.flatMap(({ endpoints }) => endpoints)) {
    const [firstToken, throughput, uptime] = speeds[provider]!;
    views.set(id, { ...idle, uptime, firstTokenMs: spread(firstToken), throughput: spread(throughput) });
  }
  views.set("acme/preview@vllm", idle);
  const change = (id: string, changes: Partial<EndpointView>): void =>
    void views.set(id, { ...views.get(id)!, ...changes });
  change("meta-llama/llama-3.3-70b-instruct@together", {
    breaker: "open",
    openUntil: now + 21_000,
    lastFailureAt: now - 9000,
  });
  change("meta-llama/llama-3.3-70b-instruct@groq", { limitedUntil: now + 12_000 });
  return { views, healthOf: (endpoint) => views.get(endpoint) ?? idle };
}
