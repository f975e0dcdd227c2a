// Comparing models: requests, scoring, failures and reports.
import { AgentError, tool } from "@patchbay/agent";
import {
  compareModels,
  llmJudge,
  toHtml,
  toTable,
  type EvalCase,
  type EvalResult,
  type Comparison,
  type ModelEntry,
  type Scorer,
} from "@patchbay/agent/compare";
import { createScriptedClient } from "@patchbay/agent/testing";
import { Patchbay } from "@patchbay/client";
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";

const [first, second] = ["openai/gpt-4o-mini", "openai/gpt-5-mini"] as const;
const capital = { input: "Capital of Norway?", expected: "Oslo" };
let server: MockServer;
let client: Patchbay;

beforeEach(() => {
  server = createMockServer();
  client = new Patchbay({ apiKey: "sk-or-v1-agent", fetch: server.fetch, maxRetries: 0 });
  server.on({ model: first }).reply("It is Oslo.");
  server.on({ model: second }).reply("It is Bergen.");
});

const describeResults = ({ results: cells }: Comparison): string[] =>
  cells.map(({ model, outcome }) => `${model.slice(7)} ${outcome}`);

test("each model runs each case, and the costs of client and server agree", async () => {
  const result = await compareModels([first, second], [capital, { input: "And of Sweden?" }], { client });
  expect(describeResults(result)).toEqual([
    "gpt-4o-mini passed",
    "gpt-5-mini failed",
    "gpt-4o-mini unscored",
    "gpt-5-mini unscored",
  ]);
  expect(result.results[1]).toMatchObject({
    case: 0,
    repetition: 1,
    text: "It is Bergen.",
    stopReason: "completed",
    score: 0,
  });
  expect(result.cases).toEqual([
    { name: "Capital of Norway?", input: "Capital of Norway?", expected: "Oslo" },
    { name: "And of Sweden?", input: "And of Sweden?" },
  ]);
  expect(result.models.map(({ passRate, score }) => [passRate, score])).toEqual([
    [1, 1],
    [0, 0],
  ]);
  for (const [model, { cost, usage, durationMs: ms, timeToFirstTokenMs }] of [first, second].map(
    (name, place) => [name, result.models[place]!] as const,
  )) {
    const entries = server.journal.entries({ model });
    expect(cost).toBeCloseTo(
      entries.reduce((sum, entry) => sum + entry.cost, 0),
      12,
    );
    expect(cost).toBeGreaterThan(0);
    expect(usage.totalTokens).toBe(usage.promptTokens + usage.completionTokens);
    expect(timeToFirstTokenMs!.p50).toBeLessThanOrEqual(ms!.p95);
  }
});

const wrong: Scorer = () => {
  throw new Error("no such reference answer");
};

test.each<[string, EvalCase["expected"], string, EvalResult["outcome"], number | undefined]>([
  ["a text, ignoring case and white space", " new  york", "It is New\nYORK.", "passed", 1],
  ["a text that is not there", "Oslo", "It is Bergen.", "failed", 0],
  ["a pattern", /^\d+$/, "42", "passed", 1],
  ["a function", ({ text }) => text.length > 3, "No.", "failed", 0],
  ["a number that is half at least", async () => 0.5, "Well.", "passed", 0.5],
  ["a number below", () => ({ score: 0.4, reason: "too short" }), "Well.", "failed", 0.4],
  ["nothing", undefined, "Well.", "unscored", undefined],
  ["a scorer that throws", wrong, "Well.", "scorer_error", undefined],
  ["a score beyond 1", () => 7, "Well.", "scorer_error", undefined],
  ["a score that is not a number", () => Number.NaN, "Well.", "scorer_error", undefined],
  ["a score that is forgotten", (() => undefined) as unknown as Scorer, "Well.", "scorer_error", undefined],
  ["an invalid cost", () => ({ score: 1, cost: Number.NaN }), "Well.", "scorer_error", undefined],
])("`expected` can be %s", async (_, expected, text, outcome, score) => {
  const asked: EvalCase<undefined> = { input: "Hi", ...(expected !== undefined && { expected: expected }) };
  const { results: cells } = await compareModels(["any/model"], [asked], {
    client: createScriptedClient([text]).client,
  });
  expect(cells[0]).toMatchObject({ outcome, text });
  expect(cells[0]!.score).toBe(score);
});

