// The agent loop: requests, tools, limits and reports.
import {
  createAgent,
  AgentError,
  tool,
  type RunProgress,
  type RunReport,
  type RunEvent,
  type StepOverrides,
} from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { ApiError, Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { expect, expectTypeOf, test } from "vitest";
import { z } from "zod";

const model = "any/model";
const weather = tool({
  name: "weather",
  description: "The weather of a city.",
  inputSchema: z.object({ city: z.string() }),
  execute: ({ city }) => ({ city, celsius: -7 }),
});
const call = (name: string, given: unknown = {}): { toolCalls: { name: string; arguments: unknown }[] } => ({
  toolCalls: [{ name, arguments: given }],
});

test("a run calls a tool, sends the result to the model, and returns the output with its cost and usage", async () => {
  const {
    client,
    requests,
    assertComplete: assertDone,
  } = createScriptedClient([
    { ...call("weather", { city: "Oslo" }), cost: 0.1, tokens: { prompt: 10, completion: 5 } },
    { text: "Snow.", cost: 0.2, tokens: { prompt: 20, completion: 1 } },
  ]);
  const agent = createAgent({ client, model, instructions: "Be brief.", tools: [weather] });
  const result = await agent.run("Weather in Oslo?");
  assertDone();
  expect(result).toMatchObject({
    text: "Snow.",
    output: undefined,
    stopReason: "completed",
    // The exact sum of the costs of all responses.
    cost: 0.3,
    usage: { promptTokens: 30, completionTokens: 6, totalTokens: 36 },
  });
  expect(result.steps.map(({ number, text, toolCalls }) => [number, text, toolCalls.length])).toEqual([
    [1, "", 1],
    [2, "Snow.", 0],
  ]);
  expect(result.attempts).toMatchObject([
    { outcome: "succeeded", provider: "Scripted", cost: 0.1 },
    { outcome: "succeeded", cost: 0.2 },
  ]);
  expect(result.messages.map(({ role }) => role)).toEqual(["user", "assistant", "tool", "assistant"]);
  expect(requests[0]).toMatchObject({
    model,
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content: "Weather in Oslo?" },
    ],
    tools: [{ type: "function", function: { name: "weather", parameters: { required: ["city"] } } }],
  });
  expect(requests[1]!.messages.at(-1)).toEqual({
    role: "tool",
    tool_call_id: "call_1_0",
    content: '{"city":"Oslo","celsius":-7}',
  });
});

test("a loop over a run receives text, arguments, tools, steps and the end, in order", async () => {
  const { client } = createScriptedClient([call("weather", { city: "Oslo" }), "It snows."]);
  const events: RunEvent[] = [];
  const run = createAgent({ client, model, tools: [weather] }).run("Weather?");
  for await (const event of run) events.push(event);
  const kinds = events.map(({ type }) => type).filter((type, index, all) => type !== all[index - 1]);
  expect(kinds).toEqual([
    "step-start",
    "tool-call-delta",
    "step-end",
    "tool-start",
    "tool-end",
    "step-start",
    "text-delta",
    "step-end",
    "finish",
  ]);
  const written = events.flatMap((event) => (event.type === "tool-call-delta" ? event.text : [])).join("");
  expect(JSON.parse(written)).toEqual({ city: "Oslo" });
  expect(events.flatMap((event) => (event.type === "text-delta" ? event.text : [])).join("")).toBe("It snows.");
  // The same run can be awaited afterwards.
  expect((await run).text).toBe("It snows.");
});

test("an error throws from both the loop and the await, with the report of the run", async () => {
  for (const watch of [false, true]) {
    const { client } = createScriptedClient([
      { ...call("weather", { city: "Oslo" }), cost: 0.5 },
      { status: 402, message: "empty" },
    ]);
    const run = createAgent({ client, model, tools: [weather] }).run("Weather?");
    const error: unknown = await (watch ? Array.fromAsync(run) : run).then(
      () => expect.fail("nothing was thrown"),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ApiError);
    const { run: report } = error as { run: RunReport };
    expect(report).toMatchObject({
      cost: 0.5,
      steps: [{ number: 1 }],
      attempts: [{ outcome: "succeeded" }, { outcome: "failed" }],
    });
    expect(report.state.messages.map(({ role }) => role)).toEqual(["user", "assistant", "tool"]);
  }
});

