import type { Copy } from "./copy.ts";
import { sha256Bytes, sha256Hex } from "./sha256.ts";

/** The characters of `Ids.text`. */
export const alphabet: string = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const alphabetCodes = Array.from(alphabet, (character) => character.charCodeAt(0));

/** Random-looking strings. */
export interface Ids {
  /** Alphanumeric ASCII characters, almost 6 bits each. */
  text(length: number): string;
  /** Hexadecimal digits. */
  hex(length: number): string;
}

/**
 * Strings derived from a scope: the same scope gives the same strings in the same order. Strings of two scopes, and two
 * strings of one scope, do not collide (each is SHA-256 of the scope and a counter).
 */
export class DerivedIds implements Ids {
  readonly #scope: string;
  #count = 0;

  constructor(scope: string) {
    this.#scope = scope;
  }

  text(length: number): string {
    const own = `${this.#scope} ${this.#count++}`;
    const codes: number[] = [];
    let bytes = sha256Bytes(own);
    for (let index = 0; index < length; index++) {
      if (index > 0 && index % 32 === 0) bytes = sha256Bytes(`${own} ${index / 32}`);
      codes.push(alphabetCodes[bytes[index % 32]! % alphabet.length]!);
    }
    return String.fromCharCode(...codes);
  }

  hex(length: number): string {
    const own = `${this.#scope} ${this.#count++}`;
    let hex = sha256Hex(own);
    for (let part = 1; hex.length < length; part++) hex += sha256Hex(`${own} ${part}`);
    return hex.slice(0, length);
  }

  copied(_copy: Copy): DerivedIds {
    const made = new DerivedIds(this.#scope);
    made.#count = this.#count;
    return made;
  }
}
