// The lifetime of a stream: its timeouts, who can end it, what it leaves behind, and its running time.
import {
  getResponseInfo,
  Patchbay,
  type AttemptResult,
  type ChatStream,
  type Middleware,
  type RequestOptions,
} from "@patchbay/client";
import { getEventListeners, once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import {
  answer,
  eventsOf,
  finish,
  head,
  inReads,
  piece,
  say,
  streamOf,
  streamOfText,
  usageChunk,
  written,
} from "./chunks.ts";
import { expectLinear } from "../support/linear.ts";
import { against, caught, chat } from "./support.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const textOf = (stream: ChatStream): string | null | undefined => stream.partial?.choices[0]?.message.content;

/** A body that sends a text, and then one text after the other, each after a wait. */
function ticking(begin: string, tick: string, ms: number): Response {
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setInterval>;
  return answer(
    new ReadableStream({
      start(controller) {
        if (begin) controller.enqueue(encoder.encode(begin));
        timer = setInterval(() => controller.enqueue(encoder.encode(tick)), ms);
      },
      cancel: () => clearInterval(timer),
    }),
  );
}

const nothings: [string, string][] = [
  ["an empty payload", "data:\n\n"],
  ["a blank payload", "data:   \n\n"],
  ["an empty object", "data: {}\n\n"],
  ["a comment", ": OPENROUTER PROCESSING\n\n"],
  ["an event named ping", "event: ping\ndata: {}\n\n"],
  ["an event named ping with data", 'event: ping\ndata: {"type":"ping"}\n\n'],
  ["an event of the type ping", 'data: {"type":"ping"}\n\n'],
  ["an id", "id: 7\n\n"],
  ["a retry time", "retry: 7\n\n"],
  ["blank lines", "\n\n"],
];

describe.each(nothings)("an event without data: %s", (_, nothing) => {
  const limits: [string, RequestOptions][] = [
    ["attempt", { timeout: 60 }],
    ["total", { totalTimeout: 60 }],
  ];
  test.each(limits)("does not end the timeout %s before the first chunk", async (phase, options) => {
    for (const body of [() => ticking(nothing, nothing, 1e6), () => ticking("", nothing, 5)]) {
      const { client } = against([body], { maxRetries: 0 });
      const { completions } = client.chat;
      expect(await caught(completions.stream(chat, options).final())).toMatchObject({ name: "TimeoutError", phase });
      expect(await caught(completions.create({ ...chat, stream: true }, options))).toMatchObject({ phase });
    }
  });

  test("does not restart the idle timeout", async () => {
    const { client } = against([() => ticking(eventsOf(say("a")), nothing, 5)]);
    const error = await caught(client.chat.completions.stream(chat, { idleTimeout: 60 }).final());
    expect(error).toMatchObject({ phase: "idle", partial: { choices: [{ message: { content: "a" } }] } });
  });

  test("does not delay the timeouts in a body that never pauses", async () => {
    for (const begin of ["", eventsOf(say("a"))]) {
      let isFirst = true;
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        pull(controller) {
          controller.enqueue(new TextEncoder().encode(isFirst ? begin + nothing : nothing));
          isFirst = false;
        },
      });
      const options = { maxRetries: 0, timeout: 60, idleTimeout: 60 };
      const { client } = against([() => answer(body)], options);
      expect(await caught(client.chat.completions.stream(chat).final())).toMatchObject({ name: "TimeoutError" });
    }
  });

  test("is not returned to a reader", async () => {
    const text = nothing + eventsOf(say("a")) + nothing + nothing + eventsOf(usageChunk) + nothing + eventsOf("[DONE]");
    expect(await Array.fromAsync(streamOfText(text))).toEqual([say("a"), usageChunk]);
  });
});

