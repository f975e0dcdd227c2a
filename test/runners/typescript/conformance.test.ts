import { Patchbay } from "@patchbay/client";
import { afterAll, describe, expect, test } from "vitest";
import { loadCases } from "../../judge/load-cases.ts";
import { startJudge, type ListedCase, type Run, type Verdict } from "../../judge/judge-server.ts";
import { runSteps } from "./run-steps.ts";

const resultsFolder = new URL("../../../node_modules/.cache/conformance/", import.meta.url).pathname;
const judge = await startJudge(await loadCases(), { resultsFolder });
afterAll(() => judge.close());

async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const post = { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(judge.url + path, body === undefined ? {} : post);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer;
}

const cases = await ask<ListedCase[]>("/_patchbay/cases?language=typescript");

// Loads the code that a client loads on first use, so that it does not count toward a timeout of the first case.
await new Patchbay({ apiKey: "sk-or-v1-first", baseURL: `${judge.url}/api/v1` }).models.count();

describe.each(cases)("$id", ({ id, variants }) => {
  test.each(variants)("%s", async (variant) => {
    const run = await ask<Run>("/_patchbay/runs", { case: id, variant, language: "typescript" });
    const report = await runSteps(run);
    const { ok, problems } = await ask<Verdict>(`/s/${run.run}/_patchbay/outcome`, report);
    expect(ok, JSON.stringify(problems, null, 2)).toBe(true);
  });
});
