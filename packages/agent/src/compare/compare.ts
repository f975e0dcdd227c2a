import type { ModelId, OutputSchema, InferOutput } from "@patchbay/client";
import { AgentError } from "../errors/agent-error.ts";
import { createAgent, type AgentOptions } from "../agent.ts";
import { checkOptions, show } from "../options/check-options.ts";
import { checkCases, scorerOf, summarizeCase, type EvalCase, type Scorer } from "./eval-case.ts";
import { evaluate, type Question } from "./result.ts";
import { toComparison, type EvalResult, type Comparison } from "./comparison.ts";
import type { ModelCandidate } from "../models/fallback-rules.ts";

export type { EvalCase, ScoreDetail, Scorer, Score } from "./eval-case.ts";
export type {
  CaseSummary,
  EvalResult,
  Comparison,
  ModelSummary,
  EvalOutcome,
  LatencyPercentiles,
} from "./comparison.ts";
export { toHtml } from "./html.ts";
export { toTable } from "./table.ts";
export { llmJudge, type LlmJudgeOptions } from "./judge.ts";

/** A model to compare, with its own request fields, and a name if the same model appears twice. */
export type ModelEntry = ModelCandidate & { readonly name?: string };

/** The options of `compareModels`. */
export interface CompareOptions<Schema extends OutputSchema | undefined> extends Pick<
  AgentOptions<Schema>,
  "client" | "instructions" | "tools" | "output" | "limits" | "request"
> {
  /** Scores each output, in place of the cases' `expected`. */
  readonly scorer?: Scorer<OutputOf<Schema>> | undefined;
  /** The number of concurrent requests. Default: 4. */
  readonly concurrency?: number | undefined;
  /** How often each model runs each case. Default: 1. */
  readonly repetitions?: number | undefined;
  /** Aborts the comparison. The signal's reason is thrown unchanged. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each result as it arrives, in any order. The comparison waits for it before the next request. */
  readonly onResult?: ((cell: EvalResult) => void | Promise<void>) | undefined;
}

const known = {
  client: ["any"],
  instructions: ["any"],
  tools: ["any"],
  output: ["any"],
  limits: ["any"],
  request: ["object"],
  scorer: ["function"],
  concurrency: ["numberFromOne"],
  repetitions: ["wholeFromOne"],
  signal: ["signal"],
  onResult: ["function"],
} as const;

const aliases = {
  repeats: "repetitions",
  runs: "repetitions",
  score: "scorer",
  repeat: "repetitions",
  onAnswer: "onResult",
  judge: "scorer",
  evaluate: "scorer",
  abortSignal: "signal",
  temperature: "Set it in `request: { … }`, or on one model.",
};

type OutputOf<Schema> = Schema extends OutputSchema ? InferOutput<Schema> : undefined;

/**
 * Runs the same cases with several models, case by case, so that all models meet the same conditions. A failed run
 * becomes a result with its error and cost, and the comparison continues.
 *
 * @throws AgentError if a model, a case or an option is invalid; no request is sent then
 * @example
 * ```ts
 * const result = await compareModels(
 *   ["openai/gpt-5-mini", { model: "anthropic/claude-sonnet-4.5", temperature: 0 }],
 *   [{ input: "2 + 2?", expected: "4" }, { input: "Capital of Norway?", expected: /oslo/i }],
 *   { client },
 * );
 * console.log(toTable(result));
 * ```
 */
export async function compareModels<const Schema extends OutputSchema | undefined = undefined>(
  models: readonly (ModelId | ModelEntry)[],
  cases: readonly EvalCase<OutputOf<Schema>>[],
  options: CompareOptions<Schema>,
): Promise<Comparison> {
  checkOptions<CompareOptions<undefined>>("compare", options, known, aliases);
  const {
    scorer: score,
    concurrency = 4,
    repetitions: repeat = 1,
    signal,
    onResult: onAnswer,
    request,
    ...shared
  } = options;
  const contestants = toContestants(models);
  checkCases(cases);
  const bots = contestants.map(({ name, model, own }) => ({
    name,
    bot: createAgent<Schema>({ ...shared, model, request: { ...request, ...own } }),
  }));

  const questions: Question<OutputOf<Schema>>[] = cases.flatMap((asked, place) =>
    Array.from({ length: repeat }, (_, before) =>
      bots.map(({ name, bot }) => {
        const scorer = score ?? scorerOf(asked);
        return { model: name, case: place, repetition: before + 1, bot, asked, scorer };
      }),
    ).flat(),
  );
  const ended = new AbortController();
  const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  const aborted = Promise.withResolvers<never>();
  signal?.addEventListener("abort", () => aborted.reject(signal.reason), { signal: ended.signal });
  const cells = Array.from<EvalResult>({ length: questions.length });
  // All workers take from the same queue.
  const queue = questions.entries();
  const work = async (): Promise<void> => {
    for (const [place, question] of queue) {
      const cell = await evaluate(question, either);
      // An aborted run has no result.
      either.throwIfAborted();
      cells[place] = cell;
      await notify(onAnswer, cell);
    }
  };
  try {
    const workers = Array.from({ length: Math.min(concurrency, questions.length) }, work);
    await Promise.race([Promise.all(workers), aborted.promise]);
  } finally {
    ended.abort();
  }
  const listed = contestants.map(({ name, model }) => ({ name, model }));
  return toComparison(listed, cases.map(summarizeCase), cells);
}

interface Listed {
  readonly name: string;
  readonly model: string;
  /** The request fields of this model. */
  readonly own: Partial<ModelCandidate>;
}

function toContestants(models: readonly (string | ModelEntry)[]): Listed[] {
  if (!Array.isArray(models)) throw new AgentError(`\`models\` of compare must be a list, got ${show(models)}.`);
  if (models.length === 0) throw new AgentError("`models` must have at least one model.");
  const listed = models.map((one) => {
    const { name, model, ...own } = typeof one === "string" ? { model: one } : one;
    return { name: name ?? model, model, own };
  });
  const names = listed.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new AgentError(`Two models have the name ${twice}. Give one of them another \`name\`.`);
  return listed;
}

/** An error of the listener must not lose paid results, so it is logged to the console. */
async function notify(
  onAnswer: ((cell: EvalResult) => void | Promise<void>) | undefined,
  cell: EvalResult,
): Promise<void> {
  try {
    await onAnswer?.(cell);
  } catch (error) {
    console.error("patchbay: `onResult` of a comparison failed.", error);
  }
}