test("a pattern matches the same on each use, also a global one", async () => {
  const asked = { input: "Hi", expected: /Oslo/g };
  const result = await compareModels([first], [asked], { client, repetitions: 3, concurrency: 1 });
  expect(result.models[0]!.passRate).toBe(1);
});

test("`scorer` applies to all cases in place of `expected`", async () => {
  const score: Scorer = ({ text }, { name }) => text.includes("Bergen") && name === "capital";
  const result = await compareModels([first, second], [{ ...capital, name: "capital" }], { client, scorer: score });
  expect(describeResults(result)).toEqual(["gpt-4o-mini failed", "gpt-5-mini passed"]);
});

test("without `expected` the results are unscored and have no pass rate", async () => {
  const result = await compareModels([first], [{ input: "Hi" }], { client });
  expect(result.models[0]).not.toHaveProperty("passRate");
  expect(result.models[0]).not.toHaveProperty("score");
  expect(toTable(result)).not.toMatch(/passed|NaN|undefined/);
});

test("a scorer receives the typed output", async () => {
  server.on({ model: first }).reply('{"city": "Oslo"}');
  const result = await compareModels(
    [first],
    [{ input: "Capital?", expected: ({ output }) => output?.city === "Oslo" }],
    {
      client,
      output: z.object({ city: z.string() }),
    },
  );
  expect(describeResults(result)).toEqual(["gpt-4o-mini passed"]);
});

test("a failed model is reported with its reason, did not pass, and does not end the comparison", async () => {
  server.on({ model: first, userMessage: /Sweden/ }).reply({ status: 503 });
  const result = await compareModels([first, second], [capital, { input: "Sweden?", expected: "Stockholm" }], {
    client,
  });
  expect(describeResults(result)).toEqual([
    "gpt-4o-mini passed",
    "gpt-5-mini failed",
    "gpt-4o-mini error",
    "gpt-5-mini failed",
  ]);
  expect(result.results[2]).toMatchObject({ text: "", score: 0, cost: 0, error: expect.stringMatching(/./) as string });
  expect(result.results[2]).not.toHaveProperty("stopReason");
  const [summary] = result.models;
  expect(summary).toMatchObject({ passRate: 0.5, outcomes: { passed: 1, error: 1 } });
  // The latency of a failure is not the latency of a response.
  expect(summary!.durationMs).toEqual({ p50: result.results[0]!.durationMs, p95: result.results[0]!.durationMs });
});

test("what was paid before a failure is part of the cost", async () => {
  const look = tool({ name: "look", execute: () => "nothing" });
  const call = { text: "I look.", toolCalls: [{ name: "look", arguments: {} }], cost: 0.1 };
  const { client } = createScriptedClient([call, { status: 500 }]);
  const result = await compareModels(["any/model"], [{ input: "Hi" }], { client, tools: [look] });
  expect(result.results[0]).toMatchObject({ outcome: "error", cost: 0.1, text: "I look.", usage: { totalTokens: 2 } });
  expect(result).toMatchObject({ cost: 0.1, models: [{ cost: 0.1 }] });
  // Without a scorer, an error does not count toward the pass rate.
  expect(result.models[0]).not.toHaveProperty("passRate");
});

test("a run that reached its limit is an error, whatever its last text", async () => {
  const look = tool({ name: "look", execute: () => "nothing" });
  const call = { toolCalls: [{ name: "look", arguments: {} }] };
  const { client } = createScriptedClient([call, "It is Oslo."]);
  const result = await compareModels(["any/model"], [capital], { client, tools: [look], limits: { maxSteps: 1 } });
  expect(result.results[0]).toMatchObject({ outcome: "error", stopReason: "max_steps", text: "It is Oslo.", score: 0 });
  expect(result.results[0]!.error).toContain("steps");
});

test("a scorer that fails is reported as scorer_error, and the pass rate covers the other results", async () => {
  const result = await compareModels([first], [capital, { input: "Hi", expected: wrong }], { client });
  expect(result.results[1]!.error).toBe("The scorer failed: no such reference answer");
  expect(result.models[0]).toMatchObject({ passRate: 1, outcomes: { passed: 1, scorer_error: 1, error: 0 } });
  expect(toTable(result)).toMatch(
    /Hi\n {2}scorer_error · openai\/gpt-4o-mini: The scorer failed: no such reference answer/,
  );
});

