// The cost of a request before routing is bounded: JSON, issues, strings, lists and names take linear time or are rejected.
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { beforeAll, expect, test } from "vitest";
import { call, type Answer } from "../support/call.ts";
import { expectLinear } from "../support/linear.ts";

let server: MockServer;
beforeAll(async () => {
  server = createMockServer({ credits: 1_000_000 });
  // The first request loads the tokenizer.
  await chat({ messages: question("Hi") });
});

const model = "google/gemini-2.5-flash";
const question = (content: unknown): unknown[] => [{ role: "user", content }];

function chat(body: Record<string, unknown>): Promise<Answer> {
  return call(server, "/api/v1/chat/completions", { body: { model, max_tokens: 5, ...body } });
}

function send(body: string, path = "/api/v1/chat/completions"): Promise<Answer> {
  return call(server, path, { body });
}

const list = (count: number, item: string): string => `[${`${item},`.repeat(count - 1)}${item}]`;
const nest = (open: string, levels: number, close: string, inner = "1"): string =>
  open.repeat(levels) + inner + close.repeat(levels);

test.each([
  ["lists", nest("[", 600, "]")],
  ["objects", nest('{"a":', 600, "}")],
  ["lists and objects", nest('[{"a":', 300, "}]")],
  ["200,000 lists", nest("[", 200_000, "]")],
  ["lists that are never closed", "[".repeat(1_000_000)],
])("a body with deeply nested %s is rejected with its location", async (_, value) => {
  const { status, body } = await send(`{"messages":[{"role":"user","content":"Hi"}],"unknown":${value}}`);
  expect(status).toBe(400);
  expect(body.error!.message).toMatch(
    /^The body is nested more than 512 levels deep at position \d+ \(line 1, column \d+\)/,
  );
});

test.each(["tools", "response_format", "messages", "unknown"])(
  "deep nesting in %s leaves the journal readable",
  async (name) => {
    await send(
      `{"model":"${model}","messages":[{"role":"user","content":"Hi"}],"${name}":${nest('{"a":', 20_000, "}")}}`,
    );
    const journal = await call(server, "/_patchbay/journal");
    expect(journal.status).toBe(200);
  },
);

test("a body may nest 500 levels, not counting brackets in strings", async () => {
  const unknown = JSON.parse(nest('{"a":', 500, "}", JSON.stringify("[{".repeat(1000)))) as unknown;
  expect((await chat({ messages: question("Hi"), unknown })).status).toBe(200);
});

test.each([
  ["a million numbers", list(1_000_000, "1"), /more than 500,000 values/],
  ["a million empty objects", list(1_000_000, "{}"), /more than 500,000 values/],
  [
    "300,000 names",
    `{${Array.from({ length: 300_000 }, (_, index) => `"k${index}":1`).join()}}`,
    /more than 50,000 different names of members/,
  ],
  ["300,000 members", `[${`{"a":1},`.repeat(300_000)}1]`, /more than 250,000 members/],
  ["two million lines between values", `[${"\n".repeat(2_000_000)}1]`, /more than 1,000,000 lines/],
  ["a number of 5,000 digits", "1".repeat(5000), /a number of more than 1,000 characters/],
])("a body with %s is rejected with its location", async (_, value, reason) => {
  const { status, body } = await send(`{"messages":[{"role":"user","content":"Hi"}],"unknown":${value}}`);
  expect(status).toBe(400);
  expect(body.error!.message).toMatch(reason);
  expect(body.error!.message).toMatch(/at position \d+ \(line \d+, column \d+\)/);
});

test("a body padded with whitespace is accepted", async () => {
  const body = JSON.stringify({ model, max_tokens: 5, messages: question("Hi") }).padEnd(30_000_000);
  expect((await send(body)).status).toBe(200);
});

test("a message with 100,000 parts is accepted", async () => {
  const parts = Array.from({ length: 100_000 }, () => ({ type: "text", text: "a " }));
  expect((await chat({ messages: question(parts) })).status).toBe(200);
});

