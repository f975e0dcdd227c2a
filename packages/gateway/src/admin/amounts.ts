import type { NanoUsd } from "../ports/ledger.ts";

/** An amount in USD as an exact decimal string, such as `0.0000125`. */
export function toUsd(amount: NanoUsd): string {
  return toDecimal(amount, 9);
}

/** `amount / 10 ** digits` as an exact decimal string without trailing zeros. */
export function toDecimal(amount: bigint, digits: number): string {
  const sign = amount < 0n ? "-" : "";
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  const fraction = text.slice(-digits).replace(/0+$/, "");
  return `${sign}${text.slice(0, -digits)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** What a sum of amounts has for each of its kinds. */
export function sumOf<Row>(rows: readonly Row[], amount: (row: Row) => bigint): bigint {
  return rows.reduce((sum, row) => sum + amount(row), 0n);
}

/** The value below which a share of the numbers lies, by the nearest rank; `null` without numbers. */
export function percentile(numbers: readonly number[], share: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}
