import type { ChatCompletion, ChatCompletionRequest, Without } from "@patchbay/client";
import { AgentError } from "./agent-error.ts";
import { Cooldown, type CooldownOptions } from "./cooldown.ts";
import type { Failure, FailureKind } from "./failure.ts";

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

/** How models stand in for each other. */
export interface FallbackOptions {
  /** What is done after which failure, where it is not the default. */
  readonly on?: Partial<Readonly<Record<FailureKind, Action>>>;
  /** Milliseconds until the first event of a stream; then the next model is asked. Default: the client's. */
  readonly firstToken?: number;
  /** Milliseconds of silence in a stream. Default: the client's. */
  readonly stall?: number;
  /** Milliseconds before a model is asked again after it failed. Default: 250. */
  readonly retryDelay?: number;
  /** Which models are left alone after they failed. */
  readonly cooldown?: CooldownOptions;
  /** Whether an answer will do; what is not taken is paid all the same, and the next model is asked. Default: any. */
  readonly accept?: (completion: ChatCompletion) => boolean | Promise<boolean>;
  /** What is done when a stream fails after something was shown: `restart` tells the watcher to forget it. Default: `throw`. */
  readonly midStream?: "throw" | "restart";
}

/** Models in the order in which they are asked, and the rules. */
export interface Fallback {
  readonly kind: "fallback";
  readonly candidates: readonly Candidate[];
  readonly cooldown: Cooldown;
  readonly actionOn: (failure: Failure) => Action;
  readonly options: FallbackOptions;
}

/**
 * Models that stand in for each other, as the `model` of an agent: when one fails, the next one answers the same step. What counts
 * as which failure stands in `FailureKind`. The client's own retries are off below it, and the service's fallback is not asked.
 *
 * @throws AgentError when there is no candidate, or two are the same
 * @example
 * ```ts
 * const bot = agent({ client, model: fallback(["anthropic/claude-sonnet-4.5", "openai/gpt-5-mini"], { firstToken: 8000 }) });
 * ```
 */
export function fallback(candidates: readonly (string | Candidate)[], options: FallbackOptions = {}): Fallback {
  const all = candidates.map((one) => (typeof one === "string" ? { model: one } : one));
  if (all.length === 0 || all.some(({ model }) => typeof model !== "string" || model === ""))
    throw new AgentError(`${JSON.stringify(candidates)} is no list of models.`);
  for (const name of ["firstToken", "stall", "retryDelay"] as const)
    if (options[name] !== undefined && !(options[name] >= 0))
      throw new AgentError(`\`${name}\` is ${options[name]}; it is a number of milliseconds.`);
  const actions = {
    ...defaultActions,
    ...(options.midStream === "restart" && { shown: "next" as const }),
    ...options.on,
  };
  return {
    kind: "fallback",
    candidates: all,
    cooldown: new Cooldown(options.cooldown),
    actionOn: ({ kind }) => actions[kind],
    options,
  };
}
