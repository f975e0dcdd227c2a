import { showValue } from "./options/show-value.ts";
import type { Model, Pricing, PricingOverride, Usage } from "@patchbay/spec";

/** An amount in 10^-18 USD: exact for every price and every cost of the API. */
export type Usd = bigint;

const digits = 18;
const one = 10n ** BigInt(digits);

/**
 * Reads an amount of USD from a number or a decimal string, digit by digit. Digits beyond 10^-18 are floating-point noise
 * and are rounded half up.
 *
 * @throws RangeError when it is not a decimal number of at most 400 characters and a power of at most 400
 * @example
 * ```ts
 * parseUsd("0.00000015") * 1_000_000n === parseUsd(0.15);
 * ```
 */
export function parseUsd(amount: number | string): Usd {
  if (amount === 0) return 0n;
  const text = typeof amount === "string" || typeof amount === "number" ? String(amount).trim() : "";
  const [, sign, whole, part = "", power = "0"] = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const shift = digits - part.length + Number(power);
  if (whole === undefined || whole + part === "" || text.length > 400 || Math.abs(Number(power)) > 400)
    throw new RangeError(`${showValue(amount)} is no amount of USD; an amount looks like 0.25.`);
  const all = BigInt(whole + part);
  const step = 10n ** BigInt(Math.max(-shift, 0));
  const value = shift >= 0 ? all * 10n ** BigInt(shift) : (all + step / 2n) / step;
  return sign === "-" ? -value : value;
}

/**
 * The price of a model or an endpoint as an amount of USD. Returns undefined for a router, whose price is -1, and for what is
 * not a price, so that one odd entry does not take a whole catalog away. Never throws.
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
 * An amount as a decimal text, all digits or rounded half up to so many after the point.
 *
 * @throws RangeError when it is not a bigint, or `decimals` is not a whole number from 0
 */
export function formatUsd(amount: Usd, decimals?: number): string {
  if (typeof amount !== "bigint")
    throw new RangeError(`The amount must be a bigint, got ${showValue(amount)}. \`parseUsd\` makes one.`);
  if (decimals !== undefined && !(Number.isInteger(decimals) && decimals >= 0))
    throw new RangeError(`\`decimals\` must be a whole number from 0, got ${showValue(decimals)}.`);
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

/** The part of a usage that says what it cost. */
type Paid = Pick<Usage, "cost" | "is_byok" | "cost_details">;

/**
 * What an answer cost, exactly. With a key of one's own at the provider, `usage.cost` is only the service's fee, and the
 * provider's bill is added here.
 *
 * @throws RangeError when there is no answer, or its cost is not an amount
 */
export function getCost(answer: { readonly usage?: Paid | undefined }): Usd {
  const { usage } = checkGiven("The answer", answer);
  const upstream = usage?.is_byok ? (usage.cost_details?.upstream_inference_cost ?? 0) : 0;
  return parseUsd(usage?.cost ?? 0) + parseUsd(upstream);
}

/**
 * What a request costs at the prices of a model, or of one of its endpoints, exactly: cached, written, audio and reasoning
 * tokens at prices of their own where there are any, discounts and overrides included. The service rounds its charge up to a
 * whole nano-USD. What a usage does not tell is left out: images of the prompt, web searches, and that a prompt was written to
 * a cache for an hour.
 *
 * @throws RangeError for a router, which has no price of its own, and for prices and counts that are not numbers
 * @example
 * ```ts
 * const { data } = await client.models.get({ author: "openai", slug: "gpt-5-mini" });
 * formatUsd(estimateCost(data, { prompt_tokens: 1200, completion_tokens: 300 }));
 * ```
 */
export function estimateCost(
  model: Pick<Model, "pricing">,
  usage: Pick<Usage, "prompt_tokens" | "completion_tokens" | "prompt_tokens_details" | "completion_tokens_details">,
  at: Date = new Date(),
): Usd {
  const pricing = checkGiven("`pricing` of the model", checkGiven("The model", model).pricing);
  const { prompt_tokens: prompt, completion_tokens: completion } = checkGiven("The usage", usage);
  const asked = countsOf(usage.prompt_tokens_details);
  const answered = countsOf(usage.completion_tokens_details);
  const { cached_tokens: cached = 0, cache_write_tokens: written = 0, audio_tokens: heard = 0 } = asked;
  const { reasoning_tokens: thought = 0, audio_tokens: sound = 0, image_tokens: image = 0 } = answered;
  const prices = pricesAt(pricing, prompt, at);
  const price = (...names: readonly (keyof Pricing)[]): Usd => {
    const found = parseUsd(names.map((name) => prices[name]).find((value) => typeof value === "string") ?? 0);
    if (found >= 0n) return found;
    throw new RangeError(
      "A router has no price of its own; take that of the model that answered, or `getCost` its answer.",
    );
  };
  const lines: readonly (readonly [count: number, price: Usd])[] = [
    [1, price("request")],
    [prompt - cached - written - heard, price("prompt")],
    [cached, price("input_cache_read", "prompt")],
    [written, price("input_cache_write", "prompt")],
    [heard, price("audio", "prompt")],
    [completion - thought - sound - image, price("completion")],
    [thought, price("internal_reasoning", "completion")],
    [sound, price("audio_output", "completion")],
    [image, price("image_output", "completion")],
  ];
  const sum = lines.reduce((sum, [count, price]) => sum + toCount(count) * price, 0n);
  return (sum * (one - parseUsd(pricing.discount ?? 0))) / one;
}

function checkGiven<Given>(what: string, given: Given): NonNullable<Given> {
  if (typeof given === "object" && given !== null) return given;
  throw new RangeError(`${what} must be an object, got ${showValue(given)}.`);
}

function toCount(count: unknown): bigint {
  if (Number.isInteger(count)) return BigInt(count as number);
  throw new RangeError(`A count of tokens must be a whole number, got ${showValue(count)}. Check the usage.`);
}

/** The counts of tokens that a usage tells; a null is none. */
function countsOf(details: object | null | undefined): Partial<Record<string, number>> {
  return Object.fromEntries(Object.entries(details ?? {}).filter(([, count]) => count !== null));
}

/** The prices that hold: of the overrides whose conditions are met, later ones win, price by price. */
function pricesAt(pricing: Pricing, promptTokens: number, at: Date): Pricing {
  const held = (pricing.overrides ?? []).filter((override) => holds(override, promptTokens, at));
  return Object.assign({}, pricing, ...held) as Pricing;
}

const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function holds(
  { min_prompt_tokens: least = -1, utc_start: start = 0, utc_end: end = 2400, utc_days: onDays }: PricingOverride,
  promptTokens: number,
  at: Date,
): boolean {
  const clock = at.getUTCHours() * 100 + at.getUTCMinutes();
  const inSpan = start <= end ? clock >= start && clock < end : clock >= start || clock < end;
  return promptTokens > least && inSpan && (!onDays || onDays.includes(days[at.getUTCDay()]!));
}
