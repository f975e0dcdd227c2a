// Turns the reports of benches into bench/RESULTS.md.
import { type Goal, digits, tableText } from "./support/report.mjs";

/** What a bench writes to the file of `--json=FILE`. */
export interface BenchReport {
  readonly versions: Readonly<Record<string, string>>;
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly goals: readonly {
    readonly name: string;
    readonly measured: number | null;
    /** With its sign, such as "≤ 1.1". */
    readonly limit: string;
    readonly unit: string;
    readonly isMet: boolean;
    readonly floor?: Goal["floor"];
  }[];
  readonly notes: readonly string[];
}

/** One run of a bench. */
export interface BenchRun {
  readonly name: string;
  readonly title: string;
  /** When and where, in words. */
  readonly circumstances: string;
  readonly report?: BenchReport | undefined;
  /** The output of a bench that wrote no report. */
  readonly output?: string | undefined;
  /** Why the bench failed. */
  readonly failure?: string | undefined;
}

const quote = (text: string): string => ["```text", text.trimEnd(), "```"].join("\n");

function goalsOf({ goals }: BenchReport): string[] {
  if (goals.length === 0) return [];
  const rows = goals.map(({ name, measured, limit, unit, isMet, floor }) => [
    name,
    measured === null ? "not measured" : `${digits(measured)}${unit}`,
    `${limit}${unit}`,
    isMet ? "met" : "**not met**",
    floor ?? "–",
  ]);
  return [tableText("Goals", ["goal", "measured", "limit", "", "floor"], rows)];
}

/** The section of a run: the goals first, then the tables and notes. */
function sectionOf({ title, circumstances, report, output, failure }: BenchRun): string {
  const parts = [`## ${title}`, circumstances];
  if (failure !== undefined) parts.push("**This bench failed.** The end of its errors:", quote(failure));
  if (report) {
    const versions = Object.entries(report.versions).map(([name, version]) => `${name} ${version}`);
    if (versions.length > 0) parts.push(`Versions: ${versions.join(", ")}.`);
    parts.push(
      ...goalsOf(report),
      ...report.tables.map(({ title: of, columns, rows }) => tableText(of, columns, rows)),
    );
    if (report.notes.length > 0) parts.push("### Notes", report.notes.map((note) => `- ${note}`).join("\n"));
  } else if (output) parts.push(quote(output));
  return parts.join("\n\n");
}

/** The sections of an earlier RESULTS.md, by title. */
function sectionsOf(text: string): Map<string, string> {
  const sections = text.split(/^(?=## )/m).slice(1);
  return new Map(sections.map((section) => [/^## (.*)/.exec(section)![1]!, section.trim()]));
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function summaryOf(title: string, section: string): string[] {
  // The formatter pads the cells of earlier sections.
  const missed = count(section, /\| +\*\*not met\*\* +\|/g);
  const met = count(section, /\| +met +\|/g);
  const isFailed = section.includes("**This bench failed.**");
  return [
    `[${title}](#${title.toLowerCase().replaceAll(/[^a-z]+/g, "-")})`,
    isFailed ? "failed" : `${met} of ${met + missed}`,
  ];
}

/**
 * RESULTS.md after some runs: their sections are replaced, and the others are those of `previous`. The order is that of `titles`, and
 * sections with other titles are dropped.
 */
export function mergeResults(previous: string, titles: readonly string[], runs: readonly BenchRun[]): string {
  const sections = sectionsOf(previous);
  for (const run of runs) sections.set(run.title, sectionOf(run));
  const known = titles.filter((title) => sections.has(title));
  const head = [
    "# Benchmark results",
    "`npm run bench` writes this file. Each bench compares one part of Patchbay with its peers and with a floor: the least that a program needs for the same work. " +
      "Ratios come first, because they depend less on the machine than absolute numbers.",
    tableText(
      "Goals met",
      ["bench", "goals met"],
      known.map((title) => summaryOf(title, sections.get(title)!)),
    ),
  ];
  return `${[...head, ...known.map((title) => sections.get(title)!)].join("\n\n")}\n`;
}