test.each([
  ["a string without an end", `{"a":"${"x".repeat(20_000_000)}`],
  ["a string of escapes without an end", `{"a":"${String.raw`\n`.repeat(5_000_000)}`],
  ["900,000 line breaks in a string", `{"a":"${"\n".repeat(900_000)}"`],
  ["a wrong escape after a long text", String.raw`{"a":"${"x".repeat(5_000_000)}\q"}`],
])("a large body with %s is refused as text that is not JSON", async (_, body) => {
  const answer = await send(body);
  expect(answer.status).toBe(400);
  expect(answer.body.error!.message).toMatch(/^The body is not valid JSON/);
});

const faults: [name: string, body: string][] = [
  ["wrong messages", `{"messages":${list(200_000, "1")}}`],
  ["wrong tools", `{"model":"${model}","messages":[{"role":"user","content":"x"}],"tools":${list(100_000, "{}")}}`],
  [
    "wrong members",
    `{"model":"${model}","messages":[{"role":"user","content":"x"}],"metadata":{${Array.from({ length: 40_000 }, (_, index) => `"k${index}":1`).join()}}}`,
  ],
];
test.each(faults)("an error about many %s lists the first 20 and says that there are more", async (_, body) => {
  const answer = await send(body);
  expect(answer.status).toBe(400);
  expect(answer.body.error!.metadata!.issues).toHaveLength(20);
  expect(answer.body.error!.message).toContain("and at least 20 more; 20 are listed");
  expect(answer.text.length).toBeLessThan(20_000);
});

test("an error about a few issues lists and counts each", async () => {
  const answer = await send(`{"messages":${list(5, "1")}}`);
  expect(answer.body.error!.metadata!.issues).toHaveLength(5);
  expect(answer.body.error!.message).toContain("(and 4 more)");
});

const long = "x".repeat(3_000_000);
test.each<[string, string, string]>([
  ["model", "/api/v1/chat/completions", JSON.stringify({ model: long, messages: question("x") })],
  ["fallback model", "/api/v1/chat/completions", JSON.stringify({ models: [long], messages: question("x") })],
  ["role", "/api/v1/chat/completions", JSON.stringify({ model, messages: [{ role: long, content: "x" }] })],
  [
    "member name",
    "/api/v1/chat/completions",
    JSON.stringify({ model, messages: question("x"), metadata: { [long]: 1 } }),
  ],
  [
    "effort",
    "/api/v1/chat/completions",
    JSON.stringify({ model, messages: question("x"), reasoning: { effort: long } }),
  ],
  [
    "tool type",
    "/api/v1/chat/completions",
    JSON.stringify({ model, messages: question("x"), tools: [{ type: long }] }),
  ],
  [
    "tool choice",
    "/api/v1/chat/completions",
    JSON.stringify({
      model,
      messages: question("x"),
      tools: [{ type: "function", function: { name: "f" } }],
      tool_choice: { type: "function", function: { name: long } },
    }),
  ],
  [
    "provider",
    "/api/v1/chat/completions",
    JSON.stringify({ model, messages: question("x"), provider: { only: [long] } }),
  ],
  [
    "file name",
    "/api/v1/chat/completions",
    JSON.stringify({
      model: "qwen/qwen3-32b",
      messages: question([{ type: "file", file: { filename: long, file_data: "x" } }]),
    }),
  ],
  ["embedding model", "/api/v1/embeddings", JSON.stringify({ model: long, input: "x" })],
  ["preset", "/api/v1/chat/completions", JSON.stringify({ model: `@preset/${long}`, messages: question("x") })],
  [
    "nested value of the wrong type",
    "/api/v1/chat/completions",
    JSON.stringify({ model: { a: [long, { [long]: long }] }, messages: question("x") }),
  ],
])("an error about a %s of 3 MB does not repeat it", async (_, path, body) => {
  const answer = await send(body, path);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.text.length).toBeLessThan(60_000);
});

