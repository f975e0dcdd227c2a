// The Responses API of the published package `openai`, with only a base URL and a key.
import type { MockServerOptions, MockServer } from "@patchbay/mock-server";
import OpenAI from "openai";
import { zodResponsesFunction, zodTextFormat } from "openai/helpers/zod";
import type { ResponseInput, ResponseStreamEvent } from "openai/resources/responses/responses";
import { expect, test } from "vitest";
import { z } from "zod";
import { useJudgedPorts } from "../support/judged-ports.ts";

const model = "openai/gpt-5-mini";
const serve = useJudgedPorts();

async function connect(
  options: MockServerOptions = {},
  maxRetries = 0,
): Promise<{ readonly client: OpenAI; readonly server: MockServer }> {
  const { baseURL, server } = await serve(options);
  return { client: new OpenAI({ apiKey: "sk-or-v1-test", baseURL, maxRetries }), server };
}

const add = zodResponsesFunction({ name: "add", parameters: z.object({ a: z.number(), b: z.number() }) });
const callsAdd = { toolCalls: [{ name: "add", arguments: { a: 1, b: 2 } }] };

test("the SDK receives a response with its text, usage and cost", async () => {
  const { client } = await connect({ script: ["One two three."] });
  const response = await client.responses.create({ model, input: "Count.", instructions: "Be brief." });
  expect(response).toMatchObject({
    object: "response",
    model,
    status: "completed",
    error: null,
    instructions: "Be brief.",
    output_text: "One two three.",
    output: [{ type: "message", role: "assistant", status: "completed", content: [{ annotations: [] }] }],
  });
  expect(response.usage).toMatchObject({ output_tokens: 4, cost: expect.any(Number) as number });
  expect(response.usage!.total_tokens).toBe(response.usage!.input_tokens + response.usage!.output_tokens);
});

test("the SDK reads the raw stream: numbered events, text token by token, the response at the end", async () => {
  const { client } = await connect({ script: ["One two three."] });
  const events = await Array.fromAsync(await client.responses.create({ model, input: "Count.", stream: true }));
  expect(events.map(({ sequence_number }) => sequence_number)).toEqual(events.map((_, index) => index));
  expect(events[0]!.type).toBe("response.created");
  expect(textsOf(events)).toEqual(["One", " two", " three", "."]);
  expect(events.at(-1)).toMatchObject({
    type: "response.completed",
    response: { status: "completed", usage: { output_tokens: 4 } },
  });
});

// The helper throws for an event type that it does not know, and for an event without the item or part before it.
test("the SDK's stream helper accumulates text, and its final response is the response of the last event", async () => {
  const { client } = await connect({ script: ["One two three."] });
  const stream = client.responses.stream({ model, input: "Count." });
  const events = await Array.fromAsync(stream);
  const final = await stream.finalResponse();
  expect(final).toMatchObject({ status: "completed", output_text: "One two three." });
  expect(events.at(-1)).toMatchObject({ type: "response.completed", response: { id: final.id } });
});

test("the SDK's stream helper accumulates tool calls and reasoning", async () => {
  const { client } = await connect({ script: [{ reasoning: "I need a sum.", content: "Wait.", ...callsAdd }] });
  const snapshots: string[] = [];
  const stream = client.responses
    .stream({ model, input: "Add 1 and 2.", tools: [add], reasoning: { effort: "low", summary: "auto" } })
    .on("response.function_call_arguments.delta", ({ snapshot }) => snapshots.push(snapshot));
  const final = await stream.finalResponse();
  expect(final.output.map(({ type }) => type)).toEqual(["reasoning", "message", "function_call"]);
  expect(final.output.at(-1)).toMatchObject({ name: "add", parsed_arguments: { a: 1, b: 2 } });
  expect(JSON.parse(snapshots.at(-1)!)).toEqual({ a: 1, b: 2 });
});

test("the SDK parses structured output with a zod schema, streamed or not", async () => {
  const { client } = await connect();
  const city = z.object({ name: z.string(), population: z.int().min(1) });
  const request = { model, input: "A city, please.", text: { format: zodTextFormat(city, "city") } };
  const parsed = await client.responses.parse(request);
  expect(city.safeParse(parsed.output_parsed).success).toBe(true);
  const streamed = await client.responses.stream(request).finalResponse();
  expect(city.safeParse(streamed.output_parsed).success).toBe(true);
});

test.each([false, true])("a tool round completes when the output is sent back (stream: %s)", async (stream) => {
  const { client, server } = await connect();
  server.on({ toolResult: false }).reply(callsAdd);
  server.on({ toolResult: "3" }).reply("It is 3.");
  const input: ResponseInput = [{ role: "user", content: "Add 1 and 2." }];
  const ask = (): Promise<OpenAI.Responses.Response> =>
    stream
      ? client.responses.stream({ model, input, tools: [add] }).finalResponse()
      : client.responses.create({ model, input, tools: [add] });
  const first = await ask();
  const call = first.output.find(({ type }) => type === "function_call") as OpenAI.Responses.ResponseFunctionToolCall;
  expect(call).toMatchObject({ name: "add", status: "completed", call_id: expect.stringMatching(/\w/) as string });
  expect(JSON.parse(call.arguments)).toEqual({ a: 1, b: 2 });
  input.push(...(first.output as ResponseInput), { type: "function_call_output", call_id: call.call_id, output: "3" });
  expect((await ask()).output_text).toBe("It is 3.");
  expect(server.journal.entries().map(({ status }) => status)).toEqual([200, 200]);
});

