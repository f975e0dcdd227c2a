import { parsePattern, PatternError } from "./parse.ts";
import { compile } from "./program.ts";
import { runProgram, type SpendSteps } from "./run.ts";

/** A regular expression that takes linear time on every string, for patterns from callers and files. */
export interface Pattern {
  /** Whether it matches anywhere in a string. */
  readonly test: (text: string, spend?: SpendSteps) => boolean;
  /** The number of states of its automaton. */
  readonly size: number;
}

/** The fixed cost of a test, in steps. It stands for the memory that a test takes. */
const stepsOfTest = 200;

/**
 * Creates a regular expression. Throws a `PatternError` if it is invalid or cannot run in linear time (backreferences).
 *
 * @example
 * ```ts
 * createPattern("^(a+)+$").test("a".repeat(10_000) + "!"); // false, at once
 * ```
 */
export function createPattern(source: string, flags = ""): Pattern {
  const program = compile(parsePattern(source, flags));
  const multiline = flags.includes("m");
  const size = program.instructions.length;
  return {
    size,
    test(text, spend = () => undefined) {
      spend(stepsOfTest + size / 16);
      return runProgram(program, text, { multiline, spend });
    },
  };
}

/**
 * The same, or `undefined` if the expression cannot be used. Patterns are cached. `spend` counts the steps of parsing a
 * new one.
 */
export function findPattern(source: string, flags = "", spend: SpendSteps = () => undefined): Pattern | undefined {
  const key = `${flags}/${source}`;
  const known = remembered.get(key);
  if (known !== undefined) return known ?? undefined;
  spend(10 * source.length);
  const made = tryPattern(source, flags);
  const size = made?.size ?? 1;
  spend(10 * size);
  if (source.length > longestRemembered) return made;
  if (rememberedStates + size > mostStates) forget();
  rememberedStates += size + 100;
  remembered.set(key, made ?? null);
  return made;
}

const longestRemembered = 500;
/** The most states of all cached patterns. A few bytes each. */
const mostStates = 300_000;
const remembered = new Map<string, Pattern | null>();
let rememberedStates = 0;

function forget(): void {
  remembered.clear();
  rememberedStates = 0;
}

function tryPattern(source: string, flags: string): Pattern | undefined {
  try {
    return createPattern(source, flags);
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}