describe("totalTimeout", () => {
  test("ends a stream whose reader is slower than its source", async () => {
    const { client } = against([() => ticking("", eventsOf(say("a")), 2)]);
    let count = 0;
    const work = (async () => {
      for await (const _ of client.chat.completions.stream(chat, { totalTimeout: 500 })) {
        count++;
        await pause(5);
      }
    })();
    expect(await caught(work)).toMatchObject({ name: "TimeoutError", phase: "total" });
    expect(count).toBeGreaterThan(0);
  });

  test("ends a stream whose reader blocks the event loop", async () => {
    const { client } = against([() => answer(eventsOf(...Array.from({ length: 1000 }, () => say("a")), "[DONE]"))]);
    const work = (async () => {
      for await (const _ of client.chat.completions.stream(chat, { totalTimeout: 50 }))
        for (const end = performance.now() + 1; performance.now() < end;);
    })();
    expect(await caught(work)).toMatchObject({ phase: "total" });
  });

  test("ends a stream that has no reader, or whose reader dropped it", async () => {
    for (const read of [() => Promise.resolve(), (stream: ChatStream) => stream[Symbol.asyncIterator]().next()]) {
      const body = written();
      body.write(say("a"));
      const { client } = against([body.answer]);
      const stream = await client.chat.completions.create({ ...chat, stream: true }, { totalTimeout: 800 });
      await read(stream);
      await expect.poll(body.isLeft).toBe(true);
      expect(await caught(stream.final())).toMatchObject({ phase: "total" });
    }
  });
});

describe("a stream of create({ stream: true }) that was never read", () => {
  const reason = new Error("enough");
  interface Unread {
    readonly stream: ChatStream;
    readonly isLeft: () => boolean;
    readonly ends: readonly AttemptResult[];
    readonly controller: AbortController;
  }
  async function unread(): Promise<Unread> {
    const body = written();
    body.write(say("a"));
    const ends: AttemptResult[] = [];
    const middleware: Middleware[] = [
      (request, next, { onEnd }) => {
        onEnd((end) => ends.push(end));
        return next(request);
      },
    ];
    const controller = new AbortController();
    const { client } = against([body.answer], { middleware });
    const stream = await client.chat.completions.create({ ...chat, stream: true }, { signal: controller.signal });
    return { stream, isLeft: body.isLeft, ends, controller };
  }

  test.each<[string, (unread: Unread) => unknown]>([
    ["abort()", ({ stream }) => stream.abort(reason)],
    ["the caller's signal", ({ controller }) => controller.abort(reason)],
    ["return() of its iterator", ({ stream }) => stream[Symbol.asyncIterator]().return!()],
    ["return() of its text", ({ stream }) => stream.textStream().return()],
    ["return() of its events", ({ stream }) => stream.events().return()],
    ["cancel() of its byte stream", ({ stream }) => stream.toReadableStream().cancel()],
    [
      "leaving both branches of tee()",
      ({ stream }) => Promise.all(stream.tee().map((one) => one[Symbol.asyncIterator]().return!())),
    ],
    ["aborting both branches of tee()", ({ stream }) => stream.tee().forEach((one) => one.abort(reason))],
  ])("%s closes its connection and leaves no listener", async (_, leave) => {
    const given = await unread();
    await leave(given);
    await expect.poll(given.isLeft).toBe(true);
    await expect.poll(() => given.ends.length).toBe(1);
    expect(getEventListeners(given.controller.signal, "abort")).toHaveLength(0);
  });

  test("its abort reason reaches readers", async () => {
    const { stream } = await unread();
    stream.abort(reason);
    expect(await caught(Array.fromAsync(stream))).toBe(reason);
    expect(await caught(stream.final())).toBe(reason);
  });
});

describe("a waiting reader", () => {
  const readers: [string, (stream: ChatStream) => AsyncGenerator<unknown, void>][] = [
    ["textStream()", (stream) => stream.textStream()],
    ["events()", (stream) => stream.events()],
  ];
  test.each(readers)("is ended at once by return() of %s, without an error", async (_, read) => {
    const body = written();
    const reader = read(body.stream());
    const next = reader.next();
    // events() loads its code first, which can take longer than a pause.
    await expect.poll(body.isRequested).toBe(true);
    await pause(20);
    await reader.return();
    expect(await next).toEqual({ done: true, value: undefined });
    await expect.poll(body.isLeft).toBe(true);
  });
});

