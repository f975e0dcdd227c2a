// Chat streams: every way to read them, to close them, and to see them fail.
import {
  ApiError,
  ChatStream,
  ConnectionError,
  Patchbay,
  PatchbayError,
  StreamError,
  type ChatCompletion,
  type ChatCompletionChunk,
  type ChatCompletionRequest,
  type ChatStreamEvent,
} from "@patchbay/client";
import { createMockServer, type RuleReplyObject } from "@patchbay/mock-server";
import fc from "fast-check";
import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { against, caught, chat, connect } from "./support.ts";

const head = { id: "gen-1", object: "chat.completion.chunk", created: 1, model: "m" } as const;
const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 };
const usageChunk = { ...head, choices: [], usage };

const piece = (delta: object, more: object = {}): object => ({
  ...head,
  choices: [{ index: 0, delta, finish_reason: null, ...more }],
});
const say = (content: string): object => piece({ content });
const finish = (reason: string): object => piece({}, { finish_reason: reason });
const callPiece = (call: object): object => piece({ tool_calls: [call] });

const eventsOf = (events: readonly (object | string)[]): string =>
  events.map((event) => `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`).join("");
const answer = (body: BodyInit, type = "text/event-stream"): Response =>
  new Response(body, { headers: { "content-type": type } });

/** A response of exactly these events. */
const sse =
  (...events: readonly (object | string)[]) =>
  (): Response =>
    answer(eventsOf(events));

/** A stream of these chunks and the end mark. */
const streamOf = (...chunks: readonly object[]): ChatStream =>
  against([sse(...chunks, "[DONE]")]).client.chat.completions.stream(chat);

/** A response that the test writes; reports when its reader has closed it. */
function written(): {
  readonly answer: () => Response;
  readonly write: (...events: readonly (object | string)[]) => void;
  readonly fail: (error: Error) => void;
  readonly left: () => boolean;
} {
  let controller!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  let isLeft = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (given) => void (controller = given),
    cancel: () => void (isLeft = true),
  });
  return {
    answer: () => answer(body),
    write: (...events) => controller.enqueue(new TextEncoder().encode(eventsOf(events))),
    fail: (error) => controller.error(error),
    left: () => isLeft,
  };
}

const textOf = (completion: PatchbayError["partial"]): string | null | undefined =>
  (completion as ChatCompletion | undefined)?.choices[0]?.message.content;
const readAll = async (stream: ChatStream): Promise<ChatStreamEvent[]> => Array.fromAsync(stream.events());
const read = async (pieces: AsyncIterable<string>): Promise<string> => (await Array.fromAsync(pieces)).join("");

/** Null counts as absent, and values that differ between requests are replaced. */
const alike = (completion: ChatCompletion): unknown =>
  JSON.parse(
    JSON.stringify(completion, (name, value: unknown) => {
      if (value === null) return undefined;
      if (name === "id") return String(value).replace(/(?<=^gen-|^call_).*/, "…");
      return name === "signature" ? atob(String(value)).replace(/^gen-\S*/, "gen-…") : value;
    }),
  );

afterEach(() => void vi.useRealTimers());

