import { toCount, toObjects, type JsonObject } from "../../fields/json-value.ts";
import type { ProviderUsage } from "../../unified.ts";

/**
 * The usage of a response so far. Gemini counts candidates and thoughts apart, and the results of its own tools apart from the
 * prompt. The prompt includes cached tokens.
 */
export function toUsage(metadata: JsonObject): ProviderUsage {
  const count = (name: string): number => toCount(metadata[name]) ?? 0;
  const thoughts = count("thoughtsTokenCount");
  return {
    promptTokens: count("promptTokenCount") + count("toolUsePromptTokenCount"),
    completionTokens: count("candidatesTokenCount") + thoughts,
    reasoningTokens: thoughts,
    cachedTokens: count("cachedContentTokenCount"),
    ...readAudio(metadata),
  };
}

/** The part of the prompt that is sound, if there is any. */
function readAudio({ promptTokensDetails }: JsonObject): { audioTokens?: number } {
  const audio = toObjects(promptTokensDetails).find(({ modality }) => modality === "AUDIO");
  const audioTokens = toCount(audio?.tokenCount) ?? 0;
  return audioTokens > 0 ? { audioTokens } : {};
}
