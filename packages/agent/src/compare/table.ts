import type { EvalResult, Comparison } from "./comparison.ts";
import { toColumns, toFootline } from "./columns.ts";
import { toHeadline, toLine, widthOf } from "./text.ts";

/** How many answers that did not pass are listed. */
const longestList = 50;

/**
 * A comparison for the terminal, as plain text: a row for each model, and then what did not pass, by case, with why.
 *
 * @example
 * ```ts
 * console.log(toTable(await compare(models, cases, { client })));
 * ```
 */
export function toTable(comparison: Comparison): string {
  const names = ["model", ...comparison.models.map(({ name }) => toLine(name))];
  const columns = [alignLeft(names), ...toColumns(comparison).map(({ head, cells }) => alignRight([head, ...cells]))];
  const rows = names.map((_, row) => columns.map((column) => column[row]).join("  "));
  const listed = tellMisses(comparison);
  return [...rows, "", toFootline(comparison), ...(listed.length > 0 ? ["", ...listed] : [])].join("\n");
}

/** What did not pass: the case, and below it each answer, with how often it was given. */
function tellMisses({ results: cells, cases }: Comparison): string[] {
  const bad = cells.filter(({ outcome }) => outcome !== "passed" && outcome !== "unscored");
  const groups = [...Map.groupBy(bad, (cell) => cell.case)].map(
    ([place, own]) => [cases[place]!, Map.groupBy(own, (cell) => `${tellCell(cell)}\n${tellWhy(cell)}`)] as const,
  );
  let room = longestList;
  const lines = groups.flatMap(([{ name, expected: expect }, answers]) => {
    if (room === 0) return [];
    const shown = [...answers.values()].slice(0, room);
    room -= shown.length;
    const wanted = expect === undefined ? "" : `: expected ${toHeadline(expect, 80)}`;
    return [
      `${toHeadline(name, 80)}${wanted}`,
      ...shown.map((same) => `  ${tellCell(same[0]!)}${tellCount(same)}: ${tellWhy(same[0]!)}`),
    ];
  });
  const left = groups.reduce((count, [, answers]) => count + answers.size, 0) - longestList;
  return left > 0 ? [...lines, `… and ${left} more`] : lines;
}

function tellCell({ outcome, model }: EvalResult): string {
  return `${outcome} · ${toLine(model)}`;
}

function tellWhy({ error, text, reason }: EvalResult): string {
  if (error) return toHeadline(error, 200);
  return `got ${JSON.stringify(toHeadline(text, 80))}${reason ? `: ${toHeadline(reason, 200)}` : ""}`;
}

/** How often an answer was given, or which repeat gave it. */
function tellCount(same: readonly EvalResult[]): string {
  if (same.length > 1) return ` (${same.length} times)`;
  return same[0]!.repetition > 1 ? ` (${same[0]!.repetition})` : "";
}

function alignLeft(texts: readonly string[]): string[] {
  const width = Math.max(...texts.map(widthOf));
  return texts.map((text) => text + " ".repeat(width - widthOf(text)));
}

function alignRight(texts: readonly string[]): string[] {
  const width = Math.max(...texts.map(widthOf));
  return texts.map((text) => " ".repeat(width - widthOf(text)) + text);
}
