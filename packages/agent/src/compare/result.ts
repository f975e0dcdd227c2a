import { formatUsd, parseUsd } from "@patchbay/client/money";
import { AgentError } from "../errors/agent-error.ts";
import type { Agent } from "../agent.ts";
import type { EvalCase, Scorer } from "./eval-case.ts";
import type { EvalResult } from "./comparison.ts";
import { getRunReport, type RunResult, type StopReason } from "../report/run-report.ts";

/** One run of a case with a model. */
export interface Question<Output> extends Pick<EvalResult, "model" | "case" | "repetition"> {
  readonly bot: Agent<Output>;
  readonly asked: EvalCase<Output>;
  readonly scorer: Scorer<Output> | undefined;
}

/** Stop reasons that the model decides. */
const isOwnEnd = new Set<StopReason>(["completed", "ended_by_tool"]);

/** Runs a case with a model and scores the output. Never throws: a failure becomes part of the result. */
export async function evaluate<Output>(question: Question<Output>, signal: AbortSignal): Promise<EvalResult> {
  const { bot, asked, scorer, model, repetition } = question;
  const place = { model, case: question.case, repetition };
  const failed = { outcome: "error", ...(scorer && { score: 0 }), scoringCost: 0 } as const;
  const began = performance.now();
  const since = (): number => performance.now() - began;
  let timeToFirstTokenMs: number | undefined;
  let result: RunResult<Output>;
  try {
    const run = bot.run(asked.input, { signal });
    for await (const { type, path } of run)
      if (type === "text-delta" && path.length === 0) timeToFirstTokenMs ??= since();
    result = await run;
  } catch (error) {
    const run = getRunReport(error);
    const [text, usage] = [
      run?.steps.at(-1)?.text ?? "",
      run?.usage ?? { promptTokens: 0, completionTokens: 0, totalTokens: 0 },
    ];
    return {
      ...place,
      ...failed,
      text,
      error: describeError(error),
      durationMs: since(),
      usage,
      cost: run ? run.cost : 0,
    };
  }
  const { text, stopReason, usage, cost } = result;
  const answer = {
    ...place,
    text,
    stopReason,
    durationMs: since(),
    ...(timeToFirstTokenMs !== undefined && { timeToFirstTokenMs }),
    usage,
    cost,
  };
  if (!isOwnEnd.has(stopReason)) return { ...answer, ...failed, error: `The run stopped early: ${stopReason}.` };
  if (!scorer) return { ...answer, outcome: "unscored", scoringCost: 0 };
  return { ...answer, ...(await score(scorer, result, asked, signal)) };
}

type Scored = Pick<EvalResult, "outcome" | "score" | "reason" | "error" | "scoringCost">;

async function score<Output>(
  scorer: Scorer<Output>,
  result: RunResult<Output>,
  asked: EvalCase<Output>,
  signal: AbortSignal,
): Promise<Scored> {
  let spent = 0;
  try {
    const verdict: unknown = await scorer(result, asked, { signal });
    const { score, reason, cost = 0 } = toJudgement(verdict);
    spent = Number(formatUsd(parseUsd(cost)));
    const share = typeof score === "boolean" ? Number(score) : score;
    if (!(typeof share === "number" && share >= 0 && share <= 1))
      throw new AgentError(`It must return true, false or a number from 0 to 1, got ${formatVerdict(verdict)}.`);
    const given = typeof reason === "string" && reason !== "" && { reason };
    return { outcome: share >= 0.5 ? "passed" : "failed", score: share, ...given, scoringCost: spent };
  } catch (error) {
    return {
      outcome: "scorer_error",
      error: `The scorer failed: ${describeError(error)}`,
      scoringCost: getRunReport(error)?.cost ?? spent,
    };
  }
}

/** The unchecked result of a scorer. */
function toJudgement(verdict: unknown): { score?: unknown; reason?: unknown; cost?: number } {
  return typeof verdict === "object" && verdict !== null ? verdict : { score: verdict };
}

function formatVerdict(verdict: unknown): string {
  return typeof verdict === "object" ? JSON.stringify(verdict) : String(verdict);
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
