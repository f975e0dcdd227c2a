import { createPattern, findPattern } from "@patchbay/engine/pattern/pattern";

/** How many characters a pattern of a rule is tested against. */
const longestText = 100_000;
/** The same for a pattern that only the platform can run, because some take exponential time. */
const longestNativeText = 10_000;
/** Steps per test. They suffice for a pattern of usual size and the longest text. */
const mostSteps = 5_000_000;

/** Whether a pattern of a rule matches a string. Tests the first 100,000 characters, in linear time. */
export function matchesPattern({ source, flags }: Pick<RegExp, "source" | "flags">, text: string): boolean {
  const pattern = flags.includes("v") ? undefined : findPattern(source, flags);
  // Only code, which is trusted, can contain such an expression: files and the control API reject it.
  if (!pattern) return new RegExp(source, flags.replaceAll(/[gy]/g, "")).test(text.slice(0, longestNativeText));
  let steps = 0;
  try {
    return pattern.test(text.slice(0, longestText), (more) => {
      steps += more;
      if (steps > mostSteps) throw new TooManySteps();
    });
  } catch (error) {
    if (error instanceof TooManySteps) return false;
    throw error;
  }
}

class TooManySteps extends Error {}

/** Explains why an expression from a file or the control API cannot be used. `undefined` when it can. */
export function patternProblem(source: string, flags = ""): string | undefined {
  if (flags.includes("v")) return "the flag v is not supported; use u";
  try {
    RegExp(source, flags);
    createPattern(source, flags);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
