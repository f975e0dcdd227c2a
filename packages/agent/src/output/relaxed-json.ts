// JSON as models write it: with trailing commas, raw line breaks in strings, a code fence or prose around it.

/** Parses JSON, tolerating a byte order mark, trailing commas and raw control characters in strings. Throws `SyntaxError`. */
export function parseRelaxed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    try {
      return JSON.parse(relax(text));
    } catch {
      // The first error describes the text as it was received.
      throw error;
    }
  }
}

/**
 * The content of a code fence around the whole text, or else the text; without a byte order mark and surrounding white
 * space.
 */
export function withoutFence(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith("```") || !trimmed.endsWith("```") || trimmed.length < 6) return trimmed;
  const line = /^```[\w-]*[^\S\n]*\n?/.exec(trimmed)![0];
  return line.length > trimmed.length - 3 ? trimmed : trimmed.slice(line.length, -3).trim();
}

/** The maximum number of scans without a result; each one reads the rest of the text. */
const maxFailedScans = 20;

/** How JSON begins, and prose with a bracket does not. */
const beginsJson = /\{\s*"|\[\s*[[{"]/y;

/**
 * The objects and arrays of a text, in order, without nested ones. Truncated JSON ends the search, because its parts
 * are not the answer.
 */
export function* balancedValues(text: string): Generator<string, void> {
  const opening = /[[{]/g;
  for (let failed = 0; failed < maxFailedScans;) {
    const from = opening.exec(text)?.index;
    if (from === undefined) return;
    const end = endOfValue(text, from);
    if (end === "cut off") {
      beginsJson.lastIndex = from;
      if (beginsJson.test(text)) return;
    }
    if (typeof end !== "number") {
      failed++;
      continue;
    }
    yield text.slice(from, end);
    opening.lastIndex = end;
  }
}

/** The end of the object or array that begins here, if its brackets match. */
function endOfValue(text: string, from: number): number | "mismatch" | "cut off" {
  const open: string[] = [];
  let isString = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (isString) {
      if (character === "\\") at++;
      else if (character === '"') isString = false;
      continue;
    }
    if (character === '"') isString = true;
    else if (character === "{") open.push("}");
    else if (character === "[") open.push("]");
    else if (character === "}" || character === "]") {
      if (open.pop() !== character) return "mismatch";
      if (open.length === 0) return at + 1;
    }
  }
  return "cut off";
}

/** The same JSON without trailing commas, and with escaped control characters in strings. */
function relax(text: string): string {
  const json = text.trim();
  let relaxed = "";
  let from = 0;
  let comma = -1;
  let isString = false;
  for (let at = 0; at < json.length; at++) {
    const character = json[at]!;
    if (isString) {
      if (character === "\\") at++;
      else if (character === '"') isString = false;
      else if (character < " ") {
        relaxed += json.slice(from, at) + JSON.stringify(character).slice(1, -1);
        from = at + 1;
      }
      continue;
    }
    if (comma >= 0 && (character === "}" || character === "]")) {
      relaxed += json.slice(from, comma);
      from = comma + 1;
    }
    if (character === ",") comma = at;
    else if (character > " ") comma = -1;
    if (character === '"') isString = true;
  }
  return relaxed + json.slice(from);
}
