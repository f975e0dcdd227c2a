import type { ChatCompletion, ModelId } from "@patchbay/client";
import type { ModelCatalog } from "@patchbay/client/catalog";
import { defaultFallbackActions } from "../generated/fallback.ts";
import { AgentError } from "../errors/agent-error.ts";
import { checkOptions, hideKeys, type Aliases, type OptionKinds } from "../options/check-options.ts";
import { callModels } from "./call-models.ts";
import { Cooldown, type CooldownOptions } from "./cooldown.ts";
import type {
  AnyFallbackOptions,
  ModelCandidate,
  Fallback,
  FallbackOptions,
  ServiceFallbackOptions,
} from "./fallback-rules.ts";
import { HedgeBudget, type HedgeOptions } from "./hedge.ts";

/**
 * Creates a list of fallback models for the `model` of an agent: when one fails, the next one responds to the same
 * step. `FailureKind` lists the failures. The retries of the client and the fallback of the API are off.
 *
 * @throws AgentError if the list is empty or an option is invalid
 * @example
 * ```ts
 * const model = fallback(["anthropic/claude-sonnet-4.5", "openai/gpt-5-mini"], { firstTokenTimeout: 8000 });
 * const agent = createAgent({ client, model });
 * ```
 */
export function fallback(candidates: readonly ModelId[], options: ServiceFallbackOptions): Fallback<unknown>;
export function fallback(
  candidates: readonly (ModelId | ModelCandidate)[],
  options?: FallbackOptions<unknown> & { readonly accept?: undefined },
): Fallback<unknown>;
export function fallback<Value = ChatCompletion>(
  candidates: readonly (ModelId | ModelCandidate)[],
  options: FallbackOptions<Value>,
): Fallback<Value>;
export function fallback<Value>(
  candidates: readonly (ModelId | ModelCandidate)[],
  options: AnyFallbackOptions<Value> = {},
): Fallback<Value> {
  const all = Array.isArray(candidates)
    ? candidates.map((one: ModelId | ModelCandidate) => (typeof one === "string" ? { model: one } : { ...one }))
    : [];
  if (
    all.length === 0 ||
    all.some((one: Partial<ModelCandidate> | null) => typeof one?.model !== "string" || one.model.trim() === "")
  )
    throw new AgentError(
      `The models of fallback must be a list of names, or of objects with a \`model\`, got ${hideKeys(JSON.stringify(candidates) ?? "undefined")}.`,
    );
  checkOptions("fallback", options, known, aliases);
  if (options.hedge) checkOptions("hedge", options.hedge, hedgeKinds);
  if (options.hedge && options.hedge.delay === undefined)
    throw new AgentError("`hedge` must have a `delay` in milliseconds.");
  if (options.cooldown) checkOptions("cooldown", options.cooldown, cooldownKinds);
  checkWords(options);
  const { catalog, midStream = "throw", hedge, cooldown, performedBy: by = "agent" } = options;
  if (by === "service") checkPlain(all, options);
  const actions = {
    ...defaultFallbackActions,
    ...(midStream !== "throw" && { after_output: "next" as const }),
    ...options.actions,
  };
  let checked: Promise<void> | undefined;
  const rules: Fallback<Value> = {
    kind: "fallback",
    performedBy: by,
    candidates: all,
    cooldown: new Cooldown(cooldown),
    budget: hedge && new HedgeBudget(hedge),
    actionOn: ({ kind }) => actions[kind],
    ask: (models, ask) => callModels(rules as unknown as Fallback, models, ask),
    check: () => (checked ??= catalog ? checkModels(catalog, all) : Promise.resolve()),
    contextOf: async (model) => {
      const found = catalog && (await find(catalog, model).catch(() => undefined));
      return found?.context_length ?? undefined;
    },
    options,
  };
  return rules;
}

const known = {
  actions: ["object"],
  firstTokenTimeout: ["delay"],
  idleTimeout: ["delay"],
  retryDelay: ["delay"],
  hedge: ["object"],
  cooldown: ["object"],
  accept: ["function"],
  midStream: ["any"],
  performedBy: ["any"],
  catalog: ["object"],
} satisfies OptionKinds<AnyFallbackOptions<never>>;

