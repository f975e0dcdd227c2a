// Requests and complaints of users of other SDKs, by their number in our list, and the behavior of this client.
import {
  ApiError,
  ConnectionError,
  PatchbayError,
  StreamError,
  TimeoutError,
  type ChatCompletionRequest,
  type RetryEvent,
} from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { type } from "arktype";
import { getEventListeners } from "node:events";
import * as v from "valibot";
import { afterEach, expect, expectTypeOf, test, vi } from "vitest";
import { toJsonSchema } from "@valibot/to-json-schema";
import { z } from "zod";
import * as mini from "zod/mini";
import { against, caught, chat, connect, failure, never } from "./support.ts";

const head = { id: "gen-1", object: "chat.completion.chunk", created: 1, model: "m" };
const say = (content: string, more: object = {}): object => ({
  ...head,
  choices: [{ index: 0, delta: { content }, finish_reason: null }],
  ...more,
});
const sse =
  (...events: readonly (object | string)[]) =>
  (): Response =>
    new Response(
      events.map((event) => `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`).join(""),
      { headers: { "content-type": "text/event-stream" } },
    );
const completion = {
  id: "gen-1",
  object: "chat.completion",
  created: 1,
  model: "m",
  system_fingerprint: null,
  choices: [{ index: 0, message: { role: "assistant", content: "a" }, finish_reason: "stop" }],
};

