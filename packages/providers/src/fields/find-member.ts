/** The JSON of a member's value, and the number of strings in it: names and values. */
export interface FoundMember {
  readonly json: Buffer;
  readonly strings: number;
}

const quote = 34;
const comma = 44;
const backslash = 92;
const openList = 91;
const closeList = 93;
const openObject = 123;
const closeObject = 125;

/**
 * Finds a member of the outermost object of valid JSON in UTF-8. Strings are skipped at the speed of a search. Undefined if the member
 * is missing, occurs twice, or could be written with escapes.
 */
export function findMember(json: Buffer, wanted: string): FoundMember | undefined {
  let found: FoundMember | undefined;
  let at = skipSpace(json, 0);
  if (json[at] !== openObject) return undefined;
  do {
    at = skipSpace(json, at + 1);
    if (json[at] !== quote) return undefined;
    const nameEnd = skipString(json, at);
    const name = json.toString("latin1", at + 1, nameEnd - 1);
    if (name.includes("\\")) return undefined;
    const start = skipSpace(json, skipSpace(json, nameEnd) + 1);
    const { end, strings } = skipValue(json, start);
    if (name === wanted) {
      if (found) return undefined;
      found = { json: json.subarray(start, end), strings };
    }
    at = skipSpace(json, end);
  } while (json[at] === comma);
  return json[at] === closeObject ? found : undefined;
}

/** The place after a value that begins at `start`. */
function skipValue(json: Buffer, start: number): { readonly end: number; readonly strings: number } {
  let depth = 0;
  let strings = 0;
  let at = start;
  while (at < json.length) {
    const byte = json[at]!;
    if (byte === quote) {
      strings++;
      at = skipString(json, at);
      if (depth === 0) return { end: at, strings };
      continue;
    }
    if (depth === 0 && (byte === comma || byte === closeObject || isSpace(byte))) return { end: at, strings };
    at++;
    if (byte === openObject || byte === openList) depth++;
    else if ((byte === closeObject || byte === closeList) && --depth === 0) return { end: at, strings };
  }
  return { end: at, strings };
}

/** The place after the string that begins at `start`. */
function skipString(json: Buffer, start: number): number {
  for (let from = start + 1; ;) {
    const end = json.indexOf(quote, from);
    if (end === -1) return json.length;
    let escapes = 0;
    while (json[end - 1 - escapes] === backslash) escapes++;
    if (escapes % 2 === 0) return end + 1;
    from = end + 1;
  }
}

function skipSpace(json: Buffer, start: number): number {
  let at = start;
  while (isSpace(json[at])) at++;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