const opinion = (score: number): string => JSON.stringify({ reason: "It names the city.", score });

test("a judge receives question, expectation and output, but not the model name, and its cost is separate", async () => {
  const {
    client: court,
    requests,
    assertComplete: assertDone,
  } = createScriptedClient([{ text: opinion(0.75), cost: 0.2 }]);
  const score = llmJudge({ client: court, model: { model: "judge/model", temperature: 0 }, criteria: "It is short." });
  const { client } = createScriptedClient([{ text: "Bergen!", cost: 0.1 }]);
  const result = await compareModels(["any/model"], [capital], { client, scorer: score });
  assertDone();
  expect(result.results[0]).toMatchObject({ outcome: "passed", score: 0.75, reason: "It names the city.", cost: 0.1 });
  expect(result).toMatchObject({ cost: 0.1, scoringCost: 0.2, models: [{ cost: 0.1, score: 0.75 }] });
  expect(requests[0]).toMatchObject({ model: "judge/model", temperature: 0 });
  const asked = JSON.stringify(requests[0]!.messages);
  for (const text of ["It is short.", "Capital of Norway?", "Oslo", "Bergen!"]) expect(asked).toContain(text);
  expect(asked).not.toContain("any/model");
});

test("a judge without a score is requested once more, then it fails, and its cost counts", async () => {
  const { client: court } = createScriptedClient([{ text: opinion(7), cost: 0.1 }, opinion(1), ...[8, 9].map(opinion)]);
  const score = llmJudge({ client: court, model: "judge/model", criteria: "It is short." });
  const { results: cells } = await compareModels([first], [capital], {
    client,
    scorer: score,
    repetitions: 2,
    concurrency: 1,
  });
  expect(cells).toMatchObject([
    { outcome: "passed", score: 1, scoringCost: 0.1 },
    { outcome: "scorer_error", error: expect.stringContaining("score") as string },
  ]);
});

test("a truncated judge is a scorer_error, and its cost is known", async () => {
  const { client: court } = createScriptedClient([{ text: '{"reason": "It', finishReason: "length", cost: 0.1 }]);
  const score = llmJudge({ client: court, model: "judge/model", criteria: "It is short." });
  const { results: cells } = await compareModels([first], [capital], { client, scorer: score });
  expect(cells[0]).toMatchObject({ outcome: "scorer_error", scoringCost: 0.1 });
  expect(cells[0]!.error).toContain("length");
});

test("an abort ends a comparison with its own reason, without further requests and late onResult calls", async () => {
  const [controller, reason] = [new AbortController(), new Error("enough")];
  const onResult = vi.fn<(cell: EvalResult) => void>(() => controller.abort(reason));
  const cases = Array.from({ length: 9 }, (_, number) => ({ input: `${number}?` }));
  const options = { client, concurrency: 2, signal: controller.signal, onResult };
  await expect(compareModels([first], cases, options)).rejects.toBe(reason);
  await expect(compareModels([first], cases, options)).rejects.toBe(reason);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(onResult).toHaveBeenCalledTimes(1);
  expect(server.journal.count).toBe(2);
});

test("an abort does not wait for a scorer", async () => {
  const controller = new AbortController();
  const score = (): Promise<never> => {
    controller.abort("enough");
    return new Promise(() => undefined);
  };
  await expect(compareModels([first], [capital], { client, scorer: score, signal: controller.signal })).rejects.toBe(
    "enough",
  );
});

test.each<[string, readonly (string | ModelEntry)[], readonly EvalCase<undefined>[], object?]>([
  ["no models", [], [capital]],
  ["no cases", [first], []],
  ["a model without a name", [""], [capital]],
  ["a model twice", [first, { model: first, temperature: 0 }], [capital]],
  ["two of the same name", [first, { model: second, name: first }], [capital]],
  ["a case without a question", [first], [{ input: "" }]],
  ["a case with no messages", [first], [{ input: [] }]],
  ["an expectation that everything meets", [first], [{ input: "Hi", expected: " " }]],
  ["an invalid expectation", [first], [{ input: "Hi", expected: 4 as never }]],
  ["no concurrency", [first], [capital], { concurrency: 0 }],
  ["half a repeat", [first], [capital], { repetition: 1.5 }],
  ["a limit that means nothing", [first], [capital], { limits: { maxCost: -1 } }],
])("%s is rejected before any request", async (_, models, cases, options) => {
  await expect(compareModels(models, cases, { client, ...options })).rejects.toThrow(AgentError);
  expect(server.journal.count).toBe(0);
});

