import type { Cell, Comparison } from "./comparison.ts";
import { toColumns, toFootline } from "./columns.ts";
import { toHeadline, toLine, widthOf } from "./text.ts";

/** How many answers that did not pass are listed. */
const longestList = 50;

/**
 * A comparison for the terminal, as plain text: a row for each model, and then what did not pass, with why.
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
  const bad = comparison.cells.filter(({ outcome }) => outcome !== "passed" && outcome !== "answered");
  const listed = bad.slice(0, longestList).map((cell) => tellCell(cell, comparison));
  if (bad.length > listed.length) listed.push(`… and ${bad.length - listed.length} more`);
  return [...rows, "", toFootline(comparison), ...(listed.length > 0 ? ["", ...listed] : [])].join("\n");
}

function tellCell({ outcome, model, text, error, reason, ...cell }: Cell, { cases }: Comparison): string {
  const { name, expect } = cases[cell.case]!;
  const again = cell.repeat > 1 ? ` (${cell.repeat})` : "";
  const wanted = expect === undefined ? "" : `expected ${toHeadline(expect, 80)}, `;
  const got = `${wanted}got ${JSON.stringify(toHeadline(text, 80))}${reason ? `: ${toHeadline(reason, 200)}` : ""}`;
  return `${outcome} · ${toLine(model)} · ${toHeadline(name, 80)}${again}: ${error ? toHeadline(error, 200) : got}`;
}

function alignLeft(texts: readonly string[]): string[] {
  const width = Math.max(...texts.map(widthOf));
  return texts.map((text) => text + " ".repeat(width - widthOf(text)));
}

function alignRight(texts: readonly string[]): string[] {
  const width = Math.max(...texts.map(widthOf));
  return texts.map((text) => " ".repeat(width - widthOf(text)) + text);
}
