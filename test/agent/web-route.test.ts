// A run over the web: which events are public, keep-alive comments, failures, and a reader for responses that proxies changed.
import { createAgent, AgentError, tool, type RunEvent } from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { readRunEvents, RemoteRunError, toResponse, type ResponseOptions, type WebEvent } from "@patchbay/agent/web";
import { ApiError, ConnectionError, Patchbay, TimeoutError } from "@patchbay/client";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { expectLinear } from "../support/linear.ts";

const model = "any/model";
const secret = "hunter2";

/** A run that uses every feature, with a secret in everything that is not for the browser. */
function fullRun(): ReturnType<ReturnType<typeof createAgent>["run"]> {
  const helper = createAgent({
    client: createScriptedClient([{ text: `helper ${secret}`, cost: 0.125 }]).client,
    model,
    name: "helper",
  });
  const look = tool({
    name: "look",
    inputSchema: { type: "object" },
    async *execute() {
      yield { progress: secret };
      return { result: secret };
    },
  });
  const fail = tool({
    name: "fail",
    execute: () => {
      throw new Error(secret);
    },
  });
  const { client } = createScriptedClient([
    {
      toolCalls: [
        { name: "look", arguments: { query: secret } },
        { name: "fail", arguments: {} },
        { name: "helper", arguments: { input: secret } },
      ],
      cost: 0.125,
      reasoningDetails: [{ type: "reasoning.text", text: secret }],
    },
    { text: "All done.", cost: 0.125 },
  ]);
  return createAgent({ client, model, instructions: secret, tools: [look, fail, helper] }).run("?");
}

const read = (response: Response): Promise<WebEvent[]> => Array.fromAsync(readRunEvents(response));

