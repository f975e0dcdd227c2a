/**
 * Finds a member named `__proto__`, at any depth, and returns its JSON pointer. Copying such a member by assignment
 * would replace the prototype of the copy, so the server rejects the body. The walk keeps its own stack, so depth is
 * not limited.
 */
export function findForbiddenName(text: string, parsed: unknown): string | undefined {
  // Few bodies contain the name, plain or escaped, and only those are walked.
  if (!text.includes(quoted) && !(text.includes("\\u00") && escapedLetter.test(text))) return undefined;
  const open: (readonly [value: unknown, pointer: string])[] = [[parsed, ""]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, pointer] = next;
    if (typeof value !== "object" || value === null) continue;
    if (Object.hasOwn(value, forbidden)) return `${pointer}/${forbidden}`;
    for (const [name, member] of Object.entries(value))
      if (typeof member === "object" && member !== null)
        open.push([member, `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`]);
  }
  return undefined;
}

const forbidden = "__proto__";
const quoted = `"${forbidden}"`;

/** An escape of a character of the name: `\u005f` is an underscore. */
const escapedLetter = /\\u00(?:5f|70|72|6f|74)/i;
