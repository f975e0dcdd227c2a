// The types of report.mjs, for benches in TypeScript.

/** A goal: at most or at least a limit. Without a measured number it counts as not measured, and is not met. */
export interface Goal {
  readonly name: string;
  readonly measured: number | undefined;
  readonly atMost?: number;
  readonly atLeast?: number;
  /** Follows the number, with its space. */
  readonly unit?: string;
  /** What a program needs at least, in words. */
  readonly floor?: string;
}

export interface Report {
  /** Adds the version of something that took part. Without `version`, that of the npm package that a module in `from` would import. */
  version(packageName: string, from?: string, version?: string): void;
  /** Adds and prints a table. */
  table(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): void;
  /** Adds and prints a goal. */
  goal(goal: Goal): void;
  /** Adds and prints a sentence. */
  note(text: string): void;
  /** Writes the file of `--json=FILE`, if that was given. */
  finish(): void;
}

export function createReport(name: string): Report;

/** A ratio such as "1.25×", or a dash. */
export function ratio(value: number, base: number): string;

export function median(values: readonly number[]): number;

/** A number with about three significant digits; a whole one without a fraction. */
export function digits(value: number): string;

/** A table in Markdown, with its title as a heading. */
export function tableText(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string;