test("a model can be listed twice under two names, each with its own request fields", async () => {
  const models = [first, { name: "cold", model: first, temperature: 0 }];
  const result = await compareModels(models, [capital], {
    client,
    concurrency: 1,
    request: { temperature: 1, seed: 7 },
  });
  expect(result.models).toMatchObject([
    { name: first, model: first },
    { name: "cold", model: first },
  ]);
  expect(server.journal.entries().map(({ input }) => input)).toMatchObject([
    { temperature: 1, seed: 7 },
    { temperature: 0, seed: 7 },
  ]);
  expect(server.journal.last!.input).not.toHaveProperty("name");
});

test("costs are summed exactly", async () => {
  const { client } = createScriptedClient([0.1, 0.2, 0.7].map((cost) => ({ text: "Hi", cost })));
  const score: Scorer = () => ({ score: true, cost: 0.1 });
  const result = await compareModels(["any/model"], [{ input: "Hi" }], { client, scorer: score, repetitions: 3 });
  expect([result.cost, result.models[0]!.cost, result.scoringCost]).toEqual([1, 1, 0.3]);
});

test("onResult receives each result as it arrives, is awaited, and its errors cost no result", async () => {
  const error = vi.spyOn(console, "error").mockReturnValue();
  const received: EvalResult[] = [];
  const onResult = async (cell: EvalResult): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    received.push(cell);
    throw new Error("disk full");
  };
  const { results: cells } = await compareModels([first, second], [capital], {
    client,
    onResult: onResult,
    concurrency: 1,
  });
  expect(received).toEqual(cells);
  expect(error).toHaveBeenCalledTimes(2);
  error.mockRestore();
});

test("timeToFirstTokenMs is undefined without text", async () => {
  const { client } = createScriptedClient(["", "", "Hi."]);
  const { results: cells } = await compareModels(["any/model"], [{ input: "Hi" }], {
    client,
    repetitions: 2,
    concurrency: 1,
  });
  expect(cells.map(({ timeToFirstTokenMs }) => timeToFirstTokenMs !== undefined)).toEqual([false, true]);
});

