// Requests that a client sends before the responses to earlier ones have arrived, on one connection.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createMockServer, type ListeningServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { expect, test } from "vitest";

const chat = (content: string, stream: boolean): string => {
  const body = JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content }], stream });
  return `POST /api/v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer sk-or-v1-test\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
};

/** A connection that has sent requests, and does not read yet. */
async function send(port: number, ...requests: readonly string[]): Promise<Socket> {
  const socket = connect(port, "127.0.0.1").pause();
  await once(socket, "connect");
  socket.on("error", () => undefined).write(requests.join(""));
  return socket;
}

/** Everything that the server sends until the connection ends. */
async function readAll(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString("latin1"))).resume();
  await new Promise((resolve) => socket.once("close", resolve));
  return text;
}

async function listen(options: MockServerOptions): Promise<{ server: MockServer; listening: ListeningServer }> {
  const server = createMockServer(options);
  return { server, listening: await server.listen({ port: 0 }) };
}

test.each([
  ["that waits for the model", 0],
  ["that waits for the client to read", 300_000],
])("a client that disconnects ends the model's output of a response in the queue %s", async (_, length) => {
  const signals: AbortSignal[] = [];
  const { server, listening } = await listen({
    upstream: {
      async *stream(_request, { signal }) {
        const isQueued = signals.push(signal) > 1;
        yield { type: "text", text: "Hello" };
        if (isQueued && length > 0) yield { type: "text", text: "x".repeat(length) };
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
      },
    },
  });
  const socket = await send(listening.port, chat("first", true), chat("second", true));
  await expect.poll(() => signals.length).toBe(2);
  socket.destroy();
  await expect.poll(() => signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  await expect.poll(() => server.journal.entries().map(({ ended }) => ended?.complete)).toEqual([false, false]);
  await listening.close();
});

test("responses in the queue that the client reads are charged, whole ones and streams", async () => {
  const { server, listening } = await listen({
    tokenDelay: 20,
    rules: [{ reply: "Hi" }, { match: { userMessage: "first" }, reply: "one two three" }],
  });
  const socket = await send(
    listening.port,
    chat("first", true),
    chat("second", false),
    chat("third", true),
    chat("fourth", false),
  );
  const text = readAll(socket);
  await expect
    .poll(() => server.journal.entries().map(({ ended }) => ended?.complete))
    .toEqual([true, true, true, true]);
  socket.destroy();
  expect((await text).match(/HTTP\/1\.1 200/g)).toHaveLength(4);
  await listening.close();
});

test("a complete response in the queue of a connection that broke is not charged", async () => {
  const { server, listening } = await listen({
    rules: [
      { reply: "Hi" },
      { match: { userMessage: "first" }, reply: { content: "Hi", fault: { kind: "stall", afterEvents: 1 } } },
    ],
  });
  const socket = await send(listening.port, chat("first", true), chat("second", false));
  await expect.poll(() => server.journal.entries().length).toBe(2);
  socket.destroy();
  await expect.poll(() => server.journal.entries().map(({ ended }) => ended?.complete)).toEqual([false, false]);
  await listening.close();
});

test("a response in the queue that breaks the connection does so in its turn", async () => {
  const { listening } = await listen({
    tokenDelay: 20,
    rules: [
      { reply: { content: "Hi", fault: { kind: "connection_reset" } } },
      { match: { userMessage: "first" }, reply: "one two three" },
    ],
  });
  const text = await readAll(await send(listening.port, chat("first", true), chat("second", false)));
  expect(text).toContain("[DONE]");
  expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  await listening.close();
});

test("a response in the queue that closes the connection does so in its turn", async () => {
  const { listening } = await listen({
    tokenDelay: 20,
    rules: [
      { reply: { content: "Good morning", fault: { kind: "connection_closed" } } },
      { match: { userMessage: "first" }, reply: "one two three" },
    ],
  });
  const text = await readAll(await send(listening.port, chat("first", true), chat("second", false)));
  expect(text).toContain("[DONE]");
  expect(text).toContain("Good morning");
  await listening.close();
});

test("a response in the queue is closed when the client does not read it in its turn", async () => {
  const { server, listening } = await listen({
    tokenDelay: 20,
    writeTimeout: 150,
    rules: [
      { reply: { status: 200, body: "word ".repeat(3_000_000) } },
      { match: { userMessage: "first" }, reply: "one two three" },
    ],
  });
  const socket = await send(listening.port, chat("first", true), chat("second", false));
  await expect.poll(() => server.journal.entries().map(({ ended }) => ended?.complete)).toEqual([true, false]);
  socket.destroy();
  await listening.close();
});
