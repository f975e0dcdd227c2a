import { getOwn } from "../data/get-own.ts";
import { CharacterSet, propertySet, shorthand, type Range } from "./character-set.ts";

/** A regular expression as a tree. Groups leave no trace, since only whether a text matches is of interest. */
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
 * Parses an ECMAScript regular expression, and the inline flags, names and anchors of Python, Go and Rust. Throws a `PatternError` for wrong syntax, for backreferences (no linear-time
 * algorithm exists for them), and for patterns of more than 20,000 characters or 100 nested groups.
 */
export function parsePattern(source: string, flags = ""): PatternNode {
  if (source.length > longest)
    throw new PatternError(`has ${source.length} characters; at most ${longest} are supported`);
  let ignoresCase = flags.includes("i");
  let matchesLineBreaks = flags.includes("s");
  const text = Array.from(source);
  let at = 0;
  // As Python, Go and Rust write the flags of a whole expression.
  const inline = /^\(\?([is]+)\)/.exec(source);
  if (inline) {
    setFlags(inline[1]!, "");
    at = inline[0].length;
  }
  const root = choice(0);
  if (at < text.length) throw new PatternError(`has a ")" without a "(" at position ${at}`);
  return root;

  function choice(depth: number): PatternNode {
    if (depth > deepest) throw new PatternError(`has groups nested more than ${deepest} deep`);
    const parts = [sequence(depth)];
    while (take("|")) parts.push(sequence(depth));
    return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
  }

  function sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (at < text.length && text[at] !== "|" && text[at] !== ")") parts.push(quantified(atom(depth)));
    return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
  }

  function atom(depth: number): PatternNode {
    const letter = text[at++]!;
    if (letter === "(") return group(depth);
    if (letter === "[") return toCharacter(characterClass());
    if (letter === ".") return toCharacter(matchesLineBreaks ? CharacterSet.any : CharacterSet.notLineBreak);
    if (letter === "^") return { kind: "start" };
    if (letter === "$") return { kind: "end" };
    if (letter === "\\") return escape();
    if (letter === "*" || letter === "+" || letter === "?")
      throw new PatternError(`has nothing to repeat before "${letter}" at position ${at - 1}`);
    return literal(letter.codePointAt(0)!);
  }

  function group(depth: number): PatternNode {
    const look = takeOne(["?=", "?!", "?<=", "?<!"]);
    const before = [ignoresCase, matchesLineBreaks] as const;
    if (!look && !take("?:") && !modifiers() && take("?")) groupName();
    const node = choice(depth + 1);
    if (!take(")")) throw new PatternError(`has a "(" without a ")"`);
    [ignoresCase, matchesLineBreaks] = before;
    if (!look) return node;
    return { kind: "look", node, behind: look.includes("<"), negated: look.endsWith("!") };
  }

  /** Flags that hold inside one group: `(?i:…)`, `(?s-i:…)`. */
  function modifiers(): boolean {
    const [all, on = "", off = ""] = /^\?([is]*)(?:-([is]+))?:/.exec(text.slice(at, at + 8).join("")) ?? [];
    if (all === undefined) return false;
    at += all.length;
    setFlags(on, off);
    return true;
  }

  function setFlags(on: string, off: string): void {
    ignoresCase = (ignoresCase || on.includes("i")) && !off.includes("i");
    matchesLineBreaks = (matchesLineBreaks || on.includes("s")) && !off.includes("s");
  }

  function groupName(): void {
    // `(?P<name>…)` is how Python and Go write it.
    if (text[at] === "P" && text[at + 1] === "<") at++;
    const end = text.indexOf(">", at);
    if (text[at] !== "<" || end < 0) throw new PatternError(`has an unknown kind of group at position ${at - 1}`);
    at = end + 1;
  }

  function quantified(node: PatternNode): PatternNode {
    const range = quantifier();
    if (!range) return node;
    take("?");
    const [least, most] = range;
    if (least > most) throw new PatternError(`has a quantifier whose minimum ${least} is above its maximum ${most}`);
    if (quantifier()) throw new PatternError(`has two quantifiers in a row before position ${at}`);
    return { kind: "repeat", node, least, most };
  }

  function quantifier(): readonly [number, number] | undefined {
    if (take("*")) return [0, Infinity];
    if (take("+")) return [1, Infinity];
    if (take("?")) return [0, 1];
    if (text[at] !== "{") return undefined;
    const end = text.indexOf("}", at);
    const inside = end < 0 || end - at > 40 ? "" : text.slice(at + 1, end).join("");
    const [, low, comma, high] = /^(\d+)(,?)(\d*)$/.exec(inside) ?? [];
    if (low === undefined || (comma === "" && high !== "")) return undefined;
    at = end + 1;
    const least = Number(low);
    if (comma === "") return [least, least];
    return [least, high === "" ? Infinity : Number(high)];
  }

  function escape(): PatternNode {
    const letter = text[at++];
    if (letter === undefined) throw new PatternError("ends with a backslash");
    // With the flag `u` these are no escapes of JavaScript. Python, Go and Rust anchor with them.
    if (flags.includes("u") && letter === "A") return { kind: "start" };
    if (flags.includes("u") && (letter === "z" || letter === "Z")) return { kind: "end" };
    if (letter === "b" || letter === "B") return { kind: "boundary", negated: letter === "B" };
    if (/[1-9]/.test(letter) || (letter === "k" && text[at] === "<"))
      throw new PatternError("has a backreference, which cannot run in linear time");
    const set = escapedSet(letter);
    return set ? toCharacter(set) : literal(escapedCode(letter));
  }

  /** `\d`, `\w`, `\s`, `\p{…}` and their opposites. */
  function escapedSet(letter: string): CharacterSet | undefined {
    const short = shorthand(letter);
    if (short) return short;
    if ((letter !== "p" && letter !== "P") || text[at] !== "{") return undefined;
    const end = text.indexOf("}", at);
    const set = end < 0 ? undefined : propertySet(text.slice(at + 1, end).join(""), letter === "P");
    if (!set) throw new PatternError(`has an unknown Unicode property at position ${at}`);
    at = end + 1;
    return set;
  }

  /** The code point that an escape stands for. Unknown escapes stand for their letter, as without the flag `u`. */
  function escapedCode(letter: string): number {
    if (letter === "x") return hex(2) ?? letter.codePointAt(0)!;
    if (letter === "c" && /[A-Za-z]/.test(text[at] ?? "")) return text[at++]!.charCodeAt(0) % 32;
    if (letter === "u") return unicode() ?? letter.codePointAt(0)!;
    return getOwn(controls, letter) ?? letter.codePointAt(0)!;
  }

  function unicode(): number | undefined {
    if (text[at] === "{") {
      const end = text.indexOf("}", at);
      const digits = end < 0 ? "" : text.slice(at + 1, end).join("");
      if (!/^[\da-fA-F]{1,8}$/.test(digits) || Number.parseInt(digits, 16) > 0x10ffff) return undefined;
      at = end + 1;
      return Number.parseInt(digits, 16);
    }
    const high = hex(4);
    if (high === undefined || high < 0xd800 || high > 0xdbff || text[at] !== "\\" || text[at + 1] !== "u") return high;
    const before = at;
    at += 2;
    const low = hex(4);
    if (low !== undefined && low >= 0xdc00 && low <= 0xdfff) return (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
    at = before;
    return high;
  }

  function hex(length: number): number | undefined {
    const digits = text.slice(at, at + length).join("");
    if (digits.length !== length || !/^[\da-fA-F]+$/.test(digits)) return undefined;
    at += length;
    return Number.parseInt(digits, 16);
  }

  function characterClass(): CharacterSet {
    const negated = take("^");
    const ranges: Range[] = [];
    const sets: CharacterSet[] = [];
    const member = (): number | CharacterSet => {
      const letter = text[at++];
      if (letter === undefined) throw new PatternError(`has a "[" without a "]"`);
      if (letter !== "\\") return letter.codePointAt(0)!;
      const escaped = text[at++];
      if (escaped === undefined) throw new PatternError("ends with a backslash");
      return escaped === "b" ? 8 : (escapedSet(escaped) ?? escapedCode(escaped));
    };
    while (text[at] !== "]") {
      const from = member();
      const isRange = text[at] === "-" && at + 1 < text.length && text[at + 1] !== "]";
      if (isRange) at++;
      const to = isRange ? member() : from;
      if (typeof from === "number" && typeof to === "number") {
        if (from > to) throw new PatternError(`has a range out of order before position ${at}`);
        ranges.push([from, to]);
        continue;
      }
      for (const end of from === to ? [from] : [from, to])
        if (typeof end === "number") ranges.push([end, end]);
        else sets.push(end);
      if (isRange) ranges.push([45, 45]);
    }
    at++;
    return new CharacterSet({ ranges, sets, negated, ignoresCase });
  }

  function literal(code: number): PatternNode {
    return toCharacter(new CharacterSet({ ranges: [[code, code]], ignoresCase }));
  }

  function toCharacter(set: CharacterSet): PatternNode {
    return { kind: "character", set };
  }

  function take(wanted: string): boolean {
    for (let index = 0; index < wanted.length; index++) if (text[at + index] !== wanted[index]) return false;
    at += wanted.length;
    return true;
  }

  function takeOne(wanted: readonly string[]): string | undefined {
    return wanted.find(take);
  }
}

const controls: Readonly<Record<string, number>> = {
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  f: 12,
  "0": 0,
};
