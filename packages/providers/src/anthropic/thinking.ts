import { readReasoning } from "../fields/reasoning-request.ts";
import type { JsonObject } from "../fields/json-value.ts";
import type { UnifiedRequest } from "../unified.ts";
import type { Turn } from "./messages.ts";

/** How a request thinks. */
export interface Thinking {
  /** The field `thinking`. */
  readonly thinking?: JsonObject;
  /** The effort of `output_config`. */
  readonly effort?: string;
}

export interface ThinkingContext {
  readonly isAdaptive: boolean;
  /** Longest output with its thinking, in tokens. */
  readonly maxTokens: number;
  readonly turns: readonly Turn[];
}

/** The smallest budget that the API takes, in tokens. */
const leastBudget = 1024;

const largestBudget = 128_000;

/** Effort → share of the longest output. */
const shares: Readonly<Record<string, number>> = {
  max: 0.95,
  xhigh: 0.95,
  high: 0.8,
  medium: 0.5,
  low: 0.2,
  minimal: 0.1,
};

/** Reads how much the model is to think. */
export function toThinking(request: UnifiedRequest, context: ThinkingContext): Thinking {
  const wanted = readReasoning(request);
  const effort = context.isAdaptive ? toEffort(wanted?.effort ?? request.verbosity ?? undefined) : undefined;
  const plain = effort === undefined ? {} : { effort };
  if (!wanted || (wanted.isEnabled && wanted.effort === undefined && wanted.maxTokens === undefined)) return plain;
  if (!wanted.isEnabled) return { ...plain, thinking: { type: "disabled" } };
  // A call that is forced cannot be preceded by thinking.
  if (isForced(request)) return plain;
  if (context.isAdaptive) {
    const level = effort ?? effortOf(wanted.maxTokens ?? 0);
    return { thinking: { type: "adaptive" }, effort: level };
  }
  const share = shares[wanted.effort ?? "medium"] ?? 0.5;
  const wish = wanted.maxTokens ?? Math.floor(context.maxTokens * share);
  const budget = Math.min(Math.max(wish, leastBudget), largestBudget, context.maxTokens - 1);
  return budget < leastBudget || lacksThinking(context.turns)
    ? {}
    : { thinking: { type: "enabled", budget_tokens: budget } };
}

function toEffort(effort: string | undefined): string | undefined {
  return effort === "minimal" ? "low" : effort;
}

function effortOf(budget: number): string {
  if (budget >= 16_000) return "high";
  return budget >= 4000 ? "medium" : "low";
}

function isForced({ tool_choice: choice }: UnifiedRequest): boolean {
  return choice === "required" || (typeof choice === "object" && choice !== null);
}

/** Within a tool loop, the assistant's turn must begin with its thinking. A turn of another model has none. */
function lacksThinking(turns: readonly Turn[]): boolean {
  if (turns.at(-1)?.content[0]?.type !== "tool_result") return false;
  const first = turns.findLast(({ role }) => role === "assistant")?.content[0]?.type;
  return first !== "thinking" && first !== "redacted_thinking";
}
