import { AgentError } from "../errors/agent-error.ts";
import { isPlain, show } from "../options/check-options.ts";
import type { StopReason, UsedBudget } from "./run-report.ts";

/**
 * The limits of a run. Reaching a limit is not an error: the run returns what it has, and `stopReason` names the limit. A field that is
 * `undefined` leaves the agent's limit in place. `maxCost`, `maxTotalTokens` and `timeout` also apply inside every agent that the run calls.
 */
export interface RunLimits {
  /** Answers of this agent's model. Agents that it calls count their own. Default: 20. */
  readonly maxSteps?: number | undefined;
  /**
   * USD, checked before each request; the request under way can pass it. Once it is spent, no further answer is requested. An answer
   * whose cost the provider does not report counts as 0; combine it with `maxTotalTokens` for such providers. Default: none.
   */
  readonly maxCost?: number | undefined;
  /** Tokens of prompts and answers together, checked before each request. Default: none. */
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
        `\`limits.${name}\` must be a positive number, got ${String(value)}. Omit it for the default.`,
      );
  }
  const { timeout } = limits;
  if (timeout !== undefined && timeout !== Infinity && timeout > longestTimer)
    throw new AgentError(
      `\`limits.timeout\` must be up to ${longestTimer} milliseconds, or Infinity for no timeout, got ${timeout}.`,
    );
}

/** Former and other SDKs' names → the limit. */
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

/** The longest time that a timer can hold, in milliseconds. */
export const longestTimer: number = 2 ** 31 - 1;

const names = new Set(["maxSteps", "maxCost", "maxTotalTokens", "timeout"]);

/** A limit that is reached. */
export interface Reached {
  readonly stop: StopReason;
  /** Whether the model may still answer once, without tools. Spent money buys nothing, and a caller's limit is not the agent's to pass. */
  readonly mayAnswer: boolean;
}

/** What a run may use and has used, and the run that called it. */
interface Spender {
  readonly limit: RunLimits;
  readonly used: UsedBudget;
  readonly caller: Spender | undefined;
}

/** The limit that forbids the next request; undefined when there is room. What was used before a pause counts. */
export function reached(spender: Spender): Reached | undefined {
  const stop = spent(spender);
  if (stop) return { stop, mayAnswer: false };
  const { limit, used } = spender;
  if (used.steps >= (limit.maxSteps ?? 20)) return { stop: "max_steps", mayAnswer: true };
  return isReached(limit.maxTotalTokens, used.tokens) ? { stop: "max_total_tokens", mayAnswer: true } : undefined;
}

/** The limit that no further request may pass: the money of the run, and the money and tokens of every run that called it. */
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
