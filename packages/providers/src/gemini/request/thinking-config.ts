import type { Target } from "../../adapter.ts";
import type { JsonObject } from "../../fields/json-value.ts";
import { readMaxTokens, readReasoning, type ReasoningRequest } from "../../fields/reasoning-request.ts";
import type { UnifiedRequest } from "../../unified.ts";
import { readModelVersion } from "../format/model-version.ts";

/** Effort → level of models from version 3 on. */
const levels: Readonly<Record<string, string>> = {
  minimal: "minimal",
  low: "low",
  medium: "medium",
  high: "high",
  xhigh: "high",
  max: "high",
};

/** Effort → budget in tokens of older models, which Google's own OpenAI-compatible endpoint uses. */
const budgets: Readonly<Record<string, number>> = {
  minimal: 512,
  low: 1024,
  medium: 8192,
  high: 24_576,
  xhigh: 24_576,
  max: 24_576,
};

/** The smallest budget of a Pro model of version 2.5, which cannot stop thinking. */
const leastOfPro = 128;
/** The largest part of the output that a budget takes, so that an answer remains. */
const largestPart = 0.8;

/** How the model thinks; `undefined` if the request leaves it to the model, since older models refuse the setting. */
export function toThinkingConfig(request: UnifiedRequest, target: Target): JsonObject | undefined {
  const reasoning = readReasoning(request);
  if (!reasoning) return undefined;
  const { version, isPro } = readModelVersion(target.model);
  const isNew = version >= 3;
  if (!reasoning.isEnabled)
    return isNew ? { thinkingLevel: isPro ? "low" : "minimal" } : { thinkingBudget: isPro ? leastOfPro : 0 };
  const shown = reasoning.isShown ? { includeThoughts: true } : {};
  if (reasoning.maxTokens !== undefined) return { ...shown, thinkingBudget: Math.floor(reasoning.maxTokens) };
  return { ...shown, ...(isNew ? toLevel(reasoning, isPro) : toBudget(reasoning, request)) };
}

function toLevel({ effort }: ReasoningRequest, isPro: boolean): JsonObject {
  const level = effort !== undefined && Object.hasOwn(levels, effort) ? levels[effort] : undefined;
  if (level === undefined) return {};
  return { thinkingLevel: level === "minimal" && isPro ? "low" : level };
}

function toBudget({ effort }: ReasoningRequest, request: UnifiedRequest): JsonObject {
  const budget = effort !== undefined && Object.hasOwn(budgets, effort) ? budgets[effort] : undefined;
  if (budget === undefined) return {};
  const most = readMaxTokens(request);
  return {
    thinkingBudget:
      most === undefined ? budget : Math.max(leastOfPro, Math.min(budget, Math.floor(most * largestPart))),
  };
}
