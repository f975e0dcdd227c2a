import { endOfString } from "../json/json-limits.ts";

/** How many characters of a long string in JSON are kept. */
const keptOfString = 256;

/**
 * Shortens text to about `most` characters. In JSON the longest strings, such as base64 images, are shortened first, so
 * that it stays valid JSON; if that is not enough, the text is truncated. Each omission is marked: `…[cut: 1398101
 * characters]`.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const shorter = cutStrings(text, Math.max(Math.floor(most / 16), keptOfString));
  return flat(shorter.length <= most ? shorter : cut(shorter, most));
}

/** Shortens the string literals that are longer than `most`. */
function cutStrings(text: string, most: number): string {
  const pieces: string[] = [];
  let from = 0;
  for (let start = text.indexOf('"'); start >= 0;) {
    const end = endOfString(text, start);
    if (end - start > most) {
      pieces.push(text.slice(from, start + 1), cutMark(headOf(text, start + 1), end - start - 1));
      from = end;
    }
    start = text.indexOf('"', end + 1);
  }
  return from === 0 ? text : pieces.join("") + text.slice(from);
}

/** The beginning of a string literal, without a divided escape at its end. */
function headOf(text: string, start: number): string {
  const head = text.slice(start, start + keptOfString);
  const slash = head.lastIndexOf("\\");
  return slash < head.length - 6 ? head : head.slice(0, slash).replace(/\\+$/, "");
}

function cut(text: string, most: number): string {
  return cutMark(text.slice(0, most), text.length);
}

function cutMark(kept: string, length: number): string {
  return `${kept}…[cut: ${length - kept.length} characters]`;
}

/** Copies the substring, since a slice keeps the whole string in memory. */
export function flat(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