/** A stream that starts with an event, and then repeats a text. */
const beating =
  (text: string, everyMs: number) =>
  (request: Request): Response => {
    const encoder = new TextEncoder();
    let timer: ReturnType<typeof setInterval>;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(say("one"))}\n\n`));
        timer = setInterval(() => controller.enqueue(encoder.encode(text)), everyMs);
        request.signal.addEventListener("abort", () => clearInterval(timer), { once: true });
      },
      cancel: () => clearInterval(timer),
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };

/** Returns a JSON text for every request. */
const saying = (value: unknown): ReturnType<typeof against> =>
  against([
    () =>
      Response.json({
        ...completion,
        choices: [{ index: 0, message: { role: "assistant", content: JSON.stringify(value) }, finish_reason: "stop" }],
      }),
  ]);

async function sentSchema(request: Request): Promise<unknown> {
  const { response_format: format } = (await request.json()) as {
    response_format: { json_schema: { schema: unknown } };
  };
  return format.json_schema.schema;
}

afterEach(() => void vi.useRealTimers());

test("5: deeply nested zod schemas have a type that the compiler resolves", async () => {
  const leaf = z.object({
    kind: z.enum(["a", "b"]),
    at: z.array(z.object({ x: z.number(), y: z.number().optional() })),
  });
  const level = z.object({ left: leaf, right: z.union([leaf, z.null()]), tags: z.record(z.string(), leaf) });
  const output = z.object({ one: level, two: z.array(level), three: z.object({ four: z.object({ five: level }) }) });
  interface Leaf {
    kind: "a" | "b";
    at: { x: number; y?: number | undefined }[];
  }
  const value = { kind: "a" as const, at: [{ x: 1 }] };
  const nest = { left: value, right: null, tags: { z: value } };
  const { client } = saying({ one: nest, two: [nest], three: { four: { five: nest } } });
  const { parsed } = await client.chat.completions.parse({ ...chat, output });
  expectTypeOf(parsed.three.four.five.left).toEqualTypeOf<Leaf>();
  expectTypeOf(parsed.two[0]!.tags).toEqualTypeOf<Record<string, Leaf>>();
  expect(parsed.three.four.five.left).toEqual(value);
});

test("6: a zod 4 schema produces its own JSON Schema, without a converter", async () => {
  const { client, requests } = saying({ city: "Paris", size: 2 });
  const output = z.object({ city: z.string().describe("Where it is"), size: z.int() });
  const { parsed } = await client.chat.completions.parse({ ...chat, output });
  expectTypeOf(parsed).toEqualTypeOf<{ city: string; size: number }>();
  expect(parsed).toEqual({ city: "Paris", size: 2 });
  expect(await sentSchema(requests[0]!)).toMatchObject({
    type: "object",
    properties: { city: { type: "string", description: "Where it is" }, size: { type: "integer" } },
    required: ["city", "size"],
  });
});

test("7: any Standard Schema is accepted: with its own JSON Schema, with a separate one, or as plain JSON Schema", async () => {
  const { client, requests } = saying({ city: "Paris" });
  const { parse } = client.chat.completions;
  const small = mini.object({ city: mini.string() });
  const other = v.object({ city: v.string() });
  const results = [
    await parse({ ...chat, output: { schema: small, jsonSchema: z.toJSONSchema(small) } }),
    await parse({ ...chat, output: { schema: other, jsonSchema: { ...toJsonSchema(other) } } }),
    await parse({ ...chat, output: type({ city: "string" }) }),
  ];
  expectTypeOf(results[0]!.parsed).toEqualTypeOf<{ city: string }>();
  const plain = await parse({ ...chat, output: { type: "object", properties: { city: { type: "string" } } } });
  expectTypeOf(plain.parsed).toEqualTypeOf<unknown>();
  expect([...results, plain].map(({ parsed }) => parsed)).toEqual(Array.from({ length: 4 }, () => ({ city: "Paris" })));
  for (const request of requests)
    expect(await sentSchema(request)).toMatchObject({ properties: { city: { type: "string" } } });
  await expect(parse({ ...chat, output: small })).rejects.toThrow("{ schema, jsonSchema }");
});

test("8: a stream that stalls ends with a TimeoutError, and keep-alive comments do not reset it", async () => {
  vi.useFakeTimers();
  for (const beat of ["", ": OPENROUTER PROCESSING\n\n"]) {
    const { client } = against([beating(beat, 1000)]);
    const began = performance.now();
    const work = caught(client.chat.completions.stream(chat, { idleTimeout: 60_000 }).final());
    await vi.advanceTimersByTimeAsync(70_000);
    const error = await work;
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ phase: "idle", partial: { choices: [{ message: { content: "one" } }] } });
    expect(performance.now() - began).toBeLessThan(71_000);
  }
});

test("8: the timeout of an attempt covers the body of a complete response, not only its headers", async () => {
  vi.useFakeTimers();
  const stalled = (): Response => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
  const { client } = against([stalled], { timeout: 5000, maxRetries: 0 });
  const work = caught(client.chat.completions.create(chat));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await work).toMatchObject({ name: "TimeoutError", phase: "attempt" });
});

test("9: attempt, idle time and whole call have separate timeouts; only the last one ends a long stream", async () => {
  vi.useFakeTimers();
  const event = `data: ${JSON.stringify(say(" more"))}\n\n`;
  const { client } = against([beating(event, 1000)]);
  const limits = { timeout: 2000, idleTimeout: 2000, totalTimeout: 600_000 };
  const stream = client.chat.completions.stream(chat, limits);
  const work = caught(stream.final());
  await vi.advanceTimersByTimeAsync(599_000);
  expect(stream.partial?.choices[0]?.message.content?.length).toBeGreaterThan(500);
  await vi.advanceTimersByTimeAsync(2000);
  expect(await work).toMatchObject({ name: "TimeoutError", phase: "total" });
});

test("9: the timeout of an attempt applies until a stream's first event, with or without comments", async () => {
  vi.useFakeTimers();
  const silent = (): Response =>
    new Response(
      new ReadableStream({
        pull: async (controller) => {
          await new Promise((resolve) => setTimeout(resolve, 1000));
          controller.enqueue(new TextEncoder().encode(": OPENROUTER PROCESSING\n\n"));
        },
      }),
      { headers: { "content-type": "text/event-stream" } },
    );
  const { client } = against([silent], { timeout: 5000, maxRetries: 0 });
  const work = caught(client.chat.completions.stream(chat).final());
  await vi.advanceTimersByTimeAsync(5000);
  expect(await work).toMatchObject({ name: "TimeoutError", phase: "attempt", partial: undefined });
});

test("10: [DONE] ends the stream although the body stays open, and the connection is closed", async () => {
  let isLeft = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) =>
      controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(say("a"))}\n\ndata: [DONE]\n\n`)),
    cancel: () => void (isLeft = true),
  });
  const { client } = against([() => new Response(body, { headers: { "content-type": "text/event-stream" } })]);
  expect(await Array.fromAsync(client.chat.completions.stream(chat).textStream())).toEqual(["a"]);
  await expect.poll(() => isLeft).toBe(true);
});

