import type { Unit } from "../model/model.ts";

/** Unit → what its name in text contains, and the sentence that names it. */
const units: Readonly<Partial<Record<Unit, readonly [mention: RegExp, sentence: string]>>> = {
  usd: [/USD/, "In USD."],
  usd_per_token: [/USD/, "In USD."],
  usd_per_million_tokens: [/USD/, "In USD per million tokens."],
  ms: [/millisecond/i, "In milliseconds."],
  s: [/second/i, "In seconds."],
  unix_s: [/second|unix/i, "In Unix seconds."],
  unix_ms: [/millisecond/i, "In Unix milliseconds."],
};

/** A description that names the unit of its value. */
export function withUnit(description: string, unit: Unit | undefined): string {
  const [mention, sentence] = (unit && units[unit]) ?? [];
  return mention === undefined || mention.test(description) ? description : `${description} ${sentence!}`;
}