describe("reading a stream", () => {
  test("a loop returns the chunks unchanged, including unknown fields", async () => {
    const chunks = [piece({ content: "a", mood: "calm" }, { seen: 1 }), { ...say("b"), extra: true }, usageChunk];
    expect(await Array.fromAsync(streamOf(...chunks))).toEqual(chunks);
  });

  test("the request is sent when reading starts", async () => {
    const { client, requests } = against([sse(say("a"), "[DONE]")]);
    const stream = client.chat.completions.stream(chat);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests).toHaveLength(0);
    expect(stream.partial).toBeUndefined();
    await stream.final();
    expect(requests).toHaveLength(1);
    expect(await requests[0]!.json()).toEqual({ ...chat, stream: true });
    expect(requests[0]!.headers.get("accept")).toBe("text/event-stream");
  });

  test("textStream() returns the text of the first choice, without empty strings", async () => {
    const other = { ...head, choices: [{ index: 1, delta: { content: "other" }, finish_reason: null }] };
    const stream = streamOf(piece({ role: "assistant", content: "" }), say("a"), other, say("b"), usageChunk);
    expect(await Array.fromAsync(stream.textStream())).toEqual(["a", "b"]);
    expect((await stream.final()).choices.map(({ message }) => message.content)).toEqual(["ab", "other"]);
  });

  test("events() returns every event in order, and the complete completion last", async () => {
    const detail = { type: "reasoning.text", text: "hm", index: 0 };
    const annotation = { type: "url_citation", url_citation: { url: "https://a.example", title: "A" } };
    const image = { type: "image_url", image_url: { url: "data:image/png;base64,AA" } };
    const stream = streamOf(
      piece({ role: "assistant", content: "" }),
      piece({ content: "", reasoning: "hm", reasoning_details: [detail] }),
      piece({ reasoning_details: [{ type: "reasoning.encrypted", data: "xyz", index: 1 }] }),
      say("a"),
      piece({ refusal: "no" }),
      callPiece({ index: 0, id: "call_1", type: "function", function: { name: "add", arguments: "" } }),
      callPiece({ index: 0, function: { arguments: '{"a":' } }),
      callPiece({ index: 0, function: { arguments: "1}" } }),
      piece({ annotations: [annotation] }),
      piece({ images: [image] }),
      piece({ audio: { id: "audio_1", data: "AA==", transcript: "a" } }),
      finish("tool_calls"),
      usageChunk,
    );
    const events = await readAll(stream);
    const call = { id: "call_1", type: "function", function: { name: "add", arguments: '{"a":1}' } };
    const delta = { type: "tool-call-delta", index: 0, call: 0, id: undefined, name: undefined };
    expect(events.slice(0, -1)).toEqual([
      { type: "reasoning-delta", index: 0, text: "hm", details: [detail] },
      {
        type: "reasoning-delta",
        index: 0,
        text: "",
        details: [{ type: "reasoning.encrypted", data: "xyz", index: 1 }],
      },
      { type: "text-delta", index: 0, text: "a" },
      { type: "refusal-delta", index: 0, text: "no" },
      { ...delta, id: "call_1", name: "add", arguments: "" },
      { ...delta, arguments: '{"a":' },
      { ...delta, arguments: "1}" },
      { type: "annotation", index: 0, annotation },
      { type: "image", index: 0, image },
      { type: "audio-delta", index: 0, audio: { id: "audio_1", data: "AA==", transcript: "a" } },
      { type: "tool-call", index: 0, call },
      { type: "finish", index: 0, reason: "tool_calls" },
      { type: "usage", usage },
    ]);
    expect(events.at(-1)).toEqual({ type: "done", completion: await stream.final() });
  });

  test("events() emits a tool call when the next one starts", async () => {
    const stream = streamOf(
      callPiece({ index: 0, id: "a", function: { name: "one", arguments: '{"x":1}' } }),
      callPiece({ index: 1, id: "b", function: { name: "two", arguments: '{"y":' } }),
      callPiece({ index: 1, function: { arguments: "2}" } }),
      finish("tool_calls"),
    );
    const emitted = (await readAll(stream)).map((event) =>
      event.type === "tool-call"
        ? `whole ${event.call.id} ${event.call.function.arguments}`
        : event.type === "tool-call-delta"
          ? `piece of ${event.call}`
          : event.type,
    );
    expect(emitted).toEqual([
      "piece of 0",
      'whole a {"x":1}',
      "piece of 1",
      "piece of 1",
      'whole b {"y":2}',
      "finish",
      "done",
    ]);
  });

  test("interleaved tool calls are emitted once each, and complete", async () => {
    const stream = streamOf(
      callPiece({ index: 0, id: "a", function: { name: "one", arguments: "" } }),
      callPiece({ index: 1, id: "b", function: { name: "two", arguments: "" } }),
      callPiece({ index: 0, function: { arguments: '{"x":' } }),
      callPiece({ index: 1, function: { arguments: '{"y":' } }),
      callPiece({ index: 0, function: { arguments: "1}" } }),
      callPiece({ index: 1, function: { arguments: "2}" } }),
      finish("tool_calls"),
    );
    const calls = (await readAll(stream)).filter((event) => event.type === "tool-call");
    expect(calls.map(({ call }) => [call.id, call.function.arguments])).toEqual([
      ["a", '{"x":1}'],
      ["b", '{"y":2}'],
    ]);
  });

  test("events() keeps choices apart, and completes tool calls without a finish reason", async () => {
    const of = (index: number, delta: object): object => ({
      ...head,
      choices: [{ index, delta, finish_reason: null }],
    });
    const call = (id: string): object => ({
      tool_calls: [{ index: 0, id, type: "function", function: { name: "f", arguments: "{}" } }],
    });
    const events = await readAll(streamOf(of(1, { content: "b" }), of(0, call("a")), of(1, call("b"))));
    expect(events.flatMap((event) => ("index" in event ? [[event.type, event.index]] : []))).toEqual([
      ["text-delta", 1],
      ["tool-call-delta", 0],
      ["tool-call-delta", 1],
      ["tool-call", 1],
      ["tool-call", 0],
    ]);
  });

  test("partial grows with what was read, and final() returns the whole after the loop", async () => {
    const stream = streamOf(say("one"), say(" two"), finish("stop"), usageChunk);
    const seen: unknown[] = [];
    for await (const _ of stream.textStream()) seen.push(textOf(stream.partial));
    expect(seen).toEqual(["one", "one two"]);
    const whole = await stream.final();
    expect(whole).toEqual({
      id: "gen-1",
      object: "chat.completion",
      created: 1,
      model: "m",
      system_fingerprint: null,
      choices: [{ index: 0, message: { role: "assistant", content: "one two" }, finish_reason: "stop" }],
      usage,
    });
    expect(await stream.final()).toEqual(whole);
  });

  test("the usage of a failure is kept when its event reports it", async () => {
    const failed = { ...head, choices: [], usage, error: { code: 502, message: "gone" } };
    const stream = streamOf(say("a"), failed);
    const error = await caught(readAll(stream));
    expect(error).toMatchObject({ status: 502, partial: { usage, choices: [{ message: { content: "a" } }] } });
  });

  test("a partial that was returned does not change later", async () => {
    const taken: (ChatCompletion | undefined)[] = [];
    const stream = streamOf(
      piece({ reasoning_details: [{ type: "reasoning.text", text: "a", index: 0 }] }),
      piece({ reasoning_details: [{ type: "reasoning.text", text: "b", index: 0 }] }),
      callPiece({ index: 0, id: "c", function: { name: "f", arguments: "{" } }),
      callPiece({ index: 0, function: { arguments: "}" } }),
    );
    for await (const _ of stream) taken.push(stream.partial);
    expect(taken.map((one) => one?.choices[0]?.message.reasoning_details)).toMatchObject([
      [{ text: "a" }],
      [{ text: "ab" }],
      [{ text: "ab" }],
      [{ text: "ab" }],
    ]);
    expect(taken.map((one) => one?.choices[0]?.message.tool_calls?.[0]?.function.arguments)).toEqual([
      undefined,
      undefined,
      "{",
      "{}",
    ]);
  });

  test("final() after leaving the loop early rejects, with the part that was received", async () => {
    const stream = streamOf(say("one"), say(" two"), finish("stop"));
    for await (const _ of stream.textStream()) break;
    const error = await caught(stream.final());
    expect(error).toBeInstanceOf(StreamError);
    expect(error).toMatchObject({
      reason: "truncated",
      message: expect.stringContaining("closed before its end") as string,
    });
    expect(textOf((error as StreamError).partial)).toBe("one");
  });

  test("finalChatCompletion() is another name for final()", async () => {
    const stream = streamOf(say("one"), finish("stop"));
    expect(await stream.finalChatCompletion()).toEqual(await stream.final());
  });

  test("final() of a stream without an event rejects and says so", async () => {
    const error = await caught(streamOf().final());
    expect(error).toMatchObject({ name: "StreamError", message: expect.stringContaining("ended without an event") });
  });

  test("a stream can be read once, in any way", async () => {
    const stream = streamOf(say("a"));
    await read(stream.textStream());
    for (const again of [
      Array.fromAsync(stream),
      read(stream.textStream()),
      readAll(stream),
      Array.fromAsync(stream.toReadableStream()),
    ])
      expect(await caught(again)).toMatchObject({ name: "StreamError", reason: "already_consumed" });
    expect(textOf(await stream.final())).toBe("a");
  });

  test("a closed iterator is done", async () => {
    const iterator = streamOf(say("a"), say("b"))[Symbol.asyncIterator]();
    expect(await iterator.next()).toMatchObject({ done: false });
    expect(await iterator.return!()).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  test("two concurrent calls of next() send one request", async () => {
    const { client, requests } = against([sse(say("a"), say("b"), "[DONE]")]);
    const iterator = client.chat.completions.stream(chat)[Symbol.asyncIterator]();
    await Promise.all([iterator.next(), iterator.next()]);
    expect(requests).toHaveLength(1);
    await iterator.return?.();
  });
});

describe("final() equals the non-streaming response of the same request", () => {
  const citation = {
    type: "url_citation" as const,
    url_citation: { url: "https://a.example", title: "A", content: "a", start_index: 0, end_index: 3 },
  };
  const add = (a: number, b: number): { name: string; arguments: unknown } => ({ name: "add", arguments: { a, b } });
  const pixel = "data:image/png;base64,iVBORw0KGgo=";

  test.each<[string, Partial<ChatCompletionRequest>, RuleReplyObject]>([
    ["text", {}, { content: "größer als 🎛️ one two three" }],
    ["no text at all", {}, { content: "" }],
    [
      "reasoning with a signature",
      { model: "anthropic/claude-sonnet-4.5", reasoning: { max_tokens: 2000 } },
      { content: "42", reasoning: "six times seven, I think" },
    ],
    ["reasoning without one", { model: "deepseek/deepseek-r1-0528" }, { content: "42", reasoning: "six times seven" }],
    ["several tool calls", {}, { toolCalls: [add(1, 2), add(3, 4), { name: "now", arguments: {} }] }],
    ["text and a tool call", {}, { content: "I add.", toolCalls: [add(1, 2)] }],
    ["annotations", {}, { content: "one", annotations: [citation, citation] }],
    ["images", { model: "google/gemini-2.5-flash-image" }, { content: "a picture", images: [pixel, pixel] }],
    ["a text that was cut off", { max_tokens: 2 }, { content: "one two three four" }],
    [
      "a server tool that ran",
      { tools: [{ type: "openrouter:datetime" }], messages: [{ role: "user", content: "What time is it?" }] },
      { content: "late" },
    ],
  ])("the request has %s", async (_, asked, said) => {
    const server = createMockServer({ now: () => 1_790_000_000_000 });
    server.on().reply(said);
    const { completions } = connect({}, server).chat;
    const request: ChatCompletionRequest = { ...chat, provider: { sort: "price" }, ...asked };
    const whole = await completions.create({ ...request, stream: false });
    const streamed = await completions.stream(request).final();
    expect(alike(streamed)).toEqual(alike(whole));
    expect(whole.usage?.total_tokens).toBeGreaterThan(0);
  });

  test("a signature and encrypted details are joined", async () => {
    const format = "anthropic-claude-v1";
    const detail = (more: object): object => piece({ reasoning_details: [more] });
    const { choices } = await streamOf(
      detail({ type: "reasoning.text", text: "I ", format, index: 0, signature: null }),
      detail({ type: "reasoning.text", text: "think", format, index: 0 }),
      detail({ type: "reasoning.text", signature: "c2ln", format, index: 0 }),
      detail({ type: "reasoning.summary", summary: "Think", index: 1 }),
      detail({ type: "reasoning.summary", summary: "ing", index: 1 }),
      detail({ type: "reasoning.encrypted", data: "abc", id: "rs_1", format: "openai-responses-v1", index: 2 }),
      detail({ type: "reasoning.encrypted", data: "def", id: "rs_1", format: "openai-responses-v1", index: 2 }),
      detail({ type: "reasoning.text", text: "again", index: 3, unheard: { of: 1 } }),
    ).final();
    expect(choices[0]!.message.reasoning_details).toEqual([
      { type: "reasoning.text", text: "I think", format, index: 0, signature: "c2ln" },
      { type: "reasoning.summary", summary: "Thinking", index: 1 },
      { type: "reasoning.encrypted", data: "abcdef", id: "rs_1", format: "openai-responses-v1", index: 2 },
      { type: "reasoning.text", text: "again", index: 3, unheard: { of: 1 } },
    ]);
  });

  test("details with different ids are not joined, though they share an index", async () => {
    const secret = (id: string, data: string): object =>
      piece({ reasoning_details: [{ type: "reasoning.encrypted", id, data, index: 0 }] });
    const more = piece({ reasoning_details: [{ type: "reasoning.encrypted", data: "ghi", index: 0 }] });
    const { choices } = await streamOf(secret("tool_1", "abc"), secret("tool_2", "def"), more).final();
    expect(choices[0]!.message.reasoning_details).toMatchObject([
      { id: "tool_1", data: "abc" },
      { id: "tool_2", data: "defghi" },
    ]);
  });

  test("consecutive details without an index are joined, up to a signature", async () => {
    const thought = (text: string, more: object = {}): object =>
      piece({ reasoning_details: [{ type: "reasoning.text", text, ...more }] });
    const secret = piece({ reasoning_details: [{ type: "reasoning.encrypted", data: "x" }] });
    const { choices } = await streamOf(
      thought("a"),
      thought("b", { signature: "s" }),
      thought("c"),
      secret,
      secret,
      thought("d"),
    ).final();
    expect(choices[0]!.message.reasoning_details).toEqual([
      { type: "reasoning.text", text: "ab", signature: "s" },
      { type: "reasoning.text", text: "c" },
      { type: "reasoning.encrypted", data: "x" },
      { type: "reasoning.encrypted", data: "x" },
      { type: "reasoning.text", text: "d" },
    ]);
  });

  test("unknown fields of the delta, the choice and the chunk are kept; their strings are joined, their arrays grow", async () => {
    const whole = await streamOf(
      { ...piece({ content: "a", reasoning_content: "so ", mood: 1, sources: [1] }), citations: ["https://a.example"] },
      piece({ reasoning_content: "far", mood: 2, sources: [2] }),
      piece({}, { finish_reason: "stop", stop_sequence: "\n" }),
      { ...usageChunk, trace: "t-1" },
    ).final();
    expect(whole).toMatchObject({ citations: ["https://a.example"], trace: "t-1" });
    expect(whole.choices[0]).toMatchObject({
      stop_sequence: "\n",
      message: { content: "a", reasoning_content: "so far", mood: 2, sources: [1, 2] },
    });
  });

  test("refusals, audio and log probabilities are joined", async () => {
    const token = (text: string): object => ({ token: text, logprob: -1, bytes: null, top_logprobs: [] });
    const { choices } = await streamOf(
      piece({ refusal: "I can" }, { logprobs: { content: [token("a")], refusal: [token("I can")] } }),
      piece({ refusal: "not" }, { logprobs: { content: [token("b")], refusal: [token("not")] } }),
      piece({ audio: { id: "audio_1", data: "AAAA", transcript: "o" } }, { logprobs: null }),
      piece({ audio: { data: "BBBB", transcript: "ne", expires_at: 9 } }),
    ).final();
    expect(choices[0]).toMatchObject({
      message: {
        refusal: "I cannot",
        audio: { id: "audio_1", data: "AAAABBBB", transcript: "one", expires_at: 9 },
      },
      logprobs: { content: [token("a"), token("b")], refusal: [token("I can"), token("not")] },
    });
  });
});

describe("unusual streams", () => {
  test.each([
    ["without a choice", usageChunk],
    ["with a choice", { ...piece({ content: "" }), usage }],
    ["without the list of choices", { ...head, usage }],
  ])("usage is read from a chunk %s", async (_, last) => {
    const stream = streamOf(say("a"), finish("stop"), last);
    const events = await readAll(stream);
    expect(events.filter(({ type }) => type === "usage")).toEqual([{ type: "usage", usage }]);
    expect(await stream.final()).toMatchObject({
      usage,
      choices: [{ message: { content: "a" }, finish_reason: "stop" }],
    });
  });

  test("a choice without a delta, and chunks with nulls everywhere, are accepted", async () => {
    const nothing = { content: null, reasoning: null, reasoning_details: null, tool_calls: null, refusal: null };
    const chunks = [
      { ...head, choices: [{ index: 0, finish_reason: null }] },
      piece({ role: "", ...nothing, images: null, annotations: null, audio: null }, { logprobs: null }),
      { ...say("a"), usage: null, system_fingerprint: null },
      finish("stop"),
    ];
    expect(await read(streamOf(...chunks).textStream())).toBe("a");
    expect((await readAll(streamOf(...chunks))).map(({ type }) => type)).toEqual(["text-delta", "finish", "done"]);
    const whole = await streamOf(...chunks).final();
    expect(whole).not.toHaveProperty("usage");
    expect(whole.choices).toMatchObject([{ message: { role: "assistant", content: "a" }, finish_reason: "stop" }]);
  });

  test.each<[string, readonly object[]]>([
    [
      "without indexes: an id begins a call",
      [
        { id: "a", function: { name: "one", arguments: '{"x"' } },
        { function: { arguments: ":1}" } },
        { id: "b", function: { name: "two", arguments: "" } },
        { function: { arguments: '{"y":2}' } },
      ],
    ],
    [
      "without indexes, each with its id again",
      [
        { id: "a", function: { name: "one", arguments: '{"x"' } },
        { id: "a", function: { arguments: ":1}" } },
        { id: "b", function: { name: "two", arguments: '{"y"' } },
        { id: "b", function: { arguments: ":2}" } },
      ],
    ],
    [
      "with nulls in later pieces",
      [
        { index: 0, id: "a", type: "function", function: { name: "one", arguments: null } },
        { index: 0, id: null, type: null, function: { name: null, arguments: '{"x":1}' } },
        { index: 1, id: "b", type: "function", function: null },
        { index: 1, id: "", type: "", function: { name: "two", arguments: '{"y":2}' } },
      ],
    ],
    [
      "with the id in a later piece",
      [
        { index: 0, function: { name: "one", arguments: '{"x":' } },
        { index: 0, id: "a", function: { arguments: "1}" } },
        { index: 1, function: { name: "two", arguments: '{"y":2}' } },
        { index: 1, id: "b" },
      ],
    ],
    [
      "with indexes that leave one out",
      [
        { index: 1, id: "a", function: { name: "one", arguments: '{"x":1}' } },
        { index: 3, id: "b", function: { name: "two", arguments: '{"y":2}' } },
      ],
    ],
  ])("deltas of tool calls %s", async (_, pieces) => {
    const expected = [
      { id: "a", type: "function", function: { name: "one", arguments: '{"x":1}' } },
      { id: "b", type: "function", function: { name: "two", arguments: '{"y":2}' } },
    ];
    const apart = pieces.map(callPiece);
    const together = [piece({ tool_calls: pieces })];
    for (const chunks of [apart, together]) {
      const stream = streamOf(...chunks, finish("tool_calls"));
      const calls = (await readAll(stream)).flatMap((event) => (event.type === "tool-call" ? [event.call] : []));
      expect(calls).toEqual(expected);
      expect((await stream.final()).choices[0]!.message.tool_calls).toEqual(expected);
    }
  });

  test("two tool calls without indexes in one chunk are distinguished in the events", async () => {
    const call = (id: string): object => ({ id, function: { name: id, arguments: "{}" } });
    const events = await readAll(streamOf(piece({ tool_calls: [call("a"), call("b")] })));
    expect(events.filter((event) => event.type === "tool-call-delta")).toMatchObject([
      { call: 0, id: "a", arguments: "{}" },
      { call: 1, id: "b", arguments: "{}" },
    ]);
  });

  test("a tool call without arguments has the empty object, in events and in final()", async () => {
    const stream = streamOf(
      callPiece({ index: 0, id: "a", type: "function", function: { name: "now" } }),
      finish("tool_calls"),
    );
    const call = { id: "a", type: "function", function: { name: "now", arguments: "{}" } };
    expect(await readAll(stream)).toContainEqual({ type: "tool-call", index: 0, call });
    expect((await stream.final()).choices[0]!.message.tool_calls).toEqual([call]);
  });

  test("a skipped index among the choices has no choice", async () => {
    const chunk = { ...head, choices: [{ index: 2, delta: { content: "c" }, finish_reason: "stop" }] };
    expect((await streamOf(chunk).final()).choices).toMatchObject([{ index: 2, message: { content: "c" } }]);
  });

  test("a JSON response to a stream request is one event, and final() returns it", async () => {
    const server = createMockServer();
    server.on().reply({ content: "one", toolCalls: [{ name: "now", arguments: {} }] });
    const whole = await connect({}, server).chat.completions.create(chat);
    const stream = against([() => Response.json(whole)]).client.chat.completions.stream(chat);
    expect(await read(stream.textStream())).toBe("one");
    expect(await stream.final()).toEqual(whole);
  });

  test("the events of a JSON response are those of a stream", async () => {
    const server = createMockServer();
    server.on().reply({ content: "one", toolCalls: [{ name: "now", arguments: {} }] });
    const whole = await connect({}, server).chat.completions.create(chat);
    const stream = against([() => Response.json(whole)]).client.chat.completions.stream(chat);
    expect((await readAll(stream)).map(({ type }) => type)).toEqual([
      "text-delta",
      "tool-call-delta",
      "tool-call",
      "finish",
      "usage",
      "done",
    ]);
  });
});

describe("passing a stream on", () => {
  test("a stream that passes through a web server's response is the same stream", async () => {
    const server = createMockServer();
    server.on().reply({ content: "größer 🎛️", toolCalls: [{ name: "add", arguments: { a: 1 } }] });
    const stream = connect({}, server).chat.completions.stream(chat);
    const response = new Response(stream.toReadableStream(), { headers: { "content-type": "text/event-stream" } });
    const back = ChatStream.fromReadableStream(response.body!);
    expect(await read(back.textStream())).toBe("größer 🎛️");
    expect(await back.final()).toEqual(await stream.final());
  });

  test("toReadableStream() sends server-sent events with their end mark", async () => {
    const chunks = [say("a"), usageChunk];
    expect(await new Response(streamOf(...chunks).toReadableStream()).text()).toBe(eventsOf([...chunks, "[DONE]"]));
  });

  test("a failure breaks the passed-on stream, and its reader sees that it is incomplete", async () => {
    const broken = (): ReadableStream<Uint8Array> =>
      against([sse(say("a"))])
        .client.chat.completions.stream(chat)
        .toReadableStream();
    expect(await caught(new Response(broken()).text())).toMatchObject({ name: "StreamError", reason: "truncated" });
    const back = ChatStream.fromReadableStream(broken());
    const error = await caught(back.final());
    expect(error).toBeInstanceOf(StreamError);
    expect(textOf((error as StreamError).partial)).toBe("a");
  });

  test("a stream from another source can be closed and aborted", async () => {
    for (const leave of [
      async (stream: ChatStream): Promise<void> => {
        for await (const _ of stream) break;
      },
      async (stream: ChatStream): Promise<void> => {
        const reason = new Error("enough");
        for await (const _ of stream.textStream()) setTimeout(() => stream.abort(reason), 5);
      },
    ]) {
      const body = written();
      body.write(say("a"));
      await leave(ChatStream.fromReadableStream(body.answer().body!)).catch((error: unknown) =>
        expect(error).toMatchObject({ message: "enough" }),
      );
      await expect.poll(body.left).toBe(true);
    }
  });

  test("tee() returns all events in both branches, however far they are apart", async () => {
    const { client, requests } = against([sse(say("a"), say("b"), say("c"), usageChunk, "[DONE]")]);
    const [fast, slow] = client.chat.completions.stream(chat).tee();
    const iterator = slow[Symbol.asyncIterator]();
    const first = await iterator.next();
    expect(await read(fast.textStream())).toBe("abc");
    const rest: ChatCompletionChunk[] = [];
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) rest.push(next.value);
    expect([first.value, ...rest]).toEqual([say("a"), say("b"), say("c"), usageChunk]);
    expect(await slow.final()).toEqual(await fast.final());
    expect(requests).toHaveLength(1);
  });

  test("when one branch closes, the other reads on, and the connection closes after the last", async () => {
    const body = written();
    body.write(say("a"), say("b"));
    const [one, two] = against([body.answer]).client.chat.completions.stream(chat).tee();
    for await (const _ of one) break;
    const seen: string[] = [];
    for await (const text of two.textStream()) {
      seen.push(text);
      expect(body.left()).toBe(false);
      if (seen.length === 2) body.write(say("c"));
      if (seen.length === 3) break;
    }
    expect(seen).toEqual(["a", "b", "c"]);
    await expect.poll(body.left).toBe(true);
    expect(textOf(one.partial)).toBe("a");
    expect(textOf(two.partial)).toBe("abc");
  });

  test("of two branches that are passed on, canceling one while it waits leaves the other unchanged", async () => {
    const body = written();
    const [one, two] = against([body.answer]).client.chat.completions.stream(chat).tee();
    const reader = one.toReadableStream().getReader();
    const waiting = reader.read();
    const text = read(two.textStream());
    body.write(say("a"));
    await waiting;
    const again = reader.read();
    await reader.cancel();
    expect(await again).toMatchObject({ done: true });
    body.write(say("b"), "[DONE]");
    expect(await text).toBe("ab");
  });

  test("a branch that is closed while it waits is done, whatever arrives later", async () => {
    const body = written();
    const [one, two] = against([body.answer]).client.chat.completions.stream(chat).tee();
    const iterator = one[Symbol.asyncIterator]();
    const waiting = iterator.next();
    const other = two.final();
    await iterator.return!();
    body.write(say("a"), "[DONE]");
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(one.partial).toBeUndefined();
    expect(textOf(await other)).toBe("a");
  });

  test("aborting one branch of a tee leaves the other complete", async () => {
    const body = written();
    body.write(say("a"));
    const [one, two] = against([body.answer]).client.chat.completions.stream(chat).tee();
    const work = caught(one.final());
    const other = two.final();
    await expect.poll(() => [textOf(one.partial), textOf(two.partial)]).toEqual(["a", "a"]);
    const reason = new Error("enough");
    one.abort(reason);
    expect(await work).toBe(reason);
    expect(body.left()).toBe(false);
    body.write(say("b"), "[DONE]");
    expect(textOf(await other)).toBe("ab");
    expect(textOf(one.partial)).toBe("a");
  });

  test("aborting both branches of a tee closes the connection, and each reader sees its own reason", async () => {
    const body = written();
    body.write(say("a"));
    const [one, two] = against([body.answer]).client.chat.completions.stream(chat).tee();
    const works = [one, two].map((half) => caught(half.final()));
    await expect.poll(() => [textOf(one.partial), textOf(two.partial)]).toEqual(["a", "a"]);
    const reasons = [new Error("first"), new Error("second")];
    one.abort(reasons[0]);
    two.abort(reasons[1]);
    expect(await Promise.all(works)).toEqual(reasons);
    await expect.poll(body.left).toBe(true);
  });

  test("a failure reaches both branches, after the chunks before it", async () => {
    const [one, two] = against([sse(say("a"), say("b"))])
      .client.chat.completions.stream(chat)
      .tee();
    for (const each of [one, two]) {
      const error = await caught(each.final());
      expect(error).toMatchObject({ name: "StreamError", reason: "truncated" });
      expect(textOf(each.partial)).toBe("ab");
    }
  });
});

