import { operations } from "@patchbay/spec";
import { showValue } from "../json/show-value.ts";
import { matchesWildcard } from "../routing/wildcard.ts";
import { anything, integer, isRecord, map, object, text, value, wrong, type Check } from "./check.ts";
import { headerName } from "./check-header.ts";
import { patternFault } from "./text-pattern.ts";

const longestText = 10_000;
const longestName = 256;
const mostConditions = 100;

/** A part of a text, or `{ regex, flags }`. */
const textMatch: Check = (given, pointer) => {
  if (typeof given === "string") return text(longestText)(given, pointer);
  if (given instanceof RegExp) return text(longestText)(given.source, pointer);
  if (!isRecord(given))
    return wrong(
      pointer,
      `expected a string, or { regex } with an expression that can be read, got ${showValue(given)}`,
    );
  const faults = object({ regex: text(longestText), flags: text(20) }, ["regex"])(given, pointer);
  if (faults.length > 0) return faults;
  const reason = patternFault(given.regex as string, given.flags as string | undefined);
  return reason === undefined
    ? []
    : wrong(pointer, `expected { regex } with an expression that can be read, got ${showValue(given)}: ${reason}`);
};

/** In a file or over HTTP, `"/hello/i"` is meant as an expression. */
const writtenMatch: Check = (given, pointer) => {
  const [, regex, flags] = (typeof given === "string" && /^\/(.+)\/([dgimsuvy]*)$/s.exec(given)) || [];
  if (regex === undefined) return textMatch(given, pointer);
  const written = JSON.stringify({ regex, ...(flags && { flags }) });
  const literal = JSON.stringify({ regex: `/${regex}/`.replaceAll("/", String.raw`\/`) });
  return wrong(
    pointer,
    `looks like an expression, and a string is compared as it is. Write ${written}, or ${literal} to find the slashes.`,
  );
};

const headerMatch: Check = (given, pointer) => (given === null ? [] : textMatch(given, pointer));

const jsonPointer: Check = (name, pointer) =>
  typeof name === "string" && name.length <= longestText && /^(?:\/(?:[^~/]|~[01])*)+$/.test(name)
    ? []
    : wrong(
        pointer,
        `expected a JSON pointer into the input, such as /temperature (~ is written ~0, and / in a name ~1), got ${showValue(name)}`,
      );

const operation: Check = (given, pointer) =>
  typeof given === "string" &&
  given.length <= longestName &&
  Object.keys(operations).some((name) => matchesWildcard(given, name))
    ? []
    : wrong(
        pointer,
        `expected an operation, in which * stands for any text (${Object.keys(operations).join(", ")}), got ${showValue(given)}`,
      );

const fieldsOf = (match: Check): Readonly<Record<string, Check>> => ({
  operation,
  model: text(longestName),
  userMessage: match,
  turn: integer(1, 1_000_000),
  toolResult: (given, pointer) => {
    if (typeof given === "boolean") return [];
    if (typeof given === "string" || isRecord(given) || given instanceof RegExp) return match(given, pointer);
    return wrong(
      pointer,
      `expected true, false, a string, or { regex }, got ${showValue(given)}. Leave it out to match any message.`,
    );
  },
  headers: map(headerName, headerMatch, mostConditions),
  apiKey: text(longestName),
  body: map(jsonPointer, anything, mostConditions),
});

const written = object(fieldsOf(writtenMatch));
const inCode = object({
  ...fieldsOf(textMatch),
  predicate: value((given) => typeof given === "function", "a function"),
});

/** Finds the mistakes in the conditions of a rule. In code they can hold functions and regular expressions. */
export function checkMatch(match: unknown, pointer: string, isCode: boolean): ReturnType<Check> {
  return (isCode ? inCode : written)(match, pointer);
}
