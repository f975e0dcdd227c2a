import { formatUsd, parseUsd, type Usd } from "@patchbay/client/money";
import type { StopReason, TokenUsage } from "../report/run-report.ts";

/**
 * What became of one question to one model: its answer `passed` or `missed` by the scorer, was `answered` where nothing scores it,
 * or is `unscored` since the scorer failed; the model `failed`, or was stopped before it was done.
 */
export type EvalOutcome = "passed" | "failed" | "error" | "scorer_error" | "unscored";

/** One answer: a model, a case, and how often it was asked before. */
export interface EvalResult {
  /** Name of the model. */
  readonly model: string;
  /** Place of the case in `cases`, from 0. */
  readonly case: number;
  /** From 1. */
  readonly repetition: number;
  readonly outcome: EvalOutcome;
  /** What the model said last; empty when it said nothing. */
  readonly text: string;
  /** How the run ended; undefined when it threw. */
  readonly stopReason?: StopReason;
  /** From 0 to 1; passed from 0.5 on. What failed has 0, where it would have been scored. */
  readonly score?: number;
  /** Why the scorer gave this score, where it says so. */
  readonly reason?: string;
  /** Why it failed, or what the scorer threw. */
  readonly error?: string;
  /** Milliseconds of the whole run, tools and the client's retries included, scoring apart. */
  readonly durationMs: number;
  /** Milliseconds until the first text; undefined when none came. */
  readonly timeToFirstTextMs?: number;
  readonly usage: TokenUsage;
  /** USD, as far as it is known; `undefined` when the provider reported none. */
  readonly cost: number | undefined;
  /** USD that the scorer spent. */
  readonly scoringCost: number;
}

/** A case as the report shows it. */
export interface CaseSummary {
  readonly name: string;
  /** The input as text. */
  readonly input: string;
  /** What was expected, where that can be said. */
  readonly expected?: string;
}

/** Milliseconds by nearest rank: the least one that so many per cent of all are at or below. */
export interface LatencyPercentiles {
  readonly p50: number;
  readonly p95: number;
}

/** All answers of one model. */
export interface ModelSummary {
  readonly name: string;
  readonly model: string;
  /** How many answers have which outcome. */
  readonly outcomes: Readonly<Record<EvalOutcome, number>>;
  /** Part of the scored answers that passed, failed ones included; undefined when nothing was scored. */
  readonly passRate?: number;
  /** Mean score of the same. */
  readonly score?: number;
  /** Of the runs that came to their end; undefined when none did. */
  readonly durationMs?: LatencyPercentiles;
  readonly timeToFirstTextMs?: LatencyPercentiles;
  readonly usage: TokenUsage;
  /** USD that was reported, failed runs included, scoring apart; `undefined` when none was. */
  readonly cost: number | undefined;
}

/** What a comparison found: plain data. */
export interface Comparison {
  readonly models: readonly ModelSummary[];
  readonly cases: readonly CaseSummary[];
  /** Case by case, in each its repeats, in each the models in order. */
  readonly results: readonly EvalResult[];
  /** USD of all models together that was reported, scoring apart; `undefined` when none was. */
  readonly cost: number | undefined;
  /** USD that the scorers spent. */
  readonly scoringCost: number;
}

/** Sums up what the models said. */
export function toComparison(
  models: readonly Pick<ModelSummary, "name" | "model">[],
  cases: readonly CaseSummary[],
  cells: readonly EvalResult[],
): Comparison {
  return {
    models: models.map((one) => ({ ...one, ...summarise(cells.filter(({ model }) => model === one.name)) })),
    cases,
    results: cells,
    cost: sumUsd(cells.map(({ cost }) => cost)),
    scoringCost: sumUsd(cells.map(({ scoringCost }) => scoringCost)) ?? 0,
  };
}

function summarise(cells: readonly EvalResult[]): Omit<ModelSummary, "name" | "model"> {
  const outcomes = { passed: 0, failed: 0, error: 0, scorer_error: 0, unscored: 0 };
  for (const { outcome } of cells) outcomes[outcome]++;
  const scores = cells.flatMap(({ score }) => score ?? []);
  const ended = cells.filter(({ outcome }) => outcome !== "error");
  const ms = toSpread(ended.map((cell) => cell.durationMs));
  const firstTextMs = toSpread(ended.flatMap((cell) => cell.timeToFirstTextMs ?? []));
  return {
    outcomes,
    ...(scores.length > 0 && {
      passRate: outcomes.passed / scores.length,
      score: sum(scores) / scores.length,
    }),
    ...(ms && { durationMs: ms }),
    ...(firstTextMs && { timeToFirstTextMs: firstTextMs }),
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

/** Exact to the last digit of each amount; undefined when there are amounts and none is known. */
function sumUsd(amounts: readonly (number | undefined)[]): number | undefined {
  const known = amounts.filter((amount) => amount !== undefined);
  if (known.length === 0 && amounts.length > 0) return undefined;
  return Number(formatUsd(known.reduce((total: Usd, amount) => total + parseUsd(amount), 0n)));
}
