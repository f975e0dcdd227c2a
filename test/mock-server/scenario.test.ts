// Rules, the journal, sessions and the control API.
import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import { createMockServer, type Match, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { get } from "node:http";
import { describe, expect, test } from "vitest";
import { fleet, offer } from "../support/fleet.ts";

const catalog = fleet([offer("alpha", 1), offer("beta", 2)]);

function serve(options: MockServerOptions = {}): MockServer {
  return createMockServer({ catalog, defaultReply: "echo", ...options });
}

function connect(server: MockServer, apiKey = "sk-or-v1-test"): Patchbay {
  return new Patchbay({ apiKey, fetch: server.fetch, maxRetries: 0 });
}

async function say(
  server: MockServer,
  content: string,
  more: Omit<Partial<ChatCompletionRequest>, "stream"> = {},
): Promise<string> {
  const reply = await connect(server).chat.completions.create({
    model: "acme/one",
    messages: [{ role: "user", content }],
    ...more,
  });
  return reply.choices[0]!.message.content ?? "";
}

describe("rules", () => {
  test("a single reply repeats indefinitely, and a list is used once before the model replies", async () => {
    const server = serve();
    server.on({ userMessage: "forever" }).reply("again");
    server.on({ userMessage: "list" }).reply("first", "second");
    expect([await say(server, "forever"), await say(server, "forever")]).toEqual(["again", "again"]);
    expect([await say(server, "list"), await say(server, "list"), await say(server, "list")]).toEqual([
      "first",
      "second",
      "list",
    ]);
  });

  test("`times` limits a rule, and its last reply repeats", async () => {
    const server = serve();
    server.on({}, { times: 3 }).reply("a", "b");
    expect([await say(server, "x"), await say(server, "x"), await say(server, "x"), await say(server, "x")]).toEqual([
      "a",
      "b",
      "b",
      "x",
    ]);
  });

  test("a rule can fail the first two requests and then succeed", async () => {
    const server = serve();
    server.on().reply({ status: 503 }, { status: 429, headers: { "retry-after": "0" } }, "made it");
    const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch, maxRetries: 2 });
    const reply = await client.chat.completions.create({
      model: "acme/one",
      messages: [{ role: "user", content: "x" }],
    });
    expect(reply.choices[0]!.message.content).toBe("made it");
    expect(server.journal.entries().map(({ status }) => status)).toEqual([503, 429, 200]);
  });

  test("the newest rule has priority and can be removed", async () => {
    const server = serve();
    server.on().reply("old");
    const remove = server.on().reply("new");
    expect(await say(server, "x")).toBe("new");
    remove();
    expect(await say(server, "x")).toBe("old");
  });

  const weather = [
    { role: "user", content: "weather?" },
    {
      role: "assistant",
      content: null,
      tool_calls: [{ id: "1", type: "function", function: { name: "w", arguments: "{}" } }],
    },
    { role: "tool", tool_call_id: "1", content: "rain" },
  ] as ChatCompletionRequest["messages"];

  test.each<[string, Match, Partial<ChatCompletionRequest>, Partial<ChatCompletionRequest>]>([
    ["operation", { operation: "chat.*" }, {}, { model: "acme/one", messages: [] as never }],
    ["model", { model: "acme/*" }, {}, { model: "acme/none" }],
    ["last user text", { userMessage: /hel+o/i }, { messages: [{ role: "user", content: "Hello" }] }, {}],
    [
      "turn",
      { turn: 2 },
      {
        messages: [
          { role: "user", content: "a" },
          { role: "user", content: "b" },
        ],
      },
      {},
    ],
    ["a tool result", { toolResult: "rain" }, { messages: weather }, {}],
    ["any tool result", { toolResult: true }, { messages: weather }, {}],
    ["no tool result", { toolResult: false }, {}, { messages: weather }],
    [
      "JSON pointer",
      { body: { "/temperature": 0.5, "/messages/0/role": "user" } },
      { temperature: 0.5 },
      { temperature: 0.6 },
    ],
    ["predicate", { predicate: ({ input }) => input.seed === 7 }, { seed: 7 }, { seed: 8 }],
  ])("a rule can match by %s", async (_, match, good, bad) => {
    const server = serve();
    server.on(match).reply("matched");
    expect(await say(server, "x", good)).toBe("matched");
    expect(await say(server, "x", bad).catch(() => "refused")).not.toBe("matched");
  });

  test("a rule can match by header and by API key", async () => {
    const server = serve();
    server.on({ headers: { "x-case": { regex: "^ret" } } }).reply("by header");
    server.on({ apiKey: "sk-or-v1-ada" }).reply("by key");
    const request = { model: "acme/one", messages: [{ role: "user", content: "x" }] } satisfies ChatCompletionRequest;
    const withHeader = new Patchbay({
      apiKey: "sk-or-v1-b",
      fetch: server.fetch,
      defaultHeaders: { "x-case": "retry" },
    });
    expect((await withHeader.chat.completions.create(request)).choices[0]!.message.content).toBe("by header");
    expect((await connect(server, "sk-or-v1-ada").chat.completions.create(request)).choices[0]!.message.content).toBe(
      "by key",
    );
    expect(await say(server, "x")).toBe("x");
  });

  test("rules can script a tool call and the reply to its result", async () => {
    const server = serve();
    server
      .on({ userMessage: "weather" })
      .reply({ toolCalls: [{ name: "get_weather", arguments: { city: "Lisbon" } }] });
    server
      .on({ toolResult: true })
      .reply(({ input }) => `It is ${(input.messages as { content: string }[]).at(-1)!.content}.`);
    const called = await connect(server).chat.completions.create({
      model: "acme/one",
      messages: [{ role: "user", content: "weather" }],
    });
    expect(called.choices[0]!.message.tool_calls![0]!.function).toEqual({
      name: "get_weather",
      arguments: '{"city":"Lisbon"}',
    });
    expect(await say(server, "", { messages: weather })).toBe("It is rain.");
  });

  test("a reply with `error` triggers fallback, and a reply with `status` reaches the client", async () => {
    const server = serve();
    server.on({ userMessage: "provider" }).reply({ error: { status: 500, message: "broken" } }, "the other one");
    expect(await say(server, "provider")).toBe("the other one");
    expect(server.journal.last!.attempts.map(({ status }) => status)).toEqual([500, 200]);
    server.on({ userMessage: "service" }).reply({ status: 500 });
    await expect(say(server, "service")).rejects.toMatchObject({ status: 500 });
    expect(server.journal.last!.attempts).toEqual([]);
  });

  test("a rule can answer any operation with any body", async () => {
    const server = serve();
    server
      .on({ operation: "models.list" })
      .reply({ status: 200, body: { data: [], total_count: 0, links: { next: null } } });
    expect((await connect(server).models.list()).data).toEqual([]);
    server.on({ operation: "credits.get" }).reply({ status: 500, message: "out of order" });
    await expect(connect(server, "sk-or-mgmt-x").credits.get()).rejects.toThrow("out of order");
  });

  test("a rule with a probability applies to its share of requests, reproducibly for a seed", async () => {
    const outcomes = async (seed: number): Promise<string[]> => {
      const server = serve({ seed });
      server.on({}, { probability: 0.3 }).reply("hit");
      const said: string[] = [];
      for (let turn = 0; turn < 60; turn++) said.push(await say(server, "x"));
      return said;
    };
    const first = await outcomes(1);
    expect(first).toEqual(await outcomes(1));
    const hits = first.filter((text) => text === "hit").length;
    expect(hits).toBeGreaterThan(6);
    expect(hits).toBeLessThan(32);
  });

  test("`delay` postpones the start of a response", async () => {
    const server = serve();
    server.on().reply({ content: "late", delay: 80 });
    const started = performance.now();
    await say(server, "x");
    expect(performance.now() - started).toBeGreaterThanOrEqual(78);
  });

  test("the response and the journal of a near miss name the closest rule and its differences", async () => {
    const server = serve();
    server.on({ model: "acme/one", userMessage: "weather" }, { name: "weather" }).reply("sunny");
    server.on({ model: "acme/two", userMessage: "news" }, { name: "news" }).reply("none");
    const response = await server.fetch("http://x/api/v1/chat/completions", {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-test" },
      body: JSON.stringify({ model: "acme/one", messages: [{ role: "user", content: "wether?" }] }),
    });
    expect(response.headers.get("x-patchbay-near-miss")).toBe(
      "weather: userMessage expected weather, got wether? | news: model expected acme/two, got acme/one; userMessage expected news, got wether?",
    );
    expect(server.journal.last!.nearMisses[0]).toEqual({
      rule: "weather",
      differences: [{ field: "userMessage", expected: "weather", received: "wether?" }],
    });
  });

  test("with `strict` a request without a matching rule is rejected with the differences", async () => {
    const server = serve({
      strict: true,
      rules: [{ name: "weather", match: { userMessage: "weather" }, reply: "sunny", times: 1 }],
    });
    await expect(say(server, "wether?")).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(
        "No rule matches this request. weather: userMessage expected weather, got wether?",
      ) as string,
    });
    await say(server, "weather");
    await expect(say(server, "weather")).rejects.toThrow("weather: times expected at most 1, got request 2");
  });

  test("a near miss does not reveal the API key of a rule", async () => {
    const server = serve();
    server.on({ apiKey: "sk-or-v1-secret" }).reply("x");
    await say(server, "x");
    expect(JSON.stringify(server.journal.last)).not.toContain("sk-or-v1");
  });
});