test("against the mock server the cost of a run equals the change of the balance", async () => {
  const server = createMockServer();
  server.on({ turn: 1, toolResult: true }).reply("Snow in Oslo.");
  server
    .on({ userMessage: /weather/i }, { times: 1 })
    .reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
  const run = createAgent({ client, model: "openai/gpt-5-mini", tools: [weather] }).run("Weather?");
  for await (const _ of run);
  const { text, cost, attempts } = await run;
  expect(text).toBe("Snow in Oslo.");
  expect(attempts.map(({ provider }) => typeof provider)).toEqual(["string", "string"]);
  const account = new Patchbay({ apiKey: "sk-or-mgmt-test", fetch: server.fetch });
  expect((await account.credits.get()).data.total_usage).toBe(cost);
});

test("a conversation continues from the state, which is plain JSON", async () => {
  const { client, requests } = createScriptedClient(["I am well.", "As I said."]);
  const agent = createAgent({ client, model });
  const first = await agent.run("How are you?");
  const second = await agent.run("Really?", { state: JSON.parse(JSON.stringify(first.state)) as typeof first.state });
  expect(second.text).toBe("As I said.");
  expect(requests[1]!.messages).toEqual([
    { role: "user", content: "How are you?" },
    { role: "assistant", content: "I am well." },
    { role: "user", content: "Really?" },
  ]);
  const unknown = { ...first.state, version: 3 } as unknown as typeof first.state;
  await expect(agent.run("Hi", { state: unknown })).rejects.toThrow(/version 3; this package reads versions 1 to 2/);
  expect(requests).toHaveLength(2);
});

test("an invalid input is rejected before any request", async () => {
  const { client, requests } = createScriptedClient([]);
  await expect(createAgent({ client, model }).run(undefined as never)).rejects.toThrow(
    /The input must be a string, .*got undefined/,
  );
  expect(requests).toEqual([]);
});

test("a history with calls without results is repaired before it is sent", async () => {
  const { client, requests } = createScriptedClient(["Fine."]);
  const messages = [
    { role: "user", content: "Hi" },
    {
      role: "assistant",
      content: null,
      tool_calls: [{ id: "a", type: "function", function: { name: "x", arguments: "{}" } }],
    },
    { role: "user", content: "And?" },
    { role: "tool", tool_call_id: "lost", content: "without a call" },
  ] as const;
  await createAgent({ client, model }).run([...messages] as never);
  expect(requests[0]!.messages.map(({ role }) => role)).toEqual(["user", "assistant", "tool", "user"]);
  expect(requests[0]!.messages[2]).toMatchObject({
    tool_call_id: "a",
    content: expect.stringContaining("before the call had a result") as string,
  });
});

test.each([
  [{ maxSteps: 2 }, "max_steps", 3],
  [{ maxTotalTokens: 4 }, "max_total_tokens", 3],
] as const)("a run that reaches %j returns a result, after one response without tools", async (limit, stop, count) => {
  const turn = (): object => ({
    toolCalls: [{ name: "weather", arguments: { city: String(Math.random()) } }],
    cost: 0.1,
  });
  const { client, requests } = createScriptedClient([turn, turn, "What I know so far."] as never);
  const result = await createAgent({ client, model, tools: [weather], limits: limit }).run("Weather?");
  expect(result).toMatchObject({ stopReason: stop, text: "What I know so far." });
  expect(requests).toHaveLength(count);
  expect(requests.at(-1)).toMatchObject({ tool_choice: "none" });
  expect(requests[0]).not.toHaveProperty("tool_choice");
});

test("without allowFinalResponse the run ends at the limit, with what was done", async () => {
  const { client, requests } = createScriptedClient([call("weather", { city: "Oslo" })]);
  const result = await createAgent({
    client,
    model,
    tools: [weather],
    limits: { maxSteps: 1 },
    allowFinalResponse: false,
  }).run("?");
  expect(result).toMatchObject({ stopReason: "max_steps", text: "" });
  expect(requests).toHaveLength(1);
});

test("when the timeout expires the run ends, whatever is in progress", async () => {
  const server = createMockServer({ tokenDelay: 50, script: ["word ".repeat(200)] });
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
  const agent = createAgent({ client, model: "openai/gpt-5-mini", limits: { timeout: 150 } });
  const run = agent.run("Write a long story.");
  const kinds: string[] = [];
  for await (const { type } of run) kinds.push(type);
  expect(kinds.at(-1)).toBe("finish");
  expect((await run).stopReason).toBe("timeout");
});

test("`prepareStep` can set another model, other tools and other fields for one step", async () => {
  const { client, requests } = createScriptedClient([
    call("weather", { city: "Oslo" }),
    call("weather", { city: "Rome" }),
    "Done.",
  ]);
  const agent = createAgent({
    client,
    model,
    tools: [weather, tool({ name: "other", execute: () => "x" })],
    prepareStep: ({ step, cost }) =>
      step === 2 && cost === 0 ? { model: "cheap/one", tools: ["weather"], temperature: 0, new_field: 1 } : undefined,
  });
  await agent.run("?");
  expect(requests.map(({ model }) => model)).toEqual([model, "cheap/one", model]);
  expect(requests.map(({ tools }) => tools?.length)).toEqual([2, 1, 2]);
  expect(requests[1]).toMatchObject({ temperature: 0, new_field: 1 });
  expect(requests[2]).not.toHaveProperty("temperature");
});

