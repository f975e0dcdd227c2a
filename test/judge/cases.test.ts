import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { Case } from "./case-format.ts";
import { checkCase } from "./check-case.ts";
import { startJudge, type ListedCase, type Run, type Verdict } from "./judge-server.ts";
import { loadCases } from "./load-cases.ts";

const chat = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "Hello" }] };
const good: Case = {
  id: "errors/good",
  title: "A case without mistakes.",
  steps: [{ op: "chat.completions.create", input: chat, expect: { value: { "/object": "chat.completion" } } }],
};
const [step] = good.steps;

test.each<[mistake: string, change: object, message: RegExp]>([
  ["an id without a group", { id: "good" }, /^\/id must be "group\/name"/],
  ["an unknown group", { id: "others/good" }, /^\/id must begin with one of the groups/],
  ["no title", { title: "" }, /^\/title/],
  ["an unknown field", { expects: {} }, /^\/expects is unknown/],
  ["an unknown feature", { needs: ["flying"] }, /^\/needs/],
  ["no steps", { steps: [] }, /^\/steps must have/],
  ["no expectation", { steps: [{ ...step, expect: undefined }] }, /expects nothing/],
  ["an unknown operation", { steps: [{ ...step, op: "chat.create" }] }, /no operation "chat.create"/],
  ["an unknown way to read", { steps: [{ ...step, as: "json" }] }, /^\/steps\/0\/as must be one of/],
  [
    "a stream of an operation without one",
    { steps: [{ ...step, op: "models.count", as: "stream" }] },
    /does not stream/,
  ],
  ["pages of an operation without them", { steps: [{ ...step, op: "models.count", as: "pages" }] }, /has no pages/],
  ["parse without a schema", { steps: [{ ...step, as: "parse" }] }, /schema is missing/],
  ["an input with stream", { steps: [{ ...step, input: { ...chat, stream: true } }] }, /"as": "stream"/],
  ["an input that breaks the contract", { steps: [{ ...step, input: { model: 1 } }] }, /break the contract/],
  [
    "a query that breaks the contract",
    { steps: [{ ...step, op: "models.list", input: { limit: "x" } }] },
    /break the contract/,
  ],
  ["a fallback without models", { steps: [{ ...step, as: "fallback" }] }, /fallback is missing/],
  ["a fallback that is not used", { steps: [{ ...step, fallback: { models: ["a"] } }] }, /belongs to "as"/],
  ["a run that is not used", { steps: [{ ...step, run: {} }] }, /run belongs to "as"/],
  [
    "an unknown field of a tool",
    { steps: [{ ...step, as: "run", run: { tools: [{ name: "a", returns: 1 }] } }] },
    /tools\/returns is unknown/,
  ],
  ["an unknown option of the client", { client: { timeout: 1 } }, /^\/client\/timeout is unknown/],
  ["an unknown option of a call", { steps: [{ ...step, options: { timeout: 1 } }] }, /options\/timeout is unknown/],
  ["an unknown result", { steps: [{ ...step, expect: { valu: 1 } }] }, /expect\/valu is unknown/],
  [
    "an unknown field of an error",
    { steps: [{ ...step, expect: { error: { kind: "api" } } }] },
    /error\/kind is unknown/,
  ],
  [
    "a misspelled matcher",
    { steps: [{ ...step, expect: { value: { "/id": { $mtch: "" } } } }] },
    /\$mtch is not a matcher/,
  ],
  ["pointers among fields", { steps: [{ ...step, expect: { value: { "/id": 1, id: 1 } } }] }, /mixes/],
  ["an unknown field of a request", { expect: { requests: [{ url: "/" }] } }, /url is unknown/],
  ["a header in upper case", { expect: { requests: [{ headers: { "X-A": "1" } }] } }, /lower case/],
  [
    "a misspelled matcher of a header",
    { expect: { requests: [{ headers: { a: { $no: 1 } } }] } },
    /\$no is not a matcher/,
  ],
  ["a misspelled matcher of a wait", { expect: { waitsMs: [{ $least: 1 }] } }, /\$least is not a matcher/],
  ["an unknown option of the server", { server: { answers: [] } }, /^\/server\/answers is unknown/],
  ["an invalid reply", { server: { replies: [{ statuss: 503 }] } }, /statuss/],
  ["an unknown form", { vary: { splits: [] } }, /^\/vary\/splits is unknown/],
])("a case with %s is refused", async (_, change, message) => {
  expect(await checkCase(good)).toEqual([]);
  expect((await checkCase({ ...good, ...change })).join("\n")).toMatch(message);
});

