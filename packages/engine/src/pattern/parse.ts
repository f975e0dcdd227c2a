import { getOwn } from "../data/get-own.ts";
import { CharacterSet, propertySet, shorthand, type Range } from "./character-set.ts";

/** A regular expression as a tree. It has no groups, because a test returns no captures. */
export type PatternNode =
  | { readonly kind: "character"; readonly set: CharacterSet }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly node: PatternNode; readonly least: number; readonly most: number }
  | { readonly kind: "look"; readonly node: PatternNode; readonly behind: boolean; readonly negated: boolean }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "boundary"; readonly negated: boolean };

/** Thrown for a pattern that is not a regular expression, or has a part that cannot run in linear time. */
export class PatternError extends Error {
  override readonly name = "PatternError";
}

/** The deepest nesting of groups. */
const deepest = 100;
/** The longest pattern, in characters. */
const longest = 20_000;

/**
 * Parses an ECMAScript regular expression, and the inline flags, names and anchors of Python, Go and Rust. Throws a
 * `PatternError` for wrong syntax, for backreferences (no linear-time algorithm exists for them), and for patterns of more than
 * 20,000 characters or 100 nested groups.
 */
export function parsePattern(source: string, flags = ""): PatternNode {
  if (source.length > longest)
    throw new PatternError(`has ${source.length} characters; at most ${longest} are supported`);
  return new PatternParser(source, flags).parse();
}

/** A recursive-descent parser of one pattern. */
class PatternParser {
  readonly #text: readonly string[];
  readonly #flags: string;
  #at = 0;
  #ignoresCase: boolean;
  #matchesLineBreaks: boolean;

  constructor(source: string, flags: string) {
    this.#text = Array.from(source);
    this.#flags = flags;
    this.#ignoresCase = flags.includes("i");
    this.#matchesLineBreaks = flags.includes("s");
    // Python, Go and Rust write the flags of a whole expression like this.
    const inline = /^\(\?([is]+)\)/.exec(source);
    if (!inline) return;
    this.#setFlags(inline[1]!, "");
    this.#at = inline[0].length;
  }

