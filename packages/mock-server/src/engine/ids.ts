import { createRandom, type Random } from "./random.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Random-looking texts. */
export interface Ids {
  text(length: number): string;
  hex(length: number): string;
}

/** Makes texts from a seed or from a stream of numbers; the same seed gives the same texts in the same order. */
export function createIds(from: number | Random): Ids {
  const random = typeof from === "number" ? createRandom(from) : from;
  const draw = (letters: string, length: number): string => {
    const codes: number[] = [];
    for (let index = 0; index < length; index++) codes.push(letters.charCodeAt(Math.floor(random() * letters.length)));
    return String.fromCharCode(...codes);
  };
  return { text: (length) => draw(alphabet, length), hex: (length) => draw("0123456789abcdef", length) };
}
