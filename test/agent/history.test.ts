// Histories that providers accept: arguments, ids, empty messages and definitions, of new responses and of old sessions.
import { createAgent, memoryStore, tool, type RunState } from "@patchbay/agent";
import type { ChatMessage } from "@patchbay/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { brokenRules } from "./provider-rules.ts";
import { rawAnswers } from "./raw-responses.ts";
import { expectLinear } from "../support/linear.ts";

const model = "any/model";
const call = (id: unknown, text: unknown, name: unknown = "weather") => ({
  id,
  type: "function",
  function: { name, arguments: text },
});
const calls = (...all: object[]) => ({ content: null, tool_calls: all });

/** A tool that records its input. */
function weather() {
  const ran: unknown[] = [];
  const own = tool({
    name: "weather",
    inputSchema: z.object({ city: z.string() }),
    execute: (input) => {
      ran.push(input);
      return "cold";
    },
  });
  return { own, ran };
}

const repaired: readonly (readonly [name: string, text: unknown])[] = [
  ["encoded twice", JSON.stringify('{"city":"Oslo"}')],
  ["encoded three times", JSON.stringify(JSON.stringify('{"city":"Oslo"}'))],
  ["encoded twice with a trailing comma inside", JSON.stringify('{"city":"Oslo",}')],
  ["with an empty object in front", '{}{"city":"Oslo"}'],
  ["with empty objects behind", '{"city":"Oslo"} {} {}'],
  ["written twice", '{"city":"Oslo"}\n{ "city" : "Oslo" }'],
  ["in a code fence", '```json\n{"city":"Oslo"}\n```'],
  ["in a code fence without a language", '```\n{"city":"Oslo"}```'],
  ["with a trailing comma", '{"city":"Oslo" , }'],
  ["with a byte order mark", '\ufeff {"city":"Oslo"}'],
  ["with blanks around them", '\n {"city":"Oslo"}\t'],
  ["as an object", { city: "Oslo" }],
];

const invalid: readonly (readonly [name: string, text: unknown])[] = [
  ["null as JSON", "null"],
  ["a list", "[]"],
  ["a list of objects", '[{"city":"Oslo"}]'],
  ["a string", '"x"'],
  ["an empty string as JSON", '""'],
  ["a number", "1"],
  ["a boolean", "true"],
  ["an open brace", "{"],
  ["a cut object", '{"city":"Os'],
  ["a cut object without a value", '{"city":'],
  ["two different objects", '{"city":"Oslo"}{"city":"Bergen"}'],
  ["an object and prose", '{"city":"Oslo"} as asked'],
  ["prose", "Oslo, please"],
  ["single quotes", "{'city':'Oslo'}"],
  ["names without quotes", '{city:"Oslo"}'],
  ["control characters", "\u0000\u0001"],
  ["unusual characters", "\ud83d\u200b\u2028{}\ufffd"],
  ["a list instead of JSON", ["Oslo"]],
  ["a number instead of JSON", 7],
  ["a string of an object of another kind, cut", JSON.stringify('{"city":"Os')],
];

const lenient: readonly (readonly [name: string, text: unknown])[] = [
  ["empty", ""],
  ["blank", " "],
  ["null", null],
  ["missing", undefined],
  ["two empty objects", "{}{}"],
];

describe.each([false, true])("streamed: %s", (watch) => {
  test.each(repaired)("arguments %s run, and are sent back as the JSON of an object", async (_, text) => {
    const { own, ran } = weather();
    const { client, requests } = rawAnswers([calls(call("c", text)), { content: "Done." }]);
    const run = createAgent({ client, model, tools: [own] }).run("Go.");
    // The client joins deltas of text; an object arrives whole only.
    if (watch && typeof text === "string") await Array.fromAsync(run);
    await run;
    expect(ran).toEqual([{ city: "Oslo" }]);
    expect(requests.flatMap(brokenRules)).toEqual([]);
  });
});

