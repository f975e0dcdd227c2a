// The server reads and stores nothing of a request before it has accepted the key.
import { createMockServer } from "@patchbay/mock-server";
import { connect } from "node:net";
import { expect, test } from "vitest";

const url = new URL("http://127.0.0.1/api/v1/chat/completions");
const body = JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] });

test.each([
  ["no key", undefined, 401],
  ["an empty bearer token", "Bearer ", 401],
  ["another scheme", "Basic dXNlcjpwYXNzd29yZA==", 401],
  ["a placeholder as key", "Bearer undefined", 401],
  ["a management key", "Bearer sk-or-mgmt-test", 403],
])("a request with %s is rejected before its body is read, and the journal has no body", async (_, key, status) => {
  const server = createMockServer();
  let reads = 0;
  const reply = await server.handle({
    method: "POST",
    url,
    headers: new Headers(key === undefined ? {} : { authorization: key }),
    body: async () => {
      reads++;
      return body;
    },
  });
  expect([reply.status, reads]).toEqual([status, 0]);
  expect(server.journal.last).toMatchObject({ status, operation: "chat.completions.create", input: {} });
});

test("a request with a valid key has its body read once", async () => {
  const server = createMockServer();
  let reads = 0;
  const reply = await server.handle({
    method: "POST",
    url,
    headers: new Headers({ authorization: "Bearer sk-or-v1-test" }),
    body: async () => {
      reads++;
      return body;
    },
  });
  expect([reply.status, reads]).toEqual([200, 1]);
  expect(server.journal.last).toMatchObject({ input: { model: "openai/gpt-4o-mini" } });
});

test("on a port, a request without a key is answered before its body has arrived", async () => {
  const listening = await createMockServer().listen({ port: 0 });
  const head = `POST /api/v1/chat/completions HTTP/1.1\r\nhost: 127.0.0.1:${listening.port}\r\ncontent-length: 30000000\r\n\r\n`;
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(listening.port, "127.0.0.1", () => socket.write(`${head}{"messages":`));
    socket.once("data", (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once("error", reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  await listening.close();
});
