import { toCanonical } from "../text/canonical-json.ts";
import { balancedValues, parseRelaxed, withoutFence } from "../output/relaxed-json.ts";

/** The arguments of a call as an object, or why they are invalid. */
export type Arguments = { readonly value: object } | { readonly problem: string };

/** How often an object may be encoded as a string. */
const maxEncodings = 3;

/**
 * Parses the arguments of a call. Repairs unambiguous mistakes: an object instead of its JSON, an object encoded twice,
 * a code fence, trailing commas, a byte order mark, raw line breaks in strings, the same object twice, and empty
 * objects around it.
 */
export function readArguments(given: unknown, encodings = 1): Arguments {
  // Some models send nothing for a call without arguments.
  if (given === undefined || given === null) return { value: {} };
  if (typeof given !== "string") return isObject(given) ? { value: given } : notAnObject;
  const text = withoutFence(given);
  if (text === "") return { value: {} };
  let value: unknown;
  try {
    value = parseRelaxed(text);
  } catch (error) {
    const only = onlyObject(text);
    return only ? { value: only } : { problem: `The arguments are not valid JSON: ${(error as Error).message}.` };
  }
  if (isObject(value)) return { value };
  if (typeof value !== "string" || value.trim() === "" || encodings >= maxEncodings) return notAnObject;
  const inner = readArguments(value, encodings + 1);
  return "value" in inner ? inner : notAnObject;
}

/** The arguments in canonical form, ignoring key order and white space; the text itself if they are not an object. */
export function canonicalArguments(text: string): string {
  try {
    const read = readArguments(text);
    return "value" in read ? toCanonical(read.value) : text;
  } catch {
    // An object can be too deep to serialize.
    return text;
  }
}

/**
 * The arguments as a history has to contain them: a JSON object, unchanged if it is valid; `{}` if it cannot be parsed.
 */
export function toArgumentsText(given: unknown): string {
  try {
    if (typeof given === "string" && isObject(JSON.parse(given)) && !escapedSurrogate.test(given))
      return given.toWellFormed();
    const read = readArguments(given);
    return "value" in read ? JSON.stringify(read.value, wellFormed) : "{}";
  } catch {
    return "{}";
  }
}

const notAnObject: Arguments = { problem: "The arguments are not an object with the fields of the tool." };

/** An escaped lone surrogate is valid JSON, but providers reject it. */
const escapedSurrogate = /\\u[dD][89a-fA-F]/;

function wellFormed(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed() : value;
}

/** The object of a text that consists of objects only, if they are all the same or empty. */
function onlyObject(text: string): object | undefined {
  if (!text.startsWith("{") || !text.endsWith("}")) return undefined;
  const found = new Map<string, object>();
  let end = 0;
  for (const json of balancedValues(text)) {
    const from = text.indexOf(json, end);
    if (text.slice(end, from).trim() !== "") return undefined;
    end = from + json.length;
    try {
      const value = parseRelaxed(json);
      if (!isObject(value)) return undefined;
      found.set(toCanonical(value), value);
    } catch {
      return undefined;
    }
  }
  if (text.slice(end).trim() !== "") return undefined;
  if (found.size > 1) found.delete("{}");
  return found.size === 1 ? [...found.values()][0] : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