async function caught(work: Promise<unknown>): Promise<RemoteRunError> {
  const error: unknown = await work.then(
    () => expect.fail("nothing was thrown"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(RemoteRunError);
  return error as RemoteRunError;
}

describe("public events", () => {
  test("by default no result, progress, argument, error text, reasoning, instruction or cost is sent", async () => {
    const text = await toResponse(fullRun()).text();
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/cost|0\.125|0\.375|usage|messages/);
    const events = await read(new Response(text));
    expect([...new Set(events.map(({ type }) => type))].toSorted()).toEqual([
      "finish",
      "step-start",
      "text-delta",
      "tool-end",
      "tool-start",
    ]);
    expect(events.at(-1)).toEqual({ type: "finish", stopReason: "completed", text: "All done.", path: [] });
    expect(events.every(({ path }) => path.length === 0)).toBe(true);
  });

  test.each<[events: ResponseOptions["events"], types: string[]]>([
    [["text-delta"], ["text-delta", "finish"]],
    [[], ["finish"]],
    [["tool-progress"], ["tool-progress", "finish"]],
    [
      (event) => (event.type === "tool-progress" ? { ...event, progress: "some" } : undefined),
      ["tool-progress", "finish"],
    ],
    [() => false, ["finish"]],
  ])("`events: %j` sends %j", async (events, types) => {
    const sent = await read(toResponse(fullRun(), { events }));
    expect([...new Set(sent.map(({ type }) => type))]).toEqual(types);
    expect(JSON.stringify(sent.filter(({ type }) => type !== "tool-progress"))).not.toContain(secret);
    expect(JSON.stringify(sent)).not.toContain("cost");
  });

  test.each<[what: string, filter: (event: RunEvent) => unknown, words: RegExp]>([
    ["a promise", async (event) => event, /`events` of toResponse must return.*Promise/],
    [
      "a promise that rejects",
      async () => {
        throw new Error("late");
      },
      /Promise/,
    ],
    ["true", () => true, /got true\. Return the event itself/],
    ["a text", () => "text", /got "text"/],
    ["an object without a type", ({ type }) => ({ kind: type }), /an object with a `type`/],
    ["a list", (event) => [event], /got an array/],
  ])("a function as `events` that returns %s ends the run with an error", async (_, filter, words) => {
    const options = { events: filter as never, onError: ({ message }: Error) => message };
    const error = await caught(read(toResponse(fullRun(), options)));
    expect(error).toMatchObject({ errorName: "AgentError", message: expect.stringMatching(words) as string });
  });

  test("a pending call is sent with its input, also that of a sub-agent", async () => {
    const pay = tool({ name: "pay", inputSchema: { type: "object" }, needsApproval: true, execute: () => "paid" });
    const call = { toolCalls: [{ name: "pay", arguments: { amount: 5 } }] };
    const clerk = createAgent({ client: createScriptedClient([call]).client, model, name: "clerk", tools: [pay] });
    const { client } = createScriptedClient([{ toolCalls: [{ name: "clerk", arguments: { input: secret } }] }]);
    const events = await read(toResponse(createAgent({ client, model, tools: [clerk] }).run("?")));
    expect(events.filter(({ type }) => type === "tool-pending")).toMatchObject([{ name: "pay", input: { amount: 5 } }]);
    expect(events.at(-1)).toMatchObject({ stopReason: "paused" });
    expect(JSON.stringify(events)).not.toContain(secret);
  });

  test("events that cannot be JSON do not end the run", async () => {
    const circle: Record<string, unknown> = { big: 5n };
    circle.self = circle;
    const odd = [circle, 5n, { toJSON: () => expect.fail("toJSON") }, () => 1];
    const make = tool({
      name: "make",
      async *execute() {
        yield* odd;
        return "made";
      },
    });
    const { client } = createScriptedClient([{ toolCalls: [{ name: "make", arguments: {} }] }, "Done."]);
    const events = await read(toResponse(createAgent({ client, model, tools: [make] }).run("?"), { events: "all" }));
    expect(events.filter(({ type }) => type === "tool-progress")).toMatchObject([
      { progress: "[not JSON]" },
      { progress: "5" },
      { progress: "[not JSON]" },
      {},
    ]);
    expect(events.at(-1)).toMatchObject({ stopReason: "completed", text: "Done." });
  });
});

describe("connection", () => {
  test("headers disable buffering, caching and compression by proxies", () => {
    const { headers } = toResponse(fullRun());
    expect(Object.fromEntries(headers)).toEqual({
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
  });

  test("comments are sent while a tool works, and the reader ignores them", async () => {
    const done = Promise.withResolvers<string>();
    const slow = tool({ name: "slow", execute: () => done.promise });
    const { client } = createScriptedClient([{ toolCalls: [{ name: "slow", arguments: {} }] }, "Done."]);
    const response = toResponse(createAgent({ client, model, tools: [slow] }).run("?"), { heartbeat: 10 });
    const [one, two] = response.body!.tee();
    let comments = 0;
    for await (const bytes of one)
      if (new TextDecoder().decode(bytes) === ": keep-alive\n\n" && ++comments === 3) done.resolve("done");
    expect(comments).toBeGreaterThanOrEqual(3);
    expect((await read(new Response(two))).at(-1)).toMatchObject({ text: "Done." });
  });

  test("nothing is sent while the response is not read, and a reader that disconnects ends the run and the comments", async () => {
    const signals: AbortSignal[] = [];
    const slow = tool({
      name: "slow",
      execute: (_, { signal }) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    });
    const { client } = createScriptedClient([{ toolCalls: [{ name: "slow", arguments: {} }] }]);
    const reader = toResponse(createAgent({ client, model, tools: [slow] }).run("?"), {
      heartbeat: 5,
    }).body!.getReader();
    while (signals.length === 0) await reader.read();
    await reader.cancel();
    expect(signals[0]!.aborted).toBe(true);
  });
});

describe("failures", () => {
  const failing = (error: Error): Response =>
    toResponse({
      [Symbol.asyncIterator]: () => ({
        next: async () => {
          throw error;
        },
        return: async () => undefined,
      }),
    } as never);
  const api = (status: number): ApiError =>
    new ApiError({ status, headers: new Headers(), body: { error: { code: status, message: secret } } });

  test.each<[error: Error, name: string, code: string, status: number | undefined]>([
    [api(402), "ApiError", "insufficient_credits", 402],
    [api(429), "ApiError", "rate_limited", 429],
    [new TimeoutError("attempt", 5), "TimeoutError", "timeout", undefined],
    [new ConnectionError(secret), "ConnectionError", "connection", undefined],
    [new AgentError(secret), "AgentError", "unknown", undefined],
    [Object.assign(new Error(secret), { code: "ENOENT_/etc/passwd" }), "Error", "unknown", undefined],
  ])("%s arrives with its code and without its message", async (error, name, code, status) => {
    const response = failing(error);
    const text = await response.text();
    expect(text).not.toMatch(new RegExp(`${secret}|passwd`));
    expect(await caught(read(new Response(text)))).toMatchObject({ errorName: name, code, status, message: name });
  });

  test.each<[what: string, describeIt: () => unknown, message: string]>([
    [
      "throws",
      () => {
        throw new Error(secret);
      },
      "ApiError",
    ],
    ["rejects", () => Promise.reject(new Error(secret)), "ApiError"],
    ["gives nothing", () => undefined, "ApiError"],
    ["returns an object", () => ({ secret }), "ApiError"],
    ["returns a promise of a string", async () => "No money.", "No money."],
  ])("an `onError` that %s does not hide the failure", async (_, describeIt, message) => {
    const run = createAgent({ client: createScriptedClient([{ status: 402 }]).client, model }).run("?");
    expect(await caught(read(toResponse(run, { onError: describeIt as () => string })))).toMatchObject({ message });
  });

  test.each<[thrown: unknown, name: string]>([
    ["text", "Error"],
    [undefined, "Error"],
    [Object.assign(new Error(secret), { name: undefined }), "Error"],
    [Object.create(null), "Error"],
  ])("a thrown value that is not a proper error arrives as one: %o", async (thrown, name) => {
    const error = await caught(read(failing(thrown as Error)));
    expect(error).toMatchObject({ errorName: name, message: name, code: "unknown" });
  });

  test.each<[body: string, status: number, message: string]>([
    ['{"error":{"code":401,"message":"Sign in first."}}', 401, "The route answered 401: Sign in first."],
    ['{"error":"Sign in first"}', 401, "The route answered 401: Sign in first."],
    ['{"message":"No such bot."}', 404, "The route answered 404: No such bot."],
    ["upstream timed out\n", 504, "The route answered 504: upstream timed out."],
    ["", 500, "The route answered 500."],
    ["null", 500, "The route answered 500: null."],
    ["x".repeat(100_000), 500, `The route answered 500: ${"x".repeat(300)}.`],
  ])("the reason of a route's error response is kept: %s with status %i", async (body, status, message) => {
    expect(await caught(read(new Response(body, { status })))).toMatchObject({ code: "http_error", status, message });
  });

  test("an error response whose body never ends is read up to its beginning", async () => {
    let isLeft = false;
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("x".repeat(1000))),
      cancel: () => {
        isLeft = true;
      },
    });
    expect(await caught(read(new Response(body, { status: 500 })))).toMatchObject({ code: "http_error" });
    expect(isLeft).toBe(true);
  });

  test.each<[data: string, expected: Partial<RemoteRunError>]>([
    [
      '{"type":"error"}',
      { errorName: "Error", code: "unknown", message: "The run failed. The route returned no reason." },
    ],
    ['{"type":"error","message":"down"}', { errorName: "Error", code: "unknown", message: "down" }],
    ['{"type":"error","error":"down"}', { code: "unknown", message: "down" }],
    [
      '{"type":"error","error":{"name":"ApiError","code":"timeout","status":504,"message":"late"}}',
      { errorName: "ApiError", code: "timeout", status: 504, message: "late" },
    ],
    ['{"type":"error","name":5,"code":5,"status":"x","message":5}', { errorName: "Error", status: undefined }],
  ])("an error event of another server keeps its fields: %s", async (data, expected) => {
    const error = await caught(read(new Response(`data: ${data}\n\n`)));
    expect(error).toMatchObject(expected);
  });

  test.each<[what: string, response: () => unknown, code: string]>([
    ["a refusal", () => new Response("no", { status: 403 }), "http_error"],
    ["no body", () => new Response(null), "http_error"],
    ["a page", () => new Response("<html>\n\n</html>"), "malformed"],
    ["JSON", () => Response.json({ error: { message: "No." } }), "malformed"],
    ["other events", () => new Response("data: hello\n\ndata: x\n\n"), "malformed"],
    ["a number", () => new Response("data: 5\n\n"), "malformed"],
    ["a truncated event", () => new Response('data: {"type":"te'), "truncated"],
    ["nothing", () => new Response(""), "truncated"],
    ["no response", () => undefined, "malformed"],
    [
      "a connection that breaks",
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              controller.error(new TypeError("terminated"));
            },
          }),
        ),
      "truncated",
    ],
    [
      "a connection that breaks in Bun",
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              controller.error(Object.assign(new Error("The socket was closed."), { code: "ECONNRESET" }));
            },
          }),
        ),
      "truncated",
    ],
  ])("%s is a RemoteRunError", async (_, response, code) => {
    expect(await caught(read(response() as Response))).toMatchObject({ code });
  });

  test("an abort of the fetch passes through unchanged", async () => {
    const mine = new Error("mine");
    const body = new ReadableStream({
      pull(controller) {
        controller.error(mine);
      },
    });
    await expect(read(new Response(body))).rejects.toBe(mine);
  });
});

