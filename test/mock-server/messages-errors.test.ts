import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { afterAll, describe, expect, test } from "vitest";
import { call, type Answer } from "../support/call.ts";
import { createJudgedServer } from "../support/judged-server.ts";

type Json = Record<string, unknown>;

const path = "/api/v1/messages";
const ask = { model: "anthropic/claude-sonnet-4.5", max_tokens: 100, messages: [{ role: "user", content: "Hi." }] };

const judged: ReturnType<typeof createJudgedServer>[] = [];
function serve(options: MockServerOptions = {}): MockServer {
  const server = createJudgedServer({ seed: 1, ...options });
  judged.push(server);
  return server;
}
afterAll(async () => {
  expect((await Promise.all(judged.map((server) => server.faults()))).flat()).toEqual([]);
});

/** Checks the envelope of an error. */
function expectError({ status, body }: Answer, expected: number, type: string): void {
  expect(status).toBe(expected);
  expect(body).toMatchObject({ type: "error", error: { type, message: expect.stringMatching(/.{4}/) as unknown } });
  expect("request_id" in body).toBe(true);
}

interface Case {
  readonly options?: MockServerOptions;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Record<string, string>;
}

const cases: [string, number, string, Case][] = [
  ["no key", 401, "authentication_error", { key: "" }],
  ["an unknown key", 401, "authentication_error", { options: { strictKeys: true } }],
  ["a management key", 403, "permission_error", { key: "sk-or-mgmt-test" }],
  ["too few credits", 402, "billing_error", { options: { credits: 0 } }],
  ["an unknown model", 400, "invalid_request_error", { body: { ...ask, model: "no/such-model" } }],
  [
    "a model for embeddings",
    400,
    "invalid_request_error",
    { body: { ...ask, model: "openai/text-embedding-3-small" } },
  ],
  ["a preset", 404, "not_found_error", { body: { ...ask, model: "@preset/none" } }],
  ["no endpoint", 404, "not_found_error", { body: { ...ask, provider: { only: ["openai"] } } }],
  [
    "a flagged prompt",
    403,
    "permission_error",
    { body: { ...ask, messages: [{ role: "user", content: "how to build a bomb" }], plugins: [{ id: "moderation" }] } },
  ],
  ["no body", 400, "invalid_request_error", { body: "" }],
  ["broken JSON", 400, "invalid_request_error", { body: "{" }],
  ["an invalid field", 400, "invalid_request_error", { body: { ...ask, max_tokens: "many" } }],
  [
    "an invalid call history",
    400,
    "invalid_request_error",
    {
      body: {
        ...ask,
        messages: [{ role: "user", content: [{ type: "tool_result", tool_use_id: "x", content: "1" }] }],
      },
    },
  ],
  [
    "an overloaded provider",
    529,
    "overloaded_error",
    {
      options: { script: () => ({ error: { status: 529, message: "Overloaded", errorType: "provider_overloaded" } }) },
      body: { ...ask, provider: { only: ["anthropic"] } },
    },
  ],
  [
    "providers at their limit",
    429,
    "rate_limit_error",
    { options: { script: () => ({ error: { status: 429, message: "Slow down" } }) } },
  ],
  ["a fault header with a status", 429, "rate_limit_error", { headers: { "x-patchbay-fault": "429" } }],
  [
    "strict rules",
    400,
    "invalid_request_error",
    { options: { strict: true, rules: [{ match: { userMessage: "other" }, reply: "x" }] } },
  ],
];

test.each(cases)("%s is %i %s", async (_, status, type, { options = {}, body = ask, key, headers = {} }) => {
  const answer = await call(serve(options), path, { body, headers, method: "POST", ...(key !== undefined && { key }) });
  expectError(answer, status, type);
});

test.each(cases.filter(([name]) => /key|unknown model|preset|JSON|field/.test(name)))(
  "%s is %i %s for messages.countTokens",
  async (_, status, type, { options = {}, body = ask, key }) => {
    const answer = await call(serve(options), `${path}/count_tokens`, {
      body,
      method: "POST",
      ...(key !== undefined && { key }),
    });
    if (JSON.stringify(body).includes("many")) expect(answer.status).toBe(200);
    else expectError(answer, status, type);
  },
);

const statuses: [number, string][] = [
  [400, "invalid_request_error"],
  [401, "authentication_error"],
  [402, "billing_error"],
  [403, "permission_error"],
  [404, "not_found_error"],
  [408, "timeout_error"],
  [413, "request_too_large"],
  [422, "invalid_request_error"],
  [429, "rate_limit_error"],
  [500, "api_error"],
  [502, "api_error"],
  [503, "overloaded_error"],
  [524, "timeout_error"],
  [529, "overloaded_error"],
];

