// Outputs that a real upstream produces while they are sent: time to the first byte, abort, fallback, usage, memory.
import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Patchbay } from "@patchbay/client";
import {
  createMockServer,
  type MockServer,
  type MockServerOptions,
  type Part,
  type Upstream,
  type UpstreamContext,
} from "@patchbay/mock-server";
import { toNodeListener } from "@patchbay/mock-server/node";
import { describe, expect, test } from "vitest";

const model = "meta-llama/llama-3.3-70b-instruct";
const messages = [{ role: "user" as const, content: "Hi" }];
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const text = (value: string): Part => ({ type: "text", text: value });
const stop: Part = { type: "finish", reason: "stop" };

type Produce = (context: UpstreamContext) => AsyncIterable<Part> | Iterable<Part>;

/** Parts that end with an exception. */
async function* failing(reason: Error, ...list: readonly Part[]): AsyncGenerator<Part> {
  yield* list;
  throw await Promise.resolve(reason);
}

/** A server whose upstream runs one function per attempt, and then the last one. */
function serverOf(attempts: readonly Produce[], options: MockServerOptions = {}, timeouts: Partial<Upstream> = {}) {
  const contexts: UpstreamContext[] = [];
  const server = createMockServer({
    ...options,
    upstream: {
      ...timeouts,
      stream(_, context) {
        contexts.push(context);
        return attempts[Math.min(contexts.length, attempts.length) - 1]!(context);
      },
    },
  });
  return { server, contexts };
}

function clientOf(server: MockServer, options = {}): Patchbay {
  return new Patchbay({ apiKey: "sk-or-v1-live", fetch: server.fetch, maxRetries: 0, ...options });
}

async function* parts(...list: readonly Part[]): AsyncGenerator<Part> {
  for (const part of list) yield await Promise.resolve(part);
}

async function creditsOf(server: MockServer): Promise<number> {
  const management = new Patchbay({ managementKey: "sk-or-mgmt-live", fetch: server.fetch });
  return (await management.credits.get()).data.total_usage;
}

describe("time", () => {
  test("the first byte arrives with the first token, not with the last one", async () => {
    const gate = Promise.withResolvers<void>();
    const { server } = serverOf([
      async function* () {
        yield text("first");
        await gate.promise;
        yield text(" last");
        yield stop;
      },
    ]);
    const stream = clientOf(server).chat.completions.stream({ model, messages });
    const reading = stream.textStream();
    // The upstream is still waiting.
    expect(await reading.next()).toEqual({ done: false, value: "first" });
    gate.resolve();
    expect(await reading.next()).toEqual({ done: false, value: " last" });
    expect((await stream.final()).choices[0]!.finish_reason).toBe("stop");
  });

  test("an upstream that is slower than its first-token timeout is left for the next endpoint", async () => {
    const { server, contexts } = serverOf(
      [
        async function* ({ signal }) {
          await new Promise((resolve) => signal.addEventListener("abort", resolve));
          yield text("too late");
        },
        () => parts(text("in time"), stop),
      ],
      {},
      { firstTokenTimeout: 30 },
    );
    const reply = await clientOf(server).chat.completions.create({ model, messages });
    expect(reply.choices[0]!.message.content).toBe("in time");
    expect(contexts[0]!.signal.aborted).toBe(true);
    expect(server.journal.last!.attempts.map(({ status }) => status)).toEqual([504, 200]);
  });

  test("an upstream that falls silent ends the stream with an error", async () => {
    const { server, contexts } = serverOf(
      [
        async function* ({ signal }) {
          yield text("one");
          await new Promise((resolve) => signal.addEventListener("abort", resolve));
        },
      ],
      {},
      { idleTimeout: 30 },
    );
    const stream = clientOf(server).chat.completions.stream({ model, messages });
    await expect(stream.final()).rejects.toMatchObject({
      code: "gateway_timeout",
      message: expect.stringContaining("30 ms"),
    });
    expect(stream.partial!.choices[0]!.message.content).toBe("one");
    expect(contexts).toHaveLength(1);
    expect(contexts[0]!.signal.aborted).toBe(true);
  });
});

