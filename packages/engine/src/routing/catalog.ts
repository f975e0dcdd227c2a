import type { Endpoint, Model, ModelArchitecture, Pricing, Provider } from "@patchbay/spec";
import type { CatalogData, DataPolicy, EndpointData, ModelData } from "./catalog-data.ts";
import { getOwn } from "../data/get-own.ts";
import type { CacheRules } from "../billing/prompt-cache.ts";
import { toPriceTable, type PriceTable } from "../billing/pricing.ts";

/** The service tier of an endpoint. */
export type Tier = "default" | "flex" | "priority" | "ultrafast";

/** A model, prepared for requests. */
export interface CatalogModel {
  readonly data: ModelData;
  readonly id: string;
  readonly model: Model;
  readonly endpoints: readonly CatalogEndpoint[];
  /** Native tokens for one token of the common tokenizer. */
  readonly tokenFactor: number;
  readonly free: boolean;
}

/** An endpoint, prepared for requests. */
export interface CatalogEndpoint {
  readonly modelId: string;
  readonly data: EndpointData;
  readonly endpoint: Endpoint;
  readonly provider: Provider;
  readonly tag: string;
  readonly tier: Tier;
  readonly context: number;
  /** The longest completion in tokens. */
  readonly longest: number;
  readonly prices: PriceTable;
  /** Prompt and completion price together in nano-USD per million tokens, for comparison. */
  readonly price: number;
  readonly parameters: ReadonlySet<string>;
  /** Share of requests to the model whose tool calls match their schemas: the median of its endpoints. */
  readonly usualToolSuccess: number;
  readonly policy: DataPolicy;
  readonly latency: number;
  readonly throughput: number;
  /** Absent if it has no prompt cache. */
  readonly cache: CacheRules | undefined;
}

/** The models and providers of a server. */
export interface Catalog {
  readonly providers: readonly Provider[];
  readonly models: readonly CatalogModel[];
  /** The model of an id or an alias. */
  find(id: string): CatalogModel | undefined;
  /** Whether a name is an alias. */
  isAlias(id: string): boolean;
}

/** Prepares a catalog. Throws a `RangeError` with the place of invalid data. */
export function createCatalog({ providers, models, aliases = {} }: CatalogData): Catalog {
  const known = new Map(providers.map((provider) => [provider.slug, provider]));
  const byId = new Map<string, CatalogModel>();
  for (const data of models) {
    if (byId.has(data.id)) throw new RangeError(`The model ${data.id} appears twice in the catalog.`);
    byId.set(data.id, prepareModel(data, known));
  }
  for (const [alias, id] of Object.entries(aliases))
    if (!byId.has(id)) throw new RangeError(`The alias ${alias} refers to ${id}, which is not a model of the catalog.`);
  const targets = new Map(Object.entries(aliases));
  return {
    providers,
    models: [...byId.values()],
    find: (id) => byId.get(id) ?? byId.get(targets.get(id) ?? ""),
    isAlias: (id) => !byId.has(id) && targets.has(id),
  };
}

const textOnly: ModelArchitecture = {
  modality: "text->text",
  input_modalities: ["text"],
  output_modalities: ["text"],
  tokenizer: "Other",
  instruct_type: null,
};

const commonParameters: Model["supported_parameters"] = [
  "max_tokens",
  "temperature",
  "top_p",
  "stop",
  "seed",
  "tools",
  "tool_choice",
  "response_format",
  "structured_outputs",
];

/** Tokenizer → its tokens for one token of o200k on English text, rounded from public comparisons. */
const tokenFactors: Readonly<Record<string, number>> = {
  Claude: 1.16,
  Gemini: 1.04,
  Gemma: 1.04,
  Llama2: 1.25,
  Llama3: 1.02,
  Llama4: 1.01,
  Mistral: 1.12,
  DeepSeek: 1.05,
  Qwen3: 1.06,
  Grok: 1.03,
  Cohere: 1.06,
  Nova: 1.1,
};

