/** The platform's search is fast for short strings and takes quadratic time for some long ones. */
const shortText = 64;

/** Like `indexOf`, in time proportional to both strings (Knuth, Morris and Pratt). */
export function findText(text: string, wanted: string, from = 0): number {
  if (wanted.length <= shortText || wanted.length > text.length - from) return text.indexOf(wanted, from);
  // Position in `wanted` → length of the prefix that ends there.
  const borders = new Uint32Array(wanted.length);
  for (let at = 1, length = 0; at < wanted.length; at++) {
    length = longestBorder(wanted, borders, length, wanted.charCodeAt(at));
    borders[at] = length;
  }
  for (let at = from, length = 0; at < text.length; at++) {
    length = longestBorder(wanted, borders, length, text.charCodeAt(at));
    if (length === wanted.length) return at - length + 1;
  }
  return -1;
}

/** How much of `wanted` matches after one more character. */
function longestBorder(wanted: string, borders: Uint32Array, matched: number, code: number): number {
  let length = matched;
  while (length > 0 && wanted.charCodeAt(length) !== code) length = borders[length - 1]!;
  return wanted.charCodeAt(length) === code ? length + 1 : 0;
}