test.each([
  ["openai/text-embedding-3-small", 1537],
  ["openai/text-embedding-3-small", 3072],
  ["openai/text-embedding-3-large", 3073],
  ["openai/text-embedding-3-small", 30_000_000],
  ["openai/text-embedding-3-small", 1e15],
])("%s with %i dimensions is rejected with the model's limit", async (name, dimensions) => {
  const { status, body } = await call(server, "/api/v1/embeddings", {
    body: { model: name, input: "cat", dimensions },
  });
  expect(status).toBe(400);
  expect(body.error!.metadata!.issues![0]!.pointer).toBe("/dimensions");
  expect(body.error!.message).toMatch(/at most (?:1536|3072)/);
});

test("a request for more than 2,048 embeddings is rejected with the pointer", async () => {
  const input = Array.from({ length: 3000 }, () => "");
  const { status, body } = await call(server, "/api/v1/embeddings", {
    body: { model: "openai/text-embedding-3-small", input },
  });
  expect(status).toBe(400);
  expect(body.error!.metadata!.issues![0]!.pointer).toBe("/input");
});

const mixedWord = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => "etaoinshrdlucmfwypvbgkjqxz"[(index * 7919 + (index >> 3) * 31) % 26]!,
  ).join("");

test.each<[string, (count: number) => string]>([
  ["one word", (count) => "a".repeat(count)],
  ["one word of mixed characters", mixedWord],
  ["spaces", (count) => " ".repeat(count)],
  ["equals signs", (count) => "=".repeat(count)],
  ["line breaks", (count) => "\n".repeat(count)],
  ["emoji", (count) => "😀".repeat(count / 2)],
  ["Chinese", (count) => "漢".repeat(count)],
  ["combining marks", (count) => "e\u0301".repeat(count / 2)],
  ["words of 255 characters", (count) => `${mixedWord(255)} `.repeat(count / 256)],
])("counting the tokens of %s takes linear time", async (_, make) => {
  await expectLinear((count) => chat({ messages: question(make(count)) }), 15_000);
});

test.each(["<|endoftext|>", "a <|im_start|> b <|endofprompt|>", "<|fim_prefix|>".repeat(100)])(
  "a prompt that contains the special token %s is accepted",
  async (text) => {
    const { status, body } = await chat({ messages: question(text) });
    expect(status).toBe(200);
    expect(body.usage!.prompt_tokens).toBeGreaterThan(3);
  },
);

test("a long prompt has as many tokens as its parts", async () => {
  const tokensOf = async (text: string): Promise<number> =>
    (await chat({ messages: question(text) })).body.usage!.prompt_tokens as unknown as number;
  const sentence = " The quick brown fox jumps over the lazy dog, 12 times.";
  const empty = await tokensOf("");
  const one = (await tokensOf(sentence.repeat(100))) - empty;
  expect((await tokensOf(sentence.repeat(2000))) - empty).toBe(20 * one);
});

test("other requests are answered while a long prompt is counted", async () => {
  const leaving = new AbortController();
  let isCounting = true;
  const long = server
    .fetch("http://x/api/v1/chat/completions", {
      method: "POST",
      body: JSON.stringify({ model, messages: question(mixedWord(1000).repeat(10_000)) }),
      headers: { authorization: "Bearer sk-or-v1-test" },
      signal: leaving.signal,
    })
    .catch(() => undefined)
    .finally(() => (isCounting = false));
  for (let turn = 0; turn < 5; turn++) {
    // Without pauses, counting would end before the event loop returns here.
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect((await chat({ messages: question(`short ${turn}`) })).status).toBe(200);
  }
  expect(isCounting).toBe(true);
  leaving.abort();
  await long;
});