describe("responses changed by proxies", () => {
  const changes: readonly [what: string, change: (text: string) => string][] = [
    ["nothing", (text) => text],
    ["comments between events", (text) => text.replaceAll("\n\n", "\n\n: ping\n\n")],
    ["comments within events", (text) => text.replaceAll("data:", ": ping\ndata:")],
    ["CR LF", (text) => text.replaceAll("\n", "\r\n")],
    ["CR", (text) => text.replaceAll("\n", "\r")],
    ["no blank after the colon", (text) => text.replaceAll("data: ", "data:")],
    ["id, event and retry lines", (text) => text.replaceAll("data: ", "id: 1\nevent: message\nretry: 5\ndata: ")],
    ["a byte order mark", (text) => `\uFEFF${text}`],
    ["no blank line at the end", (text) => text.trimEnd()],
    ["events without data", (text) => text.replaceAll("data: ", "data:\n\ndata: ")],
    ["a [DONE]", (text) => `${text}data: [DONE]\n\n`],
  ];

  test.each(changes)("%s leaves the events unchanged", async (_, change) => {
    const text = await toResponse(fullRun()).text();
    const timeless = (events: readonly WebEvent[]): unknown =>
      events.map((event) => (event.type === "tool-end" ? { ...event, ms: 0 } : event));
    const expected = timeless(await read(new Response(text)));
    expect(timeless(await read(new Response(change(text))))).toEqual(expected);
    const bytes = new TextEncoder().encode(change(text));
    const byteByByte = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let at = 0; at < bytes.length; at++) controller.enqueue(bytes.slice(at, at + 1));
        controller.close();
      },
    });
    expect(timeless(await read(new Response(byteByByte)))).toEqual(expected);
  });

  test("a body without an async iterator is read", async () => {
    const response = toResponse(fullRun());
    Object.defineProperty(response.body, Symbol.asyncIterator, { value: undefined });
    expect((await read(response)).at(-1)).toMatchObject({ type: "finish" });
  });

  test("leaving the loop closes the connection, also over a port", async () => {
    const closed = Promise.withResolvers<void>();
    const http = createServer((_, response) => {
      response.on("close", () => closed.resolve());
      const slow = tool({ name: "slow", execute: () => new Promise(() => undefined) });
      const { client } = createScriptedClient([{ text: "Wait.", toolCalls: [{ name: "slow", arguments: {} }] }]);
      const run = createAgent({ client, model, tools: [slow] }).run("?");
      const source = Readable.fromWeb(toResponse(run, { heartbeat: 20 }).body as never);
      response.on("close", () => source.destroy());
      source.on("error", () => undefined).pipe(response);
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    const response = await fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
    for await (const { type } of readRunEvents(response)) if (type === "tool-start") break;
    await closed.promise;
    http.close();
  });

  test("the time to read grows linearly with the size of an event", async () => {
    const readIn = async (size: number): Promise<void> => {
      const event = { type: "tool-end", output: "x".repeat(size), path: [] };
      const bytes = new TextEncoder().encode(
        `data: ${JSON.stringify(event)}\n\ndata: ${JSON.stringify({ type: "finish", stopReason: "completed", text: "", path: [] })}\n\n`,
      );
      let at = 0;
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          controller.enqueue(bytes.slice(at, (at += 16_384)));
          if (at >= bytes.length) controller.close();
        },
      });
      expect(await read(new Response(body))).toHaveLength(2);
    };
    await expectLinear(readIn, 4_000_000);
  });
});