test("11: an error in place of the first event is retried, a later one is thrown as a typed error", async () => {
  vi.useFakeTimers();
  const busy = { ...head, choices: [], error: { code: 503, message: "busy" } };
  const early = against([sse(busy), sse(say("a"), "[DONE]")]);
  const work = early.client.chat.completions.stream(chat).final();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await work).toMatchObject({ choices: [{ message: { content: "a" } }] });
  expect(early.requests).toHaveLength(2);
  const late = against([sse(say("a"), busy)]);
  expect(await caught(late.client.chat.completions.stream(chat).final())).toBeInstanceOf(ApiError);
  expect(late.requests).toHaveLength(1);
});

test("12: an error in the middle of a stream has the same class and facts as an error response", async () => {
  const error = {
    code: 429,
    message: "slow down",
    metadata: { error_type: "rate_limit_exceeded", provider_name: "Acme" },
  };
  const whole = against([() => Response.json({ error }, { status: 429 })], { maxRetries: 0 });
  const streamed = against([sse(say("a"), { ...head, choices: [], error })]);
  const facts = {
    status: 429,
    code: "rate_limited",
    errorType: "rate_limit_exceeded",
    provider: "Acme",
    retryable: true,
    attempts: 1,
    message: "429 rate_limited: slow down (Acme)",
  };
  for (const thrown of [
    await caught(whole.client.chat.completions.create(chat)),
    await caught(streamed.client.chat.completions.stream(chat).final()),
  ]) {
    expect(thrown).toBeInstanceOf(ApiError);
    expect(thrown).toMatchObject(facts);
  }
});

test("13: a response with unexpected values is not an error, and error bodies are not validated", async () => {
  vi.useFakeTimers();
  const odd = [
    { ...head, choices: [{ index: 0, delta: { role: "", content: "a", tool_calls: null }, finish_reason: "" }] },
    { id: null, object: "chunk", choices: [{ index: 0, delta: { content: "b" }, logprobs: { tokens: 7 } }] },
    { ...head, choices: [], usage: { prompt_tokens: 1, completion_tokens: null, odd: true } },
  ];
  const lenient = against([sse(...odd, "[DONE]")]);
  expect(await lenient.client.chat.completions.stream(chat).final()).toMatchObject({
    choices: [{ message: { role: "assistant", content: "ab" } }],
    usage: { odd: true },
  });
  for (const error of [
    { code: null, message: "overloaded" },
    { message: "overloaded" },
    { code: "overloaded", message: "overloaded", param: 7 },
  ]) {
    const { client, requests } = against([sse({ ...head, choices: [], error }), sse(say("a"), "[DONE]")]);
    const work = client.chat.completions.stream(chat).final();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await work).toMatchObject({ choices: [{ message: { content: "a" } }] });
    expect(requests).toHaveLength(2);
  }
});

test.each<[string, string, unknown]>([
  ["with other names", '{"detail":"too many words"}', { detail: "too many words" }],
  ["as a text", '"too many words"', "too many words"],
  ["as a list", '[{"msg":"too many words"}]', [{ msg: "too many words" }]],
  ["that is not valid JSON", "too many words", undefined],
])("14: an error with the body %s keeps it, raw and parsed, and has its message", async (_, text, body) => {
  const { client } = against([() => new Response(text, { status: 400 })]);
  const error = await caught(client.chat.completions.create(chat));
  expect(error).toMatchObject({ name: "ApiError", status: 400, code: "bad_request", responseText: text, body });
  expect((error as ApiError).message).toContain("too many words");
});

test("15: an error under HTTP 200 is an ApiError with the error's own code and message", async () => {
  const error = { code: 402, message: "Insufficient credits" };
  const { client } = against([() => Response.json({ error, user_id: "u" })]);
  for (const work of [client.chat.completions.create(chat), client.chat.completions.stream(chat).final()])
    expect(await caught(work)).toMatchObject({
      name: "ApiError",
      status: 402,
      code: "insufficient_credits",
      message: expect.stringMatching(/^402 insufficient_credits: Insufficient credits/) as string,
      body: { error },
    });
});

test("16: every thrown error is one of a few Error classes, with status and stack", async () => {
  const broken = (): Promise<Response> => Promise.reject(new TypeError("fetch failed"));
  const html = (): Response => new Response("<html>", { status: 502 });
  const options = { maxRetries: 0, timeout: 20 };
  const thrown = [
    await caught(against([failure(404)], options).client.chat.completions.create(chat)),
    await caught(against([html], options).client.chat.completions.create(chat)),
    await caught(against([broken], options).client.chat.completions.create(chat)),
    await caught(against([never], options).client.chat.completions.create(chat)),
    await caught(
      against([sse(say("a"))], options)
        .client.chat.completions.stream(chat)
        .final(),
    ),
  ];
  expect(thrown.map((error) => (error as Error).constructor)).toEqual([
    ApiError,
    ApiError,
    ConnectionError,
    TimeoutError,
    StreamError,
  ]);
  for (const error of thrown) {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(PatchbayError);
    expect((error as Error).stack).toContain((error as Error).message);
  }
  expect(thrown.slice(0, 2)).toMatchObject([{ status: 404 }, { status: 502 }]);
});

