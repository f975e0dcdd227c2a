import type { NanoUsd } from "@patchbay/engine/billing/money";

/** An amount as an exact decimal string of USD, such as `0.0000125`. */
export function toUsdText(amount: NanoUsd): string {
  return toDecimal(amount, 9);
}

/** `amount / 10 ** digits` as an exact decimal string without trailing zeros. */
export function toDecimal(amount: bigint, digits: number): string {
  const sign = amount < 0n ? "-" : "";
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  const fraction = text.slice(-digits).replace(/0+$/, "");
  return `${sign}${text.slice(0, -digits)}${fraction === "" ? "" : `.${fraction}`}`;
}
