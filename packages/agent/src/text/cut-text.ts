/** UTF-16 units around a cut that are searched for a character boundary. */
const around = 64;

/** The beginning of a text, up to `limit` UTF-16 units, with a note about the cut. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, boundaryBefore(text, limit));
  return `${kept}\n[Cut: the first ${kept.length} of ${text.length} characters.]`;
}

/** The last position up to `limit` that does not split a character, such as a surrogate pair or a combined emoji. */
export function boundaryBefore(text: string, limit: number): number {
  const at = Math.max(Math.floor(limit), 0);
  if (at >= text.length) return text.length;
  const from = Math.max(at - around, 0);
  const segment = new Intl.Segmenter().segment(text.slice(from, at + around)).containing(at - from);
  const end = from + (segment?.index ?? at - from);
  if (end > from || from === 0) return end;
  // A longer character is cut between two code points.
  return isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1)) ? at - 1 : at;
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
