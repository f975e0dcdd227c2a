// A stream as the response of a web route, and what its reader receives.
import { ApiError, ChatStream, PatchbayError, StreamError, type ClientOptions } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answer, eventsOf, finish, piece, say, streamOf, usageChunk, written } from "./chunks.ts";
import { against, caught, chat, connect, failure, never } from "./support.ts";

const chunks = [say("one"), say(" two"), finish(), usageChunk];
const whole = (): ChatStream => streamOf(...chunks, "[DONE]");

const closers: (() => void)[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const close of closers.splice(0)) close();
});

/** A Node.js server with one route. */
async function serve(route: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(route);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** How a route sends a stream: as a web response, and through a Node.js server. */
const ways: [string, (make: () => ChatStream) => Promise<Response>][] = [
  ["toResponse", (make) => make().toResponse()],
  ["pipeTo", async (make) => fetch(await serve((_, response) => void make().pipeTo(response)))],
];

describe.each(ways)("a route that sends %s", (_, respond) => {
  test("sends the events unchanged, with headers that keep proxies from delaying them", async () => {
    const response = await respond(whole);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    });
    expect(await response.text()).toBe(eventsOf(...chunks, "[DONE]"));
  });

  test("gives its reader the same completion", async () => {
    const server = createMockServer();
    server.on().reply({ content: "größer 🎛️", toolCalls: [{ name: "add", arguments: { a: 1 } }] });
    const stream = connect({}, server).chat.completions.stream(chat);
    const back = ChatStream.fromResponse(await respond(() => stream));
    expect(await back.final()).toEqual(await stream.final());
  });

  test.each([400, 401, 402, 403, 404, 429, 500, 503])(
    "returns an API error of status %i with its status, as JSON in the contract's shape",
    async (status) => {
      const refused = (): ChatStream =>
        against([failure(status, { "retry-after": "7", "x-internal": "yes" })], {
          maxRetries: 0,
        }).client.chat.completions.stream(chat);
      const response = await respond(refused);
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(response.headers.get("retry-after")).toBe("7");
      expect(response.headers.get("x-internal")).toBeNull();
      expect(await response.clone().json()).toEqual({ error: { code: status, message: `failure ${status}` } });
      for (const back of [ChatStream.fromResponse(response.clone()), ChatStream.fromReadableStream(response.body!)]) {
        const error = await caught(back.final());
        expect(error).toBeInstanceOf(ApiError);
        expect(error).toMatchObject({ status });
      }
    },
  );

  test.each<[string, Partial<ClientOptions>, () => Response | Promise<Response>, number]>([
    ["no connection", {}, () => Promise.reject(new TypeError("getaddrinfo ENOTFOUND db.internal")), 502],
    ["silence", { timeout: 20 }, () => new Promise<Response>(() => undefined), 504],
    ["HTML", {}, () => answer("<html>db.internal</html>", "text/html"), 502],
    ["HTML with a status", {}, () => new Response("<html>db.internal</html>", { status: 503 }), 503],
    ["a stream that ends at once", {}, () => answer(": hello\n\n"), 502],
    ["an event that is not valid JSON", {}, () => answer("data: db.internal\n\n"), 502],
    ["a key function that throws", { apiKey: () => Promise.reject(new Error("db.internal")) }, () => answer(""), 500],
  ])("hides internal details after %s", async (_, options, given, status) => {
    const response = await respond(() =>
      against([given], { maxRetries: 0, ...options }).client.chat.completions.stream(chat),
    );
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: status, message: expect.any(String) as string } });
    expect(text).not.toContain("db.internal");
    expect(Object.keys(JSON.parse(text) as object)).toEqual(["error"]);
  });

  test("shows no key, no raw response of a provider, and no user id", async () => {
    const metadata = {
      provider_name: "Acme",
      error_type: "authentication",
      raw: "secret-raw",
      headers: { "x-a": "secret-h" },
    };
    const body = {
      error: { code: 401, message: "Wrong key sk-or-v1-0123456789abcdef", metadata },
      user_id: "secret-user",
    };
    const response = await respond(() =>
      against([() => Response.json(body, { status: 401 })]).client.chat.completions.stream(chat),
    );
    expect(await response.json()).toEqual({
      error: {
        code: 401,
        message: "Wrong key sk-***",
        metadata: { provider_name: "Acme", error_type: "authentication" },
      },
    });
  });

  test("sends a failure after the first event as an error event, which the reader throws", async () => {
    const response = await respond(() => streamOf(say("one"), { error: { code: 429, message: "busy" } }));
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toBe(eventsOf(say("one"), { error: { code: 429, message: "busy" } }));
    const error = await caught(ChatStream.fromResponse(answer(text)).final());
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 429, partial: { choices: [{ message: { content: "one" } }] } });
  });

  test("sends an interrupted stream as an error event without internal details", async () => {
    for (const make of [
      () => streamOf(say("one")),
      () => streamOf(say("one"), "{db.internal"),
      () => streamOf(say("one"), finish("error")),
      () => {
        const { stream, write, fail } = written();
        write(say("one"));
        setTimeout(() => fail(new TypeError("db.internal")), 20);
        return stream();
      },
    ]) {
      const text = await (await respond(make)).text();
      expect(text).not.toContain("db.internal");
      const error = await caught(ChatStream.fromResponse(answer(text)).final());
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status: 502, partial: { choices: [{ message: { content: "one" } }] } });
    }
  });

  test("closes the connection to the API when the reader disconnects", async () => {
    const { stream, write, isLeft } = written();
    write(say("one"));
    const upstream = stream();
    const response = await respond(() => upstream);
    const reader = response.body!.getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(isLeft).toBe(true);
    expect(await caught(upstream.final())).toBeDefined();
  });

  test("can await final()", async () => {
    const stream = whole();
    const response = await respond(() => stream);
    const [completion] = await Promise.all([stream.final(), response.text()]);
    expect(completion.usage).toEqual(usageChunk.usage);
  });

  test("reads from the API at the pace of its reader", async () => {
    let given = 0;
    const big = "x".repeat(100_000);
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        given++;
        controller.enqueue(new TextEncoder().encode(eventsOf(say(big))));
      },
    });
    const response = await respond(() => against([() => answer(body)]).client.chat.completions.stream(chat));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const before = given;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(given).toBe(before);
    await response.body!.cancel();
  });
});