describe("a client that leaves", () => {
  /** The fastest of several runs, in milliseconds, since a busy machine only ever adds time. */
  async function fastestOf(run: () => Promise<number>): Promise<number> {
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 10 && best >= 50; attempt++) best = Math.min(best, await run());
    return best;
  }

  test.each([true, false])("ends the upstream before its first token within 50 ms (stream: %s)", async (stream) => {
    const best = await fastestOf(async () => {
      const aborted = Promise.withResolvers<number>();
      const { server, contexts } = serverOf([
        async function* ({ signal }) {
          signal.addEventListener("abort", () => aborted.resolve(performance.now()));
          await new Promise((resolve) => signal.addEventListener("abort", resolve));
          yield text("never");
        },
      ]);
      const controller = new AbortController();
      const options = { signal: controller.signal };
      const call = clientOf(server).chat.completions.create({ model, messages, stream }, options);
      await expect.poll(() => contexts.length).toBe(1);
      const left = performance.now();
      controller.abort();
      await expect(call).rejects.toThrow();
      const ms = (await aborted.promise) - left;
      expect(contexts).toHaveLength(1);
      expect(await creditsOf(server)).toBe(0);
      return ms;
    });
    expect(best).toBeLessThan(50);
  });

  test("ends the upstream in the middle of a stream on a port within 50 ms, and pays for what was sent", async () => {
    const best = await fastestOf(async () => {
      const aborted = Promise.withResolvers<number>();
      const { server } = serverOf([
        async function* ({ signal }) {
          signal.addEventListener("abort", () => aborted.resolve(performance.now()));
          for (let index = 0; !signal.aborted; index++) {
            yield text(` word${index}`);
            await sleep(5);
          }
        },
      ]);
      const listening = await server.listen({ port: 0 });
      const client = new Patchbay({ apiKey: "sk-or-v1-live", baseURL: listening.baseURL });
      const stream = client.chat.completions.stream({ model, messages });
      for await (const _ of stream) if ((stream.partial?.choices[0]!.message.content?.length ?? 0) > 20) break;
      const left = performance.now();
      const ms = (await aborted.promise) - left;
      await expect.poll(() => server.journal.last!.ended?.complete).toBe(false);
      await expect.poll(() => creditsOf(server)).toBeGreaterThan(0);
      const { cost } = server.journal.entries()[0]!;
      const generation = await client.generations.get({ id: stream.partial!.id });
      expect(generation.data).toMatchObject({ cancelled: true, streamed: true, finish_reason: null });
      expect(cost).toBe(generation.data.total_cost);
      await listening.close();
      return ms;
    });
    expect(best).toBeLessThan(50);
  });

  test("an upstream that ignores its signal is left behind", async () => {
    const { server } = serverOf([
      async function* () {
        yield text("one");
        await sleep(60_000);
      },
    ]);
    const stream = clientOf(server).chat.completions.stream({ model, messages });
    for await (const _ of stream) if (stream.partial?.choices[0]!.message.content) break;
    await expect.poll(() => server.journal.last!.ended?.complete).toBe(false);
  });
});

