// What the timeouts of a call, and the caller's own abort, do beyond the cases in test/cases/time.json.
import { createMockServer } from "@patchbay/mock-server";
import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { against, caught, chat, connect, counted, failure, never } from "./support.ts";

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
    await expect.poll(() => requests.length).toBe(1);
    setTimeout(() => controller.abort(reason), 5);
    expect(await work).toBe(reason);
  }
  const controller = new AbortController();
  const { client } = against([parts(event("one"), undefined)]);
  const stream = client.chat.completions.stream(chat, { signal: controller.signal });
  const reading = caught(stream.final());
  await expect.poll(() => stream.partial?.choices[0]?.message.content).toBe("one");
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
