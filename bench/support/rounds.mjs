// Measures in turn, in small blocks, so that a change of the machine meets all alike.
import { median } from "./report.mjs";

/**
 * Calls `measure(name)` for each name in each round, and the other way around in every second round.
 * Returns the results of each name, in an object by name.
 */
export async function inTurn(names, rounds, measure) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 ? names.toReversed() : names) found[name].push(await measure(name));
  return found;
}

/** The medians of `inTurn`, by name. `measure` returns a number. */
export async function mediansInTurn(names, rounds, measure) {
  const found = await inTurn(names, rounds, measure);
  return Object.fromEntries(Object.entries(found).map(([name, values]) => [name, median(values)]));
}

/** Whether the run is a short one, whose numbers are rough: `--quick`. */
export const isQuick = process.argv.includes("--quick");

/** The arguments other than options, such as the names of what to measure. */
export const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

/** The value of `--NAME=VALUE`. */
export const optionOf = (name) =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
