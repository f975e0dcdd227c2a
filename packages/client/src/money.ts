import { showValue } from "./options/show-value.ts";
import type { MessagesUsage, Model, PriceName, Pricing, PricingOverride, ResponseUsage, Usage } from "@patchbay/spec";

/** An amount in units of 10⁻¹⁸ USD: exact for every price and cost of the API. */
export type Usd = bigint;

const digits = 18;
const one = 10n ** BigInt(digits);
const nano = 10n ** 9n;

/**
 * Parses an amount of USD from a number or a decimal string, digit by digit. Digits beyond 10⁻¹⁸ are floating-point
 * noise and are rounded half up.
 *
 * @throws RangeError when it is not a decimal number, has more than 400 characters or an exponent beyond ±400
 * @example
 * ```ts
 * parseUsd("0.00000015") * 1_000_000n === parseUsd(0.15);
 * ```
 */
export function parseUsd(amount: number | string): Usd {
  if (amount === 0) return 0n;
  const nanos = typeof amount === "number" ? Math.round(amount * 1e9) : Number.NaN;
  // A decimal number of up to 15 digits is the text of its value, so it needs no parsing: 0.3 µs in place of 0.95.
  if (nanos / 1e9 === amount && Math.abs(nanos) < 1e15) return BigInt(nanos) * nano;
  const text = typeof amount === "string" || typeof amount === "number" ? String(amount).trim() : "";
  const [, sign, whole, part = "", power = "0"] = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const shift = digits - part.length + Number(power);
  if (whole === undefined || whole + part === "" || text.length > 400 || Math.abs(Number(power)) > 400)
    throw new RangeError(`The amount must be a decimal number of USD, got ${showValue(amount)}. Example: 0.25.`);
  const all = BigInt(whole + part);
  const step = 10n ** BigInt(Math.max(-shift, 0));
  const value = shift >= 0 ? all * 10n ** BigInt(shift) : (all + step / 2n) / step;
  return sign === "-" ? -value : value;
}

/**
 * Parses the price of a model or an endpoint. Returns undefined for a router, whose price is -1, and for a value that
 * is not a price, so that one malformed entry does not hide a whole catalog. Never throws.
 *
 * @example
 * ```ts
 * parsePrice(model.pricing.prompt); // USD for one token
 * ```
 */
export function parsePrice(price: unknown): Usd | undefined {
  try {
    const usd = parseUsd(price as string);
    return usd < 0n ? undefined : usd;
  } catch {
    return undefined;
  }
}

/**
 * Formats an amount as a decimal string: all digits, or rounded half up to `decimals` digits.
 *
 * @throws RangeError when the amount is not a bigint, or `decimals` is not an integer of 0 or more
 * @example
 * ```ts
 * formatUsd(parseUsd(0.0001234)); // "0.0001234"
 * formatUsd(parseUsd(0.0001234), 6); // "0.000123"
 * ```
 */
export function formatUsd(amount: Usd, decimals?: number): string {
  if (typeof amount !== "bigint")
    throw new RangeError(`The amount must be a bigint, got ${showValue(amount)}. Convert it with \`parseUsd\`.`);
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0))
    throw new RangeError(`\`decimals\` must be an integer of 0 or more, got ${showValue(decimals)}.`);
  let size = amount < 0n ? -amount : amount;
  if (decimals !== undefined) {
    const step = 10n ** BigInt(Math.max(digits - decimals, 0));
    size = ((size + step / 2n) / step) * step;
  }
  const sign = amount < 0n && size > 0n ? "-" : "";
  const part = String(size % one).padStart(digits, "0");
  const shown = decimals === undefined ? part.replace(/0+$/, "") : part.slice(0, decimals).padEnd(decimals, "0");
  return `${sign}${size / one}${shown && `.${shown}`}`;
}

/** The token counts of a chat completion. */
type TokenUsage = Pick<
  Usage,
  "prompt_tokens" | "completion_tokens" | "prompt_tokens_details" | "completion_tokens_details"
>;

/** The token counts of any API under the names of chat completions. */
interface Counts extends Pick<Usage, "prompt_tokens" | "completion_tokens"> {
  readonly prompt_tokens_details?: object | null;
  readonly completion_tokens_details?: object | null;
}

/** The token counts of the Responses API. */
type ResponseTokenUsage = Pick<
  ResponseUsage,
  "input_tokens" | "output_tokens" | "input_tokens_details" | "output_tokens_details"
>;

/** The token counts of the Messages API. */
type MessageTokenUsage = Pick<MessagesUsage, "input_tokens" | "output_tokens"> &
  Partial<Pick<MessagesUsage, "cache_read_input_tokens" | "cache_creation_input_tokens" | "output_tokens_details">>;

/** The fields of a usage that contain its cost. */
interface Paid {
  readonly cost?: number | null;
  readonly is_byok?: boolean;
  readonly cost_details?: Partial<Pick<NonNullable<Usage["cost_details"]>, "upstream_inference_cost">> | null;
}

/**
 * The exact cost of a response. With a BYOK key, `usage.cost` is only OpenRouter's fee; the provider's charge
 * (`cost_details.upstream_inference_cost`) is added.
 *
 * @throws RangeError when the response is not an object, or its cost is not an amount
 * @example
 * ```ts
 * const reply = await client.chat.completions.create({ model, messages });
 * console.log(`$${formatUsd(getCost(reply), 6)}`);
 * ```
 */