describe("fallback until the first content", () => {
  const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
  const usage: Part = { type: "usage", usage: { promptTokens: 9, completionTokens: 0 } };
  test.each<[string, Produce, number]>([
    [
      "throws",
      () => {
        throw reset;
      },
      502,
    ],
    ["rejects its first part", () => failing(reset), 502],
    ["fails to connect", () => failing(new TypeError("fetch failed", { cause: reset })), 502],
    ["reports usage and throws", () => failing(new Error("socket hang up"), usage), 502],
    ["ends without a part", () => parts(), 502],
    ["ends without content", () => parts(usage, stop), 502],
    ["has only empty text", () => parts(text(""), stop), 502],
    ["reports an error", () => parts({ type: "error", error: { status: 529, message: "Overloaded" } }), 529],
    [
      "reports an error after usage",
      () => parts(usage, { type: "error", error: { status: 429, message: "Slow down" } }),
      429,
    ],
    ["reports an error at once", () => [{ type: "error", error: { status: 500, message: "Broken" } }], 500],
  ])("an upstream that %s", async (_, first, status) => {
    for (const stream of [true, false]) {
      const { server } = serverOf([first, () => parts(text("second"), stop)]);
      const client = clientOf(server);
      const reply = stream
        ? await client.chat.completions.stream({ model, messages }).final()
        : await client.chat.completions.create({ model, messages });
      expect(reply.choices[0]!.message.content).toBe("second");
      expect(server.journal.last!.attempts.map((attempt) => attempt.status)).toEqual([status, 200]);
      const generation = await client.generations.get({ id: reply.id });
      expect(generation.data.provider_responses!.map((response) => response.status)).toEqual([status, 200]);
    }
  });

  test("an upstream of which every endpoint fails is an error with all attempts, and costs nothing", async () => {
    const { server } = serverOf([
      () => {
        throw reset;
      },
    ]);
    await expect(clientOf(server).chat.completions.create({ model, messages })).rejects.toMatchObject({ status: 503 });
    expect(await creditsOf(server)).toBe(0);
  });

  test("after the first content, no other endpoint is tried", async () => {
    const { server, contexts } = serverOf([() => failing(reset, text("half an"))]);
    const stream = clientOf(server).chat.completions.stream({ model, messages });
    await expect(stream.final()).rejects.toMatchObject({
      code: "provider_unavailable",
      message: expect.stringContaining("read ECONNRESET"),
    });
    expect(stream.partial!.choices[0]!.message.content).toBe("half an");
    expect(contexts).toHaveLength(1);
    // What the upstream produced is paid.
    expect(await creditsOf(server)).toBeGreaterThan(0);
    const whole = await clientOf(server).chat.completions.create({ model, messages }).asResponse();
    expect(whole.status).toBe(200);
    expect(await whole.json()).toMatchObject({
      choices: [{ finish_reason: "error", message: { content: "half an" }, error: { code: 502 } }],
    });
  });
});

describe("usage and money", () => {
  const reported: Part = {
    type: "usage",
    usage: { promptTokens: 900, completionTokens: 700, reasoningTokens: 200, cachedTokens: 0 },
  };

  test.each([true, false])("the reported usage is billed to the last digit (stream: %s)", async (stream) => {
    const { server } = serverOf([() => parts(text("seven"), reported, stop)]);
    const client = clientOf(server);
    const reply = stream
      ? await client.chat.completions.stream({ model, messages }).final()
      : await client.chat.completions.create({ model, messages });
    expect(reply.usage).toMatchObject({ prompt_tokens: 900, completion_tokens: 700, total_tokens: 1600 });
    expect(reply.usage!.completion_tokens_details).toMatchObject({ reasoning_tokens: 200 });
    const endpoints = await client.models.listEndpoints({ author: "meta-llama", slug: "llama-3.3-70b-instruct" });
    const { pricing } = endpoints.data.endpoints.find(({ provider_name: name }) => name === reply.provider)!;
    const nano = (price: string): bigint => BigInt(Math.round(Number(price) * 1e15));
    const expected = Number((nano(pricing.prompt) * 900n + nano(pricing.completion) * 700n) / 1_000_000n) / 1e9;
    expect(reply.usage!.cost).toBeCloseTo(expected, 9);
    expect(await creditsOf(server)).toBe(reply.usage!.cost);
    const generation = await client.generations.get({ id: reply.id });
    expect(generation.data).toMatchObject({ native_tokens_prompt: 900, native_tokens_completion: 700 });
    expect(generation.data.total_cost).toBe(reply.usage!.cost);
    expect(generation.data.usage_estimated).toBeUndefined();
  });

  test("usage that follows the finish is billed, too, and the last report counts", async () => {
    const first: Part = { type: "usage", usage: { promptTokens: 900, completionTokens: 1 } };
    const { server } = serverOf([() => parts(first, text("seven"), stop, reported)]);
    const reply = await clientOf(server).chat.completions.create({ model, messages });
    expect(reply.usage).toMatchObject({ prompt_tokens: 900, completion_tokens: 700 });
  });

  test("without a report, the tokens are counted", async () => {
    const { server } = serverOf([() => parts(text("one two three"), stop)]);
    const reply = await clientOf(server).chat.completions.create({ model, messages });
    // "one two three" is three common tokens, and some more of this model.
    expect(reply.usage!.completion_tokens).toBe(4);
    const generation = await clientOf(server).generations.get({ id: reply.id });
    expect(generation.data).toMatchObject({ native_tokens_completion: 4, usage_estimated: true });
  });

  test("usage that makes no sense does not break the response", async () => {
    for (const value of [Number.NaN, -5, Number.POSITIVE_INFINITY, 1.5]) {
      const odd: Part = { type: "usage", usage: { promptTokens: value, completionTokens: value, cachedTokens: 1e9 } };
      const { server } = serverOf([() => parts(text("fine"), odd, stop)]);
      const reply = await clientOf(server).chat.completions.create({ model, messages });
      expect(reply.choices[0]!.message.content).toBe("fine");
      expect(reply.usage!.cost).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(reply.usage!.prompt_tokens)).toBe(true);
    }
  });

  test("a stream that the account cannot pay for ends with length, and the upstream stops", async () => {
    const { server, contexts } = serverOf(
      [
        async function* ({ signal }) {
          while (!signal.aborted) {
            yield text(" word".repeat(200));
            await Promise.resolve();
          }
        },
      ],
      { credits: 0.002 },
    );
    const reply = await clientOf(server).chat.completions.stream({ model, messages }).final();
    expect(reply.choices[0]!.finish_reason).toBe("length");
    expect(contexts[0]!.signal.aborted).toBe(true);
    expect(reply.usage!.cost).toBeLessThanOrEqual(0.002);
    expect(reply.usage!.cost).toBeGreaterThan(0.0015);
  });
});

