import { AgentError } from "../errors/agent-error.ts";
import type { RunInput } from "../run/start-run.ts";
import { checkOptions, show } from "../options/check-options.ts";
import type { CaseSummary } from "./comparison.ts";
import { contains, fold } from "./contains.ts";
import { toHeadline } from "./text.ts";
import type { RunResult } from "../report/run-report.ts";

/** The result of a scorer: passed or not, a score from 0 to 1, or a score with its reason and cost. */
export type Score = boolean | number | ScoreDetail;

/** A score with its reason. */
export interface ScoreDetail {
  /** From 0 to 1; the result passes from 0.5. */
  readonly score: boolean | number;
  readonly reason?: string | undefined;
  /** USD that scoring cost; reported separately from the models' cost. */
  readonly cost?: number | undefined;
}

/** Scores an output. */
export type Scorer<Output = unknown> = (
  result: RunResult<Output>,
  asked: EvalCase<never>,
  options: { readonly signal: AbortSignal },
) => Score | Promise<Score>;

/** One input and what the output should be. */
export interface EvalCase<Output = unknown> {
  /** Default: the beginning of the input. */
  readonly name?: string | undefined;
  readonly input: RunInput;
  /**
   * Words that the output contains, ignoring case and white space; a number that it contains, by value; a pattern that
   * it matches; or a scorer. Default: any output.
   */
  readonly expected?: string | RegExp | Scorer<Output> | undefined;
}

const known = { name: ["string"], input: ["any"], expected: ["any"] } as const;

/** Checks the cases. Throws `AgentError` for an invalid one. */
export function checkCases(cases: readonly EvalCase<never>[]): void {
  if (!Array.isArray(cases)) throw new AgentError(`\`cases\` must be a list, got ${show(cases)}.`);
  if (cases.length === 0) throw new AgentError("`cases` must have at least one case.");
  for (const [index, one] of (cases as readonly EvalCase<never>[]).entries()) {
    checkOptions<EvalCase>(`case ${index}`, one, known, {
      expect: "expected",
      output: "expected",
      ideal: "expected",
      question: "input",
    });
    const { input, expected: expect } = one;
    if ((typeof input !== "string" && !Array.isArray(input)) || input.length === 0)
      throw new AgentError(
        `\`input\` of case ${index} must be a string, content parts or messages, got ${JSON.stringify(input)}.`,
      );
    const isKnown =
      expect === undefined || typeof expect === "string" || typeof expect === "function" || expect instanceof RegExp;
    if (!isKnown || (typeof expect === "string" && fold(expect) === ""))
      throw new AgentError(
        `\`expected\` of case ${index} must be a non-empty string, a RegExp or a function, got ${JSON.stringify(expect)}.`,
      );
  }
}

/** The scorer of a case; `undefined` if nothing is expected. */
export function scorerOf<Output>({ expected: expect }: EvalCase<Output>): Scorer<Output> | undefined {
  if (typeof expect === "string") return ({ text }) => contains(text, expect);
  // Unlike `test`, `search` ignores the `lastIndex` of a global pattern.
  if (expect instanceof RegExp) return ({ text }) => text.search(expect) !== -1;
  return expect;
}

/** A case as the report shows it. */
export function summarizeCase({ name, input, expected: expect }: EvalCase<never>): CaseSummary {
  const text = toText(input);
  const expected = formatExpected(expect);
  return { name: name ?? toHeadline(text, 60), input: text, ...(expected !== undefined && { expected: expected }) };
}

/** The expectation, if it can be shown. */
export function formatExpected(expect: EvalCase<never>["expected"]): string | undefined {
  return typeof expect === "function" || expect === undefined ? undefined : String(expect);
}

/** An input as text. Other parts are represented by their type. */
export function toText(input: RunInput): string {
  if (typeof input === "string") return input;
  return input
    .map((one) => {
      if ("type" in one) return one.type === "text" ? one.text : `[${one.type}]`;
      const { role, content } = one;
      return `${role}: ${content ? toText(content) : ""}`;
    })
    .join("\n");
}
