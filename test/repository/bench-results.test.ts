import { expect, test } from "vitest";
import { mergeResults, type BenchReport, type BenchRun } from "../../bench/results.ts";

const report = (measured: number | null, isMet: boolean): BenchReport => ({
  versions: { ky: "2.1.0" },
  tables: [{ title: "CPU", columns: ["client", "ratio"], rows: [["ours", "1.02×"]] }],
  goals: [{ name: "CPU of a call", measured, limit: "≤ 1.1", unit: "×", isMet, floor: "ky alone" }],
  notes: ["java is missing"],
});

const run = (title: string, more: Partial<BenchRun>): BenchRun => ({
  name: title.toLowerCase(),
  title,
  circumstances: "One run, 2 cores.",
  ...more,
});

const titles = ["Mock server", "Client", "Go"];

test("the results show the goals of a bench with the limit and the floor, before its tables", () => {
  const text = mergeResults("", titles, [run("Client", { report: report(1.02, true) })]);
  expect(text).toContain("| CPU of a call | 1.02× | ≤ 1.1× | met | ky alone |");
  expect(text).toContain("| ours | 1.02× |");
  expect(text.indexOf("### Goals")).toBeLessThan(text.indexOf("### CPU"));
  expect(text).toContain("| [Client](#client) | 1 of 1 |");
});

test("a goal without a measured number is not met", () => {
  const text = mergeResults("", titles, [run("Client", { report: report(null, false) })]);
  expect(text).toContain("| CPU of a call | not measured | ≤ 1.1× | **not met** | ky alone |");
  expect(text).toContain("| [Client](#client) | 0 of 1 |");
});

test("a run replaces only the sections of its benches, and keeps the order of the benches", () => {
  const first = mergeResults("", titles, [
    run("Go", { output: "go 1.0×" }),
    run("Mock server", { output: "mock 0.2×" }),
    run("Client", { output: "client 1.5×" }),
  ]);
  const second = mergeResults(first, titles, [run("Client", { output: "client 1.1×" })]);
  expect(second).toBe(first.replace("client 1.5×", "client 1.1×"));
  expect(second.match(/^## .*/gm)).toEqual(["## Mock server", "## Client", "## Go"]);
});

test("the section of a failed bench shows the end of its errors, and what it reported before", () => {
  const text = mergeResults("", titles, [run("Go", { report: report(1, true), failure: "go: not found" })]);
  expect(text).toContain("**This bench failed.**");
  expect(text).toContain("go: not found");
  expect(text).toContain("| ours | 1.02× |");
  expect(text).toContain("| [Go](#go) | failed |");
});

test("the goals of an earlier section count after the formatter has padded its tables", () => {
  const first = mergeResults("", titles, [run("Client", { report: report(1.02, true) })]);
  const padded = first.replace("| met |", "|         met |");
  expect(mergeResults(padded, titles, [run("Go", { output: "go 1.0×" })])).toContain("| [Client](#client) | 1 of 1 |");
});