test("an input that breaks the contract is allowed if the case says so", async () => {
  const malformed = { ...good, steps: [{ ...step, input: { model: 1 } }] };
  expect(await checkCase(malformed)).not.toEqual([]);
  expect(await checkCase({ ...malformed, malformed: true })).toEqual([]);
});

test("two cases with the same id are refused, with their files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cases-"));
  for (const name of ["a.json", "b.json"]) writeFileSync(join(folder, name), JSON.stringify([good]));
  await expect(loadCases(pathToFileURL(`${folder}/`))).rejects.toThrow("b.json: errors/good: a.json has a case");
});

/** Runs both variants of a case, of which the second one can fail. Returns the verdicts and the written results. */
async function run(
  known: string,
  texts: readonly [string, string],
  needs = "",
): Promise<{ verdicts: Verdict[]; results: unknown; listed: ListedCase[] }> {
  const folder = mkdtempSync(join(tmpdir(), "results-"));
  writeFileSync(join(folder, "ada.txt"), known);
  const steps = [{ op: "chat.completions.create", as: "text", input: chat, expect: { text: "ab" } }] as const;
  const judge = await startJudge([good, { ...good, id: "errors/varied", vary: { newline: ["lf", "cr"] }, steps }], {
    resultsFolder: folder,
    knownFailing: pathToFileURL(`${folder}/`),
  });
  const post = async <Answer>(path: string, body: unknown): Promise<Answer> => {
    const response = await fetch(judge.url + path, { method: "POST", body: JSON.stringify(body) });
    return (await response.json()) as Answer;
  };
  const list = await fetch(`${judge.url}/_patchbay/cases?language=ada${needs}`);
  const listed = (await list.json()) as ListedCase[];
  const verdicts: Verdict[] = [];
  for (const [index, text] of texts.entries()) {
    const variant = listed[1]!.variants[index];
    const { run } = await post<Run>("/_patchbay/runs", { case: "errors/varied", variant, language: "ada" });
    verdicts.push(await post<Verdict>(`/s/${run}/_patchbay/outcome`, { steps: [{ text }] }));
  }
  await judge.close();
  const { results } = JSON.parse(readFileSync(join(folder, "ada.json"), "utf8")) as { results: unknown };
  return { verdicts, results, listed };
}

test("the command starts a judge on a port, and prints its URL in one line", async () => {
  const file = new URL("serve.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--conditions=@patchbay/source", "--no-warnings", file, "--port", "0"]);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await expect.poll(() => output).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  const response = await fetch(`${output.trim()}/_patchbay/cases?language=none&needs=stream`);
  expect(((await response.json()) as ListedCase[]).length).toBeGreaterThan(100);
  child.kill();
});

test("a case passes if all of its variants pass", async () => {
  const { verdicts, results, listed } = await run("", ["ab", "ab"]);
  expect(listed[1]).toEqual({
    id: "errors/varied",
    group: "errors",
    title: good.title,
    variants: ["whole, lf", "whole, cr"],
    missing: [],
  });
  expect(verdicts.map(({ ok }) => ok)).toEqual([true, true]);
  expect(results).toEqual({ "errors/good": "not run", "errors/varied": "passed" });
});

test("a case fails if one of its variants fails", async () => {
  const { verdicts, results } = await run("", ["a", "ab"]);
  expect(verdicts.map(({ ok }) => ok)).toEqual([false, true]);
  expect(results).toMatchObject({ "errors/varied": "failed" });
});

test("a case that is known to fail may fail in one variant", async () => {
  const { verdicts, results } = await run("# One\nerrors/varied # no\n", ["ab", "a"]);
  expect(verdicts.map(({ ok }) => ok)).toEqual([true, true]);
  expect(verdicts[1]!.problems).toHaveLength(1);
  expect(results).toMatchObject({ "errors/varied": "known failing" });
});

test("a case that is known to fail fails the run once it passes", async () => {
  const { verdicts } = await run("errors/varied\n", ["ab", "ab"]);
  expect(verdicts.map(({ ok }) => ok)).toEqual([true, false]);
  expect(verdicts[1]!.problems[0]!.actual).toContain("Remove it from");
});

test("a list of known failures names existing cases only", async () => {
  await expect(run("errors/gone\n", ["ab", "ab"])).rejects.toThrow();
});

test("a case is skipped by a runner that lacks one of its features", async () => {
  const { results, listed } = await run("", ["ab", "ab"], "&needs=pages");
  expect(listed.map(({ missing }) => missing)).toEqual([[], ["stream"]]);
  expect(results).toMatchObject({ "errors/varied": "skipped" });
});
