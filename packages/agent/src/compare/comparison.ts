import { formatUsd, parseUsd, type Usd } from "@patchbay/client/money";
import type { StopReason, TokenUsage } from "../report/run-report.ts";

/**
 * The outcome of one case with one model: `passed` or `failed` by its scorer, `unscored` without a scorer,
 * `scorer_error` if the scorer failed, or `error` if the run failed or stopped early.
 */
export type EvalOutcome = "passed" | "failed" | "error" | "scorer_error" | "unscored";

/** One result: a model, a case and a repetition. */
export interface EvalResult {
  /** Name of the model. */
  readonly model: string;
  /** Index of the case in `cases`, from 0. */
  readonly case: number;
  /** From 1. */
  readonly repetition: number;
  readonly outcome: EvalOutcome;
  /** The model's final text; empty if it returned none. */
  readonly text: string;
  /** Why the run ended; `undefined` if it threw. */
  readonly stopReason?: StopReason;
  /** From 0 to 1; a result passes from 0.5. A failed run scores 0 if its case has a scorer. */
  readonly score?: number;
  /** The scorer's reason, if it returned one. */
  readonly reason?: string;
  /** Why the run failed, or what the scorer threw. */
  readonly error?: string;
  /** Milliseconds of the whole run, including tools and retries of the client, without scoring. */
  readonly durationMs: number;
  /** Milliseconds until the first text; `undefined` if there was none. */
  readonly timeToFirstTokenMs?: number;
  readonly usage: TokenUsage;
  /** USD; `undefined` if the provider reported no cost. */
  readonly cost: number | undefined;
  /** USD that the scorer spent. */
  readonly scoringCost: number;
}

/** A case as the report shows it. */
export interface CaseSummary {
  readonly name: string;
  /** The input as a string. */
  readonly input: string;
  /** The expectation, if it can be shown. */
  readonly expected?: string;
}

/** Milliseconds by nearest rank: the lowest value that this percentage of all values does not exceed. */
export interface LatencyPercentiles {
  readonly p50: number;
  readonly p95: number;
}

/** The summary of one model. */
export interface ModelSummary {
  readonly name: string;
  readonly model: string;
  /** Number of results per outcome. */
  readonly outcomes: Readonly<Record<EvalOutcome, number>>;
  /** Share of the scored results that passed, failed runs included; `undefined` if nothing was scored. */
  readonly passRate?: number;
  /** Mean score of the scored results. */
  readonly score?: number;
  /** Of the runs that finished; `undefined` if none did. */
  readonly durationMs?: LatencyPercentiles;
  readonly timeToFirstTokenMs?: LatencyPercentiles;
  readonly usage: TokenUsage;
  /** USD that providers reported, failed runs included, scoring excluded; `undefined` if none reported a cost. */
  readonly cost: number | undefined;
}

/** The result of a comparison, as plain data. */
export interface Comparison {
  readonly models: readonly ModelSummary[];
  readonly cases: readonly CaseSummary[];
  /** Ordered by case, then repetition, then model. */
  readonly results: readonly EvalResult[];
  /** USD that providers reported for all models, scoring excluded; `undefined` if none reported a cost. */
  readonly cost: number | undefined;
  /** USD that the scorers spent. */
  readonly scoringCost: number;
}

/** Aggregates the results per model. */
export function toComparison(
  models: readonly Pick<ModelSummary, "name" | "model">[],
  cases: readonly CaseSummary[],
  cells: readonly EvalResult[],
): Comparison {
  return {
    models: models.map((one) => ({ ...one, ...summarize(cells.filter(({ model }) => model === one.name)) })),
    cases,
    results: cells,
    cost: sumUsd(cells.map(({ cost }) => cost)),
    scoringCost: sumUsd(cells.map(({ scoringCost }) => scoringCost)) ?? 0,
  };
}

function summarize(cells: readonly EvalResult[]): Omit<ModelSummary, "name" | "model"> {
  const outcomes = { passed: 0, failed: 0, error: 0, scorer_error: 0, unscored: 0 };
  for (const { outcome } of cells) outcomes[outcome]++;
  const scores = cells.flatMap(({ score }) => score ?? []);
  const ended = cells.filter(({ outcome }) => outcome !== "error");
  const ms = toSpread(ended.map((cell) => cell.durationMs));
  const firstTextMs = toSpread(ended.flatMap((cell) => cell.timeToFirstTokenMs ?? []));
  return {
    outcomes,
    ...(scores.length > 0 && {
      passRate: outcomes.passed / scores.length,
      score: sum(scores) / scores.length,
    }),
    ...(ms && { durationMs: ms }),
    ...(firstTextMs && { timeToFirstTokenMs: firstTextMs }),
    usage: {
      promptTokens: sum(cells.map(({ usage }) => usage.promptTokens)),
      completionTokens: sum(cells.map(({ usage }) => usage.completionTokens)),
      totalTokens: sum(cells.map(({ usage }) => usage.totalTokens)),
    },
    cost: sumUsd(cells.map(({ cost }) => cost)),
  };
}

function toSpread(values: readonly number[]): LatencyPercentiles | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (percent: number): number => sorted[Math.ceil((percent * sorted.length) / 100) - 1]!;
  return { p50: at(50), p95: at(95) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The exact sum; `undefined` if there are amounts and none of them is known. */
function sumUsd(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  if (known.length === 0 && amounts.length > 0) return undefined;
  return Number(formatUsd(known.reduce((total: Usd, amount) => total + parseUsd(amount), 0n)));
}
