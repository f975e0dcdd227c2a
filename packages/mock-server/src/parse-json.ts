/** The value of a JSON text; a text that is no JSON as it is. */
export function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What is nested deeper cannot be written out again. */
const mostLevels = 500;

/** The value of a JSON text; the text itself when it is no JSON or is nested too deep to be written out again. */
export function shallowJson(text: string): unknown {
  return isDeep(text) ? text : jsonOrText(text);
}

/** Whether a JSON text may be nested deeper than `mostLevels`. Brackets inside strings count as well, which does no harm. */
function isDeep(text: string): boolean {
  if (text.length < 2 * mostLevels) return false;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) open++;
    else if (code === 93 || code === 125) open--;
    if (open > mostLevels) return true;
  }
  return false;
}