const aliases: Aliases = {
  timeout: "firstTokenTimeout",
  firstToken: "firstTokenTimeout",
  stall: "idleTimeout",
  by: "performedBy",
  catalogue: "catalog",
  delay: "retryDelay",
  hedging: "hedge",
  circuitBreaker: "cooldown",
  validate: "accept",
  isAcceptable: "accept",
  on: "actions",
  onFailure: "actions",
  signal: "Pass it to the run, or to `withFallback`.",
  abortSignal: "Pass it as `signal` to the run, or to `withFallback`.",
  retries: 'Use `actions: { server_error: "retry" }`; a model is tried twice at most.',
  maxRetries: 'Use `actions: { server_error: "retry" }`; a model is tried twice at most.',
};

const hedgeKinds = { delay: ["delay"], maxRatio: ["ratio"] } satisfies OptionKinds<HedgeOptions>;
const cooldownKinds = {
  failureThreshold: ["numberFromOne"],
  duration: ["delay"],
  state: ["object"],
  now: ["function"],
} satisfies OptionKinds<CooldownOptions>;

/** Rejects options that the API's own fallback does not support. */
function checkPlain(
  candidates: readonly ModelCandidate[],
  { performedBy: _, catalog: __, ...rules }: AnyFallbackOptions<never>,
): void {
  const own = candidates.flatMap(({ model, ...fields }) => (Object.keys(fields).length > 0 ? [model] : []));
  const names = Object.keys(rules);
  if (own.length > 0 || names.length > 0)
    throw new AgentError(
      `\`performedBy: "service"\` does not support ${[...names, ...own.map((model) => `the fields of ${model}`)].join(", ")}: the API takes model ids only. Remove them, or use \`performedBy: "agent"\`.`,
    );
}

/** Rejects unknown values, which would have no effect. */
function checkWords({
  actions: on = {},
  midStream = "throw",
  performedBy: by = "agent",
}: AnyFallbackOptions<never>): void {
  const actions = new Set<string>(["retry", "next", "throw"]);
  for (const [kind, action] of Object.entries(on)) {
    if (!Object.hasOwn(defaultFallbackActions, kind))
      throw new AgentError(
        `\`actions\` has the unknown failure kind ${JSON.stringify(kind)}. Use one of ${Object.keys(defaultFallbackActions).join(", ")}.`,
      );
    if (action !== undefined && !actions.has(action))
      throw new AgentError(`\`actions.${kind}\` must be "retry", "next" or "throw", got ${JSON.stringify(action)}.`);
  }
  if (!["throw", "restart", "continue"].includes(midStream))
    throw new AgentError(`\`midStream\` must be "throw", "restart" or "continue", got ${JSON.stringify(midStream)}.`);
  if (!["agent", "service"].includes(by))
    throw new AgentError(`\`performedBy\` must be "agent" or "service", got ${JSON.stringify(by)}.`);
}

/** Throws if a model is not in the catalog. An unavailable catalog does not prevent the request. */
async function checkModels(catalog: Pick<ModelCatalog, "get">, candidates: readonly ModelCandidate[]): Promise<void> {
  const found = await Promise.all(
    candidates.map(async ({ model }) => isRouted(model) || (await find(catalog, model)) !== undefined),
  ).catch(() => []);
  const unknown = candidates.filter((_, index) => found[index] === false).map(({ model }) => model);
  if (unknown.length > 0)
    throw new AgentError(
      `The catalog does not have ${unknown.map((model) => JSON.stringify(model)).join(", ")}. No request was sent. Find the model id with \`catalog.find\`, or remove the model.`,
    );
}

/** Names for which the API chooses the model: `~author/model-latest`, presets, routers. */
function isRouted(model: string): boolean {
  return model.startsWith("~") || model.startsWith("openrouter/") || model.includes("@");
}

/** Variants that are separate models. The others, such as `:nitro`, select the provider. */
const ownModels = /:(free|extended|thinking)$/;

async function find(
  catalog: Pick<ModelCatalog, "get">,
  model: string,
): Promise<Awaited<ReturnType<ModelCatalog["get"]>>> {
  const found = await catalog.get(model);
  return found || ownModels.test(model) ? found : catalog.get(model.replace(/:[^:/]*$/, ""));
}
