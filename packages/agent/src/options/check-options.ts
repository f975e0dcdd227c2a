import { AgentError } from "../errors/agent-error.ts";

/** The longest delay of a timer, in milliseconds. */
export const longestTimer: number = 2 ** 31 - 1;

const isNumber = (value: unknown): value is number => typeof value === "number";

/** Kind of a value → its name in error messages, and its test. */
const kinds = {
  any: { text: "any value", test: () => true },
  array: { text: "an array", test: (value: unknown) => Array.isArray(value) },
  boolean: { text: "a boolean", test: (value: unknown) => typeof value === "boolean" },
  count: {
    text: "a whole number of at least 1",
    test: (value: unknown) => (Number.isInteger(value) && (value as number) >= 1) || value === Infinity,
  },
  delay: {
    text: `a number of milliseconds from 0 up to ${longestTimer}`,
    test: (value: unknown) => isNumber(value) && value >= 0 && value <= longestTimer,
  },
  duration: { text: "a positive number of milliseconds", test: (value: unknown) => isNumber(value) && value > 0 },
  function: { text: "a function", test: (value: unknown) => typeof value === "function" },
  numberFromOne: { text: "a number of at least 1", test: (value: unknown) => isNumber(value) && value >= 1 },
  object: { text: "an object", test: isPlain },
  positive: { text: "a positive number", test: (value: unknown) => isNumber(value) && value > 0 },
  ratio: {
    text: "a number above 0 and up to 1",
    test: (value: unknown) => isNumber(value) && value > 0 && value <= 1,
  },
  signal: {
    text: "an AbortSignal",
    test: (value: unknown) =>
      typeof (value as Partial<AbortSignal> | null | undefined)?.addEventListener === "function",
  },
  string: { text: "a string", test: (value: unknown) => typeof value === "string" },
  timeout: {
    text: `a positive number of milliseconds up to ${longestTimer}, or Infinity for none`,
    test: (value: unknown) => isNumber(value) && value > 0 && (value <= longestTimer || value === Infinity),
  },
  whole: {
    text: "a whole number of at least 0",
    test: (value: unknown) => Number.isInteger(value) && (value as number) >= 0,
  },
  wholeFromOne: {
    text: "a whole number of at least 1",
    test: (value: unknown) => Number.isInteger(value) && (value as number) >= 1,
  },
} satisfies Record<string, { readonly text: string; readonly test: (value: unknown) => boolean }>;

type Kind = keyof typeof kinds;

/** Option → the kinds of values that it accepts. */
export type OptionKinds<Options> = Readonly<Record<keyof Options & string, readonly [Kind, ...Kind[]]>>;

/** Names that other SDKs use → the option of this package, or a sentence with advice. */
export type Aliases = Readonly<Record<string, string>>;

/**
 * Rejects unknown options and values of the wrong kind. An option that is `undefined` counts as not set.
 *
 * @throws AgentError with the nearest known name
 */
export function checkOptions<Options>(
  place: string,
  options: unknown,
  known: OptionKinds<Options>,
  aliases: Aliases = {},
): void {
  if (!isPlain(options)) throw new AgentError(notOptions(place, options, known));
  for (const [name, value] of Object.entries(options as object) as [string, unknown][]) {
    if (value === undefined) continue;
    if (!Object.hasOwn(known, name)) throw new AgentError(unknownName(name, place, Object.keys(known), aliases));
    const allowed = known[name as keyof Options & string];
    if (allowed.some((kind) => kinds[kind].test(value))) continue;
    const expected = allowed.map((kind) => kinds[kind].text).join(" or ");
    throw new AgentError(`\`${name}\` of ${place} must be ${expected}, got ${show(value)}.`);
  }
}

function notOptions(place: string, given: unknown, known: object): string {
  const advice = kinds.signal.test(given) && "signal" in known ? " Pass it as `{ signal }`." : "";
  return `The options of ${place} must be an object, got ${show(given)}.${advice}`;
}

/** The message about an unknown name, with the nearest known one. */
function unknownName(name: string, place: string, known: readonly string[], aliases: Aliases = {}): string {
  const found = nearest(name, [...known, ...Object.keys(aliases)]);
  const meant = found === undefined ? undefined : (aliases[found] ?? found);
  const hint = meant?.includes(" ") ? ` ${meant}` : meant === undefined ? "" : ` Use \`${meant}\`.`;
  return `Unknown option \`${name}\` of ${place}.${hint} Known options: ${known.join(", ")}.`;
}

/** The known name with the fewest changed characters, up to a third of them by default. */
export function nearest(
  name: string,
  names: readonly string[],
  most: number = Math.max(1, Math.floor(name.length / 3)),
): string | undefined {
  const wanted = fold(name);
  let best: { readonly name: string; readonly far: number } | undefined;
  for (const one of names) {
    const far = distance(wanted, fold(one));
    if (far <= most && far < (best?.far ?? Infinity)) best = { name: one, far };
  }
  return best?.name;
}

/** Replaces API keys and tokens by `***`: a key in the wrong place must not reach a log. */
export function hideKeys(text: string): string {
  return text.replaceAll(/(\bsk-|\bBearer\s+)[\w.~+/=-]{8,}/gi, "$1***");
}

/** Formats a value for an error message: up to 100 characters, and only the class of an object. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    const text = hideKeys(value);
    return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
  }
  if (Array.isArray(value)) return "an array";
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  const name = (value.constructor as { readonly name?: unknown } | undefined)?.name;
  return typeof name === "string" && name !== "Object" && name !== "" ? `an instance of ${name}` : "an object";
}

/** Normalizes a name: `max_tokens` and `maxTokens` are the same. */
export function fold(name: string): string {
  return name
    .slice(0, 60)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The number of characters that are added, missing, changed, or swapped with the next one. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(row[j - 1]! + 1, rows[i - 1]![j]! + 1, changed, swapped));
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** Whether a value can be an options object. A promise, a Map or an AbortSignal in its place would have no effect. */
export function isPlain(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object Object]";
}
