import type { ProviderKind } from "@patchbay/providers";
import data from "./known-prices.json" with { type: "json" };
import type { ProviderConfig } from "./config.ts";
import { parseUsdText } from "./price-text.ts";
import type { EndpointPrice, PriceTier } from "./price.ts";

/** A model of a provider's own API. */
export interface KnownModel {
  readonly context: number | undefined;
  readonly maxOutput: number | undefined;
  readonly price: EndpointPrice;
  /** Where the price is from, and the day on which it was valid, `YYYY-MM-DD`. */
  readonly source: string;
  readonly asOf: string;
}

interface PriceData {
  readonly [kind: string]: string | number | undefined;
}

interface ModelData {
  readonly context?: number;
  readonly maxOutput?: number;
  readonly price: PriceData;
  readonly tiers?: readonly PriceData[];
  readonly until?: string;
}

interface ProviderData {
  readonly source: string;
  readonly asOf: string;
  readonly hosts: readonly string[];
  readonly models: Readonly<Record<string, ModelData>>;
}

const providers = data.providers as unknown as Readonly<Record<string, ProviderData>>;

/** Kind → the provider in the list, if its base URL is the default one. */
const byKind: Readonly<Partial<Record<ProviderKind, string>>> = {
  anthropic: "anthropic",
  gemini: "google",
  cohere: "cohere",
};

/**
 * Finds a model of the built-in price list. Prices are those of the provider's own API, so another base URL has none. A price
 * that was announced for a limited time is unknown after it.
 */
export function findKnownModel(
  api: Pick<ProviderConfig, "kind" | "baseURL">,
  model: string,
  now: number,
): KnownModel | undefined {
  const provider = toSlug(api);
  if (provider === undefined) return undefined;
  const { source, asOf, models } = providers[provider]!;
  // Anthropic lists models with the day of their snapshot. Snapshots of OpenAI, with dashes, can differ in price.
  const name = model.replace(/-\d{8}$/, "");
  const found = Object.hasOwn(models, name) ? models[name]! : undefined;
  if (found === undefined || (found.until !== undefined && now >= Date.parse(found.until) + 86_400_000))
    return undefined;
  return { context: found.context, maxOutput: found.maxOutput, price: toPrice(found), source, asOf };
}

function toSlug({ kind, baseURL }: Pick<ProviderConfig, "kind" | "baseURL">): string | undefined {
  if (baseURL === undefined) return byKind[kind];
  const { hostname } = new URL(baseURL);
  return Object.keys(providers).find((slug) => providers[slug]!.hosts.includes(hostname));
}

function toPrice({ price, tiers }: ModelData): EndpointPrice {
  const base = { prompt: 0n, completion: 0n, ...toPrices(price) };
  return tiers === undefined ? base : { ...base, tiers: tiers.map((tier) => toPrices(tier) as unknown as PriceTier) };
}

function toPrices(list: PriceData): Readonly<Record<string, bigint | number>> {
  return Object.fromEntries(
    Object.entries(list).map(([kind, value]) => {
      if (typeof value === "number") return [kind, value];
      const amount = parseUsdText(value ?? "");
      if (typeof amount === "string") throw new RangeError(`The built-in price of ${kind} is invalid: ${amount}`);
      return [kind, kind === "searchUnit" ? amount * 1_000_000n : amount];
    }),
  );
}

/** The names in the built-in list of a provider at its default base URL. */
export function listKnownModels(
  provider: Pick<ProviderConfig, "kind" | "baseURL">,
  now: number,
): readonly { readonly id: string }[] {
  const slug = toSlug(provider);
  const names = slug === undefined ? [] : Object.keys(providers[slug]!.models);
  return names.filter((name) => findKnownModel(provider, name, now) !== undefined).map((id) => ({ id }));
}
