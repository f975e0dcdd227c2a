// Streams of every kind between senders that pause, buffers of any size and clients that read unevenly or leave: all bytes arrive in
// order, and nothing waits without end.
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Patchbay } from "@patchbay/client";
import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { toNodeListener } from "@patchbay/mock-server/node";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  campaignOf,
  chatRequest,
  cut,
  type Delivery,
  delivery,
  inTime,
  type Piece,
  play,
  readChat,
  readEvents,
  receive,
  textOf,
  until,
} from "../support/uneven-stream.ts";

const campaign = campaignOf(25);
const request = chatRequest("meta-llama/llama-3.3-70b-instruct", "sk-or-v1-test");

/** A server that sends one stream. */
interface Sender {
  readonly server?: MockServer | undefined;
  readonly listener: RequestListener;
  /** What the client has to receive, as `read` returns it. */
  readonly expected: string;
  readonly read: (body: string) => string | undefined;
  /** Whether the source of the stream has ended, and nothing of the server is pending. */
  readonly isIdle: () => boolean;
  readonly close?: () => void;
}

type Kind = (delivery: Delivery) => Sender | Promise<Sender>;

const hasEnded = (server: MockServer): boolean => server.journal.entries().every(({ ended }) => ended !== undefined);

function senderOf(options: MockServerOptions): Pick<Sender, "server" | "listener" | "isIdle"> {
  const server = createMockServer(options);
  return { server, listener: toNodeListener(server), isIdle: () => hasEnded(server) };
}

/** The output of a model while it is produced. */
function live({ pieces }: Delivery): Sender {
  let open = 0;
  const { server, listener, isIdle } = senderOf({
    upstream: {
      async *stream(_request, { signal }) {
        open++;
        try {
          for await (const text of play(pieces, () => signal.aborted)) yield { type: "text", text };
          yield { type: "finish", reason: "stop" };
        } finally {
          open--;
        }
      },
    },
  });
  return { server, listener, expected: textOf(pieces), read: readChat, isIdle: () => open === 0 && isIdle() };
}

/** A response whose parts are known, each with its time. */
function framed({ pieces }: Delivery): Sender {
  const chunks = pieces.map(({ text, pause = 0 }) => ({ text, gap: pause }));
  return { ...senderOf({ rules: [{ reply: { raw: { chunks } } }] }), expected: textOf(pieces), read: (body) => body };
}

/** The response of another server, which is passed on. */
async function forwarded({ pieces }: Delivery): Promise<Sender> {
  let open = 0;
  const origin = createServer((_request, response) => {
    open++;
    response.once("close", () => open--).setHeader("connection", "close");
    void (async () => {
      for await (const text of play(pieces, () => response.destroyed)) response.write(text);
      response.end();
    })();
  });
  const port = await listen(origin);
  const { server, listener, isIdle } = senderOf({ record: { baseURL: `http://127.0.0.1:${port}/api/v1` } });
  const close = (): void => {
    // The connection pool of `fetch` may hold one that was not used.
    origin.close();
    origin.closeAllConnections();
  };
  return {
    server,
    listener,
    expected: textOf(pieces),
    read: (body) => body,
    isIdle: () => open === 0 && isIdle(),
    close,
  };
}

/** The events of a client's stream in a route, by `pipeTo`. */
function piped({ pieces }: Delivery): Sender {
  let open = 0;
  const events = pieces.map(({ text }) => `data: ${JSON.stringify(chunkOf(text))}\n\n`).join("");
  const chunks = cut(`${events}data: ${JSON.stringify(chunkOf("", "stop"))}\n\ndata: [DONE]\n\n`, pieces);
  const client = new Patchbay({
    apiKey: "sk-or-v1-test",
    maxRetries: 0,
    fetch: () => Promise.resolve(responseOf(chunks)),
  });
  const listener: RequestListener = (_request, response) => {
    open++;
    const stream = client.chat.completions.stream({ model: "m", messages: [] });
    void stream.pipeTo(response, { heartbeat: 2 }).finally(() => open--);
  };
  return { listener, expected: textOf(pieces), read: readChat, isIdle: () => open === 0 };
}

const chunkOf = (content: string, finish: string | null = null): object => ({
  id: "gen-1",
  object: "chat.completion.chunk",
  created: 1,
  model: "m",
  choices: [{ index: 0, delta: { content }, finish_reason: finish }],
});

function responseOf(pieces: readonly Piece[]): Response {
  const encoder = new TextEncoder();
  const texts = play(pieces);
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Resolves when no connection is open. */
function shutDown(server: Server): Promise<unknown> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  return closed;
}

