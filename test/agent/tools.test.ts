// Tool calls: valid, invalid, slow, unresponsive and repeated ones, and agents as tools.
import {
  createAgent,
  tool,
  type RunReport,
  type RunEvent,
  type StepOverrides,
  type Tool,
  type ToolContext,
} from "@patchbay/agent";
import { createScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import type { ChatMessage } from "@patchbay/client";
import { type } from "arktype";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

const model = "any/model";
const call = (
  name: string,
  given: unknown = {},
  id?: string,
): { toolCalls: { name: string; arguments: unknown; id?: string }[] } => ({
  toolCalls: [{ name, arguments: given, ...(id && { id }) }],
});

/** What the model receives after one call. */
async function resultAfter(turn: ScriptedTurn, tools: readonly Tool[]): Promise<string> {
  const { client, requests } = createScriptedClient([turn, "Done."]);
  await createAgent({ client, model, tools }).run("?");
  return (requests[1]!.messages.at(-1) as ChatMessage & { content: string }).content;
}

const pay = tool({
  name: "pay",
  inputSchema: z.object({ amount: z.number().max(100) }),
  execute: ({ amount }) => `paid ${amount}`,
});

test.each([
  ["a string, verbatim", () => "paid 10", "paid 10"],
  ["an object, as JSON", () => ({ ok: true }), '{"ok":true}'],
  ["undefined, as an empty string", () => undefined, ""],
  ["null, as JSON", () => null, "null"],
  ["a bigint, as its digits", () => ({ wei: 10n ** 20n }), '{"wei":"100000000000000000000"}'],
  ["a list, as JSON", () => [1, 2], "[1,2]"],
  ["a promise, once it resolves", () => Promise.resolve("late"), "late"],
])("the model receives the result of %s", async (_, run, expected) => {
  expect(await resultAfter(call("t"), [tool({ name: "t", execute: run })])).toBe(expected);
});

test("content parts go to the model verbatim, images included", async () => {
  const parts = [
    { type: "text", text: "A cat." },
    { type: "image_url", image_url: { url: "data:image/png;base64,AA==" } },
  ];
  const { client, requests } = createScriptedClient([call("look"), "I see."]);
  await createAgent({ client, model, tools: [tool({ name: "look", execute: () => parts })] }).run("?");
  expect(requests[1]!.messages.at(-1)).toMatchObject({ content: parts });
});

test.each([
  [
    "arguments that do not match the schema",
    call("pay", { amount: 500 }),
    /Error: The arguments do not match the schema: \/amount: .*100/,
  ],
  [
    "arguments that are not JSON",
    call("pay", '{"amount": 5'),
    /Error: The arguments are not valid JSON: .*They were: \{"amount": 5/,
  ],
  ["arguments that are not an object", call("pay", "7"), /not an object/],
  ["arguments that are a list", call("pay", "[]"), /not an object/],
  ["an unknown tool", call("fly"), /Error: Unknown tool "fly"\. Available tools: pay\./],
  ["a name from the prototype", call("__proto__"), /Unknown tool "__proto__"/],
  ["a property of the prototype", call("constructor"), /Unknown tool "constructor"/],
])("after %s the model receives what is wrong, and the run continues", async (_, turn, message) => {
  expect(await resultAfter(turn, [pay])).toMatch(message);
});

test("empty arguments are the empty object", async () => {
  const seen: unknown[] = [];
  const now = tool({ name: "now", execute: (input) => void seen.push(input) });
  await resultAfter(call("now", ""), [now]);
  await resultAfter(call("now", "  "), [now]);
  expect(seen).toEqual([{}, {}]);
});

test("an error that a tool throws goes to the model", async () => {
  const fail = tool({
    name: "t",
    execute: () => {
      throw new Error("the lake is frozen");
    },
  });
  expect(await resultAfter(call("t"), [fail])).toBe("Error: the lake is frozen");
});

test("the input schema can be zod, arktype, a JSON Schema alone, or none", async () => {
  const seen: unknown[] = [];
  const keep = (input: unknown): void => void seen.push(input);
  for (const one of [
    tool({ name: "t", inputSchema: z.object({ n: z.number() }).transform(({ n }) => ({ n: n + 1 })), execute: keep }),
    tool({ name: "t", inputSchema: type({ n: "number" }), execute: keep }),
    tool({ name: "t", inputSchema: { type: "object", properties: { n: { type: "number" } } }, execute: keep }),
    tool({ name: "t", execute: keep }),
  ])
    await resultAfter(call("t", { n: 1 }), [one]);
  expect(seen).toEqual([{ n: 2 }, { n: 1 }, { n: 1 }, { n: 1 }]);
});

test("the yields of a generator are progress, and its return value is the result", async () => {
  const dig = tool({
    name: "dig",
    async *execute() {
      yield { meters: 1 };
      yield { meters: 2 };
      return "water";
    },
  });
  const { client } = createScriptedClient([call("dig"), "Done."]);
  const run = createAgent({ client, model, tools: [dig] }).run("?");
  const events = await Array.fromAsync(run);
  expect(events.flatMap((event) => (event.type === "tool-progress" ? [event.progress] : []))).toEqual([
    { meters: 1 },
    { meters: 2 },
  ]);
  expect((await run).messages.findLast(({ role }) => role === "tool")).toMatchObject({ content: "water" });
});

test("a generator whose run has ended is closed where it yields, and cleans up", async () => {
  const received: string[] = [];
  const cleaned = Promise.withResolvers<void>();
  const late = tool({
    name: "late",
    timeout: 10,
    async *execute(_, { signal }) {
      try {
        for (let turn = 0; ; turn++) {
          if (signal.aborted) received.push(`turn ${turn}`);
          await new Promise((resolve) => setTimeout(resolve, 20));
          yield turn;
        }
      } finally {
        received.push("cleaned");
        cleaned.resolve();
      }
    },
  });
  const { client } = createScriptedClient([call("late"), "Too late."]);
  const run = createAgent({ client, model, tools: [late] }).run("?");
  const progress = (await Array.fromAsync(run)).filter(({ type }) => type === "tool-progress");
  await cleaned.promise;
  expect([progress, received]).toEqual([[], ["cleaned"]]);
});

test("a synchronous generator is a valid `execute`", async () => {
  const dig = tool({
    name: "dig",
    *execute() {
      yield "one meter";
      return "water";
    },
  });
  expect(await resultAfter(call("dig"), [dig])).toBe("water");
});

test("after the timeout of a tool the model receives an error, the signal aborts, and a late result is dropped", async () => {
  let ended: unknown;
  let late = (): void => undefined;
  const deaf = tool({
    name: "deaf",
    timeout: 20,
    execute: (_, { signal }) => {
      signal.addEventListener("abort", () => (ended = signal.reason));
      return new Promise<string>((resolve) => (late = () => resolve("too late")));
    },
  });
  expect(await resultAfter(call("deaf"), [deaf])).toBe(
    "Error: The tool returned no result within 20 ms. It may still be running.",
  );
  late();
  expect(ended).toBeInstanceOf(Error);
});

test.each<[string, (context: ToolContext) => ToolContext]>([
  ["a copy", (context) => ({ ...context, toolCallId: "mine" })],
  ["the target of Object.assign", (context) => Object.assign({}, context, { toolCallId: "mine" })],
  [
    "an object derived from it",
    (context) => Object.assign(Object.create(context) as ToolContext, { toolCallId: "mine" }),
  ],
  [
    "a proxy",
    (context) =>
      new Proxy(context, { get: (of, name, by) => (name === "toolCallId" ? "mine" : Reflect.get(of, name, by)) }),
  ],
])("the context of a tool as %s has every field, and its signal aborts at the timeout", async (_, toCopy) => {
  let copy: ToolContext | undefined;
  const inner = (context: ToolContext): Promise<never> => ((copy = context), new Promise(() => undefined));
  const outer = tool({ name: "outer", timeout: 20, execute: (_, context) => inner(toCopy(context)) });
  await resultAfter(call("outer"), [outer]);
  const names: string[] = [];
  for (const name in copy) names.push(name);
  expect(names.toSorted()).toEqual(["idempotencyKey", "messages", "signal", "step", "toolCallId"]);
  expect(copy!.signal.aborted).toBe(true);
  expect(copy!.toolCallId).toBe("mine");
  expect(copy!.step).toBe(1);
});

test("a tool that throws runs again up to `maxRetries` times, with the same id", async () => {
  const ids: string[] = [];
  const flaky = tool({
    name: "flaky",
    maxRetries: 2,
    execute: (_, { toolCallId: id }) => {
      if (ids.push(id) < 3) throw new Error("not yet");
      return "at last";
    },
  });
  expect(await resultAfter(call("flaky"), [flaky])).toBe("at last");
  expect(new Set(ids)).toEqual(new Set(["call_1_0"]));
  expect(ids).toHaveLength(3);
});

test("the calls of a step run in parallel up to `toolConcurrency`, and their results keep the order of the calls", async () => {
  for (const [concurrency, most] of [
    [undefined, 4],
    [2, 2],
    [1, 1],
  ] as const) {
    let [running, peak] = [0, 0];
    const slow = tool({
      name: "slow",
      inputSchema: { type: "object" },
      async execute(input) {
        peak = Math.max(peak, ++running);
        await new Promise((resolve) => setTimeout(resolve, 30 - 6 * (input as { n: number }).n));
        running--;
        return `result ${(input as { n: number }).n}`;
      },
    });
    const { client, requests } = createScriptedClient([
      { toolCalls: [0, 1, 2, 3].map((n) => ({ name: "slow", arguments: { n } })) },
      "Done.",
    ]);
    await createAgent({ client, model, tools: [slow], ...(concurrency && { toolConcurrency: concurrency }) }).run("?");
    expect(peak).toBe(most);
    expect(requests[1]!.messages.slice(-4).map(({ content }) => content)).toEqual(
      [0, 1, 2, 3].map((n) => `result ${n}`),
    );
  }
});

test("two calls with the same id both run, and each has its result", async () => {
  let ran = 0;
  const count = tool({ name: "count", inputSchema: { type: "object" }, execute: () => `run ${++ran}` });
  const { client, requests } = createScriptedClient([
    {
      toolCalls: [
        { name: "count", arguments: { a: 1 }, id: "same" },
        { name: "count", arguments: { a: 2 }, id: "same" },
      ],
    },
    "Done.",
  ]);
  await createAgent({ client, model, tools: [count] }).run("?");
  expect(requests[1]!.messages.slice(-2).map(({ content }) => content)).toEqual(["run 1", "run 2"]);
});

test("a call repeated in every response gets a note, then does not run, then ends the run", async () => {
  let ran = 0;
  const look = tool({ name: "look", inputSchema: { type: "object" }, execute: () => `look ${++ran}` });
  const turns = Array.from({ length: 6 }, (_, index) => call("look", index % 2 ? { a: 1, b: 2 } : { b: 2, a: 1 }));
  const { client, requests } = createScriptedClient([...turns, "I give up."]);
  const result = await createAgent({ client, model, tools: [look] }).run("?");
  expect(result).toMatchObject({ stopReason: "repeated_call", text: "I give up." });
  expect(ran).toBe(3);
  const received = requests.slice(1).map(({ messages }) => messages.at(-1)!.content as string);
  expect(received[1]).toBe("look 2");
  expect(received[2]).toMatch(/^look 3\n\nYou have made this call several times/);
  expect(received[3]).toMatch(/does not run again/);
});

test("a tool with `allowRepeatedCalls` can be called any number of times", async () => {
  let ran = 0;
  const poll = tool({ name: "poll", execute: () => `${++ran}`, allowRepeatedCalls: true });
  const { client } = createScriptedClient([...Array.from({ length: 8 }, () => call("poll")), "Ready."]);
  expect((await createAgent({ client, model, tools: [poll] }).run("?")).stopReason).toBe("completed");
  expect(ran).toBe(8);
});

test("server tools are sent to the API and do not run in the agent", async () => {
  const { client, requests } = createScriptedClient(["Found."]);
  await createAgent({ client, model, tools: [{ type: "openrouter:web_search" }, pay] }).run("?");
  expect(requests[0]!.tools).toMatchObject([{ type: "openrouter:web_search" }, { function: { name: "pay" } }]);
});

test("an agent is a tool: its events have a path, and its cost and attempts are part of the caller's", async () => {
  const child = createScriptedClient([
    { ...call("pay", { amount: 1 }), cost: 0.25 },
    { text: "Fjords are deep.", cost: 0.5 },
  ]);
  const researcher = createAgent({
    client: child.client,
    model,
    name: "research",
    description: "Finds facts.",
    tools: [pay],
  });
  const parent = createScriptedClient([
    { ...call("research", { input: "fjords" }), cost: 0.1 },
    { text: "A text about fjords.", cost: 0.1 },
  ]);
  const run = createAgent({ client: parent.client, model, tools: [researcher] }).run("Write about fjords");
  const events = await Array.fromAsync(run);
  const { cost, attempts, text, usage } = await run;
  expect({ cost, text, attempts: attempts.length, total: usage.totalTokens }).toEqual({
    cost: 0.95,
    text: "A text about fjords.",
    attempts: 4,
    total: 8,
  });
  const inner = events.filter(({ path }) => path.length > 0);
  expect(new Set(inner.flatMap(({ path }) => path))).toEqual(new Set(["research:call_1_0"]));
  expect(inner.map(({ type }) => type)).toContain("tool-end");
  expect(parent.requests[0]!.tools).toMatchObject([
    { function: { name: "research", description: "Finds facts.", parameters: { required: ["input"] } } },
  ]);
  expect(parent.requests[1]!.messages.at(-1)).toMatchObject({ content: "Fjords are deep." });
  expect(child.requests[0]!.messages).toEqual([{ role: "user", content: "fjords" }]);
});

test("the failure of a sub-agent goes to the caller's model, and its cost counts", async () => {
  const child = createScriptedClient([
    { ...call("pay", { amount: 1 }), cost: 0.25 },
    { status: 502, message: "gone" },
  ]);
  const researcher = createAgent({ client: child.client, model, name: "research", tools: [pay] });
  const parent = createScriptedClient([call("research", { input: "x" }), "Without research, then."]);
  const result = await createAgent({ client: parent.client, model, tools: [researcher] }).run("?");
  expect(result).toMatchObject({ text: "Without research, then.", cost: 0.25 });
  expect(parent.requests[1]!.messages.at(-1)!.content).toMatch(/^Error: 502 .*gone/);
});

test("the cost of sub-agents counts toward the caller's limit", async () => {
  const child = createScriptedClient([{ text: "x", cost: 1 }]);
  const researcher = createAgent({ client: child.client, model, name: "research" });
  const parent = createScriptedClient([call("research", { input: "x" })]);
  const result = await createAgent({ client: parent.client, model, tools: [researcher], limits: { maxCost: 0.5 } }).run(
    "?",
  );
  expect(result).toMatchObject({ stopReason: "max_cost", text: "", cost: 1 });
  expect(parent.requests).toHaveLength(1);
});

test("aborting the caller aborts its sub-agent", async () => {
  let signal: AbortSignal | undefined;
  const deaf = tool({
    name: "deaf",
    execute: (_, context) => ((signal = context.signal), new Promise<never>(() => undefined)),
  });
  const child = createScriptedClient([call("deaf")]);
  const researcher = createAgent({ client: child.client, model, name: "research", tools: [deaf] });
  const parent = createScriptedClient([call("research", { input: "x" })]);
  const controller = new AbortController();
  const run = createAgent({ client: parent.client, model, tools: [researcher] }).run("?", {
    signal: controller.signal,
  });
  const settled = expect(run).rejects.toThrow("enough");
  await expect.poll(() => signal).toBeDefined();
  controller.abort(new Error("enough"));
  await settled;
  expect(signal!.aborted).toBe(true);
});

test("however the stream is split, a tool receives its arguments unchanged, and the costs add up exactly", async () => {
  const given = fc.record({
    text: fc.string({ unit: "grapheme", maxLength: 20 }),
    list: fc.array(fc.integer(), { maxLength: 4 }),
  });
  const cents = fc.integer({ min: 0, max: 1_000_000 }).map((micros) => micros / 1e6);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(given, cents), { minLength: 1, maxLength: 5 }),
      cents,
      fc.boolean(),
      async (calls, last, watch) => {
        const seen: unknown[] = [];
        const keep = tool({
          name: "keep",
          inputSchema: { type: "object" },
          allowRepeatedCalls: true,
          execute: (input) => void seen.push(input),
        });
        const { client } = createScriptedClient([
          ...calls.map(([input, cost]) => ({ ...call("keep", input), cost })),
          { text: "Done.", cost: last },
        ]);
        const run = createAgent({ client, model, tools: [keep] }).run("?");
        if (watch) for await (const _ of run);
        const { cost } = await run;
        expect(seen).toEqual(calls.map(([input]) => JSON.parse(JSON.stringify(input)) as unknown));
        const micros = [...calls.map(([, cost]) => cost), last].reduce((sum, cost) => sum + Math.round(cost * 1e6), 0);
        expect(cost).toBe(micros / 1e6);
      },
    ),
    { numRuns: 60 },
  );
});

