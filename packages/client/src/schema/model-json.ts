/**
 * Reads the JSON in a model's text: alone, in a fence, after its thoughts, or with words around it. `type` is the JSON type
 * that the schema asks for; only a value of that type is taken out of other text.
 *
 * @throws SyntaxError when there is none
 */
export function readModelJson(text: string, type?: unknown): unknown {
  const plain = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(plain);
  } catch (error) {
    // The tag that ends thoughts may stand in a string of the answer: then nothing is found behind it.
    for (const answer of new Set([withoutThoughts(plain), plain])) {
      const whole = tryParse(answer);
      if (whole) return whole.value;
      for (const candidate of partsOf(answer, type)) {
        const found = tryParse(candidate);
        if (found && isOfType(found.value, type)) return found.value;
      }
    }
    throw error;
  }
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Some models write their thoughts into the text, at times without the tag that opens them. */
function withoutThoughts(text: string): string {
  const [, end = ""] = /^\s*<(?:think|thinking|reasoning)>/i.test(text)
    ? (/^[^]*?(<\/(?:think|thinking|reasoning)>)/i.exec(text) ?? [])
    : [];
  const at = end === "" ? text.lastIndexOf("</think>") : text.indexOf(end);
  return at < 0 ? text : text.slice(text.indexOf(">", at) + 1);
}

/** What may be the answer within a text, the most likely first. */
function* partsOf(text: string, type: unknown): Generator<string> {
  // A fence around the whole text may have fences in its strings.
  const around = /^\s*```(?:json[c5]?)?([^]*)```\s*$/i.exec(text)?.[1];
  if (around !== undefined) yield around;
  const fenced = /```(?:json[c5]?)?([^]*?)```/i.exec(text)?.[1];
  if (fenced !== undefined) yield fenced;
  yield* valuesIn(text, type);
}

const opened: Readonly<Record<string, string>> = { object: "{", array: "[" };

/**
 * The objects and arrays of a text, as far as their brackets are balanced. One that is not may be cut off, and what it holds is
 * not the answer.
 */
function* valuesIn(text: string, type: unknown): Generator<string> {
  const starts = [type].flat().map((one) => opened[String(one)]);
  const brackets = starts.some((one) => one !== undefined) ? starts : Object.values(opened);
  for (let start = 0; start < text.length; start++) {
    if (!brackets.includes(text[start])) continue;
    const end = endOf(text, start);
    if (end === undefined) return;
    yield text.slice(start, end);
    start = end - 1;
  }
}

/** Where the value that begins here ends. */
function endOf(text: string, start: number): number | undefined {
  const token = /"(?:[^"\\]|\\[^])*"?|[{}[\]]/g;
  token.lastIndex = start;
  let depth = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === "{" || found[0] === "[") depth++;
    else if (found[0] === "}" || found[0] === "]") depth--;
    if (depth === 0) return token.lastIndex;
  }
  return undefined;
}

function isOfType(value: unknown, type: unknown): boolean {
  const kind = Array.isArray(value) ? "array" : typeof value;
  const wanted = [type].flat().filter((one) => one !== undefined);
  return wanted.length === 0 || wanted.includes(kind) || (kind === "number" && wanted.includes("integer"));
}
