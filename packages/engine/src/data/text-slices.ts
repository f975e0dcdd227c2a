/**
 * The longest run of one kind of character. Longer runs are split, since a tokenizer takes quadratic time for one word.
 */
const longestRun = 256;
/**
 * A slice ends at the next space between two words after this many characters, and between any two runs after four
 * times as many.
 */
const usualSlice = 4096;

/**
 * Splits text into slices that a byte-pair tokenizer processes in linear time. Words, numbers and spaces stay whole, so
 * that the slices have the same tokens as the whole text, unless a run of alphabetic characters, spaces or signs is longer than 256
 * characters.
 */
export function* sliceText(text: string): Generator<string> {
  let start = 0;
  let runStart = 0;
  let kind = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const next = kinds[code] || kindOf(code);
    // The second half of a surrogate pair belongs to the first.
    if (next === kind || next === lowSurrogate) {
      if (at - runStart < longestRun || next === lowSurrogate) continue;
      yield text.slice(start, at);
      start = runStart = at;
      continue;
    }
    const length = at - start;
    const isBetweenWords = code === 32 && (kind === alphabetic || kind === digit) && isLetter(text.charCodeAt(at + 1));
    if ((length >= usualSlice && isBetweenWords) || length >= 4 * usualSlice) {
      yield text.slice(start, at);
      start = at;
    }
    runStart = at;
    kind = next;
  }
  if (start < text.length) yield start === 0 ? text : text.slice(start);
}

const alphabetic = 1;
const digit = 2;
const space = 3;
const sign = 4;
const surrogate = 5;
const lowSurrogate = 6;

/** Code unit → its kind; 0 if not computed yet. */
const kinds = new Uint8Array(65_536);

function kindOf(code: number): number {
  return (kinds[code] = findKind(code));
}

function findKind(code: number): number {
  if (code >= 0xdc00 && code <= 0xdfff) return lowSurrogate;
  if (code >= 0xd800 && code <= 0xdbff) return surrogate;
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{M}]/u.test(character)) return alphabetic;
  if (/\p{N}/u.test(character)) return digit;
  return /\s/.test(character) ? space : sign;
}

function isLetter(code: number): boolean {
  return !Number.isNaN(code) && (kinds[code] || kindOf(code)) === alphabetic;
}
