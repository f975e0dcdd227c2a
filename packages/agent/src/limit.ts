import { AgentError } from "./agent-error.ts";
import type { Ledger, Stop } from "./report.ts";

/** When a run ends, at the latest. A limit is no error: the run gives what it has, and says why it stopped. */
export interface Limit {
  /** Answers of the model. Default: 20. */
  readonly steps?: number;
  /** USD, looked at before each call; one call can pass it. Default: none. */
  readonly usd?: number;
  /** Tokens of prompts and answers together. Default: none. */
  readonly tokens?: number;
  /** Seconds, up to 24 days; `Infinity` lifts the limit of the agent. What is under way then is ended. Default: none. */
  readonly seconds?: number;
}

/** Refuses limits that mean nothing; throws `AgentError`. */
export function checkLimit(limit: Limit): void {
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

/** The limit that is reached before the next step; undefined when there is room. What was used before a pause counts. */
export function reached({ steps = 20, usd, tokens }: Limit, { used }: Ledger): Stop | undefined {
  if (used.steps >= steps) return "steps";
  if (usd !== undefined && used.cost >= usd) return "money";
  if (tokens !== undefined && used.tokens >= tokens) return "tokens";
  return undefined;
}
