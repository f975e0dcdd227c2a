/*
 * The pieces of o200k_base, which tokens do not cross. It is the pattern
 *
 *   [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+('s|'t|'re|'ve|'m|'ll|'d)?
 *   [^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*('s|'t|'re|'ve|'m|'ll|'d)?
 *   \p{N}{1,3}
 *    ?[^\s\p{L}\p{N}]+[\r\n/]*
 *   \s*[\r\n]+
 *   \s+(?!\S)
 *   \s+
 *
 * as code: it takes linear time for every text, where a regular expression needs memory for each character of a long word.
 */

const letter = 1;
/** Upper and title case, letters without case, and marks: the first part of a word. */
const upper = 2;
/** Lower case, letters without case, and marks: the second part of a word. */
const lower = 4;
const digit = 8;
const space = 16;
const lineBreak = 32;
const sign = 64;
const mark = 128;
const signs = sign | mark;

/** Code point → what it is; 0 if it was not looked up yet. Pages that are never touched take no memory. */
const kinds = new Uint8Array(0x110000);

function kindOf(codePoint: number): number {
  return kinds[codePoint]! || (kinds[codePoint] = findKind(String.fromCodePoint(codePoint)));
}

function findKind(character: string): number {
  if (/[\p{Lm}\p{Lo}]/u.test(character)) return letter | upper | lower;
  if (/\p{Ll}/u.test(character)) return letter | lower;
  if (/\p{L}/u.test(character)) return letter | upper;
  if (/\p{M}/u.test(character)) return upper | lower | mark;
  if (/\p{N}/u.test(character)) return digit;
  if (/[\r\n]/.test(character)) return space | lineBreak;
  return /\s/.test(character) ? space : sign;
}

/** Where the piece of a text that starts here ends. The text must be well formed. */
export function findPieceEnd(text: string, start: number): number {
  const first = text.codePointAt(start)!;
  const kind = kindOf(first);
  const next = start + (first > 0xffff ? 2 : 1);
  if ((kind & letter) !== 0) return endOfWord(text, start, start);
  if ((kind & digit) !== 0) return endOfNumber(text, next);
  if ((kind & lineBreak) === 0) {
    const end = endOfWord(text, start, next);
    if (end > start) return end;
  }
  if ((kind & space) === 0) return endOfSigns(text, next);
  const isBeforeSigns = first === 32 && next < text.length && (kindOf(text.charCodeAt(next)) & signs) !== 0;
  return isBeforeSigns ? endOfSigns(text, next) : endOfSpace(text, start);
}

/** The end of a word whose letters begin here, perhaps after a character that is none; the start if there is no word. */
function endOfWord(text: string, start: number, letters: number): number {
  let at = letters;
  // The end of the last character of the first part that can also be the second part.
  let lastOfBoth = 0;
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!;
    const kind = kindOf(codePoint);
    if ((kind & upper) === 0) {
      if ((kind & lower) !== 0) return endOfContraction(text, skip(text, at, lower));
      break;
    }
    at += codePoint > 0xffff ? 2 : 1;
    if ((kind & lower) !== 0) lastOfBoth = at;
  }
  if (lastOfBoth > 0) return endOfContraction(text, lastOfBoth);
  // A mark is a word of its own before capitals only.
  if (letters > start && (kindOf(text.codePointAt(start)!) & lower) !== 0) return endOfContraction(text, letters);
  return at > letters ? endOfContraction(text, at) : start;
}

function endOfContraction(text: string, at: number): number {
  if (text.charCodeAt(at) !== 39) return at;
  // In lower case. NaN, at the end of the text, becomes 32.
  const first = text.charCodeAt(at + 1) | 32;
  if (first === 115 || first === 100 || first === 109 || first === 116) return at + 2;
  const second = text.charCodeAt(at + 2) | 32;
  if (first === 108 && second === 108) return at + 3;
  return (first === 118 || first === 114) && second === 101 ? at + 3 : at;
}

function endOfNumber(text: string, next: number): number {
  let at = next;
  for (let digits = 1; digits < 3 && at < text.length; digits++) {
    const codePoint = text.codePointAt(at)!;
    if ((kindOf(codePoint) & digit) === 0) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

function endOfSigns(text: string, next: number): number {
  let at = skip(text, next, signs);
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 13 && code !== 10 && code !== 47) break;
  }
  return at;
}

/** The last of the spaces before a word belongs to the word. */
function endOfSpace(text: string, start: number): number {
  const end = skip(text, start, space);
  for (let at = end; at > start; at--) if ((kindOf(text.charCodeAt(at - 1)) & lineBreak) !== 0) return at;
  return end === text.length || end === start + 1 ? end : end - 1;
}

/** The end of the characters from here on that are one of these. */
function skip(text: string, start: number, wanted: number): number {
  let at = start;
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!;
    if ((kindOf(codePoint) & wanted) === 0) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}
