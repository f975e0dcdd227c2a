import type {
  Endpoint,
  Model,
  ModelReasoning,
  ModelBenchmarks,
  ModelArchitecture,
  Pricing,
  Provider,
} from "@patchbay/spec";
import { parsePrice, type Price } from "./money.ts";

/** A catalogue as data: what a JSON file holds. */
export interface CatalogueData {
  readonly providers: readonly Provider[];
  readonly models: readonly ModelData[];
  /** Other name → id of the model that it leads to, such as `~anthropic/claude-sonnet-latest`. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** A model as data. */
export interface ModelData {
  readonly id: string;
  readonly name: string;
  /** Unix seconds. */
  readonly created: number;
  readonly description: string;
  readonly context_length: number;
  readonly max_completion_tokens: number | null;
  readonly architecture: ModelArchitecture;
  readonly supported_parameters: Model["supported_parameters"];
  readonly reasoning?: ModelReasoning;
  readonly benchmarks?: ModelBenchmarks;
  /** Length of the vectors, of an embedding model. */
  readonly dimensions?: number;
  /** Cheapest first. */
  readonly endpoints: readonly EndpointData[];
}

/** One provider's offer of a model, as data. */
export interface EndpointData {
  /** Slug of the provider. */
  readonly provider: string;
  readonly tag: string;
  readonly zdr: boolean;
  readonly context_length: number;
  readonly max_completion_tokens: number | null;
  readonly pricing: Pricing;
  readonly quantization: string | null;
  /** Milliseconds to the first token, median. */
  readonly latency_ms: number;
  /** Tokens a second, median. */
  readonly throughput: number;
}

/** A model ready to be served. */
export interface CatalogueModel {
  readonly data: ModelData;
  readonly model: Model;
  readonly endpoints: readonly CatalogueEndpoint[];
}

/** An endpoint ready to be served, with its prices as integers. */
export interface CatalogueEndpoint {
  readonly data: EndpointData;
  readonly endpoint: Endpoint;
  readonly provider: Provider;
  readonly prompt: Price;
  readonly completion: Price;
  readonly request: Price;
}

/** The models and providers of a world. */
export interface Catalogue {
  readonly providers: readonly Provider[];
  readonly models: readonly CatalogueModel[];
  find(id: string): CatalogueModel | undefined;
}

/** Prepares a catalogue; throws a `RangeError` that names the model when its data cannot be served. */
export function createCatalogue({ providers, models, aliases = {} }: CatalogueData): Catalogue {
  const known = new Map(providers.map((provider) => [provider.slug, provider]));
  const ready = models.map((data) => prepareModel(data, known));
  const byId = new Map(ready.map((entry) => [entry.data.id, entry]));
  for (const [alias, id] of Object.entries(aliases)) {
    const target = byId.get(id);
    if (!target) throw new RangeError(`The alias ${alias} leads to ${id}, which is no model of the catalogue.`);
    byId.set(alias, target);
  }
  return { providers, models: ready, find: (id) => byId.get(id) ?? byId.get(withoutVariant(id)) };
}

/** Suffixes that change how a model is routed, not which model it is. */
const virtual = [":nitro", ":floor", ":exacto", ":online"];

function withoutVariant(id: string): string {
  const suffix = virtual.find((end) => id.endsWith(end));
  return suffix ? id.slice(0, -suffix.length) : id;
}

function prepareModel(data: ModelData, providers: ReadonlyMap<string, Provider>): CatalogueModel {
  const [first] = data.endpoints;
  if (!first) throw new RangeError(`The model ${data.id} has no endpoint.`);
  const model: Model = {
    id: data.id,
    canonical_slug: data.id.split(":")[0]!,
    hugging_face_id: null,
    name: data.name,
    created: data.created,
    description: data.description,
    context_length: data.context_length,
    architecture: data.architecture,
    pricing: first.pricing,
    top_provider: {
      context_length: first.context_length,
      max_completion_tokens: first.max_completion_tokens,
      is_moderated: false,
    },
    per_request_limits: null,
    supported_parameters: data.supported_parameters,
    default_parameters: null,
    supported_voices: null,
    ...(data.reasoning && { reasoning: data.reasoning }),
    ...(data.benchmarks && { benchmarks: data.benchmarks }),
    links: { details: `/api/v1/models/${data.id}/endpoints` },
  };
  return { data, model, endpoints: data.endpoints.map((endpoint) => prepareEndpoint(endpoint, data, providers)) };
}

function prepareEndpoint(
  data: EndpointData,
  model: ModelData,
  providers: ReadonlyMap<string, Provider>,
): CatalogueEndpoint {
  const provider = providers.get(data.provider);
  if (!provider)
    throw new RangeError(`The model ${model.id} is served by ${data.provider}, which is no provider of the catalogue.`);
  const tools = model.supported_parameters.includes("tool_choice");
  const spread = (p50: number, step: number): Endpoint["latency_last_30m"] => ({
    p50,
    p75: round(p50 * step),
    p90: round(p50 * step ** 2),
    p99: round(p50 * step ** 4),
  });
  const endpoint: Endpoint = {
    name: `${provider.name} | ${model.id}`,
    model_id: model.id,
    model_name: model.name,
    provider_name: provider.name,
    tag: data.tag,
    context_length: data.context_length,
    max_completion_tokens: data.max_completion_tokens,
    max_prompt_tokens: null,
    pricing: data.pricing,
    quantization: data.quantization,
    status: 0,
    uptime_last_5m: 100,
    uptime_last_30m: 100,
    uptime_last_1d: 100,
    latency_last_30m: spread(data.latency_ms, 1.4),
    throughput_last_30m: spread(data.throughput, 0.85),
    supports_implicit_caching:
      data.pricing.input_cache_read !== undefined && data.pricing.input_cache_write === undefined,
    supported_parameters: model.supported_parameters,
    supports_tool_choice: { auto: tools, none: tools, required: tools, function: tools },
  };
  const { prompt, completion, request = "0" } = data.pricing;
  return {
    data,
    endpoint,
    provider,
    prompt: parsePrice(prompt),
    completion: parsePrice(completion),
    request: parsePrice(request),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
