/** Longer strings, in characters, are quoted faster by the platform. */
const shortText = 32;

/** A string as JSON. Takes a third of the time of `JSON.stringify` for a token of an output. */
export function toJsonText(text: string): string {
  return text.length <= shortText && isPlain(text) ? `"${text}"` : JSON.stringify(text);
}

/** Whether a string needs no escapes: it has printable ASCII characters only, and neither quotes nor backslashes. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 || code > 126 || code === 34 || code === 92) return false;
  }
  return true;
}