test("17: an error response to a stream request has its body", async () => {
  const { client } = against([failure(403, {}, { metadata: { reasons: ["violence"] } })]);
  expect(await caught(client.chat.completions.stream(chat).final())).toMatchObject({
    status: 403,
    code: "forbidden",
    metadata: { reasons: ["violence"] },
    body: { error: { message: "failure 403" } },
    responseText: expect.stringContaining("violence") as string,
  });
});

test("18: onRetry reports each retry with its delay and reason, and is not called after the last attempt", async () => {
  vi.useFakeTimers();
  const retries: RetryEvent[] = [];
  const { client } = against([
    failure(503, { "retry-after": "3" }),
    failure(429, { "retry-after-ms": "70" }),
    failure(500),
  ]);
  const work = caught(client.chat.completions.stream(chat, { onRetry: (retry) => void retries.push(retry) }).final());
  await vi.advanceTimersByTimeAsync(20_000);
  expect(retries).toMatchObject([
    { attempt: 1, delayMs: 3000, error: { status: 503 } },
    { attempt: 2, delayMs: 70, error: { status: 429 } },
  ]);
  expect(await work).toMatchObject({ status: 500, attempts: 3 });
});

test("20: every line ending is accepted, also when it is split between two reads", async () => {
  const pretty = JSON.stringify(say("größer"), null, 2);
  for (const end of ["\n", "\r\n", "\r"]) {
    const lines = [": hi", "", ...pretty.split("\n").map((line) => `data: ${line}`), "", "data: [DONE]", "", ""];
    const bytes = new TextEncoder().encode(lines.join(end));
    const body = (): Response => {
      let at = 0;
      const stream = new ReadableStream({
        pull: (controller) => (at < bytes.length ? controller.enqueue(bytes.slice(at, ++at)) : controller.close()),
      });
      return new Response(stream, { headers: { "content-type": "text/event-stream" } });
    };
    const { client } = against([body]);
    expect(await Array.fromAsync(client.chat.completions.stream(chat).textStream())).toEqual(["größer"]);
  }
});

test("21: all attempts of a call send one idempotency key, and a request that may be charged is not repeated", async () => {
  vi.useFakeTimers();
  const { client, requests } = against([failure(503), failure(502), () => Response.json(completion)]);
  const work = client.chat.completions.create(chat);
  await vi.advanceTimersByTimeAsync(20_000);
  await work;
  const keys = requests.map(({ headers }) => headers.get("idempotency-key"));
  expect(keys).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^[\da-f-]{36}$/) as string));
  expect(new Set(keys).size).toBe(1);
  await client.chat.completions.create(chat);
  expect(keys).not.toContain(requests.at(-1)!.headers.get("idempotency-key"));
  const server = createMockServer();
  server.on().reply({ content: "paid", fault: { kind: "connection_reset" } });
  const error = await caught(connect({}, server).chat.completions.create(chat));
  expect(error).toMatchObject({ name: "ConnectionError", requestSent: true, attempts: 1 });
  expect(server.journal.count).toBe(1);
});

test("23: only fields without a default are required", () => {
  const request: ChatCompletionRequest = { messages: [{ role: "user", content: "hi" }] };
  const { completions } = connect().chat;
  expectTypeOf(completions.create).toBeCallableWith(request);
  expectTypeOf(completions.create).toBeCallableWith({ ...request, temperature: null, provider: {}, tools: [] });
  // @ts-expect-error -- the messages have no default
  expectTypeOf(completions.create).toBeCallableWith({ model: "openai/gpt-4o-mini" });
  expect(Object.keys(request)).toEqual(["messages"]);
});