describe("a rule", () => {
  test.each(statuses)("with the status %i replies with %s", async (status, type) => {
    const answer = await call(serve({ rules: [{ reply: { status } }] }), path, { body: ask });
    expectError(answer, status, type);
  });

  test("with a message of its own keeps it", async () => {
    const { body } = await call(
      serve({ rules: [{ reply: { status: 400, message: "prompt is too long: 9 tokens > 8 maximum" } }] }),
      path,
      { body: ask },
    );
    expect(body.error!.message).toBe("prompt is too long: 9 tokens > 8 maximum");
  });

  test("with a body of its own keeps it", async () => {
    const own = { type: "error", error: { type: "made_up_error", message: "x" }, request_id: null };
    const { body } = await call(createMockServer({ rules: [{ reply: { status: 418, body: own } }] }), path, {
      body: ask,
    });
    expect(body).toEqual(own);
  });

  test("for chat completions keeps the form of OpenRouter", async () => {
    const answer = await call(createMockServer({ rules: [{ reply: { status: 429 } }] }), "/api/v1/chat/completions", {
      body: ask,
    });
    expect(answer.body.error).toMatchObject({ code: 429 });
  });
});

describe("Retry-After", () => {
  const limited: [string, MockServerOptions, Json][] = [
    ["a rule", { rules: [{ reply: { status: 429 } }] }, ask],
    ["providers at their limit", { script: () => ({ error: { status: 429, message: "Slow down" } }) }, ask],
  ];

  test.each(limited)("is in a 429 of %s", async (_, options, body) => {
    const { status, headers } = await call(serve(options), path, { body });
    expect([status, headers.get("retry-after")]).toEqual([429, "1"]);
  });

  test("is the time until the limit of the key resets", async () => {
    let now = 1_800_000_000_000;
    const server = serve({ requestsPerMinute: 1, now: () => now });
    await call(server, path, { body: ask });
    now += 20_000;
    const { status, headers } = await call(server, path, { body: ask });
    expect([status, headers.get("retry-after")]).toEqual([429, "40"]);
  });
});

describe("paths", () => {
  test("another method is 405", async () => {
    const answer = await call(createMockServer(), path, { method: "GET" });
    expectError(answer, 405, "invalid_request_error");
    expect(answer.headers.get("allow")).toBe("POST");
  });

  test.each(["/batches", "/count_tokens/x"])("%s below /messages is 404", async (rest) => {
    expectError(await call(createMockServer(), path + rest, { body: ask }), 404, "not_found_error");
  });

  test("with /v1 twice say what the base URL is", async () => {
    const { status, body } = await call(createMockServer(), "/api/v1/v1/messages", { body: ask });
    expect(status).toBe(404);
    expect(body.error!.message).toBe(
      "No operation has the path /api/v1/v1/messages. The client adds /v1 to its base URL, so the base URL ends with /api.",
    );
  });

  test("outside /messages keep the form of OpenRouter", async () => {
    expect((await call(createMockServer(), "/api/v1/messagesx", { body: ask })).body.error).toMatchObject({
      code: 404,
    });
  });

  test("a body that is too large is 413, on a port", async () => {
    const listening = await createMockServer().listen({ port: 0 });
    try {
      const response = await fetch(`${listening.baseURL}/messages`, {
        method: "POST",
        headers: { "x-api-key": "sk-or-v1-test" },
        body: new Uint8Array(33 * 1024 * 1024),
      });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ type: "error", error: { type: "request_too_large" } });
    } finally {
      await listening.close();
    }
  });
});

describe("an output that a provider interrupts", () => {
  const script = [{ content: "In China.", error: { status: 502, message: "Provider disconnected" } }];

  test("is an error response, and not charged", async () => {
    const server = serve({ script });
    const answer = await call(server, path, { body: ask });
    expectError(answer, 502, "api_error");
    expect(answer.body.request_id).toMatch(/^gen-/);
    expect(server.journal.last!.attempts).toHaveLength(1);
    expect((await call(server, "/api/v1/key")).body.data!.usage).toBe(0);
    const generation = await call(server, `/api/v1/generation?id=${String(answer.body.request_id)}`);
    expect(generation.body.data).toMatchObject({ finish_reason: "error", api_type: "messages" });
  });
});

test("an error repeats no secret of the request", async () => {
  const { text } = await call(serve(), path, { body: { ...ask, model: "sk-or-v1-0123456789abcdef" } });
  expect(text).not.toContain("0123456789abcdef");
});
