// Failures of the API and what a run does with them. Awaited and streamed runs behave the same.
import { createAgent, tool, type RunReport } from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { Patchbay, type ChatCompletion } from "@patchbay/client";
import { createMockServer, type ListeningServer, type MockServer } from "@patchbay/mock-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const model = "openai/gpt-4o-mini";
let server: MockServer;
let listening: ListeningServer;

beforeAll(async () => {
  server = createMockServer();
  listening = await server.listen({ port: 0 });
});
afterAll(() => listening.close());
beforeEach(() => server.reset());

interface Ending {
  readonly text?: string;
  readonly error?: Error & { readonly run?: RunReport; readonly partial?: ChatCompletion; readonly code?: string };
}

/** Runs an agent over a port, awaited and streamed. */
async function both(maxRetries = 2): Promise<Ending[]> {
  const client = new Patchbay({ apiKey: "sk-or-v1-agent", baseURL: listening.baseURL, maxRetries });
  const endings: Ending[] = [];
  for (const watch of [false, true]) {
    server.journal.clear();
    const run = createAgent({ client, model }).run("Hi");
    if (watch) await Array.fromAsync(run).catch(() => undefined);
    endings.push(
      await run.then(
        ({ text }) => ({ text }),
        (error: unknown) => ({ error: error as NonNullable<Ending["error"]> }),
      ),
    );
  }
  return endings;
}

test("a rate limit is waited for as long as Retry-After specifies", async () => {
  server.on({}, { times: 1 }).reply({ status: 429, headers: { "retry-after-ms": "30" } });
  server.on().reply("Hello.");
  const rule = server.on({}, { times: 1 }).reply({ status: 429, headers: { "retry-after-ms": "30" } });
  expect(await both()).toEqual([{ text: "Hello." }, { text: "Hello." }]);
  rule();
});

test.each([500, 502, 503, 529])(
  "one %i is retried, and a permanent one throws after three attempts",
  async (status) => {
    server.on().reply("Hello.");
    server.on({}, { times: 1 }).reply({ status });
    expect((await both())[0]).toEqual({ text: "Hello." });
    server.reset();
    server.on().reply({ status, headers: { "retry-after-ms": "1" } });
    for (const { error } of await both()) {
      expect(error).toMatchObject({ name: "ApiError", status, attempts: 3 });
      expect(error!.run).toMatchObject({
        steps: [],
        attempts: [{ outcome: "failed", model, cost: undefined }],
        cost: 0,
      });
    }
  },
);

test.each([
  [400, "bad_request"],
  [402, "insufficient_credits"],
  [403, "forbidden"],
])("%i is not temporary and throws immediately", async (status, code) => {
  server.on().reply({ status });
  for (const { error } of await both()) expect(error).toMatchObject({ code, attempts: 1 });
});

test("an error under HTTP 200 throws", async () => {
  server.on().reply({ content: "Hello.", fault: { kind: "error_in_200", status: 502 } });
  for (const { error } of await both(0))
    expect(error).toMatchObject({ name: "ApiError", code: "provider_unavailable" });
});

test("an error in the middle of a text throws, with the text so far and its cost", async () => {
  server.on().reply({ content: "one two three", fault: { kind: "mid_stream_error", afterEvents: 3, message: "gone" } });
  const [, watched] = await both(0);
  expect(watched!.error).toMatchObject({
    name: "ApiError",
    partial: { choices: [{ message: { content: "one two" } }] },
  });
  expect(watched!.error!.run!.attempts).toMatchObject([{ outcome: "failed", provider: expect.any(String) as string }]);
});

test("a connection that breaks in the middle of a text throws, and the text is not taken for the output", async () => {
  server.on().reply({ content: "one two three", fault: { kind: "connection_reset", afterEvents: 3 } });
  const [, watched] = await both(0);
  expect(watched!.error).toMatchObject({
    name: "StreamError",
    partial: { choices: [{ message: { content: "one two" } }] },
  });
});

test("a stream that ends without a finish reason is a failure", async () => {
  server.on().reply({ content: "one two three", fault: { kind: "truncated", afterEvents: 2 } });
  const [, watched] = await both(0);
  expect(watched!.error).toMatchObject({ name: "StreamError", reason: "truncated" });
});

