/** A limit on spending or on requests in a window of time. */
export interface BudgetConfig {
  readonly unit: "usd" | "requests";
  /** Nano-USD, or a number of requests. */
  readonly limit: bigint;
  /** In UTC; weeks begin on Monday. `total` never resets. */
  readonly window: "daily" | "weekly" | "monthly" | "total";
}

/** Rate limits of a key or an account. Undefined: unlimited. */
export interface KeyLimits {
  readonly requestsPerMinute: number | undefined;
  readonly tokensPerMinute: number | undefined;
  readonly concurrency: number | undefined;
}

/** A key that the file declares. */
export interface DeclaredKey {
  /** Unique among the declared keys. */
  readonly name: string;
  /** The key itself, from the environment. */
  readonly secret: string;
  /** Name of a configured account. Default: `default`. */
  readonly account: string;
  /** Whether it manages keys and credits, and opens the dashboard. Default: false. */
  readonly management: boolean;
  /** Default: none. */
  readonly budgets: readonly BudgetConfig[];
  readonly limits: KeyLimits;
  /** Ids of models, where `*` is any text, such as `acme/*`. Default: empty, all models. */
  readonly models: readonly string[];
  /** Slugs of providers. Default: empty, all providers. */
  readonly providers: readonly string[];
  /** Unix milliseconds. Default: never. */
  readonly expiresAt: number | undefined;
}
