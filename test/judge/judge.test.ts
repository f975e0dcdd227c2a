import { describe, expect, test } from "vitest";
import type { Case, RunReport, StepReport } from "./case-format.ts";
import { checkCase } from "./check-case.ts";
import { compare } from "./compare.ts";
import { startJudge, type Run, type Verdict } from "./judge-server.ts";

const chat = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "Hello" }] };

describe("comparing values", () => {
  test.each<[expected: unknown, good: unknown, bad: unknown]>([
    [1, 1, "1"],
    [null, null, undefined],
    [{ a: 1 }, { a: 1 }, { a: 1, b: 2 }],
    [
      [1, 2],
      [1, 2],
      [1, 2, 3],
    ],
    [{ "/a/0/b~1c": 1 }, { a: [{ "b/c": 1 }], more: true }, { a: [{ "b/c": 2 }] }],
    [{ $absent: true }, undefined, null],
    [{ $present: true }, 0, null],
    [{ $type: "array" }, [], {}],
    [{ $match: "^gen-" }, "gen-1", "x-gen-1"],
    [{ $contains: "b" }, "abc", "ac"],
    [{ $contains: { "/type": "x" } }, [{ type: "y" }, { type: "x" }], [{ type: "y" }]],
    [{ $lacks: "b" }, "ac", "abc"],
    [{ $lacks: "b" }, "ac", undefined],
    [{ $length: 2 }, "ab", "abc"],
    [{ $min: 2, $max: 3 }, 2, 4],
    [{ $min: 2 }, 2, "2"],
    [{ $decimal: "0.0000042" }, 4.2e-6, 4.3e-6],
    [{ $decimal: "0.0000042" }, "0.00000420", "4.2"],
    [{ $decimal: "100" }, "1e2", "1"],
    [{ $decimal: "0" }, 0, "x"],
    [{ $oneOf: [1, { $min: 5 }] }, 6, 2],
    [{ $not: 1 }, 2, 1],
    [{ $each: { $type: "number" } }, [1, 2], [1, "2"]],
    [{ $json: { a: 1 } }, '{ "a": 1 }', '{"a":2}'],
  ])("%j accepts %j and rejects %j", (expected, good, bad) => {
    expect(compare(expected, good, "")).toEqual([]);
    expect(compare(expected, bad, "")).not.toEqual([]);
  });

  test("$same accepts the first value, and later only the same one", () => {
    const bindings = new Map<string, unknown>();
    expect(compare([{ $same: "a" }, { $same: "a" }, { $same: "b" }], [1, 1, 2], "", bindings)).toEqual([]);
    expect(compare({ $same: "a" }, 2, "", bindings)).toHaveLength(1);
    expect(compare({ $same: "d" }, { x: [{ y: 1, z: 2 }] }, "", bindings)).toEqual([]);
    expect(compare({ $same: "d" }, { x: [{ z: 2, y: 1 }] }, "", bindings)).toEqual([]);
    expect(compare({ $same: "c" }, undefined, "", bindings)).toHaveLength(1);
    expect(compare({ $not: { $same: "a" } }, 2, "", bindings)).toEqual([]);
    expect(compare({ $not: { $same: "a" } }, 1, "", bindings)).toHaveLength(1);
  });

  test("a difference has the place, the expected and the actual value", () => {
    expect(compare({ "/a": [{ b: 1 }] }, { a: [{ b: 2 }] }, "/value")).toEqual([
      { at: "/value/a/0/b", expected: 1, actual: 2 },
    ]);
  });
});

/** Runs a case with one call, sent by `send`, and returns the verdict on what it reports. */
async function judge(
  given: Omit<Case, "id" | "title">,
  send: (run: Run) => Promise<StepReport | readonly StepReport[]>,
  logs: readonly string[] = [],
): Promise<Verdict> {
  const running = await startJudge([{ id: "errors/test", title: "A test.", ...given }]);
  try {
    const run = await post<Run>(`${running.url}/_patchbay/runs`, { case: "errors/test", language: "test" });
    const report: RunReport = { steps: [await send(run)].flat(), logs };
    return await post<Verdict>(`${running.url}/s/${run.run}/_patchbay/outcome`, report);
  } finally {
    await running.close();
  }
}

