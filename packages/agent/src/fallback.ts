import type { ChatCompletion, ChatCompletionRequest, Without } from "@patchbay/client";
import type { Catalogue } from "@patchbay/client/catalogue";
import { AgentError } from "./agent-error.ts";
import { Cooldown, type CooldownOptions } from "./cooldown.ts";
import type { Failure, FailureKind } from "./failure.ts";
import { HedgeBudget, type HedgeOptions } from "./hedge.ts";

/** What is done after a failure: once more with the same model and then the next one, the next one at once, or nothing. */
export type Action = "retry" | "next" | "stop";

/** Failure → what is done. */
export const defaultActions: Readonly<Record<FailureKind, Action>> = {
  connection: "retry",
  timeout: "next",
  unauthorized: "stop",
  credits: "stop",
  forbidden: "stop",
  missing: "next",
  context: "next",
  request: "stop",
  busy: "retry",
  "rate-limit": "next",
  server: "retry",
  broken: "retry",
  shown: "stop",
  empty: "retry",
  rejected: "next",
  unknown: "stop",
};

/** A model with fields of the request that are its own, such as `reasoning` or `provider`. */
export type Candidate = { readonly model: string } & Partial<
  Without<ChatCompletionRequest, "model" | "models" | "messages" | "stream" | "tools">
>;

/** How models stand in for each other; `Value` is what an answer is. */
export interface FallbackOptions<Value = ChatCompletion> {
  /** What is done after which failure, where it is not the default. */
  readonly on?: Partial<Readonly<Record<FailureKind, Action>>>;
  /** Milliseconds until something of the answer is there; then the next model is asked. Default: the client's `timeout`. */
  readonly firstToken?: number;
  /** Milliseconds of silence in a stream. Default: the client's `idleTimeout`. */
  readonly stall?: number;
  /** Milliseconds before a model is asked again after it failed; the last one is asked when it says so itself. Default: 250. */
  readonly retryDelay?: number;
  /** When the next model is asked beside one that is slow to begin: who begins first answers, the other one is given up. Default: never. */
  readonly hedge?: HedgeOptions;
  /** Which models are left alone after they failed. */
  readonly cooldown?: CooldownOptions;
  /** Whether an answer will do; what is not taken is paid all the same, and the next model is asked. Default: any. */
  readonly accept?: (answer: Value) => boolean | Promise<boolean>;
  /**
   * What is done when a stream fails after something was shown. `restart` tells the watcher to forget it; `continue` has the next
   * model go on from the text, unless a call had begun. Default: `throw`.
   */
  readonly midStream?: "throw" | "restart" | "continue";
  /**
   * Who asks the next model: the agent, by these rules; or the service, which is sent the list and knows no rules but its own, so that
   * none can be given. `fallback` of a step says who did. Default: `agent`.
   */
  readonly by?: "agent" | "service";
  /** Names models that do not exist before the first request, and passes over contexts that are no larger than the one that was too small. */
  readonly catalogue?: Pick<Catalogue, "get">;
}

/** Models in the order in which they are asked, and the rules. */
export interface Fallback<Value = ChatCompletion> {
  readonly kind: "fallback";
  readonly by: "agent" | "service";
  readonly candidates: readonly Candidate[];
  readonly cooldown: Cooldown;
  readonly budget: HedgeBudget | undefined;
  readonly actionOn: (failure: Failure) => Action;
  /** Throws `AgentError` when the catalogue does not know one of the models. */
  readonly check: () => Promise<void>;
  /** Tokens; undefined when nobody knows. */
  readonly contextOf: (model: string) => Promise<number | undefined>;
  readonly options: FallbackOptions<Value>;
}

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
export function fallback(
  candidates: readonly (string | Candidate)[],
  options?: FallbackOptions<unknown> & { readonly accept?: never },
): Fallback<unknown>;
export function fallback<Value = ChatCompletion>(
  candidates: readonly (string | Candidate)[],
  options: FallbackOptions<Value>,
): Fallback<Value>;
export function fallback<Value>(
  candidates: readonly (string | Candidate)[],
  options: FallbackOptions<Value> = {},
): Fallback<Value> {
  const all = candidates.map((one) => (typeof one === "string" ? { model: one } : one));
  if (all.length === 0 || all.some(({ model }) => typeof model !== "string" || model === ""))
    throw new AgentError(`${JSON.stringify(candidates)} is no list of models.`);
  checkNumbers(options);
  const { catalogue, midStream = "throw", hedge, cooldown, by = "agent" } = options;
  if (by === "service") checkPlain(all, options);
  const actions = { ...defaultActions, ...(midStream !== "throw" && { shown: "next" as const }), ...options.on };
  let checked: Promise<void> | undefined;
  return {
    kind: "fallback",
    by,
    candidates: all,
    cooldown: new Cooldown(cooldown),
    budget: hedge && new HedgeBudget(hedge),
    actionOn: ({ kind }) => actions[kind],
    check: () => (checked ??= catalogue ? checkModels(catalogue, all) : Promise.resolve()),
    contextOf: async (model) => {
      const found = catalogue && (await find(catalogue, model).catch(() => undefined));
      return found?.context_length ?? undefined;
    },
    options,
  };
}

/** Refuses what the service cannot be told of a list of models. */
function checkPlain(
  candidates: readonly Candidate[],
  { by: _, catalogue: __, ...rules }: FallbackOptions<never>,
): void {
  const own = candidates.flatMap(({ model, ...fields }) => (Object.keys(fields).length > 0 ? [model] : []));
  const names = Object.keys(rules);
  if (own.length > 0 || names.length > 0)
    throw new AgentError(
      `\`by: "service"\` sends the service a list of names; it cannot be told of ${[...names, ...own.map((model) => `the fields of ${model}`)].join(", ")}. Leave that out, or let the agent fall back.`,
    );
}

/** The longest wait that a timer can hold, in milliseconds. */
const longest = 2 ** 31 - 1;

function checkNumbers({ firstToken, stall, retryDelay, hedge }: FallbackOptions<never>): void {
  for (const [name, ms] of Object.entries({ firstToken, stall, retryDelay, "hedge.after": hedge?.after }))
    if (ms !== undefined && !(ms >= 0 && ms <= longest))
      throw new AgentError(`\`${name}\` is ${ms}; it is a number of milliseconds, up to ${longest}, or left out.`);
  const { share = 1 } = hedge ?? {};
  if (!(share > 0 && share <= 1))
    throw new AgentError(`\`hedge.share\` is ${share}; it is a share of all answers, above 0 and up to 1.`);
}

/** Throws when a model is not in the catalogue. A catalogue that cannot be had is no reason not to ask. */
async function checkModels(catalogue: Pick<Catalogue, "get">, candidates: readonly Candidate[]): Promise<void> {
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

async function find(catalogue: Pick<Catalogue, "get">, model: string): Promise<Awaited<ReturnType<Catalogue["get"]>>> {
  const found = await catalogue.get(model);
  return found || ownModels.test(model) ? found : catalogue.get(model.replace(/:[^:/]*$/, ""));
}
