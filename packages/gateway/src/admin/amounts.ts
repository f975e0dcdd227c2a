export { toDecimal, toUsdText as toUsd } from "../money/decimal.ts";

/** What a sum of amounts has for each of its kinds. */
export function sumOf<Row>(rows: readonly Row[], amount: (row: Row) => bigint): bigint {
  return rows.reduce((sum, row) => sum + amount(row), 0n);
}

/** The value below which a share of the numbers lies, by the nearest rank; `null` without numbers. */
export function percentile(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
