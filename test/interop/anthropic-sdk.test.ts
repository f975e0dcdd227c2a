// The published `@anthropic-ai/sdk`, with only a base URL and a key. Its own version of the API is 2026-10-21.
import Anthropic from "@anthropic-ai/sdk";
import { betaZodTool } from "@anthropic-ai/sdk/helpers/beta/zod";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import type { MockServer, MockServerOptions } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { useJudgedPorts } from "../support/judged-ports.ts";

const model = "anthropic/claude-sonnet-4.5";
const messages = [{ role: "user" as const, content: "Count." }];
const base = { model, max_tokens: 2000, messages };
const thinking = { type: "adaptive" as const, display: "summarized" as const };
const serve = useJudgedPorts();

interface Connected {
  readonly client: Anthropic;
  readonly server: MockServer;
  /** The base URL of the SDK: without `/v1`, which it appends. */
  readonly baseURL: string;
}

async function connect(
  options: MockServerOptions = {},
  settings: ConstructorParameters<typeof Anthropic>[0] = {},
): Promise<Connected> {
  const { server, origin } = await serve(options);
  const baseURL = `${origin}/api`;
  return { client: new Anthropic({ apiKey: "sk-or-v1-test", baseURL, maxRetries: 0, ...settings }), server, baseURL };
}

const add = {
  name: "add",
  description: "Adds two numbers",
  input_schema: {
    type: "object" as const,
    properties: { a: { type: "number" }, b: { type: "number" } },
    required: ["a", "b"],
  },
};
const callsAdd = { toolCalls: [{ name: "add", arguments: { a: 1, b: 2 } }] };

const keyInHeader = { apiKey: null, defaultHeaders: { "x-api-key": "sk-or-v1-test", authorization: null } };

describe.each([
  ["2026-10-21", "authorization", {}],
  ["2023-06-01", "authorization", { defaultHeaders: { "anthropic-version": "2023-06-01" } }],
  ["2026-10-21", "x-api-key", keyInHeader],
])("with version %s of the API, and the key in %s", (version, _, settings) => {
  test("the SDK receives a message with usage", async () => {
    const { client, server } = await connect({ script: ["One two three."] }, settings);
    const message = await client.messages.create({ ...base, system: "Be brief." });
    expect(message).toMatchObject({
      type: "message",
      role: "assistant",
      model,
      content: [{ type: "text", text: "One two three.", citations: null }],
      stop_reason: "end_turn",
      stop_sequence: null,
      usage: { output_tokens: 5 },
    });
    expect(server.journal.last!.headers["anthropic-version"]).toBe(version);
  });

  test("the SDK reads the raw stream", async () => {
    const { client } = await connect({ script: ["One two three."] }, settings);
    const events = await Array.fromAsync(await client.messages.create({ ...base, stream: true }));
    const text = events.flatMap((event) =>
      event.type === "content_block_delta" && event.delta.type === "text_delta" ? event.delta.text : [],
    );
    expect(text).toEqual(["One", " two", " three", "."]);
    expect(events[0]).toMatchObject({ type: "message_start", message: { content: [], model } });
    expect(events.at(-2)).toMatchObject({ type: "message_delta", usage: { output_tokens: 5 } });
    expect(events.at(-1)!.type).toBe("message_stop");
  });

  test("the SDK's stream helper accumulates thinking, text and tool calls", async () => {
    const reply = { reasoning: "I need a sum.", content: "Wait.", ...callsAdd };
    const { client } = await connect({ script: () => reply }, settings);
    const pieces = { text: "", thinking: "" };
    const stream = client.messages
      .stream({ ...base, tools: [add], thinking })
      .on("text", (delta) => (pieces.text += delta))
      .on("thinking", (delta) => (pieces.thinking += delta));
    const message = await stream.finalMessage();
    expect(pieces).toEqual({ text: "Wait.", thinking: "I need a sum." });
    expect(message).toMatchObject({
      content: [
        { type: "thinking", thinking: "I need a sum.", signature: expect.stringMatching(/\w/) as string },
        { type: "text", text: "Wait." },
        { type: "tool_use", name: "add", input: { a: 1, b: 2 } },
      ],
      stop_reason: "tool_use",
    });
    const { input_tokens, output_tokens } = (await client.messages.create({ ...base, tools: [add], thinking })).usage;
    expect(message.usage).toMatchObject({ input_tokens, output_tokens });
  });

  test("the SDK's tool runner completes a tool round, streamed or not", async () => {
    for (const stream of [false, true]) {
      const { client, server } = await connect({}, settings);
      server.on({ toolResult: false }).reply({ reasoning: "I need a sum.", ...callsAdd });
      server.on({ toolResult: "The sum is 3." }).reply("It is 3.");
      const runner = client.beta.messages.toolRunner({ ...base, stream, tools: [runnableAdd()] });
      expect((await runner).content.at(-1)).toMatchObject({ type: "text", text: "It is 3." });
      // The runner first asks for a thread on the server, which the server refuses with the code that the SDK understands.
      const sent = server.journal.entries().map(({ status, input }) => [status, "thread" in input, turnsOf(input)]);
      expect(sent).toEqual([
        [400, true, 1],
        [200, false, 1],
        [200, false, 3],
      ]);
    }
  });

  test("thinking is sent back with its signature and the tool result", async () => {
    const { client, server } = await connect({}, settings);
    server.on({ toolResult: false }).reply({ reasoning: "I need a sum.", ...callsAdd });
    server.on({ toolResult: "3" }).reply("It is 3.");
    const request = { ...base, tools: [add], thinking };
    const first = await client.messages.create(request);
    expect(first.content.map(({ type }) => type)).toEqual(["thinking", "tool_use"]);
    const [, call] = first.content as [unknown, Anthropic.ToolUseBlock];
    const final = await client.messages.create({
      ...request,
      messages: [
        ...messages,
        { role: "assistant", content: first.content },
        { role: "user", content: [{ type: "tool_result", tool_use_id: call.id, content: "3" }] },
      ],
    });
    expect(final.content.at(-1)).toMatchObject({ type: "text", text: "It is 3." });
  });
});

