import { formatUsd, parseUsd } from "@patchbay/client/money";

/** An amount with all its digits. */
export function tellUsd(amount: number, decimals?: number): string {
  return formatUsd(parseUsd(amount), decimals);
}

/** A text in one line, without what would steer a terminal or turn the line around. */
export function toLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " ").trim();
}

/** The beginning of a text in one line. */
export function toHeadline(text: string, length: number): string {
  // No letter takes that much, and a long text is not looked at whole.
  const line = toLine(text.slice(0, length * 20));
  const letters = lettersOf(line);
  return letters.length <= length ? line : `${letters.slice(0, length - 1).join("")}…`;
}

/** Columns that a text takes in a terminal. */
export function widthOf(text: string): number {
  return lettersOf(text).reduce((width, letter) => width + (isWide.test(letter) ? 2 : 1), 0);
}

const segmenter = new Intl.Segmenter();
const isWide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60]/u;

function lettersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