test("an upstream gets its endpoint, the id of the generation and the headers of the request", async () => {
  const { server, contexts } = serverOf([() => parts(text("x"), stop)]);
  const reply = await clientOf(server).chat.completions.create(
    { model, messages, provider: { order: ["groq"] } },
    { headers: { "anthropic-beta": "one,two" } },
  );
  const [context] = contexts;
  expect(context!.endpoint).toMatchObject({ model, provider: "groq", isByok: false });
  expect(context!.deadline - Date.now()).toBeGreaterThan(50_000);
  expect(context!.generationId).toBe(reply.id);
  expect(context!.headers.get("anthropic-beta")).toBe("one,two");
});

test("reasoning, tool calls, images and annotations pass through in order", async () => {
  const produced: Part[] = [
    { type: "reasoning", text: "Let me ", format: "anthropic-claude-v1" },
    { type: "reasoning", text: "think.", format: "anthropic-claude-v1", signature: "c2ln" },
    {
      type: "reasoning-details",
      details: [{ type: "reasoning.encrypted", data: "ZW5j", format: "anthropic-claude-v1" }],
    },
    text("It is "),
    text("sunny."),
    { type: "tool-call-delta", index: 0, id: "call_a", name: "weather" },
    { type: "tool-call-delta", index: 0, arguments: '{"city":' },
    { type: "tool-call-delta", index: 0, arguments: '"Oslo"}' },
    { type: "tool-call-delta", index: 1, name: "clock", arguments: "{}" },
    { type: "images", urls: ["data:image/png;base64,AA=="] },
    { type: "finish", reason: "tool_calls", nativeReason: "tool_use" },
  ];
  const tools = ["weather", "clock"].map((name) => ({ type: "function" as const, function: { name } }));
  const { server } = serverOf([() => parts(...produced)]);
  const client = clientOf(server);
  const whole = await client.chat.completions.create({ model, messages, tools });
  const streamed = await client.chat.completions.stream({ model, messages, tools }).final();
  for (const { choices } of [whole, streamed])
    expect(choices[0]).toMatchObject({
      finish_reason: "tool_calls",
      native_finish_reason: "tool_use",
      message: {
        content: "It is sunny.",
        reasoning: "Let me think.",
        reasoning_details: [
          { type: "reasoning.text", text: "Let me think.", signature: "c2ln" },
          { type: "reasoning.encrypted", data: "ZW5j" },
        ],
        tool_calls: [
          { id: "call_a", function: { name: "weather", arguments: '{"city":"Oslo"}' } },
          { id: expect.stringMatching(/^call_/), function: { name: "clock", arguments: "{}" } },
        ],
      },
    });
});

