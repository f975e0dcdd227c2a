/** JSON that is still being written, as far as it came; undefined when nothing can be said yet. */
export function readPartialJson(text: string): unknown {
  const from = text.search(/[[{]/);
  if (from < 0) return undefined;
  const open: string[] = [];
  let isText = false;
  let whole = "";
  /** As much as stands on its own: up to the last comma, bracket or value. */
  let safe = "";
  for (let at = from; at < text.length; at++) {
    const letter = text[at]!;
    whole += letter;
    if (isText) {
      if (letter === "\\") whole += text[++at] ?? "";
      else if (letter === '"') isText = false;
      continue;
    }
    if (letter === '"') isText = true;
    else if (letter === "{" || letter === "[") open.push(letter === "{" ? "}" : "]");
    else if (letter === "}" || letter === "]") open.pop();
    if (letter === "," || letter === "{" || letter === "[" || letter === "}" || letter === "]")
      safe = letter === "," ? whole.slice(0, -1) : whole;
    if (open.length === 0) break;
  }
  const closing = open.toReversed().join("");
  for (const one of [isText ? `${whole.replace(/\\$|\\u[\da-f]{0,3}$/i, "")}"` : whole, safe])
    try {
      return JSON.parse(one + closing);
    } catch {
      // The next candidate says less, and is whole.
    }
  return undefined;
}

/** JSON in which the order of fields does not matter. */
export function toCanonical(value: unknown): string {
  return JSON.stringify(value, (_, held: unknown) =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
