import type { AccountConfig, CapacityConfig, DataPolicy, GatewayConfig, Modalities, TimeoutsConfig } from "./config.ts";
import type { KeyLimits } from "./key-config.ts";

/** No limits. */
export const unlimited: CapacityConfig & KeyLimits = {
  concurrency: undefined,
  requestsPerMinute: undefined,
  tokensPerMinute: undefined,
};

/** The terms of an account that the file does not describe. */
export const defaultAccount: AccountConfig = {
  creditLimit: "none",
  byok: { fee: 0 },
  budgets: [],
  limits: unlimited,
};

/** The policy of a provider that the file does not describe. */
export const defaultDataPolicy: DataPolicy = { training: false, retentionDays: null, zdr: false };

export const defaultTimeouts: TimeoutsConfig = {
  connect: 10_000,
  headers: 60_000,
  firstToken: undefined,
  idle: 60_000,
  total: 600_000,
};

export const defaultModalities: Modalities = { input: ["text"], output: ["text"] };

/** A configuration without providers and models, with every default. */
export const defaultConfig: GatewayConfig = {
  providers: {},
  models: [],
  aliases: {},
  accounts: { default: defaultAccount },
  budgets: [],
  keys: [],
  routing: {
    attempts: 3,
    retryBudget: { ratio: 0.2, perSecond: 10 },
    firstTokenTimeout: 30_000,
    sticky: 600_000,
    breaker: { failures: 5, open: 5000, maxOpen: 30_000 },
  },
  plugins: { enabled: [] },
  retention: { records: 30, prompts: false },
  limits: { bodyBytes: 33_554_432, requestTime: 900_000, concurrency: 1000, queue: 1000 },
  server: { host: "127.0.0.1", port: 4000, trustProxy: false, drain: 30_000 },
  data: "patchbay-data",
  database: undefined,
  shared: undefined,
  adminKey: undefined,
  clientGone: { action: "auto", drain: 60_000 },
};