async function post<Answer>(url: string, body: unknown): Promise<Answer> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  return (await response.json()) as Answer;
}

/** Sends a chat as an SDK does, and reports the value or the error. */
function sendChat(headers: Record<string, string> = {}, body: unknown = chat, query = "") {
  return async ({ baseURL, keys }: Pick<Run, "baseURL" | "keys">): Promise<StepReport> => {
    const response = await fetch(`${baseURL}/chat/completions${query}`, {
      method: "POST",
      headers: { authorization: `Bearer ${keys.inference}`, "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    const value = (await response.json()) as unknown;
    return response.ok ? { value } : { error: { class: "api", status: response.status, body: value } };
  };
}

const step = { op: "chat.completions.create", input: chat } as const;
/** Reports a fixed result, and sends nothing. */
const report =
  (given: StepReport): (() => Promise<StepReport>) =>
  () =>
    Promise.resolve(given);

type Send = Parameters<typeof judge>[1];

describe("a run", () => {
  test.each<[what: string, given: Omit<Case, "id" | "title">, good: Send, bad: Send, at: string]>([
    [
      "value",
      { steps: [{ ...step, expect: { value: { "/choices/0/message/content": "Hello" } } }] },
      sendChat(),
      sendChat({}, { ...chat, messages: [{ role: "user", content: "Bye" }] }),
      "/steps/0/value/choices/0/message/content",
    ],
    [
      "error",
      {
        steps: [{ ...step, expect: { error: { class: "api", status: 503 } } }],
        server: { replies: [{ status: 503 }] },
      },
      sendChat(),
      report({ value: {} }),
      "/steps/0/error",
    ],
    [
      "error field",
      { steps: [{ ...step, expect: { error: { class: "api", partial: { "/a": 1 } } } }] },
      report({ error: { class: "api", partial: { a: 1, b: 2 } } }),
      report({ error: { class: "api" } }),
      "/steps/0/error/partial/a",
    ],
    [
      "unexpected error",
      { steps: [{ ...step, expect: {} }] },
      sendChat(),
      sendChat({ authorization: "Bearer none" }),
      "/steps/0/error",
    ],
    [
      "events",
      { steps: [{ ...step, as: "stream", expect: { events: { $length: 2 } } }] },
      report({ events: [1, 2] }),
      report({ events: [1] }),
      "/steps/0/events",
    ],
    [
      "text",
      { steps: [{ ...step, as: "text", expect: { text: "ab" } }] },
      report({ text: "ab" }),
      report({ text: "a" }),
      "/steps/0/text",
    ],
    [
      "retries",
      { steps: [{ ...step, expect: { retries: [{ $min: 40 }] } }] },
      report({ retries: [40] }),
      report({ retries: [40, 40] }),
      "/steps/0/retries",
    ],
    [
      "info",
      { steps: [{ ...step, expect: { info: { attempts: 2 } } }] },
      report({ info: { attempts: 2, requestId: "r" } }),
      report({ info: { attempts: 1 } }),
      "/steps/0/info/attempts",
    ],
    [
      "unchanged input",
      { steps: [{ ...step, expect: {} }] },
      report({ inputChanged: false }),
      report({ inputChanged: true }),
      "/steps/0/inputChanged",
    ],
    ["number of reports", { steps: [{ ...step, expect: {} }] }, report({}), () => Promise.resolve([{}, {}]), "/steps"],
    [
      "missing report",
      { steps: [{ ...step, expect: {} }, step] },
      () => Promise.resolve([{}, {}]),
      report({}),
      "/steps/1",
    ],
    [
      "request that was not sent",
      { steps: [step], expect: { requests: [{ status: 200 }] } },
      sendChat(),
      report({}),
      "/requests/0",
    ],
    ["unexpected request", { steps: [step], expect: { requests: [] } }, report({}), sendChat(), "/requests"],
    [
      "header",
      { steps: [step], expect: { requests: [{ headers: { "x-a": "1" } }] } },
      sendChat({ "X-A": "1" }),
      sendChat({ "X-A": "2" }),
      "/requests/0/headers/x-a",
    ],
    [
      "absent header",
      { steps: [step], expect: { requests: [{ headers: { "x-a": null } }] } },
      sendChat(),
      sendChat({ "X-A": "2" }),
      "/requests/0/headers/x-a",
    ],
    [
      "query",
      { steps: [step], expect: { requests: [{ query: [["a", "1"]] }] } },
      sendChat({}, chat, "?a=1"),
      sendChat({}, chat, "?a=1&a=2"),
      "/requests/0/query",
    ],
    [
      "body",
      { steps: [step], expect: { requests: [{ body: chat }] } },
      sendChat(),
      sendChat({}, { ...chat, temperature: null }),
      "/requests/0/body/temperature",
    ],
    [
      "path",
      { steps: [step], expect: { requests: [{ method: "POST", path: "/chat/completions" }] } },
      sendChat(),
      async ({ baseURL }) => ({ value: await (await fetch(`${baseURL}/models/count`)).json() }),
      "/requests/0/method",
    ],
    [
      "key",
      { steps: [step], expect: { requests: [{ key: "inference" }] } },
      sendChat(),
      sendChat({ authorization: "Bearer sk-or-v1-other" }),
      "/requests/0/key",
    ],
    [
      "status",
      { steps: [step], expect: { requests: [{ status: 200 }] } },
      sendChat(),
      sendChat({}, { model: 1 }),
      "/requests/0/status",
    ],
    [
      "the caller left",
      {
        steps: [step],
        expect: { requests: [{ left: true }] },
        server: { replies: [{ raw: { chunks: ["a", { text: "b", gap: 1000 }] } }] },
      },
      async (run) => {
        const signal = AbortSignal.timeout(100);
        await fetch(`${run.baseURL}/models/count`, { signal })
          .then((response) => response.text())
          .catch(() => undefined);
        return {};
      },
      async ({ baseURL }) => ({ text: await (await fetch(`${baseURL}/models/count`)).text() }),
      "/requests/0/left",
    ],
    [
      "waits",
      { steps: [step], expect: { waitsMs: [{ $min: 1000 }] } },
      async (run) => {
        await sendChat()(run);
        await new Promise((resolve) => setTimeout(resolve, 1050));
        return sendChat()(run);
      },
      async (run) => {
        await sendChat()(run);
        return sendChat()(run);
      },
      "/waitsMs/0",
    ],
    [
      "secrets",
      { steps: [step], expect: { lack: ["$inference"] } },
      report({ value: "sk-or-v1-conformance" }),
      async ({ keys }) => Promise.resolve({ error: { class: "api", printed: `Error: ${keys.inference}` } }),
      "/shown",
    ],
  ])("is judged by its %s", async (_, given, good, bad, at) => {
    expect(await checkCase({ id: "errors/test", title: "A test.", ...given })).toEqual([]);
    expect(await judge(given, good)).toEqual({ ok: true, problems: [] });
    const verdict = await judge(given, bad);
    expect(verdict.ok).toBe(false);
    expect(verdict.problems.map((problem) => problem.at)).toContain(at);
  });

  test("is judged by its log lines", async () => {
    const given: Omit<Case, "id" | "title"> = {
      steps: [step],
      expect: { logs: { contain: ["attempt 2"], lack: ["$inference"] } },
    };
    expect((await judge(given, report({}), ["attempt 1", "attempt 2"])).problems).toEqual([]);
    expect((await judge(given, report({}), ["attempt 1"])).problems).toHaveLength(1);
    expect((await judge(given, report({}), ["attempt 2 sk-or-v1-conformance"])).problems).toHaveLength(1);
  });

  test("knows the values that steps kept", async () => {
    const given: Omit<Case, "id" | "title"> = {
      steps: [
        { ...step, keep: { id: "/id" } },
        { op: "generations.get", input: { id: "$id" }, expect: { value: { "/data/id": "$id" } } },
      ],
    };
    const steps = (second: string) => () =>
      Promise.resolve([{ value: { id: "a" } }, { value: { data: { id: second } } }]);
    expect((await judge(given, steps("a"))).ok).toBe(true);
    expect((await judge(given, steps("b"))).ok).toBe(false);
  });
});
