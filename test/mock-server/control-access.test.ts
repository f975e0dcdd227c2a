// Access to the control API on a port: the address and the `Host` header decide, the request target does not.
import { createMockServer, type ListeningServer, type MockServer } from "@patchbay/mock-server";
import { toNodeListener } from "@patchbay/mock-server/node";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requestBytes, sendBytes } from "../support/wire.ts";

const secret = "a prompt that no stranger may read";

async function withPrompt(server: MockServer): Promise<MockServer> {
  for (const path of ["", "/s/a"]) {
    await server.fetch(`http://localhost${path}/api/v1/chat/completions`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-test" },
      body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: secret }] }),
    });
  }
  return server;
}

let listening: ListeningServer;
let http: Server;
/** How the server is reached → its port. */
let ports: Record<"listen" | "toNodeListener", number>;

beforeAll(async () => {
  listening = await (await withPrompt(createMockServer())).listen({ port: 0 });
  http = createServer(toNodeListener(await withPrompt(createMockServer()))).listen(0);
  ports = { listen: listening.port, toNodeListener: (http.address() as AddressInfo).port };
});
afterAll(async () => {
  await listening.close();
  http.close();
});

const journal = "/_patchbay/journal";

/** Request targets with another host than `Host`, or with a disguised path of the control API. */
const tricks = [
  journal,
  `//localhost${journal}`,
  `//127.0.0.1${journal}`,
  `//localhost:PORT${journal}`,
  `//127.0.0.1:PORT${journal}`,
  `///localhost${journal}`,
  `/\\localhost${journal}`,
  `\\\\localhost${journal}`,
  `http://localhost${journal}`,
  `http://127.0.0.1:PORT${journal}`,
  `HTTP://LOCALHOST:PORT${journal}`,
  `https://localhost:PORT${journal}`,
  `http:localhost${journal}`,
  `http:/localhost${journal}`,
  `http:\\\\localhost${journal}`,
  `http://localhost\\@evil.example${journal}`,
  `http://evil.example@localhost${journal}`,
  `http://localhost#@evil.example${journal}`,
  `//[::1]${journal}`,
  `//user@localhost${journal}`,
  `/s/a${journal}`,
  `//localhost/s/a${journal}`,
  `/s/a/s/b${journal}`,
  `/s/a/s/b/s/c${journal}`,
  `/api/../_patchbay/journal`,
  `/api/%2e%2e/_patchbay/journal`,
  `/s/a/../b${journal}`,
  `/%5fpatchbay/journal`,
  `/_patchbay%2fjournal`,
  `/_PATCHBAY/journal`,
  `//_patchbay/journal`,
  `${journal}?host=localhost`,
  `${journal}#localhost`,
  `localhost:PORT${journal}`,
  `evil.example:PORT`,
  "*",
];

/** Foreign `Host` headers, and invalid ones. */
const strangers = [
  "evil.example:PORT",
  "evil.example",
  "localhost.evil.example:PORT",
  "127.0.0.1.evil.example:PORT",
  "evil.localhost.example",
  "localhost.",
  "localhostx",
  "192.0.2.7:PORT",
  "0.0.0.0:PORT",
  "[::]:PORT",
  "[::ffff:127.0.0.1]:PORT",
  "2130706433:PORT",
  "0x7f000001",
  "127.1",
  "evil.example:99999",
  "localhost:99999",
  "localhost:PORT, evil.example",
  "user@localhost:PORT",
  "localhost/evil.example",
  "localhost?evil.example",
  "localhost#evil.example",
  "localhost\\evil.example",
  "%6c%6f%63%61%6c%68%6f%73%74",
  "[::1",
  "::1",
  "",
];

