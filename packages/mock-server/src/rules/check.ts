import { getOwn } from "../engine/data/get-own.ts";
import { didYouMean } from "../validation/did-you-mean.ts";
import { findRenamed } from "../validation/renamed-names.ts";
import { showValue } from "../json/show-value.ts";

/** A mistake in a rule. */
export interface RuleFault {
  /** JSON pointer from the rule. */
  readonly pointer: string;
  readonly message: string;
}

/** Finds the mistakes in a value that stands at a pointer; none when it is valid. */
export type Check = (value: unknown, pointer: string) => readonly RuleFault[];

export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The pointer of a member. */
export function below(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** One mistake. */
export function wrong(pointer: string, message: string): RuleFault[] {
  return [{ pointer, message }];
}

/** Checks a value by a predicate; `expected` completes "expected …". */
export function value(isGood: (value: unknown) => boolean, expected: string): Check {
  return (given, pointer) =>
    isGood(given)
      ? []
      : wrong(pointer, `expected ${expected}, got ${given === undefined ? "nothing" : showValue(given)}`);
}

/** A string of at most so many characters. */
export function text(most: number, expected = "a string"): Check {
  return (given, pointer) => {
    if (typeof given !== "string") return value(() => false, expected)(given, pointer);
    return given.length <= most
      ? []
      : wrong(pointer, `has ${given.length} characters; at most ${most} are allowed. Shorten it.`);
  };
}

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number): Check {
  return value(
    (given) => Number.isInteger(given) && Number(given) >= least && Number(given) <= most,
    `a whole number from ${least} to ${most}`,
  );
}

/** A finite number from `least` to `most`. */
export function number(least: number, most: number): Check {
  return value(
    (given) => typeof given === "number" && given >= least && given <= most,
    `a number from ${least} to ${most}`,
  );
}

/** The longest time that a rule can ask for, in milliseconds: a day. */
const longestMs = 86_400_000;

/** A number of milliseconds. */
export const milliseconds: Check = value(
  (given) => typeof given === "number" && given >= 0 && given <= longestMs,
  `a number of milliseconds from 0 to ${longestMs}`,
);

export function oneOf(...names: readonly string[]): Check {
  const check = value((given) => typeof given === "string" && names.includes(given), `one of ${names.join(", ")}`);
  return (given, pointer) => {
    const today = findRenamed(given, names);
    return today === undefined
      ? check(given, pointer)
      : wrong(pointer, `${showValue(given)} was renamed to ${showValue(today)}.`);
  };
}

export const anything: Check = () => [];

/** A list of at most so many items. */
export function list(item: Check, most: number, expected = "a list"): Check {
  return (given, pointer) => {
    if (!Array.isArray(given)) return value(() => false, expected)(given, pointer);
    if (given.length > most) return wrong(pointer, `has ${given.length} items; at most ${most} are allowed.`);
    // A hole is checked like `undefined`.
    return Array.from(given as unknown[]).flatMap((one, index) => item(one, below(pointer, index)));
  };
}

/** An object with these fields; others are refused with the nearest name. A field that is `undefined` is absent. */
export function object(fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  const names = Object.keys(fields);
  return (given, pointer) => {
    if (!isRecord(given)) return value(() => false, "an object")(given, pointer);
    const missing = required.filter((name) => getOwn(given, name) === undefined);
    return [
      ...Object.entries(given).flatMap(([name, member]) => {
        const place = below(pointer, name);
        const check = getOwn(fields, name);
        const today = check ? undefined : findRenamed(name, names);
        if (today !== undefined) return wrong(place, `was renamed to \`${today}\`.`);
        if (!check)
          return wrong(
            place,
            `is unknown here; use ${names.length === 0 ? "no field" : names.join(", ")}.${didYouMean(name, names)}`,
          );
        return member === undefined ? [] : check(member, place);
      }),
      ...missing.flatMap((name) => wrong(below(pointer, name), "is required and missing")),
    ];
  };
}

/** An object of any names. */
export function map(name: Check, member: Check, most: number): Check {
  return (given, pointer) => {
    if (!isRecord(given)) return value(() => false, "an object")(given, pointer);
    const entries = Object.entries(given);
    if (entries.length > most) return wrong(pointer, `has ${entries.length} members; at most ${most} are allowed.`);
    return entries.flatMap(([key, one]) => {
      const place = below(pointer, key);
      const faults = name(key, place);
      return faults.length > 0 || one === undefined ? faults : member(one, place);
    });
  };
}

/** How large a value is. */
export interface Size {
  readonly depth: number;
  readonly members: number;
  readonly characters: number;
}

/** Measures a value without recursion; gives up beyond the limits, so that cycles end. */
export function measure(root: unknown, most: Size): Size {
  let depth = 0;
  let members = 0;
  let characters = 0;
  let level: unknown[] = [root];
  while (level.length > 0 && depth <= most.depth && members <= most.members && characters <= most.characters) {
    const next: unknown[] = [];
    for (const one of level) {
      members++;
      if (typeof one === "string") characters += one.length;
      if (typeof one !== "object" || one === null || one instanceof RegExp) continue;
      for (const [name, member] of Object.entries(one)) {
        if (!Array.isArray(one)) characters += name.length;
        next.push(member);
      }
    }
    level = next;
    if (next.length > 0) depth++;
  }
  return { depth, members, characters };
}