test("a tool output can be a list of parts", async () => {
  const { client, server } = await connect();
  server.on({ toolResult: "from a part" }).reply("Seen.");
  const response = await client.responses.create({
    model,
    input: [
      { role: "user", content: "Look." },
      { type: "function_call", call_id: "call_1", name: "look", arguments: "{}" },
      { type: "function_call_output", call_id: "call_1", output: [{ type: "input_text", text: "from a part" }] },
    ],
  });
  expect(response.output_text).toBe("Seen.");
});

test("a custom tool receives free text, streamed or not", async () => {
  const { client } = await connect({
    script: () => ({ toolCalls: [{ name: "run", arguments: JSON.stringify({ input: "ls -l" }) }] }),
  });
  const request = { model, input: "List.", tools: [{ type: "custom" as const, name: "run" }] };
  const called = { type: "custom_tool_call", name: "run", input: "ls -l" };
  expect((await client.responses.create(request)).output).toMatchObject([called]);
  const events = await Array.fromAsync(await client.responses.create({ ...request, stream: true }));
  expect(events.at(-1)).toMatchObject({ response: { output: [called] } });
});

test("web search runs on the server, also next to a call of the caller's function", async () => {
  const { client } = await connect({
    script: [{ toolCalls: [{ name: "web_search", arguments: { query: "bridges" } }, ...callsAdd.toolCalls] }],
  });
  const tools = [{ type: "web_search" as const }, add];
  const response = await client.responses.create({ model, input: "Search and add.", tools });
  expect(response.output).toMatchObject([
    { type: "web_search_call", status: "completed", action: { type: "search", query: "bridges" } },
    { type: "function_call", name: "add" },
  ]);
});

test("encrypted reasoning is sent back with the tool output and is accepted", async () => {
  const { client, server } = await connect();
  server.on({ toolResult: false }).reply({ reasoning: "I need a sum.", ...callsAdd });
  server.on({ toolResult: true }).reply("It is 3.");
  const input: ResponseInput = [{ role: "user", content: "Add 1 and 2." }];
  const request = {
    model,
    input,
    tools: [add],
    store: false,
    include: ["reasoning.encrypted_content" as const],
    reasoning: { effort: "low" as const, summary: "auto" as const },
  };
  const { output } = await client.responses.create(request);
  expect(output[0]).toMatchObject({ type: "reasoning", encrypted_content: expect.stringMatching(/\w/) as string });
  const call = output[1] as OpenAI.Responses.ResponseFunctionToolCall;
  input.push(...(output as ResponseInput), { type: "function_call_output", call_id: call.call_id, output: "3" });
  expect((await client.responses.create(request)).output_text).toBe("It is 3.");
  const sent = server.journal.last!.input as { readonly input: readonly { readonly type?: string }[] };
  expect(sent.input.map(({ type }) => type)).toEqual([undefined, "reasoning", "function_call", "function_call_output"]);
});

test("a response that reaches max_output_tokens is incomplete, streamed or not", async () => {
  const { client } = await connect({
    script: () =>
      "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen.",
  });
  const request = { model, input: "Count.", max_output_tokens: 16 };
  const incomplete = { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } };
  expect(await client.responses.create(request)).toMatchObject(incomplete);
  expect(await client.responses.stream(request).finalResponse()).toMatchObject(incomplete);
});

test.each([
  [400, OpenAI.BadRequestError],
  [401, OpenAI.AuthenticationError],
  [402, OpenAI.APIError],
  [404, OpenAI.NotFoundError],
  [429, OpenAI.RateLimitError],
  [503, OpenAI.InternalServerError],
])("the SDK throws its class for %s, with the message of the body", async (status, kind) => {
  const { client, server } = await connect();
  server.on().reply({ status, message: "Not today" });
  for (const stream of [false, true]) {
    const failure = await client.responses.create({ model, input: "Hi", stream }).then(
      () => expect.fail("no error"),
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(kind);
    expect(failure).toMatchObject({ status, message: expect.stringContaining("Not today") as string });
  }
});

test("the SDK names the parameter that the server rejects", async () => {
  const { client } = await connect();
  await expect(client.responses.create({ model, input: "Hi", temperature: 9 })).rejects.toThrow("/temperature");
});

test("the SDK waits as long as Retry-After says, and repeats the request", async () => {
  const { client, server } = await connect({}, 1);
  server.on().reply({ status: 429, headers: { "retry-after": "0" } }, "Now.");
  expect((await client.responses.create({ model, input: "Hi" })).output_text).toBe("Now.");
  expect(server.journal.entries().map(({ status }) => status)).toEqual([429, 200]);
});

test("a failure in mid-stream arrives as response.failed after the earlier text", async () => {
  const { client } = await connect({
    script: () => ({ content: "Half of it", error: { status: 502, message: "Provider disconnected" } }),
  });
  const events = await Array.fromAsync(await client.responses.create({ model, input: "Hi", stream: true }));
  expect(textsOf(events).join("")).toBe("Half of it");
  const failed = { status: "failed", error: { message: "Provider disconnected" } };
  expect(events.at(-1)).toMatchObject({ type: "response.failed", response: failed });
  const final = await client.responses.stream({ model, input: "Hi" }).finalResponse();
  expect(final.status).toBe("failed");
});

test("the server stops when the SDK aborts a stream", async () => {
  const { client, server } = await connect({ defaultReply: "echo", tokenDelay: 20 });
  const stream = await client.responses.create({ model, input: "word ".repeat(500), stream: true });
  for await (const { type } of stream)
    if (type === "response.output_text.delta") {
      stream.controller.abort();
      break;
    }
  await expect.poll(() => server.journal.last?.ended).toMatchObject({ complete: false });
  expect(server.journal.last!.ended!.sent).toBeLessThan(100);
});

function textsOf(events: readonly ResponseStreamEvent[]): string[] {
  return events.flatMap((event) => (event.type === "response.output_text.delta" ? event.delta : []));
}