/** Reads a stream of about 200,000 tokens in process. Returns how many megabytes it held at most. */
async function readLongStream(server: MockServer): Promise<{ megabytes: number; firstMs: number; received: string }> {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  const started = performance.now();
  const response = await server.fetch("http://x/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-live", "content-type": "application/json" },
    body: JSON.stringify({ model, messages, stream: true, provider: { order: ["together"] } }),
  });
  const reader = response.body!.getReader();
  await reader.read();
  const firstMs = performance.now() - started;
  gc();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  let received = "";
  for (let index = 0; ; index++) {
    const { done, value } = await reader.read();
    if (done) break;
    received = (received + Buffer.from(value).toString()).slice(-2000);
    if (index % 20_000 !== 0) continue;
    gc();
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  return { megabytes: most / 1e6, firstMs, received };
}

test("a stream of 200,000 words holds less than 1 MB", async () => {
  let produced = 0;
  const { server } = serverOf(
    [
      async function* () {
        for (; produced < 200_000; produced++) yield text(" word");
        await Promise.resolve();
        yield stop;
      },
    ],
    { journalSize: 0 },
  );
  const { megabytes, received } = await readLongStream(server);
  expect(produced).toBe(200_000);
  expect(received).toContain("[DONE]");
  expect(megabytes).toBeLessThan(1);
});

test("a simulated stream of 100,000 words holds less than 1 MB, and costs as much as the complete response", async () => {
  const long = "The quick brown fox jumps over it. ".repeat(14_000);
  const server = createMockServer({ journalSize: 0, script: () => long });
  const first = await readLongStream(server);
  expect(first.megabytes).toBeLessThan(1);
  const usage = /"completion_tokens":(\d+).*"cost":([\d.e-]+)/.exec(first.received)!;
  const whole = await clientOf(server).chat.completions.create({ model, messages, provider: { order: ["together"] } });
  expect(Number(usage[1])).toBe(whole.usage!.completion_tokens);
  expect(Number(usage[2])).toBe(whole.usage!.cost);
  const streamed = await clientOf(server)
    .chat.completions.stream({ model, messages, provider: { order: ["together"] } })
    .final();
  expect(streamed.choices[0]!.message.content).toBe(whole.choices[0]!.message.content);
  expect(streamed.choices[0]!.finish_reason).toBe(whole.choices[0]!.finish_reason);
});

test("a long simulated stream ends at max_tokens, at a stop sequence and at the end of the credits", async () => {
  const long = `${"one two three four ".repeat(20_000)}END of it`;
  const create = async (options: MockServerOptions, more: object) => {
    const client = clientOf(createMockServer({ script: () => long, ...options }));
    const input = { model, messages, provider: { order: ["together"] }, ...more };
    const streamed = await client.chat.completions.stream(input).final();
    const whole = await client.chat.completions.create(input);
    return { streamed, whole };
  };
  for (const [options, more, reason] of [
    [{}, { max_tokens: 30_000 }, "length"],
    [{}, { stop: ["four one two three four one", "END"] }, "stop"],
    [{ credits: 0.02 }, {}, "length"],
  ] as const) {
    const { streamed, whole } = await create(options, more);
    expect(streamed.choices[0]!.finish_reason).toBe(reason);
    if ("credits" in options) continue;
    expect(whole.choices[0]!.finish_reason).toBe(reason);
    expect(streamed.choices[0]!.message.content === whole.choices[0]!.message.content).toBe(true);
    expect(streamed.usage).toEqual(whole.usage);
  }
});