test("an unknown match field is rejected, because a rule without conditions matches every request", () => {
  const server = serve();
  expect(() => server.on({ path: "/chat" } as never).reply("x")).toThrow(
    "Invalid rule: /match/path is not a known property; allowed: operation, model,",
  );
  expect(server.rules).toHaveLength(0);
});

test("an unknown provider is rejected in options, code and files, and nothing changes", () => {
  expect(() => serve({ providers: { alfa: "down" } })).toThrow(
    "alfa is not a provider of the catalog, nor the tag of an endpoint.",
  );
  const server = serve({ rules: [{ reply: "kept" }] });
  expect(() => server.setProviderState("alfa", "down")).toThrow(RangeError);
  expect(() => server.setProviderState("alpha", "sad" as "down")).toThrow("expected one of up, degraded");
  expect(() => server.load({ providers: { alfa: "down" }, rules: [] })).toThrow("alfa is not a provider");
  expect(server.rules).toHaveLength(1);
});

describe("the journal", () => {
  test("contains request, attempts, cost, duration and response", async () => {
    const server = serve({ providers: { alpha: "down" } });
    await say(server, "hello", { provider: { sort: "price" }, temperature: 0.3 });
    expect(server.journal.last).toMatchObject({
      id: 1,
      method: "POST",
      path: "/api/v1/chat/completions",
      operation: "chat.completions.create",
      input: { temperature: 0.3 },
      status: 200,
      attempts: [
        { provider: "ALPHA", model: "acme/one", status: 502 },
        { provider: "BETA", model: "acme/one", status: 200 },
      ],
      response: { choices: [{ message: { content: "hello" } }] },
    });
    expect(server.journal.last!.cost).toBeGreaterThan(0);
    expect(server.journal.last!.durationMs).toBeGreaterThan(0);
  });

  test("finds requests by the match fields of rules", async () => {
    const server = serve();
    await say(server, "one");
    await say(server, "two", { temperature: 1 });
    expect(server.journal.entries({ userMessage: "two" })).toHaveLength(1);
    expect(server.journal.entries({ body: { "/temperature": 1 } })[0]!.id).toBe(2);
    expect(server.journal.entries({ model: "acme/*" })).toHaveLength(2);
  });

  test("contains rejected requests, and the payloads and cost of a stream", async () => {
    const server = serve();
    await say(server, "x", { temperature: 9 }).catch(() => undefined);
    expect(server.journal.last).toMatchObject({ status: 400, cost: 0 });
    await Array.fromAsync(
      connect(server).chat.completions.stream({ model: "acme/one", messages: [{ role: "user", content: "hi" }] }),
    );
    const { response, cost } = server.journal.last!;
    expect((response as unknown[]).at(-1)).toBe("[DONE]");
    expect(cost).toBeGreaterThan(0);
  });

  test("is bounded and keeps counting", async () => {
    const server = serve({ journalSize: 10 });
    for (let turn = 0; turn < 35; turn++) await say(server, `turn ${turn}`);
    const entries = server.journal.entries();
    expect(entries.length).toBeGreaterThanOrEqual(10);
    expect(entries.length).toBeLessThan(20);
    expect(server.journal.count).toBe(35);
    expect(entries.at(-1)!.id).toBe(35);
  });
});