function runnableAdd(): ReturnType<typeof betaZodTool> {
  return betaZodTool({
    name: "add",
    description: "Adds two numbers",
    inputSchema: z.object({ a: z.number(), b: z.number() }),
    run: ({ a, b }) => `The sum is ${a + b}.`,
  }) as ReturnType<typeof betaZodTool>;
}

const turnsOf = ({ messages }: Readonly<Record<string, unknown>>): number => (messages as readonly unknown[]).length;

test("temperature is refused in version 2026-10-21 and accepted in 2023-06-01", async () => {
  const { client } = await connect();
  const request = { ...base, temperature: 0.5 };
  await expect(client.messages.create(request)).rejects.toThrow("/temperature");
  const headers = { "anthropic-version": "2023-06-01" };
  expect((await client.messages.create(request, { headers })).type).toBe("message");
});

test("the SDK parses structured output with a zod schema", async () => {
  const { client } = await connect();
  const city = z.object({ name: z.string(), population: z.int() });
  const message = await client.messages.parse({ ...base, output_config: { format: zodOutputFormat(city) } });
  expect(city.safeParse(message.parsed_output).success).toBe(true);
});

test("the SDK counts tokens: as many as a message with this prompt is charged for", async () => {
  const { client } = await connect();
  const { input_tokens } = await client.messages.countTokens({ model, messages, system: "Be brief." });
  const message = await client.messages.create({ ...base, system: "Be brief." });
  expect(input_tokens).toBeGreaterThan(0);
  expect(message.usage.input_tokens).toBe(input_tokens);
});

test("the SDK lists models", async () => {
  const { client } = await connect();
  const ids = (await Array.fromAsync(client.models.list())).map(({ id }) => id);
  expect(ids).toContain(model);
});