describe("a stream that the program dropped", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  test.each<[string, (stream: ChatStream) => unknown]>([
    ["before it was read", () => undefined],
    ["after one chunk", (stream) => stream[Symbol.asyncIterator]().next()],
    ["after one piece of text", (stream) => stream.textStream().next()],
    ["after tee()", (stream) => stream.tee()[0][Symbol.asyncIterator]().next()],
  ])("%s closes its connection, and leaves no listener on the caller's signal", async (_, read) => {
    const body = written();
    body.write(say("a"));
    const { signal } = new AbortController();
    const { client } = against([body.answer]);
    await (async () => {
      await read(await client.chat.completions.create({ ...chat, stream: true }, { signal }));
    })();
    await expect
      .poll(async () => {
        collect();
        await pause(5);
        return body.isLeft();
      })
      .toBe(true);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

describe("connections of streams", () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  /** A server whose streams end a moment after [DONE]; counts connections. */
  async function counting(endAfter: number): Promise<{ readonly client: Patchbay; readonly opened: () => number }> {
    let opened = 0;
    const own = createServer((request, response) => {
      request.resume();
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(eventsOf(say("a"), finish(), "[DONE]"));
      setTimeout(() => response.end(), endAfter);
    });
    server = own.on("connection", () => opened++);
    own.listen(0, "127.0.0.1");
    await once(own, "listening");
    const baseURL = `http://127.0.0.1:${(own.address() as AddressInfo).port}/api/v1`;
    return { client: new Patchbay({ apiKey: "sk-or-v1-test", baseURL }), opened: () => opened };
  }

  test.each([0, 5])("are reused when the body ends %i ms after [DONE]", async (endAfter) => {
    const { client, opened } = await counting(endAfter);
    for (let count = 0; count < 40; count++) await client.chat.completions.stream(chat).final();
    expect(opened()).toBeLessThan(8);
  });

  test("whose body never ends are closed, and the completion does not wait for it", async () => {
    const body = written();
    body.write(say("a"), finish(), "[DONE]");
    const stream = body.stream();
    expect(textOf(stream)).toBeUndefined();
    await stream.final();
    await expect.poll(body.isLeft).toBe(true);
  });
});

describe("final()", () => {
  test("waits for the end while a loop reads, and returns the same each time", async () => {
    const body = written();
    const stream = body.stream();
    body.write(say("a"));
    const finals: Promise<unknown>[] = [];
    let text = "";
    for await (const part of stream.textStream()) {
      text += part;
      finals.push(stream.final());
      if (text === "a") body.write(say("b"), finish(), usageChunk, "[DONE]");
    }
    const whole = await stream.final();
    expect(text).toBe("ab");
    expect(whole.choices[0]!.message.content).toBe("ab");
    for (const one of await Promise.all(finals)) expect(one).toBe(whole);
  });

  test.each<[string, (stream: ChatStream) => AsyncIterable<unknown>]>([
    ["chunks", (stream) => stream],
    ["textStream()", (stream) => stream.textStream()],
    ["events()", (stream) => stream.events()],
  ])("can be awaited inside a loop over %s, which returns the rest afterwards", async (_, read) => {
    const chunks = [
      say("a"),
      piece({ tool_calls: [{ index: 0, id: "c", function: { name: "f", arguments: "{}" } }] }),
      say("b"),
      finish(),
    ];
    const expected = await Array.fromAsync(read(streamOf(...chunks, "[DONE]")));
    const stream = streamOf(...chunks, "[DONE]");
    const seen: unknown[] = [];
    for await (const one of read(stream)) {
      seen.push(one);
      expect((await stream.final()).choices[0]!.message.content).toBe("ab");
    }
    expect(seen).toEqual(expected);
  });

  test.each<[string, (stream: ChatStream) => AsyncIterable<unknown>]>([
    ["a loop", (stream) => stream],
    ["textStream()", (stream) => stream.textStream()],
    ["events()", (stream) => stream.events()],
    ["toReadableStream()", (stream) => stream.toReadableStream()],
  ])("called before %s starts leaves every chunk to it, with one request", async (_, read) => {
    const { client, requests } = against([() => answer(eventsOf(say("a"), say("b"), finish(), "[DONE]"))]);
    const alone = await Array.fromAsync(read(client.chat.completions.stream(chat)));
    const stream = client.chat.completions.stream(chat);
    const whole = stream.final();
    expect(await Array.fromAsync(read(stream))).toEqual(alone);
    expect((await whole).choices[0]!.message.content).toBe("ab");
    expect(requests).toHaveLength(2);
  });

  test("returns the same to concurrent callers, with one request", async () => {
    const { client, requests } = against([() => answer(eventsOf(say("a"), "[DONE]"))]);
    const stream = client.chat.completions.stream(chat);
    const [one, two, three] = await Promise.all([stream.final(), stream.final(), stream.final()]);
    expect(one).toBe(two);
    expect(two).toBe(three);
    expect(requests).toHaveLength(1);
  });

  test("called before a pipe has read buffers every chunk for it", async () => {
    const stream = streamOf(say("a"), say("b"), "[DONE]");
    const bytes = stream.toReadableStream();
    await stream.final();
    expect(await new Response(bytes).text()).toBe(eventsOf(say("a"), say("b"), "[DONE]"));
  });

  test("throws what ended the stream early, also after a loop has thrown it", async () => {
    const stream = streamOf(say("a"), { error: { code: 502, message: "died" } });
    const early = caught(stream.final());
    const thrown = await caught(Array.fromAsync(stream));
    const error = await early;
    expect(error).toMatchObject({ status: 502 });
    expect(thrown).toBe(error);
    expect(await caught(stream.final())).toBe(error);
  });

  test("that has read the stream leaves no chunk for a loop, which throws an error", async () => {
    const stream = streamOf(say("a"), finish(), "[DONE]");
    await stream.final();
    expect(await caught(Array.fromAsync(stream))).toMatchObject({ name: "StreamError", reason: "already_consumed" });
  });

  test("leaves the events before the error to the loop", async () => {
    const stream = streamOf(say("a"), say("b"), { error: { code: 502, message: "died" } });
    const iterator = stream[Symbol.asyncIterator]();
    await iterator.next();
    const error = await caught(stream.final());
    expect(await iterator.next()).toMatchObject({ value: say("b") });
    expect(await caught(iterator.next())).toBe(error);
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  test("rejects when the reader closes the stream, with the part that was received", async () => {
    const body = written();
    body.write(say("a"));
    const stream = body.stream();
    const iterator = stream[Symbol.asyncIterator]();
    await iterator.next();
    const work = caught(stream.final());
    await iterator.return!();
    expect(await work).toMatchObject({
      name: "StreamError",
      reason: "truncated",
      partial: { choices: [{ message: { content: "a" } }] },
    });
    await expect.poll(body.isLeft).toBe(true);
  });

  test("of an aborted stream rejects with the reason", async () => {
    const body = written();
    body.write(say("a"));
    const stream = body.stream();
    const reason = new Error("enough");
    for await (const _ of stream.textStream()) break;
    expect(await caught(stream.final())).toMatchObject({ reason: "truncated" });
    const other = written().stream();
    const work = caught(other.final());
    other.abort(reason);
    expect(await work).toBe(reason);
  });
});

describe("tee()", () => {
  test("gives both branches the response info", async () => {
    const { client } = against([
      () =>
        new Response(eventsOf(say("a"), "[DONE]"), {
          headers: { "content-type": "text/event-stream", "x-generation-id": "gen-7" },
        }),
    ]);
    const source = client.chat.completions.stream(chat);
    const branches = source.tee();
    await Promise.all(branches.map((branch) => branch.final()));
    for (const stream of [source, ...branches])
      expect(getResponseInfo(stream)).toMatchObject({ response: { status: 200 }, attempts: 1, generationId: "gen-7" });
    const inner = branches[0].partial;
    expect(inner?.id).toBe("gen-1");
  });

  test("of a branch works as of any stream", async () => {
    const [one, two] = streamOf(say("a"), say("b"), "[DONE]").tee();
    const [three, four] = two.tee();
    const texts = await Promise.all(
      [one, three, four].map(async (stream) => (await stream.final()).choices[0]!.message.content),
    );
    expect(texts).toEqual(["ab", "ab", "ab"]);
    expect(getResponseInfo(four)).toMatchObject({ response: { status: 200 } });
  });

  test("lets an unread branch be aborted without ending the other", async () => {
    const [one, two] = streamOf(say("a"), "[DONE]").tee();
    const reason = new Error("enough");
    one.abort(reason);
    expect(await caught(one.final())).toBe(reason);
    expect((await two.final()).choices[0]!.message.content).toBe("a");
  });
});

test("returns the events of concurrent next() calls in order", async () => {
  const { client } = against([() => answer(inReads(eventsOf(...["a", "b", "c", "d", "e"].map(say), "[DONE]"), 50))]);
  const iterator = client.chat.completions.stream(chat)[Symbol.asyncIterator]();
  const results = await Promise.all(Array.from({ length: 7 }, () => iterator.next()));
  expect(results.map(({ value }) => (value ? value.choices[0]!.delta.content : undefined))).toEqual([
    "a",
    "b",
    "c",
    "d",
    "e",
    undefined,
    undefined,
  ]);
});

describe("the running time is linear in", () => {
  const detail = (index: number): object => ({ type: "reasoning.text", text: "a", index });
  const deltas: [string, number, (at: number) => object][] = [
    ["the pieces of a text", 15_000, () => ({ content: "word " })],
    [
      "the pieces of arguments",
      15_000,
      (at) => ({
        tool_calls: [
          {
            index: 0,
            id: at === 0 ? "a" : undefined,
            function: { name: at === 0 ? "f" : undefined, arguments: "word " },
          },
        ],
      }),
    ],
    [
      "pieces of arguments with ids and names in each",
      15_000,
      () => ({ tool_calls: [{ index: 0, id: "a", function: { name: "f", arguments: '{"' } }] }),
    ],
    [
      "tool calls",
      5000,
      (at) => ({ tool_calls: [{ index: at, id: `c${at}`, function: { name: "f", arguments: "{}" } }] }),
    ],
    [
      "tool calls under one index",
      5000,
      (at) => ({ tool_calls: [{ index: 0, id: `c${at}`, function: { name: "f", arguments: '{"x":1}' } }] }),
    ],
    ["the blocks of reasoning", 10_000, (at) => ({ reasoning_details: [detail(at)] })],
    ["annotations", 10_000, () => ({ annotations: [{ type: "url_citation", url_citation: { url: "u" } }] })],
    ["unknown arrays", 10_000, () => ({ sources: [1, 2, 3] })],
  ];

  test.each(deltas)("%s", async (_, count, delta) => {
    await expectLinear(async (size) => {
      const chunks = Array.from({ length: size }, (_, at) =>
        piece(delta(at), { logprobs: { content: [{ token: "a" }] } }),
      );
      const stream = streamOf(...chunks, finish(), "[DONE]");
      for await (const event of stream.events()) void event;
    }, count / 2);
  });

  test.each([4096, 16_384])("the size of one event in reads of %i bytes", async (read) => {
    await expectLinear(async (size) => {
      const image = { type: "image_url", image_url: { url: `data:image/png;base64,${"A".repeat(size)}` } };
      await streamOfText(inReads(eventsOf(piece({ images: [image] }), finish(), "[DONE]"), read)).final();
    }, 2 ** 21);
  });

  test.each(["\n", "\r", "\r\n"])("the number of lines that end in %j, in one read", async (end) => {
    await expectLinear(async (size) => {
      const text = `${eventsOf(...Array.from({ length: size }, () => say("a")), "[DONE]").replaceAll("\n", end)}: a\r`;
      await streamOfText(text).final();
    }, 10_000);
  });

  test("the choices of a stream", async () => {
    await expectLinear(async (size) => {
      const chunks = Array.from({ length: size }, (_, index) => ({
        ...head,
        choices: [{ index, delta: { content: "a" }, finish_reason: "stop" }],
      }));
      await streamOf(...chunks, "[DONE]").final();
    }, 5000);
  });

  test("what final() buffers for a slow reader", async () => {
    await expectLinear(async (size) => {
      const stream = streamOf(...Array.from({ length: size }, () => say("a")), "[DONE]");
      const iterator = stream[Symbol.asyncIterator]();
      await iterator.next();
      await stream.final();
      for (let next = await iterator.next(); !next.done; next = await iterator.next());
    }, 10_000);
  });

  test("what one branch of tee() buffers for the other", async () => {
    await expectLinear(async (size) => {
      const [one, two] = streamOf(...Array.from({ length: size }, () => say("a")), "[DONE]").tee();
      await one.final();
      await two.final();
    }, 10_000);
  });
});