test("a comment is sent in each period of silence, and the reader does not receive it", async () => {
  const { stream, write } = written();
  write(say("one"));
  const response = await stream().toResponse({ heartbeat: 10 });
  let text = "";
  let isOver = false;
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (isOver || text.split(": keep-alive\n\n").length <= 2) continue;
    isOver = true;
    write(finish(), "[DONE]");
  }
  expect(isOver).toBe(true);
  expect((await ChatStream.fromResponse(answer(text)).final()).choices[0]!.message.content).toBe("one");
});

test("the heartbeat is 15 seconds by default, and an infinite one sends nothing", async () => {
  vi.useFakeTimers();
  for (const [options, expected] of [
    [{}, 2],
    [{ heartbeat: Number.POSITIVE_INFINITY }, 0],
  ] as const) {
    const { stream, write, close } = written();
    write(say("one"));
    const response = await stream().toResponse(options);
    const text = response.text();
    await vi.advanceTimersByTimeAsync(31_000);
    write(finish(), "[DONE]");
    close();
    await vi.advanceTimersByTimeAsync(1);
    expect((await text).split(": keep-alive\n\n")).toHaveLength(expected + 1);
    expect(vi.getTimerCount()).toBe(0);
  }
});

test("no timer remains when the reader disconnects during a silence", async () => {
  vi.useFakeTimers();
  const { stream, write } = written();
  write(say("one"));
  const response = await stream({ idleTimeout: 60_000 }).toResponse();
  const reader = response.body!.getReader();
  await reader.read();
  const waiting = reader.read();
  await vi.advanceTimersByTimeAsync(1000);
  await reader.cancel();
  await waiting;
  expect(vi.getTimerCount()).toBe(0);
});

test.each([0, -1, Number.NaN, "10"])("a heartbeat of %j is refused", async (heartbeat) => {
  const error = await caught(whole().toResponse({ heartbeat: heartbeat as number }));
  expect(error).toBeInstanceOf(PatchbayError);
  expect((error as Error).message).toContain("`heartbeat`");
});

test("null options count as absent, and an invalid header is refused", async () => {
  expect((await whole().toResponse(null as never)).status).toBe(200);
  const error = await caught(whole().toResponse({ headers: { "a b": "1" } }));
  expect(error).toBeInstanceOf(PatchbayError);
  expect((error as Error).message).toMatch(/^`headers` cannot be read/);
});

test.each([undefined, null, "text", {}, Promise.resolve(new Response().body)])(
  "fromReadableStream refuses %s",
  async (given) => {
    const error = await caught(ChatStream.fromReadableStream(given as never).final());
    expect(error).toBeInstanceOf(PatchbayError);
    expect((error as Error).message).toMatch(
      /^`fromReadableStream` expects a ReadableStream, got .*`body` of a response/,
    );
  },
);

test("a body that was already read is refused", async () => {
  const response = new Response("data: [DONE]\n\n", { headers: { "content-type": "text/event-stream" } });
  await response.text();
  const { body } = new Response("data: [DONE]\n\n");
  body!.getReader();
  for (const stream of [ChatStream.fromResponse(response), ChatStream.fromReadableStream(body!)])
    expect(await caught(stream.final())).toMatchObject({
      name: "PatchbayError",
      message: expect.stringMatching(/^The body was already read/) as string,
    });
});

test.each([undefined, null, "text", Promise.resolve(new Response())])("fromResponse refuses %s", async (given) => {
  const error = await caught(ChatStream.fromResponse(given as never).final());
  expect(error).toBeInstanceOf(PatchbayError);
  expect((error as Error).message).toMatch(/^`fromResponse` expects a Response, got .*await fetch/);
});

test("headers of the route are added to both kinds of response", async () => {
  const headers = { "access-control-allow-origin": "*" };
  for (const stream of [whole(), streamOf({ error: { code: 402, message: "no" } })])
    expect((await stream.toResponse({ headers })).headers.get("access-control-allow-origin")).toBe("*");
});

