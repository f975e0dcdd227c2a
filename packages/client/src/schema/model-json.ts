/**
 * Parses the JSON in a model's text: alone, in a code fence, after its reasoning, or between other words. `type` is the
 * JSON type that the schema requires; only a value of that type is taken out of other text.
 *
 * @throws SyntaxError when the text contains no such value
 */
export function readModelJson(text: string, type?: unknown): unknown {
  const plain = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(plain);
  } catch (error) {
    // The closing tag can also be part of a string in the output. Then the text after it has no value, and the whole
    // text is searched.
    for (const candidateText of new Set([withoutReasoning(plain), plain])) {
      const whole = tryParse(candidateText);
      if (whole) return whole.value;
      for (const candidate of partsOf(candidateText, type)) {
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

/** Some models write their reasoning into the text, sometimes without the opening tag. */
function withoutReasoning(text: string): string {
  const [, end = ""] = /^\s*<(?:think|thinking|reasoning)>/i.test(text)
    ? (/^[^]*?(<\/(?:think|thinking|reasoning)>)/i.exec(text) ?? [])
    : [];
  const at = end === "" ? text.lastIndexOf("</think>") : text.indexOf(end);
  return at < 0 ? text : text.slice(text.indexOf(">", at) + 1);
}

/** The parts of a text that can be the output, the most likely first. */
function* partsOf(text: string, type: unknown): Generator<string> {
  // A fence around the whole text can have fences in its strings.
  const around = /^\s*```(?:json[c5]?)?([^]*)```\s*$/i.exec(text)?.[1];
  if (around !== undefined) yield around;
  const fenced = /```(?:json[c5]?)?([^]*?)```/i.exec(text)?.[1];
  if (fenced !== undefined) yield fenced;
  yield* valuesIn(text, type);
}

const opened: Readonly<Record<string, string>> = { object: "{", array: "[" };

/**
 * The objects and arrays of a text whose brackets are balanced. An unbalanced one may be truncated, and the values
 * inside it are not the output.
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

/** The index after the value that starts here; undefined when it does not end. */
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
