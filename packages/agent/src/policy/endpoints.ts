import type { ChatCompletionRequest, Endpoint, MaxPrice, Pricing } from "@patchbay/client";
import type { ModelCatalog } from "@patchbay/client/catalog";
import { formatUsd, parsePrice, parseUsd, type Usd } from "@patchbay/client/money";
import type { PolicyViolationCode } from "./error.ts";
import type { PriceCeiling } from "./options.ts";

/** One requirement for an endpoint. */
export interface EndpointRule<Name extends string = string> {
  readonly name: Name;
  readonly holds: (endpoint: Endpoint) => boolean;
  /** Why none of these endpoints meets it. */
  readonly miss: (endpoints: readonly Endpoint[]) => string;
  /** How far the nearest endpoint is from it; smaller is nearer. */
  readonly distance?: (endpoints: readonly Endpoint[]) => number;
}

/**
 * The endpoints that meet all rules; or the first rule that none meets, and the endpoints that meet all rules before
 * it.
 */
export type Narrowed<Name extends string> =
  | { readonly rule?: undefined; readonly left: readonly [Endpoint, ...Endpoint[]] }
  | { readonly rule: EndpointRule<Name>; readonly left: readonly Endpoint[] };

/** Applies the rules one by one until no endpoint is left. */
export function narrow<Name extends string>(
  endpoints: readonly Endpoint[],
  rules: readonly EndpointRule<Name>[],
): Narrowed<Name> {
  let left = endpoints;
  for (const rule of rules) {
    const held = left.filter(rule.holds);
    if (held.length === 0) return { rule, left };
    left = held;
  }
  return { left: left as [Endpoint, ...Endpoint[]] };
}

/** The violations that the routing rules find. */
export type RoutingViolationCode = Extract<
  PolicyViolationCode,
  "unavailable" | "data_retention" | "provider_not_allowed" | "price_exceeded"
>;

/** The requirements for an endpoint by which the API would route such a request to it. */
export async function routingRules(
  catalog: Pick<ModelCatalog, "listZdrEndpoints">,
  id: string,
  { provider, service_tier: tier }: Pick<ChatCompletionRequest, "provider" | "service_tier">,
  variant: string | undefined,
): Promise<EndpointRule<RoutingViolationCode>[]> {
  const { zdr, only, order, ignore, allow_fallbacks: falls, max_price: most } = provider ?? {};
  const named = new Set([...(only ?? []), ...(order ?? [])]);
  const admitted = new Set([
    undefined,
    tier === "fast" ? "priority" : tier,
    order?.length ? undefined : tiers[variant ?? ""],
  ]);
  const keptNothing = new Set(zdr ? (await catalog.listZdrEndpoints(id)).map(({ tag }) => tag) : []);
  const isListed = ({ tag }: Endpoint): boolean =>
    (!only || only.some((slug) => means(slug, tag))) &&
    !ignore?.some((slug) => means(slug, tag)) &&
    (falls !== false || !order?.length || order.some((slug) => means(slug, tag)));
  return [
    {
      name: "unavailable",
      holds: ({ status, tag }) => status !== -10 && (admitted.has(tierOf(tag)) || named.has(tag)),
      miss: () => "has no available provider",
    },
    {
      name: "data_retention",
      holds: ({ tag }) => !zdr || keptNothing.has(tag),
      miss: (left) => `is served by ${tagsOf(left)} without zero data retention`,
    },
    {
      name: "provider_not_allowed",
      holds: isListed,
      miss: (left) => `is served by ${tagsOf(left)}, which the policy does not allow`,
    },
    {
      name: "price_exceeded",
      holds: ({ pricing }) => overpriced(pricing, most).length === 0,
      miss: (left) => `costs too much: ${overpriced(cheapest(left), most).join(", ")}`,
    },
  ];
}

/**
 * Whether a slug of a request matches an endpoint: its whole tag or its provider. A service tier matches by its whole
 * tag only.
 */
export function means(slug: string, tag: string): boolean {
  const [wish, own] = [slug.toLowerCase(), tag.toLowerCase()];
  return wish === own || (tierOf(tag) === undefined && own.startsWith(`${wish}/`));
}

const one = parseUsd(1);
/** Price → the number of units of its maximum. */
const units: Readonly<Record<keyof PriceCeiling, bigint>> = {
  prompt: 1_000_000n,
  completion: 1_000_000n,
  request: 1n,
  image: 1n,
};
/** Variant → the service tier that it allows. */
const tiers: Readonly<Record<string, string>> = { nitro: "priority", floor: "flex" };

function tierOf(tag: string): string | undefined {
  return /\/(flex|priority)$/.exec(tag)?.[1];
}

function tagsOf(endpoints: readonly Endpoint[]): string {
  return endpoints.map(({ tag }) => tag).join(", ");
}

function overpriced(pricing: Pricing, most: MaxPrice | null | undefined): string[] {
  return (Object.keys(units) as (keyof PriceCeiling)[]).flatMap((name) => {
    const highest = most?.[name] ?? undefined;
    if (highest === undefined) return [];
    const price = priceOf(pricing, name);
    if (price === undefined) return `${name} has an unknown price; the maximum is ${highest}`;
    const unit = units[name] === 1n ? "" : " per million tokens";
    return price * units[name] > parseUsd(highest)
      ? `${name} ${formatUsd(price * units[name])} USD${unit}; the maximum is ${highest}`
      : [];
  });
}

/** The price after the discount; `undefined` if it cannot be parsed. */
function priceOf({ discount, ...pricing }: Pricing, name: keyof PriceCeiling): Usd | undefined {
  const price = parsePrice(pricing[name] ?? 0);
  return price === undefined ? undefined : (price * (one - (parsePrice(discount ?? 0) ?? 0n))) / one;
}

/** Higher than any price. */
const unpriced: Usd = 1n << 2048n;

function cheapest(endpoints: readonly Endpoint[]): Pricing {
  const sumOf = ({ pricing }: Endpoint): Usd =>
    (priceOf(pricing, "prompt") ?? unpriced) + (priceOf(pricing, "completion") ?? unpriced);
  return endpoints.reduce((a, b) => (sumOf(b) < sumOf(a) ? b : a)).pricing;
}
