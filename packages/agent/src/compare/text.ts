import { formatUsd, parseUsd } from "@patchbay/client/money";

/** Formats an amount with all its digits. */
export function formatAmount(amount: number, decimals?: number): string {
  return formatUsd(parseUsd(amount), decimals);
}

/** A text on one line, without control characters that affect a terminal or reverse the direction of the line. */
export function toLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, " ").trim();
}

/** The beginning of a text on one line. */
export function toHeadline(text: string, length: number): string {
  // No character takes more than 20 units, so the rest of a long text is not processed.
  const line = toLine(text.slice(0, length * 20));
  const characters = splitCharacters(line);
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join("")}…`;
}

/** The number of terminal columns that a text takes. */
export function widthOf(text: string): number {
  return splitCharacters(text).reduce((width, character) => width + (isWide.test(character) ? 2 : 1), 0);
}

const segmenter = new Intl.Segmenter();
const isWide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303E\uFF01-\uFF60]/u;

function splitCharacters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