test("system messages are accepted anywhere, also after a tool result", async () => {
  const { client, server } = await connect();
  server.on({ toolResult: "3" }).reply("It is 3.");
  const message = await client.beta.messages.create({
    ...base,
    tools: [add],
    messages: [
      ...messages,
      { role: "assistant", content: [{ type: "tool_use", id: "toolu_1", name: "add", input: { a: 1, b: 2 } }] },
      { role: "user", content: [{ type: "tool_result", tool_use_id: "toolu_1", content: "3" }] },
      { role: "system", content: [{ type: "text", text: "Be brief.", cache_control: { type: "ephemeral" } }] },
    ],
  });
  expect(message.content.at(-1)).toMatchObject({ type: "text", text: "It is 3." });
});

test.each([
  ["authorization", { apiKey: null, authToken: "sk-or-v1-test" }],
  ["x-api-key", keyInHeader],
])("the key is accepted in the header %s", async (header, settings) => {
  const { client, server } = await connect({ script: ["Hi."] }, settings);
  expect((await client.messages.create(base)).content).toMatchObject([{ text: "Hi." }]);
  const { headers } = server.journal.last!;
  expect(Object.keys(headers).filter((name) => name === "authorization" || name === "x-api-key")).toEqual([header]);
});

test.each([
  [400, Anthropic.BadRequestError, "invalid_request_error"],
  [401, Anthropic.AuthenticationError, "authentication_error"],
  [402, Anthropic.PaymentRequiredError, "billing_error"],
  [403, Anthropic.PermissionDeniedError, "permission_error"],
  [404, Anthropic.NotFoundError, "not_found_error"],
  [413, Anthropic.ContentTooLargeError, "request_too_large"],
  [429, Anthropic.RateLimitError, "rate_limit_error"],
  [500, Anthropic.InternalServerError, "api_error"],
  [529, Anthropic.OverloadedError, "overloaded_error"],
])("the SDK throws its class for %s, with the type and message of the body", async (status, kind, type) => {
  const { client, server } = await connect();
  server.on().reply({ status, message: "Not today" });
  for (const stream of [false, true]) {
    const failure = await client.messages.create({ ...base, stream }).then(
      () => expect.fail("no error"),
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(kind);
    expect(failure).toMatchObject({ status, type, message: expect.stringContaining("Not today") as string });
  }
});

test("the SDK throws for a key that is missing, in the form of the API", async () => {
  const { client } = await connect({}, { apiKey: null, defaultHeaders: { authorization: null, "x-api-key": null } });
  await expect(client.messages.create(base)).rejects.toMatchObject({ status: 401, type: "authentication_error" });
});

test("the SDK waits as long as Retry-After says, and repeats the request", async () => {
  const { client, server } = await connect({}, { maxRetries: 1 });
  server.on().reply({ status: 429, headers: { "retry-after": "0" } }, "Now.");
  expect((await client.messages.create(base)).content).toMatchObject([{ text: "Now." }]);
  expect(server.journal.entries().map(({ status }) => status)).toEqual([429, 200]);
});

test("a failure in mid-stream is thrown with its type after the earlier text", async () => {
  const { client } = await connect({
    script: () => ({ content: "Half of it", error: { status: 529, message: "Overloaded right now" } }),
  });
  let text = "";
  const stream = client.messages.stream(base).on("text", (delta) => (text += delta));
  await expect(stream.finalMessage()).rejects.toMatchObject({
    type: "overloaded_error",
    message: expect.stringContaining("Overloaded right now") as string,
  });
  expect(text).toBe("Half of it");
});

test("the server stops when the SDK aborts a stream", async () => {
  const { client, server } = await connect({ defaultReply: "echo", tokenDelay: 20 });
  const stream = client.messages.stream({ ...base, messages: [{ role: "user", content: "word ".repeat(500) }] });
  stream.once("text", () => stream.abort());
  await expect(stream.finalMessage()).rejects.toBeInstanceOf(Anthropic.APIUserAbortError);
  await expect.poll(() => server.journal.last?.ended).toMatchObject({ complete: false });
  expect(server.journal.last!.ended!.sent).toBeLessThan(100);
});