test("a model that calls tools endlessly is stopped after twenty steps, with a final response", async () => {
  let count = 0;
  const more = tool({ name: "more", inputSchema: { type: "object" }, execute: () => ++count });
  const { client, requests } = createScriptedClient([
    ...Array.from({ length: 20 }, (_, n) => ({ toolCalls: [{ name: "more", arguments: { n } }] })),
    "That is all I know.",
  ]);
  const result = await createAgent({ client, model, tools: [more] }).run("?");
  expect(result).toMatchObject({ stopReason: "max_steps", text: "That is all I know." });
  expect(count).toBe(20);
  expect(requests).toHaveLength(21);
});

test("a filtered response without text is an empty output, and stopReason reports it", async () => {
  const { client } = createScriptedClient([{ text: "", finishReason: "content_filter" }]);
  expect(await createAgent({ client, model }).run("?")).toMatchObject({ text: "", stopReason: "content_filter" });
});

test("tool calls run whatever the finish reason is", async () => {
  const noon = tool({ name: "noon", execute: () => "12:00" });
  const { client } = createScriptedClient([
    { toolCalls: [{ name: "noon", arguments: {} }], finishReason: "stop" },
    "Noon.",
  ]);
  expect((await createAgent({ client, model, tools: [noon] }).run("?")).text).toBe("Noon.");
});

test("a response without usage has an unknown cost, which is not summed", async () => {
  server.on().reply({ content: "Hello.", fault: { kind: "usage", how: "missing" } });
  const client = new Patchbay({ apiKey: "sk-or-v1-agent", baseURL: listening.baseURL });
  const { cost, usage, steps } = await createAgent({ client, model }).run("Hi");
  expect({ cost, usage, reported: steps[0]!.usage }).toEqual({
    cost: undefined,
    usage: { promptTokens: 0, completionTokens: 0, totalTokens: 0 },
    reported: undefined,
  });
});

test("two concurrent runs of one agent are independent", async () => {
  const { client } = createScriptedClient([
    ({ messages }) => `You said ${String(messages.at(-1)!.content)}.`,
    ({ messages }) => `You said ${String(messages.at(-1)!.content)}.`,
  ]);
  const agent = createAgent({ client, model });
  const [a, b] = await Promise.all([agent.run("a"), agent.run("b")]);
  expect([a.text, b.text]).toEqual(["You said a.", "You said b."]);
  expect([a.steps.length, b.steps.length]).toEqual([1, 1]);
});

test("a connection that breaks before the response is not retried by default, because the request may be billed", async () => {
  server.on().reply("Hello.");
  server.on({}, { times: 1 }).reply({ fault: { kind: "connection_reset" } });
  const [first] = await both();
  expect(first!.error).toMatchObject({ name: "ConnectionError", requestSent: true, attempts: 1 });
  server.reset();
  server.on().reply("Hello.");
  server.on({}, { times: 1 }).reply({ fault: { kind: "connection_reset" } });
  const bold = new Patchbay({ apiKey: "sk-or-v1-agent", baseURL: listening.baseURL, retryNonIdempotent: true });
  expect((await createAgent({ client: bold, model }).run("Hi")).text).toBe("Hello.");
});

test("an empty response after a tool is requested once more, and the result of the tool is kept", async () => {
  let ran = 0;
  const noon = tool({ name: "noon", execute: () => ++ran });
  const { client } = createScriptedClient([{ toolCalls: [{ name: "noon", arguments: {} }] }, { text: "" }, "Noon."]);
  expect((await createAgent({ client, model, tools: [noon] }).run("?")).text).toBe("Noon.");
  expect(ran).toBe(1);
});

test("a run against the real API is recorded once and replayed afterwards", async () => {
  const weather = tool({ name: "weather", inputSchema: { type: "object" }, execute: () => "snow" });
  server.on({ userMessage: /weather/ }).reply({ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] });
  server.on({ toolResult: "snow" }).reply("It snows.");
  const ask = async (by: MockServer): Promise<unknown> => {
    const client = new Patchbay({ apiKey: "sk-or-v1-agent", fetch: by.fetch });
    const run = createAgent({ client, model, tools: [weather] }).run("How is the weather?");
    await Array.fromAsync(run);
    const { text, cost, messages, attempts } = await run;
    return { text, cost, messages, ids: attempts.map(({ generationId: id }) => id) };
  };
  const recorder = createMockServer({ record: { baseURL: listening.baseURL } });
  const live = await ask(recorder);
  expect(live).toMatchObject({ text: "It snows." });
  await listening.close();
  expect(await ask(createMockServer({ replay: { recording: recorder.recording! } }))).toEqual(live);
  listening = await server.listen({ port: 0 });
});