test.each([...invalid, ...lenient])(
  "arguments that are %s are reported to the model, and are sent back as {}",
  async (_, text) => {
    const { own, ran } = weather();
    const { client, requests } = rawAnswers([calls(call("c", text)), { content: "Done." }]);
    const result = await createAgent({ client, model, tools: [own] }).run("Go.");
    expect(ran).toEqual([]);
    expect(requests[1]!.messages.at(-1)!.content).toMatch(/^Error: The arguments /);
    expect(requests.flatMap(brokenRules)).toEqual([]);
    const [sent] = requests[1]!.messages.flatMap((message) =>
      message.role === "assistant" ? message.tool_calls! : [],
    );
    expect(sent!.function.arguments).toBe("{}");
    expect(brokenRules({ messages: [...result.state.messages], tools: requests[0]!.tools! })).toEqual([]);
  },
);

test("a raw line break in a string is part of the string", async () => {
  const { own, ran } = weather();
  const { client } = rawAnswers([calls(call("c", '{"city":"Os\nlo\t"}')), { content: "Done." }]);
  await createAgent({ client, model, tools: [own] }).run("Go.");
  expect(ran).toEqual([{ city: "Os\nlo\t" }]);
});

test("repaired arguments are validated by the schema", async () => {
  const { own, ran } = weather();
  const { client, requests } = rawAnswers([calls(call("c", '```\n{"city":5,}\n```')), { content: "Done." }]);
  await createAgent({ client, model, tools: [own] }).run("Go.");
  expect(ran).toEqual([]);
  expect(requests[1]!.messages.at(-1)!.content).toMatch(/\/city/);
});

test("arguments that are an object already are sent back verbatim", async () => {
  const text = '{ "city" : "Oslo" ,"n": 1.0, "big": 12345678901234567890 }';
  const { own } = weather();
  const { client, requests } = rawAnswers([calls(call("c", text)), { content: "Done." }]);
  await createAgent({ client, model, tools: [own] }).run("Go.");
  expect(JSON.stringify(requests[1]!.messages)).toContain(JSON.stringify(text));
});

test.each([...invalid, ...repaired].filter(([, text]) => typeof text === "string"))(
  "an old session with arguments that are %s is repaired when it continues",
  async (_, text) => {
    const { own } = weather();
    const messages = [
      { role: "user", content: "Go." },
      { role: "assistant", ...calls(call("c", text)) },
      { role: "tool", tool_call_id: "c", content: "Error: wrong" },
      { role: "assistant", content: "" },
    ] as ChatMessage[];
    const state: RunState = { version: 2, id: "old", turn: 2, messages };
    const store = memoryStore();
    await store.save("s", { ...state, revision: 1 });
    const { client, requests } = rawAnswers([{ content: "Fine." }]);
    const agent = createAgent({ client, model, tools: [own], store });
    await agent.run("And?", { sessionId: "s" });
    await agent.run("And?", { state });
    await agent.run([...messages, { role: "user", content: "And?" }]);
    expect(requests).toHaveLength(3);
    expect(requests.flatMap(brokenRules)).toEqual([]);
    expect(brokenRules({ messages: [...(await store.load("s"))!.messages], tools: requests[0]!.tools! })).toEqual([]);
  },
);

