import { getOwn } from "@patchbay/engine/data/get-own";
import { didYouMean } from "@patchbay/service/validation/did-you-mean";
import { findRenamed } from "@patchbay/service/validation/renamed-names";
import { showValue } from "@patchbay/service/json/show-value";

/** A mistake in a rule. */
export interface RuleProblem {
  /** JSON pointer, relative to the rule. */
  readonly pointer: string;
  readonly message: string;
}

/** Returns the mistakes in the value at a JSON pointer. A valid value has none. */
export type Check = (value: unknown, pointer: string) => readonly RuleProblem[];

/** One check per field of `T`: a field of `T` without a check does not compile. */
export type FieldChecks<T> = Readonly<Record<keyof T, Check>>;

export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The JSON pointer of a member. */
export function below(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** A list with one mistake. */
export function wrong(pointer: string, message: string): RuleProblem[] {
  return [{ pointer, message }];
}

/** Checks a value with a predicate. `expected` completes the message "expected …". */
export function value(isGood: (value: unknown) => boolean, expected: string): Check {
  return (given, pointer) =>
    isGood(given)
      ? []
      : wrong(pointer, `expected ${expected}, got ${given === undefined ? "nothing" : showValue(given)}`);
}

/** A string of up to `most` characters. */
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

/** The longest delay that a rule can set, in milliseconds: one day. */
const longestMs = 86_400_000;

/** A number of milliseconds. */
export const milliseconds: Check = value(
  (given) => typeof given === "number" && given >= 0 && given <= longestMs,
  `a number of milliseconds from 0 to ${longestMs}`,
);

export function oneOf(...names: readonly string[]): Check {
  const check = value((given) => typeof given === "string" && names.includes(given), `one of ${names.join(", ")}`);
  return (given, pointer) => {
    const newName = findRenamed(given, names);
    return newName === undefined
      ? check(given, pointer)
      : wrong(pointer, `${showValue(given)} was renamed to ${showValue(newName)}.`);
  };
}

export const anything: Check = () => [];

/** A list of up to `most` items. */
export function list(item: Check, most: number, expected = "a list"): Check {
  return (given, pointer) => {
    if (!Array.isArray(given)) return value(() => false, expected)(given, pointer);
    if (given.length > most) return wrong(pointer, `has ${given.length} items; at most ${most} are allowed.`);
    // `Array.from` turns holes into `undefined`, so that they are checked.
    return Array.from(given as unknown[]).flatMap((one, index) => item(one, below(pointer, index)));
  };
}

/**
 * An object with these fields. An unknown field is rejected with the nearest known name. An `undefined` field counts as
 * absent.
 */
export function object<Name extends string>(
  fields: Readonly<Record<Name, Check>>,
  required: readonly NoInfer<Name>[] = [],
): Check {
  const names = Object.keys(fields);
  return (given, pointer) => {
    if (!isRecord(given)) return value(() => false, "an object")(given, pointer);
    const missing = required.filter((name) => getOwn(given, name) === undefined);
    return [
      ...Object.entries(given).flatMap(([name, member]) => {
        const place = below(pointer, name);
        const check = getOwn<Check>(fields, name);
        const newName = check ? undefined : findRenamed(name, names);
        if (newName !== undefined) return wrong(place, `was renamed to \`${newName}\`.`);
        if (!check)
          return wrong(
            place,
            `is not a known property; allowed: ${names.length === 0 ? "no field" : names.join(", ")}.${didYouMean(name, names)}`,
          );
        return member === undefined ? [] : check(member, place);
      }),
      ...missing.flatMap((name) => wrong(below(pointer, name), "is required and missing")),
    ];
  };
}

/** An object with any names, each checked by `name`, and its value by `member`. */
export function map(name: Check, member: Check, most: number): Check {
  return (given, pointer) => {
    if (!isRecord(given)) return value(() => false, "an object")(given, pointer);
    const entries = Object.entries(given);
    if (entries.length > most) return wrong(pointer, `has ${entries.length} members; at most ${most} are allowed.`);
    return entries.flatMap(([key, one]) => {
      const place = below(pointer, key);
      const problems = name(key, place);
      return problems.length > 0 || one === undefined ? problems : member(one, place);
    });
  };
}

/** The size of a value. */
export interface Size {
  readonly depth: number;
  readonly members: number;
  readonly characters: number;
}

/** Measures a value without recursion. Stops beyond the limits, so that cyclic values end. */
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
