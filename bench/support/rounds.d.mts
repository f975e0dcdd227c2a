// The types of rounds.mjs, for benches in TypeScript.

type Found<Measured> = Record<string, Measured>;

/** Measures each name in each round, in turn. Returns the results of each name. */
export function inTurn<Measured>(
  names: readonly string[],
  rounds: number,
  measure: (name: string) => Measured | Promise<Measured>,
): Promise<Found<Measured[]>>;

/** The medians of `inTurn`. */
export function mediansInTurn(
  names: readonly string[],
  rounds: number,
  measure: (name: string) => number | Promise<number>,
): Promise<Found<number>>;

/** Whether the run is a short one, whose numbers are rough: `--quick`. */
export const isQuick: boolean;

/** The value of `--NAME=VALUE`; undefined without that argument. */
export function optionOf(name: string): string | undefined;
