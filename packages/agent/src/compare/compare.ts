import type { ModelId, OutputSchema, InferOutput } from "@patchbay/client";
import { AgentError } from "../errors/agent-error.ts";
import { agent, type AgentOptions } from "../agent.ts";
import { checkOptions, show } from "../options/check-options.ts";
import { checkCases, scorerOf, summariseCase, type Case, type Scorer } from "./eval-case.ts";
import { fillCell, type Question } from "./result.ts";
import { toComparison, type Cell, type Comparison } from "./comparison.ts";
import type { Candidate } from "../models/fallback-rules.ts";

export type { Case, Judgement, Scorer, Verdict } from "./eval-case.ts";
export type { CaseSummary, Cell, Comparison, ModelSummary, Outcome, Spread } from "./comparison.ts";
export { toHtml } from "./html.ts";
export { toTable } from "./table.ts";
export { judge, type JudgeOptions } from "./judge.ts";

/** A model that is compared, with fields of the request that are its own, and a name to tell it from another one of the same model. */
export type Contestant = Candidate & { readonly name?: string };

/** How models are compared. */
export interface CompareOptions<Schema extends OutputSchema | undefined> extends Pick<
  AgentOptions<Schema>,
  "client" | "instructions" | "tools" | "output" | "limit" | "request"
> {
  /** How good an answer is, in place of what the cases expect. */
  readonly score?: Scorer<OutputOf<Schema>> | undefined;
  /** How many questions are under way at the same time. Default: 4. */
  readonly concurrency?: number | undefined;
  /** How often each model is asked each case. Default: 1. */
  readonly repeat?: number | undefined;
  /** Ends the comparison; its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each answer as it comes, whatever its place; waited for before the next question. */
  readonly onAnswer?: ((cell: Cell) => void | Promise<void>) | undefined;
}

const known = {
  client: ["any"],
  instructions: ["any"],
  tools: ["any"],
  output: ["any"],
  limit: ["any"],
  request: ["object"],
  score: ["function"],
  concurrency: ["any"],
  repeat: ["any"],
  signal: ["signal"],
  onAnswer: ["function"],
} as const;

const aliases = {
  repeats: "repeat",
  runs: "repeat",
  scorer: "score",
  judge: "score",
  evaluate: "score",
  abortSignal: "signal",
  onResult: "onAnswer",
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
export async function compare<const Schema extends OutputSchema | undefined = undefined>(
  models: readonly (ModelId | Contestant)[],
  cases: readonly Case<OutputOf<Schema>>[],
  options: CompareOptions<Schema>,
): Promise<Comparison> {
  checkOptions<CompareOptions<undefined>>("compare", options, known, aliases);
  const { score, concurrency = 4, repeat = 1, signal, onAnswer, request, ...shared } = options;
  const contestants = toContestants(models);
  checkCases(cases);
  if (!(concurrency >= 1)) throw new AgentError(`\`concurrency\` is ${concurrency}; it is a number from 1.`);
  if (!(Number.isInteger(repeat) && repeat >= 1))
    throw new AgentError(`\`repeat\` is ${repeat}; it is a whole number from 1.`);
  const bots = contestants.map(({ name, model, own }) => ({
    name,
    bot: agent<Schema>({ ...shared, model, request: { ...request, ...own } }),
  }));

  const questions: Question<OutputOf<Schema>>[] = cases.flatMap((asked, place) =>
    Array.from({ length: repeat }, (_, before) =>
      bots.map(({ name, bot }) => {
        const scorer = score ?? scorerOf(asked);
        return { model: name, case: place, repeat: before + 1, bot, asked, scorer };
      }),
    ).flat(),
  );
  const ended = new AbortController();
  const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  const aborted = Promise.withResolvers<never>();
  signal?.addEventListener("abort", () => aborted.reject(signal.reason), { signal: ended.signal });
  const cells = Array.from<Cell>({ length: questions.length });
  // All workers take from the same queue.
  const queue = questions.entries();
  const work = async (): Promise<void> => {
    for (const [place, question] of queue) {
      const cell = await fillCell(question, either);
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
  readonly own: Partial<Candidate>;
}

function toContestants(models: readonly (string | Contestant)[]): Listed[] {
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
async function tell(onAnswer: ((cell: Cell) => void | Promise<void>) | undefined, cell: Cell): Promise<void> {
  try {
    await onAnswer?.(cell);
  } catch (error) {
    console.error("patchbay: `onAnswer` of a comparison failed.", error);
  }
}
