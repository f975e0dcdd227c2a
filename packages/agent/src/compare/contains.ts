/**
 * Whether a text contains the expected words, ignoring case and white space. A number matches by value: `4` is
 * contained in "It is 4." and "4.0", but not in "4.5", "14", "40 %" or "GPT-4".
 */
export function contains(text: string, expected: string): boolean {
  const [inside, wanted] = [fold(text), fold(expected)];
  const values = plainNumber.test(wanted) ? valuesOf(wanted) : [];
  // An address or a version, such as 192.168.1.1, has no value.
  return values.length > 0 ? numbersIn(inside).some((value) => values.includes(value)) : hasWords(inside, wanted);
}

/** Normalizes case, white space, and the typographic quotes and hyphens that models write for plain ones. */
export function fold(text: string): string {
  return text
    .normalize()
    .toLowerCase()
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .replaceAll(/[\u2018\u2019\u02BC]/g, "'")
    .replaceAll(/[\u201C\u201D]/g, '"')
    .replaceAll(/[\u2010\u2011]/g, "-")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=\p{N}) %/gu, "%")
    .trim();
}

const digits = String.raw`(?:\p{Nd}{1,3}(?:[ ,'’]\p{Nd}{3})+(?!\p{Nd})(?:\.\p{Nd}+)?|\p{Nd}+(?:[.,]\p{Nd}+)*|\.\p{Nd}+)`;
/** Scripts that do not separate words by spaces. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const plainNumber = new RegExp(`^[-+−]?${digits}$`, "u");
/** Numbers outside of words, dates, times, versions and ranges. */
const looseNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}_])(?<![\p{L}\p{N}][-.,/:_])([-+−]?${digits})(?![\p{L}\p{N}\p{M}_])(?![-.,/:]\p{N})`,
  "gu",
);

function numbersIn(text: string): string[] {
  // Markup such as `_4_` does not belong to the number.
  const plain = text.replaceAll(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, " ");
  return Array.from(plain.matchAll(looseNumber), ([, found]) => valuesOf(found!)).flat();
}

/**
 * The values that a number can have, without insignificant zeros: the comma separates thousands in `1,234` and decimals
 * in `3,14`; `1,2,3` is a list. The values are strings because a JavaScript number cannot distinguish large ones.
 */
function valuesOf(written: string): string[] {
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
  const found = forms.filter((form) => form !== false);
  const list = found.length === 0 && /^\d+(?:,\d+){2,}$/.test(grouped) ? grouped.split(",") : [];
  return [...found, ...list].map(withoutZeros);
}

function withoutZeros(decimal: string): string {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)0*(\d*)\.?(\d*)$/.exec(decimal) ?? [];
  // A regular expression for trailing zeros takes quadratic time.
  let end = fraction.length;
  while (fraction[end - 1] === "0") end--;
  const value = `${whole || "0"}${end > 0 ? `.${fraction.slice(0, end)}` : ""}`;
  return value === "0" ? value : sign + value;
}

/** Converts the digits of every script to ASCII. */
function toAscii(written: string): string {
  return written.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}

function hasWords(text: string, wanted: string): boolean {
  const first = wanted.match(/^[^]/u)?.[0] ?? "";
  const last = wanted.match(/[^]$/u)?.[0] ?? "";
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const before = Array.from(text.slice(Math.max(0, at - 40), at)).toReversed();
    const behind = Array.from(text.slice(end, end + 40));
    if (!goesOn(first, before) && !goesOn(last, behind) && !contraction.test(text.slice(end, end + 3))) return true;
  }
  return false;
}

/** The end of "can't", which does not contain "can". */
const contraction = /^'t(?!\p{L})/u;

/** Whether a word continues with the next characters, outward from its edge. */
function goesOn(edge: string, next: readonly string[]): boolean {
  const [first = "", second = ""] = next;
  if (/\p{N}/u.test(edge) && /[.,]/.test(first) && /\p{N}/u.test(second)) return true;
  // Markup such as `_word_` does not belong to the word; `max_tokens` is one word.
  const after = next.find((character) => character !== "_") ?? "";
  if (/\p{M}/u.test(first)) return true;
  return wordCharacter.test(edge) && wordCharacter.test(after) && !unspaced.test(edge) && !unspaced.test(after);
}
