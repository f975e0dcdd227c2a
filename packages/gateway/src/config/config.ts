import type { ProviderKind } from "@patchbay/providers";
import type { BudgetConfig, DeclaredKey, KeyLimits } from "./key-config.ts";
import type { EndpointPrice } from "./price.ts";

/**
 * The configuration of a gateway, checked and complete: every default is filled in and every secret is resolved, so it must not
 * be logged. All times are milliseconds. Names are those of `gateway.yaml`.
 */
export interface GatewayConfig {
  /** Slug of a provider, such as `openai` → how to call it. */
  readonly providers: Readonly<Record<string, ProviderConfig>>;
  readonly models: readonly ModelConfig[];
  /** Another name of a model → its id, such as `fast` → `openai/gpt-5-mini`. Default: none. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Name of a customer account → its terms. `default` always exists, without a credit limit unless set. */
  readonly accounts: Readonly<Record<string, AccountConfig>>;
  /** Budgets of the whole gateway, over all accounts. Default: none. */
  readonly budgets: readonly BudgetConfig[];
  /** Keys that the file declares, in addition to those that the API and the command create. Default: none. */
  readonly keys: readonly DeclaredKey[];
  readonly routing: RoutingConfig;
  readonly plugins: PluginsConfig;
  readonly retention: RetentionConfig;
  readonly limits: LimitsConfig;
  readonly server: ServerConfig;
  /** Folder of the SQLite files and of the gateway's own secret. Default: `patchbay-data` in the working directory. */
  readonly data: string;
  /** `postgres://…` of the ledger, the keys and the records. Default: SQLite in `data`. A secret: it may contain a password. */
  readonly database: string | undefined;
  /** `redis://…` of limits and health for several gateways. Default: memory of this process. A secret, like `database`. */
  readonly shared: string | undefined;
  /** The management key. Default: one is created and printed once. */
  readonly adminKey: string | undefined;
  readonly clientGone: ClientGoneConfig;
}

/** How to call a provider. */
export interface ProviderConfig {
  readonly kind: ProviderKind;
  /** Without a trailing slash. Default: that of the kind; required for `openai-compatible`. */
  readonly baseURL: string | undefined;
  /** API keys at the provider, in order of preference; empty for a server without keys. Secrets. */
  readonly apiKeys: readonly string[];
  /** Shown to callers. Default: the slug. */
  readonly name: string;
  /** Additional headers of each request. They may contain secrets. Default: none. */
  readonly headers: Readonly<Record<string, string>>;
  /** Options of the adapter, such as an API version. Default: none. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Default: no training on prompts, unknown retention. */
  readonly dataPolicy: DataPolicy;
  readonly timeouts: TimeoutsConfig;
  /** What the provider allows. The gateway stays below it instead of being refused. Default: no limits. */
  readonly capacity: CapacityConfig;
  /** Identity to which opaque reasoning is bound: providers with the same issuer can read it of each other. Default: the slug. */
  readonly issuer: string;
}

/** What a provider does with prompts. */
export interface DataPolicy {
  /** Whether it may train on prompts. */
  readonly training: boolean;
  /** Days of retention: 0 for none, `null` if unknown. */
  readonly retentionDays: number | null;
  /** Whether it guarantees zero data retention (ZDR). */
  readonly zdr: boolean;
}

export interface TimeoutsConfig {
  /** To open a connection. Default: 10,000. */
  readonly connect: number;
  /** From the request to the response headers. Default: 60,000. */
  readonly headers: number;
  /** From the request to the first content. Default: `routing.firstTokenTimeout`. */
  readonly firstToken: number | undefined;
  /** Between two reads of a response. Default: 60,000. */
  readonly idle: number;
  /** Of a whole response. Default: 600,000. */
  readonly total: number;
}

export interface CapacityConfig {
  readonly concurrency: number | undefined;
  readonly requestsPerMinute: number | undefined;
  readonly tokensPerMinute: number | undefined;
}

/** A model that the gateway offers. */
export interface ModelConfig {
  /** `author/name`. */
  readonly id: string;
  /** Default: the id. */
  readonly name: string;
  readonly description: string;
  /** Tokens of the prompt and the completion together. Default: the largest of its endpoints; undefined if all are unknown. */
  readonly context: number | undefined;
  /** Longest completion in tokens. Default: limited by the context only. */
  readonly maxOutput: number | undefined;
  /** Default: text in, text out. */
  readonly modalities: Modalities;
  /** Names of OpenRouter's request parameters. Default: those that the adapters of its endpoints support. */
  readonly supportedParameters: readonly string[] | undefined;
  /** In the order of the file; at least one. */
  readonly endpoints: readonly EndpointConfig[];
}

