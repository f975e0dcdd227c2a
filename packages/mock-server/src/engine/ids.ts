import type { Copy } from "./copy.ts";
import { createRandom, hashText, type Random } from "./random.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Random-looking texts. */
export interface Ids {
  text(length: number): string;
  hex(length: number): string;
}

/** Texts from a seed: the same seed gives the same texts in the same order. */
export class SeededIds implements Ids {
  readonly #seed: number;
  #count = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  text(length: number): string {
    return this.#next().text(length);
  }

  hex(length: number): string {
    return this.#next().hex(length);
  }

  copied(_copy: Copy): this {
    const made = new SeededIds(this.#seed);
    made.#count = this.#count;
    return made as this;
  }

  #next(): Ids {
    return createIds(createRandom(hashText(String(this.#count++), this.#seed)));
  }
}

/** Makes texts from a stream of numbers. */
export function createIds(random: Random): Ids {
  const draw = (letters: string, length: number): string => {
    const codes: number[] = [];
    for (let index = 0; index < length; index++) codes.push(letters.charCodeAt(Math.floor(random() * letters.length)));
    return String.fromCharCode(...codes);
  };
  return { text: (length) => draw(alphabet, length), hex: (length) => draw("0123456789abcdef", length) };
}