test("token counting stops when the client disconnects, and nothing stays reserved", async () => {
  const leaving = new AbortController();
  const body = JSON.stringify({ model, messages: question(mixedWord(1000).repeat(10_000)) });
  const headers = { authorization: "Bearer sk-or-v1-test" };
  const asked = server.fetch("http://x/api/v1/chat/completions", {
    method: "POST",
    body,
    headers,
    signal: leaving.signal,
  });
  setTimeout(() => leaving.abort(new Error("left")), 30);
  await expect(asked).rejects.toThrow("left");
  expect((await call(server, "/metrics", { key: "sk-or-mgmt-test" })).text).not.toMatch(/pending_requests\{.*\} [1-9]/);
});

test("a long conversation is compressed in linear time", async () => {
  const messages = (count: number): unknown[] =>
    Array.from({ length: count }, (_, index) => ({
      role: index % 2 === 0 ? "user" : "assistant",
      content: `Message ${index}`,
    }));
  await expectLinear(
    (count) =>
      chat({ model: "openai/gpt-4o-mini", messages: messages(count + 1), plugins: [{ id: "context-compression" }] }),
    4000,
  );
});

test("reranking takes linear time in the query and the documents", async () => {
  const query = Array.from({ length: 10_000 }, (_, index) => `word${index}`).join(" ");
  await expectLinear(
    (count) =>
      call(server, "/api/v1/rerank", {
        body: {
          model: "cohere/rerank-v3.5",
          query,
          documents: Array.from({ length: count }, (_, index) => `word${index} river`),
        },
      }),
    1500,
  );
});

test.each<[string, string, Record<string, unknown>]>([
  ["model", "/api/v1/chat/completions", { model: "-".repeat(257), messages: question("x") }],
  ["fallback model", "/api/v1/chat/completions", { models: ["-".repeat(257)], messages: question("x") }],
  ["embedding model", "/api/v1/embeddings", { model: "-".repeat(257), input: "x" }],
  ["rerank model", "/api/v1/rerank", { model: "-".repeat(257), query: "x", documents: ["x"] }],
  [
    "wildcard",
    "/api/v1/chat/completions",
    {
      model: "openrouter/auto",
      messages: question("x"),
      plugins: [{ id: "auto-router", allowed_models: ["*".repeat(257)] }],
    },
  ],
])("a %s name of more than 256 characters is rejected with its location", async (_, path, body) => {
  const answer = await call(server, path, { body });
  expect(answer.status).toBe(400);
  expect(answer.body.error!.message).toMatch(
    /^\/(?:model|models\/0|plugins\/0\/allowed_models\/0): expected at most 256 characters, got 257/,
  );
});

test("a stop string of half a megabyte is found in linear time", async () => {
  const echo = createMockServer({ defaultReply: "echo", credits: 1_000_000 });
  await expectLinear(
    (count) =>
      call(echo, "/api/v1/chat/completions", {
        body: { model, messages: question("a".repeat(count)), stop: `b${"a".repeat(count / 2)}` },
      }),
    100_000,
  );
});

test.each([
  ["(a+)+$", undefined, `${"a".repeat(50_000)}!`],
  [String.raw`^(\w+\s?)*$`, undefined, `${"word ".repeat(10_000)}!`],
  [String.raw`\s+$`, undefined, `${" ".repeat(50_000)}x`],
  ["^(?=.*x)(a|aa)+$", "i", "A".repeat(50_000)],
])("a rule with the pattern %s does not block other requests", async (regex, flags, text) => {
  const ruled = createMockServer({
    rules: [{ match: { userMessage: { regex, ...(flags && { flags }) } }, reply: "found" }],
  });
  expect((await call(ruled, "/api/v1/chat/completions", { body: { model, messages: question(text) } })).status).toBe(
    200,
  );
});

test("a rule over HTTP with a pattern without a linear-time match is rejected with the reason", async () => {
  const { status, text } = await call(server, "/_patchbay/rules", {
    body: { match: { userMessage: { regex: String.raw`(a+)\1` } }, reply: "x" },
  });
  expect(status).toBe(400);
  expect(text).toContain("backreference");
});
