// Rules are checked completely when they are added: a rule is rejected with every mistake, or it works.
import fc from "fast-check";
import { createMockServer, parseScenario, type MockServer, type Rule } from "@patchbay/mock-server";
import { describe, expect, test, vi } from "vitest";
import { anyRule, odd } from "../support/any-rule.ts";

const chat = { model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] };
const tools = [{ type: "function", function: { name: "f", parameters: { type: "object" } } }];

function post(server: MockServer, path: string, body: unknown, init: RequestInit = {}): Promise<Response> {
  return server.fetch(`http://127.0.0.1:4010${path}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { authorization: "Bearer sk-or-v1-test", "x-a": "1" },
    ...init,
  });
}

interface ControlError {
  readonly error: { pointer: string; message: string; issues: { pointer: string; message: string }[] };
}

const addRule = (server: MockServer, rule: unknown): Promise<Response> => post(server, "/_patchbay/rules", rule);

describe("a rule with a mistake is rejected over HTTP, in a file and in code, with its location", () => {
  test.each<[pointer: string, rule: unknown]>([
    ["/match/userMessage", { match: { userMessage: { regex: "x", flags: "zz" } }, reply: "a" }],
    ["/match/userMessage", { match: { userMessage: { regex: "x", flags: "uv" } }, reply: "a" }],
    ["/match/userMessage/flag", { match: { userMessage: { regex: "x", flag: "i" } }, reply: "a" }],
    ["/match/userMessage/regex", { match: { userMessage: { flags: "i" } }, reply: "a" }],
    ["/match/userMessage", { match: { userMessage: null }, reply: "a" }],
    ["/match/toolResult", { match: { toolResult: 5 }, reply: "a" }],
    ["/match/headers/x-a", { match: { headers: { "x-a": 5 } }, reply: "a" }],
    ["/match/headers/x-a", { match: { headers: { "x-a": { regex: "(" } } }, reply: "a" }],
    ["/match/headers/x a", { match: { headers: { "x a": "1" } }, reply: "a" }],
    ["/match/headers/", { match: { headers: { "": "1" } }, reply: "a" }],
    ["/match/body/temperature", { match: { body: { temperature: 1 } }, reply: "a" }],
    ["/match/body/~1a~02", { match: { body: { "/a~2": 1 } }, reply: "a" }],
    ["/reply/headers/set-cookie", { reply: { status: 200, headers: { "set-cookie": [] } } }],
    ["/reply/headers/set-cookie/1", { reply: { status: 200, headers: { "set-cookie": ["a=1", 2] } } }],
    ["/reply/headers/set-cookie/0", { reply: { content: "x", headers: { "set-cookie": ["a\nb"] } } }],
    ["/reply/raw/headers/content-length", { reply: { raw: { text: "x", headers: { "content-length": ["1"] } } } }],
    ["/match/operation", { match: { operation: "nope.*" }, reply: "a" }],
    ["/match", { match: null, reply: "a" }],
    ["/match", { match: [], reply: "a" }],
    ["/on/userMesage", { on: { userMesage: "a" }, reply: "a" }],
    ["/on", { match: {}, on: {}, reply: "a" }],
    ["/name", { name: null, reply: "a" }],
    ["/times", { times: 1.5, reply: "a" }],
    ["/probability", { probability: "0.5", reply: "a" }],
    ["/reply", { reply: null }],
    ["/reply", { reply: [] }],
    ["/reply/0", { reply: [[]] }],
    ["/reply/content", { reply: { content: null } }],
    ["/reply/toolCalls/0", { reply: { toolCalls: [null] } }],
    ["/reply/toolCalls/0/name", { reply: { toolCalls: [{}] } }],
    ["/reply/toolCalls/0/name", { reply: { toolCalls: [{ name: 5 }] } }],
    ["/reply/toolCalls/0/args", { reply: { toolCalls: [{ name: "f", args: {} }] } }],
    ["/reply/images/0", { reply: { images: [5] } }],
    ["/reply/annotations/0", { reply: { annotations: [null] } }],
    ["/reply/annotations/0/type", { reply: { annotations: [{ type: "link" }] } }],
    [
      "/reply/annotations/0/url_citation/url",
      {
        reply: { annotations: [{ type: "url_citation", url_citation: { title: "t", start_index: 0, end_index: 1 } }] },
      },
    ],
    ["/reply/error/status", { reply: { error: { status: 200, message: "x" } } }],
    ["/reply/error/status", { reply: { error: { message: "x" } } }],
    ["/reply/error/retryAfterMs", { reply: { error: { status: 429, message: "x", retryAfterMs: -1 } } }],
    ["/reply/status", { reply: { status: 100 } }],
    ["/reply/status", { reply: { status: 600 } }],
    ["/reply/status", { reply: { status: "429" } }],
    ["/reply/body", { reply: { status: 204, body: {} } }],
    ["/reply/body", { reply: { status: 304, body: null } }],
    ["/reply/message", { reply: { status: 200, message: "fine" } }],
    ["/reply/content", { reply: { status: 503, content: "no effect" } }],
    ["/reply/error", { reply: { body: {}, error: { status: 500, message: "x" } } }],
    ["/reply/headers/x", { reply: { status: 200, headers: { x: "a\nb" } } }],
    ["/reply/headers/x", { reply: { status: 200, headers: { x: "漢" } } }],
    ["/reply/headers/x", { reply: { status: 200, headers: { x: null } } }],
    ["/reply/headers/a b", { reply: { status: 200, headers: { "a b": "1" } } }],
    ["/reply/headers/Content-Length", { reply: { status: 200, headers: { "Content-Length": "5" } } }],
    ["/reply/headers/Transfer-Encoding", { reply: { content: "x", headers: { "Transfer-Encoding": "gzip" } } }],
    ["/reply/headers/x-b", { reply: { status: 200, headers: { "X-B": "1", "x-b": "2" } } }],
    ["/reply/delay", { reply: { content: "x", delay: -1 } }],
    ["/reply/delay", { reply: { content: "x", delay: 1e12 } }],
    ["/reply/fault", { reply: { fault: null } }],
    ["/reply/fault", { reply: { fault: "stall" } }],
    ["/reply/fault/kind", { reply: { fault: { kind: "constructor" } } }],
    [
      "/reply/fault/1/afterEvents",
      { reply: { fault: [{ kind: "missing_done" }, { kind: "truncated", afterEvents: 0.5 }] } },
    ],
    ["/reply/fault/value", { reply: { fault: { kind: "wrong_content_type", value: "a\nb" } } }],
    ["/reply/fault/bytes", { reply: { fault: { kind: "oversized_event", bytes: 1e9 } } }],
    ["/reply/fault/count", { reply: { fault: { kind: "keep_alive_comments", count: 1e8 } } }],
    ["/reply/fault/status", { reply: { fault: { kind: "mid_stream_error", status: 200 } } }],
    ["/reply/raw/split", { reply: { raw: { text: "x", split: "word" } } }],
    ["/reply/raw/split", { reply: { raw: { text: "x", split: 0 } } }],
    ["/reply/raw/split", { reply: { raw: { text: "abc", split: [2, 1] } } }],
    ["/reply/raw/split", { reply: { raw: { chunks: ["a"], split: "byte" } } }],
    ["/reply/raw", { reply: { raw: { text: "a", base64: "YQ==" } } }],
    ["/reply/raw/base64", { reply: { raw: { base64: "?" } } }],
    ["/reply/raw/chunks/0", { reply: { raw: { chunks: [{ text: "a", base64: "YQ==" }] } } }],
    ["/reply/raw/chunks/1/gap", { reply: { raw: { chunks: ["a", { text: "b", gap: -1 }] } } }],
    ["/reply/raw/end", { reply: { raw: { text: "a", end: "hang" } } }],
    ["/reply/raw/status", { reply: { raw: { status: 204, text: "a" } } }],
    ["/reply/raw/headers/content-length", { reply: { raw: { text: "abc", headers: { "content-length": 2 } } } }],
    ["/reply/raw/headers/content-length", { reply: { raw: { text: "abc", headers: { "content-length": 9 } } } }],
    ["/reply/fault", { reply: { raw: { text: "a" }, fault: { kind: "missing_done" } } }],
    ["", 5],
    ["", null],
    ["", "a rule"],
  ])("at %s: %j", async (pointer, rule) => {
    const server = createMockServer();
    const refused = await addRule(server, rule);
    const { error } = (await refused.json()) as ControlError;
    expect(refused.status).toBe(400);
    expect(error.pointer).toBe(pointer);
    expect(error.issues[0]!.pointer).toBe(pointer);
    expect(error.message).toContain(pointer || "/");
    expect(() => server.load({ rules: [rule as Rule] })).toThrow(RangeError);
    await expect(parseScenario(JSON.stringify({ rules: [rule] }), "rules.json")).rejects.toThrow(
      `rules.json:1: /rules/0${pointer}`,
    );
    const reset = await post(server, "/_patchbay/reset", { rules: [rule] });
    expect(((await reset.json()) as ControlError).error.pointer).toBe(`/rules/0${pointer}`);
    expect(server.rules).toEqual([]);
  });
});

test("one error lists every mistake of every rule, and no rule is added", async () => {
  const server = createMockServer();
  const rules = [
    { reply: "fine" },
    { reply: { contnt: "x", delay: -1 }, times: -1, match: { turn: 0 } },
    { reply: "x", probability: 2 },
  ];
  const refused = await addRule(server, rules);
  const { error } = (await refused.json()) as ControlError;
  expect(error.issues.map(({ pointer }) => pointer).toSorted()).toEqual([
    "/1/match/turn",
    "/1/reply/contnt",
    "/1/reply/delay",
    "/1/times",
    "/2/probability",
  ]);
  expect(error.message).toContain("Did you mean `content`?");
  for (const { pointer } of error.issues) expect(error.message).toContain(pointer);
  expect(() => createMockServer({ rules })).toThrow(/\/1\/reply\/contnt[^]*\/2\/probability/);
  expect(server.rules).toEqual([]);
});

test("an error about a hundred mistakes lists twenty and counts the rest", async () => {
  const rules = Array.from({ length: 100 }, () => ({ reply: 5 }));
  const { error } = (await (await addRule(createMockServer(), rules)).json()) as ControlError;
  expect(error.issues).toHaveLength(20);
  expect(error.message).toContain("… and 80 more.");
});

test("a mistake in the rules of `load` leaves rules and provider states unchanged", () => {
  const server = createMockServer({ rules: [{ name: "kept", reply: "x" }] });
  const rules = [{ reply: "y" }, { reply: "z", probability: 9 }];
  expect(() => server.load({ rules, providers: { openai: "down" } })).toThrow("/1/probability");
  expect(server.rules).toMatchObject([{ name: "kept" }]);
  expect(server.snapshot()).toBeDefined();
});

test("`on` is another name for `match`, in code, in files and over HTTP", async () => {
  const rule = { on: { userMessage: "Hi" }, reply: "by rule" };
  const fromFile = createMockServer(await parseScenario(JSON.stringify({ rules: [rule] }), "rules.json"));
  const inCode = createMockServer({ rules: [rule] });
  const overHttp = createMockServer();
  expect((await addRule(overHttp, rule)).status).toBe(201);
  for (const server of [fromFile, inCode, overHttp]) {
    const said = async (content: string): Promise<unknown> => {
      const answer = await post(server, "/api/v1/chat/completions", { ...chat, messages: [{ role: "user", content }] });
      return ((await answer.json()) as { choices: { message: { content: string } }[] }).choices[0]!.message.content;
    };
    expect(await said("Hi")).toBe("by rule");
    expect(await said("Bye")).not.toBe("by rule");
  }
});

test.each<[name: string, pointer: string, message: string, rule: object]>([
  ["chance", "/chance", "was renamed to `probability`.", { reply: "x", chance: 0.5 }],
  ["match.lastUser", "/match/lastUser", "was renamed to `userMessage`.", { reply: "x", match: { lastUser: "x" } }],
  ["on.key", "/on/key", "was renamed to `apiKey`.", { reply: "x", on: { key: "x" } }],
  [
    "error.retryAfter",
    "/reply/error/retryAfter",
    "was renamed to `retryAfterMs`.",
    { reply: { error: { status: 429, message: "x", retryAfter: 5 } } },
  ],
])("the former rule field %s is rejected with its new name", async (_, pointer, message, rule) => {
  const { error } = (await (await addRule(createMockServer(), rule)).json()) as ControlError;
  expect(error.issues).toEqual([{ pointer, message }]);
  expect(() => createMockServer({ rules: [rule as never] })).toThrow(`${pointer} ${message}`);
});

test.each([
  ["refused", "connection_refused"],
  ["reset", "connection_reset"],
  ["cut", "truncated"],
  ["comments", "keep_alive_comments"],
  ["error-chunk", "mid_stream_error"],
  ["error-in-200", "error_in_200"],
  ["malformed", "malformed_json"],
  ["no-done", "missing_done"],
  ["content-type", "wrong_content_type"],
  ["whitespace", "leading_whitespace"],
  ["finish-reason", "finish_reason"],
  ["arguments", "invalid_tool_arguments"],
  ["huge", "oversized_event"],
])("the former fault %s is rejected with its new name", async (former, today) => {
  const { error } = (await (
    await addRule(createMockServer(), { reply: { fault: { kind: former } } })
  ).json()) as ControlError;
  expect(error.issues).toEqual([{ pointer: "/reply/fault/kind", message: `"${former}" was renamed to "${today}".` }]);
});

test("the former `how: twice` of the usage fault is rejected with `duplicate`", () => {
  const rules = [{ reply: { fault: { kind: "usage", how: "twice" } } } as never];
  expect(() => createMockServer({ rules })).toThrow('/reply/fault/how "twice" was renamed to "duplicate".');
});

test("the former fault `slow` is rejected, and the message shows a reply's `delay`", () => {
  const rules = [{ reply: { content: "x", fault: { kind: "slow", ms: 5 } } } as never];
  expect(() => createMockServer({ rules })).toThrow('"slow" was removed, since `delay` of the reply does the same');
});

test("the former match field `where` is rejected with the name `predicate`", () => {
  const rule = { match: { where: () => true }, reply: "x" };
  expect(() => createMockServer({ rules: [rule as never] })).toThrow("/match/where was renamed to `predicate`.");
});

test("the former rule field `when` is read as `match`, with one warning line", async () => {
  using warn = vi.spyOn(console, "warn").mockReturnValue();
  const server = createMockServer();
  const rules = ["Hi", "Bye"].map((userMessage) => ({ when: { userMessage }, reply: "by rule" }));
  expect((await addRule(server, rules)).status).toBe(201);
  await post(server, "/api/v1/chat/completions", { ...chat, messages: [{ role: "user", content: "Hi" }] });
  expect(server.rules).toMatchObject([{ timesUsed: 0 }, { timesUsed: 1 }]);
  expect(warn.mock.calls).toEqual([
    ["patchbay-mock: The field `when` of a rule was renamed to `match`. Rename it in your rules."],
  ]);
});

test("a rule with two of `match`, `on` and `when` is rejected", () => {
  const rules = [{ when: {}, match: {}, reply: "x" } as never];
  expect(() => createMockServer({ rules })).toThrow("/when is an alias of `match`, and the rule has both.");
});

test("a header condition of null means that the header is absent", async () => {
  const server = createMockServer({ rules: [{ match: { headers: { "x-debug": null } }, reply: { status: 418 } }] });
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (
      await post(server, "/api/v1/chat/completions", chat, {
        headers: { authorization: "Bearer sk-or-v1-test", ...headers },
      })
    ).status;
  expect(await ask({})).toBe(418);
  expect(await ask({ "X-Debug": "" })).toBe(200);
  expect(server.journal.last!.nearMisses[0]!.differences).toEqual([
    { field: "headers.x-debug", expected: "absent", received: "another value" },
  ]);
});

test("a string that looks like a regular expression is refused in files and over HTTP with the right form", async () => {
  const rule = { match: { userMessage: "/hel+o/i" }, reply: "x" };
  const { error } = (await (await addRule(createMockServer(), rule)).json()) as ControlError;
  expect(error.message).toContain('Write {"regex":"hel+o","flags":"i"}');
});

test("objects in a body condition are compared without regard to the order of their members", async () => {
  const server = createMockServer({
    rules: [{ match: { body: { "/provider": { sort: "price", order: ["openai"] } } }, reply: { status: 418 } }],
  });
  const ask = (provider: object): Promise<Response> => post(server, "/api/v1/chat/completions", { ...chat, provider });
  expect((await ask({ order: ["openai"], sort: "price" })).status).toBe(418);
  expect((await ask({ order: ["azure"], sort: "price" })).status).not.toBe(418);
});

test.each([
  [
    "deeper than 64 levels",
    { reply: { status: 200, body: JSON.parse("[".repeat(2000) + "]".repeat(2000)) as unknown } },
  ],
  ["of 200,000 members", { reply: { status: 200, body: Array.from({ length: 200_000 }, () => 0) } }],
  ["of 20 million characters", { reply: { status: 200, body: "x".repeat(20_000_000) } }],
])("a rule %s is refused", async (_, rule) => {
  const server = createMockServer();
  expect((await addRule(server, rule)).status).toBe(400);
  expect(() => server.load({ rules: [rule] })).toThrow(RangeError);
});

test("a rule with a cycle is refused in code", () => {
  const body: Record<string, unknown> = {};
  body.self = body;
  expect(() => createMockServer().on().reply({ status: 200, body })).toThrow("nested deeper than 64 levels");
});

test("a server accepts up to 10,000 rules and rejects the next with the limit", async () => {
  const server = createMockServer({ rules: Array.from({ length: 9_999 }, () => ({ reply: "x" })) });
  expect((await addRule(server, { reply: "x" })).status).toBe(201);
  const { error } = (await (await addRule(server, { reply: "x" })).json()) as ControlError;
  expect(error.message).toContain("more than the limit of 10000");
  expect(server.rules).toHaveLength(10_000);
});

test("a reply function that returns a promise or an invalid reply fails with the name of its rule", async () => {
  const server = createMockServer();
  server.on({}, { name: "late" }).reply((() => Promise.resolve("x")) as never);
  await expect(post(server, "/api/v1/chat/completions", chat)).rejects.toThrow(/late.*is a promise/);
});

test("a reply function is called once per request", async () => {
  const server = createMockServer();
  let calls = 0;
  server.on().reply(() => ({ status: 400 + calls++ }));
  expect((await post(server, "/api/v1/chat/completions", chat)).status).toBe(400);
  expect((await post(server, "/api/v1/chat/completions", chat)).status).toBe(401);
});

test("a response has the headers of its rule, in any case of their names", async () => {
  const server = createMockServer();
  const headers = { "Content-Type": "text/plain", "X-Number": 5 };
  for (const reply of [
    { content: "x", headers },
    { status: 429, headers: { ...headers, "Retry-After": 7 } },
    { body: {}, headers },
  ]) {
    server.on().reply(reply);
    const answer = await post(server, "/api/v1/chat/completions", chat);
    expect(answer.headers.get("content-type")).toBe("text/plain");
    expect(answer.headers.get("x-number")).toBe("5");
    if (answer.status === 429) expect(answer.headers.get("retry-after")).toBe("7");
  }
});

test("a reply sends any JSON as its body, and an empty object without one", async () => {
  for (const body of [null, false, 0, "", [], {}]) {
    const server = createMockServer({ rules: [{ reply: { status: 200, body } }] });
    expect(await (await post(server, "/api/v1/chat/completions", chat)).json()).toEqual(body);
  }
  const server = createMockServer({ rules: [{ reply: { status: 200 } }] });
  expect(await (await post(server, "/api/v1/chat/completions", chat)).json()).toEqual({});
});

test("a reply with `body` and no `status` has status 200", async () => {
  const server = createMockServer({ rules: [{ match: { operation: "models.list" }, reply: { body: { data: [] } } }] });
  const answer = await server.fetch("http://x/api/v1/models");
  expect([answer.status, await answer.json()]).toEqual([200, { data: [] }]);
});

test.each([204, 205, 304])("a reply with status %i has no body and no content-length", async (status) => {
  const server = createMockServer({ rules: [{ reply: { status } }] });
  const answer = await post(server, "/api/v1/chat/completions", chat);
  expect([answer.status, await answer.text()]).toEqual([status, ""]);
  const listening = await server.listen({ port: 0 });
  const overPort = await fetch(`${listening.baseURL}/models`);
  expect([overPort.status, await overPort.text()]).toEqual([status, ""]);
  await listening.close();
});

test.each([false, true])("a rule sets the native finish reason, streamed: %s", async (stream) => {
  const server = createMockServer();
  server.on().reply({ content: "x", finishReason: "stop", nativeFinishReason: "END_OF_TURN" });
  const answer = await post(server, "/api/v1/chat/completions", { ...chat, stream });
  expect(await answer.text()).toContain('"finish_reason":"stop","native_finish_reason":"END_OF_TURN"');
});

test.each(["embeddings.create", "models.list"])("a rule with `error` makes %s fail", async (operation) => {
  const server = createMockServer();
  server.on({ operation }).reply({ error: { status: 503, message: "asleep" } });
  const answer =
    operation === "models.list"
      ? await server.fetch("http://x/api/v1/models")
      : await post(server, "/api/v1/embeddings", { model: "openai/text-embedding-3-small", input: "x" });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("asleep");
});

test("a rule with a model reply does not apply to operations without a model, and the response names it as a near miss", async () => {
  const server = createMockServer();
  server.on({}, { name: "greeting" }).reply({ content: "Hi.", fault: { kind: "connection_reset", afterBytes: 1 } });
  const answer = await server.fetch("http://x/api/v1/models/count");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-patchbay-near-miss")).toBe("greeting: reply.content expected a chat, got models.count");
  expect(answer.headers.get("x-patchbay-fault")).toMatch(/^connection_reset not applied/);
  expect(server.rules).toMatchObject([{ timesUsed: 0 }]);
});

// ---------------------------------------------------------------- any JSON

const past = [
  ...chat.messages,
  {
    role: "assistant",
    content: null,
    tool_calls: [{ id: "a", type: "function", function: { name: "f", arguments: "{}" } }],
  },
  { role: "tool", tool_call_id: "a", content: "r" },
];
const requests: readonly (readonly [path: string, body: unknown])[] = [
  ["/api/v1/chat/completions", chat],
  ["/api/v1/chat/completions", { ...chat, messages: past, stream: true, tools }],
  ["/api/v1/embeddings", { model: "openai/text-embedding-3-small", input: "x" }],
];

/** An unexpected failure. Expected are a broken connection and the test's own time limit. */
async function unexpected(reading: Promise<string>): Promise<string | undefined> {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  const isKnown = !error || ["fetch failed", "terminated"].includes(error.message) || error.name === "TimeoutError";
  return isKnown ? undefined : `${error.name}: ${error.message}`;
}

test("any JSON is either rejected with 400 and a pointer, or a rule that runs without a server failure", async () => {
  let [taken, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.oneof({ weight: 9, arbitrary: anyRule }, { weight: 1, arbitrary: odd }), async (given) => {
      const server = createMockServer({ defaultReply: "echo" });
      const added = await addRule(server, given);
      if (added.status === 400) {
        refused++;
        const { error } = (await added.json()) as ControlError;
        expect(typeof error.pointer).toBe("string");
        return;
      }
      expect(added.status).toBe(201);
      taken++;
      for (const [path, body] of requests) {
        const reading = post(server, path, body, { signal: AbortSignal.timeout(30) }).then((answer) => answer.text());
        expect(await unexpected(reading)).toBeUndefined();
      }
      expect(server.journal.entries().map(({ status }) => status)).not.toContain(500);
    }),
    { numRuns: 250 },
  );
  // The property is meaningful only if it sees both valid and invalid rules.
  expect(taken).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(25);
});