describe("closing a stream", () => {
  const reason = new Error("enough");
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  /** A server on a port that sends one event and then waits; knows when the connection has closed. */
  async function waiting(
    begin: (response: ServerResponse) => void = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(eventsOf([say("a")]));
    },
  ): Promise<{ readonly client: Patchbay; readonly closed: Promise<unknown>; readonly asked: Promise<unknown> }> {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const own = createServer((request, response) => {
      response.once("close", resolve);
      request.resume();
      begin(response);
    });
    server = own;
    const asked = once(own, "request");
    own.listen(0, "127.0.0.1");
    await once(own, "listening");
    const { port } = own.address() as AddressInfo;
    return {
      client: new Patchbay({ apiKey: "sk-or-v1-test", baseURL: `http://127.0.0.1:${port}/api/v1` }),
      closed,
      asked,
    };
  }

  test.each<[string, (stream: ChatStream) => Promise<unknown>]>([
    [
      "the loop",
      async (stream) => {
        for await (const _ of stream) break;
      },
    ],
    [
      "the loop by a throw",
      (stream) =>
        caught(
          (async () => {
            for await (const _ of stream) throw reason;
          })(),
        ),
    ],
    [
      "text()",
      async (stream) => {
        for await (const _ of stream.textStream()) break;
      },
    ],
    [
      "events()",
      async (stream) => {
        for await (const _ of stream.events()) break;
      },
    ],
    [
      "the reader of what was passed on",
      async (stream) => {
        const reader = stream.toReadableStream().getReader();
        await reader.read();
        await reader.cancel();
      },
    ],
    [
      "both halves of a tee",
      async (stream) => {
        const [one, two] = stream.tee();
        for await (const _ of one) break;
        for await (const _ of two) break;
      },
    ],
    [
      "by abort()",
      async (stream) => {
        const work = caught(stream.final());
        await expect.poll(() => textOf(stream.partial)).toBe("a");
        stream.abort(reason);
        expect(await work).toBe(reason);
      },
    ],
  ])("%s closes the connection", async (_, leave) => {
    const { client, closed } = await waiting();
    await leave(client.chat.completions.stream(chat));
    await closed;
  });

  test("the caller's signal closes the connection and ends the loop with its reason", async () => {
    const { client, closed } = await waiting();
    const controller = new AbortController();
    const stream = client.chat.completions.stream(chat, { signal: controller.signal });
    const work = caught(
      (async () => {
        for await (const _ of stream) setTimeout(() => controller.abort(reason), 5);
      })(),
    );
    expect(await work).toBe(reason);
    await closed;
    expect(textOf(stream.partial)).toBe("a");
  });

  test("the mock server charges what was sent when the reader of a stream disconnects", async () => {
    const mock = createMockServer({ tokenDelay: 20 });
    mock.on().reply({ content: "word ".repeat(2000) });
    const listening = await mock.listen({ port: 0 });
    const client = new Patchbay({ apiKey: "sk-or-v1-test", baseURL: listening.baseURL });
    const request = { ...chat, provider: { only: ["openai"] } };
    for await (const _ of client.chat.completions.stream(request).textStream()) break;
    await expect.poll(() => mock.journal.last?.cost).toBeGreaterThan(0);
    // 2,000 tokens at 0.6 dollars a million would be more than a thousandth.
    expect(mock.journal.last!.cost).toBeLessThan(0.0005);
    await listening.close();
  });

  test("abort() ends the wait for the first event, and the reader receives its reason", async () => {
    const { client, asked } = await waiting(() => undefined);
    const stream = client.chat.completions.stream(chat);
    const work = caught(stream.final());
    await asked;
    stream.abort(reason);
    expect(await work).toBe(reason);
  });

  test("a stream that is closed before its response arrives is closed when it arrives", async () => {
    for (const leave of [
      (reader: ReadableStreamDefaultReader): Promise<void> => reader.cancel(),
      (_: unknown, stream: ChatStream): void => stream.abort(reason),
    ]) {
      const body = written();
      const { promise, resolve } = Promise.withResolvers<Response>();
      const { client, requests } = against([() => promise]);
      const stream = client.chat.completions.stream(chat);
      const reader = stream.toReadableStream().getReader();
      reader.closed.catch(() => undefined);
      await expect.poll(() => requests.length).toBe(1);
      await leave(reader, stream);
      body.write(say("a"));
      resolve(body.answer());
      await expect.poll(body.left).toBe(true);
    }
  });

  test("a stream that is closed before its response arrives aborts the request at once", async () => {
    const { client, requests } = against([() => new Promise<Response>(() => undefined)]);
    const iterator = client.chat.completions.stream(chat)[Symbol.asyncIterator]();
    const next = iterator.next();
    await expect.poll(() => requests.length).toBe(1);
    await iterator.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(requests[0]!.signal.aborted).toBe(true);
  });

  test("events without data, by which some proxies keep a connection open, are skipped", async () => {
    const chunks = [say("a"), usageChunk].map((chunk) => JSON.stringify(chunk));
    const body = `data:\n\ndata: ${chunks[0]}\n\ndata: \n\ndata:\n\ndata: ${chunks[1]}\n\ndata: [DONE]\n\n`;
    const { client } = against([() => new Response(body, { headers: { "content-type": "Text/Event-Stream" } })]);
    expect(await Array.fromAsync(client.chat.completions.stream(chat))).toEqual([say("a"), usageChunk]);
  });

  test("abort() without a reason is an AbortError", async () => {
    const stream = streamOf(say("a"));
    stream.abort();
    const error = await caught(stream.final());
    expect(error).toBeInstanceOf(DOMException);
    expect(error).toMatchObject({ name: "AbortError" });
    expect(error).not.toBeInstanceOf(PatchbayError);
  });

  test("an abort before reading sends no request", async () => {
    const { client, requests } = against([sse(say("a"), "[DONE]")]);
    const stream = client.chat.completions.stream(chat);
    stream.abort(reason);
    expect(await caught(Array.fromAsync(stream))).toBe(reason);
    const signal = AbortSignal.abort(reason);
    expect(await caught(Array.fromAsync(client.chat.completions.stream(chat, { signal })))).toBe(reason);
    expect(requests).toHaveLength(0);
  });

  test("received events are not returned after an abort", async () => {
    for (const how of ["stream", "signal"] as const) {
      const controller = new AbortController();
      const { client } = against([sse(say("a"), say("b"), "[DONE]")]);
      const stream = client.chat.completions.stream(chat, { signal: controller.signal });
      const seen: string[] = [];
      const work = (async () => {
        for await (const text of stream.textStream()) {
          seen.push(text);
          if (how === "stream") stream.abort(reason);
          else controller.abort(reason);
        }
      })();
      expect(await caught(work)).toBe(reason);
      expect(seen).toEqual(["a"]);
    }
  });

  test("an abort between the response and its first read takes effect at once", async () => {
    const controller = new AbortController();
    const { client } = against([sse(say("a"), "[DONE]")]);
    const stream = await client.chat.completions.create({ ...chat, stream: true }, { signal: controller.signal });
    controller.abort(reason);
    expect(await caught(read(stream.textStream()))).toBe(reason);
    expect(stream.partial).toBeUndefined();
  });

  test("an abort after the end has no effect", async () => {
    const stream = streamOf(say("a"));
    await read(stream.textStream());
    stream.abort(reason);
    expect(textOf(await stream.final())).toBe("a");
  });
});

