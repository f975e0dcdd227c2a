import { parseUsd } from "@patchbay/engine/billing/money";

/** Decimal places of a nano-USD. */
const places = 9;

/**
 * Parses a price in USD per million tokens, or an amount in USD, such as `0.20`: exactly, from its digits. Returns a sentence
 * about what is wrong with the text if it is not a decimal number of zero or more with up to nine decimal places.
 */
export function parseUsdText(text: string): bigint | string {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!match) return `expected USD as a decimal number such as 0.20, got ${JSON.stringify(text.slice(0, 40))}.`;
  const [, sign, whole, fraction = ""] = match;
  if (sign) return `expected zero or more, got ${text.slice(0, 40)}.`;
  if (/[1-9]/.test(fraction.slice(places))) return `expected up to ${places} decimal places, got ${text.slice(0, 40)}.`;
  return parseUsd(`${whole}.${fraction.slice(0, places).padEnd(places, "0")}`);
}

/** An amount in nano-USD as USD, with at least two decimal places: `0.20`. */
export function formatUsdText(nanos: bigint): string {
  const digits = (nanos < 0n ? -nanos : nanos).toString().padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "").padEnd(2, "0");
  return `${nanos < 0n ? "-" : ""}${digits.slice(0, -places)}.${fraction}`;
}
