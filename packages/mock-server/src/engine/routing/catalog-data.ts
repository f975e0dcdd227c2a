import type { Model, ModelArchitecture, ModelBenchmarks, ModelReasoning, Pricing, Provider } from "@patchbay/spec";

/** A catalog as data: what a JSON file holds. What is optional has the default that its comment names. */
export interface CatalogData {
  readonly providers: readonly Provider[];
  readonly models: readonly ModelData[];
  /** Other name → id of the model that it leads to, such as `~anthropic/claude-sonnet-latest`. */
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
  /** Tokens of prompt and answer together. */
  readonly context_length: number;
  /** Default: null, as long as the context allows. */
  readonly max_completion_tokens?: number | null;
  /** Default: text in, text out. */
  readonly architecture?: ModelArchitecture;
  /** Default: the common ones, tools and JSON included. */
  readonly supported_parameters?: Model["supported_parameters"];
  readonly reasoning?: ModelReasoning;
  readonly benchmarks?: ModelBenchmarks;
  readonly hugging_face_id?: string;
  /** Last day in service, `YYYY-MM-DD`. */
  readonly expiration_date?: string;
  /** Whether the author permits distillation. Default: false. */
  readonly distillable?: boolean;
  /** Length of the vectors, of an embedding model. */
  readonly dimensions?: number;
  readonly endpoints: readonly EndpointData[];
}

/** One provider's offer of a model, as data. */
export interface EndpointData {
  /** Slug of the provider. */
  readonly provider: string;
  /** Its own slug, such as `deepinfra/turbo`; one that ends in `/flex` or `/priority` is of that service tier. Default: the provider's. */
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
  /** Milliseconds to the first token, median. Default: 500. */
  readonly latency_ms?: number;
  /** Tokens a second, median. Default: 60. */
  readonly throughput?: number;
  /** Default: neither trained on nor free of retention. */
  readonly data_policy?: DataPolicy;
  /** Share of requests whose tool calls obeyed their schemas, 0 to 1. */
  readonly tool_success?: number;
  /** Requests at once before it answers 429. Default: no limit. */
  readonly capacity?: number;
  /** -10 is off. Default: 0. */
  readonly status?: number;
  /** ISO codes of countries from which it may not be used. */
  readonly blocked_countries?: readonly string[];
}

/** What a provider does with prompts. */
export interface DataPolicy {
  /** Whether it may train on them. */
  readonly training: boolean;
  /** How long it keeps them; 0 not at all, null nobody knows. */
  readonly retention_days: number | null;
  /** Whether it counts as zero data retention. */
  readonly zdr: boolean;
}
