import type { Schema } from "../json-schema/schema.ts";

/** Everyday numbers: one of these is drawn where a schema allows them. */
const everyday = { lowest: 1, highest: 100 } as const;
/** The number of candidates if the bounds exclude everyday numbers. */
const windowSize = 100;
/** The finest decimal fraction. */
const mostDecimals = 15;

/** The candidates that all schemas allow: `first + index * step`. */
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
 * A number within the limits of all schemas. `undefined` if none exists. An everyday number (1 to 100) if the limits
 * allow it, otherwise one near the closer limit. `at` chooses it, 0 ≤ at < 1; `shift` counts through the others, so
 * that distinct shifts give distinct numbers as long as there are some.
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

/**
 * The first value that is also a multiple in binary arithmetic: 0.03 / 0.01 is, 0.07 / 0.01 is not, and some validators
 * reject that.
 */
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
    // Draft 4 has booleans for exclusive limits.
    raise(minimum, exclusiveMinimum === true);
    lower(maximum, exclusiveMaximum === true);
    raise(exclusiveMinimum, true);
    lower(exclusiveMaximum, true);
  }
  return { low, high, excludesLow, excludesHigh };
}

/** The multiples of a step in the everyday range, or else near the closer limit. */
function gridOfMultiples(bounds: Bounds, step: number): Grid | undefined {
  const first = firstMultiple(bounds, step);
  const last = lastMultiple(bounds, step);
  if (first > last) return undefined;
  const from = Math.max(first, Math.ceil(everyday.lowest / step));
  const to = Math.min(last, Math.floor(everyday.highest / step));
  if (from <= to) return { first: from * step, step, count: to - from + 1 };
  // Zero is as common as those numbers.
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

/** Halves where they fit, otherwise fractions of the range. */
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

/** The least common multiple of all steps, including decimal fractions. `undefined` without steps. */
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

/** The number of decimal places. */
function decimalsOf(value: number): number {
  const [digits = "", exponent = "0"] = String(value).split("e");
  return Math.max((digits.split(".")[1]?.length ?? 0) - Number(exponent), 0);
}

function rounded(value: number, decimals: number): number {
  return decimals > mostDecimals || Math.abs(value) >= 1e15 ? value : Number(value.toFixed(decimals));
}

/** Rounds a quotient that is whole but for the inexactness of binary fractions. */
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
