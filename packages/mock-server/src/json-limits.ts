/** What a JSON body may hold. Real requests hold some thousand values; a request of 100,000 message parts is within the limits. */
export const jsonLimits = {
  /** Levels of objects and lists inside one another. */
  levels: 512,
  /** Values in all. */
  values: 500_000,
  /** Members of all objects together, which take ten times as long to read as items of a list. */
  members: 250_000,
} as const;

/** Where a text goes beyond the limits for JSON. */
export interface JsonExcess {
  readonly position: number;
  /** What is too much, such as "is nested more than 512 levels deep". */
  readonly message: string;
}

const quote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;

/**
 * Finds where a JSON text goes beyond the limits, before it is parsed; undefined when it does not. The text need not be valid.
 * Takes linear time and no recursion.
 */
export function findJsonExcess(text: string): JsonExcess | undefined {
  let levels = 0;
  let values = 1;
  let members = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === comma) values++;
    else if (code === colon) members++;
    else if (code === 91 || code === 123) {
      levels++;
      values++;
    } else if (code === 93 || code === 125) levels--;
    else continue;
    if (levels > jsonLimits.levels)
      return { position: at, message: `is nested more than ${jsonLimits.levels} levels deep` };
    if (values > jsonLimits.values)
      return { position: at, message: `has more than ${count(jsonLimits.values)} values` };
    if (members > jsonLimits.members)
      return { position: at, message: `has more than ${count(jsonLimits.members)} members` };
  }
  return undefined;
}

/** Where the string that begins at a quote ends: at its closing quote, or after the text. */
function endOfString(text: string, start: number): number {
  // Most strings have no escape, and the platform finds their end several times faster.
  const end = text.indexOf('"', start + 1);
  if (end < 0) return text.length;
  if (text.charCodeAt(end - 1) !== backslash) return end;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at++;
  }
  return text.length;
}

function count(limit: number): string {
  return limit.toLocaleString("en-US");
}
