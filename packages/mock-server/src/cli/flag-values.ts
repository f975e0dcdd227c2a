import { findRenamed } from "@patchbay/service/validation/renamed-names";

/** The number of a flag. Throws for a negative number and for one above `max`. */
export function toNumber(flag: string, text: string, max: number = Number.MAX_SAFE_INTEGER): number {
  const number = Number(text);
  if (text.trim() === "" || !(number >= 0 && number <= max)) {
    const range = max < Number.MAX_SAFE_INTEGER ? `from 0 to ${max}` : "from 0";
    throw new Error(`${flag} must be a number ${range}, got ${JSON.stringify(text)}. See --help.`);
  }
  return number;
}

/** The value of a flag with a fixed set of values. Throws for any other value. */
export function toChoice<Choice extends string>(flag: string, text: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === text);
  if (chosen) return chosen;
  const renamed = findRenamed(text, choices);
  if (renamed !== undefined) throw new Error(`${flag}: ${text} was renamed to ${renamed}. See --help.`);
  throw new Error(`${flag} must be one of ${choices.join(", ")}; got ${JSON.stringify(text)}. See --help.`);
}