export function getCost(response: { readonly usage?: Paid | null | undefined }): Usd {
  const { usage } = requireObject("The response", response);
  const upstream = usage?.is_byok ? (usage.cost_details?.upstream_inference_cost ?? 0) : 0;
  return parseUsd(usage?.cost ?? 0) + parseUsd(upstream);
}

/**
 * The exact cost of a request at the prices of a model or of one of its endpoints. It applies separate prices for
 * cached, cache-write, audio, image and reasoning tokens, discounts, and overrides at the time `at` (default: now).
 * OpenRouter rounds its charge up to a whole nano-USD. Costs that a usage does not report are not included: images in
 * the prompt, web searches, and one-hour cache writes.
 *
 * @throws RangeError for a router, which has no price of its own, and for prices and token counts that are not numbers
 * @example
 * ```ts
 * const { data } = await client.models.get({ author: "openai", slug: "gpt-5-mini" });
 * formatUsd(estimateCost(data, { prompt_tokens: 1200, completion_tokens: 300 }));
 * ```
 */
export function estimateCost(
  model: Pick<Model, "pricing">,
  usage: TokenUsage | ResponseTokenUsage | MessageTokenUsage,
  at: Date = new Date(),
): Usd {
  const pricing = requireObject("`pricing` of the model", requireObject("The model", model).pricing);
  const counts = toChatUsage(requireObject("The usage", usage));
  const { prompt_tokens: prompt, completion_tokens: completion } = counts;
  const promptDetails = countsOf(counts.prompt_tokens_details);
  const completionDetails = countsOf(counts.completion_tokens_details);
  const { cached_tokens: cached = 0, cache_write_tokens: cacheWrite = 0, audio_tokens: audio = 0 } = promptDetails;
  const { reasoning_tokens: reasoning = 0, audio_tokens: audioOutput = 0, image_tokens: image = 0 } = completionDetails;
  const prices = pricesAt(pricing, prompt, at);
  const price = (...names: readonly PriceName[]): Usd => {
    const found = parseUsd(names.map((name) => prices[name]).find((value) => typeof value === "string") ?? 0);
    if (found >= 0n) return found;
    throw new RangeError(
      "The model is a router and has no price of its own. Use the model named in the response, or `getCost(response)`.",
    );
  };
  const lines: readonly (readonly [count: number, price: Usd])[] = [
    [1, price("request")],
    [prompt - cached - cacheWrite - audio, price("prompt")],
    [cached, price("input_cache_read", "prompt")],
    [cacheWrite, price("input_cache_write", "prompt")],
    [audio, price("audio", "prompt")],
    [completion - reasoning - audioOutput - image, price("completion")],
    [reasoning, price("internal_reasoning", "completion")],
    [audioOutput, price("audio_output", "completion")],
    [image, price("image_output", "completion")],
  ];
  const sum = lines.reduce((sum, [count, price]) => sum + toCount(count) * price, 0n);
  return (sum * (one - parseUsd(pricing.discount ?? 0))) / one;
}

/** The counts of a usage under the names of chat completions. */
function toChatUsage(usage: TokenUsage | ResponseTokenUsage | MessageTokenUsage): Counts {
  if (!("input_tokens" in usage)) return usage;
  const { input_tokens: input, output_tokens: completion_tokens } = usage;
  if ("input_tokens_details" in usage)
    return {
      prompt_tokens: input,
      completion_tokens,
      prompt_tokens_details: usage.input_tokens_details,
      completion_tokens_details: usage.output_tokens_details,
    };
  // The Messages API does not count cached tokens as input tokens.
  const { cache_read_input_tokens, cache_creation_input_tokens, output_tokens_details } = usage;
  const cached_tokens = cache_read_input_tokens ?? 0;
  const cache_write_tokens = cache_creation_input_tokens ?? 0;
  return {
    prompt_tokens: input + cached_tokens + cache_write_tokens,
    completion_tokens,
    prompt_tokens_details: { cached_tokens, cache_write_tokens },
    completion_tokens_details: { reasoning_tokens: output_tokens_details?.thinking_tokens ?? 0 },
  };
}

function requireObject<Value>(name: string, value: Value): NonNullable<Value> {
  if (typeof value === "object" && value !== null) return value;
  throw new RangeError(`${name} must be an object, got ${showValue(value)}.`);
}

function toCount(count: unknown): bigint {
  if (Number.isInteger(count)) return BigInt(count as number);
  throw new RangeError(`A token count must be an integer, got ${showValue(count)}. Check the usage.`);
}

/** The token counts of a usage. Null counts as absent. */
function countsOf(details: object | null | undefined): Partial<Record<string, number>> {
  return Object.fromEntries(Object.entries(details ?? {}).filter(([, count]) => count !== null));
}

/** The prices that apply. Of the overrides whose conditions are met, the later one wins, price by price. */
function pricesAt(pricing: Pricing, promptTokens: number, at: Date): Pricing {
  const active = (pricing.overrides ?? []).filter((override) => applies(override, promptTokens, at));
  return Object.assign({}, pricing, ...active) as Pricing;
}

const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function applies(
  { min_prompt_tokens: minimum = -1, utc_start: start = 0, utc_end: end = 2400, utc_days: utcDays }: PricingOverride,
  promptTokens: number,
  at: Date,
): boolean {
  const clock = at.getUTCHours() * 100 + at.getUTCMinutes();
  const inSpan = start <= end ? clock >= start && clock < end : clock >= start || clock < end;
  return promptTokens > minimum && inSpan && (!utcDays || utcDays.includes(days[at.getUTCDay()]!));
}
