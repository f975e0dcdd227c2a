import type { Expected, Problem } from "./case-format.ts";

/** Values that `$same` has seen, by name. */
export type Bindings = Map<string, unknown>;

/** Compares a value with what is expected. Returns the differences. */
export function compare(expected: Expected, actual: unknown, at: string, bindings: Bindings = new Map()): Problem[] {
  if (isMatcher(expected))
    return Object.entries(expected).flatMap(([name, argument]) =>
      matches[name]!(argument, actual, bindings) ? [] : [{ at, expected: { [name]: argument }, actual }],
    );
  if (isPointerMap(expected))
    return Object.entries(expected).flatMap(([pointer, inner]) =>
      compare(inner, valueAt(actual, pointer), at + pointer, bindings),
    );
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [{ at, expected, actual }];
    return expected.flatMap((inner, index) => compare(inner, actual[index], `${at}/${index}`, bindings));
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return [{ at, expected, actual }];
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...names].flatMap((name) =>
      compare(
        Object.hasOwn(expected, name) ? expected[name] : { $absent: true },
        Object.hasOwn(actual, name) ? actual[name] : undefined,
        `${at}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
        bindings,
      ),
    );
  }
  return Object.is(expected, actual) ? [] : [{ at, expected, actual }];
}

type Match = (argument: unknown, actual: unknown, bindings: Bindings) => boolean;

const fits = (expected: Expected, actual: unknown, bindings: Bindings): boolean =>
  compare(expected, actual, "", bindings).length === 0;

/** The matchers by name. */
const matches: Readonly<Record<string, Match>> = {
  $absent: (isAbsent, actual) => (actual === undefined) === isAbsent,
  $present: (isPresent, actual) => (actual !== undefined && actual !== null) === isPresent,
  $type: (type, actual) => typeOf(actual) === type,
  $match: (pattern, actual) => typeof actual === "string" && new RegExp(String(pattern), "u").test(actual),
  $contains: (part, actual) =>
    typeof actual === "string"
      ? actual.includes(String(part))
      : Array.isArray(actual) && actual.some((item) => fits(part, item, new Map())),
  $lacks: (part, actual) => typeof actual === "string" && !actual.includes(String(part)),
  $length: (length, actual, bindings) =>
    (typeof actual === "string" || Array.isArray(actual)) && fits(length, actual.length, bindings),
  $min: (min, actual) => typeof actual === "number" && actual >= Number(min),
  $max: (max, actual) => typeof actual === "number" && actual <= Number(max),
  // A language may report money as a decimal string.
  $decimal: (text, actual) =>
    (typeof actual === "number" || typeof actual === "string") && toDecimal(String(actual)) === toDecimal(String(text)),
  $oneOf: (list, actual, bindings) =>
    Array.isArray(list) && list.some((expected: unknown) => fits(expected, actual, bindings)),
  // What the inner expectation sees first is not bound: the value is expected to be another one.
  $not: (expected, actual, bindings) => !fits(expected, actual, new Map(bindings)),
  $each: (expected, actual, bindings) =>
    Array.isArray(actual) && actual.every((item) => fits(expected, item, bindings)),
  $json: (expected, actual, bindings) => {
    const parsed = typeof actual === "string" ? parse(actual) : undefined;
    return parsed !== undefined && fits(expected, parsed, bindings);
  },
  $same: (name, actual, bindings) => {
    if (actual === undefined) return false;
    const text = toSortedJson(actual);
    const known = bindings.get(String(name));
    bindings.set(String(name), known ?? text);
    return known === undefined || known === text;
  },
};

/** JSON that does not depend on the order of keys. */
function toSortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** The names of the matchers. */
export const matchers: ReadonlySet<string> = new Set(Object.keys(matches));

/** Whether an expected value is a matcher: its keys begin with `$`. */
export function isMatcher(expected: Expected): expected is Record<string, unknown> {
  return isObject(expected) && hasOnly(expected, (key) => key.startsWith("$"));
}

/** Whether an expected value is a map of JSON pointers. The empty one is the whole value. */
export function isPointerMap(expected: Expected): expected is Record<string, Expected> {
  return isObject(expected) && hasOnly(expected, (key) => key === "" || key.startsWith("/"));
}

function hasOnly(value: object, test: (key: string) => boolean): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every(test);
}

/** The value at a JSON pointer; undefined if there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (node, name) =>
        typeof node === "object" && node !== null && Object.hasOwn(node, name)
          ? (node as Record<string, unknown>)[name]
          : undefined,
      value,
    );
}

/** Whether a value is an object other than a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A decimal number without exponent and unneeded zeros, so that texts can be compared without rounding. */
function toDecimal(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (whole + fraction === "") return `not a number: ${text}`;
  const digits = `${whole}${fraction}`.replace(/^0+(?=.)/, "");
  const scale = fraction.length - Number(exponent);
  const kept = digits.replace(/0+$/, "");
  return kept === "" ? "0" : `${sign}${kept}e${digits.length - kept.length - scale}`;
}