test.each(invalid.filter(([, text]) => typeof text === "string"))(
  "a call whose arguments are %s does not run with {} after a pause or a crash",
  async (_, text) => {
    const ran: string[] = [];
    const free = tool({ name: "free", idempotent: true, execute: () => ran.push("free") });
    const pay = tool({ name: "pay", needsApproval: true, execute: () => ran.push("pay") });
    const answers = [calls(call("a", text, "free"), call("b", "{}", "pay")), { content: "Done." }];
    const { client, requests } = rawAnswers(answers);
    const agent = createAgent({ client, model, tools: [free, pay] });
    const paused = await agent.run("Go.");
    expect(paused.stopReason).toBe("paused");
    await agent.resume(JSON.parse(JSON.stringify(paused.state)) as RunState, { approve: ["b"] });
    expect(ran).toEqual(["pay"]);
    expect(requests.flatMap(brokenRules)).toEqual([]);

    // The process ended after the response was saved, before any call ran.
    const messages = [
      { role: "user", content: "Go." },
      { role: "assistant", ...answers[0] },
    ] as ChatMessage[];
    const crashed: RunState = { version: 2, id: "x", turn: 1, messages, used: { steps: 1, cost: 0, tokens: 0 } };
    const next = rawAnswers([{ content: "Done." }]);
    await createAgent({ client: next.client, model, tools: [free, pay] }).resume(crashed, { approve: ["b"] });
    expect(ran).toEqual(["pay", "pay"]);
    expect(next.requests.flatMap(brokenRules)).toEqual([]);
  },
);

test.each([
  ["the same id three times", ["a", "a", "a"]],
  ["an id like one that is made", ["a_2", "a", "a"]],
  ["an id like one that is made, later", ["a", "a", "a_1", "a_2"]],
  ["a made id in front", ["call_1", "", ""]],
  ["no ids", ["", " ", null, undefined]],
  ["numbers", [1, 1, 2]],
  ["a number and its text", [1, "1"]],
  ["names of objects", ["__proto__", "__proto__", "constructor"]],
])("each result belongs to its own call: %s", async (_, ids) => {
  const own = tool({
    name: "t",
    inputSchema: z.object({ n: z.number() }),
    execute: ({ n }) => `r${n}`,
    allowRepeatedCalls: true,
  });
  const answer = calls(...ids.map((id, n) => call(id, JSON.stringify({ n }), "t")));
  const { client, requests } = rawAnswers([answer, answer, answer, { content: "Done." }]);
  const result = await createAgent({ client, model, tools: [own] }).run("Go.");
  expect(requests.flatMap(brokenRules)).toEqual([]);
  const results = requests[3]!.messages.flatMap(({ role, content }) => (role === "tool" ? [content] : []));
  expect(results).toEqual([0, 1, 2].flatMap(() => ids.map((__, n) => `r${n}`)));
  expect(new Set(result.steps[0]!.toolCalls.map(({ id }) => id)).size).toBe(ids.length);
  expect(brokenRules({ messages: [...result.messages], tools: requests[0]!.tools! })).toEqual([]);
});

test("a history in which each call has the same id is repaired in linear time", async () => {
  await expectLinear(async (length) => {
    const { client } = rawAnswers([{ content: "Fine." }]);
    const history = Array.from({ length }, () => [
      { role: "assistant", ...calls(call("c", "{}", "t")) },
      { role: "tool", tool_call_id: "c", content: "r" },
    ]).flat();
    await createAgent({ client, model }).run(history as ChatMessage[]);
  }, 4000);
});

test("results of an old history without ids belong to the calls in their order", async () => {
  const { client, requests } = rawAnswers([{ content: "Fine." }]);
  await createAgent({ client, model }).run([
    { role: "user", content: "Go." },
    { role: "assistant", ...calls(call("", '{"n":1}', "t"), call("x", '{"n":2}', "t"), call(null, '{"n":3}', "t")) },
    { role: "tool", tool_call_id: "x", content: "two" },
    { role: "tool", tool_call_id: "", content: "one" },
    { role: "tool", content: "three" },
    { role: "user", content: "And?" },
  ] as ChatMessage[]);
  expect(requests.flatMap(brokenRules)).toEqual([]);
  const { messages } = requests[0]!;
  expect(messages.flatMap(({ role, content }) => (role === "tool" ? [content] : []))).toEqual(["one", "two", "three"]);
});

const asked: ChatMessage = { role: "user", content: "Go." };
const answerX = { role: "assistant", ...calls(call("x", "{}", "t")) };
const answerY = { role: "assistant", ...calls(call("y", "{}", "t")) };
const resultX = { role: "tool", tool_call_id: "x", content: "RX" };
const resultY = { role: "tool", tool_call_id: "y", content: "RY" };

