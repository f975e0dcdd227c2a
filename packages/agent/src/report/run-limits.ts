import { AgentError } from "../errors/agent-error.ts";
import { isPlain, longestTimer, show } from "../options/check-options.ts";
import type { StopReason, UsedBudget } from "./run-report.ts";

/**
 * The limits of a run. Reaching a limit is not an error: the run returns what it has, and `stopReason` names the limit. A field that is
 * `undefined` leaves the agent's limit in place. `maxCost`, `maxTotalTokens` and `timeout` also apply inside every agent that the run calls.
 */
export interface RunLimits {
  /** Model responses of this agent. Sub-agents count their own. Default: 20. */
  readonly maxSteps?: number | undefined;
  /**
   * USD, checked before each request; the request in progress can exceed it. Once it is reached, no further request is
   * sent. A response without a reported cost counts as 0; combine this limit with `maxTotalTokens` for such providers.
   * Default: none.
   */
  readonly maxCost?: number | undefined;
  /** Prompt and completion tokens in total, checked before each request. Default: none. */
  readonly maxTotalTokens?: number | undefined;
  /** Milliseconds for the whole run, up to 24 days. `Infinity` removes the agent's own timeout. Default: none. */
  readonly timeout?: number | undefined;
}

/** Checks the limits of a run. Throws `AgentError` for a limit that has no effect or is not a positive number. */
export function checkLimits(limits: RunLimits): void {
  if (!isPlain(limits))
    throw new AgentError(`\`limits\` must be an object such as { maxCost: 0.05 }, got ${show(limits)}.`);
  for (const [name, value] of Object.entries(limits) as [string, unknown][]) {
    if (!names.has(name)) throw new AgentError(`Unknown limit \`limits.${name}\`. ${adviceFor(name)}`);
    if (value !== undefined && !(typeof value === "number" && value > 0))
      throw new AgentError(
        `\`limits.${name}\` must be a positive number, got ${show(value)}. Omit it for the default.`,
      );
  }
  const { timeout } = limits;
  if (timeout !== undefined && timeout !== Infinity && timeout > longestTimer)
    throw new AgentError(
      `\`limits.timeout\` must be up to ${longestTimer} milliseconds, or Infinity for no timeout, got ${timeout}.`,
    );
}

/** Former names and names of other SDKs → the limit. */
const renamed: Readonly<Record<string, string>> = {
  steps: "maxSteps",
  maxTurns: "maxSteps",
  usd: "maxCost",
  cost: "maxCost",
  tokens: "maxTotalTokens",
  seconds: "timeout` in milliseconds, `timeout: 60_000",
};

function adviceFor(name: string): string {
  return Object.hasOwn(renamed, name) ? `Use \`${renamed[name]}\`.` : `Use ${[...names].join(", ")}.`;
}

const names = new Set(["maxSteps", "maxCost", "maxTotalTokens", "timeout"]);

/** A limit that was reached. */
export interface Reached {
  readonly stop: StopReason;
  /**
   * Whether the model may still respond once, without tools. Not possible once the cost limit or a limit of the calling
   * run is reached.
   */
  readonly mayAnswer: boolean;
}

/** The limits and the usage of a run, and the run that called it. */
interface Spender {
  readonly limit: RunLimits;
  readonly used: UsedBudget;
  readonly caller: Spender | undefined;
}

/** The limit that forbids the next request, if any. Usage before a pause counts. */
export function reached(spender: Spender): Reached | undefined {
  const stop = spent(spender);
  if (stop) return { stop, mayAnswer: false };
  const { limit, used } = spender;
  if (used.steps >= (limit.maxSteps ?? 20)) return { stop: "max_steps", mayAnswer: true };
  return isReached(limit.maxTotalTokens, used.tokens) ? { stop: "max_total_tokens", mayAnswer: true } : undefined;
}

/**
 * The limit that no further request may exceed: the cost limit of the run, and the cost and token limits of every
 * calling run.
 */
export function spent({ limit, used, caller }: Spender): "max_cost" | "max_total_tokens" | undefined {
  if (isReached(limit.maxCost, used.cost)) return "max_cost";
  for (let outer = caller; outer; outer = outer.caller) {
    if (isReached(outer.limit.maxCost, outer.used.cost)) return "max_cost";
    if (isReached(outer.limit.maxTotalTokens, outer.used.tokens)) return "max_total_tokens";
  }
  return undefined;
}

function isReached(limit: number | undefined, used: number): boolean {
  return limit !== undefined && used >= limit;
}
