import type { Endpoint, MaxPrice, ProviderPreferences } from "@patchbay/client";
import { formatUsd, parseUsd } from "@patchbay/client/money";
import { means } from "./endpoints.ts";
import type { PriceCeiling, PolicyOptions } from "./options.ts";

/**
 * Merges two sets of provider preferences; the stricter one applies. `only` may become empty. Service tiers of ignored
 * providers are listed as well, because the API does not include them in the provider's slug.
 */
export function stricter(
  own: ProviderPreferences | null | undefined,
  { zdr, dataCollection, maxPrice, providers: { only, ignore } = {} }: PolicyOptions,
  endpoints: readonly Endpoint[],
): ProviderPreferences {
  return {
    ...own,
    ...(zdr && { zdr }),
    ...(dataCollection === "deny" && { data_collection: "deny" }),
    ...(maxPrice && { max_price: lower(own?.max_price, maxPrice) }),
    ...(only && { only: own?.only ? common(own.only, only) : [...only] }),
    ...(ignore && { ignore: [...new Set([...(own?.ignore ?? []), ...ignore, ...tiersOf(ignore, endpoints)])] }),
  };
}

function lower(own: MaxPrice | null | undefined, most: PriceCeiling): MaxPrice {
  const prices = Object.entries(most).map(([name, amount]) => {
    const wished = own?.[name as keyof PriceCeiling] ?? undefined;
    const isLower = wished !== undefined && parseUsd(wished) < parseUsd(amount);
    return [name, isLower ? wished : formatUsd(parseUsd(amount))];
  });
  return { ...own, ...Object.fromEntries(prices) } as MaxPrice;
}

function tiersOf(slugs: readonly string[], endpoints: readonly Endpoint[]): string[] {
  const isOf = (tag: string, slug: string): boolean =>
    tag.toLowerCase().startsWith(`${slug.toLowerCase()}/`) && !means(slug, tag);
  return endpoints.map(({ tag }) => tag).filter((tag) => slugs.some((slug) => isOf(tag, slug)));
}

/** What both lists match: of a provider and one of its endpoints, the endpoint. */
function common(a: readonly string[], b: readonly string[]): string[] {
  const within = (list: readonly string[], other: readonly string[]): string[] =>
    list.filter((tag) => other.some((slug) => means(slug, tag)));
  return [...new Set([...within(a, b), ...within(b, a)])];
}
