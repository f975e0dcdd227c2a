import { createPattern, findPattern } from "../engine/pattern/pattern.ts";

/** How much of a text a pattern of a rule looks at, in characters. */
const longestText = 100_000;
/** The same for a pattern that only the platform can run, which takes exponential time for some. */
const longestNativeText = 10_000;
/** Steps of one test. A pattern of usual size has enough for the longest text. */
const mostSteps = 5_000_000;

/** Whether a pattern of a rule fits a text. Looks at the first 100,000 characters, in linear time. */
export function fitsPattern({ source, flags }: Pick<RegExp, "source" | "flags">, text: string): boolean {
  const pattern = flags.includes("v") ? undefined : findPattern(source, flags);
  // Only code, which is trusted, can hold such an expression: one in a file or over HTTP was refused.
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

/** Why an expression from a file or over HTTP cannot be used; undefined when it can. */
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
