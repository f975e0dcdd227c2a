/**
 * The limits of a JSON body. Real requests have some thousand values; a request of 100,000 message parts is within the
 * limits.
 */
const jsonLimits = {
  /** Nesting depth of objects and arrays. */
  levels: 512,
  /** The number of values. */
  values: 500_000,
  /** Fields of all objects together. */
  members: 250_000,
  /** Distinct field names. A new name takes ten times as long to parse as a known one. */
  names: 50_000,
  /** Characters of a number. Converting one takes more than linear time. */
  digits: 1000,
  /** Line breaks, including those in strings. The platform collects them all when it finds a mistake. */
  lines: 1_000_000,
} as const;

/** Where a text exceeds the limits. */
export interface JsonExcess {
  readonly position: number;
  /** The exceeded limit, such as "is nested more than 512 levels deep". */
  readonly message: string;
}

const quote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;
/** Of the three literals, only null has this letter. */
const letterN = 110;

/**
 * Size of the hash that distinguishes names, in bits. Two names with the same hash count as one, so the count may be
 * slightly low.
 */
const hashBits = 20;
/** The number of characters of a name that are hashed. */
const hashedCharacters = 64;

/**
 * Finds where a JSON text exceeds the limits, before it is parsed; `undefined` if it does not. The text may be invalid.
 * Takes linear time, without recursion.
 */
export function findJsonExcess(text: string): JsonExcess | undefined {
  let levels = 0;
  let values = 1;
  let members = 0;
  let names = 0;
  let nameStart = 0;
  let nameEnd = 0;
  let known: Uint8Array | undefined;
  const lastLine = endOfLines(text);
  if (lastLine >= 0) return { position: lastLine, message: `has more than ${count(jsonLimits.lines)} lines` };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // White space can be most of a text. A function of its own stays optimized, whatever this one has read before.
    if (code <= 32) {
      at = endOfSpace(text, at) - 1;
      continue;
    }
    if (code === quote) {
      nameStart = at + 1;
      nameEnd = at = endOfString(text, at);
      continue;
    }
    if (code === comma) values++;
    else if (code === colon) {
      members++;
      // Few bodies have so many fields that names must be distinguished.
      if (members > jsonLimits.names / 2) {
        known ??= new Uint8Array(1 << hashBits);
        const hash = hashName(text, nameStart, nameEnd);
        names += 1 - known[hash]!;
        known[hash] = 1;
      }
    } else if (code >= 48 && code <= 57) {
      const end = endOfNumber(text, at);
      if (end - at > jsonLimits.digits)
        return { position: at, message: `has a number of more than ${count(jsonLimits.digits)} characters` };
      at = end - 1;
      continue;
    } else if (code === 91 || code === 123) {
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
    if (names > jsonLimits.names / 2)
      return { position: at, message: `has more than ${count(jsonLimits.names)} different names of members` };
  }
  return undefined;
}

/** The position of the first line break above the limit, or -1. */
function endOfLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) if (++lines > jsonLimits.lines) return at;
  return -1;
}

function endOfSpace(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) if (text.charCodeAt(at) > 32) return at;
  return text.length;
}

function hashName(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < Math.min(end, start + hashedCharacters); at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> hashBits)) & ((1 << hashBits) - 1);
}

/** The end of a number: its digits, fraction and exponent. */
function endOfNumber(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPart = (code >= 48 && code <= 57) || code === 46 || code === 43 || code === 45 || (code | 32) === 101;
    if (!isPart) return at;
  }
  return text.length;
}

/** The end of a string literal in a JSON text: its closing quote, or the end of the text. */
export function endOfString(text: string, start: number): number {
  // The platform's `indexOf` finds a quote several times faster than a loop. A quote after an odd number of backslashes is escaped.
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}

/** Whether valid JSON has a null, outside of its strings. Skips strings at the speed of a search. */
export function hasNull(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === letterN) return true;
  }
  return false;
}

function count(limit: number): string {
  return limit.toLocaleString("en-US");
}
