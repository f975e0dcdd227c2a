import type { EvalResult, Comparison } from "./comparison.ts";
import { toColumns, toFootline } from "./columns.ts";
import { toHeadline, toLine, widthOf } from "./text.ts";

/** The maximum number of listed results that did not pass. */
const longestList = 50;

/**
 * Formats a comparison as plain text for the terminal: a row per model, then the results that did not pass, by case,
 * with the reason.
 *
 * @example
 * ```ts
 * console.log(toTable(await compareModels(models, cases, { client })));
 * ```
 */
export function toTable(comparison: Comparison): string {
  const names = ["model", ...comparison.models.map(({ name }) => toLine(name))];
  const columns = [alignLeft(names), ...toColumns(comparison).map(({ head, cells }) => alignRight([head, ...cells]))];
  const rows = names.map((_, row) => columns.map((column) => column[row]).join("  "));
  const listed = formatMisses(comparison);
  return [...rows, "", toFootline(comparison), ...(listed.length > 0 ? ["", ...listed] : [])].join("\n");
}

/** The results that did not pass: the case, and below it each distinct result with its count. */
function formatMisses({ results: cells, cases }: Comparison): string[] {
  const bad = cells.filter(({ outcome }) => outcome !== "passed" && outcome !== "unscored");
  const groups = [...Map.groupBy(bad, (cell) => cell.case)].map(
    ([place, own]) => [cases[place]!, Map.groupBy(own, (cell) => `${formatCell(cell)}\n${formatWhy(cell)}`)] as const,
  );
  let room = longestList;
  const lines = groups.flatMap(([{ name, expected: expect }, answers]) => {
    if (room === 0) return [];
    const shown = [...answers.values()].slice(0, room);
    room -= shown.length;
    const wanted = expect === undefined ? "" : `: expected ${toHeadline(expect, 80)}`;
    return [
      `${toHeadline(name, 80)}${wanted}`,
      ...shown.map((same) => `  ${formatCell(same[0]!)}${formatCount(same)}: ${formatWhy(same[0]!)}`),
    ];
  });
  const left = groups.reduce((count, [, answers]) => count + answers.size, 0) - longestList;
  return left > 0 ? [...lines, `… and ${left} more`] : lines;
}

function formatCell({ outcome, model }: EvalResult): string {
  return `${outcome} · ${toLine(model)}`;
}

function formatWhy({ error, text, reason }: EvalResult): string {
  if (error) return toHeadline(error, 200);
  return `got ${JSON.stringify(toHeadline(text, 80))}${reason ? `: ${toHeadline(reason, 200)}` : ""}`;
}

/** How often a result occurred, or its repetition. */
function formatCount(same: readonly EvalResult[]): string {
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
