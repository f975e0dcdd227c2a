// HEAD is answered wherever GET is: the same status and headers, without a body (RFC 9110 §9.3.2).
import { createMockServer, type ListeningServer, type MockServer } from "@patchbay/mock-server";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestBytes, sendBytes } from "../support/wire.ts";

let server: MockServer;
let listening: ListeningServer;

beforeAll(async () => {
  server = createMockServer({ now: () => 1_800_000_000_000 });
  listening = await server.listen({ port: 0 });
});
afterAll(() => listening.close());

const key = { authorization: "Bearer sk-or-v1-test" };
const managementKey = { authorization: "Bearer sk-or-mgmt-test" };

/** Headers that differ between responses. */
const changing = new Set(["date", "x-generation-id"]);

function headersOf(head: string): string[] {
  const lines = head.split("\r\n").slice(1);
  return lines.filter((line) => !changing.has(line.split(":")[0]!.toLowerCase()));
}

const paths: readonly (readonly [path: string, headers?: Record<string, string>])[] = [
  ["/health"],
  ["/openapi.json"],
  ["/_patchbay/"],
  ["/_patchbay/health"],
  ["/_patchbay/rules"],
  ["/_patchbay/none"],
  ["/api/v1/models"],
  ["/api/v1/models?supported_parameters=tools"],
  ["/api/v1/models/count"],
  ["/api/v1/providers"],
  ["/api/v1/model/openai/gpt-4o-mini"],
  ["/api/v1/key", key],
  ["/api/v1/key"],
  ["/api/v1/credits", managementKey],
  ["/api/v1/credits", key],
  ["/api/v1/generation?id=gen-none", key],
  ["/api/v1/none"],
  ["/none"],
  ["/s/a/health"],
  ["/s/a/api/v1/models"],
  ["/s/a/_patchbay/rules"],
];

test.each(paths.map(([path, headers = {}]) => [path, headers] as const))(
  "HEAD %s is answered as GET without the body, on a port",
  async (path, headers) => {
    const ask = (method: string) =>
      sendBytes(listening.port, requestBytes(method, path, { host: `127.0.0.1:${listening.port}`, headers }));
    const [get, head] = [await ask("GET"), await ask("HEAD")];
    expect(head.status).toBe(get.status);
    expect(headersOf(head.head)).toEqual(headersOf(get.head));
    expect(head.head).toMatch(/content-length: [1-9]/i);
    expect(head.body).toBe("");
    expect(get.body).not.toBe("");
  },
);

test.each(paths.map(([path, headers = {}]) => [path, headers] as const))(
  "HEAD %s is answered as GET without the body, in process",
  async (path, headers) => {
    const ask = (method: string) => server.fetch(`http://localhost${path}`, { method, headers });
    const [get, head] = [await ask("GET"), await ask("HEAD")];
    expect(head.status).toBe(get.status);
    expect(await head.text()).toBe("");
    const length = (await get.bytes()).length;
    expect(head.headers.get("content-length")).toBe(String(length));
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
  },
);

test("HEAD and GET share a keep-alive connection", async () => {
  const line = `Host: 127.0.0.1:${listening.port}\r\n\r\n`;
  const bytes = `HEAD /api/v1/models HTTP/1.1\r\n${line}HEAD /health HTTP/1.1\r\n${line}GET /health HTTP/1.1\r\nConnection: close\r\n${line}`;
  const { status, body } = await sendBytes(listening.port, bytes);
  expect(status).toBe(200);
  expect(body.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  expect(body.endsWith('{"status":"ok"}')).toBe(true);
});

test("HEAD is allowed exactly where GET is, and listed in the header `allow`", async () => {
  const ask = async (method: string, path: string) => {
    const { status, headers } = await server.fetch(`http://localhost/api/v1${path}`, { method });
    return [status, headers.get("allow")];
  };
  expect(await ask("HEAD", "/chat/completions")).toEqual([405, "POST"]);
  expect(await ask("PUT", "/models")).toEqual([405, "GET, HEAD"]);
  expect(await ask("PUT", "/keys")).toEqual([405, expect.stringMatching(/GET, HEAD/)]);
});

test("a preflight response allows HEAD and private network access", async () => {
  const ask = (headers: Record<string, string>) =>
    server.fetch("http://localhost/api/v1/models", {
      method: "OPTIONS",
      headers: { origin: "https://app.example", "access-control-request-method": "HEAD", ...headers },
    });
  const plain = await ask({});
  expect(plain.headers.get("access-control-allow-methods")).toContain("HEAD");
  expect(plain.headers.get("access-control-allow-private-network")).toBeNull();
  const fromPublic = await ask({ "access-control-request-private-network": "true" });
  expect(fromPublic.headers.get("access-control-allow-private-network")).toBe("true");
});

test("the journal shows the method HEAD", async () => {
  await server.fetch("http://localhost/api/v1/models/count", { method: "HEAD" });
  expect(server.journal.last).toMatchObject({ method: "HEAD", operation: "models.count", status: 200 });
});

test("`curl -I` and `wget --spider` find the server ready", async () => {
  const url = listening.baseURL.replace("/api/v1", "/health");
  const { stdout } = await promisify(execFile)("curl", ["-fsSI", url]);
  expect(stdout).toContain("200 OK");
});
