import type { BreakerState, Percentiles } from "../ports/shared-state.ts";

// What the admin API responds with. The dashboard imports these types. Amounts are exact decimal strings of USD, times are Unix
// milliseconds.

export interface SessionView {
  readonly baseURL: string;
}

export type SpendGroup = "model" | "key" | "provider" | "day";

export interface SpendRow {
  /** Model id, hash of the key, slug of the provider, or day. */
  readonly group: string;
  /** What the dashboard shows: the name of a key, else the group. */
  readonly name: string;
  readonly requests: number;
  readonly errors: number;
  readonly cost: string;
  /** What providers charged the owners of keys (BYOK). Not part of `cost`. */
  readonly byokCost: string;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
  /** Cost in the period of the same length before. */
  readonly previousCost: string;
}

/** Costs over time, for a chart: `costs[i]` belongs to `times[i]`. */
export interface Series {
  readonly times: readonly number[];
  readonly groups: readonly { readonly name: string; readonly costs: readonly string[] }[];
}

export interface SpendView {
  readonly from: number;
  readonly to: number;
  readonly by: SpendGroup;
  /** The most expensive first; days in order. */
  readonly rows: readonly SpendRow[];
  /** Sum of all rows. */
  readonly total: SpendRow;
  readonly series: Series;
}

export interface AttemptView {
  readonly provider: string;
  readonly endpoint: string;
  readonly status: number;
  readonly startMs: number;
  readonly durationMs: number;
  /** Why it failed, in words of the provider. */
  readonly message: string | null;
}

export interface RequestRow {
  readonly id: string;
  readonly at: number;
  readonly model: string;
  readonly provider: string;
  readonly keyName: string;
  readonly status: number;
  /** Why it failed, such as `budget` or `provider`; `null` for a success. */
  readonly reason: string | null;
  readonly cost: string;
  readonly isByok: boolean;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
  readonly firstTokenMs: number | null;
  readonly durationMs: number;
  readonly attempts: number;
}

export interface RequestsView {
  /** The newest first. */
  readonly requests: readonly RequestRow[];
  /** Cursor of the next page; `null` at the end. */
  readonly next: string | null;
}

export interface RequestView extends Omit<RequestRow, "attempts"> {
  readonly endpoint: string;
  readonly account: string;
  readonly keyHash: string;
  readonly listPrice: string;
  /** What the provider reported as its cost; `null` if it did not. */
  readonly reportedCost: string | null;
  readonly finishReason: string | null;
  readonly isStreamed: boolean | null;
  readonly isCanceled: boolean;
  readonly isEstimated: boolean;
  /** The message of its error; `null` for a success. */
  readonly error: string | null;
  readonly attempts: readonly AttemptView[];
  /** Only if the configuration stores prompts. */
  readonly content: {
    readonly request: string;
    readonly completion: string | null;
    readonly reasoning: string | null;
  } | null;
}

export interface EndpointView {
  readonly id: string;
  readonly model: string;
  readonly provider: string;
  readonly kind: string;
  readonly upstreamModel: string;
  readonly enabled: boolean;
  readonly breaker: BreakerState;
  /** When an open breaker lets a request through to test the endpoint; `null` if it is not open. */
  readonly openUntil: number | null;
  /** `null` if it has not failed. */
  readonly lastFailureAt: number | null;
  /** `null` if it is not at a rate limit. */
  readonly limitedUntil: number | null;
  /** 0 to 1; `null` with too few requests. */
  readonly uptime: number | null;
  readonly firstTokenMs: Percentiles | null;
  /** Output tokens per second. */
  readonly throughput: Percentiles | null;
  readonly context: number | null;
  readonly maxOutput: number | null;
  /** USD per million tokens, or per unit for other kinds; `null` if unpriced, empty if free. */
  readonly prices: readonly PriceView[] | null;
}

