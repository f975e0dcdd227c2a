import type { ListedModel } from "@patchbay/providers";
import type { EndpointConfig, ModelConfig, OutputModality, ProviderConfig } from "../config.ts";
import { defaultModalities, unlimited } from "../default-config.ts";
import { findKnownModel } from "../known-models.ts";
import type { EndpointPrice } from "../price.ts";

/** A model as a provider lists it, with its price if the provider lists prices. */
export interface PricedModel extends ListedModel {
  readonly name?: string | undefined;
  readonly maxOutput?: number | undefined;
  readonly price?: EndpointPrice | "free" | undefined;
}

/** What a provider lists. */
export interface Listing {
  readonly slug: string;
  readonly provider: ProviderConfig;
  /** First part of the model ids; undefined if the listed ids have one. */
  readonly author: string | undefined;
  readonly models: readonly PricedModel[];
  /** Whether the models cost nothing, as on this machine. */
  readonly isFree: boolean;
}

/** Models of other tasks than chat, embeddings and rerank, which the API has no operation for. */
const otherTasks =
  /whisper|\btts\b|dall-e|imagen|\bveo\b|lyria|sora|transcribe|moderation|realtime|davinci|babbage|\baqa\b|gpt-image/i;

/** The models of several providers. One that several providers list has several endpoints. */
export function toListedModels(listings: readonly Listing[], now: number): readonly ModelConfig[] {
  const models = new Map<string, ModelConfig>();
  for (const listing of listings)
    for (const model of listing.models) {
      const id = otherTasks.test(model.id) ? undefined : toModelId(model.id, listing.author);
      if (id === undefined) continue;
      const endpoint = toEndpoint(model, listing, now);
      const found = models.get(id);
      // Two names of one provider can become the same id, such as `llama3` and `llama3:latest`.
      if (found?.endpoints.some(({ tag }) => tag === endpoint.tag)) continue;
      models.set(id, found ? withEndpoint(found, endpoint) : toModel(id, model, endpoint));
    }
  return [...models.values()];
}

/** The id of a listed model, `author/name`. A file name is reduced to its stem; a colon would begin a variant. */
function toModelId(name: string, author: string | undefined): string | undefined {
  if (author === undefined) return /^[\w.~-]+\/[\w.-]+(?::[a-z0-9-]+)?$/.test(name) ? name : undefined;
  const stem = name
    .replace(/^.*\//, "")
    .replace(/\.gguf$/i, "")
    .replace(/:latest$/, "");
  const slug = stem
    .replaceAll(/[^\w.-]+/g, "-")
    .replace(/^[^a-zA-Z0-9]+/, "")
    .slice(0, 100);
  return slug === "" ? undefined : `${author}/${slug}`;
}

function toEndpoint(model: PricedModel, { slug, provider, isFree }: Listing, now: number): EndpointConfig {
  const known = findKnownModel(provider, model.id, now);
  return {
    provider: slug,
    model: model.id,
    tag: slug,
    context: model.context ?? known?.context,
    maxOutput: model.maxOutput ?? known?.maxOutput,
    price: isFree ? "free" : (model.price ?? known?.price ?? "unpriced"),
    weight: 1,
    quantization: "unknown",
    dataPolicy: provider.dataPolicy,
    limits: unlimited,
  };
}

function toModel(id: string, model: PricedModel, endpoint: EndpointConfig): ModelConfig {
  const output: OutputModality = /embed/i.test(model.id) ? "embeddings" : /rerank/i.test(model.id) ? "rerank" : "text";
  return {
    id,
    name: model.name ?? id,
    description: "",
    context: endpoint.context,
    maxOutput: undefined,
    modalities: { ...defaultModalities, output: [output] },
    supportedParameters: undefined,
    endpoints: [endpoint],
  };
}

function withEndpoint(model: ModelConfig, endpoint: EndpointConfig): ModelConfig {
  const contexts = [model.context, endpoint.context].filter((context) => context !== undefined);
  return {
    ...model,
    context: contexts.length > 0 ? Math.max(...contexts) : undefined,
    endpoints: [...model.endpoints, endpoint],
  };
}