describe("failures of streams", () => {
  const gone = { message: "Provider disconnected", metadata: { error_type: "provider_unavailable" } };
  const failed = async (...events: readonly (object | string)[]): Promise<{ error: unknown; seen: string }> => {
    const { client, requests } = against([sse(say("one"), say(" two"), ...events)]);
    let seen = "";
    const error = await caught(
      (async () => {
        for await (const text of client.chat.completions.stream(chat).textStream()) seen += text;
      })(),
    );
    expect(requests).toHaveLength(1);
    return { error, seen };
  };

  test.each<[string, object, object]>([
    [
      "next to its choices",
      {
        ...head,
        choices: [{ index: 0, delta: { content: "" }, finish_reason: "error" }],
        error: { code: 502, ...gone },
      },
      { status: 502, code: "provider_unavailable", errorType: "provider_unavailable" },
    ],
    [
      "with a code that is a word",
      { ...head, choices: [], error: { code: "server_error", ...gone } },
      { status: 500, retryable: true },
    ],
    [
      "with a code that is a number in words",
      { ...head, choices: [], error: { code: "429", ...gone } },
      { status: 429, code: "rate_limited" },
    ],
    ["with the code null", { ...head, choices: [], error: { code: null, ...gone } }, { status: 500 }],
    ["with no choices", { ...head, choices: [], error: { code: 503, ...gone } }, { status: 503 }],
    ["alone", { error: { code: 502, ...gone } }, { status: 502 }],
    [
      "inside a choice",
      {
        ...head,
        choices: [
          {
            index: 0,
            delta: { content: "" },
            finish_reason: "error",
            error: { code: 502, message: gone.message, metadata: { provider_name: "Acme", raw: { retryable: true } } },
          },
        ],
      },
      { status: 502, provider: "Acme" },
    ],
  ])(
    "an error %s is thrown after the chunks before it, with the part that was received",
    async (_, event, expected) => {
      const { error, seen } = await failed(event, "[DONE]");
      expect(seen).toBe("one two");
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ ...expected, body: event, attempts: 1 });
      expect((error as ApiError).message).toContain("Provider disconnected");
      expect(textOf((error as ApiError).partial)).toBe("one two");
    },
  );

  test.each<[string, readonly (object | string)[], string]>([
    ["a stream without its end", [], "truncated"],
    ["an event that is not valid JSON", ["{oops", "[DONE]"], "malformed"],
    ["an event that is not an object", ["null", "[DONE]"], "malformed"],
    ["an event that is a text", ['"hello"', "[DONE]"], "malformed"],
  ])("%s is a StreamError with the part that was received", async (_, events, reason) => {
    const { error, seen } = await failed(...events);
    expect(seen).toBe("one two");
    expect(error).toBeInstanceOf(StreamError);
    expect(error).toMatchObject({ reason, attempts: 1, partial: { id: "gen-1" } });
    expect(textOf((error as StreamError).partial)).toBe("one two");
  });

  test("the usage that was received is kept with the failure", async () => {
    const { error } = await failed(usageChunk);
    expect(error).toMatchObject({ partial: { usage } });
  });

  test.each([{ afterEvents: 3 }, { afterBytes: 700 }])("a reset, after %o, is a StreamError", async (place) => {
    const server = createMockServer();
    server.on().reply({ content: "one two three", fault: { kind: "connection_reset", ...place } });
    const stream = connect({}, server).chat.completions.stream(chat);
    let seen = "";
    const error = await caught(
      (async () => {
        for await (const text of stream.textStream()) seen += text;
      })(),
    );
    expect(error).toBeInstanceOf(StreamError);
    expect(error).toMatchObject({ reason: "interrupted", cause: expect.any(Error) as Error, attempts: 1 });
    expect("one two three").toContain(seen);
    expect(seen).not.toBe("");
    expect(textOf((error as StreamError).partial)).toBe(seen);
    expect(server.journal.count).toBe(1);
  });

  test("a stream that ends in the middle of an event is truncated, not malformed", async () => {
    const server = createMockServer();
    const whole = eventsOf([say("one"), say(" two")]);
    const { client } = against([() => answer(whole.slice(0, -30))]);
    const error = await caught(client.chat.completions.stream(chat).final());
    expect(error).toMatchObject({ name: "StreamError", reason: "truncated" });
    server.on().reply({ content: "größer", fault: { kind: "truncated", afterBytes: 600 } });
    expect(await caught(connect({}, server).chat.completions.stream(chat).final())).toMatchObject({
      name: "StreamError",
      reason: "truncated",
    });
  });

  test("a body that breaks during a wait is a StreamError with its cause", async () => {
    const body = written();
    body.write(say("a"));
    const stream = against([body.answer]).client.chat.completions.stream(chat);
    const cause = new TypeError("terminated");
    const work = caught(
      (async () => {
        for await (const _ of stream) body.fail(cause);
      })(),
    );
    expect(await work).toMatchObject({ name: "StreamError", reason: "interrupted", cause, partial: { id: "gen-1" } });
  });

  test.each<[string, () => Response, object]>([
    ["HTML", () => answer("<html>a portal</html>", "text/html"), { name: "ApiError", status: 200 }],
    ["no type at all", () => new Response(new Blob(["hello"])), { name: "ApiError", status: 200 }],
    ["an empty body", () => new Response(null), { name: "ApiError", status: 200 }],
    [
      "JSON that is not a completion",
      () => Response.json({ ok: true }),
      { name: "StreamError", reason: "not_a_stream" },
    ],
    ["an error under 200", () => Response.json({ error: { code: 400, ...gone } }), { name: "ApiError", status: 400 }],
  ])("%s in place of a stream is an error, and is not charged twice", async (_, given, expected) => {
    const { client, requests } = against([given]);
    expect(await caught(client.chat.completions.stream(chat).final())).toMatchObject(expected);
    expect(requests).toHaveLength(1);
  });

  test("a failure in place of the first event is retried", async () => {
    vi.useFakeTimers();
    const error = { ...head, choices: [], error: { code: 502, ...gone } };
    const { client, requests } = against([
      sse(error),
      () => answer(`: OPENROUTER PROCESSING\n\n${eventsOf([error])}`),
      sse(say("a"), "[DONE]"),
    ]);
    const work = client.chat.completions.stream(chat).final();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(textOf(await work)).toBe("a");
    expect(requests).toHaveLength(3);
  });

  test("a failure that is retried leaves no body open", async () => {
    vi.useFakeTimers();
    const body = written();
    body.write({ ...head, choices: [], error: { code: 502, ...gone } });
    const { client } = against([body.answer, sse(say("a"), "[DONE]")]);
    const work = client.chat.completions.stream(chat).final();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(textOf(await work)).toBe("a");
    expect(body.left()).toBe(true);
  });

  test("a permanent error in place of the first event is not retried", async () => {
    const { client, requests } = against([sse({ ...head, choices: [], error: { code: 402, ...gone } })]);
    expect(await caught(client.chat.completions.stream(chat).final())).toMatchObject({
      status: 402,
      code: "insufficient_credits",
      partial: undefined,
    });
    expect(requests).toHaveLength(1);
  });

  test("a break before the first event is retried only if the caller allows it, because the response may be charged", async () => {
    vi.useFakeTimers();
    const broken = (): Response =>
      answer(new ReadableStream({ pull: (controller) => controller.error(new TypeError("terminated")) }));
    for (const [retryNonIdempotent, sent] of [
      [false, 1],
      [true, 3],
    ] as const) {
      const { client, requests } = against([broken]);
      const work = caught(client.chat.completions.stream(chat, { retryNonIdempotent: retryNonIdempotent }).final());
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await work).toMatchObject({ name: "StreamError", reason: "interrupted", attempts: sent });
      expect(requests).toHaveLength(sent);
    }
  });

  test("a refused connection is a ConnectionError that says that no request was sent", async () => {
    const server = createMockServer();
    server.on().reply({ content: "a", fault: { kind: "connection_refused" } });
    const error = await caught(connect({ maxRetries: 0 }, server).chat.completions.stream(chat).final());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ requestSent: false, attempts: 1 });
  });
});