test.each([
  [
    { kind: "error-200" },
    /\/fault\/kind "error-200" is not a valid kind of fault; use connection_refused, connection_reset/,
  ],
  [{ kind: "oversized_event" }, /\/fault\/bytes is required and missing/],
  [[{ kind: "missing_done" }, { kind: "truncated", afterBytes: "ten" }], /\/fault\/1\/afterBytes expected/],
])("the fault %j is rejected in code when its rule is added", (fault, message) => {
  const server = serve();
  expect(() => server.on().reply({ content: "x", fault } as never)).toThrow(message);
  expect(server.rules).toEqual([]);
});

describe("sessions", () => {
  test("have their own credits, rules, journal, clock and seed, in code and by path", async () => {
    const server = serve({ credits: 1 });
    const [ada, bob] = [server.session("ada"), server.session("bob")];
    ada.on().reply("for ada");
    expect([await say(ada, "x"), await say(bob, "x"), await say(server, "x")]).toEqual(["for ada", "x", "x"]);
    expect([ada.journal.count, bob.journal.count, server.journal.count]).toEqual([1, 1, 1]);
    const listening = await server.listen({ port: 0 });
    const inPath = new Patchbay({ apiKey: "sk-or-v1-test", baseURL: listening.baseURL.replace("/api", "/s/ada/api") });
    const reply = await inPath.chat.completions.create({
      model: "acme/one",
      messages: [{ role: "user", content: "x" }],
    });
    expect(reply.choices[0]!.message.content).toBe("for ada");
    expect(ada.journal.count).toBe(2);
    await listening.close();
  });

  test("reset restores the initial state of the options", async () => {
    const server = serve({ rules: [{ reply: "from the start" }] });
    server.on().reply("later");
    await say(server, "x");
    server.reset();
    expect(server.journal.count).toBe(0);
    expect(await say(server, "x")).toBe("from the start");
    expect((await connect(server, "sk-or-mgmt-test").credits.get()).data.total_usage).toBeGreaterThan(0);
  });

  test("advanceTime moves the clock forward", async () => {
    const server = serve({ now: () => 0 });
    server.advanceTime(90_000);
    const reply = await connect(server).chat.completions.create({
      model: "acme/one",
      messages: [{ role: "user", content: "x" }],
    });
    expect(reply.created).toBe(90);
  });
});