test.each<readonly [string, readonly object[], readonly string[]]>([
  ["after a message of the user", [answerX, asked, resultX], ["RX"]],
  ["after a system message", [answerX, { role: "system", content: "s" }, resultX], ["RX"]],
  ["after another answer", [answerX, { role: "assistant", content: "Wait." }, resultX], ["RX"]],
  ["after the next call", [answerX, answerY, resultX, resultY], ["RX", "RY"]],
  ["in another order", [answerX, answerY, resultY, resultX], ["RX", "RY"]],
  ["after a call with the same id", [answerX, resultX, answerX, asked, { ...resultX, content: "RX2" }], ["RX", "RX2"]],
])("a result that comes %s is moved to its call", async (_, messages, expected) => {
  const { client, requests } = rawAnswers([{ content: "Fine." }]);
  await createAgent({ client, model }).run([asked, ...messages] as ChatMessage[]);
  expect(requests.flatMap(brokenRules)).toEqual([]);
  expect(requests[0]!.messages.flatMap(({ role, content }) => (role === "tool" ? [content] : []))).toEqual(expected);
});

test.each<readonly [string, unknown, unknown]>([
  ["an object", { a: 1 }, '{"a":1}'],
  ["a number", 42, "42"],
  ["null", null, ""],
  ["missing", undefined, ""],
  ["an empty list", [], ""],
  ["a list that is not of parts", [null, 1], "[null,1]"],
  ["a list of parts", [{ type: "text", text: "r" }], [{ type: "text", text: "r" }]],
])("the content of a result in an old history that is %s is sent as text or parts", async (_, content, expected) => {
  const { client, requests } = rawAnswers([{ content: "Fine." }]);
  await createAgent({ client, model }).run([asked, answerX, { ...resultX, content }] as ChatMessage[]);
  expect(requests.flatMap(brokenRules)).toEqual([]);
  expect(requests[0]!.messages.at(-1)).toEqual({ ...resultX, content: expected });
});

test.each([
  ["nothing", {}],
  ["empty text", { content: "" }],
  ["null", { content: null }],
  ["blank text", { content: " \n" }],
  [
    "reasoning alone",
    { content: "", reasoning: "hm", reasoning_details: [{ type: "reasoning.text", text: "hm", signature: "s" }] },
  ],
  ["citations alone", { content: "", annotations: [] }],
  ["an empty list of calls", { content: "", tool_calls: [] }],
  ["calls without a function", { content: null, tool_calls: [{ id: "a", type: "function" }] }],
  ["empty parts", { content: [{ type: "text", text: "" }] }],
])("a response with %s is omitted from the history", async (_, message) => {
  for (const reason of ["stop", "length", "content_filter"]) {
    const { client, requests } = rawAnswers([
      ({ messages }) =>
        messages.at(-1)!.content === "And?" ? { content: "Fine." } : { message, finish_reason: reason },
    ]);
    const store = memoryStore();
    const agent = createAgent({ client, model, store });
    const first = await agent.run("Go.", { sessionId: "s" });
    await agent.run("And?", { sessionId: "s" });
    expect(requests.at(-1)!.messages).toEqual([
      { role: "user", content: "Go." },
      { role: "user", content: "And?" },
    ]);
    expect(first.messages).toEqual([{ role: "user", content: "Go." }]);
    await agent.run([{ role: "assistant", ...message } as ChatMessage, { role: "user", content: "And?" }]);
    expect(requests.at(-1)!.messages).toEqual([{ role: "user", content: "And?" }]);
  }
});

const image = { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } };

