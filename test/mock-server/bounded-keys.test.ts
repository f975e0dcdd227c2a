// State that requests create is bounded: keys, accounts, codes, responses, usage records, snapshots.
import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { expect, test } from "vitest";

const model = "openai/gpt-4o-mini";

function get(server: MockServer, path: string, key: string): Promise<Response> {
  return server.fetch(`http://localhost/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
}

function post(server: MockServer, path: string, body: unknown, key: string, headers = {}): Promise<Response> {
  return server.fetch(`http://localhost${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, ...headers },
    body: JSON.stringify(body),
  });
}

const chat = (server: MockServer, key: string, more: object = {}, headers = {}): Promise<Response> =>
  post(
    server,
    "/api/v1/chat/completions",
    { model, messages: [{ role: "user", content: "Hi" }], max_tokens: 5, ...more },
    key,
    headers,
  );

/** The approximate bytes of a server without a journal after a number of steps. */
async function bytesAfter(
  steps: number,
  step: (server: MockServer, turn: number) => Promise<unknown>,
): Promise<number> {
  const server = createMockServer({ journalSize: 0 });
  const session = server.session("measured");
  for (let turn = 0; turn < steps; turn++) await step(session, turn);
  return server.sessions.list()[0]!.bytes;
}

test("an operation that needs no key stores none", async () => {
  const empty = await bytesAfter(0, async () => undefined);
  expect(await bytesAfter(50, (server, turn) => get(server, "/providers", `sk-or-v1-name-${turn}`))).toBe(empty);
  expect(await bytesAfter(50, (server, turn) => get(server, "/key", `sk-or-v1-name-${turn}`))).toBeGreaterThan(empty);
  const server = createMockServer();
  await get(server, "/providers", "sk-or-v1-ada");
  const listed = await get(server, "/keys", "sk-or-mgmt-ada");
  expect(((await listed.json()) as { data: unknown[] }).data).toEqual([]);
});

test("unused keys are evicted when there are many, but not keys that were charged, created or changed", async () => {
  const server = createMockServer({ journalSize: 0 });
  await chat(server, "sk-or-v1-payer");
  const made = (await (await post(server, "/api/v1/keys", { name: "made" }, "sk-or-mgmt-ada")).json()) as {
    key: string;
    data: { hash: string };
  };
  await post(server, "/_patchbay/credits", { account: "rich", add: 5 }, "sk-or-v1-x");
  await get(server, "/key", "sk-or-v1-idle");
  for (let turn = 0; turn < 11_000; turn++) await get(server, "/key", `sk-or-v1-token-${turn}`);
  const usage = async (key: string): Promise<number> =>
    ((await (await get(server, "/key", key)).json()) as { data: { usage: number } }).data.usage;
  expect(await usage("sk-or-v1-payer")).toBeGreaterThan(0);
  const listed = (await (await get(server, "/keys", "sk-or-mgmt-ada")).json()) as { data: { hash: string }[] };
  expect(listed.data.map(({ hash }) => hash)).toEqual([made.data.hash]);
  const credits = (await (await get(server, "/credits", "sk-or-mgmt-rich")).json()) as { data: object };
  expect(credits.data).toEqual({ total_credits: 105, total_usage: 0 });
  const idle = (await (await get(server, "/keys", "sk-or-mgmt-idle")).json()) as { data: unknown[] };
  expect(idle.data).toEqual([]);
  // It returns unchanged.
  expect(await usage("sk-or-v1-idle")).toBe(0);
});

test("a key with a request in progress is not evicted, and its usage is that of its account", async () => {
  const server = createMockServer({ journalSize: 0, script: () => "one two three four five" });
  const streaming = await chat(server, "sk-or-v1-busy", { stream: true, max_tokens: 100 });
  for (let turn = 0; turn < 10_500; turn++) await get(server, "/key", `sk-or-v1-token-${turn}`);
  await streaming.text();
  const { data } = (await (await get(server, "/key", "sk-or-v1-busy")).json()) as { data: { usage: number } };
  const credits = (await (await get(server, "/credits", "sk-or-mgmt-busy")).json()) as {
    data: { total_usage: number };
  };
  expect(data.usage).toBeGreaterThan(0);
  expect(credits.data.total_usage).toBe(data.usage);
});

