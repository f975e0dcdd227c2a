import type { PriceName, Pricing, PricingOverride } from "@patchbay/spec";
import { getOwn } from "../data/get-own.ts";
import { parsePrice, type NanoUsd, type Price } from "./money.ts";
import { checkPricing } from "./pricing-check.ts";

/** The price of one unit of each kind. A kind without its own price costs as much as the kind that it belongs to. */
export interface Prices {
  readonly prompt: Price;
  readonly completion: Price;
  readonly request: Price;
  readonly image: Price;
  readonly webSearch: Price;
  readonly audio: Price | undefined;
  readonly imageToken: Price | undefined;
  readonly imageOutput: Price | undefined;
  readonly audioOutput: Price | undefined;
  readonly audioCacheRead: Price | undefined;
  readonly cacheRead: Price | undefined;
  readonly cacheWrite: Price | undefined;
  readonly cacheWriteHour: Price | undefined;
  readonly reasoning: Price | undefined;
}

/** The prices of an endpoint, and when overrides apply. */
export interface PriceTable {
  readonly base: Prices;
  readonly overrides: readonly Override[];
}

interface Override {
  readonly when: Pick<PricingOverride, "min_prompt_tokens" | "utc_start" | "utc_end" | "utc_days">;
  readonly prices: Partial<Prices>;
}

/**
 * The usage of a request, by kind. Cached, written, audio and image tokens are part of the prompt; reasoning, image and
 * audio output tokens are part of the completion.
 */
export interface Quantities {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly cacheWriteHourTokens?: number;
  readonly audioTokens?: number;
  /** Audio tokens among the cached tokens, and among the written ones. */
  readonly cachedAudioTokens?: number;
  readonly cacheWriteAudioTokens?: number;
  /** Image tokens of the prompt, and those among its cached and its written tokens. */
  readonly imageTokens?: number;
  readonly cachedImageTokens?: number;
  readonly cacheWriteImageTokens?: number;
  readonly reasoningTokens?: number;
  readonly imageOutputTokens?: number;
  readonly audioOutputTokens?: number;
  readonly images?: number;
  readonly requests?: number;
  readonly searches?: number;
  /** Fees of third parties, such as a web search provider, in whole nano-USD. */
  readonly fees?: NanoUsd;
}

/** Wire name of a price → our name. */
const names = {
  prompt: "prompt",
  completion: "completion",
  request: "request",
  image: "image",
  image_token: "imageToken",
  web_search: "webSearch",
  audio: "audio",
  image_output: "imageOutput",
  audio_output: "audioOutput",
  input_audio_cache: "audioCacheRead",
  input_cache_read: "cacheRead",
  input_cache_write: "cacheWrite",
  input_cache_write_1h: "cacheWriteHour",
  internal_reasoning: "reasoning",
} as const satisfies Record<PriceName, keyof Prices>;

/**
 * Parses the prices of an endpoint. Throws a `RangeError` with the field when one is unknown or invalid. A discount
 * applies to each price.
 */
export function toPriceTable(pricing: Pricing): PriceTable {
  checkPricing(pricing);
  const parts = 1_000_000n - BigInt(Math.round((pricing.discount ?? 0) * 1_000_000));
  const read = (from: Pricing | PricingOverride): Partial<Prices> => {
    const found: Partial<Record<keyof Prices, Price>> = {};
    for (const [wire, name] of Object.entries(names)) {
      const text = getOwn(from as Readonly<Record<string, unknown>>, wire);
      if (typeof text === "string") found[name] = (parsePrice(text) * parts) / 1_000_000n;
    }
    return found;
  };
  const base = { ...free, ...read(pricing) };
  return { base, overrides: (pricing.overrides ?? []).map((entry) => ({ when: entry, prices: read(entry) })) };
}

const free: Prices = {
  prompt: 0n,
  completion: 0n,
  request: 0n,
  image: 0n,
  webSearch: 0n,
  audio: undefined,
  imageToken: undefined,
  imageOutput: undefined,
  audioOutput: undefined,
  audioCacheRead: undefined,
  cacheRead: undefined,
  cacheWrite: undefined,
  cacheWriteHour: undefined,
  reasoning: undefined,
};

/** The prices of a request. Later overrides win, price by price. */
export function pricesFor({ base, overrides }: PriceTable, promptTokens: number, now: number): Prices {
  const held = overrides.filter(({ when }) => holds(when, promptTokens, now));
  return held.length === 0 ? base : Object.assign({}, base, ...held.map(({ prices }) => prices));
}

