/** Money in whole nano-USD; sums are exact. */
export type NanoUsd = bigint;

/** A price in whole nano-USD per million units, which holds every catalogue price exactly. */
export type Price = bigint;

const million = 1_000_000n;

/** Reads a catalogue price, a decimal string in USD per unit; throws when it is none, below zero or finer than a price can be. */
export function parsePrice(text: string): Price {
  const price = parseDecimal(text, 15);
  if (price < 0n) throw new RangeError(`${text} is below zero. A price is zero or more.`);
  return price;
}

/** Reads an amount in USD; throws when it is no decimal number. Digits beyond the ninth are cut off. */
export function parseUsd(amount: number | string): NanoUsd {
  const text = typeof amount === "number" ? amount.toFixed(9) : amount;
  return parseDecimal(text, 9);
}

/** The amount in USD as the nearest JSON number. */
export function toUsd(nanos: NanoUsd): number {
  const sign = nanos < 0n ? "-" : "";
  const digits = (nanos < 0n ? -nanos : nanos).toString().padStart(10, "0");
  return Number(`${sign}${digits.slice(0, -9)}.${digits.slice(-9)}`);
}

/** The cost of a charge: every line exactly, the sum rounded up once. */
export function costOf(lines: readonly { readonly units: number; readonly price: Price }[]): NanoUsd {
  const total = lines.reduce((sum, { units, price }) => sum + BigInt(units) * price, 0n);
  return (total + million - 1n) / million;
}

/** How many units an amount can pay; `undefined` when they are free. */
export function unitsFor(amount: NanoUsd, price: Price): number | undefined {
  if (price === 0n) return undefined;
  return amount <= 0n ? 0 : Number((amount * million) / price);
}

/** A decimal string as a whole number of 10^-places. */
function parseDecimal(text: string, places: number): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`${JSON.stringify(text)} is no decimal number such as "0.00000025".`);
  const [, sign, whole, fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(places))) throw new RangeError(`${text} has more than ${places} decimal places.`);
  const value = BigInt(whole! + fraction.slice(0, places).padEnd(places, "0"));
  return sign ? -value : value;
}