describe("any completion", () => {
  interface Track {
    readonly choice: number;
    readonly deltas: readonly object[];
  }

  /** Numbers from 0 to 1 by a seed. */
  function chance(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  const text = fc.oneof(fc.string({ unit: "binary", minLength: 1 }), fc.string({ unit: "grapheme", minLength: 1 }));
  const optional = <Value>(name: string, value: fc.Arbitrary<Value>): fc.Arbitrary<object> =>
    fc.option(value).map((given) => (given === null ? {} : { [name]: given }));
  const detail = fc.oneof(
    fc
      .tuple(text, optional("signature", text), fc.constantFrom("anthropic-claude-v1", "unknown"))
      .map(([text, signed, format]) => ({ type: "reasoning.text", text, format, ...signed })),
    text.map((summary) => ({ type: "reasoning.summary", summary })),
    fc.tuple(text, optional("id", text)).map(([data, id]) => ({ type: "reasoning.encrypted", data, ...id })),
  );
  const choice = fc.record({
    content: fc.option(text),
    reasoning: fc.option(text),
    details: fc.array(detail, { maxLength: 3 }),
    calls: fc.array(fc.record({ name: text, arguments: fc.oneof(text, fc.json()) }), { maxLength: 3 }),
    reason: fc.constantFrom("stop", "length", "tool_calls", "because"),
  });
  type Choice = typeof choice extends fc.Arbitrary<infer Value> ? Value : never;

  const callsOf = ({ calls }: Choice): { id: string; type: string; function: { name: string; arguments: string } }[] =>
    calls.map((call, index) => ({ id: `call_${index}`, type: "function", function: call }));

  const toWhole = (choices: readonly Choice[]): object => ({
    ...head,
    object: "chat.completion",
    system_fingerprint: null,
    choices: choices.map((choice, index) => ({
      index,
      message: {
        role: "assistant",
        content: choice.content,
        ...(choice.reasoning !== null && { reasoning: choice.reasoning }),
        ...(choice.details.length > 0 && {
          reasoning_details: choice.details.map((detail, index) => ({ ...detail, index })),
        }),
        ...(choice.calls.length > 0 && { tool_calls: callsOf(choice) }),
      },
      finish_reason: choice.reason,
    })),
    usage,
  });

  /** A text in pieces of any length, also within a surrogate pair. */
  function pieces(text: string, random: () => number): string[] {
    const cut: string[] = [];
    for (let at = 0; at < text.length;) {
      const length = 1 + Math.floor(random() * 6);
      cut.push(text.slice(at, at + length));
      at += length;
    }
    return cut;
  }

  function toTracks(given: Choice, choice: number, random: () => number): Track[] {
    const { content, reasoning, details } = given;
    const detailPieces = details.flatMap((detail, index) => {
      const [, [name, value]] = Object.entries(detail) as [unknown, [string, string]];
      const { [name as "type"]: _, ...rest } = detail;
      const { signature, ...shared } = rest as { signature?: string };
      return [
        ...pieces(value, random).map((part) => ({ ...shared, index, [name]: part })),
        ...(signature === undefined ? [] : [{ type: detail.type, index, signature }]),
      ];
    });
    return [
      { choice, deltas: pieces(content ?? "", random).map((content) => ({ content })) },
      { choice, deltas: pieces(reasoning ?? "", random).map((reasoning) => ({ reasoning })) },
      { choice, deltas: detailPieces.map((detail) => ({ reasoning_details: [detail] })) },
      ...callsOf(given).map(({ id, type, function: { name, arguments: text } }, index) => ({
        choice,
        deltas: [
          { tool_calls: [{ index, id, type, function: { name, arguments: "" } }] },
          ...pieces(text, random).map((part) => ({ tool_calls: [{ index, function: { arguments: part } }] })),
        ],
      })),
    ];
  }

  /** The chunks of a stream: the tracks in any order, each in its own. */
  function toChunks(choices: readonly Choice[], random: () => number): object[] {
    const chunks = choices.map(({ content, calls }, index) => ({
      ...head,
      choices: [
        {
          index,
          delta: { role: "assistant", content: content === null && calls.length === 0 ? null : "" },
          finish_reason: null,
        },
      ],
    })) as object[];
    const left = choices
      .flatMap((choice, index) => toTracks(choice, index, random))
      .map(({ choice, deltas }) => ({ choice, deltas: [...deltas] }));
    for (;;) {
      const open = left.filter(({ deltas }) => deltas.length > 0);
      if (open.length === 0) break;
      const { choice, deltas } = open[Math.floor(random() * open.length)]!;
      chunks.push({ ...head, choices: [{ index: choice, delta: deltas.shift(), finish_reason: null }] });
    }
    for (const [index, { reason }] of choices.entries())
      chunks.push({ ...head, choices: [{ index, delta: {}, finish_reason: reason }] });
    return [...chunks, usageChunk];
  }

  /** The bytes of the events, with any line ending and comments, in any pieces. */
  function toBody(chunks: readonly object[], random: () => number): ReadableStream<Uint8Array<ArrayBuffer>> {
    const end = ["\n", "\r", "\r\n"][Math.floor(random() * 3)]!;
    const events = [...chunks.map((chunk) => JSON.stringify(chunk)), "[DONE]"];
    const text = events
      .map((event) => `${random() < 0.2 ? `: OPENROUTER PROCESSING${end}${end}` : ""}data: ${event}${end}${end}`)
      .join("");
    const bytes = new TextEncoder().encode(text);
    const longest = 10 ** Math.ceil(random() * 4);
    let at = 0;
    return new ReadableStream({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        const length = 1 + Math.floor(random() * longest);
        controller.enqueue(bytes.slice(at, at + length));
        at += length;
      },
    });
  }

  test("split into any chunks and any bytes is returned unchanged by final()", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 3 }), fc.integer(), async (choices, seed) => {
        const random = chance(seed);
        const chunks = toChunks(choices, random);
        const { client } = against([() => answer(toBody(chunks, random))]);
        const stream = client.chat.completions.stream(chat);
        expect(await Array.fromAsync(stream)).toEqual(chunks);
        expect(await stream.final()).toEqual(toWhole(choices));
      }),
      { numRuns: 150 },
    );
  });

  test("emits each tool call once and complete in events(), however its deltas are interleaved", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(choice, { minLength: 1, maxLength: 2 }), fc.integer(), async (choices, seed) => {
        const objects = choices.map((choice) => ({
          ...choice,
          calls: choice.calls.map((call, index) => ({ ...call, arguments: JSON.stringify({ index, of: call.name }) })),
        }));
        const events = await readAll(streamOf(...toChunks(objects, chance(seed))));
        const calls = events.flatMap((event) => (event.type === "tool-call" ? [event] : []));
        for (const [index, choice] of objects.entries())
          expect(calls.filter((event) => event.index === index).map(({ call }) => call)).toEqual(callsOf(choice));
        const joined = events.reduce(
          (all, event) => all + (event.type === "text-delta" && event.index === 0 ? event.text : ""),
          "",
        );
        expect(joined).toBe(objects[0]!.content ?? "");
      }),
      { numRuns: 60 },
    );
  });
});
