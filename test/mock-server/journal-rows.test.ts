// Journal rows and single entries over the control API.
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";

interface Answer {
  readonly count: number;
  readonly rows: readonly Record<string, unknown>[];
  readonly labels: Readonly<Record<string, string>>;
  readonly next?: number;
}

const get = async <Body>(server: MockServer, path: string): Promise<{ status: number; body: Body }> => {
  const response = await server.fetch(`http://localhost/_patchbay/${path}`);
  return { status: response.status, body: (await response.json()) as Body };
};

const chat = (server: MockServer, content: unknown, more: object = {}): Promise<Response> =>
  server.fetch("http://localhost/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-rows" },
    body: JSON.stringify({ model: "openai/gpt-5-mini", messages: [{ role: "user", content }], max_tokens: 1, ...more }),
  });

describe("GET /_patchbay/requests", () => {
  test("returns a row per request, with the start of its text and the label of its key", async () => {
    const server = createMockServer();
    await chat(server, "Hello there");
    await chat(server, [
      { type: "text", text: "Look" },
      { type: "image_url", image_url: { url: "data:image/png;base64,QQ==" } },
    ]);
    await chat(server, "long ".repeat(10_000));
    const { body } = await get<Answer>(server, "requests");
    expect(body.count).toBe(3);
    expect(body.rows[0]).toMatchObject({
      id: 1,
      model: "openai/gpt-5-mini",
      stream: false,
      text: "Hello there",
      basis: "weighted",
    });
    expect(body.rows[1]).toMatchObject({ text: "Look [image_url]" });
    expect(String(body.rows[2]!.text)).toHaveLength(301);
    expect(body.labels[String(body.rows[0]!.keyHash)]).toBe("sk-or-v1-row...ows");
    expect(JSON.stringify(body)).not.toContain('"reply"');
  });

  test.each([
    ["sk-or-v1-0123456789abcdef0123456789abcdef at the start"],
    [`${"a".repeat(290)} sk-or-v1-0123456789abcdef0123456789abcdef`],
    [`${"a".repeat(2390)} sk-or-v1-0123456789abcdef0123456789abcdef`],
  ])("returns no secret and no part of one", async (content) => {
    const server = createMockServer();
    await chat(server, content);
    await chat(server, "x", { model: content });
    const { body } = await get<Answer>(server, "requests");
    expect(JSON.stringify(body.rows)).not.toMatch(/sk-or-v1-0/);
  });

  test.each([
    ['"a string"', 400],
    ["[1,2]", 400],
    ["{", 400],
    ['{"model":5,"messages":{"length":1}}', 400],
    ["[".repeat(100_000), 400],
    ['{"model":"openai/gpt-5-mini","messages":[null]}', 400],
  ])("returns a row for a body that is not a chat", async (text, status) => {
    const server = createMockServer();
    const response = await server.fetch("http://localhost/api/v1/chat/completions", {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-rows" },
      body: text,
    });
    expect(response.status).toBe(status);
    const { body } = await get<Answer>(server, "requests");
    expect(body.rows).toEqual([expect.objectContaining({ status })]);
  });

  test("returns pages, each with the start of the next", async () => {
    const server = createMockServer({ journalSize: 2000 });
    for (let index = 0; index < 1201; index++) await server.fetch("http://localhost/api/v1/models/count");
    const ids: unknown[] = [];
    let after = 0;
    for (let turn = 0; turn < 10; turn++) {
      const { body } = await get<Answer>(server, `requests?after=${after}`);
      ids.push(...body.rows.map(({ id }) => id));
      if (body.next === undefined) break;
      after = body.next;
    }
    expect(ids).toEqual(Array.from({ length: 1201 }, (_, index) => index + 1));
  });

  test.each(["0.5", "-1", "abc", "1e99", "Infinity", "0x2", "", "9".repeat(16)])(
    "after=%s is refused",
    async (after) => {
      const server = createMockServer();
      await chat(server, "x");
      for (const path of ["requests", "journal"])
        expect((await get(server, `${path}?after=${after}`)).status).toBe(400);
    },
  );
});

describe("GET /_patchbay/journal/{id}", () => {
  test("returns one entry with its routing and its key", async () => {
    const server = createMockServer();
    await chat(server, "x");
    const { body } = await get(server, "journal/1");
    expect(body).toMatchObject({
      key: { label: "sk-or-v1-row...ows", account: "rows" },
      entry: {
        id: 1,
        routing: {
          basis: "weighted",
          candidates: expect.arrayContaining([
            { provider: "OpenAI", endpoint: "openai", model: "openai/gpt-5-mini", byok: false },
          ]) as unknown,
          excluded: expect.arrayContaining([
            expect.objectContaining({ endpoint: "openai/flex", reason: "tier" }),
          ]) as unknown,
        },
      },
    });
  });

  test.each([
    [{ provider: { sort: "throughput" } }, "throughput"],
    [{ provider: { order: ["azure"] } }, "order"],
    [{ model: "openai/gpt-5-mini:floor" }, "price"],
    [{ tools: [{ type: "function", function: { name: "f" } }] }, "exacto"],
  ])("shows the basis of the routing of %j: %s", async (more, basis) => {
    const server = createMockServer();
    await chat(server, "x", more);
    expect((await get(server, "journal/1")).body).toMatchObject({ entry: { routing: { basis } } });
  });

  test("shows sticky routing of a conversation", async () => {
    const server = createMockServer();
    for (let index = 0; index < 3; index++) await chat(server, "x", { session_id: "one" });
    expect((await get(server, "journal/3")).body).toMatchObject({ entry: { routing: { basis: "pinned" } } });
  });

  test.each(["0", "2", "999999999999999"])("the request %s does not exist", async (id) => {
    const server = createMockServer();
    await chat(server, "x");
    expect(await get(server, `journal/${id}`)).toMatchObject({
      status: 404,
      body: { error: { message: `The journal has no request ${id}. It was evicted, or it has not arrived yet.` } },
    });
  });

  test("returns 404 for an evicted entry", async () => {
    const server = createMockServer({ journalSize: 1 });
    for (let index = 0; index < 5; index++) await chat(server, "x");
    expect((await get(server, "journal/1")).status).toBe(404);
    expect((await get(server, "journal/5")).status).toBe(200);
  });
});
