import { defined, toCount, toObject, toObjects, type JsonObject } from "../fields/json-value.ts";
import type { ProviderUsage } from "../unified.ts";

interface Counts {
  readonly input: number;
  readonly output: number;
  readonly read: number;
  readonly written: number;
  readonly hour: number;
  readonly thinking: number;
  readonly searches: number;
}

const none: Counts = { input: 0, output: 0, read: 0, written: 0, hour: 0, thinking: 0, searches: 0 };

/**
 * Keeps the usage of a response. The counts of `message_start` and `message_delta` are cumulative, so the larger one counts and they
 * are never added. Input excludes tokens that the cache read or wrote, which the prompt tokens include.
 */
export class UsageReader {
  #counts = none;

  /** The usage after another report; `undefined` if there is none. */
  read(value: unknown): ProviderUsage | undefined {
    const usage = toObject(value);
    if (toCount(usage.input_tokens) === undefined && toCount(usage.output_tokens) === undefined) return undefined;
    const own = readCounts(usage);
    // The totals leave out the iterations of compaction and of fallback models.
    const iterations = toObjects(usage.iterations).map(readCounts).reduce(add, none);
    this.#counts = larger(this.#counts, larger(own, iterations));
    return toUsage(this.#counts);
  }
}

function readCounts(usage: JsonObject): Counts {
  const creation = toObject(usage.cache_creation);
  const hour = toCount(creation.ephemeral_1h_input_tokens) ?? 0;
  const minutes = toCount(creation.ephemeral_5m_input_tokens) ?? 0;
  return {
    input: toCount(usage.input_tokens) ?? 0,
    output: toCount(usage.output_tokens) ?? 0,
    read: toCount(usage.cache_read_input_tokens) ?? 0,
    written: Math.max(toCount(usage.cache_creation_input_tokens) ?? 0, hour + minutes),
    hour,
    thinking: toCount(toObject(usage.output_tokens_details).thinking_tokens) ?? 0,
    searches: toCount(toObject(usage.server_tool_use).web_search_requests) ?? 0,
  };
}

const combine = (one: Counts, other: Counts, choose: (a: number, b: number) => number): Counts => ({
  input: choose(one.input, other.input),
  output: choose(one.output, other.output),
  read: choose(one.read, other.read),
  written: choose(one.written, other.written),
  hour: choose(one.hour, other.hour),
  thinking: choose(one.thinking, other.thinking),
  searches: choose(one.searches, other.searches),
});

function larger(one: Counts, other: Counts): Counts {
  return combine(one, other, Math.max);
}

function add(one: Counts, other: Counts): Counts {
  return combine(one, other, (a, b) => a + b);
}

function toUsage({ input, output, read, written, hour, thinking, searches }: Counts): ProviderUsage {
  return {
    promptTokens: input + read + written,
    completionTokens: output,
    cachedTokens: read,
    cacheWriteTokens: written,
    ...defined({
      cacheWriteHourTokens: hour > 0 ? hour : undefined,
      reasoningTokens: thinking > 0 ? thinking : undefined,
      webSearches: searches > 0 ? searches : undefined,
    }),
  };
}
