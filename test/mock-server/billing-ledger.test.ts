// The ledger is right under aborts, repeated requests, server tools, BYOK keys and clock changes.
import { createMockServer, type ModelOutput, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { toNodeListener } from "@patchbay/mock-server/node";
import fc from "fast-check";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { call, chat, type Answer } from "../support/call.ts";
import { fleet, offer } from "../support/fleet.ts";

const manager = "sk-or-mgmt-ada";
const inference = "sk-or-v1-ada";
const cached = { "x-openrouter-cache": "true" };

/** USD as whole nano-USD. */
const nanos = (usd: unknown): number => Math.round(Number(usd) * 1e9);
const usedOf = async (server: MockServer): Promise<number> =>
  nanos((await call(server, "/api/v1/credits", { key: manager })).body.data!.total_usage);
const post = (server: MockServer, more: object = {}, key = inference, headers = {}): Promise<Answer> =>
  call(server, "/api/v1/chat/completions", { key, headers, body: chat({ ...more }) });
const createKey = async (server: MockServer, more: object): Promise<string> =>
  String((await call(server, "/api/v1/keys", { key: manager, body: { name: "k", ...more } })).body.key);

/** Opens a stream without reading it. */
async function open(server: MockServer, more: object = {}, init: RequestInit = {}): Promise<Response> {
  return server.fetch("http://localhost/api/v1/chat/completions", {
    method: "POST",
    body: JSON.stringify(chat({ stream: true, ...more })),
    ...init,
    headers: { authorization: `Bearer ${inference}`, ...(init.headers as Record<string, string> | undefined) },
  });
}

async function readEvents(response: Response, count: number): Promise<void> {
  const reader = response.body!.getReader();
  for (let event = 0; event < count; event++) if ((await reader.read()).done) return;
  await reader.cancel();
}

/** Nano-USD of the account that requests still reserve. */
async function heldOf(server: MockServer): Promise<number> {
  const { body } = await call(server, "/_patchbay/credits", { body: { account: "ada", add: 0 } });
  const { data } = (await call(server, "/api/v1/credits", { key: manager })).body;
  return nanos(data!.total_credits) - nanos(data!.total_usage) - nanos(body.available);
}

async function expectNothingHeld(server: MockServer): Promise<void> {
  expect(await heldOf(server)).toBe(0);
  expect((await call(server, "/metrics", { key: manager })).text).not.toMatch(/pending_requests\{.*\} [1-9]/);
}

describe("the response cache", () => {
  const long = "word ".repeat(500);
  const body = { provider: { only: ["openai"] } };

  test.each([0, 1, 3, 200])("does not store a stream that the client left after %d events", async (events) => {
    const server = createMockServer({ script: () => long });
    const honest = await usedAfter(server, () => open(server, body).then((response) => response.text()));
    await readEvents(await open(server, body, { headers: cached }), events);
    const second = await open(server, body, { headers: cached });
    expect(second.headers.get("x-openrouter-cache-status")).toBe("MISS");
    expect(await usedAfter(server, () => second.text())).toBe(honest);
    const third = await open(server, body, { headers: cached });
    expect(third.headers.get("x-openrouter-cache-status")).toBe("HIT");
    expect(await usedAfter(server, () => third.text())).toBe(0);
  });

  test.each([
    ["a cut", { kind: "truncated", afterEvents: 3 }],
    ["a reset", { kind: "connection_reset", afterEvents: 3 }],
    ["an error chunk", { kind: "mid_stream_error", afterEvents: 3 }],
    ["a stream without its last line", { kind: "missing_done" }],
    ["a refused connection", { kind: "connection_refused" }],
  ] as const)("does not keep an answer that ended by %s", async (_, fault) => {
    const server = createMockServer();
    server.on({}, { times: 1 }).reply({ content: long, fault });
    await open(server, body, { headers: cached })
      .then((response) => response.text())
      .catch(() => "");
    const again = await open(server, body, { headers: cached });
    expect(again.headers.get("x-openrouter-cache-status")).toBe("MISS");
    await again.text();
  });

  test("does not store a response that ended with a provider error", async () => {
    const script = [{ content: "half", error: { status: 502, message: "gone" } }, "whole"];
    const server = createMockServer({ script });
    await post(server, {}, inference, cached);
    expect((await post(server, {}, inference, cached)).headers.get("x-openrouter-cache-status")).toBe("MISS");
  });
});

async function usedAfter(server: MockServer, work: () => Promise<unknown>): Promise<number> {
  const before = await usedOf(server);
  await work();
  return (await usedOf(server)) - before;
}

describe("server tools", () => {
  const calls = (count: number, name = "web_search"): ModelOutput => ({
    toolCalls: Array.from({ length: count }, () => ({
      name,
      arguments: { query: "weather", url: "https://example.com/" },
    })),
  });
  const search = { max_tokens: 20, tools: [{ type: "openrouter:web_search" }] };

  test.each([
    ["one search a step", () => calls(1), search],
    ["twenty searches a step", () => calls(20), search],
    ["an answer of any length", () => calls(3), { tools: search.tools }],
    [
      "deep searches",
      () => calls(2),
      { tools: [{ type: "openrouter:web_search", parameters: { engine: "exa", mode: "deep" } }] },
    ],
    ["many results", () => calls(2), { tools: [{ type: "openrouter:web_search", parameters: { max_results: 25 } }] }],
    [
      "fetches",
      () => calls(5, "web_fetch"),
      { tools: [{ type: "openrouter:web_fetch", parameters: { engine: "exa" } }] },
    ],
  ])("never overdraw an account or exceed a key's limit: %s", async (_, script, more) => {
    for (const [credits, limit] of [
      [0.05, 0.02],
      [0.02, 0.05],
      [0.001, 0.001],
    ] as const) {
      const server = createMockServer({ credits, script });
      const key = await createKey(server, { limit });
      const all = await Promise.all(
        Array.from({ length: 5 }, (_, turn) => post(server, { ...more, user: `${turn}` }, key)),
      );
      for (const { status } of all) expect([200, 402]).toContain(status);
      const used = await usedOf(server);
      expect(used).toBeLessThanOrEqual(nanos(Math.min(credits, limit)));
      expect(all.reduce((sum, { body }) => sum + nanos(body.usage?.cost ?? 0), 0)).toBe(used);
    }
  });

  test("do not run without sufficient credits: the model gives its final answer, and the usage counts those that ran", async () => {
    const script = (): ModelOutput => calls(1);
    const server = createMockServer({ credits: 0.02, script });
    const { status, body } = await post(server, search);
    expect(status).toBe(200);
    expect(body.usage!.server_tool_use_details).toMatchObject({ tool_calls_requested: 3, tool_calls_executed: 2 });
    expect(nanos(body.usage!.cost_details!.server_tool_cost)).toBe(14_000_000);
    expect(body.choices![0]!.message!.tool_calls).toBeUndefined();
  });

  test("run with sufficient credits", async () => {
    const { body } = await post(createMockServer({ script: [calls(1), "Rain."] }), search);
    expect(body.choices![0]!.message!.content).toBe("Rain.");
    expect(body.usage!.server_tool_use_details).toMatchObject({ tool_calls_executed: 1, web_search_requests: 1 });
  });
});

describe("the fees of plugins", () => {
  const web = { plugins: [{ id: "web", max_results: 10 }], max_tokens: 5 };

  test("are rejected before the search if the account or the key does not cover them", async () => {
    const server = createMockServer({ credits: 0.006 });
    expect((await post(server, web)).status).toBe(402);
    const rich = createMockServer();
    expect((await post(rich, web, await createKey(rich, { limit: 0.006 }))).status).toBe(402);
    for (const asked of [server, rich]) expect(await usedOf(asked)).toBe(0);
  });

  test("of several plugins are rejected together if the account or the key does not cover both", async () => {
    const pdf = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj
4 0 obj << /Length 20 >> stream
BT (Seven) Tj ET
endstream endobj
trailer << /Root 1 0 R >>
%%EOF`;
    const file = { filename: "a.pdf", file_data: `data:application/pdf;base64,${btoa(pdf)}` };
    const both = {
      max_tokens: 5,
      messages: [{ role: "user", content: [{ type: "file", file }] }],
      plugins: [
        { id: "file-parser", pdf: { engine: "mistral-ocr" } },
        { id: "web", max_results: 5 },
      ],
    };
    const rich = createMockServer();
    const { status, body } = await post(rich, both);
    expect(status).toBe(200);
    // A page costs 0.002 USD, and a search 0.007 USD.
    expect(nanos(body.usage!.cost_details!.server_tool_cost)).toBe(9_000_000);
    const poor = createMockServer({ credits: 0.0085 });
    expect((await post(poor, both)).status).toBe(402);
    const limited = createMockServer();
    expect((await post(limited, both, await createKey(limited, { limit: 0.0085 }))).status).toBe(402);
    for (const asked of [poor, limited]) {
      expect(await usedOf(asked)).toBe(0);
      await expectNothingHeld(asked);
    }
  });

  test("of concurrent requests never exceed the account's credits", async () => {
    const server = createMockServer({ credits: 0.02 });
    const all = await Promise.all(Array.from({ length: 10 }, (_, turn) => post(server, { ...web, user: `${turn}` })));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(await usedOf(server)).toBeLessThanOrEqual(20_000_000);
  });

  test("are not charged if no endpoint answers", async () => {
    const server = createMockServer();
    for (const slug of ["openai", "azure"]) server.setProviderState(slug, "down");
    expect((await post(server, web)).status).toBeGreaterThanOrEqual(500);
    expect(await usedOf(server)).toBe(0);
    expect((await call(server, "/api/v1/key", { key: inference })).body.data!.usage).toBe(0);
  });
});

test("images that were not requested do not overdraw an account", async () => {
  const catalog = fleet([
    { ...offer("alpha", 2), pricing: { prompt: "0.000001", completion: "0.000001", image_output: "0.001" } },
  ]);
  const images = Array.from({ length: 20 }, () => "data:image/png;base64,AAAA");
  for (const credits of [0.5, 3, 100]) {
    const server = createMockServer({ catalog, credits, script: () => ({ content: "ok", images }) });
    const { status, body } = await post(server, { model: "acme/one" });
    expect(status).toBe(200);
    expect(await usedOf(server)).toBeLessThanOrEqual(nanos(credits));
    expect(await usedOf(server)).toBe(nanos(body.usage!.cost));
  }
});

describe("the BYOK allowance", () => {
  const own: MockServerOptions = {
    byokKeys: [{ provider: "openai" }],
    byokMonthlyAllowance: 0.01,
    credits: 10,
    // Within one month, in which the model exists.
    now: () => Date.UTC(2026, 0, 15),
  };
  const text = "word ".repeat(400);
  const ask = { model: "openai/gpt-4o", provider: { only: ["openai"] } };
  const count = 20;

  test("is counted once: concurrent streams pay as much as sequential ones", async () => {
    const serial = createMockServer({ ...own, script: () => text });
    for (let turn = 0; turn < count; turn++) await (await open(serial, { ...ask, user: `${turn}` })).text();
    const expected = await usedOf(serial);
    expect(expected).toBeGreaterThan(0);
    for (const order of [1, -1]) {
      const server = createMockServer({ ...own, script: () => text });
      const streams = await Promise.all(
        Array.from({ length: count }, (_, turn) => open(server, { ...ask, user: `${turn}` })),
      );
      for (const stream of order > 0 ? streams : streams.toReversed()) await stream.text();
      // Each fee is rounded up to a nano-USD.
      expect(Math.abs((await usedOf(server)) - expected)).toBeLessThanOrEqual(count);
    }
  });

  test("that a stream reserved is released when the client disconnects", async () => {
    const server = createMockServer({ ...own, byokMonthlyAllowance: 0.002, script: () => text });
    for (let turn = 0; turn < 10; turn++) await readEvents(await open(server, { ...ask, user: `${turn}` }), 1);
    const { body } = await post(server, { ...ask, max_tokens: 5 });
    expect(body.usage).toMatchObject({ is_byok: true, cost: 0 });
  });

  test("needs no credits while it lasts", async () => {
    const { status, body } = await post(createMockServer({ ...own, credits: 0 }), { ...ask, max_tokens: 5 });
    expect([status, body.usage!.cost]).toEqual([200, 0]);
  });
});

describe("reservations are released", () => {
  const free = async (server: MockServer): Promise<void> => {
    await expectNothingHeld(server);
    expect((await post(server, expensive)).status).toBe(200);
  };
  // One request reserves most of this.
  const credits = 0.008;
  const expensive = { max_tokens: 10_000 };

  test("when the headers of a stream cannot be written to a socket", async () => {
    const server = createMockServer({ credits });
    const broken: MockServer = {
      ...server,
      handle: async (request) => ({ ...(await server.handle(request)), headers: { "x-bad": "a\r\nb" } }),
    };
    const http = createServer(toNodeListener(broken)).listen(0, "127.0.0.1");
    await once(http, "listening");
    const { port } = http.address() as AddressInfo;
    const { error } = console;
    console.error = () => undefined;
    for (let turn = 0; turn < 3; turn++) {
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/chat/completions`, {
        method: "POST",
        headers: { authorization: `Bearer ${inference}` },
        body: JSON.stringify(chat({ ...expensive, stream: true })),
      });
      expect(response.status).toBe(500);
      await response.text();
    }
    console.error = error;
    http.close();
    await free(server);
  });

  test("when a callback of the options throws", async () => {
    let throws = true;
    const server = createMockServer({
      credits,
      onRequest: () => {
        if (throws) throw new Error("no disk");
      },
    });
    for (let turn = 0; turn < 3; turn++) await expect(open(server, expensive)).rejects.toThrow("no disk");
    throws = false;
    await free(server);
  });

  test("when a script throws", async () => {
    let throws = true;
    const server = createMockServer({
      credits,
      script: () => {
        if (throws) throw new Error("broken script");
        return "ok";
      },
    });
    for (let turn = 0; turn < 3; turn++) await expect(open(server, expensive)).rejects.toThrow("broken script");
    throws = false;
    await free(server);
  });

  test("when the client aborts before the response, during a delay, and before it reads", async () => {
    const gone = new Error("gone");
    const left = new AbortController();
    const early = createMockServer({
      credits,
      script: () => {
        left.abort(gone);
        return "ok";
      },
    });
    await expect(open(early, expensive, { signal: left.signal })).rejects.toThrow("gone");
    await free(early);

    const slow = createMockServer({ credits });
    slow.on({}, { times: 1 }).reply({ content: "ok", delay: 60_000 });
    const during = new AbortController();
    const waiting = open(slow, expensive, { signal: during.signal });
    setTimeout(() => during.abort(gone), 5);
    await expect(waiting).rejects.toThrow("gone");
    await free(slow);

    const unread = createMockServer({ credits });
    const later = new AbortController();
    await open(unread, expensive, { signal: later.signal });
    later.abort(gone);
    await free(unread);
  });
});

