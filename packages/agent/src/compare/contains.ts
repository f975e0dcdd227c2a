/**
 * Whether a text contains what is expected: as whole words, whatever their case and white space; a number by its value, so that `4`
 * is in "It is 4." and "4.0", and not in "4.5", "14", "40 %" or "GPT-4".
 */
export function contains(text: string, expected: string): boolean {
  const [inside, wanted] = [fold(text), fold(expected)];
  const number = plainNumber.test(wanted) ? valuesOf(wanted) : undefined;
  return number ? numbersIn(inside).some((value) => number.includes(value)) : hasWords(inside, wanted);
}

/** A text without the differences that do not count. */
export function fold(text: string): string {
  return text.normalize().toLowerCase().replaceAll(/\s+/g, " ").trim();
}

const digits = String.raw`(?:\p{Nd}{1,3}(?:[ ,'’]\p{Nd}{3})+(?!\p{Nd})(?:\.\p{Nd}+)?|\p{Nd}+(?:[.,]\p{Nd}+)*|\.\p{Nd}+)`;
/** Scripts whose words are not set apart by blanks. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const plainNumber = new RegExp(`^[-+−]?${digits}$`, "u");
/** Numbers that are no part of a word, a date, a time, a version or a range. */
const looseNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}_])(?<![\p{L}\p{N}][-.,/:_])([-+−]?${digits})(?![\p{L}\p{N}\p{M}_])(?![-.,/:]\p{N})`,
  "gu",
);

function numbersIn(text: string): number[] {
  // Markup such as `_4_` is no part of the number.
  const plain = text.replaceAll(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, " ");
  return Array.from(plain.matchAll(looseNumber), ([, found]) => valuesOf(found!)).flat();
}

/** What a number can mean: `1,234` has a comma between thousands, `3,14` one before decimals. */
function valuesOf(written: string): number[] {
  const plain = toAscii(written).replace(/^\+/, "").replace("−", "-");
  const grouped = plain.replaceAll(/[ '’]/g, "");
  const forms = [
    // 1,234,567.89
    /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(grouped) && grouped.replaceAll(",", ""),
    // 1.234.567,89
    /^-?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(grouped) &&
      grouped.replaceAll(".", "").replace(",", "."),
    /^-?\d+,\d+$/.test(grouped) && !/^-?\d{1,3},\d{3}$/.test(grouped) && grouped.replace(",", "."),
    /^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(grouped) && grouped,
  ];
  return forms.flatMap((form) => (form === false ? [] : Number(form)));
}

/** Digits of every script as those of ASCII. */
function toAscii(written: string): string {
  return written.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}

function hasWords(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (isWhole(text, at, at + wanted.length)) return true;
  return false;
}

/** Whether no word or number goes on before or behind a part of a text. */
function isWhole(text: string, from: number, to: number): boolean {
  const before = Array.from(text.slice(Math.max(0, from - 40), from)).toReversed();
  const behind = Array.from(text.slice(to, to + 40));
  const inside = Array.from(text.slice(from, to));
  return !goesOn(inside[0]!, before) && !goesOn(inside.at(-1)!, behind);
}

/** Whether a word goes on with the next characters, outward from its edge. */
function goesOn(edge: string, next: readonly string[]): boolean {
  const [first = "", second = ""] = next;
  if (/\p{N}/u.test(edge) && /[.,]/.test(first) && /\p{N}/u.test(second)) return true;
  // Markup such as `_word_` is no part of the word; `max_tokens` is one word.
  const after = next.find((character) => character !== "_") ?? "";
  if (/\p{M}/u.test(first)) return true;
  return wordCharacter.test(edge) && wordCharacter.test(after) && !unspaced.test(edge) && !unspaced.test(after);
}
