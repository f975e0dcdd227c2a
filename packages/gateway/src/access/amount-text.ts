import type { NanoUsd } from "@patchbay/engine/billing/money";

/** An amount as a decimal string of USD, exactly: `0.25`. */
export function toAmountText(amount: NanoUsd): string {
  const sign = amount < 0n ? "-" : "";
  const digits = (amount < 0n ? -amount : amount).toString().padStart(10, "0");
  const fraction = digits.slice(-9).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -9)}${fraction === "" ? "" : `.${fraction}`}`;
}
