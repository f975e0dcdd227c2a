import type { ReportedUsage } from "./part.ts";

/** A report of more tokens is ignored. */
const mostTokens = 1_000_000_000;

/** A report of a higher cost is ignored, in USD. */
const mostCost = 1_000_000;

/** A usage report in whole tokens; `undefined` if its totals make no sense, so that the tokens are counted instead. */
export function readUsage(usage: ReportedUsage): ReportedUsage | undefined {
  const promptTokens = toTokens(usage.promptTokens);
  const completionTokens = toTokens(usage.completionTokens);
  if (promptTokens === undefined || completionTokens === undefined) return undefined;
  const reasoningTokens = toTokens(usage.reasoningTokens);
  const hourTokens = toTokens(usage.cacheWriteHourTokens);
  const { cost } = usage;
  return {
    promptTokens,
    completionTokens,
    ...(reasoningTokens !== undefined && { reasoningTokens }),
    cachedTokens: toTokens(usage.cachedTokens) ?? 0,
    cacheWriteTokens: toTokens(usage.cacheWriteTokens) ?? 0,
    ...(hourTokens !== undefined && { cacheWriteHourTokens: hourTokens }),
    ...(typeof cost === "number" && cost >= 0 && cost <= mostCost && { cost }),
  };
}

function toTokens(value: unknown): number | undefined {
  const isCount = typeof value === "number" && value >= 0 && value <= mostTokens;
  return isCount ? Math.floor(value) : undefined;
}
