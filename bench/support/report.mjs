// What a bench reports: tables with the ratio first, goals with what was measured, and the versions of all that took part.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The file of `--json=FILE`, for the report over all benches. */
const jsonFile = process.argv.find((argument) => argument.startsWith("--json="))?.slice("--json=".length);

/**
 * The report of a bench. `table` and `goal` print at once what they add; `finish` writes the file of `--json=FILE`, if that was given.
 * Values of tables are texts. A goal is "at most" or "at least" a limit; one without a measured number counts as not measured.
 */
export function createReport(name) {
  const report = { name, node: process.version, versions: {}, tables: [], goals: [], notes: [] };
  return {
    /** Adds the version of a package that took part. The default is the version of the package that `from` would import. */
    version(packageName, from = import.meta.dirname, version = versionOf(packageName, from)) {
      report.versions[packageName] = version;
    },
    table(title, columns, rows) {
      report.tables.push({ title, columns, rows });
      console.log(`\n${tableText(title, columns, rows)}`);
    },
    goal({ name: goalName, measured, atMost, atLeast, unit = "", floor }) {
      const isMeasured = Number.isFinite(measured);
      const isMet = isMeasured && (atMost === undefined ? measured >= atLeast : measured <= atMost);
      const limit = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`;
      report.goals.push({ name: goalName, measured: isMeasured ? measured : null, limit, unit, isMet, floor });
      const value = isMeasured ? digits(measured) : "not measured";
      console.log(`goal ${isMet ? "met" : "NOT MET"}: ${goalName} ${value}${unit} (${limit}${unit})`);
    },
    note(text) {
      report.notes.push(text);
      console.log(text);
    },
    finish() {
      if (!jsonFile) return;
      mkdirSync(dirname(jsonFile), { recursive: true });
      writeFileSync(jsonFile, JSON.stringify(report));
    },
  };
}

/** A number with about three significant digits; a whole one without a fraction. */
export function digits(value) {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** A ratio such as "1.25×", or a dash. */
export const ratio = (value, base) => (Number.isFinite(value / base) ? `${(value / base).toFixed(2)}×` : "–");

export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** A table in Markdown. */
export function tableText(title, columns, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = columns.map((_, index) => (index === 0 ? "---" : "---:"));
  return [`### ${title}`, "", line(columns), line(rule), ...rows.map(line)].join("\n");
}

/** The version in the package.json of a package, as seen from a folder. */
function versionOf(packageName, from) {
  for (const folder of createRequire(join(from, "index.js")).resolve.paths(packageName) ?? [])
    try {
      return JSON.parse(readFileSync(join(folder, packageName, "package.json"), "utf8")).version;
    } catch {
      continue;
    }
  return "not installed";
}
