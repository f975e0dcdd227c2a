import type { ChatCompletion, ModelId } from "@patchbay/client";
import type { ModelCatalog } from "@patchbay/client/catalog";
import { AgentError } from "../errors/agent-error.ts";
import { checkOptions, type Aliases, type OptionKinds } from "../options/check-options.ts";
import { callModels } from "./call-models.ts";
import { Cooldown, type CooldownOptions } from "./cooldown.ts";
import {
  defaultFallbackActions,
  type AnyFallbackOptions,
  type ModelCandidate,
  type Fallback,
  type FallbackOptions,
  type ServiceFallbackOptions,
} from "./fallback-rules.ts";
import { HedgeBudget, type HedgeOptions } from "./hedge.ts";

/**
 * Models that stand in for each other, as the `model` of an agent: when one fails, the next one answers the same step. What counts
 * as which failure stands in `FailureKind`. The client's own retries are off below it, and the service's fallback is not asked.
 *
 * @throws AgentError when there is no candidate, or a number makes no sense
 * @example
 * ```ts
 * const bot = agent({ client, model: fallback(["anthropic/claude-sonnet-4.5", "openai/gpt-5-mini"], { firstToken: 8000 }) });
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
      `The models of fallback must be a list of names, or of objects with a \`model\`, got ${JSON.stringify(candidates) ?? "undefined"}.`,
    );
  checkOptions("fallback", options, known, aliases);
  if (options.hedge !== undefined && typeof options.hedge === "object")
    checkOptions("hedge", options.hedge, hedgeKinds);
  if (options.cooldown) checkOptions("cooldown", options.cooldown, cooldownKinds);
  checkWords(options);
  checkNumbers(options);
  const { catalog: catalogue, midStream = "throw", hedge, cooldown, performedBy: by = "agent" } = options;
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
    check: () => (checked ??= catalogue ? checkModels(catalogue, all) : Promise.resolve()),
    contextOf: async (model) => {
      const found = catalogue && (await find(catalogue, model).catch(() => undefined));
      return found?.context_length ?? undefined;
    },
    options,
  };
  return rules;
}

const known = {
  actions: ["object"],
  firstTokenTimeout: ["any"],
  idleTimeout: ["any"],
  retryDelay: ["any"],
  hedge: ["any"],
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

const hedgeKinds = { delay: ["any"], maxRatio: ["any"] } satisfies OptionKinds<HedgeOptions>;
const cooldownKinds = {
  failureThreshold: ["any"],
  duration: ["any"],
  state: ["object"],
  now: ["function"],
} satisfies OptionKinds<CooldownOptions>;

/** Refuses what the service cannot be told of a list of models. */
function checkPlain(
  candidates: readonly ModelCandidate[],
  { performedBy: _, catalog: __, ...rules }: AnyFallbackOptions<never>,
): void {
  const own = candidates.flatMap(({ model, ...fields }) => (Object.keys(fields).length > 0 ? [model] : []));
  const names = Object.keys(rules);
  if (own.length > 0 || names.length > 0)
    throw new AgentError(
      `\`performedBy: "service"\` sends the service a list of names; it cannot be told of ${[...names, ...own.map((model) => `the fields of ${model}`)].join(", ")}. Leave that out, or let the agent fall back.`,
    );
}

/** The longest wait that a timer can hold, in milliseconds. */
const longest = 2 ** 31 - 1;

/** Refuses words that mean nothing, which would change nothing. */
function checkWords({
  actions: on = {},
  midStream = "throw",
  performedBy: by = "agent",
}: AnyFallbackOptions<never>): void {
  const actions = new Set<string>(["retry", "next", "throw"]);
  for (const [kind, action] of Object.entries(on)) {
    if (!Object.hasOwn(defaultFallbackActions, kind))
      throw new AgentError(
        `\`actions\` has ${JSON.stringify(kind)}, which is no kind of failure; there are ${Object.keys(defaultFallbackActions).join(", ")}.`,
      );
    if (action !== undefined && !actions.has(action))
      throw new AgentError(`\`actions.${kind}\` is ${JSON.stringify(action)}; it is retry, next or throw.`);
  }
  if (!["throw", "restart", "continue"].includes(midStream))
    throw new AgentError(`\`midStream\` is ${JSON.stringify(midStream)}; it is throw, restart or continue.`);
  if (!["agent", "service"].includes(by))
    throw new AgentError(`\`performedBy\` is ${JSON.stringify(by)}; it is agent or service.`);
}

function checkNumbers({
  firstTokenTimeout: firstToken,
  idleTimeout: stall,
  retryDelay,
  hedge,
  cooldown = {},
}: AnyFallbackOptions<never>): void {
  if (hedge !== undefined && typeof (hedge as Partial<typeof hedge> | null)?.delay !== "number")
    throw new AgentError(
      `\`hedge\` is ${JSON.stringify(hedge)}; it is { delay: milliseconds }, with a \`maxRatio\` of the answers where you like.`,
    );
  const { failureThreshold: failures = 1 } = cooldown;
  if (!(typeof failures === "number" && failures >= 1))
    throw new AgentError(`\`cooldown.failureThreshold\` is ${failures}; it is a number of failures from 1.`);
  const times = {
    firstTokenTimeout: firstToken,
    idleTimeout: stall,
    retryDelay,
    "hedge.delay": hedge?.delay,
    "cooldown.duration": cooldown.duration,
  };
  for (const [name, ms] of Object.entries(times))
    if (ms !== undefined && !(typeof ms === "number" && ms >= 0 && ms <= longest))
      throw new AgentError(`\`${name}\` is ${ms}; it is a number of milliseconds, up to ${longest}, or left out.`);
  const { maxRatio: share = 1 } = hedge ?? {};
  if (!(typeof share === "number" && share > 0 && share <= 1))
    throw new AgentError(`\`hedge.maxRatio\` is ${share}; it is a share of all answers, above 0 and up to 1.`);
}

/** Throws when a model is not in the catalogue. A catalogue that cannot be had is no reason not to ask. */
async function checkModels(catalogue: Pick<ModelCatalog, "get">, candidates: readonly ModelCandidate[]): Promise<void> {
  const found = await Promise.all(
    candidates.map(async ({ model }) => isRouted(model) || (await find(catalogue, model)) !== undefined),
  ).catch(() => []);
  const unknown = candidates.filter((_, index) => found[index] === false).map(({ model }) => model);
  if (unknown.length > 0)
    throw new AgentError(
      `The catalogue has no ${unknown.map((model) => JSON.stringify(model)).join(", ")}; nothing was sent. Look for the right name with \`catalogue.find\`, or leave it out.`,
    );
}

/** Names behind which the service chooses a model itself: `~author/model-latest`, presets, its routers. */
function isRouted(model: string): boolean {
  return model.startsWith("~") || model.startsWith("openrouter/") || model.includes("@");
}

/** Variants that are models of their own; the others, such as `:nitro`, are ways to choose who serves the model. */
const ownModels = /:(free|extended|thinking)$/;

async function find(
  catalogue: Pick<ModelCatalog, "get">,
  model: string,
): Promise<Awaited<ReturnType<ModelCatalog["get"]>>> {
  const found = await catalogue.get(model);
  return found || ownModels.test(model) ? found : catalogue.get(model.replace(/:[^:/]*$/, ""));
}
