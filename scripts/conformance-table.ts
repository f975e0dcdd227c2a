import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Runner folder → the names under which it reports results. */
const runners = { typescript: ["typescript"], python: ["python", "python-async"], go: ["go"] };

interface Results {
  /** Case → `passed`, `failed`, `known failing`, `skipped` or `not run`. */
  readonly results: Readonly<Record<string, string>>;
}

/** Deletes the results of earlier runs, so that a runner that did not run has none. */
export function clearResults(root: string): void {
  rmSync(folderIn(root), { recursive: true, force: true });
}

/** The table of groups and languages, and below it every case that did not pass. */
export function conformanceTable(root: string): string {
  const columns = Object.entries(runners)
    .filter(([folder]) => existsSync(join(root, "test/runners", folder)))
    .flatMap(([, names]) => names)
    .map((name) => ({ name, results: readResults(root, name) }));
  const groups = new Set(columns.flatMap(({ results }) => Object.keys(results ?? {}).map(groupOf)));
  const rows = [
    ["cases", ...columns.map(({ name }) => name)],
    ...[...groups].toSorted().map((group) => [group, ...columns.map(({ results }) => cell(results, group))]),
    ["all", ...columns.map(({ results }) => cell(results))],
  ];
  const width = (index: number): number => Math.max(...rows.map((row) => row[index]?.length ?? 0));
  const lines = rows.map((row) =>
    row
      .map((text, index) => text.padEnd(width(index)))
      .join("  ")
      .trimEnd(),
  );
  const others = columns.flatMap(({ name, results }) =>
    Object.entries(results ?? {})
      .filter(([, result]) => result !== "passed")
      .map(([id, result]) => `${name}: ${id}: ${result}`),
  );
  return [...lines, ...others].join("\n");
}

/** How many cases passed: `12`, `11 of 12`, or `11 + 1 skipped`. A language without results was skipped. */
function cell(results: Results["results"] | undefined, group?: string): string {
  if (!results) return "skipped";
  const own = Object.entries(results).filter(([id]) => group === undefined || groupOf(id) === group);
  const count = (wanted: string): number => own.filter(([, result]) => result === wanted).length;
  const passed = count("passed");
  const skipped = count("skipped");
  const expected = own.length - skipped;
  const text = passed === expected ? String(passed) : `${passed} of ${expected}`;
  return skipped > 0 ? `${text} + ${skipped} skipped` : text;
}

const groupOf = (id: string): string => id.slice(0, id.indexOf("/"));

const folderIn = (root: string): string => join(root, "node_modules/.cache/conformance");

function readResults(root: string, language: string): Results["results"] | undefined {
  const file = join(folderIn(root), `${language}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Results).results : undefined;
}