function prepareModel(data: ModelData, providers: ReadonlyMap<string, Provider>): CatalogModel {
  const architecture = data.architecture ?? textOnly;
  const supported = data.supported_parameters ?? commonParameters;
  const rates = data.endpoints.flatMap((endpoint) => endpoint.tool_success ?? []).toSorted((a, b) => a - b);
  const usualToolSuccess = rates[Math.floor(rates.length / 2)] ?? 0.95;
  const endpoints = data.endpoints.map((endpoint, index) =>
    prepareEndpoint(endpoint, {
      data,
      supported,
      usualToolSuccess,
      providers,
      place: `endpoint ${index} of ${data.id}`,
    }),
  );
  const ordinary = endpoints.filter(({ tier }) => tier === "default");
  const [first] = (ordinary.length > 0 ? ordinary : endpoints).toSorted((a, b) => a.price - b.price);
  const pricing = first?.data.pricing ?? { prompt: "0", completion: "0" };
  const { id, context_length } = data;
  const model: Model = {
    id,
    canonical_slug: id.split(":")[0]!,
    hugging_face_id: data.hugging_face_id ?? null,
    name: data.name ?? id,
    created: data.created ?? 0,
    description: data.description ?? "",
    context_length,
    architecture,
    pricing,
    top_provider: {
      context_length: first?.context ?? context_length,
      max_completion_tokens: first?.data.max_completion_tokens ?? data.max_completion_tokens ?? null,
      is_moderated: false,
    },
    per_request_limits: null,
    supported_parameters: [...new Set(endpoints.flatMap(({ parameters }) => [...parameters]))],
    default_parameters: null,
    supported_voices: null,
    ...(data.expiration_date && { expiration_date: data.expiration_date }),
    ...(data.reasoning && { reasoning: data.reasoning }),
    ...(data.benchmarks && { benchmarks: data.benchmarks }),
    links: { details: `/api/v1/models/${id}/endpoints` },
  };
  return {
    data,
    id,
    model,
    endpoints,
    tokenFactor: getOwn(tokenFactors, architecture.tokenizer ?? "Other") ?? 1,
    free: Number(pricing.prompt) === 0 && Number(pricing.completion) === 0 && Number(pricing.request ?? 0) === 0,
  };
}

interface Owner {
  readonly data: ModelData;
  readonly usualToolSuccess: number;
  readonly supported: Model["supported_parameters"];
  readonly providers: ReadonlyMap<string, Provider>;
  readonly place: string;
}

function prepareEndpoint(
  data: EndpointData,
  { data: model, providers, supported, usualToolSuccess, place }: Owner,
): CatalogEndpoint {
  const provider = providers.get(data.provider);
  if (!provider)
    throw new RangeError(`The ${place} refers to ${data.provider}, which is not a provider of the catalog.`);
  const tag = data.tag ?? data.provider;
  const prices = readPrices(data.pricing, place);
  const parameters = data.supported_parameters ?? supported;
  const context = data.context_length ?? model.context_length;
  const longest = data.max_completion_tokens ?? model.max_completion_tokens ?? null;
  const tools = parameters.includes("tool_choice");
  const cache = cacheRulesOf(data.pricing);
  const endpoint: Endpoint = {
    name: `${provider.name} | ${model.id}`,
    model_id: model.id,
    model_name: model.name ?? model.id,
    provider_name: provider.name,
    tag,
    context_length: context,
    max_completion_tokens: longest,
    max_prompt_tokens: null,
    pricing: data.pricing,
    quantization: data.quantization ?? "unknown",
    status: data.status ?? 0,
    uptime_last_5m: null,
    uptime_last_30m: null,
    uptime_last_1d: null,
    latency_last_30m: null,
    throughput_last_30m: null,
    supports_implicit_caching: cache !== undefined && !cache.explicit,
    supported_parameters: parameters,
    supports_voice_cloning: false,
    supports_diarization: false,
    service_tier: tierOf(tag) === "default" ? null : tierOf(tag),
    native_tools: {},
    supports_tool_choice: { auto: tools, none: tools, required: tools, function: tools },
  };
  return {
    modelId: model.id,
    data,
    endpoint,
    provider,
    tag,
    tier: tierOf(tag),
    context,
    longest: Math.min(longest ?? context, context),
    prices,
    price: Number(prices.base.prompt + prices.base.completion + prices.base.request / 1000n),
    parameters: new Set<string>(parameters),
    usualToolSuccess,
    policy: data.data_policy ?? { training: false, retention_days: null, zdr: false },
    latency: data.latency_ms ?? 500,
    throughput: data.throughput ?? 60,
    cache,
  };
}

function readPrices(pricing: Pricing, place: string): PriceTable {
  try {
    return toPriceTable(pricing);
  } catch (cause) {
    throw new RangeError(`The ${place} has an invalid price: ${(cause as Error).message}`, { cause });
  }
}

function tierOf(tag: string): Tier {
  const end = tag.split("/").at(-1);
  return end === "flex" || end === "priority" || end === "ultrafast" ? end : "default";
}

/** A write price means that only marked prompts are cached. */
function cacheRulesOf({ input_cache_read: read, input_cache_write: write }: Pricing): CacheRules | undefined {
  return read === undefined ? undefined : { explicit: write !== undefined, minTokens: 1024 };
}