const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function holds(when: Override["when"], promptTokens: number, now: number): boolean {
  if (when.min_prompt_tokens !== undefined && promptTokens <= when.min_prompt_tokens) return false;
  const date = new Date(now);
  if (when.utc_days && !when.utc_days.includes(days[date.getUTCDay()]!)) return false;
  const { utc_start: start = 0, utc_end: end = 2400 } = when;
  const clock = date.getUTCHours() * 100 + date.getUTCMinutes();
  // An interval may pass midnight.
  return start <= end ? clock >= start && clock < end : clock >= start || clock < end;
}

const million = 1_000_000n;

/** The cost of a request: every line exactly, the sum rounded up once. */
export function chargeOf(prices: Prices, used: Quantities): NanoUsd {
  return (promptUnits(prices, used) + completionUnits(prices, used) + million - 1n) / million + (used.fees ?? 0n);
}

/** The provider's charge for the prompt, rounded up. */
export function promptCost(prices: Prices, used: Quantities): NanoUsd {
  return (promptUnits(prices, used) + million - 1n) / million;
}

/** The provider's charge for the completion, rounded up. */
export function completionCost(prices: Prices, used: Quantities): NanoUsd {
  return (completionUnits(prices, used) + million - 1n) / million;
}

function promptUnits(prices: Prices, used: Quantities): bigint {
  const { cachedTokens = 0, cacheWriteTokens = 0, cacheWriteHourTokens = 0, cachedAudioTokens = 0 } = used;
  // Audio and images that were read from or written to the cache are charged at cache prices.
  const audioTokens = (used.audioTokens ?? 0) - cachedAudioTokens - (used.cacheWriteAudioTokens ?? 0);
  const imageTokens = (used.imageTokens ?? 0) - (used.cachedImageTokens ?? 0) - (used.cacheWriteImageTokens ?? 0);
  const cacheTokens = cachedTokens + cacheWriteTokens + cacheWriteHourTokens;
  const fresh = used.promptTokens - cacheTokens - audioTokens - imageTokens;
  let sum = BigInt(fresh) * prices.prompt + BigInt(used.requests ?? 1) * prices.request;
  const cacheRead = prices.cacheRead ?? prices.prompt;
  if (cachedTokens) sum += BigInt(cachedTokens - cachedAudioTokens) * cacheRead;
  if (cachedAudioTokens) sum += BigInt(cachedAudioTokens) * (prices.audioCacheRead ?? cacheRead);
  if (cacheWriteTokens) sum += BigInt(cacheWriteTokens) * (prices.cacheWrite ?? prices.prompt);
  if (cacheWriteHourTokens)
    sum += BigInt(cacheWriteHourTokens) * (prices.cacheWriteHour ?? prices.cacheWrite ?? prices.prompt);
  if (audioTokens) sum += BigInt(audioTokens) * (prices.audio ?? prices.prompt);
  if (imageTokens) sum += BigInt(imageTokens) * (prices.imageToken ?? prices.prompt);
  if (used.images) sum += BigInt(used.images) * prices.image;
  if (used.searches) sum += BigInt(used.searches) * prices.webSearch;
  return sum;
}

function completionUnits(prices: Prices, used: Quantities): bigint {
  const { reasoningTokens = 0, imageOutputTokens = 0, audioOutputTokens = 0 } = used;
  const text = used.completionTokens - reasoningTokens - imageOutputTokens - audioOutputTokens;
  let sum = BigInt(text) * prices.completion;
  if (reasoningTokens) sum += BigInt(reasoningTokens) * (prices.reasoning ?? prices.completion);
  if (imageOutputTokens) sum += BigInt(imageOutputTokens) * (prices.imageOutput ?? prices.completion);
  if (audioOutputTokens) sum += BigInt(audioOutputTokens) * (prices.audioOutput ?? prices.completion);
  return sum;
}

/**
 * The savings of caching, negative when writing cost more than reading saved. `undefined` without cached or written
 * tokens.
 */
export function cacheDiscount(prices: Prices, used: Quantities): NanoUsd | undefined {
  const { cachedTokens = 0, cacheWriteTokens = 0, cacheWriteHourTokens = 0 } = used;
  if (cachedTokens + cacheWriteTokens + cacheWriteHourTokens === 0) return undefined;
  const { promptTokens, audioTokens = 0, imageTokens = 0, images = 0, requests = 1 } = used;
  const plain = { promptTokens, completionTokens: 0, audioTokens, imageTokens, images, requests };
  return promptCost(prices, plain) - promptCost(prices, used);
}
