// Invalid and unknown options, rules and replies of a mock server are rejected when they are set.
import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { describe, expect, test } from "vitest";

type Options = Record<string, unknown>;
const make = (options: unknown): MockServer => createMockServer(options as MockServerOptions);

describe("options", () => {
  test.each<[options: Options, hint: RegExp]>([
    [{ credit: 5 }, /`credit`.*`credits`/],
    [{ scripts: [] }, /`scripts`.*`script`/],
    [{ strictKey: true }, /`strictKeys`/],
    [{ port: 4010 }, /`port`.*allowed: credits, script/],
  ])("the unknown option %j is rejected with a hint", (options, hint) => {
    expect(() => make(options)).toThrow(RangeError);
    expect(() => make(options)).toThrow(hint);
    expect(() => createMockServer().reset(options as never)).toThrow(hint);
    expect(() => createMockServer().session("one", options as never)).toThrow(hint);
  });

  test.each<[options: Options]>([
    [{ credits: "5" }],
    [{ credits: Number.NaN }],
    [{ credits: Number.POSITIVE_INFINITY }],
    [{ credits: null }],
    [{ credits: 5n }],
    [{ script: "Hi." }],
    [{ script: [5] }],
    [{ script: [{ contnt: "Hi." }] }],
    [{ defaultReply: "loud" }],
    [{ catalog: [] }],
    [{ providers: ["openai"] }],
    [{ providers: { openai: "off" } }],
    [{ tokenDelay: -1 }],
    [{ tokenDelay: "20" }],
    [{ latency: true }],
    [{ strictKeys: "yes" }],
    [{ requestsPerMinute: "10" }],
    [{ country: 49 }],
    [{ country: "USA" }],
    [{ country: "" }],
    [{ catalog: {} }],
    [{ catalog: { models: [] } }],
    [{ catalog: { models: {}, providers: [] } }],
    [{ catalog: { models: [], providers: [], alias: {} } }],
    [{ catalog: { models: [{}], providers: [] } }],
    [{ catalog: { models: [{ id: "a/b", context_length: 5, endpoints: [{}] }], providers: [] } }],
    [{ catalog: { models: [], providers: [null] } }],
    [{ byokKeys: [5] }],
    [{ byokKeys: [{}] }],
    [{ byokKeys: [{ provider: "openai", fallbck: true }] }],
    [{ byokKeys: [{ provider: "openai", exclusive: "yes" }] }],
    [{ record: { baseURL: "openrouter" } }],
    [{ record: { baseURL: "https://a.example", onExchang: () => 1 } }],
    [{ record: { baseURL: "https://a.example", redact: "key" } }],
    [{ replay: { recording: {} } }],
    [{ replay: { recording: { exchanges: [{}] } } }],
    [{ replay: { recording: { exchanges: [] }, mode: "exact" } }],
    [{ replay: { recording: { exchanges: [] }, strict: true } }],
    [{ byokKeys: {} }],
    [{ byokMonthlyAllowance: -5 }],
    [{ rules: {} }],
    [{ rules: [{ match: { modle: "x" }, reply: "y" }] }],
    [{ strict: 1 }],
    [{ record: {} }],
    [{ replay: {} }],
    [{ journalSize: 1.5 }],
    [{ onRequest: "log" }],
    [{ control: "off" }],
    [{ now: 5 }],
    [{ seed: "one" }],
  ])("the invalid option %o is rejected", (options) => {
    expect(() => make(options)).toThrow(RangeError);
  });

  test.each<[options: Options, message: string]>([
    [{ answers: "echo" }, "The option `answers` of a mock server was renamed to `defaultReply`."],
    [{ catalogue: {} }, "The option `catalogue` of a mock server was renamed to `catalog`."],
    [{ tokenGap: 5 }, "The option `tokenGap` of a mock server was renamed to `tokenDelay`."],
    [{ ownKeys: [] }, "The option `ownKeys` of a mock server was renamed to `byokKeys`."],
    [{ ownKeyAllowance: 5 }, "The option `ownKeyAllowance` of a mock server was renamed to `byokMonthlyAllowance`."],
    [
      { script: ["Hi.", { error: { status: 429, message: "x", retryAfter: 5 } }] },
      "/1/error/retryAfter was renamed to `retryAfterMs`.",
    ],
    [{ defaultReply: "schema" }, '"schema" was renamed to "tool_calls".'],
    [{ providers: { openai: "rate-limited" } }, '/openai "rate-limited" was renamed to "rate_limited".'],
    [
      { providers: { openai: [{ state: "broken-tools" }] } },
      '/openai/0/state "broken-tools" was renamed to "invalid_tool_calls".',
    ],
    [{ byokKeys: [{ provider: "openai", fallback: true }] }, "`fallback` was renamed to `fallbackOnly`."],
    [{ byokKeys: [{ provider: "openai", always: true }] }, "`always` was renamed to `exclusive`."],
    [{ replay: { recording: { exchanges: [] }, pace: true } }, "`pace` was renamed to `preserveTiming`."],
  ])("%j is rejected with its new name", (options, message) => {
    expect(() => make(options)).toThrow(message);
  });

  test.each([null, "credits", 5, []])("%j is refused as options", (options) => {
    expect(() => make(options)).toThrow(RangeError);
  });

  test("an undefined option has its default", () => {
    expect(() => make({ credits: undefined, rules: undefined, zzz: undefined })).not.toThrow();
  });

  test.each([{ rule: [] }, { provider: {} }])("`load(%j)` is rejected, and the rules are unchanged", (given) => {
    const server = createMockServer({ rules: [{ name: "kept", reply: "Hi." }] });
    expect(() => server.load(given as never)).toThrow(RangeError);
    expect(server.rules).toMatchObject([{ name: "kept" }]);
  });
});