describe("server tools", () => {
  const tools = [{ type: "openrouter:web_search" as const }];
  const search = (arguments_: string): Part => ({
    type: "tool-call-delta",
    index: 0,
    name: "openrouter:web_search",
    arguments: arguments_,
  });

  test("text before and after a search is sent while it is produced", async () => {
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const { server, contexts } = serverOf([
      async function* () {
        yield text("Searching. ");
        await gates[0].promise;
        yield search('{"query":');
        yield search('"bridges"}');
        yield { type: "usage", usage: { promptTokens: 100, completionTokens: 10 } };
        yield { type: "finish", reason: "tool_calls" };
      },
      async function* () {
        yield text("Found");
        await gates[1].promise;
        yield text(" it.");
        yield { type: "usage", usage: { promptTokens: 400, completionTokens: 20 } };
        yield stop;
      },
    ]);
    const stream = clientOf(server).chat.completions.stream({ model, messages, tools });
    const reading = stream.textStream();
    expect((await reading.next()).value).toBe("Searching. ");
    gates[0].resolve();
    expect((await reading.next()).value).toBe("Found");
    gates[1].resolve();
    expect((await reading.next()).value).toBe(" it.");
    const { choices, usage, id } = await stream.final();
    expect(choices[0]).toMatchObject({ finish_reason: "stop", message: { content: "Searching. Found it." } });
    expect(choices[0]!.message.tool_calls).toBeUndefined();
    expect(choices[0]!.message.reasoning_details).toEqual([
      expect.objectContaining({ type: "reasoning.server_tool_call", tool_name: "openrouter:web_search" }),
    ]);
    expect(usage).toMatchObject({ prompt_tokens: 500, completion_tokens: 30 });
    expect(usage!.server_tool_use_details).toMatchObject({ tool_calls_executed: 1, web_search_requests: 1 });
    expect(contexts).toHaveLength(2);
    const generation = await clientOf(server).generations.get({ id });
    expect(generation.data.total_cost).toBe(usage!.cost);
    expect(await creditsOf(server)).toBe(usage!.cost);
  });

  test("a failure of a later step ends the stream with an error", async () => {
    const { server } = serverOf([
      () => parts(text("Searching. "), search('{"query":"x"}'), { type: "finish", reason: "tool_calls" }),
      () => failing(new Error("socket hang up")),
    ]);
    const stream = clientOf(server).chat.completions.stream({ model, messages, tools });
    await expect(stream.final()).rejects.toMatchObject({ code: "provider_unavailable" });
    expect(stream.partial!.choices[0]!.message.content).toBe("Searching. ");
    expect(await creditsOf(server)).toBeGreaterThan(0);
  });

  test("a client that leaves during a later step ends its upstream", async () => {
    const { server, contexts } = serverOf([
      () => parts(text("Searching. "), search('{"query":"x"}'), { type: "finish", reason: "tool_calls" }),
      async function* ({ signal }) {
        yield text("Found");
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
      },
    ]);
    const stream = clientOf(server).chat.completions.stream({ model, messages, tools });
    for await (const _ of stream) if (stream.partial?.choices[0]!.message.content?.endsWith("Found")) break;
    await expect.poll(() => contexts[1]!.signal.aborted).toBe(true);
    await expect.poll(() => server.journal.entries()[0]!.ended?.complete).toBe(false);
  });
});

test("an output that the account cannot pay for ends its server tools, and the model is not called again", async () => {
  const { server, contexts } = serverOf(
    [
      async function* ({ signal }) {
        yield { type: "tool-call-delta", index: 0, name: "openrouter:datetime", arguments: "{}" };
        while (!signal.aborted) {
          yield text(" word".repeat(200));
          await Promise.resolve();
        }
      },
    ],
    { credits: 0.002 },
  );
  const tools = [{ type: "openrouter:datetime" as const }];
  const reply = await clientOf(server).chat.completions.stream({ model, messages, tools }).final();
  expect(reply.choices[0]!.finish_reason).toBe("length");
  await sleep(50);
  expect(contexts).toHaveLength(1);
});

test("the response cache keeps what an upstream produced, and replays it without a call", async () => {
  const signed: Part = { type: "reasoning", text: "Hm.", format: "anthropic-claude-v1", signature: "c2ln" };
  const { server, contexts } = serverOf([() => parts(signed, text("one "), text("two"), stop)]);
  const headers = { "x-openrouter-cache": "true" };
  const client = clientOf(server);
  const first = await client.chat.completions.create({ model, messages, stream: true }, { headers });
  const miss = await first.final();
  await expect.poll(() => server.journal.last!.ended).toBeDefined();
  const second = await client.chat.completions.create({ model, messages, stream: true }, { headers });
  const hit = await second.final();
  expect(contexts).toHaveLength(1);
  expect(hit.choices).toEqual(miss.choices);
  expect(hit.usage!.cost).toBe(0);
});

