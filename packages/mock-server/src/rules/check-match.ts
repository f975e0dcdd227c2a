import { operations } from "@patchbay/spec";
import { showValue } from "@patchbay/service/json/show-value";
import { matchesWildcard } from "@patchbay/service/routing/wildcard";
import { anything, integer, isRecord, map, object, text, value, wrong, type Check, type FieldChecks } from "./check.ts";
import { headerName } from "./check-header.ts";
import type { Match, TextPattern } from "./match.ts";
import { patternProblem } from "./text-pattern.ts";

const longestText = 10_000;
const longestName = 256;
const mostConditions = 100;

type WrittenRegex = Extract<TextPattern, { regex: string }>;

const regexObject = object({ regex: text(longestText), flags: text(20) } satisfies FieldChecks<WrittenRegex>, [
  "regex",
]);

/** A substring, or `{ regex, flags }`. */
const textPattern: Check = (given, pointer) => {
  if (typeof given === "string") return text(longestText)(given, pointer);
  if (given instanceof RegExp) return text(longestText)(given.source, pointer);
  if (!isRecord(given))
    return wrong(pointer, `expected a string or { regex } with a valid regular expression, got ${showValue(given)}`);
  const problems = regexObject(given, pointer);
  if (problems.length > 0) return problems;
  const reason = patternProblem(given.regex as string, given.flags as string | undefined);
  return reason === undefined
    ? []
    : wrong(pointer, `expected { regex } with a valid regular expression, got ${showValue(given)}: ${reason}`);
};

/** In a file or over HTTP, a string such as `"/hello/i"` is most likely meant as a regular expression. */
const writtenPattern: Check = (given, pointer) => {
  const [, regex, flags] = (typeof given === "string" && /^\/(.+)\/([dgimsuvy]*)$/s.exec(given)) || [];
  if (regex === undefined) return textPattern(given, pointer);
  const written = JSON.stringify({ regex, ...(flags && { flags }) });
  const literal = JSON.stringify({ regex: `/${regex}/`.replaceAll("/", String.raw`\/`) });
  return wrong(
    pointer,
    `looks like a regular expression, but a string is compared verbatim. Write ${written}, or ${literal} to find the slashes.`,
  );
};

const headerPattern: Check = (given, pointer) => (given === null ? [] : textPattern(given, pointer));

const jsonPointer: Check = (name, pointer) =>
  typeof name === "string" && name.length <= longestText && /^(?:\/(?:[^~/]|~[01])*)+$/.test(name)
    ? []
    : wrong(
        pointer,
        `expected a JSON pointer into the input, such as /temperature (write ~ as ~0, and / within a name as ~1), got ${showValue(name)}`,
      );

const operation: Check = (given, pointer) =>
  typeof given === "string" &&
  given.length <= longestName &&
  Object.keys(operations).some((name) => matchesWildcard(given, name))
    ? []
    : wrong(
        pointer,
        `expected an operation, with * as a wildcard (${Object.keys(operations).join(", ")}), got ${showValue(given)}`,
      );

/** The checks of all conditions but `predicate`, which exists in code only. */
const createChecks = (pattern: Check): FieldChecks<Omit<Match, "predicate">> => ({
  operation,
  model: text(longestName),
  userMessage: pattern,
  turn: integer(1, 1_000_000),
  toolResult: (given, pointer) => {
    if (typeof given === "boolean") return [];
    if (typeof given === "string" || isRecord(given) || given instanceof RegExp) return pattern(given, pointer);
    return wrong(
      pointer,
      `expected true, false, a string, or { regex }, got ${showValue(given)}. Omit it to match any message.`,
    );
  },
  headers: map(headerName, headerPattern, mostConditions),
  apiKey: text(longestName),
  body: map(jsonPointer, anything, mostConditions),
});

const matchInFile = object(createChecks(writtenPattern));
const matchInCode = object({
  ...createChecks(textPattern),
  predicate: value((given) => typeof given === "function", "a function"),
} satisfies FieldChecks<Match>);

/** Returns the mistakes in the conditions of a rule. In code they can contain functions and `RegExp` objects. */
export function checkMatch(match: unknown, pointer: string, isCode: boolean): ReturnType<Check> {
  return (isCode ? matchInCode : matchInFile)(match, pointer);
}