async function deliver(kind: Kind, given: Delivery): Promise<void> {
  const sender = await kind(given);
  const { highWaterMark, reading } = given;
  const server = createServer({ highWaterMark }, sender.listener);
  const { body, hasLeft } = await inTime("The response", receive(await listen(server), request, reading));
  if (!hasLeft) expect(sender.read(body)).toBe(sender.expected);
  await until("that everything has ended", sender.isIdle);
  await inTime("The shutdown", shutDown(server));
  sender.close?.();
}

/** Texts that fill the buffers of the sockets, too. */
const enlarge = (given: Delivery, factor: number): Delivery => ({
  ...given,
  pieces: given.pieces.map(({ text, pause }) => ({ text: text.repeat(factor), pause })),
});

test.each<[name: string, kind: Kind, factor: number]>([
  ["a live stream", live, 1],
  ["a stream of known parts", framed, 200],
  ["a forwarded stream", forwarded, 200],
  ["a stream in a route, by pipeTo,", piped, 50],
])("%s arrives completely and in order, or ends when its client leaves", async (_, kind, most) => {
  const factor = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(most) });
  await fc.assert(
    fc.asyncProperty(delivery, factor, (given, times) => deliver(kind, enlarge(given, times))),
    campaign,
  );
});

test.each<[name: string, kind: Kind]>([
  ["a live stream", live],
  ["a stream of known parts", framed],
])("%s arrives completely from a server that shuts down meanwhile", async (_, kind) => {
  await fc.assert(
    fc.asyncProperty(delivery, fc.integer({ min: 1, max: 2000 }), async (given, bytes) => {
      const { server, expected, read, isIdle } = await kind(given);
      const listening = await server!.listen({ port: 0 });
      let closed: Promise<void> | undefined;
      const begin = (size: number): void => {
        if (size >= bytes) closed ??= listening.close({ drain: 60_000 });
      };
      const reading = { ...given.reading, leaveAfter: undefined };
      const { body } = await inTime("The response", receive(listening.port, request, reading, begin));
      expect(read(body)).toBe(expected);
      await inTime("The shutdown", closed ?? listening.close());
      expect(isIdle()).toBe(true);
    }),
    campaign,
  );
});

test("pipelined streams arrive one after the other, or end when their client leaves", async () => {
  await fc.assert(
    fc.asyncProperty(delivery, fc.integer({ min: 2, max: 4 }), async (given, count) => {
      const { listener, expected, isIdle } = live(given);
      const { highWaterMark, reading } = given;
      const server = createServer({ highWaterMark }, listener);
      const requests = request.replace("connection: close\r\n", "").repeat(count - 1) + request;
      const { raw, hasLeft } = await inTime("The responses", receive(await listen(server), requests, reading));
      const responses = raw.split(/^HTTP\/1\.1 200 OK/m).slice(1);
      if (!hasLeft) expect(responses.map(readEvents)).toEqual(Array.from({ length: count }, () => expected));
      await until("that everything has ended", isIdle);
      await inTime("The shutdown", shutDown(server));
    }),
    campaign,
  );
});

/** Reads a response in the process as `reading` says. Returns `undefined` if it was left, by a cancellation or an abort. */
async function readInProcess(
  server: MockServer,
  { pauses, leaveAfter }: Delivery["reading"],
  isAbort: boolean,
): Promise<string | undefined> {
  const controller = new AbortController();
  const response = await server.fetch("http://localhost/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: request.slice(request.indexOf("{")),
    signal: controller.signal,
  });
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let index = 0; ; index++) {
    const reading = reader.read();
    if (leaveAfter !== undefined && text.length >= leaveAfter) {
      reading.catch(() => undefined);
      if (isAbort) controller.abort();
      else await reader.cancel();
      return undefined;
    }
    const { done, value } = await reading;
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    const pause = pauses[index % pauses.length]!;
    if (pause > 0) await sleep(pause);
  }
}

test.each<[name: string, kind: Kind]>([
  ["a live stream", live],
  ["a stream of known parts", framed],
  ["a forwarded stream", forwarded],
])("%s in the process arrives completely, or ends when its reader leaves", async (_, kind) => {
  await fc.assert(
    fc.asyncProperty(delivery, fc.boolean(), async (given, isAbort) => {
      const { server, expected, read, isIdle, close } = await kind(given);
      const text = await inTime("The response", readInProcess(server!, given.reading, isAbort));
      if (text !== undefined) expect(read(text)).toBe(expected);
      await until("that everything has ended", isIdle);
      close?.();
    }),
    campaign,
  );
});
