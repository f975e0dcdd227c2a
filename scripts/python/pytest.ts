// Runs pytest in an environment, and reads the counts and the failures from its report.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFolder, programOf, run } from "./environment.ts";

export interface PytestResult {
  readonly passed: number;
  readonly failed: number;
  /** The title and the traceback of each failed test. */
  readonly failures: readonly string[];
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescape(xml: string): string {
  return xml.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** Reads the report that pytest writes in the format of JUnit. A test that fails in its teardown is listed twice and counted once. */
export function readReport(xml: string): PytestResult {
  const failed = new Map<string, string>();
  const passed = new Set<string>();
  for (const [, attributes = "", body = ""] of xml.matchAll(/<testcase\b([^>]*?)(?:\/>|>(.*?)<\/testcase>)/gs)) {
    const [, file = ""] = /\bclassname="([^"]*)"/.exec(attributes) ?? [];
    const [, name = ""] = /\bname="([^"]*)"/.exec(attributes) ?? [];
    const title = unescape(file === "" ? name : `${file}: ${name}`);
    const [, text] = /<(?:failure|error)\b[^>]*>(.*?)<\/(?:failure|error)>/s.exec(body) ?? [];
    if (text !== undefined) failed.set(title, `${failed.get(title) ?? ""}${unescape(text)}\n`);
    else if (!/<skipped\b/.test(body)) passed.add(title);
  }
  for (const title of failed.keys()) passed.delete(title);
  return {
    passed: passed.size,
    failed: failed.size,
    failures: [...failed].map(([title, text]) => `${title}\n${text.trimEnd()}`),
  };
}

/** Runs the tests of a folder with the configuration of packages/client-python. */
export function pytest(environment: string, folder: string): PytestResult {
  const place = mkdtempSync(join(tmpdir(), "patchbay-"));
  const report = join(place, "report.xml");
  const options = ["-q", "-c", join(packageFolder, "pyproject.toml"), `--junitxml=${report}`, folder];
  const isGood = run(programOf(environment, "python"), ["-m", "pytest", ...options], packageFolder);
  try {
    const result = readReport(readFileSync(report, "utf8"));
    // A file that cannot be loaded, a run without a test and an error outside of a test fail the run, but no test.
    return isGood ? result : { ...result, failed: Math.max(result.failed, 1) };
  } catch {
    return { passed: 0, failed: 1, failures: [`${folder}: pytest wrote no report`] };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
