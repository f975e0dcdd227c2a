import type { CatalogEndpoint, CatalogModel, Tier } from "./catalog.ts";
import { divide, type Dropped, type Needs } from "./eligibility.ts";
import { isUnhealthy, orderEndpoints, type RouteView } from "./ordering.ts";
import type { Preferences, SortKey } from "./preferences.ts";

/** A suffix that changes how a model is routed, not which model it is. */
export type Variant = "nitro" | "floor" | "exacto" | "online";

/** A candidate model, and how the request named it. */
export interface Target {
  readonly model: CatalogModel;
  readonly variant: Variant | undefined;
}

/** A BYOK key of the account at a provider. */
export interface ByokKey {
  /** Slug of the provider. */
  readonly provider: string;
  /** Whether it is used only after the shared endpoints. Default: false. */
  readonly fallbackOnly?: boolean;
  /** Whether the provider's shared endpoints are never used. Default: false. */
  readonly exclusive?: boolean;
}

/** A request, as the router sees it. */
export interface RouteRequest {
  /** In the order of the attempts. */
  readonly targets: readonly Target[];
  readonly needs: Needs;
  readonly preferences: Preferences;
  readonly hasTools: boolean;
  readonly byokKeys: readonly ByokKey[];
  /** Model id → tag of the endpoint that the conversation is pinned to. */
  readonly pinOf?: (model: CatalogModel) => string | undefined;
}

/** An eligible endpoint. */
export interface Candidate {
  readonly model: CatalogModel;
  readonly endpoint: CatalogEndpoint;
  /** Whether the request uses a BYOK key. */
  readonly byok: boolean;
}

/**
 * The basis of the order: `order` (the request lists providers), a sort key, `weighted` (drawn by price), or `pinned`
 * (the conversation stays at the endpoint of its previous request).
 */
export type RouteBasis = "order" | "weighted" | "pinned" | SortKey;

/** The eligible endpoints, in order, and the excluded ones. */
export interface Plan {
  readonly candidates: readonly Candidate[];
  readonly dropped: readonly Dropped[];
  readonly basis: RouteBasis;
  /** The basis of the order behind the pinned endpoint. */
  readonly sort: Exclude<RouteBasis, "pinned">;
  /** The endpoint that the conversation is pinned to, if it is eligible. */
  readonly pinned: CatalogEndpoint | undefined;
  /** Whether endpoints that meet the cutoffs of the request were put first. */
  readonly hasCutoffs: boolean;
  /** Eligible candidates that `allow_fallbacks: false` removed. A router with its own order chooses one of all. */
  readonly others: readonly Candidate[];
}

const ordinary: ReadonlySet<Tier> = new Set(["default"]);
const withTier: Readonly<Record<Tier, ReadonlySet<Tier>>> = {
  default: ordinary,
  flex: new Set(["default", "flex"]),
  priority: new Set(["default", "priority"]),
  ultrafast: new Set(["default", "priority", "ultrafast"]),
};
const flexOnly: ReadonlySet<Tier> = new Set(["flex"]);

/** Selects and orders the endpoints for a request. Pure: randomness and time come from the view. */
export function planRoute(request: RouteRequest, view: RouteView): Plan {
  const { targets, preferences } = request;
  const [only] = targets;
  if (targets.length === 1 && only) return planModel(only, request, view);
  const plans = targets.map((target) => planModel(target, request, view));
  const dropped = plans.flatMap((plan) => plan.dropped);
  const candidates = plans.flatMap((plan) => plan.candidates);
  const [first] = plans;
  if (preferences.partition === "model") {
    const { basis = "weighted", sort = "weighted", pinned } = first ?? {};
    const others = plans.flatMap((plan) => plan.others);
    return { candidates, dropped, basis, sort, pinned, others, hasCutoffs: hasCutoffs(preferences) };
  }
  const modelOf = new Map(candidates.map(({ endpoint, model }) => [endpoint, model]));
  const sort = preferences.sort;
  const all = orderEndpoints([...modelOf.keys()], preferences, sort, view);
  const basis = preferences.order.length > 0 ? "order" : (sort ?? "weighted");
  const together = all.map((endpoint) => ({ model: modelOf.get(endpoint)!, endpoint, byok: false }));
  return {
    candidates: withByokKeys(together, request.byokKeys, preferences),
    dropped,
    basis,
    sort: basis,
    pinned: undefined,
    others: [],
    hasCutoffs: hasCutoffs(preferences),
  };
}

function hasCutoffs({ minThroughput, maxLatency }: Preferences): boolean {
  return minThroughput !== undefined || maxLatency !== undefined;
}

