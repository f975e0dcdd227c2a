import type { Comparison, ModelSummary } from "./comparison.ts";
import { formatAmount } from "./text.ts";

/** A column of numbers, one string per model. */
export interface Column {
  readonly head: string;
  readonly cells: readonly string[];
}

/** The numbers of the models. Columns without any known value are omitted. */
export function toColumns({ models, results: cells }: Comparison): Column[] {
  const isGraded = cells.some(({ score = 0 }) => score !== 0 && score !== 1);
  const costs = models.map(({ cost }) => formatAmount(cost ?? 0));
  // All costs have as many digits as the finest one, so that nothing is rounded and the decimal points align.
  const digits = Math.max(2, ...costs.map((cost) => cost.split(".")[1]?.length ?? 0));
  const columns: Readonly<Record<string, (of: ModelSummary) => string | undefined>> = {
    passed: ({ passRate }) => (passRate === undefined ? undefined : formatRate(passRate)),
    score: ({ score }) => (isGraded ? score?.toFixed(2) : undefined),
    "median ms": ({ durationMs: ms }) => ms && Math.round(ms.p50).toString(),
    "p95 ms": ({ durationMs: ms }) => ms && Math.round(ms.p95).toString(),
    "first text ms": ({ timeToFirstTokenMs: firstTextMs }) => firstTextMs && Math.round(firstTextMs.p50).toString(),
    USD: ({ cost }) => (cost === undefined ? undefined : formatAmount(cost, digits)),
    tokens: ({ usage }) => usage.totalTokens.toString(),
    errors: ({ outcomes }) => (outcomes.error + outcomes.scorer_error).toString(),
  };
  return Object.entries(columns).flatMap(([head, of]) => {
    const texts = models.map(of);
    return texts.some((text) => text !== undefined) ? { head, cells: texts.map((text) => text ?? "–") } : [];
  });
}

/** Only a full rate is shown as 100 %. */
function formatRate(rate: number): string {
  return `${Math.min(Math.round(rate * 100), rate < 1 ? 99 : 100)} %`;
}

/** One line with the number of requests and the cost. */
export function toFootline({ models, cases, results: cells, cost, scoringCost }: Comparison): string {
  const usd = (amount: number | undefined): string =>
    amount === undefined ? "an unknown cost" : `${formatAmount(amount)} USD`;
  const asked = `${cells.length} answers of ${models.length} models to ${cases.length} cases for ${usd(cost)}`;
  return scoringCost > 0 ? `${asked}, and ${usd(scoringCost)} to score them` : asked;
}