test.each([
  ["an image", { content: "", images: [image] }, { content: "[image]", images: [image] }],
  ["images", { content: null, images: [image, image] }, { content: "[2 images]", images: [image, image] }],
  ["audio", { audio: { id: "a", transcript: "Hi." } }, { content: "Hi.", audio: { id: "a", transcript: "Hi." } }],
  ["a refusal", { content: null, refusal: "No." }, { content: "No.", refusal: "No." }],
])("a response that is %s has a text in the history that describes it", async (_, message, kept) => {
  const { client, requests } = rawAnswers([message, { content: "Fine." }]);
  const agent = createAgent({ client, model });
  const { state, messages } = await agent.run("Go.");
  expect(messages.at(-1)).toEqual({ role: "assistant", ...kept });
  await agent.run("And?", { state });
  expect(requests[1]!.messages[1]).toEqual({ role: "assistant", ...kept });
});

test("signed reasoning is sent back with its calls, whatever text accompanies them", async () => {
  const details = [{ type: "reasoning.text", text: "hm", signature: "s", index: 0 }];
  for (const content of [null, "", " ", "Let me look."]) {
    const { own } = weather();
    const answer = { content, reasoning: "hm", reasoning_details: details, tool_calls: [call("c", '{"city":"Oslo"}')] };
    const { client, requests } = rawAnswers([answer, { content: "Done." }]);
    await createAgent({ client, model, tools: [own] }).run("Go.");
    expect(requests[1]!.messages[1]).toMatchObject({ reasoning: "hm", reasoning_details: details });
    expect(requests.flatMap(brokenRules)).toEqual([]);
  }
});

test("a step without tools keeps the definitions when the history has calls, and forbids calls", async () => {
  const { own } = weather();
  const { client, requests } = rawAnswers([calls(call("c", '{"city":"Oslo"}')), { content: "Done." }]);
  const agent = createAgent({
    client,
    model,
    tools: [own],
    prepareStep: ({ step }) => (step > 1 ? { tools: [] } : undefined),
  });
  const { state } = await agent.run("Go.");
  expect(requests[1]).toMatchObject({ tool_choice: "none", tools: [{ function: { name: "weather" } }] });
  // Without a call no definition is needed.
  await createAgent({ client, model, tools: [own], prepareStep: () => ({ tools: [] }) }).run("Go.");
  expect(requests.at(-1)).not.toHaveProperty("tools");
  expect(requests.at(-1)).not.toHaveProperty("tool_choice");
  // An agent without tools continues with the calls of another one.
  await createAgent({ client, model }).run("And?", { state });
  expect(requests.at(-1)).toMatchObject({ tool_choice: "none", tools: [{ function: { name: "weather" } }] });
});

test("messages of `prepareStep` are repaired as well", async () => {
  const { client, requests } = rawAnswers([{ content: "Done." }]);
  const messages = [
    { role: "user", content: "Go." },
    { role: "assistant", content: "" },
    { role: "assistant", ...calls(call("a", "null")) },
  ] as ChatMessage[];
  await createAgent({ client, model, prepareStep: () => ({ messages }) }).run("x");
  expect(requests.flatMap(brokenRules)).toEqual([]);
});

test("invalid input messages are rejected by their position", async () => {
  const { client, requests } = rawAnswers([{ content: "Done." }]);
  const agent = createAgent({ client, model });
  for (const one of [null, undefined, "text", 5])
    await expect(agent.run([{ role: "user", content: "x" }, one] as never)).rejects.toThrow(/Item 1 of the input/);
  expect(requests).toHaveLength(0);
});

test.each([
  ["approved unchanged", ["c"], undefined],
  ["changed", { c: { amount: 10 } }, '{"amount":10}'],
  ["changed to what it was", { c: { amount: 100 } }, undefined],
  ["changed to what the schema refuses", { c: { amount: "x" } }, '{"amount":"x"}'],
])("the model learns what a call ran with that was %s", async (_, approve, expected) => {
  const ran: number[] = [];
  const pay = tool({
    name: "pay",
    inputSchema: z.object({ amount: z.number() }),
    needsApproval: true,
    execute: ({ amount }) => (ran.push(amount), "ok"),
  });
  const { client, requests } = rawAnswers([calls(call("c", '{ "amount": 100 }', "pay")), { content: "Done." }]);
  const agent = createAgent({ client, model, tools: [pay] });
  const { state } = await agent.run("Go.");
  await agent.resume(state, { approve });
  const content = String(requests[1]!.messages.at(-1)!.content);
  if (expected === undefined) expect(content).toBe("ok");
  else expect(content).toContain(`It was called with: ${expected}`);
});

