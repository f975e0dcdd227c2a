// A client that does not read a response holds memory and credits only for a limited time.
import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { toNodeListener } from "@patchbay/mock-server/node";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { expect, test } from "vitest";

const body = (stream: boolean): string =>
  JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }], stream });

/** More than the buffers of a socket can hold. */
const long = "word ".repeat(400_000);

const serve = (options: MockServerOptions = {}): MockServer =>
  createMockServer({
    writeTimeout: 150,
    rules: [{ reply: { content: "Hi", fault: { kind: "oversized_event", bytes: 16_000_000 } } }],
    ...options,
  });

async function pending(server: MockServer): Promise<number> {
  const text = await (await server.fetch("http://localhost/metrics")).text();
  return [...text.matchAll(/^patchbay_pending_requests\{.*\} (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

/** Sends a chat and reads nothing. */
function sendAndWait(port: number, stream: boolean): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => {
      const text = body(stream);
      socket.pause();
      socket.write(
        `POST /api/v1/chat/completions HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer sk-or-v1-test\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
        () => resolve(socket),
      );
    });
    socket.on("error", reject);
  });
}

test("on a port, an unread stream is closed, and the journal shows it as incomplete", async () => {
  const server = serve();
  const listening = await server.listen({ port: 0 });
  const socket = await sendAndWait(listening.port, true);
  await expect.poll(() => server.journal.last?.ended).toMatchObject({ complete: false });
  expect(await pending(server)).toBe(0);
  socket.destroy();
  await listening.close();
});

test("on a port, an unread long response is closed", async () => {
  const server = serve({ rules: [{ reply: { status: 200, body: long.repeat(8) } }] });
  const listening = await server.listen({ port: 0 });
  const socket = await sendAndWait(listening.port, false);
  await expect.poll(() => server.journal.last?.ended).toEqual({ sent: 0, complete: false });
  socket.destroy();
  await listening.close();
});

test("behind your own node:http server, an unread stream is closed", async () => {
  const server = serve();
  const own = createServer(toNodeListener(server));
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  const socket = await sendAndWait((own.address() as AddressInfo).port, true);
  await expect.poll(() => server.journal.last?.ended).toMatchObject({ complete: false });
  socket.destroy();
  await new Promise((resolve) => own.close(resolve));
});

test("a client that reads slowly is not disconnected", async () => {
  const server = serve({ writeTimeout: 10_000 });
  const listening = await server.listen({ port: 0 });
  const socket = await sendAndWait(listening.port, true);
  let size = 0;
  socket.on("data", (chunk: Buffer) => {
    size += chunk.length;
    socket.pause();
    setTimeout(() => socket.resume(), 5);
  });
  socket.resume();
  await expect.poll(() => server.journal.last?.ended).toMatchObject({ complete: true });
  expect(size).toBeGreaterThan(1_000_000);
  socket.destroy();
  await listening.close();
});

test("a stream that pauses itself is not closed", async () => {
  const server = createMockServer({ writeTimeout: 40, tokenDelay: 90, script: () => "one two three" });
  const listening = await server.listen({ port: 0 });
  const response = await fetch(`${listening.baseURL}/chat/completions`, {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: body(true),
  });
  expect(await response.text()).toContain("[DONE]");
  // The connection is reused after the pause.
  expect((await fetch(`${listening.baseURL}/models/count`)).status).toBe(200);
  await listening.close();
});

test("in process, an unread stream ends with an error, and what was sent is charged", async () => {
  const server = createMockServer({ writeTimeout: 40, script: () => "one two three four" });
  const response = await server.fetch("http://x/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: body(true),
  });
  await expect.poll(() => server.journal.last?.ended).toMatchObject({ complete: false });
  expect(await pending(server)).toBe(0);
  await expect(response.text()).rejects.toThrow("terminated");
});

test("in process, a live stream that its caller never reads ends its upstream, and holds no credits", async () => {
  const signals: AbortSignal[] = [];
  const server = createMockServer({
    writeTimeout: 40,
    upstream: {
      async *stream(_, { signal }) {
        signals.push(signal);
        for (;;) yield await Promise.resolve({ type: "text" as const, text: "on " });
      },
    },
  });
  const response = await server.fetch("http://x/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: body(true),
  });
  await expect.poll(() => server.journal.last?.ended).toMatchObject({ complete: false });
  expect(await pending(server)).toBe(0);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  await expect(response.text()).rejects.toThrow("terminated");
});

test("in process, a recorded stream that its caller never reads ends", async () => {
  const origin = createServer((request, response) => request.resume() && response.end("data: 1\n\n")).listen(
    0,
    "127.0.0.1",
  );
  await once(origin, "listening");
  const baseURL = `http://127.0.0.1:${(origin.address() as AddressInfo).port}/api/v1`;
  const server = createMockServer({ writeTimeout: 40, record: { baseURL } });
  const request = { method: "POST", body: body(true) };
  const response = await server.fetch("http://x/api/v1/chat/completions", request);
  await expect.poll(() => server.journal.last?.ended).toMatchObject({ complete: false });
  await expect(response.text()).rejects.toThrow("terminated");
  origin.close();
  origin.closeAllConnections();
});

test("in process, a stream that is read with pauses below the limit is complete", async () => {
  const server = createMockServer({ writeTimeout: 10_000, script: () => "one two three four five six seven" });
  const response = await server.fetch("http://x/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: body(true),
  });
  const reader = response.body!.getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += new TextDecoder().decode(part.value);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  expect(text).toContain("[DONE]");
  expect(server.journal.last!.ended).toMatchObject({ complete: true });
});

test.each([0, -1, Number.NaN, "60 s"])("the option writeTimeout: %j is rejected", (writeTimeout) => {
  expect(() => createMockServer({ writeTimeout } as MockServerOptions)).toThrow("`writeTimeout`");
});