describe("under any mix of requests", () => {
  const model = { model: "openai/gpt-4o-mini", provider: { only: ["openai", "azure"] } };
  /** The reply of the model, by the word that the user sends. */
  const script = ({ messages }: { messages: readonly { role: string; content?: unknown }[] }): ModelOutput => {
    const last = String(messages.findLast(({ role }) => role === "user")?.content);
    if (last.includes("search") && messages.at(-1)?.role !== "tool")
      return { toolCalls: [{ name: "web_search", arguments: { query: "weather" } }] };
    if (last.includes("always")) return { toolCalls: [{ name: "web_search", arguments: { query: "weather" } }] };
    if (last.includes("break")) return { content: "half of it", error: { status: 502, message: "gone" } };
    if (last.includes("think")) return { reasoning: "let me think ".repeat(20), content: "done" };
    if (last.includes("image")) return { content: "look", images: ["data:image/png;base64,AAAA"] };
    return { content: "word ".repeat(last.includes("long") ? 300 : 5) };
  };
  const tools = [{ type: "openrouter:web_search" }];
  const kinds = {
    plain: {},
    long: {},
    search: { tools },
    always: { tools },
    break: {},
    think: {},
    image: {},
    plugin: { plugins: [{ id: "web" }] },
    own: { model: "anthropic/claude-sonnet-4.5", provider: { only: ["anthropic"] } },
    longOwn: { model: "anthropic/claude-sonnet-4.5", provider: { only: ["anthropic"] } },
  } as const;
  const limits = [
    { limit: 0.02, limit_reset: "daily" },
    { limit: 0.03, limit_reset: "monthly", include_byok_in_limit: true },
    { limit: 0.01 },
    { limit: 1e21 },
  ];
  const which = fc.nat({ max: limits.length - 1 });
  const question = fc.record({
    do: fc.constant("ask" as const),
    kind: fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
    key: which,
    stream: fc.boolean(),
    cache: fc.boolean(),
    most: fc.option(fc.constantFrom(1, 50, 2000), { nil: undefined }),
    turn: fc.nat({ max: 2 }),
  });
  type Asked = typeof question extends fc.Arbitrary<infer Value> ? Value : never;
  const step = fc.oneof(
    { weight: 10, arbitrary: question },
    // The client aborts the last stream and repeats the request: the response cache may answer.
    { weight: 6, arbitrary: fc.record({ do: fc.constant("again" as const), events: fc.nat({ max: 3 }) }) },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant("read" as const), at: fc.nat({ max: 9 }), events: fc.nat({ max: 400 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("clock" as const), hours: fc.integer({ min: -100, max: 100 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("snapshot" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("key" as const),
        key: which,
        change: fc.constantFrom(
          { disabled: true },
          { disabled: false },
          { limit_reset: null },
          { include_byok_in_limit: true },
        ),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant("credits" as const), usd: fc.constantFrom(0.01, 0.000_000_001) }),
    },
  );

  test("credits used equal the sum of the keys and of the activity, no key exceeds its limit, and nothing stays reserved", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const server = createMockServer({
          credits: 0.08,
          now: () => Date.UTC(2030, 0, 30, 22),
          byokKeys: [{ provider: "anthropic" }],
          byokMonthlyAllowance: 0.02,
          script: script as NonNullable<MockServerOptions["script"]>,
        });
        const keys: string[] = [];
        for (const limit of limits) keys.push(await createKey(server, limit));
        let kept = server.snapshot();
        let streams: Response[] = [];
        const costs = new Map<string, number>();
        const note = (text: string): void => {
          const usage = /"id":"(gen-[^"]+)".*"usage":\{.*?"cost":([\d.e-]+)/.exec(text);
          if (usage) costs.set(usage[1]!, nanos(usage[2]));
        };
        let lastAsked: Asked | undefined;
        for (const given of steps) {
          if (given.do === "again") {
            const left = streams.pop();
            if (left) await readEvents(left, given.events);
          }
          const one = given.do === "again" ? lastAsked && { ...lastAsked, cache: true } : given;
          if (!one) continue;
          if (one.do === "ask") {
            lastAsked = one;
            const { kind, key, stream, cache, most, turn } = one;
            const body = chat({
              ...model,
              ...kinds[kind],
              stream,
              max_tokens: most,
              messages: [{ role: "user", content: `${kind} ${turn}` }],
            });
            const response = await server.fetch("http://localhost/api/v1/chat/completions", {
              method: "POST",
              headers: { authorization: `Bearer ${keys[key]}`, ...(cache && cached) },
              body: JSON.stringify(body),
            });
            expect([200, 401, 402, 502, 503]).toContain(response.status);
            const source = response.headers.get("x-openrouter-cache-source-id");
            if (source) {
              const kept = await call(server, `/api/v1/generation?id=${source}`, { key: keys[key]! });
              expect(kept.body).toMatchObject({ data: { cancelled: false } });
            }
            if (stream && response.status === 200) streams.push(response);
            else note(await response.text());
          } else if (one.do === "read") {
            const [stream] = streams.splice(one.at % Math.max(streams.length, 1), 1);
            if (stream && one.events === 400) note((await stream.text()).replaceAll(/data: |\n/g, ""));
            else if (stream) await readEvents(stream, one.events);
          } else if (one.do === "clock") server.advanceTime(one.hours * 3_600_000);
          else if (one.do === "snapshot") kept = server.snapshot();
          else if (one.do === "restore") {
            // Streams end in the state in which they started.
            server.restore(kept);
            for (const stream of streams) await readEvents(stream, 2);
            streams = [];
            costs.clear();
          } else if (one.do === "key") {
            const { hash } = server
              .snapshot()
              .revive()
              .state.keys.values()
              .toArray()
              .find(({ label }) => keys[one.key]!.endsWith(label.slice(-3)))!;
            await call(server, `/api/v1/keys/${hash}`, { key: manager, method: "PATCH", body: one.change });
          } else await call(server, "/_patchbay/credits", { body: { account: "ada", add: one.usd } });
        }
        for (const stream of streams) await readEvents(stream, 1000);
        await expectNothingHeld(server);
        const { state } = server.snapshot().revive();
        const all = [...state.keys.values()];
        const used = state.accounts.get("ada")!.balance.totals.used;
        const spent = all.reduce((sum, key) => sum + key.spent.since(null, state.now()), 0n);
        const activity = state.activity.rows("0000", "9999").reduce((sum, { cost }) => sum + cost, 0n);
        expect([spent, activity]).toEqual([used, used]);
        expect(used).toBeLessThanOrEqual(state.accounts.get("ada")!.balance.totals.bought);
        expect([...state.ledger.balances.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n);
        for (const key of all) {
          expect(key.held).toBe(0n);
          if (key.limit === null) continue;
          const own =
            key.includeByokInLimit && key.limitReset === "monthly"
              ? key.byokSpent.since(key.limitReset, state.now())
              : 0n;
          if (key.limitReset !== null || key.limit === 10_000_000n)
            expect(key.spent.since(key.limitReset, state.now()) + own).toBeLessThanOrEqual(key.limit);
        }
        for (const [id, cost] of costs) {
          const statuses = await Promise.all(keys.map((key) => call(server, `/api/v1/generation?id=${id}`, { key })));
          const found = statuses.find(({ status }) => status === 200);
          if (found) expect(nanos(found.body.data!.total_cost)).toBe(cost);
        }
      }),
      { numRuns: Number(process.env.BOOKS ?? 40) },
    );
  });
});
