import { getOwn } from "@patchbay/engine/data/get-own";

/** The most characters of a value that an error message shows. */
const longest = 200;

/**
 * Formats a value for an error message, in up to `most` characters. Never throws, and takes time only for what it
 * shows.
 */
export function showValue(value: unknown, most: number = longest): string {
  if (typeof value === "number" || typeof value === "bigint" || value instanceof RegExp)
    return excerpt(String(value), most);
  try {
    return excerpt(write(value, most), most);
  } catch {
    return "an object that is not JSON";
  }
}

/** A string of up to `most` characters. A longer one ends with "...". Does not divide surrogate pairs. */
export function excerpt(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 3;
  const isInPair = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
  return `${text.slice(0, isInPair ? end - 1 : end)}...`;
}

/** JSON of a value, possibly truncated after `most` characters. */
function write(value: unknown, most: number): string {
  if (typeof value === "string") return JSON.stringify(value.length > most ? value.slice(0, most + 1) : value);
  if (typeof value !== "object" || value === null || "toJSON" in value) return JSON.stringify(value) ?? String(value);
  if (Array.isArray(value)) return `[${writeAll(value, most, (item) => write(item, most))}]`;
  const members = membersOf(value as Readonly<Record<string, unknown>>);
  return `{${writeAll(members, most, ([name, member]) => `${write(name, most)}:${write(member, most)}`)}}`;
}

function writeAll<T>(items: Iterable<T>, most: number, toText: (item: T) => string): string {
  let text = "";
  for (const item of items) {
    if (text.length > most) break;
    text += `${text === "" ? "" : ","}${toText(item)}`;
  }
  return text;
}

function* membersOf(value: Readonly<Record<string, unknown>>): Generator<readonly [string, unknown]> {
  for (const name in value) {
    const member = getOwn(value, name);
    if (member !== undefined) yield [name, member];
  }
}