export type InputModality = "text" | "image" | "file" | "audio" | "video";
export type OutputModality = "text" | "image" | "audio" | "embeddings" | "rerank";

export interface Modalities {
  readonly input: readonly InputModality[];
  readonly output: readonly OutputModality[];
}

/** One provider's offer of a model. */
export interface EndpointConfig {
  /** Slug of a configured provider. */
  readonly provider: string;
  /** The provider's own name of the model. */
  readonly model: string;
  /** Unique among the endpoints of a model. Default: the provider's slug. */
  readonly tag: string;
  /** Default: that of the model. */
  readonly context: number | undefined;
  /** Default: that of the model. */
  readonly maxOutput: number | undefined;
  /** An `unpriced` endpoint can be called only with keys of an account without a credit limit, and is marked as unpriced. */
  readonly price: EndpointPrice | "free" | "unpriced";
  /** Factor of the probability of being drawn first. Default: 1; 0 is a fallback only. */
  readonly weight: number;
  /** Such as `fp8`. Default: `unknown`. */
  readonly quantization: string;
  /** Default: that of the provider. */
  readonly dataPolicy: DataPolicy;
  /** Default: no limits of its own. */
  readonly limits: CapacityConfig;
}

/** Terms of a customer account. */
export interface AccountConfig {
  /** `none`: requests are counted but never refused for lack of credit. `prepaid`: the balance cannot be overdrawn. */
  readonly creditLimit: "none" | "prepaid";
  /** Requests with the customers' own provider keys. */
  readonly byok: {
    /** Share of the list price that such a request costs, 0 to 1. Default: 0. */
    readonly fee: number;
  };
  /** Budgets over all keys of the account. Default: none. */
  readonly budgets: readonly BudgetConfig[];
  /** Limits over all keys of the account. Default: none. */
  readonly limits: KeyLimits;
}

export interface RoutingConfig {
  /** Most attempts of a request. Default: 3. */
  readonly attempts: number;
  /** Retries of the whole gateway may be at most `ratio` of its requests, plus `perSecond`. Default: 0.2 and 10. */
  readonly retryBudget: { readonly ratio: number; readonly perSecond: number };
  /** From the request of an attempt to its first content, after which the next endpoint is tried. Default: 30,000. */
  readonly firstTokenTimeout: number;
  /** How long a conversation stays at its endpoint, for the provider's prompt cache, after its last request. Default: 600,000. */
  readonly sticky: number;
  readonly breaker: {
    /** Failures in a row that open the breaker of an endpoint. Default: 5. */
    readonly failures: number;
    /** How long it stays open at first; doubled by each failed probe, up to `maxOpen`. Default: 5,000 and 30,000. */
    readonly open: number;
    readonly maxOpen: number;
  };
}

/** Plugins of all requests. A request can enable others by name, or turn one of these off. */
export interface PluginsConfig {
  /** `response-healing` and `context-compression` apply to every request that does not name them. Default: none. */
  readonly enabled: readonly string[];
}

export interface RetentionConfig {
  /** Days that records of requests are kept. The ledger is kept always. Default: 30. */
  readonly records: number;
  /** Whether records contain prompts and completions. Default: false. */
  readonly prompts: boolean;
}

export interface LimitsConfig {
  /** Largest request body in bytes. Default: 33,554,432 (32 MiB). */
  readonly bodyBytes: number;
  /** Of a whole request, all attempts together. Default: 900,000. */
  readonly requestTime: number;
  /** Requests in progress. Default: 1,000. */
  readonly concurrency: number;
  /** Requests that wait for a free place; the next one gets 503. Default: 1,000. */
  readonly queue: number;
}

export interface ServerConfig {
  /** Default: `127.0.0.1`. */
  readonly host: string;
  /** 0 for any free port. Default: 4000. */
  readonly port: number;
  /** Whether `X-Forwarded-For` and `X-Forwarded-Proto` are believed, as behind a proxy. Default: false. */
  readonly trustProxy: boolean;
  /** How long requests in progress may take after SIGTERM. Default: 30,000. */
  readonly drain: number;
}

/** What happens when a caller disconnects. */
export interface ClientGoneConfig {
  /** `abort`: always end the provider's response. `drain`: read it to its end. Default `auto`: abort where that ends the bill. */
  readonly action: "auto" | "abort" | "drain";
  /** How long a response is drained. Default: 60,000. */
  readonly drain: number;
}
