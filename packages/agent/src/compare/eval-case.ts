import { AgentError } from "../errors/agent-error.ts";
import type { RunInput } from "../run/start-run.ts";
import { checkOptions, show } from "../options/check-options.ts";
import type { CaseSummary } from "./comparison.ts";
import { contains, fold } from "./contains.ts";
import { toHeadline } from "./text.ts";
import type { RunResult } from "../report/run-report.ts";

/** What a scorer says: whether the answer will do, how good it is from 0 to 1, or that with why and what it cost to find out. */
export type Score = boolean | number | ScoreDetail;

/** A score with its reason. */
export interface ScoreDetail {
  /** From 0 to 1; from 0.5 on the answer passes. */
  readonly score: boolean | number;
  readonly reason?: string | undefined;
  /** USD; reported apart from what the models cost. */
  readonly cost?: number | undefined;
}

/** Says how good an answer is. */
export type Scorer<Output = unknown> = (
  result: RunResult<Output>,
  asked: EvalCase<never>,
  options: { readonly signal: AbortSignal },
) => Score | Promise<Score>;

/** One question, and what is expected of the answer. */
export interface EvalCase<Output = unknown> {
  /** Default: the beginning of the input. */
  readonly name?: string | undefined;
  readonly input: RunInput;
  /**
   * Words that the answer contains, whatever their case and white space; a number that it contains, by its value; a pattern that it
   * matches; or a scorer. Default: anything.
   */
  readonly expected?: string | RegExp | Scorer<Output> | undefined;
}

const known = { name: ["string"], input: ["any"], expected: ["any"] } as const;

/** Refuses cases that cannot be asked or scored; throws `AgentError`. */
export function checkCases(cases: readonly EvalCase<never>[]): void {
  if (!Array.isArray(cases)) throw new AgentError(`\`cases\` must be a list, got ${show(cases)}.`);
  if (cases.length === 0) throw new AgentError("`cases` is empty; there is nothing to ask.");
  for (const [index, one] of (cases as readonly EvalCase<never>[]).entries()) {
    checkOptions<EvalCase>(`case ${index}`, one, known, {
      expect: "expected",
      output: "expected",
      ideal: "expected",
      question: "input",
    });
    const { input, expected: expect } = one;
    if ((typeof input !== "string" && !Array.isArray(input)) || input.length === 0)
      throw new AgentError(`The input of case ${index} is ${JSON.stringify(input)}; it is a text, parts or messages.`);
    const isKnown =
      expect === undefined || typeof expect === "string" || typeof expect === "function" || expect instanceof RegExp;
    if (!isKnown || (typeof expect === "string" && fold(expect) === ""))
      throw new AgentError(
        `\`expected\` of case ${index} is ${JSON.stringify(expect)}; it is a text that is not empty, a RegExp or a function.`,
      );
  }
}

/** How the answers of a case are scored; undefined when nothing is expected. */
export function scorerOf<Output>({ expected: expect }: EvalCase<Output>): Scorer<Output> | undefined {
  if (typeof expect === "string") return ({ text }) => contains(text, expect);
  // Unlike `test`, `search` does not remember where a global pattern was found last.
  if (expect instanceof RegExp) return ({ text }) => text.search(expect) !== -1;
  return expect;
}

/** A case as the report shows it. */
export function summariseCase({ name, input, expected: expect }: EvalCase<never>): CaseSummary {
  const text = toText(input);
  const expected = formatExpected(expect);
  return { name: name ?? toHeadline(text, 60), input: text, ...(expected !== undefined && { expected: expected }) };
}

/** What is expected, where it can be said. */
export function formatExpected(expect: EvalCase<never>["expected"]): string | undefined {
  return typeof expect === "function" || expect === undefined ? undefined : String(expect);
}

/** An input as text; what is no text is said by its type. */
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
