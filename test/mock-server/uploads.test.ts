// The total size of concurrent uploads is bounded.
import { createMockServer, type ListeningServer, type MockServer } from "@patchbay/mock-server";
import { toNodeListener } from "@patchbay/mock-server/node";
import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

const chat = JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] });
const headers = { authorization: "Bearer sk-or-v1-test", "content-type": "application/json" };

let server: MockServer;
let listening: ListeningServer;
beforeAll(async () => {
  server = createMockServer();
  listening = await server.listen({ port: 0 });
});
afterAll(() => listening.close());

interface Uploading {
  readonly socket: Socket;
  /** The response so far. */
  readonly answer: () => string;
}

/** Starts a body that announces more bytes than it sends. Resolves when the bytes are sent. */
function upload(bytes: Uint8Array): Promise<Uploading> {
  let text = "";
  const socket = connect(listening.port, "127.0.0.1");
  socket.on("data", (data) => (text += data.toString())).on("error", () => undefined);
  socket.write(
    `POST /api/v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer sk-or-v1-test\r\n` +
      `Content-Length: ${bytes.length + 1}\r\n\r\n`,
  );
  return new Promise((resolve) => socket.write(bytes, () => resolve({ socket, answer: () => text })));
}

const small = (): Promise<Response> =>
  fetch(`${listening.baseURL}/chat/completions`, { method: "POST", headers, body: chat });

test("when slow uploads reach the memory limit, the largest get 503, and small requests are answered", async () => {
  const part = new Uint8Array(30 * 1024 * 1024).fill(32);
  const first = await Promise.all([
    ...Array.from({ length: 8 }, () => upload(part)),
    upload(part.subarray(0, 5_000_000)),
  ]);
  expect((await small()).status).toBe(200);
  const more = await Promise.all([upload(part), upload(part)]);
  const open = [...first, ...more];
  await expect.poll(() => open.filter(({ answer }) => answer() !== "").length).toBe(2);
  const refused = open.map(({ answer }) => answer()).find((answer) => answer !== "");
  expect(refused).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: 1\r\n[\s\S]*"error_type":"server"/);
  expect(first.at(-1)!.answer()).toBe("");
  expect((await small()).status).toBe(200);
  expect(server.journal.entries().filter(({ status }) => status === 503)).toHaveLength(2);
  for (const { socket } of open) socket.destroy();
});

test("`toNodeListener` answers 500 and logs the reason when other middleware has read the body", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const listener = toNodeListener(server);
  const http = createServer((request, response) => {
    request.resume().once("end", () => setImmediate(() => listener(request, response)));
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/v1`;
  const posted = await fetch(`${url}/chat/completions`, { method: "POST", headers, body: chat });
  expect([posted.status, (await fetch(`${url}/models`, { headers })).status]).toEqual([500, 200]);
  expect(String(log.mock.calls[0]?.[0])).toContain("Mount the listener before middleware that parses bodies");
  log.mockRestore();
  http.close();
});