test.each([
  ["a function", () => 1],
  ["a symbol", Symbol("x")],
  ["a big integer", 1n],
])("an approval with %s as its input is rejected", async (_, input) => {
  const pay = tool({ name: "pay", needsApproval: true, execute: () => "ok" });
  const { client } = rawAnswers([calls(call("c", "{}", "pay")), { content: "Done." }]);
  const agent = createAgent({ client, model, tools: [pay] });
  const { state } = await agent.run("Go.");
  await expect(agent.resume(state, { approve: { c: input } })).rejects.toMatchObject({
    name: "StateError",
    reason: "unknown_decision",
  });
});

/** Anything that an API may send as a response. */
const anyId = fc.oneof(
  fc.constantFrom("a", "a_1", "a_2", "call_0", "", " ", "__proto__"),
  fc.constant(null),
  fc.nat(3),
  fc.string(),
);
const anyArguments = fc.oneof(
  fc.constantFrom("", "{}", "{", "null", "[]", '"x"', "{}{}", '{"n":1,}', '{"n":"\\ud83d"}', '{"n":"\ud83d"}'),
  fc.json(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(null, undefined, 5, {}, { n: 1 }, []),
);
const anyCall = fc.record({
  id: anyId,
  type: fc.constantFrom("function", undefined),
  function: fc.record({ name: fc.constantFrom("t", "other tool", "", "t.x"), arguments: anyArguments }),
});
const anyContent = fc.oneof(
  fc.constantFrom(null, undefined, "", " ", "text", "\ud83d"),
  fc.array(
    fc.constantFrom<object | null>(
      { type: "text", text: "" },
      { type: "text", text: "x" },
      { type: "thinking", thinking: "hm" },
      null,
    ),
    { maxLength: 3 },
  ),
);
const anyAnswer = fc.record(
  {
    content: anyContent,
    tool_calls: fc.oneof(
      fc.array(fc.oneof(anyCall, fc.constantFrom({}, { id: "a" })), { maxLength: 4 }),
      fc.constant(null),
    ),
    refusal: fc.constantFrom(null, "", "No."),
    images: fc.constantFrom([], [image], null),
    audio: fc.constantFrom(null, { id: "a" }),
    reasoning: fc.constantFrom(null, "hm"),
  },
  { requiredKeys: ["content"] },
);

test("for any responses of models, each request follows the rules of providers", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAnswer, { minLength: 1, maxLength: 5 }), fc.boolean(), async (answers, paused) => {
      const { client, requests } = rawAnswers([...answers, { content: "Done." }]);
      const own = tool({
        name: "t",
        inputSchema: { type: "object" },
        execute: () => "succeeded",
        needsApproval: paused,
        allowRepeatedCalls: true,
      });
      const agent = createAgent({ client, model, tools: [own], limits: { maxSteps: 12 } });
      let result = await agent.run("Go.");
      while (result.stopReason === "paused") {
        const state = JSON.parse(JSON.stringify(result.state)) as RunState;
        result = await agent.resume(state, { approve: result.pending.map(({ id }) => id) });
      }
      await agent.run("And?", { state: JSON.parse(JSON.stringify(result.state)) as RunState });
      await agent.run([...result.messages, { role: "user", content: "And?" }]);
      expect(requests.flatMap(brokenRules)).toEqual([]);
      expect(brokenRules({ messages: [...result.messages], tools: requests[0]!.tools! })).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
