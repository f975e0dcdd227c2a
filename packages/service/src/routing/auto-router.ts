import type { ChatCompletionRequest, PipelineStage } from "@patchbay/spec";
import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import { getOwn } from "@patchbay/engine/data/get-own";
import type { Random } from "@patchbay/engine/data/random";
import { HttpError } from "../http/http-error.ts";
import type { ServiceState } from "../state/service-state.ts";
import { textOf } from "../messages/message-text.ts";
import { createWildcard } from "./wildcard.ts";

/** The result of a router. */
export interface Routed {
  readonly names: readonly string[];
  readonly strategy: string;
  readonly stage: PipelineStage;
}

/** The capabilities that a chosen model must have. */
interface Wants {
  readonly modalities: readonly string[];
  readonly tools: boolean;
  readonly schema: boolean;
}

type Router = (request: ChatCompletionRequest, wants: Wants, state: ServiceState, random: Random) => Routed;

/** Router names, which can be used in place of a model. */
const routers: Readonly<Record<string, Router>> = {
  "openrouter/auto": (request, wants, state) => auto(request, wants, state, "auto-router"),
  "openrouter/auto-beta": (request, wants, state) => auto(request, wants, state, "auto-beta-router"),
  "openrouter/free": free,
  "openrouter/pareto-code": pareto,
};

const notSimulated = new Set(["openrouter/fusion", "openrouter/fusion-flash", "openrouter/bodybuilder"]);

/** Runs the router of a name. Returns `undefined` if the name is not a router. */
export function routeByName(
  name: string,
  request: ChatCompletionRequest,
  modalities: readonly string[],
  { state, random }: { state: ServiceState; random: Random },
): Routed | undefined {
  if (notSimulated.has(name))
    throw new HttpError(400, `This server does not support ${name}. It supports ${Object.keys(routers).join(", ")}.`);
  const router = getOwn(routers, name);
  if (!router) return undefined;
  const wants = {
    modalities,
    tools: Boolean(request.tools?.some(({ type }) => type === "function")),
    schema: request.response_format?.type === "json_schema",
  };
  return router(request, wants, state, random);
}

interface Settings {
  readonly id: string;
  readonly allowed_models?: readonly string[] | undefined;
  readonly excluded_models?: readonly string[] | undefined;
  readonly cost_tier?: string | undefined;
  readonly min_coding_score?: number | undefined;
  readonly max_price?: number | undefined;
  readonly price_source?: string | undefined;
}

function settingsOf({ plugins }: ChatCompletionRequest, id: string): Settings | undefined {
  return plugins?.find((plugin) => plugin.id === id) as Settings | undefined;
}

/** Task → words that indicate it. The first match is used. */
const tasks: Readonly<Record<string, RegExp>> = {
  code_generation: /\b(?:code|function|typescript|python|javascript|rust|sql|regex|bug|compile|refactor|class|api)\b/i,
  math: /\b(?:equation|integral|prove|theorem|solve|calculate|probability|derivative|sum)\b|\d\s*[-+*/^]\s*\d/i,
  summarization: /\b(?:summar|tl;?dr|shorten|condense)/i,
  translation: /\b(?:translate|translation|in (?:french|german|spanish|japanese))\b/i,
  extraction: /\b(?:extract|parse|fields?|json)\b/i,
  writing: /\b(?:write|poem|story|essay|email|letter|blog)\b/i,
};

/** Cost tier → maximum mean price in USD per million tokens. */
const tierPrices: Readonly<Record<string, number>> = { low: 1.5, medium: 6, high: 20, xhigh: 60, max: Infinity };

