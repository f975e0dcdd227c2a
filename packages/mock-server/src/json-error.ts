/** What is wrong with a text that is no JSON: line, column, position, and what was found there. */
export function explainJsonError(text: string): string {
  const position = firstFault(text);
  const before = text.slice(0, position);
  const line = before.split("\n").length;
  const column = position - before.lastIndexOf("\n");
  const found = position >= text.length ? "the end" : JSON.stringify(String.fromCodePoint(text.codePointAt(position)!));
  return `no JSON: ${found} at position ${position} (line ${line}, column ${column}) is not expected there`;
}

const scalar =
  /(?:"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)/uy;
const key = /"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const space = /[ \t\r\n]*/y;

/** Where a text stops being JSON. Walks without recursion, since the text may be nested as deep as it is long. */
function firstFault(text: string): number {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const open: ("[" | "{")[] = [];
  let expects: "value" | "first" | "more" = "value";
  for (;;) {
    take(space);
    const inside = open.at(-1);
    const letter = text[at];
    if (expects === "more") {
      if (!inside) return at;
      if (letter === (inside === "[" ? "]" : "}")) {
        at++;
        open.pop();
        continue;
      }
      if (letter !== ",") return at;
      at++;
      expects = "value";
    } else if (expects === "first" && letter === (inside === "[" ? "]" : "}")) {
      at++;
      open.pop();
      expects = "more";
      continue;
    } else expects = "value";
    take(space);
    if (inside === "{") {
      if (!take(key)) return at;
      take(space);
      if (text[at] !== ":") return at;
      at++;
      take(space);
    }
    const begins = text[at];
    if (begins === "[" || begins === "{") {
      open.push(begins);
      at++;
      expects = "first";
    } else if (take(scalar)) expects = "more";
    else return at;
  }
}