test("24: unknown fields are kept at any depth of a response, complete or streamed", async () => {
  const message = {
    role: "assistant",
    content: "a",
    mood: "calm",
    reasoning_details: [{ type: "reasoning.new", of: 1 }],
  };
  const odd = { ...completion, trace: { id: 7 }, choices: [{ index: 0, message, finish_reason: "stop", weight: 0.5 }] };
  const whole = await against([() => Response.json(odd)]).client.chat.completions.create(chat);
  expect(whole).toEqual(odd);
  const { role: _, ...delta } = message;
  const streamed = sse(
    { ...head, trace: { id: 7 }, choices: [{ index: 0, delta, finish_reason: "stop", weight: 0.5 }] },
    "[DONE]",
  );
  expect(await against([streamed]).client.chat.completions.stream(chat).final()).toEqual(odd);
});

test("25: an abort rejects every waiting caller at once with the signal's own reason, at every stage of a call", async () => {
  const reason = new Error("enough");
  const hanging = (): Response => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
  const calls = {
    "before the answer": never,
    "in the body": hanging,
    "before another attempt": failure(503, { "retry-after": "50" }),
    "in a stream": beating("", 3_600_000),
  };
  for (const [where, answer] of Object.entries(calls)) {
    const controller = new AbortController();
    const { client, requests } = against([answer]);
    const options = { signal: controller.signal };
    const stream = client.chat.completions.stream(chat, options);
    const work = caught(where === "in a stream" ? stream.final() : client.chat.completions.create(chat, options));
    await expect.poll(() => requests.length).toBe(1);
    if (where === "in a stream") await expect.poll(() => stream.partial).toBeDefined();
    controller.abort(reason);
    expect(await work, where).toBe(reason);
    expect(requests, where).toHaveLength(1);
  }
});

test("26: no listener stays on the caller's signal, however a call ends", async () => {
  const { signal } = new AbortController();
  const server = createMockServer();
  const client = connect({}, server);
  const leave = async (): Promise<void> => {
    for await (const _ of client.chat.completions.stream(chat, { signal })) break;
  };
  for (let turn = 0; turn < 20; turn++) {
    await client.chat.completions.create(chat, { signal });
    await client.chat.completions.stream(chat, { signal }).final();
    await leave();
    await caught(client.chat.completions.create({ ...chat, model: "acme/none" }, { signal }));
    await caught(
      against([sse(say("a"))])
        .client.chat.completions.stream(chat, { signal })
        .final(),
    );
    await caught(against([never]).client.chat.completions.create(chat, { signal, timeout: 1, maxRetries: 0 }));
    const aborted = client.chat.completions.stream(chat, { signal });
    for await (const _ of aborted) {
      aborted.abort();
      break;
    }
  }
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("27: an undocumented field is loosely typed and sent unchanged", async () => {
  const { client, requests } = against([() => Response.json(completion)]);
  const request = { ...chat, chat_template_kwargs: { thinking: true }, reasoning: { max_tokens: 9, budget: "small" } };
  await client.chat.completions.create(request);
  await client.chat.completions.create({ ...chat, new_option: 1 }, { query: { beta: true } });
  expect(await requests[0]!.json()).toEqual(request);
  expect(await requests[1]!.json()).toEqual({ ...chat, new_option: 1 });
  expect(new URL(requests[1]!.url).search).toBe("?beta=true");
});

test("28: a large completion does not require streaming, and has a timeout of ten minutes", async () => {
  vi.useFakeTimers();
  const late = async (): Promise<Response> => {
    await new Promise((resolve) => setTimeout(resolve, 599_000));
    return Response.json(completion);
  };
  const { client, requests } = against([late]);
  const work = client.chat.completions.create({ ...chat, max_tokens: 1_000_000 });
  await vi.advanceTimersByTimeAsync(599_000);
  expect(await work).toEqual(completion);
  expect(await requests[0]!.json()).toMatchObject({ max_tokens: 1_000_000 });
});

test("31: events in another API's format are an error, not an empty completion", async () => {
  const responses = sse(
    { type: "response.created", response: { id: "resp_1", status: "in_progress", usage: null } },
    { type: "response.output_text.delta", delta: "a" },
    { type: "response.completed", response: { id: "resp_1", status: "completed" } },
  );
  expect(await caught(against([responses]).client.chat.completions.stream(chat).final())).toBeInstanceOf(StreamError);
  const whole = (): Response => Response.json({ id: "resp_1", object: "response", output: [] });
  expect(await caught(against([whole]).client.chat.completions.stream(chat).final())).toMatchObject({
    name: "StreamError",
    reason: "not_a_stream",
    message: expect.stringContaining("baseURL") as string,
  });
});