export interface PriceView {
  readonly kind: string;
  readonly price: string;
  readonly per: "1M tokens" | "unit";
}

export interface ProviderView {
  readonly provider: string;
  readonly kind: string;
  readonly endpoints: readonly EndpointView[];
  /** In the last 24 hours. */
  readonly requests: number;
  readonly errors: number;
  readonly cost: string;
}

export interface ProvidersView {
  readonly providers: readonly ProviderView[];
}

export interface ModelView {
  readonly id: string;
  readonly name: string;
  readonly endpoints: readonly EndpointView[];
}

export interface ModelsView {
  readonly models: readonly ModelView[];
}

export interface BudgetView {
  readonly unit: "usd" | "requests";
  readonly window: "daily" | "weekly" | "monthly" | "total";
  /** USD, or a number of requests. */
  readonly limit: string;
  readonly spent: string;
  readonly pending: string;
  /** `(spent + pending) / limit`; above 1 if it is exceeded. */
  readonly used: number;
  readonly resetsAt: number | null;
}

export interface KeyView {
  readonly hash: string;
  readonly label: string;
  readonly name: string;
  readonly account: string;
  readonly isManagement: boolean;
  readonly state: "active" | "disabled" | "expired" | "rotated";
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly budgets: readonly BudgetView[];
  readonly limits: {
    readonly requestsPerMinute?: number;
    readonly tokensPerMinute?: number;
    readonly concurrency?: number;
  };
  readonly allowedModels: readonly string[];
  readonly allowedProviders: readonly string[];
  /** In the last 30 days. */
  readonly requests: number;
  readonly cost: string;
}

export interface KeysView {
  readonly keys: readonly KeyView[];
}

export interface CreatedKeyView {
  readonly key: KeyView;
  /** Shown once. */
  readonly secret: string;
}

export interface ProviderKeysView {
  /** In the order in which they are used. */
  readonly providerKeys: readonly ProviderKeyView[];
}

/** A customer's own key at a provider. */
interface ProviderKeyView {
  readonly id: string;
  readonly account: string;
  readonly provider: string;
  /** Excerpt of the secret. */
  readonly label: string;
  readonly fallbackOnly: boolean;
  readonly exclusive: boolean;
  readonly disabled: boolean;
  readonly createdAt: number;
}

/** The balance of an account in USD. */
export interface BalanceView {
  readonly account: string;
  readonly bought: string;
  readonly used: string;
  /** Reserved by requests in progress. */
  readonly pending: string;
  /** `bought` without `used`. Below zero, if requests cost more than they had reserved. */
  readonly balance: string;
}

export interface ProblemView {
  readonly severity: "error" | "warning";
  readonly title: string;
  readonly detail: string;
  /** Page of the dashboard with more about it. */
  readonly page: "providers" | "keys" | "models" | "spend" | "requests";
}

export interface OverviewView {
  /** Since midnight UTC. */
  readonly today: { readonly cost: string; readonly requests: number; readonly errors: number };
  /** The same time span of yesterday. */
  readonly yesterday: { readonly cost: string; readonly requests: number; readonly errors: number };
  /** From the newest requests, at most of the last 15 minutes. */
  readonly recent: {
    readonly requestsPerMinute: number;
    /** 0 to 1; `null` without requests. */
    readonly errorRate: number | null;
    readonly firstTokenP50Ms: number | null;
    readonly firstTokenP99Ms: number | null;
  };
  /** The last 24 hours by model. */
  readonly hours: Series;
  readonly topModels: readonly SpendRow[];
  readonly problems: readonly ProblemView[];
  /** The last check of the ledger; `null` while the first one runs. */
  readonly ledger: {
    readonly checkedAt: number;
    readonly entries: number;
    readonly openHolds: number;
    readonly problems: number;
  } | null;
  readonly latest: readonly RequestRow[];
}

export interface ErrorView {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly issues: readonly { readonly path: string; readonly message: string }[];
  };
}