test("results keep their order, parallel runs stay within `concurrency`, and percentiles use the nearest rank", async () => {
  const size = fc.integer({ min: 1, max: 4 });
  await fc.assert(
    fc.asyncProperty(
      size,
      size,
      size,
      size,
      fc.infiniteStream(fc.nat(3)),
      async (m, n, repeat, concurrency, delays) => {
        let [now, most] = [0, 0];
        const begun: string[] = [];
        const inner = createMockServer();
        const client = new Patchbay({
          apiKey: "sk-or-v1-agent",
          fetch: async (request: Request) => {
            most = Math.max(most, ++now);
            const { model, messages } = (await request.clone().json()) as {
              model: string;
              messages: { content: string }[];
            };
            begun.push(`${messages[0]!.content} ${model}`);
            await new Promise((resolve) => setTimeout(resolve, delays.next().value));
            now--;
            return inner.fetch(request);
          },
        });
        const models = Array.from({ length: m }, (_, number) => ({ model: first, name: `model ${number}` }));
        const cases = Array.from({ length: n }, (_, number) => ({ input: `case ${number}` }));
        const result = await compareModels(models, cases, { client, repetitions: repeat, concurrency });
        const expected = cases.flatMap((_, place) =>
          Array.from({ length: repeat }, (_, before) => models.map(({ name }) => [place, before + 1, name])).flat(),
        );
        expect(result.results.map((cell) => [cell.case, cell.repetition, cell.model])).toEqual(expected);
        expect(most).toBeLessThanOrEqual(concurrency);
        // Case by case: all models run under the same conditions.
        expect(concurrency > 1 || begun.join() === begun.toSorted().join()).toBe(true);
        for (const { name, durationMs: ms } of result.models) {
          const own = result.results.filter(({ model }) => model === name).map((cell) => cell.durationMs);
          for (const [part, rank] of [
            [0.5, ms!.p50],
            [0.95, ms!.p95],
          ] as const) {
            expect(own).toContain(rank);
            expect(own.filter((one) => one <= rank).length).toBeGreaterThanOrEqual(part * own.length);
            expect(own.filter((one) => one < rank).length).toBeLessThan(part * own.length);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

/** A comparison as read from a file. */
function made(
  cells: readonly (Partial<EvalResult> & Pick<EvalResult, "model">)[],
  models: readonly string[],
): Comparison {
  const usage = { promptTokens: 10, completionTokens: 5, totalTokens: 15 };
  const base = {
    case: 0,
    repetition: 1,
    outcome: "unscored",
    text: "",
    durationMs: 1,
    usage,
    cost: 0,
    scoringCost: 0,
  } as const;
  return {
    models: models.map((name, place) => ({
      name,
      model: name,
      outcomes: { passed: 1, failed: 1, error: place, scorer_error: 0, unscored: 0 },
      passRate: 999 / 1000,
      score: 0.625,
      ...(place === 0 && { durationMs: { p50: 812.4, p95: 2300 } }),
      usage,
      cost: place === 0 ? 1.5 : 0.000_000_25,
    })),
    cases: [{ name: "capital", input: "Capital of Norway?", expected: "Oslo" }],
    results: cells.map((cell) => ({ ...base, ...cell })),
    cost: 1.500_000_25,
    scoringCost: 0.01,
  };
}

test("the table aligns wide characters, does not round costs, and lists each failed result in one line", () => {
  const table = toTable(
    made(
      [
        { model: "acme/tiny", outcome: "failed", text: "It is\n\u001B[31mBergen", score: 0.25, reason: "Wrong." },
        { model: "模型", outcome: "error", error: "busy", repetition: 2 },
        { model: "模型", outcome: "passed", text: "Oslo", score: 1 },
      ],
      ["acme/tiny", "模型"],
    ),
  );
  expect(table).toBe(
    [
      "model      passed  score  median ms  p95 ms         USD  tokens  errors",
      "acme/tiny    99 %   0.63        812    2300  1.50000000      15       0",
      "模型         99 %   0.63          –       –  0.00000025      15       1",
      "",
      "3 answers of 2 models to 1 cases for 1.50000025 USD, and 0.01 USD to score them",
      "",
      "capital: expected Oslo",
      '  failed · acme/tiny: got "It is [31mBergen": Wrong.',
      "  error · 模型 (2): busy",
    ].join("\n"),
  );
});

test("a long list of failed results is cut, with the number of the remaining ones", () => {
  const cells = Array.from({ length: 60 }, (_, index) => ({
    model: "acme/tiny",
    outcome: "failed" as const,
    text: `Bergen ${index}`,
  }));
  expect(toTable(made(cells, ["acme/tiny"]))).toMatch(/\n… and 10 more$/);
});

test("the page contains every output, and model text cannot become markup", async () => {
  const page = (text: string): string => {
    const cell = { model: text, text, error: text, reason: text, outcome: "failed" as const };
    return toHtml({ ...made([cell], [text]), cases: [{ name: "capital", input: text, expected: text }] });
  };
  const tags = (text: string): string[] => page(text).match(/<[^>]*>?|"[^"<]*$/g)!;
  const plain = tags("plain");
  expect(page("plain").match(/plain/g)).toHaveLength(7);
  const hostile = fc.oneof(
    fc.string({
      unit: fc.constantFrom("<", ">", "&", '"', "'", "/", "=", "!--", "script", "style", "a", " ", "\u0000"),
    }),
    fc.string(),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(tags(text)).toEqual(plain);
    }),
  );
  expect(page("<b>&")).toContain("&lt;b&gt;&amp;");
  expect(plain.some((tag) => /<script|<link|src=/.test(tag))).toBe(false);
});

test("a comparison is plain data: read from a file it prints the same", async () => {
  const images = [
    { type: "text" as const, text: "What is this?" },
    { type: "image_url" as const, image_url: { url: "data:," } },
  ];
  const cases = [capital, { input: [{ role: "user" as const, content: images }], expected: /Oslo/ }];
  const result = await compareModels([first, second], cases, { client });
  const read = JSON.parse(JSON.stringify(result)) as Comparison;
  expect(read).toEqual(result);
  expect([toTable(read), toHtml(read)]).toEqual([toTable(result), toHtml(result)]);
  expect(read.cases[1]).toMatchObject({ input: "user: What is this?\n[image_url]", expected: "/Oslo/" });
});