test("a client on a port that does not read stops the upstream, and goes on when it reads", async () => {
  let produced = 0;
  const { server } = serverOf([
    async function* () {
      for (; produced < 20_000; produced++) yield text(" word".repeat(50));
      await Promise.resolve();
      yield stop;
    },
  ]);
  const listening = await server.listen({ port: 0 });
  const socket = connect(listening.port, "127.0.0.1");
  socket.pause();
  const body = JSON.stringify({ model, messages, stream: true });
  socket.write(
    `POST /api/v1/chat/completions HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer sk-or-v1-live\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  let before = -1;
  await expect
    .poll(
      () => {
        const isStill = produced > 0 && produced === before;
        before = produced;
        return isStill;
      },
      { interval: 300, timeout: 20_000 },
    )
    .toBe(true);
  expect(produced).toBeLessThan(20_000);
  let received = "";
  socket.setEncoding("utf8");
  socket.on("data", (data: string) => (received = (received + data).slice(-100)));
  socket.resume();
  await expect.poll(() => received, { timeout: 50_000 }).toContain("[DONE]");
  socket.destroy();
  await listening.close();
});

test.each([1, 1000, 5000])(
  "a client that catches up during a pause of the upstream receives the rest (%s bytes)",
  async (size) => {
    const { server } = serverOf([
      async function* () {
        for (let index = 0; index < 5; index++) {
          yield text("x".repeat(size));
          await sleep(20);
        }
        yield stop;
      },
    ]);
    // Every write fills a buffer of this size, and is drained before the upstream goes on.
    const http = createServer({ highWaterMark: 500 }, toNodeListener(server)).listen(0, "127.0.0.1");
    await once(http, "listening");
    const baseURL = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/v1`;
    const stream = clientOf(server, { baseURL, fetch }).chat.completions.stream({ model, messages });
    expect((await stream.final()).choices[0]!.message.content).toBe("x".repeat(5 * size));
    http.close();
  },
);

test("faults apply to a live stream", async () => {
  const { server } = serverOf([() => parts(text("one"), text("two"), text("three"), stop)]);
  server.on().reply({ fault: { kind: "mid_stream_error", afterEvents: 2 } });
  const stream = clientOf(server).chat.completions.stream({ model, messages });
  await expect(stream.final()).rejects.toMatchObject({ code: "provider_unavailable" });
});

test("the journal has the events of a live stream", async () => {
  const { server } = serverOf([() => parts(text("one"), text("two"), stop)]);
  await clientOf(server).chat.completions.stream({ model, messages }).final();
  const { response, ended, cost } = server.journal.last!;
  expect(ended!.complete).toBe(true);
  expect((response as unknown[]).length).toBe(ended!.sent);
  expect(cost).toBeGreaterThan(0);
});

test("a script that fails is a bug of the test, but a connection error is a failure of the provider", async () => {
  const failing = createMockServer({
    script: () => {
      throw new Error("expected 1 to be 2");
    },
  });
  await expect(clientOf(failing).chat.completions.create({ model, messages })).rejects.toThrow(
    /expected 1 to be 2|fetch/i,
  );
  let calls = 0;
  const flaky = createMockServer({
    script: () => {
      if (calls++ === 0) throw Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
      return "second";
    },
  });
  const reply = await clientOf(flaky).chat.completions.create({ model, messages });
  expect(reply.choices[0]!.message.content).toBe("second");
});

test("the signal of a script aborts when the client leaves", async () => {
  let signal: AbortSignal | undefined;
  const server = createMockServer({
    script: async (_, context) => {
      ({ signal } = context);
      await sleep(1500);
      return "late";
    },
  });
  const controller = new AbortController();
  const call = clientOf(server).chat.completions.create({ model, messages }, { signal: controller.signal });
  await expect.poll(() => signal).toBeDefined();
  controller.abort();
  await expect(call).rejects.toThrow();
  expect(signal!.aborted).toBe(true);
});
