import type { Model, ModelArchitecture, ModelBenchmarks, ModelReasoning, Pricing, Provider } from "@patchbay/spec";

/** A catalog as data, as in a JSON file. Optional fields have the default in their comment. */
export interface CatalogData {
  readonly providers: readonly Provider[];
  readonly models: readonly ModelData[];
  /** Alias → id of its model, such as `~anthropic/claude-sonnet-latest`. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** A model as data. */
export interface ModelData {
  /** `author/name`, with a variant if any. */
  readonly id: string;
  /** Default: the id. */
  readonly name?: string;
  /** Unix seconds. Default: 0. */
  readonly created?: number;
  readonly description?: string;
  /** Tokens of the prompt and the completion together. */
  readonly context_length: number;
  /** Default: null, limited by the context only. */
  readonly max_completion_tokens?: number | null;
  /** Default: text in, text out. */
  readonly architecture?: ModelArchitecture;
  /** Default: the common ones, including tools and JSON. */
  readonly supported_parameters?: Model["supported_parameters"];
  readonly reasoning?: ModelReasoning;
  readonly benchmarks?: ModelBenchmarks;
  readonly hugging_face_id?: string;
  /** Last day in service, `YYYY-MM-DD`. */
  readonly expiration_date?: string;
  /** Whether the author permits distillation. Default: false. */
  readonly distillable?: boolean;
  /** Dimensions of the vectors of an embedding model. */
  readonly dimensions?: number;
  readonly endpoints: readonly EndpointData[];
}

/** An endpoint, one provider's offer of a model, as data. */
export interface EndpointData {
  /** Slug of the provider. */
  readonly provider: string;
  /**
   * Its own slug, such as `deepinfra/turbo`. One that ends in `/flex`, `/priority` or `/ultrafast` belongs to that service tier.
   * Default: the provider's slug.
   */
  readonly tag?: string;
  /** Default: the model's. */
  readonly context_length?: number;
  /** Default: the model's. */
  readonly max_completion_tokens?: number | null;
  readonly pricing: Pricing;
  /** Default: `unknown`. */
  readonly quantization?: string;
  /** Default: the model's. */
  readonly supported_parameters?: Model["supported_parameters"];
  /** Median milliseconds to the first token. Default: 500. */
  readonly latency_ms?: number;
  /** Median tokens per second. Default: 60. */
  readonly throughput?: number;
  /** Default: no training on prompts, but no guarantee of zero retention. */
  readonly data_policy?: DataPolicy;
  /** Share of requests whose tool calls match their schemas, 0 to 1. */
  readonly tool_success?: number;
  /** Concurrent requests before it returns 429. Default: no limit. */
  readonly capacity?: number;
  /** -10 is off. Default: 0. */
  readonly status?: number;
  /** ISO codes of countries in which it is unavailable. */
  readonly blocked_countries?: readonly string[];
}

/** The data policy of a provider. */
export interface DataPolicy {
  /** Whether it may train on prompts. */
  readonly training: boolean;
  /** Days of retention. 0 means no retention, `null` means unknown. */
  readonly retention_days: number | null;
  /** Whether it counts as zero data retention (ZDR). */
  readonly zdr: boolean;
}
