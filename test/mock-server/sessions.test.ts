// Sessions: bounds, listing, deletion, no nesting.
import { createMockServer, type MockServer, type MockServerOptions, type SessionState } from "@patchbay/mock-server";
import { get } from "node:http";
import { describe, expect, test } from "vitest";

const body = JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] });
const streamed = JSON.stringify({ ...(JSON.parse(body) as object), stream: true });

function send(server: MockServer, path: string, init: RequestInit = {}): Promise<Response> {
  return server.fetch(`http://localhost${path}`, init);
}

function chat(server: MockServer, session: string, text = body): Promise<Response> {
  const headers = { authorization: "Bearer sk-or-v1-test" };
  return send(server, `/s/${session}/api/v1/chat/completions`, { method: "POST", headers, body: text });
}

async function list(server: MockServer): Promise<SessionState[]> {
  const response = await send(server, "/_patchbay/sessions");
  return ((await response.json()) as { sessions: SessionState[] }).sessions;
}

const names = (sessions: readonly SessionState[]): string[] => sessions.map(({ name }) => name);

describe("sessions", () => {
  test("are listed by last use, with their requests and bytes", async () => {
    const server = createMockServer();
    expect(await list(server)).toEqual([]);
    await chat(server, "a");
    await chat(server, "b");
    await chat(server, "a");
    const found = await list(server);
    expect(found.map(({ name, requests }) => [name, requests])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
    expect(found).toEqual(server.sessions.list());
    expect(found[0]!.bytes).toBeGreaterThan(found[1]!.bytes);
    expect(found[0]!.lastUsedAt).toBeGreaterThanOrEqual(found[0]!.createdAt);
  });

  test("are deleted one by one or all at once, and start empty after that", async () => {
    const server = createMockServer();
    for (const name of ["a", "b", "c"]) await chat(server, name);
    const remove = async (path: string): Promise<[number, unknown]> => {
      const response = await send(server, `/_patchbay/sessions${path}`, { method: "DELETE" });
      return [response.status, await response.json()];
    };
    expect(await remove("/b")).toEqual([200, { deleted: 1 }]);
    expect(await remove("/b")).toMatchObject([404, { error: { code: 404 } }]);
    expect(names(await list(server))).toEqual(["c", "a"]);
    expect(server.session("b").journal.count).toBe(0);
    expect(await remove("")).toEqual([200, { deleted: 3 }]);
    expect(await list(server)).toEqual([]);
    expect(server.sessions.delete("a")).toBe(false);
  });

  test("are bounded in number: the least recently used one is evicted", async () => {
    const server = createMockServer({ maxSessions: 3 });
    for (const name of ["a", "b", "c", "a", "d"]) await chat(server, name);
    expect(names(await list(server))).toEqual(["d", "a", "c"]);
  });

  test("are evicted even if a callback threw during a rejected request", async () => {
    let throws = true;
    const onRequest = (): void => {
      if (throws) throw new Error("no disk");
    };
    const server = createMockServer({ maxSessions: 2, onRequest });
    for (const text of [body, "{}"]) await expect(chat(server, "a", text)).rejects.toThrow("no disk");
    throws = false;
    for (const name of ["b", "c"]) await chat(server, name);
    expect(names(await list(server))).toEqual(["c", "b"]);
  });

  test("with a response in progress are evicted last, and a stream of an evicted session finishes", async () => {
    const server = createMockServer({ maxSessions: 2, script: () => "one two three four" });
    const open = (await chat(server, "a", streamed)).body!.getReader();
    await open.read();
    await chat(server, "b");
    await chat(server, "c");
    expect(names(await list(server))).toEqual(["c", "a"]);
    const second = await chat(server, "c", streamed);
    await chat(server, "d", streamed);
    expect(names(await list(server))).not.toContain("a");
    let text = "";
    for (let part = await open.read(); !part.done; part = await open.read())
      text += new TextDecoder().decode(part.value);
    expect(text).toContain("[DONE]");
    expect(await second.text()).toContain("[DONE]");
  });

  test("are bounded in bytes together", async () => {
    const server = createMockServer({ journalBytes: 100_000, defaultReply: "echo" });
    const long = JSON.stringify({ ...(JSON.parse(body) as object), user: "x".repeat(1000) });
    for (let turn = 0; turn < 200; turn++) await chat(server, `s${turn}`, long);
    const found = await list(server);
    expect(found.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(400_000);
    expect(found[0]!.name).toBe("s199");
    expect(found.length).toBeGreaterThan(2);
  });

  test("created in code keep working after their eviction", async () => {
    const server = createMockServer({ maxSessions: 1 });
    const first = server.session("a");
    first.on().reply("mine");
    server.session("b");
    const response = await send(first, "/api/v1/chat/completions", {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-test" },
      body,
    });
    expect(await response.text()).toContain("mine");
    expect(server.session("a").rules).toEqual([]);
  });
});

test.each([
  "/s/a/s/b/api/v1/models/count",
  "/s/a/s/b/_patchbay/journal",
  "/s/a/s/b/health",
  `${"/s/a".repeat(3900)}/api/v1/models/count`,
  `/s/${"n".repeat(101)}/api/v1/models/count`,
  "/s/%00/api/v1/models/count",
  "/s/a b/api/v1/models/count",
  "/s//api/v1/models/count",
])("the path %.40s returns 404 and creates no session", async (path) => {
  const server = createMockServer();
  expect((await send(server, path)).status).toBe(404);
  expect(server.sessions.list().length).toBeLessThanOrEqual(0);
});

test("sessions cannot be nested, over HTTP and in code", async () => {
  const server = createMockServer();
  const inner = server.session("a");
  expect(() => inner.session("b")).toThrow("cannot be created inside a session");
  expect(inner.sessions.list()).toEqual([]);
  expect((await send(server, "/s/a/_patchbay/sessions")).status).toBe(404);
  expect((await send(server, "/s/a/_patchbay/sessions/a", { method: "DELETE" })).status).toBe(404);
  expect(names(await list(server))).toEqual(["a"]);
});

test.each(["", "a/b", "a b", "ä", "x".repeat(101)])("the session name %j is rejected in code", (name) => {
  expect(() => createMockServer().session(name)).toThrow(/The name of a session must have/);
});

test.each(["__proto__", "constructor", "toString", "a.b", "_-."])("the session name %s is accepted", async (name) => {
  const server = createMockServer();
  expect((await send(server, `/s/${name}/api/v1/models/count`)).status).toBe(200);
  expect(names(await list(server))).toEqual([name]);
});

test("requests for the health or the contract of a session create no session", async () => {
  const server = createMockServer();
  for (const path of ["health", "openapi.json"]) expect((await send(server, `/s/a/${path}`)).status).toBe(200);
  expect(server.sessions.list()).toEqual([]);
});

test("a page of this machine can create a session", async () => {
  const headers = { origin: "http://localhost:3000", "sec-fetch-site": "cross-site" };
  expect((await send(createMockServer(), "/s/a/api/v1/models/count", { headers })).status).toBe(200);
});

test.each([
  { "sec-fetch-site": "cross-site" },
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "http://localhost.evil.example" },
])("a foreign page with %j cannot create a session, but can use an existing one", async (sent) => {
  const server = createMockServer();
  const headers = sent as Record<string, string>;
  expect((await send(server, "/s/a/api/v1/models/count", { headers })).status).toBe(404);
  server.session("a");
  expect((await send(server, "/s/a/api/v1/models/count", { headers })).status).toBe(200);
});

describe("where the control API is closed", () => {
  const closed = { control: false } satisfies MockServerOptions;

  test("a path creates no session, and a session created in code is reachable", async () => {
    const server = createMockServer(closed);
    expect((await send(server, "/s/a/api/v1/models/count")).status).toBe(404);
    server.session("a");
    expect((await send(server, "/s/a/api/v1/models/count")).status).toBe(200);
  });

  test.each(["/metrics", "/s/a/metrics", "/_patchbay/sessions", "/s/a/_patchbay/journal"])(
    "%s returns 404",
    async (path) => {
      const server = createMockServer(closed);
      server.session("a");
      expect((await send(server, path)).status).toBe(404);
    },
  );

  test("on a port, foreign host names create no session and read no metrics", async () => {
    const listening = await createMockServer().listen({ port: 0 });
    const ask = (host: string, path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        get({ port: listening.port, path, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on("error", reject);
      });
    for (const path of ["/metrics", "/s/a/metrics", "/s/a/api/v1/models/count"])
      expect([path, await ask("rebound.example", path)]).toEqual([path, 404]);
    expect(await ask("localhost", "/metrics")).toBe(200);
    await listening.close();
  });
});

describe("/metrics", () => {
  test.each([{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }])(
    "is closed to a page with %j",
    async (headers) => {
      const response = await send(createMockServer(), "/metrics", { headers: headers as Record<string, string> });
      expect(response.status).toBe(404);
      expect(await response.text()).not.toContain("spent_usd");
    },
  );

  test("escapes labels from a custom catalog", async () => {
    const slug = 'a"} 1\nevil{x="\\';
    const server = createMockServer({
      catalog: {
        providers: [{ name: "A", slug, privacy_policy_url: null }],
        models: [
          {
            id: "acme/one",
            context_length: 1000,
            endpoints: [{ provider: slug, pricing: { prompt: "0.1", completion: "0.1" } }],
          },
        ],
      },
    });
    const headers = { authorization: "Bearer sk-or-v1-test" };
    const text = body.replace("openai/gpt-4o-mini", "acme/one").replace("}]", '}],"max_tokens":2');
    expect((await send(server, "/api/v1/chat/completions", { method: "POST", headers, body: text })).status).toBe(200);
    const lines = (await (await send(server, "/metrics")).text()).split("\n");
    expect(lines.filter((line) => line.startsWith("evil"))).toEqual([]);
    expect(lines).toContainEqual(
      expect.stringMatching(/^patchbay_spent_usd_total\{provider="a\\"\} 1\\nevil\{x=\\"\\\\"\} /),
    );
  });
});

test.each([0, -1, 1.5, Infinity, "many"])("the option maxSessions: %j is rejected", (maxSessions) => {
  expect(() => createMockServer({ maxSessions } as MockServerOptions)).toThrow("`maxSessions`");
});