function auto(request: ChatCompletionRequest, wants: Wants, state: ServiceState, plugin: string): Routed {
  const {
    allowed_models: allowed,
    excluded_models: excluded = [],
    cost_tier: tier = "low",
  } = settingsOf(request, plugin) ?? {};
  const last = request.messages.findLast(({ role }) => role === "user");
  // The start of a question shows its topic.
  const text = last ? textOf(last).slice(0, 2000) : "";
  const task = Object.entries(tasks).find(([, words]) => words.test(text))?.[0] ?? "general_chat";
  const index = task === "code_generation" ? "coding_index" : "intelligence_index";
  const most = getOwn(tierPrices, tier) ?? Infinity;
  const isAllowed = allowed?.map(createWildcard);
  const isExcluded = excluded.map(createWildcard);
  const chosen = state.catalog.models
    .filter((model) => isAble(model, wants, state) && !model.free && perMillion(model) <= most)
    .filter(({ id }) => (!isAllowed || isAllowed.some((fits) => fits(id))) && !isExcluded.some((fits) => fits(id)))
    .sort((a, b) => scoreOf(b, index) - scoreOf(a, index));
  if (chosen.length === 0) throw new HttpError(404, "No models match your request and model restrictions");
  return {
    names: chosen.slice(0, 3).map(({ id }) => id),
    strategy: "auto",
    stage: { type: "plugin", name: plugin, data: { task_type: task, cost_tier: tier, model: chosen[0]!.id } },
  };
}

function free(_: ChatCompletionRequest, wants: Wants, state: ServiceState, random: Random): Routed {
  const able = state.catalog.models.filter(
    (model) => model.free && model.id.endsWith(":free") && isAble(model, wants, state),
  );
  const first = able[Math.floor(random() * able.length)];
  if (!first) throw new HttpError(404, "No models match your request and model restrictions");
  const others = able.filter((model) => model !== first);
  return {
    names: [first.id, ...others.map(({ id }) => id)],
    strategy: "free",
    stage: { type: "plugin", name: "free-router", data: { candidates: able.length, model: first.id } },
  };
}

/** The cheapest model with a minimum coding score: in the upper third of all scores, the upper two thirds, or any. */
function pareto(request: ChatCompletionRequest, wants: Wants, state: ServiceState): Routed {
  const {
    min_coding_score: wished = 0,
    max_price: most = Infinity,
    price_source: source,
  } = settingsOf(request, "pareto-router") ?? {};
  const rated = state.catalog.models
    .filter((model) => !model.free && scoreOf(model, "coding_index") > 0 && isAble(model, wants, state))
    .sort((a, b) => scoreOf(b, "coding_index") - scoreOf(a, "coding_index"));
  const share = wished >= 0.66 ? 1 / 3 : wished >= 0.33 ? 2 / 3 : 1;
  const price =
    source === "weighted_avg" ? perMillion : (model: CatalogModel): number => Number(model.model.pricing.prompt) * 1e6;
  const good = rated
    .slice(0, Math.ceil(rated.length * share))
    .filter((model) => price(model) <= most)
    .sort((a, b) => perMillion(a) - perMillion(b));
  if (good.length === 0) throw new HttpError(404, "No models match your request and model restrictions");
  const tier = share === 1 ? "low" : share < 0.5 ? "high" : "medium";
  return {
    names: good.slice(0, 3).map(({ id }) => id),
    strategy: "pareto",
    stage: { type: "plugin", name: "pareto-router", data: { tier, model: good[0]!.id } },
  };
}

function isAble(
  { model, data, endpoints }: CatalogModel,
  { modalities, tools, schema }: Wants,
  state: ServiceState,
): boolean {
  const { input_modalities: inputs, output_modalities: outputs } = model.architecture;
  return (
    outputs.length === 1 &&
    outputs[0] === "text" &&
    modalities.every((modality) => inputs.includes(modality)) &&
    !(data.expiration_date !== undefined && state.now() > Date.parse(data.expiration_date)) &&
    endpoints.some(
      ({ parameters }) => (!tools || parameters.has("tools")) && (!schema || parameters.has("structured_outputs")),
    )
  );
}

function scoreOf({ data }: CatalogModel, index: "coding_index" | "intelligence_index"): number {
  return data.benchmarks?.artificial_analysis?.[index] ?? 0;
}

/** The mean price of three parts prompt and one part completion, in USD per million tokens. */
function perMillion({ model: { pricing } }: CatalogModel): number {
  return ((3 * Number(pricing.prompt) + Number(pricing.completion)) / 4) * 1_000_000;
}
