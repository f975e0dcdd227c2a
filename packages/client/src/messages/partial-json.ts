/**
 * Parses JSON that may be truncated: what arrived completely, with its open objects and arrays closed. Undefined if no value
 * has arrived, or the text is not JSON.
 */
export function parsePartialJson(text: string): unknown {
  return parse(text) ?? parse(toClosed(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The text up to its last complete value, with closing brackets. */
function toClosed(text: string): string {
  /** The brackets that are open, as the text that closes them. */
  const open: string[] = [];
  let isString = false;
  /** Where the text can end, and what closes it there. */
  let end = 0;
  let closing = "";
  const mark = (at: number): void => {
    end = at;
    closing = open.toReversed().join("");
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isString) {
      if (character === "\\") at++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === "{" || character === "[") {
      open.push(character === "{" ? "}" : "]");
      mark(at + 1);
    } else if (character === "}" || character === "]") {
      open.pop();
      mark(at + 1);
    } else if (character === ",") mark(at);
  }
  return text.slice(0, end) + closing;
}
