import type { Random } from "../random.ts";
import { parsePattern, PatternError, type PatternNode } from "./parse.ts";
import { compile, type Program } from "./program.ts";
import { runProgram, type SpendSteps } from "./run.ts";

/** A regular expression that takes linear time on every text, for patterns from callers and files. */
export interface Pattern {
  /** Whether it matches somewhere in a text. */
  readonly test: (text: string, spend?: SpendSteps) => boolean;
  /** A text that is built from it; lookarounds are left out, so `test` may refuse it. */
  readonly sample: (random: Random, options: PatternSampleOptions) => string;
}

interface PatternSampleOptions {
  /** The fewest repetitions everywhere. */
  readonly plain?: boolean;
  /** Characters of all kinds, for patterns that ask for some of each in lookaheads. */
  readonly varied?: boolean;
  /** Called before characters are added; may throw. */
  readonly spend: (characters: number) => void;
}

/**
 * Reads a regular expression. Throws a `PatternError` when it is wrong or cannot run in linear time (backreferences).
 *
 * @example
 * ```ts
 * createPattern("^(a+)+$").test("a".repeat(10_000) + "!"); // false, at once
 * ```
 */
export function createPattern(source: string, flags = ""): Pattern {
  const root = parsePattern(source, flags);
  const multiline = flags.includes("m");
  let program: Program | undefined;
  return {
    test: (text, spend = () => undefined) => runProgram((program ??= compile(root)), text, { multiline, spend }),
    sample(random, options) {
      const pieces: string[] = [];
      write(root, random, options, pieces);
      return pieces.join("");
    },
  };
}

/** The same, or undefined when the expression cannot be used. Patterns that were read before are remembered. */
export function findPattern(source: string, flags = ""): Pattern | undefined {
  const key = `${flags}/${source}`;
  const known = remembered.get(key);
  if (known !== undefined) return known ?? undefined;
  const made = tryPattern(source, flags);
  if (remembered.size >= 200) remembered.clear();
  if (source.length <= 500) remembered.set(key, made ?? null);
  return made;
}

const remembered = new Map<string, Pattern | null>();

function tryPattern(source: string, flags: string): Pattern | undefined {
  try {
    return createPattern(source, flags);
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

function write(node: PatternNode, random: Random, options: PatternSampleOptions, pieces: string[]): void {
  switch (node.kind) {
    case "character": {
      options.spend(1);
      const examples = options.varied ? node.set.variety : node.set.examples;
      if (examples.length > 0) pieces.push(examples[Math.floor(random() * examples.length)]!);
      return;
    }
    case "sequence":
      for (const part of node.parts) write(part, random, options, pieces);
      return;
    case "choice":
      return write(node.parts[Math.floor(random() * node.parts.length)]!, random, options, pieces);
    case "repeat": {
      const more = options.plain ? 0 : Math.floor(random() * (Math.min(node.most - node.least, 3) + 1));
      const times = node.least + more;
      // A group that writes nothing costs nothing, so the repetitions are counted as well.
      options.spend(times);
      for (let count = 0; count < times; count++) write(node.node, random, options, pieces);
      return;
    }
    default:
  }
}
