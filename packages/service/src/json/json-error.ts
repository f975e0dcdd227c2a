/** Describes invalid JSON: what was found, at which position, line and column. */
export function explainJsonError(text: string): string {
  const position = findFirstMistake(text);
  const found =
    position >= text.length ? "end of text" : JSON.stringify(String.fromCodePoint(text.codePointAt(position)!));
  return `not valid JSON: unexpected ${found} at ${placeOf(text, position)}`;
}

/** Formats a position for display: "position 7 (line 1, column 8)". */
export function placeOf(text: string, position: number): string {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < position; at = text.indexOf("\n", at + 1)) {
    line++;
    start = at + 1;
  }
  return `position ${position} (line ${line}, column ${position - start + 1})`;
}

/** Numbers, true, false and null. */
const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)/y;

/** White space, and the unescaped characters of a string. One expression for many characters is faster than a loop. */
const space = /[ \n\r\t]*/y;
const unescaped = /[ !#-[\]-\uffff]*/y;

/**
 * The position at which a text stops being valid JSON. Without recursion, because the nesting depth is not limited.
 */
function findFirstMistake(text: string): number {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const skipSpace = (): void => void take(space);
  // Not a regular expression: one for the whole string would overflow the stack on a long one.
  const takeString = (): boolean => {
    if (text[at] !== '"') return false;
    for (let end = at + 1; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code > 34 && code !== 92) {
        unescaped.lastIndex = end;
        unescaped.test(text);
        end = unescaped.lastIndex - 1;
        continue;
      }
      if (code === 34) {
        at = end + 1;
        return true;
      }
      if (code < 32) return false;
      if (code !== 92) continue;
      end++;
      if (!isEscape(text, end)) return false;
      if (text.charCodeAt(end) === 117) end += 4;
    }
    return false;
  };
  const open: ("[" | "{")[] = [];
  let expects: "value" | "first" | "more" = "value";
  for (;;) {
    skipSpace();
    const inside = open.at(-1);
    const character = text[at];
    if (expects === "more") {
      if (!inside) return at;
      if (character === (inside === "[" ? "]" : "}")) {
        at++;
        open.pop();
        continue;
      }
      if (character !== ",") return at;
      at++;
      expects = "value";
    } else if (expects === "first" && character === (inside === "[" ? "]" : "}")) {
      at++;
      open.pop();
      expects = "more";
      continue;
    } else expects = "value";
    skipSpace();
    if (inside === "{") {
      if (!takeString()) return at;
      skipSpace();
      if (text[at] !== ":") return at;
      at++;
      skipSpace();
    }
    const begins = text[at];
    if (begins === "[" || begins === "{") {
      open.push(begins);
      at++;
      expects = "first";
    } else if (takeString() || take(plain)) expects = "more";
    else return at;
  }
}

/** Whether a valid escape follows a backslash. */
function isEscape(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 117 ? /^[\da-fA-F]{4}$/.test(text.slice(at + 1, at + 5)) : escaped[code] === 1;
}

/** Code unit → 1 for a character that can follow a backslash. */
const escaped = new Uint8Array(128);
for (const character of '"\\/bfnrt') escaped[character.charCodeAt(0)] = 1;
