import { getOwn } from "../data/get-own.ts";

/** First and last code point. */
export type Range = readonly [number, number];

interface CharacterSetParts {
  readonly ranges?: readonly Range[];
  readonly sets?: readonly CharacterSet[];
  /** Single-character strings, and whether each belongs to the set. */
  readonly test?: (character: string) => boolean;
  readonly negated?: boolean;
  readonly ignoresCase?: boolean;
}

/** A set of characters, such as `[a-z\d]`. */
export class CharacterSet {
  static readonly any: CharacterSet = new CharacterSet({ negated: true });
  static readonly notLineBreak: CharacterSet = new CharacterSet({
    ranges: [
      [10, 10],
      [13, 13],
      [0x2028, 0x2029],
    ],
    negated: true,
  });

  readonly #parts: CharacterSetParts;
  /** Code point → 1 outside, 2 inside; 0 if unknown yet. Most text is ASCII. */
  readonly #known = new Uint8Array(128);

  constructor(parts: CharacterSetParts) {
    this.#parts = parts;
  }

  has(code: number): boolean {
    if (code >= 128) return this.#find(code);
    const known = this.#known[code]!;
    if (known > 0) return known === 2;
    const found = this.#find(code);
    this.#known[code] = found ? 2 : 1;
    return found;
  }

  /** Characters of the set for generated strings: common ones if it has some; empty if none is found. */
  get examples(): readonly string[] {
    return (this.#examples ??= this.#findExamples());
  }

  /** All printable ASCII characters of the set, or its examples if it has none. */
  get variety(): readonly string[] {
    return (this.#variety ??= this.#findVariety());
  }

  #examples: readonly string[] | undefined;
  #variety: readonly string[] | undefined;

  #find(code: number): boolean {
    const { negated = false, ignoresCase } = this.#parts;
    return (ignoresCase ? variantsOf(code) : [code]).some((one) => this.#holds(one)) !== negated;
  }

  #holds(code: number): boolean {
    const { ranges = [], sets = [], test } = this.#parts;
    return (
      ranges.some(([from, to]) => code >= from && code <= to) ||
      sets.some((set) => set.has(code)) ||
      (test?.(String.fromCodePoint(code)) ?? false)
    );
  }

  #findVariety(): readonly string[] {
    const found = Array.from(asciiLetters + digits + punctuation.trim()).filter((one) => this.has(one.codePointAt(0)!));
    return found.length > 0 ? found : this.examples;
  }

  #findExamples(): readonly string[] {
    for (const common of [asciiLetters, digits, punctuation]) {
      const found = Array.from(common).filter((character) => this.has(character.codePointAt(0)!));
      if (found.length > 0) return found;
    }
    const { ranges = [] } = this.#parts;
    const start = ranges.find(([from]) => this.has(from) && !isSurrogate(from));
    if (start) return [String.fromCodePoint(start[0])];
    for (let code = 0; code < 0x3_0000; code++)
      if (!isSurrogate(code) && this.has(code)) return [String.fromCodePoint(code)];
    return [];
  }
}

const asciiLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";
const punctuation = "-_.,:;/@#!?&+=*%$()[]{}<>'\"\\|~^` \n\t";

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function variantsOf(code: number): number[] {
  const character = String.fromCodePoint(code);
  return [character, character.toLowerCase(), character.toUpperCase()].map((variant) => variant.codePointAt(0)!);
}

const word: readonly Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
const shorthands: Readonly<Record<string, CharacterSetParts>> = {
  d: { ranges: [[48, 57]] },
  w: { ranges: word },
  s: { test: (character) => /\s/.test(character) },
};

/** The set of `\d`, `\w`, `\s`, `\D`, `\W` or `\S`. */
export function shorthand(character: string): CharacterSet | undefined {
  const lower = character.toLowerCase();
  const parts = getOwn(shorthands, lower);
  return parts && new CharacterSet({ ...parts, negated: character !== lower });
}

/** Whether a code point is part of a word, for `\b`. */
export function isWordCharacter(code: number | undefined): boolean {
  return code !== undefined && word.some(([from, to]) => code >= from && code <= to);
}

/** The set of `\p{name}`. `undefined` for an unknown property. */
export function propertySet(name: string, negated: boolean): CharacterSet | undefined {
  if (!/^\w{1,60}(?:=\w{1,60})?$/.test(name)) return undefined;
  try {
    // One character at a time, so that the expression takes constant time.
    const expression = new RegExp(String.raw`^\p{${name}}$`, "u");
    return new CharacterSet({ test: (character) => expression.test(character), negated });
  } catch {
    return undefined;
  }
}