test.each<[what: string, options: unknown, words: RegExp]>([
  ["an unknown option", { evnts: "all" }, /`evnts`.*`events`/],
  ["the name of another SDK", { keepAliveMs: 5 }, /`heartbeat`/],
  ["an unknown type", { events: ["txt"] }, /"txt".*text-delta/],
  ["an unknown word", { events: "everything" }, /"everything"/],
  ["a heartbeat of no length", { heartbeat: 0 }, /`heartbeat`.*got 0/],
  ["a heartbeat that is not a number", { heartbeat: Number.NaN }, /`heartbeat`.*got NaN/],
  ["an onError that is not a function", { onError: "name" }, /`onError`.*function/],
])("%s of toResponse is rejected", (_, options, words) => {
  const run = fullRun();
  expect(() => toResponse(run, options as ResponseOptions)).toThrow(AgentError);
  expect(() => toResponse(run, options as ResponseOptions)).toThrow(words);
});

test.each([undefined, null, {}, "run"])("%j is rejected as a run", (run) => {
  expect(() => toResponse(run as never)).toThrow(AgentError);
});

test("the types of events mark the fields that can be missing", async () => {
  const show = (event: WebEvent): string => {
    if (event.type === "text-delta") return event.text;
    // @ts-expect-error -- the cost is not sent by default
    if (event.type === "finish") return event.cost.toFixed(2);
    return event.type;
  };
  const all: RunEvent["type"][] = ["text-delta"];
  expect(all.map((type) => show({ type, text: "a", path: [] } as WebEvent))).toEqual(["a"]);
});

