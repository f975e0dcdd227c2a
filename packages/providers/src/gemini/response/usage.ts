import { toCount, type JsonObject } from "../../fields/json-value.ts";
import type { ReportedUsage } from "../../unified.ts";

/**
 * The usage of a response so far. Gemini counts candidates and thoughts apart, and the results of its own tools apart from the
 * prompt. The prompt includes cached tokens.
 */
export function toUsage(metadata: JsonObject): ReportedUsage {
  const count = (name: string): number => toCount(metadata[name]) ?? 0;
  const thoughts = count("thoughtsTokenCount");
  return {
    promptTokens: count("promptTokenCount") + count("toolUsePromptTokenCount"),
    completionTokens: count("candidatesTokenCount") + thoughts,
    reasoningTokens: thoughts,
    cachedTokens: count("cachedContentTokenCount"),
  };
}