describe.each(["listen", "toNodeListener"] as const)("with %s", (way) => {
  const fill = (text: string): string => text.replaceAll("PORT", String(ports[way]));
  const ask = (target: string, host: string, headers: Record<string, string> = {}, method = "GET") =>
    sendBytes(ports[way], requestBytes(method, fill(target), { host: fill(host), headers }));

  test.each(tricks)("the control API is closed to a rebound host name that requests %s", async (target) => {
    for (const headers of [{}, { "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors" }]) {
      const { status, body } = await ask(target, "evil.example:PORT", headers);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain(secret);
      expect(body).not.toContain('"entries"');
    }
  });

  test.each(strangers)("the control API is closed to the Host %j", async (host) => {
    for (const target of [journal, `/s/a${journal}`]) {
      const { status, body } = await ask(target, host);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain(secret);
    }
  });

  test.each(["localhost:PORT", "LOCALHOST:PORT", "127.0.0.1:PORT", "127.0.0.1", "127.4.5.6:PORT", "[::1]:PORT"])(
    "the control API is open to this machine's own name %s",
    async (host) => {
      for (const target of [journal, `/s/a${journal}`]) {
        const { status, body } = await ask(target, host);
        expect(status).toBe(200);
        expect(body).toContain(secret);
      }
    },
  );

  test.each([
    ["http://localhost:3000", "localhost:PORT", "/_patchbay/reset"],
    ["http://localhost:3000", "localhost:PORT", "//localhost:3000/_patchbay/reset"],
    ["http://localhost:3000", "localhost:PORT", "http://localhost:3000/_patchbay/reset"],
    ["http://localhost:3000", "localhost:PORT", "/s/a/_patchbay/reset"],
    ["http://localhost", "localhost:PORT", "/_patchbay/reset"],
    ["http://127.0.0.1:PORT", "localhost:PORT", "/_patchbay/reset"],
    ["https://localhost:PORT", "localhost:PORT", "/_patchbay/reset"],
    ["http://evil.example:PORT", "evil.example:PORT", "/_patchbay/reset"],
    ["null", "localhost:PORT", "/_patchbay/reset"],
    ["", "localhost:PORT", "/_patchbay/reset"],
    ["file://", "localhost:PORT", "/_patchbay/reset"],
    ["chrome-extension://abcdef", "localhost:PORT", "/_patchbay/reset"],
  ])("a page of the origin %j cannot send POST with Host %s to %s", async (origin, host, target) => {
    const { status } = await ask(target, host, { Origin: fill(origin), "Content-Type": "text/plain" }, "POST");
    expect(status).toBeGreaterThanOrEqual(400);
  });

  test.each([
    ["cross-site", "navigate", 403],
    ["cross-site", "no-cors", 403],
    ["same-site", "no-cors", 403],
    ["same-site", "cors", 403],
    ["same-site", "navigate", 200],
    ["same-origin", "cors", 200],
    ["none", "navigate", 200],
  ])("a browser request with Sec-Fetch-Site: %s and Sec-Fetch-Mode: %s gets %i", async (site, mode, expected) => {
    const { status } = await ask(journal, "localhost:PORT", { "Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode });
    expect(status).toBe(expected);
  });

  test.each([
    { "X-Forwarded-For": "203.0.113.9" },
    { Forwarded: "for=203.0.113.9;host=localhost" },
    { "X-Forwarded-Host": "localhost" },
    { "X-Real-IP": "203.0.113.9" },
    { Via: "1.1 proxy" },
    { "X-Forwarded-Proto": "https" },
    { "X-Forwarded-Port": "443" },
    { "CF-Connecting-IP": "203.0.113.9" },
    { "True-Client-IP": "203.0.113.9" },
    { "X-Envoy-External-Address": "203.0.113.9" },
  ])("the control API is closed to a request that a proxy on this machine forwards: %o", async (headers) => {
    expect((await ask(journal, "localhost:PORT", headers)).status).toBe(404);
  });

  test("the API accepts every valid Host, and none in HTTP/1.0", async () => {
    for (const host of ["mock:4010", "evil.example", "gateway.internal.", "under_score:1", "[2001:db8::1]:80"])
      expect((await ask("/api/v1/models/count", host)).status).toBe(200);
    const old = (target: string) => sendBytes(ports[way], `GET ${target} HTTP/1.0\r\n\r\n`);
    expect((await old("/health")).status).toBe(200);
    expect((await old(journal)).status).toBe(404);
  });

  test.each([
    ["two Host headers", "Host: localhost:PORT\r\nHost: localhost:PORT\r\n"],
    ["two different Host headers", "Host: localhost:PORT\r\nhost: evil.example\r\n"],
    ["no Host header", ""],
    ["an empty Host header", "Host:\r\n"],
    ["a Host header that is not a host", "Host: a b\r\n"],
  ])("a request with %s is rejected with 400", async (_, lines) => {
    for (const target of ["/health", journal, "/api/v1/models/count"])
      expect(
        (await sendBytes(ports[way], `GET ${target} HTTP/1.1\r\n${fill(lines)}Connection: close\r\n\r\n`)).status,
      ).toBe(400);
  });

  test.each([
    ["http://localhost:PORT/health", "localhost:PORT", 200],
    ["HTTP://LocalHost:PORT/health?x=1", "localhost:PORT", 200],
    ["http://localhost:80/health", "localhost", 200],
    [`http://localhost:PORT${journal}`, "localhost:PORT", 200],
    ["http://localhost/health", "localhost:PORT", 400],
    ["http://other.example/health", "localhost:PORT", 400],
    ["ftp://localhost:PORT/health", "localhost:PORT", 400],
    ["http:///health", "localhost:PORT", 400],
  ])("the absolute target %s with Host %s is answered with %i", async (target, host, expected) => {
    expect((await ask(target, host)).status).toBe(expected);
  });

  test.each([
    "//api/v1/chat/completions",
    "/api/v1//chat/completions",
    "//localhost/api/v1/models",
    "/api/v1/models//",
  ])("the path %s is unknown, and the error shows it verbatim", async (path) => {
    const { status, body } = await ask(path, "localhost:PORT");
    expect(status).toBe(404);
    expect(body).toContain(`No operation has the path ${path}.`);
  });
});

test.each([
  [{ host: "0.0.0.0" }, {}, "localhost:PORT", 404],
  [{ host: "0.0.0.0" }, {}, "evil.example", 404],
  [{ host: "::" }, {}, "localhost:PORT", 404],
  [{ host: "0.0.0.0" }, { control: true }, "localhost:PORT", 200],
  [{ host: "0.0.0.0" }, { control: true }, "192.0.2.7:PORT", 200],
  [{ host: "0.0.0.0" }, { control: true }, "[2001:db8::1]:PORT", 200],
  [{ host: "0.0.0.0" }, { control: true }, "mock:PORT", 404],
  [{ host: "0.0.0.0" }, { control: true }, "evil.example:PORT", 404],
  [{ host: "0.0.0.0" }, { control: true, allowedHosts: ["mock"] }, "mock:PORT", 200],
  [{ host: "0.0.0.0" }, { control: true, allowedHosts: ["Mock"] }, "MOCK", 200],
  [{ host: "0.0.0.0" }, { control: true, allowedHosts: ["mock"] }, "a.mock", 404],
  [{ host: "0.0.0.0" }, { control: true, allowedHosts: [".internal"] }, "mock.internal:PORT", 200],
  [{ host: "0.0.0.0" }, { control: true, allowedHosts: [".internal"] }, "evilinternal", 404],
  [{ host: "0.0.0.0" }, { control: true, allowedHosts: true as const }, "evil.example", 200],
  [{ host: "0.0.0.0" }, { allowedHosts: ["mock"] }, "mock", 404],
  [{}, { allowedHosts: ["mock.local"] }, "mock.local:PORT", 200],
  [{}, { control: false }, "localhost:PORT", 404],
  [{ host: "127.0.0.2" }, {}, "127.0.0.2:PORT", 200],
])("a server at %o with %o answers the control API to the Host %s with %i", async (where, options, host, expected) => {
  const server = createMockServer(options);
  const listening = await server.listen({ port: 0, ...where });
  const { port } = listening;
  const address = "host" in where && where.host === "127.0.0.2" ? "127.0.0.2" : "127.0.0.1";
  for (const target of [journal, `/s/a${journal}`]) {
    const bytes = requestBytes("GET", target, { host: host.replace("PORT", String(port)) });
    expect((await sendBytes(port, bytes, { address })).status).toBe(expected);
  }
  await listening.close();
});

test("the error for a closed host name says why and how to open the control API", async () => {
  const listening = await createMockServer({ control: true }).listen({ port: 0 });
  const { body } = await sendBytes(listening.port, requestBytes("GET", journal, { host: "mock:4010" }));
  expect(JSON.parse(body)).toEqual({
    error: {
      code: 404,
      message:
        'The control API does not answer for the host name "mock". Add it to `allowedHosts` (`--allowed-host`) to allow it.',
    },
  });
  await listening.close();
});

test.each([["mock:4010"], ["http://mock"], [""], ["*"], [7]])("`allowedHosts: [%j]` is rejected", (name) => {
  expect(() => createMockServer({ allowedHosts: [name as string] })).toThrow(/The option `allowedHosts`/);
});