describe("rules", () => {
  test.each<[match: unknown, hint: RegExp]>([
    [{ userMesage: "a" }, /userMesage.*`userMessage`/],
    [{ operation: "nope.x" }, /operation.*chat\.completions\.create/],
    [{ operation: 5 }, /operation/],
    [{ turn: 0 }, /turn/],
    [{ turn: "1" }, /turn/],
    [{ toolResult: 5 }, /toolResult/],
    [{ toolResult: { regexp: "a" } }, /toolResult/],
    [{ userMessage: { regex: "(" } }, /userMessage/],
    [{ userMessage: { regex: "a", flags: "zz" } }, /userMessage/],
    [{ model: /a/ }, /model/],
    [{ headers: { "x-a": 5 } }, /headers/],
    [{ headers: "x-a" }, /headers/],
    [{ body: { temperature: 0 } }, /body.*JSON pointer/],
    [{ predicate: true }, /predicate/],
    ["chat", /match/],
    [null, /match/],
  ])("the condition %o is rejected", (match, hint) => {
    const server = createMockServer();
    expect(() => server.on(match as never).reply("x")).toThrow(RangeError);
    expect(() => server.on(match as never).reply("x")).toThrow(hint);
    expect(server.rules).toHaveLength(0);
  });

  test.each<[how: unknown, hint: RegExp]>([
    [{ time: 2 }, /`times`/],
    [{ times: -1 }, /times/],
    [{ times: Number.NaN }, /times/],
    [{ probability: 5 }, /probability/],
    [{ name: 5 }, /name/],
  ])("`on({}, %o)` is rejected", (how, hint) => {
    expect(() =>
      createMockServer()
        .on({}, how as never)
        .reply("x"),
    ).toThrow(hint);
  });

  test.each<[reply: unknown, hint: RegExp]>([
    [{ contnt: "y" }, /contnt.*`content`/],
    [{ content: 5 }, /content/],
    [{ toolCalls: [{ nam: "x" }] }, /toolCalls/],
    [{ toolCalls: { name: "x" } }, /toolCalls/],
    [{ status: 99 }, /status/],
    [{ status: "429" }, /status/],
    [{ error: { status: 500 } }, /error\/message/],
    [{ error: "down" }, /error/],
    [{ delay: -1 }, /delay/],
    [{ fault: { kind: "error-200" } }, /fault/],
    [5, /reply/],
    [null, /reply/],
    [undefined, /reply/],
  ])("the reply %o is rejected", (reply, hint) => {
    expect(() =>
      createMockServer()
        .on()
        .reply("fine", reply as never),
    ).toThrow(hint);
    expect(() =>
      createMockServer()
        .on()
        .reply(reply as never),
    ).toThrow(RangeError);
  });

  test("every field of a rule in code is accepted", async () => {
    const server = createMockServer();
    server
      .on(
        {
          operation: "chat.*",
          model: "openai/*",
          userMessage: /hi/i,
          turn: 1,
          headers: { "x-a": /1/ },
          body: { "/temperature": 0 },
          predicate: () => true,
          toolResult: undefined,
        } as never,
        { name: "all", times: Infinity, probability: 1 },
      )
      .reply(() => "Taken.", { content: "b", toolCalls: [{ name: "t", arguments: {} }], delay: 0 });
    const response = await server.fetch("https://x/api/v1/chat/completions", {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-test", "content-type": "application/json", "x-a": "1" },
      body: JSON.stringify({
        model: "openai/gpt-5-mini",
        temperature: 0,
        messages: [{ role: "user", content: "Hi" }],
      }),
    });
    expect(await response.json()).toMatchObject({ choices: [{ message: { content: "Taken." } }] });
  });

  test("the error of an invalid reply of a function names its rule", async () => {
    const server = createMockServer();
    server.on({}, { name: "mine" }).reply(() => ({ contnt: "y" }) as never);
    const sent = server.fetch("https://x/api/v1/chat/completions", {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-test", "content-type": "application/json" },
      body: JSON.stringify({ model: "openai/gpt-5-mini", messages: [{ role: "user", content: "Hi" }] }),
    });
    const message = await sent.then(
      (response) => response.text(),
      (error: unknown) => String(error),
    );
    expect(message).toContain("mine");
    expect(message).toContain("contnt");
  });
});

test("an unknown journal filter is rejected", async () => {
  const server = createMockServer();
  expect((await server.fetch("https://x/_patchbay/journal?modle=x")).status).toBe(400);
  expect((await server.fetch("https://x/_patchbay/journal?after=0")).status).toBe(200);
});
