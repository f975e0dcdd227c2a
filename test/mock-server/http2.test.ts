// A server of your own that speaks HTTP/2, with the listener of the mock server.
import { once } from "node:events";
import { connect, constants, createServer, type ClientHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { createMockServer, type MockServer, type Upstream } from "@patchbay/mock-server";
import { toNodeListener } from "@patchbay/mock-server/node";
import { expect, onTestFinished, test } from "vitest";

const piece = "word ".repeat(2000);

/** Sends a chat over HTTP/2. The response is not read. */
const send = (upstream: Upstream): Promise<ClientHttp2Stream> => sendTo(createMockServer({ upstream }), true);

async function sendTo(mock: MockServer, isStreamed: boolean): Promise<ClientHttp2Stream> {
  const listener = toNodeListener(mock) as unknown as Parameters<typeof createServer>[1];
  const server = createServer({}, listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    session.destroy();
    server.close();
  });
  const stream = session.request({
    ":method": "POST",
    ":path": "/api/v1/chat/completions",
    authorization: "Bearer sk-or-v1-test",
  });
  stream.on("error", () => undefined).pause();
  const messages = [{ role: "user", content: "Hi" }];
  stream.end(JSON.stringify({ model: "openai/gpt-4o-mini", messages, stream: isStreamed }));
  return stream;
}

test("a client that reads late receives everything, and the upstream waits for it meanwhile", async () => {
  let produced = 0;
  const stream = await send({
    async *stream() {
      for (; produced < 60; produced++) yield await Promise.resolve({ type: "text" as const, text: piece });
      yield { type: "finish", reason: "stop" };
    },
  });
  await once(stream, "response");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(produced).toBeLessThan(40);
  let text = "";
  stream.on("data", (chunk: Buffer) => (text += chunk.toString())).resume();
  await once(stream, "end");
  expect(text.match(/(?:word ){2000}/g)).toHaveLength(60);
  expect(text).toContain("[DONE]");
});

test.each([1, 60])("a client that leaves ends the upstream (%s parts)", async (count) => {
  const left = Promise.withResolvers<void>();
  const stream = await send({
    async *stream(_request, { signal }) {
      signal.addEventListener("abort", () => left.resolve());
      for (let index = 0; index < count; index++) yield await Promise.resolve({ type: "text" as const, text: piece });
      await left.promise;
    },
  });
  await once(stream, "response");
  stream.close();
  await left.promise;
});

test.each([
  ["a stream", true, 1],
  ["a long stream", true, 60],
  ["a whole response", false, 1],
])("a client that leaves before %s begins is not charged", async (_, isStreamed, count) => {
  const asked = Promise.withResolvers<void>();
  const left = Promise.withResolvers<void>();
  const mock = createMockServer({
    upstream: {
      async *stream() {
        asked.resolve();
        await left.promise;
        for (let index = 0; index < count; index++) yield { type: "text", text: piece };
        yield { type: "finish", reason: "stop" };
      },
    },
  });
  const stream = await sendTo(mock, isStreamed);
  await asked.promise;
  stream.close(constants.NGHTTP2_CANCEL);
  await once(stream, "close");
  // The server has read the end of the request.
  setTimeout(left.resolve, 50);
  await expect.poll(() => mock.journal.last?.ended).toEqual({ sent: 0, complete: false });
});