test("`prepareStep` can send other messages, and the conversation stays unchanged", async () => {
  const { client, requests } = createScriptedClient([call("weather", { city: "Oslo" }), "Done."]);
  const step = ({ step, messages }: RunProgress): StepOverrides | undefined =>
    step === 2 ? { messages: [{ role: "user", content: `${messages.length} messages, in short.` }] } : undefined;
  const result = await createAgent({ client, model, tools: [weather], prepareStep: step }).run("?");
  expect(requests[1]!.messages).toEqual([{ role: "user", content: "3 messages, in short." }]);
  expect(result.messages.map(({ role }) => role)).toEqual(["user", "assistant", "tool", "assistant"]);
});

test("a forced tool choice applies to one step", async () => {
  const { client, requests } = createScriptedClient([call("weather", { city: "Oslo" }), "Done."]);
  await createAgent({ client, model, tools: [weather], request: { tool_choice: "required" } }).run("?");
  expect(requests.map(({ tool_choice: choice }) => choice)).toEqual(["required", undefined]);
});

test("a run ends when stopWhen returns true, and after a call of a tool with endsRun", async () => {
  const first = createScriptedClient([call("weather", { city: "Oslo" })]);
  const agent = createAgent({
    client: first.client,
    model,
    tools: [weather],
    stopWhen: ({ steps }) => steps.length === 1,
  });
  expect((await agent.run("?")).stopReason).toBe("stop_condition");
  const second = createScriptedClient([call("submit", { city: "Oslo" })]);
  const submit = tool({
    name: "submit",
    inputSchema: z.object({ city: z.string() }),
    execute: () => "taken",
    endsRun: true,
  });
  const result = await createAgent({ client: second.client, model, tools: [submit] }).run("?");
  expect(result.stopReason).toBe("ended_by_tool");
  expect(result.messages.at(-1)).toMatchObject({ role: "tool", content: "taken" });
});

test("several models are sent to OpenRouter, which falls back from one to the next", async () => {
  const { client, requests } = createScriptedClient(["Hi."]);
  await createAgent({ client, model: ["a/one", "b/two"] }).run("?");
  expect(requests[0]).toMatchObject({ models: ["a/one", "b/two"] });
  expect(requests[0]).not.toHaveProperty("model");
});

test("an empty response is requested once more, and then the run stops with empty_response", async () => {
  const once = createScriptedClient([{ text: "" }, "Here."]);
  const result = await createAgent({ client: once.client, model }).run("?");
  expect(result.text).toBe("Here.");
  expect(result.attempts.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ["rejected", "empty"],
    ["succeeded", undefined],
  ]);
  const twice = createScriptedClient([{ text: "" }, { text: "" }]);
  expect(await createAgent({ client: twice.client, model }).run("?")).toMatchObject({
    text: "",
    stopReason: "empty_response",
  });
});

test("a truncated call never runs: it is requested again with more tokens, and then the run ends", async () => {
  let ran = 0;
  const count = tool({ name: "count", execute: () => ++ran });
  const cut = { ...call("count"), finishReason: "length" };
  const once = createScriptedClient([cut, call("count"), "Counted."]);
  const agent = createAgent({ client: once.client, model, tools: [count], request: { max_tokens: 100 } });
  expect(await agent.run("?")).toMatchObject({ text: "Counted.", stopReason: "completed" });
  expect(ran).toBe(1);
  expect(once.requests.map(({ max_tokens: most }) => most)).toEqual([100, 200, 100]);
  const twice = createScriptedClient([cut, cut]);
  expect((await createAgent({ client: twice.client, model, tools: [count] }).run("?")).stopReason).toBe("length");
  expect(ran).toBe(1);
});

test.each([
  ["length", "length"],
  ["content_filter", "content_filter"],
])("a response that ends with %s is returned, and stopReason reports it", async (finishReason, stop) => {
  const { client } = createScriptedClient([{ text: "Half an ans", finishReason }]);
  expect(await createAgent({ client, model }).run("?")).toMatchObject({ text: "Half an ans", stopReason: stop });
});

test("leaving the loop aborts the request in flight", async () => {
  const server = createMockServer({ tokenDelay: 20, script: ["word ".repeat(100)] });
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
  const run = createAgent({ client, model: "openai/gpt-5-mini" }).run("?");
  for await (const { type } of run) if (type === "text-delta") break;
  await expect(run).rejects.toMatchObject({ name: "AbortError" });
  await expect.poll(() => server.journal.last?.cost ?? 0).toBeGreaterThan(0);
  expect(server.journal.last!.cost).toBeLessThan(0.0001);
});

