import type { EndpointView } from "../ports/shared-state.ts";
import type { AttemptCandidate, AttemptRequest } from "./attempt-policy.ts";
import type { Random } from "@patchbay/engine/data/random";
import { compareToolSuccess } from "./tool-success.ts";

/** What the order depends on, in addition to the request. */
export interface OrderView {
  readonly now: number;
  readonly random: Random;
  readonly healthOf: (endpoint: string) => EndpointView;
  /** The expected wait at an endpoint for comparison, see `EndpointLoad.cost`. */
  readonly loadOf: (endpoint: string) => number | undefined;
  /** Whether an endpoint at a rate limit can take a request, see `EndpointLoad.hasFreeSlot`. */
  readonly hasFreeSlot: (endpoint: string, limitedUntil: number) => boolean;
}

/** Candidates whose prices differ by more than this factor are not compared by their load. */
const similarPrice = 2;
/**
 * The second drawn candidate goes first if its load is lower by this factor. In the simulation, 4 gives the same success and
 * p99 as 1, at a lower cost: with 1, faster and more expensive endpoints take most of the traffic.
 */
const muchLessLoad = 4;

/**
 * Orders candidates by group. In each group the pinned one comes first, then the others as the request wants them. Those that
 * are at a rate limit or down follow at the end of all groups, the former first: they are never removed. Pure.
 */
export function orderCandidates<C extends AttemptCandidate>(
  candidates: readonly C[],
  { basis, pin }: AttemptRequest,
  view: OrderView,
): C[] {
  if (candidates.length < 2) return [...candidates];
  const ready: C[] = [];
  const limited: C[] = [];
  const down: C[] = [];
  for (const group of groupsOf(candidates)) {
    const healthy: C[] = [];
    for (const candidate of group) {
      const health = view.healthOf(candidate.endpoint);
      if (health.breaker === "open") down.push(candidate);
      else if (isFull(candidate.endpoint, health, view)) limited.push(candidate);
      else healthy.push(candidate);
    }
    const ordered = basis === "listed" ? healthy : fallbacksLast(orderHealthy(healthy, basis, view));
    ready.push(...(basis === "listed" ? ordered : pinFirst(ordered, pin)));
  }
  return [...ready, ...limited, ...down];
}

/** Whether an endpoint can be tried now without being its probe. */
export function isReady(endpoint: string, health: EndpointView, view: Pick<OrderView, "now" | "hasFreeSlot">): boolean {
  return health.breaker !== "open" && !isFull(endpoint, health, view);
}

function isFull(
  endpoint: string,
  { limitedUntil }: EndpointView,
  { now, hasFreeSlot }: Pick<OrderView, "now" | "hasFreeSlot">,
): boolean {
  return limitedUntil > now && !hasFreeSlot(endpoint, limitedUntil);
}

function groupsOf<C extends AttemptCandidate>(candidates: readonly C[]): readonly (readonly C[])[] {
  const groups = new Map<number, C[]>();
  for (const candidate of candidates) {
    const { group = 0 } = candidate;
    const known = groups.get(group);
    if (known) known.push(candidate);
    else groups.set(group, [candidate]);
  }
  if (groups.size === 1) return [candidates];
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function orderHealthy<C extends AttemptCandidate>(
  candidates: readonly C[],
  basis: AttemptRequest["basis"],
  view: OrderView,
): readonly C[] {
  if (candidates.length < 2) return candidates;
  if (basis === "weighted") return lessLoadedFirst(drawAll(candidates, view.random), view);
  return basis === "exacto" ? byToolSuccess(candidates, view) : candidates;
}

/** An endpoint of weight 0 is a fallback, however the others are ordered. */
function fallbacksLast<C extends AttemptCandidate>(ordered: readonly C[]): readonly C[] {
  if (!ordered.some(({ weight }) => weight === 0)) return ordered;
  return [...ordered.filter(({ weight }) => weight !== 0), ...ordered.filter(({ weight }) => weight === 0)];
}

function pinFirst<C extends AttemptCandidate>(ordered: readonly C[], pin: string | undefined): readonly C[] {
  const at = pin === undefined ? -1 : ordered.findIndex(({ endpoint }) => endpoint === pin);
  return at <= 0 ? ordered : [ordered[at]!, ...ordered.toSpliced(at, 1)];
}

/** Draws all without replacement, by weight and by the inverse square of the price. Free ones come first, weight 0 last. */
function drawAll<C extends AttemptCandidate>(candidates: readonly C[], random: Random): C[] {
  const prices = candidates.map(({ price }) => price).filter((price) => price > 0);
  const cheapest = Math.min(...prices);
  return candidates
    .map((candidate) => {
      const { price, weight = 1 } = candidate;
      const rank = weight === 0 ? 2 : Number(price > 0);
      const share = (weight || 1) * (price > 0 ? (cheapest / price) ** 2 : 1);
      // The smallest of exponentially distributed times is each candidate's with the probability of its share.
      return { candidate, rank, time: -Math.log(1 - random()) / share };
    })
    .sort((a, b) => a.rank - b.rank || a.time - b.time)
    .map(({ candidate }) => candidate);
}

function lessLoadedFirst<C extends AttemptCandidate>(ordered: C[], view: OrderView): C[] {
  const [first, second, ...others] = ordered as [C, C, ...C[]];
  const [load, otherLoad] = [view.loadOf(first.endpoint), view.loadOf(second.endpoint)];
  if (load === undefined || otherLoad === undefined || second.weight === 0) return ordered;
  const ratio = first.price === second.price ? 1 : first.price / second.price;
  if (!(ratio <= similarPrice && ratio >= 1 / similarPrice)) return ordered;
  return otherLoad * muchLessLoad < load ? [second, first, ...others] : ordered;
}

/** Proven endpoints by their success, then unproven ones in the given order, then those that are behind. */
function byToolSuccess<C extends AttemptCandidate>(candidates: readonly C[], { healthOf }: OrderView): readonly C[] {
  const views = candidates.map(({ endpoint }) => healthOf(endpoint));
  const standings = compareToolSuccess(views);
  const ranks = { proven: 0, unproven: 1, behind: 2 };
  return candidates
    .map((candidate, index) => ({
      candidate,
      rank: ranks[standings[index]!],
      // Whole percents: a smaller difference is chance.
      rate: standings[index] === "unproven" ? 0 : Math.round(100 * views[index]!.toolSuccess!),
    }))
    .sort((a, b) => a.rank - b.rank || b.rate - a.rate)
    .map(({ candidate }) => candidate);
}