test("the state in the report of a failed run can be continued", async () => {
  const { client } = createScriptedClient([call("pay", { amount: 1 }), { status: 503 }, "Paid."]);
  const agent = createAgent({ client, model, tools: [pay] });
  const { run } = (await agent.run("?").then(undefined, (error: unknown) => error)) as { run: RunReport };
  const { text, messages } = await agent.run([], { state: run.state });
  expect(text).toBe("Paid.");
  expect(messages.filter(({ role }) => role === "tool")).toHaveLength(1);
});

test("events of tools that run in parallel arrive in the order in which they happen", async () => {
  const wait = tool({
    name: "wait",
    inputSchema: z.object({ ms: z.number() }),
    execute: async ({ ms }) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  const { client } = createScriptedClient([
    { toolCalls: [60, 5].map((ms) => ({ name: "wait", arguments: { ms } })) },
    "Done.",
  ]);
  const events: RunEvent[] = await Array.fromAsync(createAgent({ client, model, tools: [wait] }).run("?"));
  const received = events.flatMap((event) =>
    event.type === "tool-start" || event.type === "tool-end" ? [`${event.type} ${event.id}`] : [],
  );
  expect(received).toEqual(["tool-start call_1_0", "tool-start call_1_1", "tool-end call_1_1", "tool-end call_1_0"]);
});

test("an error of the input schema itself goes to the model", async () => {
  const odd = tool({
    name: "odd",
    inputSchema: z.object({ n: z.number() }).refine(() => {
      throw new Error("the schema is broken");
    }),
    execute: () => 1,
  });
  expect(await resultAfter(call("odd", { n: 1 }), [odd])).toBe(
    "Error: The schema of the tool failed: the schema is broken",
  );
});

test("after an abort that passed through a sub-agent, the report is that of the outer run", async () => {
  const controller = new AbortController();
  const reason = new Error("enough") as Error & { run?: RunReport };
  const abort = (): Promise<never> => {
    setTimeout(() => controller.abort(reason));
    return new Promise<never>(() => undefined);
  };
  const deaf = tool({ name: "deaf", execute: abort });
  const child = createScriptedClient([{ ...call("deaf"), cost: 0.25 }]);
  const researcher = createAgent({ client: child.client, model, name: "research", tools: [deaf] });
  const parent = createScriptedClient([{ ...call("research", { input: "x" }), cost: 0.5 }]);
  const run = createAgent({ client: parent.client, model, tools: [researcher] }).run("?", {
    signal: controller.signal,
  });
  await expect(run).rejects.toBe(reason);
  expect(reason.run).toMatchObject({ cost: 0.75, steps: [{ toolCalls: [{ function: { name: "research" } }] }] });
});

test.each<[string, StepOverrides, RegExp]>([
  ["other tools", { tools: ["look"] }, /Unknown tool "pay"\. Available tools: look\./],
  ["no tools", { tools: [] }, /Unknown tool "pay"\. Available tools: none\./],
  ["no choice of tools", { tool_choice: "none" }, /Unknown tool "pay"\. Available tools: none\./],
])("a tool that ran in an earlier step does not run in a step that offers %s", async (_, change, received) => {
  const ran: string[] = [];
  const named = (name: string): Tool => tool({ name, execute: () => void ran.push(name) });
  const pay = { toolCalls: [{ name: "pay", arguments: {} }] };
  const { client, requests } = createScriptedClient([pay, pay, pay, "Done."]);
  const agent = createAgent({
    client,
    model: "m",
    tools: [named("pay"), named("look")],
    prepareStep: ({ step }) => (step === 2 ? change : undefined),
  });
  expect(await agent.run("Hi")).toMatchObject({ stopReason: "completed" });
  expect(ran).toEqual(["pay", "pay"]);
  expect(requests[2]!.messages.at(-1)!.content).toMatch(received);
});