test.each([
  ["/keys", { name: "x".repeat(1001) }, "/name"],
  ["/keys", { name: "a", workspace_id: "x".repeat(1001) }, "/workspace_id"],
  ["/keys", { name: "a", creator_user_id: "x".repeat(1001) }, "/creator_user_id"],
])("a key with a string of over 1,000 characters is rejected: %s %.20j", async (path, body, pointer) => {
  const response = await post(createMockServer(), `/api/v1${path}`, body, "sk-or-mgmt-ada");
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(`${pointer}: expected at most 1000 characters, got 1001`);
});

test("OAuth codes are bounded: the oldest expire, the newest work", async () => {
  const server = createMockServer({ journalSize: 0 });
  const codes: string[] = [];
  for (let turn = 0; turn < 2100; turn++) {
    const response = await post(
      server,
      "/api/v1/auth/keys/code",
      { callback_url: "https://app.example/cb" },
      "sk-or-v1-ada",
    );
    codes.push(((await response.json()) as { data: { id: string } }).data.id);
  }
  const exchange = async (code: string): Promise<number> =>
    (await post(server, "/api/v1/auth/keys", { code }, "sk-or-v1-ada")).status;
  expect(await exchange(codes[0]!)).toBe(403);
  expect(await exchange(codes.at(-1)!)).toBe(200);
  expect(await exchange(codes.at(-1)!)).toBe(403);
});

const small = { journalBytes: 400_000, defaultReply: "echo" } satisfies MockServerOptions;

test("the content of old generations is evicted before their usage records, and the error says so", async () => {
  const server = createMockServer(small);
  const ids: string[] = [];
  for (let turn = 0; turn < 30; turn++) {
    const more = { messages: [{ role: "user", content: `${turn} ${"word ".repeat(1000)}` }], max_tokens: 2000 };
    ids.push((await chat(server, "sk-or-v1-ada", more)).headers.get("x-generation-id")!);
  }
  const [first, last] = [ids[0]!, ids.at(-1)!];
  expect((await get(server, `/generation?id=${first}`, "sk-or-v1-ada")).status).toBe(200);
  const gone = await get(server, `/generation/content?id=${first}`, "sk-or-v1-ada");
  expect(gone.status).toBe(404);
  expect(await gone.text()).toContain("was evicted");
  expect((await get(server, `/generation/content?id=${last}`, "sk-or-v1-ada")).status).toBe(200);
});

test("the response cache is bounded in bytes and keeps the newest responses", async () => {
  const server = createMockServer(small);
  const ask = async (turn: number): Promise<string | null> => {
    const more = { messages: [{ role: "user", content: `${turn} ${"word ".repeat(1000)}` }], max_tokens: 2000 };
    const response = await chat(server, "sk-or-v1-ada", more, { "x-openrouter-cache": "true" });
    await response.text();
    return response.headers.get("x-openrouter-cache-status");
  };
  for (let turn = 0; turn < 40; turn++) expect(await ask(turn)).toBe("MISS");
  expect(await ask(39)).toBe("HIT");
  expect(await ask(0)).toBe("MISS");
});

test("snapshots over HTTP are bounded: the oldest is evicted, and restoring it fails with the reason", async () => {
  const server = createMockServer();
  for (let turn = 0; turn < 25; turn++) await post(server, "/_patchbay/snapshots", {}, "sk-or-v1-x");
  expect((await post(server, "/_patchbay/restore", { id: 25 }, "sk-or-v1-x")).status).toBe(200);
  const gone = await post(server, "/_patchbay/restore", { id: 1 }, "sk-or-v1-x");
  expect(gone.status).toBe(400);
  expect(await gone.text()).toContain("only the newest are stored");
});
