import { parsePattern, PatternError } from "./parse.ts";
import { compile, type Program } from "./program.ts";
import { runProgram, type SpendSteps } from "./run.ts";

/** A regular expression that takes linear time on every text, for patterns from callers and files. */
export interface Pattern {
  /** Whether it matches somewhere in a text. */
  readonly test: (text: string, spend?: SpendSteps) => boolean;
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
