import type { JournalEntry } from "@patchbay/mock-server";
import { createHash } from "node:crypto";
import type { Case, Problem, RequestExpectation, RunReport, Step, StepReport } from "./case-format.ts";
import { compare, isObject, valueAt, type Bindings } from "./compare.ts";

/** The secrets of a run, by the kind of key. */
export interface Keys {
  readonly inference: string;
  readonly management: string;
}

/** What a run produced: the report of the runner, and what the server received. */
export interface RunResult {
  readonly report: RunReport;
  readonly journal: readonly JournalEntry[];
  readonly keys: Keys;
}

/** Compares what happened in a run with what its case expects. Returns the differences. */
export function evaluate(given: Case, { report, journal, keys }: RunResult): Problem[] {
  const steps = Array.isArray(report.steps) ? report.steps : [];
  const names = knownValues(given, steps, keys);
  const { steps: expectedSteps, expect = {} } = fill({ steps: given.steps, expect: given.expect }, names) as Case;
  const bindings: Bindings = new Map();
  return [
    ...expectedSteps.flatMap((step, index) => evaluateStep(step, steps[index], `/steps/${index}`, bindings)),
    ...extraSteps(expectedSteps.length, steps),
    ...evaluateRequests(expect.requests, journal, { keys, bindings }),
    ...(expect.waitsMs ? compare(expect.waitsMs, waitsBetween(journal), "/waitsMs") : []),
    ...evaluateTexts(expect, report),
  ];
}

/** The values of the names in expectations: the secrets, and what the steps kept. */
function knownValues({ steps }: Case, reports: readonly StepReport[], keys: Keys): Map<string, unknown> {
  const names = new Map<string, unknown>(Object.entries(keys));
  for (const [index, { keep = {} }] of steps.entries())
    for (const [name, pointer] of Object.entries(keep)) names.set(name, valueAt(reports[index]?.value, pointer));
  return names;
}

/** Replaces each `"$name"` of a known value. */
function fill(value: unknown, names: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === "string" && value.startsWith("$") && names.has(value.slice(1))) return names.get(value.slice(1));
  if (Array.isArray(value)) return value.map((item) => fill(item, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner, names)]));
}

function evaluateStep(
  { expect = {} }: Step,
  report: StepReport | undefined,
  at: string,
  bindings: Bindings,
): Problem[] {
  if (!isObject(report)) return [{ at, expected: "a report of this step", actual: report }];
  const { error, info, ...plain } = expect;
  const reported = report as StepReport;
  const problems = Object.entries(plain).flatMap(([name, expected]) =>
    compare(expected, (reported as Record<string, unknown>)[name], `${at}/${name}`, bindings),
  );
  if (error === undefined) {
    if (reported.error !== undefined)
      problems.unshift({ at: `${at}/error`, expected: undefined, actual: reported.error });
  } else if (reported.error === undefined)
    problems.unshift({ at: `${at}/error`, expected: error, actual: "no error was thrown" });
  if (reported.inputChanged === true)
    problems.push({
      at: `${at}/inputChanged`,
      expected: "the input of the caller, unchanged",
      actual: "a changed input",
    });
  return [
    ...problems,
    ...fieldsOf(error, reported.error, `${at}/error`, bindings),
    ...fieldsOf(info, reported.info, `${at}/info`, bindings),
  ];
}

/** Compares the fields that are expected; others may be there. */
function fieldsOf(
  expected: Readonly<Record<string, unknown>> = {},
  actual: Readonly<Record<string, unknown>> = {},
  at: string,
  bindings: Bindings,
): Problem[] {
  return Object.entries(expected).flatMap(([name, inner]) => compare(inner, actual[name], `${at}/${name}`, bindings));
}

function extraSteps(expected: number, reports: readonly StepReport[]): Problem[] {
  if (reports.length <= expected) return [];
  return [{ at: "/steps", expected: `${expected} reports`, actual: `${reports.length} reports` }];
}

interface Context {
  readonly keys: Keys;
  readonly bindings: Bindings;
}

function evaluateRequests(
  expected: readonly RequestExpectation[] | undefined,
  journal: readonly JournalEntry[],
  context: Context,
): Problem[] {
  if (!expected) return [];
  const problems = expected.flatMap((one, index) => {
    const entry = journal[index];
    const at = `/requests/${index}`;
    return entry ? evaluateRequest(one, entry, at, context) : [{ at, expected: one, actual: "no request" }];
  });
  if (journal.length === expected.length) return problems;
  const sent = journal.map(({ method, path, status }) => `${method} ${path} ${status}`);
  return [{ at: "/requests", expected: `${expected.length} requests`, actual: sent }, ...problems];
}

function evaluateRequest(
  { key, headers = {}, left, ...plain }: RequestExpectation,
  entry: JournalEntry,
  at: string,
  { keys, bindings }: Context,
): Problem[] {
  const actual: Record<string, unknown> = {
    method: entry.method,
    path: entry.path.replace(/^\/api\/v1/, ""),
    operation: entry.operation,
    query: entry.query,
    body: readBody(entry.body),
    status: entry.status,
  };
  const secret = key === "inference" || key === "management" ? keys[key] : key;
  const hash = typeof secret === "string" ? createHash("sha256").update(secret).digest("hex") : undefined;
  return [
    ...fieldsOf(plain, actual, at, bindings),
    ...(key !== undefined && entry.keyHash !== hash
      ? [{ at: `${at}/key`, expected: key, actual: entry.keyHash === undefined ? null : "another key" }]
      : []),
    ...Object.entries(headers).flatMap(([name, expected]) =>
      compare(expected ?? { $absent: true }, entry.headers[name], `${at}/headers/${name}`, bindings),
    ),
    ...(left === undefined ? [] : compare(left, entry.ended && !entry.ended.complete, `${at}/left`)),
  ];
}

function readBody(text: string | undefined): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Milliseconds between the starts of requests. */
function waitsBetween(journal: readonly JournalEntry[]): number[] {
  return journal.slice(1).map(({ timestamp }, index) => timestamp - journal[index]!.timestamp);
}

function evaluateTexts({ logs, lack = [] }: NonNullable<Case["expect"]>, report: RunReport): Problem[] {
  const lines = (report.logs ?? []).join("\n");
  // The body of a response is not shown to anyone, so it may contain what the API sent.
  const shown = [lines, ...report.steps.flatMap(({ error }) => [error?.message, error?.printed])].join("\n");
  return [
    ...(logs?.contain ?? [])
      .filter((text) => !lines.includes(text))
      .map((text) => ({ at: "/logs", expected: { contain: text }, actual: lines })),
    ...(logs?.lack ?? [])
      .filter((text) => lines.includes(text))
      .map((text) => ({ at: "/logs", expected: { lack: text }, actual: lines })),
    ...lack
      .filter((text) => shown.includes(text))
      .map((text) => ({ at: "/shown", expected: { lack: text }, actual: shown })),
  ];
}
