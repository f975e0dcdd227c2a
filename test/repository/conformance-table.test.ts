import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clearResults, conformanceTable } from "../../scripts/conformance-table.ts";

test("the table shows how many cases of each group passed in each language, and which did not", () => {
  const root = mkdtempSync(join(tmpdir(), "table-"));
  const cache = join(root, "node_modules/.cache/conformance");
  for (const folder of [cache, join(root, "test/runners/typescript"), join(root, "test/runners/python")])
    mkdirSync(folder, { recursive: true });
  const write = (language: string, results: object): void =>
    writeFileSync(join(cache, `${language}.json`), JSON.stringify({ language, results }));
  write("typescript", { "retries/a": "passed", "retries/b": "passed", "errors/a": "passed", "time/a": "passed" });
  write("python", { "retries/a": "passed", "retries/b": "failed", "errors/a": "known failing", "time/a": "skipped" });
  expect(conformanceTable(root).split("\n")).toEqual([
    "cases    typescript  python              python-async",
    "errors   1           0 of 1              skipped",
    "retries  2           1 of 2              skipped",
    "time     1           0 + 1 skipped       skipped",
    "all      4           1 of 3 + 1 skipped  skipped",
    "python: retries/b: failed",
    "python: errors/a: known failing",
    "python: time/a: skipped",
  ]);
  clearResults(root);
  expect(conformanceTable(root)).toContain("all    skipped     skipped  skipped");
});