function planModel({ model, variant }: Target, request: RouteRequest, view: RouteView): Plan {
  const { needs, preferences, byokKeys } = request;
  const tier = chooseTier(needs.tier, variant, preferences);
  const strict = needs.tier === "flex" && model.endpoints.some((endpoint) => endpoint.tier === "flex");
  const { eligible, dropped } = divide(model, needs, preferences, strict ? flexOnly : withTier[tier]);
  const sort = sortOf(request, variant);
  let ordered = orderEndpoints(eligible, preferences, sort, view);
  const unpinned = preferences.order.length > 0 ? "order" : (sort ?? "weighted");
  let basis: RouteBasis = unpinned;
  let pinned: CatalogEndpoint | undefined;
  if (preferences.order.length === 0) {
    if (needs.tier === "priority" || needs.tier === "ultrafast") ordered = tierFirst(ordered);
    const pin = request.pinOf?.(model);
    pinned = pin === undefined ? undefined : ordered.find(({ tag }) => tag === pin);
    ordered = pinFirst(ordered, pinned, view);
    if (pinned && ordered[0] === pinned) basis = "pinned";
  }
  const shared = ordered.map((endpoint) => ({ model, endpoint, byok: false }));
  const all = withByokKeys(shared, byokKeys, preferences);
  const most = preferences.allowFallbacks || preferences.order.length > 0 ? all.length : 1;
  return {
    candidates: all.slice(0, most),
    dropped,
    basis,
    sort: unpinned,
    pinned,
    others: all.slice(most),
    hasCutoffs: hasCutoffs(preferences),
  };
}

/** `:nitro` admits the priority tier and `:floor` the flex tier, unless the request lists its own order. */
function chooseTier(requested: Tier | undefined, variant: Variant | undefined, { order }: Preferences): Tier {
  if (requested && requested !== "default") return requested;
  if (order.length > 0) return "default";
  if (variant === "nitro") return "priority";
  return variant === "floor" ? "flex" : "default";
}

/** The sort key: that of the request, its variant, its tier, or tool calls if it has tools. */
function sortOf({ preferences, needs, hasTools }: RouteRequest, variant: Variant | undefined): SortKey | undefined {
  if (preferences.sort) return preferences.sort;
  if (variant === "nitro") return "throughput";
  if (variant === "floor") return "price";
  if (variant === "exacto") return "exacto";
  if (needs.tier === "flex") return "price";
  if (hasTools && preferences.order.length === 0) return "exacto";
  return undefined;
}

/** Endpoints of the ultrafast and then of the priority tier, each by throughput, then the others unchanged. */
function tierFirst(ordered: readonly CatalogEndpoint[]): CatalogEndpoint[] {
  const of = (wanted: Tier): CatalogEndpoint[] =>
    ordered.filter(({ tier }) => tier === wanted).toSorted((a, b) => b.throughput - a.throughput);
  const others = ordered.filter(({ tier }) => tier !== "ultrafast" && tier !== "priority");
  return [...of("ultrafast"), ...of("priority"), ...others];
}

function pinFirst(ordered: CatalogEndpoint[], pinned: CatalogEndpoint | undefined, view: RouteView): CatalogEndpoint[] {
  if (!pinned || isUnhealthy(pinned, view)) return ordered;
  return [pinned, ...ordered.filter((endpoint) => endpoint !== pinned)];
}

/**
 * BYOK keys come before all shared endpoints, or after them if `fallbackOnly` is set. Among themselves they follow the
 * order that the request lists, or else that of the keys.
 */
function withByokKeys(
  shared: readonly Candidate[],
  byokKeys: readonly ByokKey[],
  { order }: Preferences,
): readonly Candidate[] {
  if (byokKeys.length === 0) return shared;
  const reached = (keys: readonly ByokKey[]): Candidate[] => {
    const rank = new Map(keys.map(({ provider }, index) => [provider, index]));
    const own = shared
      .filter(({ endpoint }) => rank.has(endpoint.provider.slug))
      .map((candidate) => ({ ...candidate, byok: true }));
    if (order.length > 0) return own;
    return own.sort((a, b) => rank.get(a.endpoint.provider.slug)! - rank.get(b.endpoint.provider.slug)!);
  };
  const always = new Set(byokKeys.filter((key) => key.exclusive).map(({ provider }) => provider));
  return [
    ...reached(byokKeys.filter((key) => !key.fallbackOnly)),
    ...shared.filter(({ endpoint }) => !always.has(endpoint.provider.slug)),
    ...reached(byokKeys.filter((key) => key.fallbackOnly)),
  ];
}
