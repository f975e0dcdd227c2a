/** Money in whole nano-USD. Sums are exact. */
export type NanoUsd = bigint;

/** A price in whole nano-USD per million units, which represents every catalog price exactly. */
export type Price = bigint;

const million = 1_000_000n;

/**
 * Parses a catalog price, a decimal string in USD per unit. Throws if it is invalid, negative or has too many decimal
 * places.
 */
export function parsePrice(text: string): Price {
  const price = parseDecimal(text, 15);
  if (price < 0n) throw new RangeError(`${text} is negative. A price must be zero or more.`);
  return price;
}

/**
 * Parses an amount in USD, to the nearest nano-USD. Throws a `RangeError` if it is not a finite decimal number. A
 * string has up to nine decimal places.
 */
export function parseUsd(amount: number | string): NanoUsd {
  if (typeof amount === "string") return parseDecimal(amount, 9);
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(amount));
  if (!match) throw new RangeError(`${amount} is not an amount in USD. Send a finite number.`);
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  // The number is digits × 10^scale nano-USD, with the shortest digits that represent it.
  const scale = Number(exponent) - fraction.length + 9;
  const digits = BigInt(whole + fraction);
  const nanos = scale >= 0 ? digits * 10n ** BigInt(scale) : rounded(digits, 10n ** BigInt(-scale));
  return sign ? -nanos : nanos;
}

function rounded(digits: bigint, unit: bigint): bigint {
  return (2n * digits + unit) / (2n * unit);
}

/** The amount in USD as the nearest JSON number. */
export function toUsd(nanos: NanoUsd): number {
  // A division of two numbers that are exact has the nearest number as its result.
  const exact = Number(nanos);
  if (Number.isSafeInteger(exact)) return exact / 1e9;
  const sign = nanos < 0n ? "-" : "";
  const digits = (nanos < 0n ? -nanos : nanos).toString().padStart(10, "0");
  return Number(`${sign}${digits.slice(0, -9)}.${digits.slice(-9)}`);
}

/** The cost of a charge: every line exactly, the sum rounded up once. */
export function costOf(lines: readonly { readonly units: number; readonly price: Price }[]): NanoUsd {
  const total = lines.reduce((sum, { units, price }) => sum + BigInt(units) * price, 0n);
  return (total + million - 1n) / million;
}

/** How many units an amount can pay for. `undefined` if they are free. */
export function unitsFor(amount: NanoUsd, price: Price): number | undefined {
  if (price === 0n) return undefined;
  return amount <= 0n ? 0 : Number((amount * million) / price);
}

/** Parses a decimal string as a whole number of 10^-places. */
function parseDecimal(text: string, places: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`${JSON.stringify(text)} is not a decimal number such as "0.00000025".`);
  const [, sign, whole, fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(places))) throw new RangeError(`${text} has more than ${places} decimal places.`);
  const value = BigInt(whole! + fraction.slice(0, places).padEnd(places, "0"));
  return sign ? -value : value;
}