describe("partial-output events", () => {
  const output = z.object({ a: z.string() });

  /** The bytes of a run over the web whose response arrives in chunks of 5 characters, and what its reader receives. */
  async function send(length: number, options?: ResponseOptions): Promise<{ bytes: number; seen: unknown[] }> {
    const text = JSON.stringify({ a: "x".repeat(length) });
    const chunk = (delta: object, reason: string | null = null): string =>
      `data: ${JSON.stringify({ id: "g", choices: [{ index: 0, delta, finish_reason: reason }] })}\n\n`;
    const pieces = text.match(/.{1,5}/g)!.map((content) => chunk({ content }));
    const fetch = async (): Promise<Response> =>
      new Response(`${pieces.join("")}${chunk({}, "stop")}data: [DONE]\n\n`, {
        headers: { "content-type": "text/event-stream" },
      });
    const agent = createAgent({ client: new Patchbay({ apiKey: "test", fetch }), model, output });
    const sent = await toResponse(agent.run("?"), options).text();
    const events = await read(new Response(sent));
    return {
      bytes: sent.length,
      seen: events.flatMap((event) => (event.type === "partial-output" ? [event.output] : [])),
    };
  }

  test.each([undefined, { events: "all" }, { events: ["partial-output"] }] as const)(
    "a long output takes bytes in proportion to its length, and its last value is sent (%j)",
    async (options) => {
      const half = await send(40_000, options);
      const whole = await send(80_000, options);
      expect(whole.bytes).toBeLessThan(half.bytes * 2.5);
      expect(whole.seen.at(-1)).toEqual({ a: "x".repeat(80_000) });
      expect(whole.seen.length).toBeGreaterThan(100);
    },
  );

  test("each value of a short output is sent", async () => {
    expect((await send(1000)).seen).toHaveLength(202);
  });
});