  parse(): PatternNode {
    const root = this.#parseChoice(0);
    if (this.#at < this.#text.length) throw new PatternError(`has a ")" without a "(" at position ${this.#at}`);
    return root;
  }

  #parseChoice(depth: number): PatternNode {
    if (depth > deepest) throw new PatternError(`has groups nested more than ${deepest} deep`);
    const parts = [this.#parseSequence(depth)];
    while (this.#take("|")) parts.push(this.#parseSequence(depth));
    return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
  }

  #parseSequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#text.length && this.#text[this.#at] !== "|" && this.#text[this.#at] !== ")")
      parts.push(this.#parseQuantified(this.#parseAtom(depth)));
    return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
  }

  #parseAtom(depth: number): PatternNode {
    const character = this.#text[this.#at++]!;
    if (character === "(") return this.#parseGroup(depth);
    if (character === "[") return toCharacter(this.#parseClass());
    if (character === ".") return toCharacter(this.#matchesLineBreaks ? CharacterSet.any : CharacterSet.notLineBreak);
    if (character === "^") return { kind: "start" };
    if (character === "$") return { kind: "end" };
    if (character === "\\") return this.#parseEscape();
    if (character === "*" || character === "+" || character === "?")
      throw new PatternError(`has nothing to repeat before "${character}" at position ${this.#at - 1}`);
    return this.#toLiteral(character.codePointAt(0)!);
  }

  #parseGroup(depth: number): PatternNode {
    const look = this.#takeOne(["?=", "?!", "?<=", "?<!"]);
    const before = [this.#ignoresCase, this.#matchesLineBreaks] as const;
    if (!look && !this.#take("?:") && !this.#takeModifiers() && this.#take("?")) this.#skipGroupName();
    const node = this.#parseChoice(depth + 1);
    if (!this.#take(")")) throw new PatternError(`has a "(" without a ")"`);
    [this.#ignoresCase, this.#matchesLineBreaks] = before;
    if (!look) return node;
    return { kind: "look", node, behind: look.includes("<"), negated: look.endsWith("!") };
  }

  /** Flags of one group: `(?i:…)`, `(?s-i:…)`. */
  #takeModifiers(): boolean {
    const [all, on = "", off = ""] =
      /^\?([is]*)(?:-([is]+))?:/.exec(this.#text.slice(this.#at, this.#at + 8).join("")) ?? [];
    if (all === undefined) return false;
    this.#at += all.length;
    this.#setFlags(on, off);
    return true;
  }

  #setFlags(on: string, off: string): void {
    this.#ignoresCase = (this.#ignoresCase || on.includes("i")) && !off.includes("i");
    this.#matchesLineBreaks = (this.#matchesLineBreaks || on.includes("s")) && !off.includes("s");
  }

  #skipGroupName(): void {
    // Python and Go write `(?P<name>…)`.
    if (this.#text[this.#at] === "P" && this.#text[this.#at + 1] === "<") this.#at++;
    const end = this.#text.indexOf(">", this.#at);
    if (this.#text[this.#at] !== "<" || end < 0)
      throw new PatternError(`has an unknown kind of group at position ${this.#at - 1}`);
    this.#at = end + 1;
  }

  #parseQuantified(node: PatternNode): PatternNode {
    const range = this.#takeQuantifier();
    if (!range) return node;
    this.#take("?");
    const [least, most] = range;
    if (least > most) throw new PatternError(`has a quantifier whose minimum ${least} is above its maximum ${most}`);
    if (this.#takeQuantifier()) throw new PatternError(`has two quantifiers in a row before position ${this.#at}`);
    return { kind: "repeat", node, least, most };
  }

  #takeQuantifier(): readonly [number, number] | undefined {
    if (this.#take("*")) return [0, Infinity];
    if (this.#take("+")) return [1, Infinity];
    if (this.#take("?")) return [0, 1];
    if (this.#text[this.#at] !== "{") return undefined;
    const end = this.#text.indexOf("}", this.#at);
    const inside = end < 0 || end - this.#at > 40 ? "" : this.#text.slice(this.#at + 1, end).join("");
    const [, low, comma, high] = /^(\d+)(,?)(\d*)$/.exec(inside) ?? [];
    if (low === undefined || (comma === "" && high !== "")) return undefined;
    this.#at = end + 1;
    const least = Number(low);
    if (comma === "") return [least, least];
    return [least, high === "" ? Infinity : Number(high)];
  }

  #parseEscape(): PatternNode {
    const character = this.#text[this.#at++];
    if (character === undefined) throw new PatternError("ends with a backslash");
    // With the flag `u` JavaScript has no such escapes. They are anchors in Python, Go and Rust.
    if (this.#flags.includes("u") && character === "A") return { kind: "start" };
    if (this.#flags.includes("u") && (character === "z" || character === "Z")) return { kind: "end" };
    if (character === "b" || character === "B") return { kind: "boundary", negated: character === "B" };
    if (/[1-9]/.test(character) || (character === "k" && this.#text[this.#at] === "<"))
      throw new PatternError("has a backreference, which cannot run in linear time");
    const set = this.#parseEscapedSet(character);
    return set ? toCharacter(set) : this.#toLiteral(this.#parseEscapedCode(character));
  }

  /** `\d`, `\w`, `\s`, `\p{…}` and their opposites. */
  #parseEscapedSet(character: string): CharacterSet | undefined {
    const short = shorthand(character);
    if (short) return short;
    if ((character !== "p" && character !== "P") || this.#text[this.#at] !== "{") return undefined;
    const end = this.#text.indexOf("}", this.#at);
    const set = end < 0 ? undefined : propertySet(this.#text.slice(this.#at + 1, end).join(""), character === "P");
    if (!set) throw new PatternError(`has an unknown Unicode property at position ${this.#at}`);
    this.#at = end + 1;
    return set;
  }

  /** The code point that an escape stands for. Unknown escapes stand for their character, as without the flag `u`. */
  #parseEscapedCode(character: string): number {
    if (character === "x") return this.#takeHex(2) ?? character.codePointAt(0)!;
    if (character === "c" && /[A-Za-z]/.test(this.#text[this.#at] ?? ""))
      return this.#text[this.#at++]!.charCodeAt(0) % 32;
    if (character === "u") return this.#takeUnicode() ?? character.codePointAt(0)!;
    return getOwn(controls, character) ?? character.codePointAt(0)!;
  }

  #takeUnicode(): number | undefined {
    if (this.#text[this.#at] === "{") {
      const end = this.#text.indexOf("}", this.#at);
      const digits = end < 0 ? "" : this.#text.slice(this.#at + 1, end).join("");
      if (!/^[\da-fA-F]{1,8}$/.test(digits) || Number.parseInt(digits, 16) > 0x10ffff) return undefined;
      this.#at = end + 1;
      return Number.parseInt(digits, 16);
    }
    const high = this.#takeHex(4);
    if (
      high === undefined ||
      high < 0xd800 ||
      high > 0xdbff ||
      this.#text[this.#at] !== "\\" ||
      this.#text[this.#at + 1] !== "u"
    )
      return high;
    const before = this.#at;
    this.#at += 2;
    const low = this.#takeHex(4);
    if (low !== undefined && low >= 0xdc00 && low <= 0xdfff) return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
    this.#at = before;
    return high;
  }

  #takeHex(length: number): number | undefined {
    const digits = this.#text.slice(this.#at, this.#at + length).join("");
    if (digits.length !== length || !/^[\da-fA-F]+$/.test(digits)) return undefined;
    this.#at += length;
    return Number.parseInt(digits, 16);
  }

  #parseClass(): CharacterSet {
    const negated = this.#take("^");
    const ranges: Range[] = [];
    const sets: CharacterSet[] = [];
    const member = (): number | CharacterSet => {
      const character = this.#text[this.#at++];
      if (character === undefined) throw new PatternError(`has a "[" without a "]"`);
      if (character !== "\\") return character.codePointAt(0)!;
      const escaped = this.#text[this.#at++];
      if (escaped === undefined) throw new PatternError("ends with a backslash");
      return escaped === "b" ? 8 : (this.#parseEscapedSet(escaped) ?? this.#parseEscapedCode(escaped));
    };
    while (this.#text[this.#at] !== "]") {
      const from = member();
      const isRange =
        this.#text[this.#at] === "-" && this.#at + 1 < this.#text.length && this.#text[this.#at + 1] !== "]";
      if (isRange) this.#at++;
      const to = isRange ? member() : from;
      if (typeof from === "number" && typeof to === "number") {
        if (from > to) throw new PatternError(`has a range out of order before position ${this.#at}`);
        ranges.push([from, to]);
        continue;
      }
      for (const end of from === to ? [from] : [from, to])
        if (typeof end === "number") ranges.push([end, end]);
        else sets.push(end);
      if (isRange) ranges.push([45, 45]);
    }
    this.#at++;
    return new CharacterSet({ ranges, sets, negated, ignoresCase: this.#ignoresCase });
  }

  #toLiteral(code: number): PatternNode {
    return toCharacter(new CharacterSet({ ranges: [[code, code]], ignoresCase: this.#ignoresCase }));
  }

  #take(wanted: string): boolean {
    for (let index = 0; index < wanted.length; index++)
      if (this.#text[this.#at + index] !== wanted[index]) return false;
    this.#at += wanted.length;
    return true;
  }

  #takeOne(wanted: readonly string[]): string | undefined {
    return wanted.find((one) => this.#take(one));
  }
}

function toCharacter(set: CharacterSet): PatternNode {
  return { kind: "character", set };
}

const controls: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  f: 12,
  "0": 0,
};