test("a stream of create({ stream: true }) can be a response", async () => {
  const { client } = against([() => answer(eventsOf(...chunks, "[DONE]"))]);
  const stream = await client.chat.completions.create({ ...chat, stream: true });
  expect(await (await stream.toResponse()).text()).toBe(eventsOf(...chunks, "[DONE]"));
});

test("a stream that was already read is an error of the route", async () => {
  const stream = whole();
  await stream.final();
  expect(await caught(stream.toResponse())).toMatchObject({ name: "StreamError", reason: "already_consumed" });
});

test("the signal of the request aborts the request to the API before and after the first event", async () => {
  const controller = new AbortController();
  const { client, requests } = against([never], { maxRetries: 0 });
  const early = client.chat.completions.stream(chat, { signal: controller.signal }).toResponse();
  await expect.poll(() => requests.length).toBe(1);
  controller.abort();
  expect(requests[0]!.signal.aborted).toBe(true);
  expect((await early).status).toBe(499);

  const later = new AbortController();
  const { stream, write, isLeft } = written();
  write(say("one"));
  const response = await stream({ signal: later.signal }).toResponse();
  later.abort();
  expect(await response.text()).toContain('"code":499');
  expect(isLeft()).toBe(true);
});

test("an error response of another route is an ApiError with its status", async () => {
  const route = new Response("<html>Not found</html>", { status: 404, headers: { "content-type": "text/html" } });
  expect(await caught(ChatStream.fromResponse(route).final())).toMatchObject({ name: "ApiError", status: 404 });
});

describe("a Node.js response", () => {
  test("that closes before the first event aborts the request to the API", async () => {
    const { client, requests } = against([never], { maxRetries: 0 });
    let piped: Promise<void> | undefined;
    const url = await serve((_, response) => void (piped = client.chat.completions.stream(chat).pipeTo(response)));
    const controller = new AbortController();
    const work = caught(fetch(url, { signal: controller.signal }));
    await expect.poll(() => requests.length).toBe(1);
    controller.abort();
    await work;
    await piped;
    expect(requests[0]!.signal.aborted).toBe(true);
  });

  test("that closes while its buffer is full aborts the request to the API", async () => {
    let isLeft = false;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(eventsOf(say("x".repeat(100_000))))),
      cancel: () => void (isLeft = true),
    });
    let piped: Promise<void> | undefined;
    const { client } = against([() => answer(body)]);
    const url = await serve((_, response) => void (piped = client.chat.completions.stream(chat).pipeTo(response)));
    const response = await fetch(url);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await response.body!.cancel();
    await piped;
    expect(isLeft).toBe(true);
  });

  test("that is already closed stays unchanged", async () => {
    const { client, requests } = against([never], { maxRetries: 0 });
    const done = Promise.withResolvers<unknown>();
    const url = await serve((_, response) => {
      response.end("bye");
      done.resolve(client.chat.completions.stream(chat).pipeTo(response));
    });
    expect(await (await fetch(url)).text()).toBe("bye");
    await done.promise;
    expect(requests.every(({ signal }) => signal.aborted)).toBe(true);
  });

  test("keeps headers that the route has set", async () => {
    const url = await serve((_, response) => {
      response.setHeader("x-route", "yes");
      void whole().pipeTo(response, { headers: { "x-more": "too" } });
    });
    const { headers } = await fetch(url);
    expect([headers.get("x-route"), headers.get("x-more")]).toEqual(["yes", "too"]);
  });

  test("whose headers were already sent receives the events, and a failure as an event", async () => {
    for (const [make, expected] of [
      [whole, eventsOf(...chunks, "[DONE]")],
      [() => streamOf({ error: { code: 429, message: "slow" } }), eventsOf({ error: { code: 429, message: "slow" } })],
    ] as const) {
      const url = await serve((_, response) => {
        response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
        void make().pipeTo(response);
      });
      expect(await (await fetch(url)).text()).toBe(expected);
    }
  });

  test("receives every cookie", async () => {
    const headers: [string, string][] = [
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ];
    const url = await serve((_, response) => void whole().pipeTo(response, { headers }));
    expect((await fetch(url)).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  test("rejects for a stream that was already read", async () => {
    const stream = whole();
    await stream.final();
    const done = Promise.withResolvers<unknown>();
    const url = await serve((_, response) => {
      done.resolve(caught(stream.pipeTo(response).finally(() => response.end())));
    });
    await fetch(url);
    expect(await done.promise).toBeInstanceOf(StreamError);
  });
});

test("a tool call passes through a route with its index", async () => {
  const call = (id: string): object => ({ index: 0, id, function: { name: id, arguments: "{}" } });
  const response = await streamOf(
    piece({ tool_calls: [call("a"), call("b")] }),
    finish("tool_calls"),
    "[DONE]",
  ).toResponse();
  const { choices } = await ChatStream.fromResponse(response).final();
  expect(choices[0]!.message.tool_calls!.map(({ id }) => id)).toEqual(["a", "b"]);
});
