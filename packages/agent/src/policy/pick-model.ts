import type { ChatCompletionRequest, Endpoint, Model } from "@patchbay/client";
import type { ModelCatalog } from "@patchbay/client/catalog";
import { estimateCost, type Usd } from "@patchbay/client/money";
import { AgentError } from "../errors/agent-error.ts";
import { explainMisses, type Miss } from "./pick-model-misses.ts";
import { checkNeeds, endpointNeeds, filterOf, type ModelRequirements } from "./pick-model-needs.ts";
import { narrow, routingRules, type RoutingViolationCode } from "./endpoints.ts";
import { PolicyError } from "./error.ts";
import { createPolicy } from "./gate.ts";
import { isRouted } from "./model.ts";

/** A model that fits, and its rank; lower is better. */
interface Found {
  readonly model: Model;
  readonly rank: Usd | number;
}

/** The number of models that are checked at the same time. */
const widest = 8;

/**
 * Picks the best model with an endpoint that meets all requirements: the cheapest or the fastest one, then the first by
 * id. Endpoints are loaded for as few models as possible, the cheapest first; if speed decides, for all models that
 * remain. A router is never picked.
 *
 * @throws AgentError if no model fits, with the number of models that each requirement rules out and the nearest model
 * @example
 * ```ts
 * const { id } = await pickModel(catalog, { tools: true, minContextLength: 100_000, zdr: true, maxLatency: 800 });
 * ```
 */
export async function pickModel(catalog: ModelCatalog, needs: ModelRequirements = {}): Promise<Model> {
  checkNeeds(needs);
  const byPrice = (needs.prefer ?? "price") === "price";
  const misses: Miss[] = [];
  let best: Found | undefined;
  // An endpoint is never cheaper than the listed price of its model.
  const mayWin = (one: Found): boolean => !byPrice || !best || isBefore(one, best);
  let rest = await candidatesFor(catalog, needs);
  for (let width = byPrice ? 1 : widest; rest.length > 0; width = Math.min(2 * width, widest)) {
    const looked = await Promise.all(rest.slice(0, width).map(({ model }) => look(catalog, model, needs)));
    for (const one of looked)
      if ("need" in one) misses.push(one);
      else if (!best || isBefore(one, best)) best = one;
    rest = rest.slice(width).filter(mayWin);
  }
  if (best) return best.model;
  throw new AgentError(await explainMisses(catalog, filterOf(needs), misses));
}

/** The remaining models of the catalog with their listed prices, the cheapest first. */
async function candidatesFor(catalog: ModelCatalog, needs: ModelRequirements): Promise<Found[]> {
  const today = new Date().toISOString().slice(0, 10);
  const models = await catalog.find(filterOf(needs));
  return models
    .filter((model) => !isRouted(model) && (model.expiration_date ?? today) >= today)
    .map((model) => ({ model, rank: getCost(model, needs) }))
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
}

/** Checks whether one endpoint of a model meets all requirements. */
async function look(catalog: ModelCatalog, model: Model, needs: ModelRequirements): Promise<Found | Miss> {
  const { zdr, maxPromptPrice: prompt, maxCompletionPrice: completion } = needs;
  const prices = { ...(prompt !== undefined && { prompt }), ...(completion !== undefined && { completion }) };
  let request: ChatCompletionRequest = {
    model: model.id,
    messages: [],
    provider: { ...(zdr && { zdr }), max_price: prices },
  };
  const gates = gatesOf(catalog, needs);
  for (const [met, [need, gate]] of gates.entries())
    try {
      request = await gate.apply(request);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { model, need, met, distance: Infinity, why: error.violations.map(({ message: why }) => why).join("; ") };
    }
  const rules = [...(await routingRules(catalog, model.id, request, undefined)), ...endpointNeeds(needs)];
  const { rule, left } = narrow(await catalog.listEndpoints(model.id), rules);
  if (!rule) return { model, rank: rankOf(left, needs) };
  return {
    model,
    need: Object.hasOwn(needOf, rule.name) ? needOf[rule.name as RoutingViolationCode] : rule.name,
    met: gates.length + rules.indexOf(rule),
    distance: rule.distance?.(left) ?? Infinity,
    why: rule.miss(left),
  };
}

/** Routing rule → the requirement that it checks. */
const needOf: Readonly<Record<RoutingViolationCode, string>> = {
  unavailable: "being served",
  data_retention: "zdr",
  provider_not_allowed: "policy",
  price_exceeded: "a price",
};

/** Requirement → the check for it. */
function gatesOf(catalog: ModelCatalog, { allow, deny, policy: given }: ModelRequirements) {
  return [
    ...(allow ? [["allow", createPolicy({ catalog, allow })] as const] : []),
    ...(deny ? [["deny", createPolicy({ catalog, deny })] as const] : []),
    ...(given ? [["policy", given] as const] : []),
  ];
}

/** Whether a policy rejected the model, instead of being unable to check it. */
function isRefusal(error: unknown): error is PolicyError {
  return error instanceof PolicyError && !error.violations.some(({ code: reason }) => reason === "catalog_unavailable");
}

function rankOf(endpoints: readonly [Endpoint, ...Endpoint[]], needs: ModelRequirements): Usd | number {
  const { prefer = "price", percentile = "p50" } = needs;
  const ranks: Readonly<Record<typeof prefer, (endpoint: Endpoint) => Usd | number>> = {
    price: (one) => getCost(one, needs),
    latency: (one) => one.latency_last_30m?.[percentile] ?? Infinity,
    throughput: (one) => -(one.throughput_last_30m?.[percentile] ?? 0),
  };
  return endpoints.map(ranks[prefer]).reduce((a, b) => (b < a ? b : a));
}

/** Infinity if the prices cannot be parsed. */
function getCost(one: Pick<Model, "pricing">, { expectedTokens: tokens }: ModelRequirements): Usd | number {
  const { prompt, completion } = tokens ?? { prompt: 1000, completion: 1000 };
  try {
    return estimateCost(one, { prompt_tokens: prompt, completion_tokens: completion });
  } catch {
    return Infinity;
  }
}

function isBefore(a: Found, b: Found): boolean {
  return a.rank === b.rank ? a.model.id < b.model.id : a.rank < b.rank;
}