test("an abort ends the run with its reason, also while a tool ignores its signal", async () => {
  const deaf = tool({ name: "deaf", execute: () => new Promise<never>(() => undefined) });
  for (const watch of [false, true]) {
    const { client } = createScriptedClient([call("deaf")]);
    const controller = new AbortController();
    const reason = { enough: true };
    const run = createAgent({ client, model, tools: [deaf] }).run("?", { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 20);
    await expect(watch ? Array.fromAsync(run) : run).rejects.toBe(reason);
  }
});

test("a run starts once", async () => {
  const { client, requests } = createScriptedClient(["Hi."]);
  const run = createAgent({ client, model }).run("?");
  expect((await run) === (await run)).toBe(true);
  expect((await Array.fromAsync(run)).at(-1)).toMatchObject({ type: "finish" });
  expect(requests).toHaveLength(1);
});

test.each([
  ["a tool without a name", () => tool({ name: "", execute: () => 1 }), /is not a valid tool name/],
  [
    "a tool with a name that the API does not take",
    () => tool({ name: "a b", execute: () => 1 }),
    /"a b" is not a valid tool name/,
  ],
  [
    "a tool whose `execute` is not a function",
    () => tool({ name: "a", execute: "soon" as never }),
    /`execute` of the tool a must be a function/,
  ],
  [
    "an invalid schema",
    () => tool({ name: "a", inputSchema: "text" as never, execute: () => 1 }),
    /`inputSchema` of the tool a must be an object/,
  ],
  [
    "a schema of a string",
    () => tool({ name: "a", inputSchema: { type: "string" }, execute: () => 1 }),
    /must be the schema of an object/,
  ],
  [
    "two tools with the same name",
    () => createAgent({ client: createScriptedClient([]).client, model, tools: [weather, weather] }),
    /Two tools have the name weather/,
  ],
  [
    "a limit of zero",
    () => createAgent({ client: createScriptedClient([]).client, model, limits: { maxCost: 0 } }),
    /`limits.maxCost` must be a positive number, got 0/,
  ],
  [
    "a negative limit",
    () => createAgent({ client: createScriptedClient([]).client, model, limits: { maxSteps: -1 } }),
    /`limits.maxSteps` must be a positive number, got -1/,
  ],
  ["no model", () => createAgent({ client: createScriptedClient([]).client, model: [] }), /`model` must be .*got \[\]/],
  ["no client", () => createAgent({ model } as never), /`client` must be a Patchbay client/],
  [
    "an unknown limit",
    () => createAgent({ client: createScriptedClient([]).client, model, limits: { dollars: 1 } as never }),
    /Unknown limit `limits.dollars`/,
  ],
  [
    "an invalid store",
    () => createAgent({ client: createScriptedClient([]).client, model, store: {} as never }),
    /with `load` and/,
  ],
  [
    "an invalid policy",
    () => createAgent({ client: createScriptedClient([]).client, model, policy: {} as never }),
    /must have `apply`/,
  ],
  [
    "an agent without a name as a tool",
    () =>
      createAgent({
        client: createScriptedClient([]).client,
        model,
        tools: [createAgent({ client: createScriptedClient([]).client, model })],
      }),
    /is not a valid tool name/,
  ],
])("%s is rejected before any request", (_, make, message) => {
  expect(make).toThrow(AgentError);
  expect(make).toThrow(message);
});

test("types: the input of a tool has the type of its schema, and the output of a run that of its own", async () => {
  tool({
    name: "typed",
    inputSchema: z.object({ count: z.number(), tag: z.string().optional() }),
    execute: (input) => expectTypeOf(input).toEqualTypeOf<{ count: number; tag?: string | undefined }>(),
  });
  const { client } = createScriptedClient(['{"name":"Ada","born":1815}']);
  const result = await createAgent({ client, model, output: z.object({ name: z.string(), born: z.number() }) }).run(
    "?",
  );
  expectTypeOf(result.output).toEqualTypeOf<{ name: string; born: number } | undefined>();
  const { stopReason: stop, output } = result;
  if (stop === "completed") expectTypeOf(output).toEqualTypeOf<{ name: string; born: number }>();
  if (result.stopReason === "completed") expectTypeOf(result.output).toEqualTypeOf<{ name: string; born: number }>();
  expectTypeOf(createAgent({ client, model }).run("?")).resolves.toHaveProperty("output").toBeUndefined();
  expect(output?.born).toBe(1815);
});
