import { toCount, toObject } from "../fields/json-value.ts";
import type { ProviderUsage } from "../unified.ts";

/**
 * The usage of a response; `undefined` if it has none. Cohere bills `billed_units`, which leave out the tokens of its own prompt
 * template, so they count, and `tokens` only without them.
 */
export function toCohereUsage(value: unknown): ProviderUsage | undefined {
  const { billed_units: billed, tokens, cached_tokens: cached } = toObject(value);
  const units = toObject(billed);
  const counted = toObject(tokens);
  const promptTokens = toCount(units.input_tokens) ?? toCount(counted.input_tokens);
  const completionTokens = toCount(units.output_tokens) ?? toCount(counted.output_tokens);
  if (promptTokens === undefined) return undefined;
  return {
    promptTokens,
    completionTokens: completionTokens ?? 0,
    cachedTokens: Math.min(toCount(cached) ?? 0, promptTokens),
  };
}
