import { defined, toCount, toObject } from "../fields/json-value.ts";
import type { ProviderUsage } from "../unified.ts";

/**
 * Usage as OpenAI, vLLM, DeepSeek, Moonshot, xAI, Groq and OpenRouter report it. Its prompt tokens include cached ones, its completion
 * tokens include reasoning. `undefined` for any other value, such as `null`.
 */
export function readUsage(value: unknown): ProviderUsage | undefined {
  const usage = toObject(value);
  const prompt = toCount(usage.prompt_tokens);
  const completion = toCount(usage.completion_tokens) ?? (prompt === undefined ? undefined : 0);
  if (prompt === undefined || completion === undefined) return undefined;
  const promptDetails = toObject(usage.prompt_tokens_details);
  const cached =
    toCount(promptDetails.cached_tokens) ?? toCount(usage.prompt_cache_hit_tokens) ?? toCount(usage.cached_tokens);
  const written = toCount(promptDetails.cache_write_tokens);
  const reasoning = toCount(toObject(usage.completion_tokens_details).reasoning_tokens);
  const { cost } = usage;
  return {
    promptTokens: includeCached(prompt, cached, written),
    completionTokens: includeReasoning(completion, reasoning, { prompt, total: toCount(usage.total_tokens) }),
    ...defined({
      reasoningTokens: reasoning,
      cachedTokens: cached,
      cacheWriteTokens: written,
      audioTokens: toCount(promptDetails.audio_tokens),
      webSearches: toCount(toObject(usage.server_tool_use_details).web_search_requests),
      cost: typeof cost === "number" && cost >= 0 && Number.isFinite(cost) ? cost : undefined,
    }),
  };
}

/** More cached tokens than prompt tokens: the server, which passes on Anthropic's counts, has left them out of the prompt. */
function includeCached(prompt: number, cached = 0, written = 0): number {
  return cached + written > prompt ? prompt + cached + written : prompt;
}

/** xAI leaves reasoning out of the completion tokens, but not out of the total. */
function includeReasoning(
  completion: number,
  reasoning: number | undefined = 0,
  { prompt, total }: { prompt: number; total: number | undefined },
): number {
  return reasoning > 0 && total === prompt + completion + reasoning ? completion + reasoning : completion;
}
