/** The text of a member's value, and the number of strings in it: names and values. */
export interface FoundMember {
  readonly text: string;
  readonly strings: number;
}

/**
 * Finds a member of the outermost object of valid JSON text. Strings are skipped at the speed of a search. Undefined if the member is
 * missing, occurs twice, or could be written with escapes.
 */
export function findMember(text: string, wanted: string): FoundMember | undefined {
  let found: FoundMember | undefined;
  let at = skipSpace(text, 0);
  if (text[at] !== "{") return undefined;
  do {
    at = skipSpace(text, at + 1);
    if (text[at] !== '"') return undefined;
    const nameEnd = skipString(text, at);
    const name = text.slice(at + 1, nameEnd - 1);
    if (name.includes("\\")) return undefined;
    const start = skipSpace(text, skipSpace(text, nameEnd) + 1);
    const { end, strings } = skipValue(text, start);
    if (name === wanted) {
      if (found) return undefined;
      found = { text: text.slice(start, end), strings };
    }
    at = skipSpace(text, end);
  } while (text[at] === ",");
  return text[at] === "}" ? found : undefined;
}

/** The place after a value that begins at `start`. */
function skipValue(text: string, start: number): { readonly end: number; readonly strings: number } {
  let depth = 0;
  let strings = 0;
  let at = start;
  while (at < text.length) {
    const letter = text[at]!;
    if (letter === '"') {
      strings++;
      at = skipString(text, at);
      if (depth === 0) return { end: at, strings };
      continue;
    }
    if (depth === 0 && (letter === "," || letter === "}" || isSpace(text.charCodeAt(at)))) return { end: at, strings };
    at++;
    if (letter === "{" || letter === "[") depth++;
    else if ((letter === "}" || letter === "]") && --depth === 0) return { end: at, strings };
  }
  return { end: at, strings };
}

/** The place after the string that begins at `start`. */
function skipString(text: string, start: number): number {
  for (let from = start + 1; ;) {
    const end = text.indexOf('"', from);
    if (end === -1) return text.length;
    let escapes = 0;
    while (text[end - 1 - escapes] === "\\") escapes++;
    if (escapes % 2 === 0) return end + 1;
    from = end + 1;
  }
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
