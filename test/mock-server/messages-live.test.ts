// Outputs that a real upstream produces while they are sent, in the form of Anthropic Messages.
import { createMockServer, type MockServer, type Part, type UpstreamContext } from "@patchbay/mock-server";
import type { MessagesResponse, MessageStreamEvent } from "@patchbay/spec";
import { describe, expect, test } from "vitest";
import { call } from "../support/call.ts";

const path = "/api/v1/messages";
const model = "anthropic/claude-sonnet-4.5";
const ask = { model, max_tokens: 500, messages: [{ role: "user", content: "Hi" }] };

function serve(...parts: readonly Part[]): MockServer {
  return createMockServer({
    upstream: {
      async *stream() {
        for (const part of parts) yield await Promise.resolve(part);
      },
    },
  });
}

async function stream(server: MockServer, body: object = ask): Promise<MessageStreamEvent[]> {
  const { text } = await call(server, path, { body: { ...body, stream: true } });
  return [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!) as MessageStreamEvent);
}

async function whole(server: MockServer, body: object = ask): Promise<MessagesResponse> {
  return (await call(server, path, { body })).body as unknown as MessagesResponse;
}

const text = (value: string): Part => ({ type: "text", text: value });
const stop: Part = { type: "finish", reason: "stop" };

test("the usage that the upstream reports is that of the response and of the stream", async () => {
  const usage: Part = {
    type: "usage",
    usage: { promptTokens: 900, completionTokens: 700, cachedTokens: 300, cacheWriteTokens: 100, reasoningTokens: 20 },
  };
  const expected = {
    input_tokens: 500,
    output_tokens: 700,
    cache_read_input_tokens: 300,
    cache_creation_input_tokens: 100,
    output_tokens_details: { thinking_tokens: 20 },
  };
  const server = serve(text("Hello"), usage, stop);
  const { usage: complete, id } = await whole(server);
  expect(complete).toMatchObject(expected);
  const events = await stream(server);
  expect(events.at(-2)).toMatchObject({ type: "message_delta", usage: expected });
  const generation = await call(server, `/api/v1/generation?id=${id}`);
  expect(generation.body.data).toMatchObject({
    total_cost: complete.cost,
    native_tokens_prompt: 900,
    native_tokens_completion: 700,
  });
});

test("the stop sequence that the upstream reports is named", async () => {
  const end: Part = { type: "finish", reason: "stop", stopSequence: "END" };
  const server = serve(text("Hello"), end);
  expect(await whole(server)).toMatchObject({ stop_reason: "stop_sequence", stop_sequence: "END" });
  expect((await stream(server)).at(-2)).toMatchObject({
    delta: { stop_reason: "stop_sequence", stop_sequence: "END" },
  });
});

test("interleaved pieces of tool calls arrive at their blocks", async () => {
  const server = serve(
    { type: "tool-call-delta", index: 0, id: "a", name: "f", arguments: '{"x":' },
    { type: "tool-call-delta", index: 1, id: "b", name: "g", arguments: '{"y":' },
    { type: "tool-call-delta", index: 0, arguments: "1}" },
    { type: "tool-call-delta", index: 1, arguments: "2}" },
    { type: "finish", reason: "tool_calls" },
  );
  const expected = [
    { type: "tool_use", id: "a", name: "f", input: { x: 1 } },
    { type: "tool_use", id: "b", name: "g", input: { y: 2 } },
  ];
  expect((await whole(server)).content).toMatchObject(expected);
  const json = ["", ""];
  for (const event of await stream(server))
    if (event.type === "content_block_delta" && event.delta.type === "input_json_delta")
      json[event.index] += event.delta.partial_json;
  expect(json.map((each) => JSON.parse(each) as unknown)).toEqual(expected.map(({ input }) => input));
});

test("reasoning keeps its signatures and its encrypted blocks in their order", async () => {
  const server = serve(
    { type: "reasoning", text: "One", signature: "s1" },
    { type: "reasoning-details", details: [{ type: "reasoning.encrypted", data: "xyz" }] },
    { type: "reasoning", text: "Two", signature: "s2" },
    text("Hello"),
    stop,
  );
  expect((await whole(server)).content).toEqual([
    { type: "thinking", thinking: "One", signature: "s1" },
    { type: "redacted_thinking", data: "xyz" },
    { type: "thinking", thinking: "Two", signature: "s2" },
    { type: "text", text: "Hello", citations: null },
  ]);
});

describe("an upstream that breaks off", () => {
  const broken = [
    text("Hello"),
    { type: "error", error: { status: 529, message: "Too busy", errorType: "provider_overloaded" } },
  ] as const;

  test("ends a stream with an error event", async () => {
    expect((await stream(serve(...broken))).at(-1)).toMatchObject({
      type: "error",
      error: { type: "overloaded_error", message: "Too busy" },
    });
  });

  test("ends a complete response with an error response that names the generation", async () => {
    const server = serve(...broken);
    const { status, body } = await call(server, path, { body: ask });
    expect(status).toBe(529);
    expect(body).toMatchObject({
      type: "error",
      error: { type: "overloaded_error" },
      request_id: expect.stringMatching(/^gen-/) as unknown,
    });
    const generation = await call(server, `/api/v1/generation?id=${String(body.request_id)}`);
    expect(generation.body.data).toMatchObject({ finish_reason: "error" });
  });
});

test("the upstream gets the headers for Anthropic and the whole request", async () => {
  const seen: UpstreamContext[] = [];
  const server = createMockServer({
    upstream: {
      *stream(request, context) {
        seen.push(context);
        yield text(JSON.stringify(request.messages));
        yield stop;
      },
    },
  });
  const body = { ...ask, system: "Be short." };
  const answer = await call(server, path, { body, headers: { "anthropic-beta": "effort-2025-11-24" } });
  expect(JSON.parse(String(answer.body.content![0]!.text))).toEqual([
    { role: "system", content: "Be short." },
    ...ask.messages,
  ]);
  expect(seen[0]!.headers.get("anthropic-beta")).toBe("effort-2025-11-24");
});

test("the first event of a stream arrives before the output is complete", async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const server = createMockServer({
    upstream: {
      async *stream() {
        yield text("Hello");
        await gate;
        yield text(" there");
        yield stop;
      },
    },
  });
  const response = await server.fetch(`http://localhost${path}`, {
    method: "POST",
    headers: { "x-api-key": "sk-or-v1-test" },
    body: JSON.stringify({ ...ask, stream: true }),
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let received = "";
  while (!received.includes("Hello")) received += (await reader.read()).value;
  expect(received).not.toContain("there");
  release();
  while (!received.includes("message_stop")) received += (await reader.read()).value;
  expect(received).toContain(" there");
});

test("calls of server tools are blocks between the texts before and after them, also while the output is produced", async () => {
  const server = createMockServer({
    upstream: {
      async *stream(request) {
        const isFirst = request.messages.at(-1)?.role === "user";
        yield text(isFirst ? "Let me look." : "It is in China.");
        await Promise.resolve();
        if (isFirst)
          yield { type: "tool-call-delta", index: 0, id: "a", name: "web_search", arguments: '{"query":"bridge"}' };
        yield isFirst ? { type: "finish", reason: "tool_calls" } : stop;
      },
    },
  });
  const events = await stream(server, { ...ask, tools: [{ type: "web_search_20260318", name: "web_search" }] });
  const blocks = events.flatMap((event) => (event.type === "content_block_start" ? [event.content_block.type] : []));
  expect(blocks).toEqual(["text", "server_tool_use", "web_search_tool_result", "text"]);
});
