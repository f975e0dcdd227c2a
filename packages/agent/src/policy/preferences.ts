import type { Endpoint, MaxPrice, ProviderPreferences } from "@patchbay/client";
import { formatUsd, parseUsd } from "@patchbay/client/money";
import { means } from "./endpoints.ts";
import type { PriceCeiling, PolicyOptions } from "./options.ts";

/**
 * Both wishes in one: of two that differ the stricter one. `only` may be left with nobody. Of these endpoints the service tiers of
 * providers that are not asked are named as well, since the service does not mean them by the provider.
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

/** What both lists mean: of a provider and one of its endpoints that is the endpoint. */
function common(a: readonly string[], b: readonly string[]): string[] {
  const within = (list: readonly string[], other: readonly string[]): string[] =>
    list.filter((tag) => other.some((slug) => means(slug, tag)));
  return [...new Set([...within(a, b), ...within(b, a)])];
}
