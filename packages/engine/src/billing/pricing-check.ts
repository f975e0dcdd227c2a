import type { PriceName } from "@patchbay/spec";
import { getOwn } from "../data/get-own.ts";

/** Checks a field of prices. Returns the mistake, or `undefined`. */
type Check = (value: unknown) => string | undefined;

const price: Check = (value) =>
  typeof value === "string" && /^\d{1,9}(?:\.\d{1,15})?$/.test(value)
    ? undefined
    : 'expected a decimal string in USD such as "0.00000025", below a billion and with at most 15 decimal places';

const within =
  (least: number, most: number, expected: string, isGood = Number.isFinite): Check =>
  (value) =>
    typeof value === "number" && isGood(value) && value >= least && value <= most ? undefined : `expected ${expected}`;

const isTime = (value: number): boolean => Number.isInteger(value) && value % 100 < 60;
const timeOfDay = within(0, 2400, "a time of day from 0 to 2400 as HHMM, such as 1630", isTime);
const days = new Set(["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]);

/** Prices that an override can also contain. */
const prices = {
  prompt: price,
  completion: price,
  request: price,
  image: price,
  image_token: price,
  image_output: price,
  audio: price,
  audio_output: price,
  input_audio_cache: price,
  input_cache_read: price,
  input_cache_write: price,
  input_cache_write_1h: price,
  internal_reasoning: price,
  web_search: price,
} satisfies Record<PriceName, Check>;

const overrideFields: Readonly<Record<string, Check>> = {
  ...prices,
  min_prompt_tokens: within(0, Number.MAX_SAFE_INTEGER, "a number of tokens"),
  utc_start: timeOfDay,
  utc_end: timeOfDay,
  utc_days: (value) =>
    Array.isArray(value) && value.length > 0 && value.every((day) => days.has(day as string))
      ? undefined
      : `expected a list of ${[...days].join(", ")}`,
};

const fields: Readonly<Record<string, Check>> = {
  ...prices,
  discount: within(0, 1, "a share from 0 to 1"),
  overrides: (value) => {
    if (!Array.isArray(value)) return "expected a list";
    const faults = value.map((entry: unknown, index) => {
      const fault = faultOf(entry, overrideFields);
      return fault && `${index}/${fault}`;
    });
    return faults.find((fault) => fault !== undefined);
  },
};

/** The price names that a catalog may use. */
export const pricingFields: ReadonlySet<string> = new Set(Object.keys(fields));

/** Throws a `RangeError` for the first price field that is missing, unknown or invalid. */
export function checkPricing(pricing: unknown): void {
  const fault = faultOf(pricing, fields) ?? missingOf(pricing as Readonly<Record<string, unknown>>);
  if (fault !== undefined) throw new RangeError(`pricing/${fault}`);
}

function missingOf(pricing: Readonly<Record<string, unknown>>): string | undefined {
  const missing = ["prompt", "completion"].find((name) => getOwn(pricing, name) === undefined);
  return missing && `${missing}: is required. Set it to "0" where it is free`;
}

function faultOf(value: unknown, known: Readonly<Record<string, Check>>): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return ": expected an object of prices";
  for (const [name, held] of Object.entries(value)) {
    if (held === undefined) continue;
    const check = getOwn(known, name);
    if (!check) return `${name}: unknown price. Use one of ${Object.keys(known).join(", ")}`;
    const fault = check(held);
    if (fault !== undefined) return /^\d+\//.test(fault) ? `${name}/${fault}` : `${name}: ${fault}, got ${show(held)}`;
  }
  return undefined;
}

function show(value: unknown): string {
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
