// The journal: what an entry contains, and what is evicted.
import { createMockServer, type JournalEntry, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { createHash } from "node:crypto";
import { request, type ClientRequest } from "node:http";
import { describe, expect, test } from "vitest";

const model = "openai/gpt-4o-mini";

function send(
  server: MockServer,
  body: string,
  { path = "/api/v1/chat/completions", ...headers }: Record<string, string> = {},
): Promise<Response> {
  return server.fetch(`http://localhost${path}`, {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test", ...headers },
    body,
  });
}

function chat(content: string, more: object = {}): string {
  return JSON.stringify({ model, messages: [{ role: "user", content }], ...more });
}

describe("an entry of the journal", () => {
  test("contains the headers, the query in its order and the body as received", async () => {
    const server = createMockServer();
    const body = `{ "model": "${model}",\n  "temperature": null, "messages": [{"role":"user","content":"Hi"}] }`;
    await send(server, body, {
      path: "/api/v1/chat/completions?a=1&b=2&a=3",
      "Idempotency-Key": "7d1f",
      cookie: "a=b",
    });
    expect(server.journal.last).toMatchObject({
      method: "POST",
      path: "/api/v1/chat/completions",
      query: [
        ["a", "1"],
        ["b", "2"],
        ["a", "3"],
      ],
      headers: {
        authorization: "Bearer [redacted: inference key]",
        "idempotency-key": "7d1f",
        cookie: "[redacted: cookie]",
      },
      body,
      input: { model, temperature: null },
      keyHash: createHash("sha256").update("sk-or-v1-test").digest("hex"),
    });
  });

  test("has the key hash of the list of keys", async () => {
    const server = createMockServer();
    await send(server, chat("Hi"));
    const listed = await server.fetch("http://x/api/v1/keys", {
      headers: { authorization: "Bearer sk-or-mgmt-test" },
    });
    const { data } = (await listed.json()) as { data: { hash: string }[] };
    expect(server.journal.entries()[0]!.keyHash).toBe(data[0]!.hash);
  });

  test("has neither headers nor body for a request without an accepted key", async () => {
    const server = createMockServer();
    await send(server, chat("private"), { authorization: "Bearer null" });
    expect(server.journal.last).toMatchObject({ status: 401, headers: {}, body: undefined, input: {} });
  });

  test("shows whether the client read a stream to its end", async () => {
    const server = createMockServer({ script: () => "one two three four five six" });
    await (await send(server, chat("Hi", { stream: true }))).text();
    const whole = server.journal.last!.ended!;
    expect(whole.complete).toBe(true);
    const reader = (await send(server, chat("Hi", { stream: true }))).body!.getReader();
    await reader.read();
    expect(server.journal.last!.ended).toBeUndefined();
    await reader.cancel();
    const left = server.journal.last!.ended!;
    expect(left.complete).toBe(false);
    expect(left.sent).toBeLessThan(whole.sent);
  });

  test("shows whether the client waited for an unstreamed response, on a port", async () => {
    const reply = [{ content: "late", delay: 600_000 }, { content: "at once" }];
    const server = createMockServer({ rules: [{ reply }] });
    const listening = await server.listen({ port: 0 });
    const ask = (): ClientRequest => {
      const url = `${listening.baseURL}/chat/completions`;
      const headers = { authorization: "Bearer sk-or-v1-test" };
      const sent = request(url, { method: "POST", headers }, (response) => response.resume());
      sent.on("error", () => undefined).end(chat("Hi"));
      return sent;
    };
    const patience = { timeout: 20_000 };
    const impatient = ask();
    await expect.poll(() => server.journal.count, patience).toBe(1);
    impatient.destroy();
    await expect.poll(() => server.journal.last?.ended, patience).toEqual({ sent: 0, complete: false });
    ask();
    await expect.poll(() => server.journal.last?.ended, patience).toEqual({ sent: 1, complete: true });
    await listening.close();
  });
});

const bytes = 1_000_000;

describe("the journal is bounded in bytes", () => {
  const isWhole = ({ body, response }: JournalEntry): boolean => body !== undefined && response !== undefined;

  test("the bodies of the oldest requests are evicted first, and the newest are kept whole", async () => {
    const server = createMockServer({ journalBytes: bytes, defaultReply: "echo" });
    for (let turn = 0; turn < 60; turn++) await send(server, chat("word ".repeat(2000)));
    const entries = server.journal.entries();
    const whole = entries.map(isWhole);
    expect(entries).toHaveLength(60);
    expect(whole.lastIndexOf(false)).toBe(whole.indexOf(true) - 1);
    expect(whole.at(-1)).toBe(true);
    // Characters count two bytes each.
    expect(whole.filter(Boolean).length * 40_000).toBeLessThan(bytes);
    expect(entries[0]).toMatchObject({ status: 200, headers: {}, body: undefined, input: {}, response: undefined });
    expect(entries[0]!.cost).toBeGreaterThan(0);
    expect(server.journal.entries({ model })).toHaveLength(whole.filter(Boolean).length);
  });

  test("the events of old streams are evicted", async () => {
    const server = createMockServer({ journalBytes: bytes, script: () => "word ".repeat(500) });
    for (let turn = 0; turn < 14; turn++) await (await send(server, chat("x", { stream: true }))).text();
    const entries = server.journal.entries();
    expect(entries[0]!.response).toBeUndefined();
    expect(entries.at(-1)!.response).not.toBeUndefined();
  });

  test("whole entries are evicted when their paths and queries alone exceed the limit", async () => {
    const server = createMockServer({ journalBytes: 65_536, journalSize: 1_000_000 });
    for (let turn = 0; turn < 300; turn++) await server.fetch(`http://x/api/v1/models/count?${"q".repeat(3000)}`);
    expect(server.journal.entries().length).toBeLessThan(20);
    expect(server.journal.entries().at(-1)!.id).toBe(300);
    expect(server.journal.count).toBe(300);
  });

  test("a long image is shortened with a mark, and the rest of the body stays valid JSON", async () => {
    const server = createMockServer({ journalBytes: bytes });
    const url = `data:image/png;base64,${"A\\/".repeat(300_000)}`;
    const body = chat("", {
      messages: [{ role: "user", content: [{ type: "image_url", image_url: { url: "URL" } }] }],
    });
    await send(server, body.replace("URL", url));
    const { body: kept, input } = server.journal.last!;
    expect(kept!.length).toBeLessThan(2000);
    expect(JSON.stringify(input)).toMatch(/"data:image\/png;base64,[A/]+…\[cut: \d+ characters\]"/);
    expect(input.model).toBe(model);
  });

  test("a long body that is not JSON, a long response and a long stream are shortened", async () => {
    const server = createMockServer({ journalBytes: bytes, defaultReply: "echo" });
    await send(server, "漢".repeat(400_000));
    expect(server.journal.last!.body).toMatch(/^漢+…\[cut: \d+ characters\]$/);
    await send(server, chat("word ".repeat(50_000)));
    expect(JSON.stringify(server.journal.last!.response)).toMatch(/…\[cut: \d+ characters\]/);
    await (await send(server, chat("word ".repeat(10_000), { stream: true }))).text();
    expect((server.journal.last!.response as unknown[]).at(-1)).toMatch(/^…\[cut: \d+ events\]$/);
  });

  test.each(['"', "\\", "\\u0041", '\\"', "a\\\\", "\u{1f600}"])(
    "shortening a long string of %s leaves valid JSON",
    async (unit) => {
      const server = createMockServer({ journalBytes: bytes });
      const text = unit === '"' || unit === "\\" ? JSON.stringify(unit).slice(1, -1) : unit;
      for (let shift = 0; shift < 7; shift++) {
        await send(server, `{"model":"${model}","a":"${"x".repeat(shift)}${text.repeat(60_000)}"}`);
        expect(server.journal.last!.input).toMatchObject({ model, a: expect.stringMatching(/…\[cut/) as string });
      }
    },
  );
});

test("a journal of size 0 stores nothing, and still counts and reports each request", async () => {
  const reported: JournalEntry[] = [];
  const server = createMockServer({ journalSize: 0, onRequest: (entry) => reported.push(entry) });
  for (let turn = 0; turn < 5; turn++) await send(server, chat("Hi"));
  expect(server.journal.entries()).toEqual([]);
  expect(server.journal.last).toBeUndefined();
  expect(server.journal.count).toBe(5);
  expect(reported.map(({ id, status }) => [id, status])).toEqual([1, 2, 3, 4, 5].map((id) => [id, 200]));
});

test.each([
  ["lists", (n: number) => "[".repeat(n) + "]".repeat(n)],
  ["objects", (n: number) => '{"a":'.repeat(n) + "1" + "}".repeat(n)],
  ["objects that never end", (n: number) => '{"a":'.repeat(n)],
])("the journal can be read after a body of deep %s", async (_, make) => {
  const server = createMockServer();
  for (const depth of [400, 5000, 200_000]) await send(server, `{"model":"${model}","unknown":${make(depth)}}`);
  const response = await server.fetch("http://localhost/_patchbay/journal");
  expect(response.status).toBe(200);
  expect(((await response.json()) as { entries: unknown[] }).entries).toHaveLength(3);
});

test("over HTTP a long journal is paginated with `next`", async () => {
  const server = createMockServer({ defaultReply: "echo" });
  for (let turn = 0; turn < 12; turn++) await send(server, chat(`${turn} ${"word ".repeat(60_000)}`));
  const ids: number[] = [];
  let after: number | undefined = 0;
  let pages = 0;
  for (; after !== undefined; pages++) {
    const response = await server.fetch(`http://localhost/_patchbay/journal?after=${after}`);
    const page = (await response.json()) as { count: number; entries: { id: number }[]; next?: number };
    expect(page.count).toBe(12);
    ids.push(...page.entries.map(({ id }) => id));
    after = page.next;
  }
  expect(pages).toBeGreaterThan(1);
  expect(ids).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
});

test.each([65_535, 0, -1, 1.5, Infinity, "64 MB"])("the option journalBytes: %j is rejected", (journalBytes) => {
  expect(() => createMockServer({ journalBytes } as MockServerOptions)).toThrow("`journalBytes`");
});