describe("the control API", () => {
  const call = async (
    server: MockServer,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const response = await server.fetch(`http://127.0.0.1:4010${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  test("sets rules, provider states, clock and credits, and reads the journal", async () => {
    const server = serve({ now: () => 0, credits: 0.0001 });
    expect(
      await call(server, "POST", "/_patchbay/rules", [{ name: "hi", match: { userMessage: "hi" }, reply: "by rule" }]),
    ).toEqual({ status: 201, body: { added: 1 } });
    expect(await say(server, "hi")).toBe("by rule");
    expect((await call(server, "GET", "/_patchbay/rules")).body).toEqual({
      rules: [{ name: "hi", timesUsed: 1, timesRemaining: null }],
    });
    expect((await call(server, "POST", "/_patchbay/providers", { alpha: "down" })).body).toMatchObject({
      alpha: "down",
      beta: "up",
    });
    await say(server, "hi", { provider: { sort: "price" } });
    expect((await call(server, "POST", "/_patchbay/clock", { advanceMs: 5000 })).body).toEqual({ now: 5000 });
    expect(
      (await call(server, "POST", "/_patchbay/credits", { account: "test", add: 3 })).body.available,
    ).toBeGreaterThan(3);
    const journal = (await call(server, "GET", "/_patchbay/journal?after=1")).body as {
      count: number;
      entries: { attempts: unknown[] }[];
    };
    expect(journal.count).toBe(2);
    expect(journal.entries).toHaveLength(1);
    expect(journal.entries[0]!.attempts).toHaveLength(2);
    expect((await call(server, "POST", "/_patchbay/reset")).status).toBe(200);
    expect((await call(server, "GET", "/_patchbay/journal")).body).toEqual({ count: 0, entries: [] });
  });

  test("resets with a scenario, and changes nothing if the scenario is invalid", async () => {
    const server = serve();
    const begin = (body: unknown): Promise<{ status: number; body: Record<string, unknown> }> =>
      call(server, "POST", "/s/ada/_patchbay/reset", body);
    expect((await begin({ seed: 7, credits: 0.5, rules: [{ reply: "ada's" }] })).status).toBe(200);
    const ada = server.session("ada");
    expect(await say(ada, "x")).toBe("ada's");
    expect(await say(server, "x")).toBe("x");
    expect(await begin({ seed: "seven" })).toMatchObject({ status: 400, body: { error: { pointer: "/seed" } } });
    expect(await begin({ providers: { unknown: "down" } })).toMatchObject({
      status: 400,
      body: {
        error: { pointer: "/providers", message: expect.stringContaining("unknown is not a provider") as string },
      },
    });
    expect(await say(ada, "x")).toBe("ada's");
    const credits = (await connect(ada, "sk-or-mgmt-test").credits.get()).data;
    expect(credits.total_credits).toBe(0.5);
  });

  test("gives sessions of one seed the same replies with different ids, which each session repeats", async () => {
    const draw = async (name: string, seed: number): Promise<{ id: string; content: string | null | undefined }> => {
      const server = createMockServer({ now: () => Date.UTC(2030, 0, 1) }).session(name, { seed });
      const { choices, id } = await connect(server).chat.completions.create({
        model: "openai/gpt-4o-mini",
        messages: [{ role: "user", content: "Why is the sky blue, and the sea?" }],
      });
      return { id, content: choices[0]!.message.content };
    };
    const first = await draw("a", 7);
    expect(await draw("a", 7)).toEqual(first);
    const other = await draw("b", 7);
    expect(other.content).toBe(first.content);
    expect(other.id).not.toBe(first.id);
    expect((await draw("a", 9)).content).not.toBe(first.content);
  });

  test("answers only to host names of this machine on a port", async () => {
    const listening = await serve().listen({ port: 0 });
    const ask = (host: string, path = "/_patchbay/rules"): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        get({ port: listening.port, path, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on("error", reject);
      });
    expect(await ask(`127.0.0.1:${listening.port}`)).toBe(200);
    expect(await ask(`localhost:${listening.port}`)).toBe(200);
    expect(await ask(`rebound.example:${listening.port}`)).toBe(404);
    expect(await ask(`rebound.example:${listening.port}`, "/s/ada/_patchbay/rules")).toBe(404);
    expect(await ask(`localhost:${listening.port}`, "/s/ada/_patchbay/rules")).toBe(200);
    await listening.close();
  });

  test("controls a session by its path", async () => {
    const server = serve();
    await call(server, "POST", "/s/ada/_patchbay/rules", { reply: "ada's" });
    expect(await say(server.session("ada"), "x")).toBe("ada's");
    expect(await say(server, "x")).toBe("x");
  });

  test.each([
    ["no JSON", "/_patchbay/rules", "{", /not valid JSON: unexpected end of text at position 1/, ""],
    ["a rule without a reply", "/_patchbay/rules", {}, /is required/, "/reply"],
    [
      "a field that is unknown",
      "/_patchbay/rules",
      { reply: "x", whem: {} },
      /is not a known property; allowed: name, match/,
      "/whem",
    ],
    [
      "a condition that is unknown",
      "/_patchbay/rules",
      { reply: "x", match: { usermessage: "x" } },
      /is not a known property/,
      "/match/usermessage",
    ],
    [
      "an invalid regular expression",
      "/_patchbay/rules",
      { reply: "x", match: { userMessage: { regex: "(" } } },
      /with a valid regular expression/,
      "/match/userMessage",
    ],
    [
      "an unknown fault",
      "/_patchbay/rules",
      [{ reply: [{ fault: { kind: "explode" } }] }],
      /use connection_refused, connection_reset/,
      "/0/reply/0/fault/kind",
    ],
    [
      "a fault without what it needs",
      "/_patchbay/rules",
      { reply: { fault: { kind: "oversized_event" } } },
      /is required/,
      "/reply/fault/bytes",
    ],
    [
      "a fault with nonsense",
      "/_patchbay/rules",
      { reply: { fault: { kind: "truncated", afterEvents: -1 } } },
      /whole number/,
      "/reply/fault/afterEvents",
    ],
    [
      "a field of another fault",
      "/_patchbay/rules",
      { reply: { fault: { kind: "connection_refused", ms: 1 } } },
      /is not a known property/,
      "/reply/fault/ms",
    ],
    ["a status that is none", "/_patchbay/rules", { reply: { status: 42 } }, /an HTTP status/, "/reply/status"],
    [
      "a failure without a status",
      "/_patchbay/rules",
      { reply: { error: { message: "x" } } },
      /is required/,
      "/reply/error/status",
    ],
    ["a probability above one", "/_patchbay/rules", { reply: "x", probability: 30 }, /from 0 to 1/, "/probability"],
    [
      "an unknown provider",
      "/_patchbay/providers",
      { unknown: "down" },
      /is not a provider of the catalog/,
      "/unknown",
    ],
    ["an unknown state", "/_patchbay/providers", { alpha: "sad" }, /expected one of up, degraded.*got "sad"/, "/alpha"],
    [
      "no time",
      "/_patchbay/clock",
      { advanceMs: "soon" },
      /must be a number of milliseconds, got "soon"/,
      "/advanceMs",
    ],
    ["no money", "/_patchbay/credits", { add: "1" }, /must be a number of US dollars, got "1"/, "/add"],
    ["credits without an amount", "/_patchbay/credits", { account: "test" }, /needs `add` or `set`/, ""],
    ["credits with two amounts", "/_patchbay/credits", { add: 1, set: 2 }, /cannot be combined with `add`/, "/set"],
    ["the former name of `add`", "/_patchbay/credits", { usd: 5 }, /was renamed to `add`/, "/usd"],
  ])("rejects %s with 400 and the pointer, and changes nothing", async (_, path, body, message, pointer) => {
    const server = serve();
    const answer = await call(server, "POST", path, body);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 400, message: expect.stringMatching(message) as string, pointer } },
    });
    expect(server.rules).toEqual([]);
  });

  test("returns 404 for unknown paths, 405 for wrong methods and 403 for pages of other origins", async () => {
    const server = serve();
    expect((await call(server, "GET", "/_patchbay/none")).status).toBe(404);
    expect((await call(server, "PUT", "/_patchbay/rules")).status).toBe(405);
    const foreign = await server.fetch("http://127.0.0.1:4010/_patchbay/reset", {
      method: "POST",
      headers: { origin: "https://evil.example" },
    });
    expect(foreign.status).toBe(403);
  });

  test("returns 404 with `control: false`", async () => {
    expect((await call(serve({ control: false }), "GET", "/_patchbay/health")).status).toBe(404);
  });
});

describe("service routes", () => {
  test("return health, the contract and Prometheus metrics", async () => {
    const server = serve();
    await say(server, "x");
    await say(server, "x", { temperature: 9 }).catch(() => undefined);
    const text = async (path: string): Promise<string> => (await server.fetch(`http://x${path}`)).text();
    expect(JSON.parse(await text("/health"))).toEqual({ status: "ok" });
    expect(JSON.parse(await text("/openapi.json"))).toMatchObject({
      openapi: expect.stringMatching(/^3\.1/) as string,
    });
    const metrics = await text("/metrics");
    expect(metrics).toContain("patchbay_requests_total 2\n");
    expect(metrics).toContain('patchbay_requests_by_status_total{status="400"} 1');
    expect(metrics).toMatch(/patchbay_spent_usd_total\{provider="(?:alpha|beta)"\} 0\.00000\d+/);
    expect(metrics).toMatch(/patchbay_pending_requests\{model="acme\/one",endpoint="(?:alpha|beta)"\} 0/);
  });

  test("let pages of any origin use the API, and none the control API", async () => {
    const server = serve();
    const asked = await server.fetch("http://x/api/v1/chat/completions", {
      method: "OPTIONS",
      headers: { origin: "https://app.example", "access-control-request-method": "POST" },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-headers")).toContain("authorization");
    const models = await server.fetch("http://x/api/v1/models", { headers: { origin: "https://app.example" } });
    expect(models.headers.get("access-control-allow-origin")).toBe("*");
    const control = await server.fetch("http://x/_patchbay/rules", { headers: { origin: "https://app.example" } });
    expect(control.status).toBe(403);
    expect(control.headers.get("access-control-allow-origin")).toBeNull();
  });
});
