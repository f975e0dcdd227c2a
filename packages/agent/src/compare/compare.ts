import type { ModelId, OutputSchema, InferOutput } from "@patchbay/client";
import { AgentError } from "../errors/agent-error.ts";
import { createAgent, type AgentOptions } from "../agent.ts";
import { checkOptions, show } from "../options/check-options.ts";
import { checkCases, scorerOf, summariseCase, type EvalCase, type Scorer } from "./eval-case.ts";
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

/** A model that is compared, with fields of the request that are its own, and a name to tell it from another one of the same model. */
export type ModelEntry = ModelCandidate & { readonly name?: string };

/** How models are compared. */
export interface CompareOptions<Schema extends OutputSchema | undefined> extends Pick<
  AgentOptions<Schema>,
  "client" | "instructions" | "tools" | "output" | "limits" | "request"
> {
  /** How good an answer is, in place of what the cases expect. */
  readonly scorer?: Scorer<OutputOf<Schema>> | undefined;
  /** How many questions are under way at the same time. Default: 4. */
  readonly concurrency?: number | undefined;
  /** How often each model is asked each case. Default: 1. */
  readonly repetitions?: number | undefined;
  /** Ends the comparison; its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each answer as it comes, whatever its place; waited for before the next question. */
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
  concurrency: ["any"],
  repetitions: ["any"],
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
 * Asks several models the same questions, case by case, so that all of them meet the same conditions. What fails is told where the
 * answer would stand, with what it cost, and the comparison goes on.
 *
 * @throws AgentError when models, cases or options make no sense, before anything is sent
 * @example
 * ```ts
 * const result = await compare(
 *   ["openai/gpt-5-mini", { model: "anthropic/claude-sonnet-4.5", temperature: 0 }],
 *   [{ input: "2 + 2?", expect: "4" }, { input: "Capital of Norway?", expect: /oslo/i }],
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
  if (!(concurrency >= 1)) throw new AgentError(`\`concurrency\` is ${concurrency}; it is a number from 1.`);
  if (!(Number.isInteger(repeat) && repeat >= 1))
    throw new AgentError(`\`repetitions\` is ${repeat}; it is a whole number from 1.`);
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
      // What an abort made of the answer is nobody's.
      either.throwIfAborted();
      cells[place] = cell;
      await tell(onAnswer, cell);
    }
  };
  try {
    const workers = Array.from({ length: Math.min(concurrency, questions.length) }, work);
    await Promise.race([Promise.all(workers), aborted.promise]);
  } finally {
    ended.abort();
  }
  const listed = contestants.map(({ name, model }) => ({ name, model }));
  return toComparison(listed, cases.map(summariseCase), cells);
}

interface Listed {
  readonly name: string;
  readonly model: string;
  /** Its own fields of the request. */
  readonly own: Partial<ModelCandidate>;
}

function toContestants(models: readonly (string | ModelEntry)[]): Listed[] {
  if (!Array.isArray(models)) throw new AgentError(`\`models\` of compare must be a list, got ${show(models)}.`);
  if (models.length === 0) throw new AgentError("`models` is empty; there is nobody to ask.");
  const listed = models.map((one) => {
    const { name, model, ...own } = typeof one === "string" ? { model: one } : one;
    return { name: name ?? model, model, own };
  });
  const names = listed.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new AgentError(
      `Two models have the name ${twice}; give one of them a \`name\`, or the table could not tell them apart.`,
    );
  return listed;
}

/** A listener that fails must not cost the caller answers that are paid; it is told where somebody will see it. */
async function tell(
  onAnswer: ((cell: EvalResult) => void | Promise<void>) | undefined,
  cell: EvalResult,
): Promise<void> {
  try {
    await onAnswer?.(cell);
  } catch (error) {
    console.error("patchbay: `onResult` of a comparison failed.", error);
  }
}
