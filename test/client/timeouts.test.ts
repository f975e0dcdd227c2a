// The three timeouts of a call, and the caller's own abort.
import { TimeoutError } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { getEventListeners } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { against, caught, chat, connect, counted, failure, never } from "./support.ts";

afterEach(() => void vi.useRealTimers());

/** A stream whose parts arrive when they are read; `undefined` waits indefinitely. */
const parts =
  (...texts: readonly (string | undefined)[]) =>
  (): Response => {
    const left = [...texts];
    return new Response(
      new ReadableStream({
        pull: (controller) => {
          const text = left.shift();
          if (text === undefined) return new Promise(() => undefined);
          controller.enqueue(new TextEncoder().encode(text));
          return undefined;
        },
      }),
      { headers: { "content-type": "text/event-stream" } },
    );
  };
const event = (content: string): string =>
  `data: ${JSON.stringify({ id: "gen-1", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`;
const comment = ": OPENROUTER PROCESSING\n\n";

test("an attempt that takes too long is a TimeoutError of the attempt, also when fetch ignores its signal", async () => {
  for (const answer of [never, () => new Promise<Response>(() => undefined)]) {
    const { client } = against([answer], { timeout: 20, maxRetries: 0 });
    expect(await caught(client.chat.completions.create(chat))).toMatchObject({
      name: "TimeoutError",
      phase: "attempt",
      message: expect.stringContaining("20 ms") as string,
    });
  }
});

test("the timeout of an attempt covers the body, not only the headers", async () => {
  const slow = (): Response => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
  const { client } = against([slow], { timeout: 20, maxRetries: 0 });
  expect(await caught(client.models.count())).toMatchObject({ phase: "attempt" });
});

test("a timeout is retried for free operations, and not if the request may be charged", async () => {
  vi.useFakeTimers();
  const free = against([never, counted], { timeout: 20 });
  const work = free.client.models.count();
  await vi.runAllTimersAsync();
  expect(await work).toEqual({ data: { count: 3 } });
  const paid = against([never], { timeout: 20 });
  const failed = caught(paid.client.chat.completions.create(chat));
  await vi.runAllTimersAsync();
  expect(await failed).toMatchObject({ phase: "attempt", attempts: 1 });
});

test("an active stream can take longer than an attempt", async () => {
  const server = createMockServer({ script: ["one two three four five"], tokenDelay: 100 });
  const stream = connect({ timeout: 400 }, server).chat.completions.stream(chat);
  expect((await stream.final()).choices[0]?.message.content).toBe("one two three four five");
});

test("a stream that stalls ends with an idle TimeoutError, with the part that was received", async () => {
  const { client, requests } = against([parts(event("one"), undefined)], { idleTimeout: 30 });
  const error = await caught(client.chat.completions.stream(chat).final());
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ phase: "idle", partial: { choices: [{ message: { content: "one" } }] } });
  expect(requests).toHaveLength(1);
});

test("keep-alive comments are not events: they do not reset the idle timeout", async () => {
  const { client } = against(
    [
      () =>
        new Response(
          new ReadableStream({
            start: (controller) => controller.enqueue(new TextEncoder().encode(event("one"))),
            pull: async (controller) => {
              await new Promise((resolve) => setTimeout(resolve, 5));
              controller.enqueue(new TextEncoder().encode(comment));
            },
          }),
          { headers: { "content-type": "text/event-stream" } },
        ),
    ],
    { idleTimeout: 60 },
  );
  expect(await caught(client.chat.completions.stream(chat).final())).toMatchObject({ phase: "idle" });
});

test("a slow reader does not cause an idle timeout", async () => {
  const server = createMockServer({ script: ["one two three"] });
  let text = "";
  for await (const piece of connect({ idleTimeout: 10 }, server).chat.completions.stream(chat).textStream()) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    text += piece;
  }
  expect(text).toBe("one two three");
});

test("totalTimeout covers the whole call: attempts, waits and stream", async () => {
  const waiting = against([failure(503, { "retry-after": "30" })], { totalTimeout: 1000 });
  // The next attempt would come too late, so the error is thrown at once.
  expect(await caught(waiting.client.models.count())).toMatchObject({ status: 503, attempts: 1 });
  const hanging = against([never], { totalTimeout: 20 });
  expect(await caught(hanging.client.models.count())).toMatchObject({ phase: "total" });
  const streaming = against([parts(event("one"), undefined)], { totalTimeout: 40 });
  expect(await caught(streaming.client.chat.completions.stream(chat).final())).toMatchObject({ phase: "total" });
});

test("an abort ends the request, the wait before a retry, the body and the stream, and its reason is thrown unchanged", async () => {
  const reason = { any: "value" };
  for (const answer of [
    never,
    failure(503, { "retry-after": "30" }),
    () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })),
  ]) {
    const controller = new AbortController();
    const { client, requests } = against([answer]);
    const work = caught(client.models.count({}, { signal: controller.signal }));
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    setTimeout(() => controller.abort(reason), 5);
    expect(await work).toBe(reason);
  }
  const controller = new AbortController();
  const { client } = against([parts(event("one"), undefined)]);
  const stream = client.chat.completions.stream(chat, { signal: controller.signal });
  const reading = caught(stream.final());
  await vi.waitFor(() => expect(stream.partial?.choices[0]?.message.content).toBe("one"));
  controller.abort(reason);
  expect(await reading).toBe(reason);
});

test("a signal that is already aborted sends no request", async () => {
  const { client, requests } = against([counted]);
  const signal = AbortSignal.abort("too late");
  expect(await caught(client.models.count({}, { signal }))).toBe("too late");
  expect(await caught(client.chat.completions.stream(chat, { signal }).final())).toBe("too late");
  expect(requests).toHaveLength(0);
});

test("no listener stays on the caller's signal, however the call ends", async () => {
  const { signal } = new AbortController();
  const server = createMockServer();
  const client = connect({ maxRetries: 1 }, server);
  await client.models.count({}, { signal });
  await client.chat.completions.stream(chat, { signal }).final();
  for await (const _ of client.chat.completions.stream(chat, { signal })) break;
  await caught(client.chat.completions.create({ ...chat, model: "acme/none" }, { signal }));
  await caught(client.chat.completions.stream({ ...chat, model: "acme/none" }, { signal }).final());
  server.on().reply({ content: "one two three", fault: { kind: "connection_reset", afterEvents: 2 } });
  await caught(client.chat.completions.stream(chat, { signal }).final());
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test.each([
  [{ timeout: 0 }, /`timeout` must be a positive number of milliseconds, got 0/],
  [{ idleTimeout: -1 }, /`idleTimeout` must be a positive number of milliseconds, got -1/],
  [{ totalTimeout: Number.NaN }, /`totalTimeout` must be a positive number of milliseconds, got NaN/],
])("%j is refused, at construction and in a call", async (options, message) => {
  expect(() => connect(options)).toThrow(message);
  expect(await caught(connect().models.count({}, options))).toMatchObject({
    message: expect.stringMatching(message) as string,
  });
});

test("a timeout longer than any timer never expires", async () => {
  const { client } = against([counted], { timeout: Number.POSITIVE_INFINITY, idleTimeout: 1e12 });
  expect(await client.models.count()).toEqual({ data: { count: 3 } });
});
