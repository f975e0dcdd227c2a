import type { Schema } from "../json-schema/schema.ts";

/** Everyday numbers: where a schema allows them, one of these is drawn. */
const everyday = { lowest: 1, highest: 100 } as const;
/** How many values are drawn from when the bounds lie elsewhere. */
const windowSize = 100;
/** The finest decimal fraction that is written. */
const mostDecimals = 15;

/** The values that all schemas together allow, as far as they are drawn from: `first + index * step`. */
interface Grid {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly excludesLow: boolean;
  readonly excludesHigh: boolean;
}

/**
 * A number that obeys the limits of all these schemas; undefined when none exists. It is an everyday one (1 to 100) where
 * the limits allow that, otherwise one near the limit that is nearer. `at` chooses it, 0 ≤ at < 1; `shift` counts through
 * the others, so that distinct shifts give distinct numbers as long as there are some.
 */
export function drawNumber(
  schemas: readonly Schema[],
  { isInteger, at, shift }: { readonly isInteger: boolean; readonly at: number; readonly shift: number },
): number | undefined {
  const bounds = boundsOf(schemas);
  const steps = schemas.flatMap(({ multipleOf }) => (isAbove0(multipleOf) ? [multipleOf] : []));
  const step = commonStep(isInteger ? [1, ...steps] : steps);
  const grid = step === undefined ? gridOfFractions(bounds) : gridOfMultiples(bounds, step);
  if (!grid || grid.count < 1) return undefined;
  const decimals = decimalsOf(grid.step) + decimalsOf(grid.first);
  const valueAt = (index: number): number => rounded(grid.first + (index % grid.count) * grid.step, decimals);
  const start = Math.floor(at * grid.count) + shift;
  const value = firstExact(grid, steps, (index) => valueAt(start + index)) ?? valueAt(start);
  return isWithin(value, bounds) ? value : undefined;
}

/** The first value that is a multiple in binary arithmetic too: 0.03 / 0.01 is, 0.07 / 0.01 is not, and not every validator forgives that. */
function firstExact({ count }: Grid, steps: readonly number[], valueAt: (index: number) => number): number | undefined {
  for (let index = 0; index < Math.min(count, windowSize); index++) {
    const value = valueAt(index);
    if (steps.every((step) => Number.isInteger(value / step))) return value;
  }
  return undefined;
}

function boundsOf(schemas: readonly Schema[]): Bounds {
  let low = -Infinity;
  let high = Infinity;
  let excludesLow = false;
  let excludesHigh = false;
  const raise = (limit: unknown, excludes: boolean): void => {
    if (typeof limit !== "number" || limit < low || (limit === low && !excludes)) return;
    low = limit;
    excludesLow = excludes;
  };
  const lower = (limit: unknown, excludes: boolean): void => {
    if (typeof limit !== "number" || limit > high || (limit === high && !excludes)) return;
    high = limit;
    excludesHigh = excludes;
  };
  for (const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } of schemas) {
    // Draft 4 wrote the exclusive limits as flags.
    raise(minimum, exclusiveMinimum === true);
    lower(maximum, exclusiveMaximum === true);
    raise(exclusiveMinimum, true);
    lower(exclusiveMaximum, true);
  }
  return { low, high, excludesLow, excludesHigh };
}

/** The multiples of a step inside the everyday window, or else near the limit that is nearer to it. */
function gridOfMultiples(bounds: Bounds, step: number): Grid | undefined {
  const first = firstMultiple(bounds, step);
  const last = lastMultiple(bounds, step);
  if (first > last) return undefined;
  const from = Math.max(first, Math.ceil(everyday.lowest / step));
  const to = Math.min(last, Math.floor(everyday.highest / step));
  if (from <= to) return { first: from * step, step, count: to - from + 1 };
  // Zero is as common a number as those.
  if (first <= 0 && last >= 0 && step > everyday.highest)
    return { first: 0, step, count: Math.min(last + 1, windowSize) };
  if (last < from) {
    const begin = Math.max(first, last - windowSize + 1);
    return { first: begin * step, step, count: last - begin + 1 };
  }
  return { first: first * step, step, count: Math.min(last - first + 1, windowSize) };
}

function firstMultiple({ low, excludesLow }: Bounds, step: number): number {
  if (low === -Infinity) return -Infinity;
  const quotient = settled(low / step);
  const first = Math.ceil(quotient);
  return excludesLow && first * step <= low ? first + 1 : first;
}

function lastMultiple({ high, excludesHigh }: Bounds, step: number): number {
  if (high === Infinity) return Infinity;
  const quotient = settled(high / step);
  const last = Math.floor(quotient);
  return excludesHigh && last * step >= high ? last - 1 : last;
}

/** Halves where they fit, otherwise fractions of the span. */
function gridOfFractions(bounds: Bounds): Grid | undefined {
  const { low, high, excludesLow, excludesHigh } = bounds;
  if (low > high || (low === high && (excludesLow || excludesHigh))) return undefined;
  if (low === high) return { first: low, step: 1, count: 1 };
  const halves = gridOfMultiples(bounds, 0.5);
  if (halves && halves.count > 1) return halves;
  const span = high - low;
  const decimals = Math.min(Math.max(2 - Math.floor(Math.log10(span)), 0), mostDecimals);
  const fractions = gridOfMultiples(bounds, Number(`1e-${decimals}`));
  return fractions && fractions.count > 0 ? fractions : { first: low + span / 2, step: 0, count: 1 };
}

/** The least number that is a multiple of every step, of decimal fractions as well; undefined without steps. */
function commonStep(steps: readonly number[]): number | undefined {
  if (steps.length === 0) return undefined;
  const decimals = Math.min(Math.max(...steps.map(decimalsOf)), mostDecimals);
  const scale = 10 ** decimals;
  const whole = steps.map((step) => Math.round(step * scale));
  if (whole.some((step) => step < 1 || !Number.isSafeInteger(step))) return Math.max(...steps);
  const common = whole.reduce((a, b) => (a / greatestDivisor(a, b)) * b);
  return common / scale;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** How many digits a number has behind the point. */
function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max((digits.split(".")[1]?.length ?? 0) - Number(exponent), 0);
}

function rounded(value: number, decimals: number): number {
  return decimals > mostDecimals || Math.abs(value) >= 1e15 ? value : Number(value.toFixed(decimals));
}

/** A quotient that is whole but for the inexactness of binary fractions. */
function settled(quotient: number): number {
  const nearest = Math.round(quotient);
  return Math.abs(quotient - nearest) <= 1e-9 * Math.max(1, Math.abs(quotient)) ? nearest : quotient;
}

function isWithin(value: number, { low, high, excludesLow, excludesHigh }: Bounds): boolean {
  return (
    Number.isFinite(value) &&
    (excludesLow ? value > low : value >= low) &&
    (excludesHigh ? value < high : value <= high)
  );
}

function isAbove0(value: unknown): value is number {
  return typeof value === "number" && value > 0 && Number.isFinite(value);
}
