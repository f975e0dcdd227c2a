import type { Model, Pricing, Provider } from "@patchbay/spec";
import type { CatalogData, EndpointData, ModelData } from "@patchbay/engine/routing/catalog-data";
import type { EndpointConfig, GatewayConfig, ModelConfig, ProviderConfig } from "../config/config.ts";
import type { EndpointPrice, PriceList } from "../config/price.ts";
import { toDecimal } from "../money/decimal.ts";

/** The context of a model whose configuration states none, in tokens. */
const usualContext = 128_000;

/** The models and providers of a configuration, in the form of the engine. */
export function toCatalogData(config: GatewayConfig): CatalogData {
  return {
    providers: Object.entries(config.providers).map(([slug, provider]) => toProvider(slug, provider)),
    models: config.models.map(toModel),
    aliases: config.aliases,
  };
}

function toProvider(slug: string, { name }: ProviderConfig): Provider {
  return { slug, name, privacy_policy_url: null, terms_of_service_url: null, status_page_url: null };
}

/** What adapters send to every kind of provider. A provider that does not know a parameter ignores or refuses it. */
const usualParameters = [
  "max_tokens",
  "temperature",
  "top_p",
  "top_k",
  "stop",
  "seed",
  "frequency_penalty",
  "presence_penalty",
  "tools",
  "tool_choice",
  "parallel_tool_calls",
  "response_format",
  "structured_outputs",
  "reasoning",
  "include_reasoning",
] as const;

function toModel(model: ModelConfig): ModelData {
  const { id, name, description, modalities, supportedParameters, endpoints } = model;
  const contexts = endpoints.flatMap(({ context }) => context ?? []);
  const context = model.context ?? (contexts.length > 0 ? Math.max(...contexts) : usualContext);
  const [input, output] = [[...modalities.input], [...modalities.output]];
  return {
    id,
    name,
    description,
    context_length: context,
    ...(model.maxOutput !== undefined && { max_completion_tokens: model.maxOutput }),
    architecture: {
      modality: `${input.join("+")}->${output.join("+")}`,
      input_modalities: input,
      output_modalities: output,
      tokenizer: "Other",
      instruct_type: null,
    },
    supported_parameters: [...(supportedParameters ?? usualParameters)] as Model["supported_parameters"],
    endpoints: endpoints.map(toEndpoint),
  };
}

function toEndpoint(endpoint: EndpointConfig): EndpointData {
  const { provider, tag, context, maxOutput, price, quantization, dataPolicy, limits } = endpoint;
  return {
    provider,
    tag,
    pricing: toPricing(price),
    ...(context !== undefined && { context_length: context }),
    ...(maxOutput !== undefined && { max_completion_tokens: maxOutput }),
    quantization,
    data_policy: {
      training: dataPolicy.training,
      retention_days: dataPolicy.retentionDays,
      zdr: dataPolicy.zdr,
    },
    ...(limits.concurrency !== undefined && { capacity: limits.concurrency }),
  };
}

/** Our name of a price → the wire name. */
const priceNames: Readonly<Record<Exclude<keyof PriceList, "searchUnit">, string>> = {
  prompt: "prompt",
  completion: "completion",
  cacheRead: "input_cache_read",
  cacheWrite: "input_cache_write",
  cacheWriteHour: "input_cache_write_1h",
  reasoning: "internal_reasoning",
  audio: "audio",
  audioOutput: "audio_output",
  audioCacheRead: "input_audio_cache",
  imageToken: "image_token",
  imageOutput: "image_output",
  request: "request",
  image: "image",
  webSearch: "web_search",
};

function toPricing(price: EndpointConfig["price"]): Pricing {
  if (typeof price === "string") return { prompt: "0", completion: "0" };
  const { tiers = [] } = price satisfies EndpointPrice;
  const overrides = tiers.map(({ promptTokens, ...prices }) => ({
    ...toPrices(prices),
    min_prompt_tokens: promptTokens,
  }));
  return {
    ...(toPrices(price) as unknown as Pricing),
    ...(overrides.length > 0 && { overrides }),
  };
}

function toPrices(prices: Partial<PriceList>): Record<string, string> {
  const named = Object.entries(priceNames).flatMap(([name, wire]) => {
    const amount = prices[name as keyof PriceList];
    return amount === undefined ? [] : [[wire, toUnitPrice(amount)] as const];
  });
  // A rerank request is billed in search units, which the engine counts as requests.
  const units = prices.searchUnit;
  return { ...Object.fromEntries(named), ...(units !== undefined && units > 0n && { request: toUnitPrice(units) }) };
}

/** Nano-USD per million units as USD per unit, exactly. */
function toUnitPrice(amount: bigint): string {
  return toDecimal(amount, 15);
}
