import { AgentError } from "../errors/agent-error.ts";
import { isPlain, show } from "../options/check-options.ts";
import type { Stop, Used } from "./run-report.ts";

/**
 * When a run ends, at the latest. Reaching a limit is not an error: the run returns what it has, and `stop` names the limit. A field that
 * is `undefined` leaves the agent's limit in place. `usd`, `tokens` and `seconds` also hold inside every agent that the run calls.
 */
export interface Limit {
  /** Answers of this agent's model. Agents that it calls count their own. Default: 20. */
  readonly steps?: number | undefined;
  /**
   * USD, checked before each request; the request under way can pass it. Once it is spent, no further answer is requested. An answer
   * whose cost the provider does not report counts as 0; combine it with `tokens` for such providers. Default: none.
   */
  readonly usd?: number | undefined;
  /** Tokens of prompts and answers together, checked before each request. Default: none. */
  readonly tokens?: number | undefined;
  /** Seconds, up to 24 days; the run ends whatever it waits for. `Infinity` lifts the limit of the agent. Default: none. */
  readonly seconds?: number | undefined;
}

/** Refuses limits that have no effect or no meaning; throws `AgentError`. */
export function checkLimit(limit: Limit): void {
  if (!isPlain(limit)) throw new AgentError(`\`limit\` must be an object such as { usd: 0.05 }, got ${show(limit)}.`);
  for (const [name, value] of Object.entries(limit) as [string, unknown][]) {
    if (!names.has(name))
      throw new AgentError(
        `There is no \`limit.${name}\`, so it would limit nothing; there are ${[...names].join(", ")}.`,
      );
    if (value !== undefined && !(typeof value === "number" && value > 0))
      throw new AgentError(`\`limit.${name}\` is ${String(value)}; it is a number above 0, or left out.`);
  }
  const { seconds } = limit;
  if (seconds !== undefined && seconds !== Infinity && seconds * 1000 > longestTimer)
    throw new AgentError(
      `\`limit.seconds\` is ${seconds}; it is at most ${longestTimer / 1000}, or Infinity for none.`,
    );
}

/** The longest time that a timer can hold, in milliseconds. */
export const longestTimer: number = 2 ** 31 - 1;

const names = new Set(["steps", "usd", "tokens", "seconds"]);

/** A limit that is reached. */
export interface Reached {
  readonly stop: Stop;
  /** Whether the model may still answer once, without tools. Spent money buys nothing, and a caller's limit is not the agent's to pass. */
  readonly mayAnswer: boolean;
}

/** What a run may use and has used, and the run that called it. */
interface Spender {
  readonly limit: Limit;
  readonly used: Used;
  readonly caller: Spender | undefined;
}

/** The limit that forbids the next request; undefined when there is room. What was used before a pause counts. */
export function reached(spender: Spender): Reached | undefined {
  const stop = spent(spender);
  if (stop) return { stop, mayAnswer: false };
  const { limit, used } = spender;
  if (used.steps >= (limit.steps ?? 20)) return { stop: "steps", mayAnswer: true };
  return isReached(limit.tokens, used.tokens) ? { stop: "tokens", mayAnswer: true } : undefined;
}

/** The limit that no further request may pass: the money of the run, and the money and tokens of every run that called it. */
export function spent({ limit, used, caller }: Spender): "money" | "tokens" | undefined {
  if (isReached(limit.usd, used.cost)) return "money";
  for (let outer = caller; outer; outer = outer.caller) {
    if (isReached(outer.limit.usd, outer.used.cost)) return "money";
    if (isReached(outer.limit.tokens, outer.used.tokens)) return "tokens";
  }
  return undefined;
}

function isReached(limit: number | undefined, used: number): boolean {
  return limit !== undefined && used >= limit;
}
