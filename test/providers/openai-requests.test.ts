import { expect, test } from "vitest";
import { openAICompatibleAdapter as adapter } from "../../packages/providers/src/openai-compatible/openai-compatible.ts";
import type { UnifiedRequest } from "../../packages/providers/src/unified.ts";

const user = { role: "user" as const, content: "Hi" };

function send(request: Partial<UnifiedRequest>, options: Readonly<Record<string, unknown>> = {}) {
  const target = { model: "tiny", issuer: "i", options };
  return JSON.parse(String(adapter.chat.toWire({ messages: [user], ...request }, target).body));
}

const routerFields = {
  models: ["a/b", "c/d"],
  route: "fallback",
  provider: { only: ["local"], data_collection: "deny" as const },
  plugins: [{ id: "web" as const }],
  session_id: "s",
  usage: { include: true },
  transforms: ["middle-out"],
};

test("fields that only OpenRouter knows are dropped, and every response is streamed with its usage", () => {
  expect(send({ ...routerFields, model: "acme/tiny", stream: false, temperature: 0.5, guided_json: {} })).toEqual({
    model: "tiny",
    messages: [user],
    temperature: 0.5,
    stream: true,
    stream_options: { include_usage: true },
  });
});

test("OpenRouter as an upstream gets its own fields, except for those that select another model or provider", () => {
  const body = send(routerFields, { profile: "openrouter" });
  expect(body).toMatchObject({
    provider: { data_collection: "deny" },
    plugins: [{ id: "web" }],
    session_id: "s",
    usage: { include: true },
  });
  expect(body.provider.only).toBeUndefined();
  expect(body.models).toBeUndefined();
  expect(body.route).toBeUndefined();
});

test.each([
  [{}, { max_tokens: 5, reasoning_effort: "max" }],
  [{ profile: "openai" }, { max_completion_tokens: 5, reasoning_effort: "xhigh" }],
  [{ profile: "openrouter" }, { max_tokens: 5, reasoning: { effort: "max" } }],
  [{ reasoning: "chat-template" }, { max_tokens: 5, chat_template_kwargs: { enable_thinking: true } }],
  [{ reasoning: "none", streamUsage: false }, { max_tokens: 5 }],
])("options %j give %j", (options, expected) => {
  const {
    model: _,
    messages: __,
    stream: ___,
    stream_options: ____,
    ...body
  } = send({ max_tokens: 5, reasoning: { effort: "max" } }, options);
  expect(body).toEqual(expected);
});

test("a developer message is a system message for servers without that role", () => {
  const messages = [{ role: "developer" as const, content: [{ type: "text" as const, text: "Be brief." }] }, user];
  expect(send({ messages }).messages[0]).toEqual({ role: "system", content: "Be brief." });
  expect(send({ messages }, { profile: "openai" }).messages[0].role).toBe("developer");
});

test("cache breakpoints and reasoning of earlier turns are sent only where they are known", () => {
  const mark = { type: "ephemeral" as const };
  const messages = [
    { role: "user" as const, content: [{ type: "text" as const, text: "Hi", cache_control: mark }] },
    {
      role: "assistant" as const,
      content: null,
      reasoning: "Hm",
      reasoning_details: [{ type: "reasoning.text" as const, text: "Hm" }],
      tool_calls: [{ id: "a", type: "function" as const, function: { name: "f", arguments: "" }, cache_control: mark }],
    },
    { role: "tool" as const, tool_call_id: "a", content: "1", is_error: true },
  ];
  expect(send({ messages }).messages).toEqual([
    { role: "user", content: "Hi" },
    {
      role: "assistant",
      tool_calls: [{ id: "a", type: "function", function: { name: "f", arguments: "{}" } }],
      content: null,
    },
    { role: "tool", tool_call_id: "a", content: "1" },
  ]);
  const [first, second] = send({ messages }, { cacheControl: true, reasoningHistory: "reasoning_content" }).messages;
  expect(first.content[0].cache_control).toEqual(mark);
  expect(second.reasoning_content).toBe("Hm");
  expect(second.tool_calls[0].cache_control).toEqual(mark);
  expect(send({ messages }, { profile: "openrouter" }).messages[1].reasoning_details).toHaveLength(1);
});

test("tools that are not functions are left to the service, and without tools there is no tool choice", () => {
  const server = { type: "openrouter:web_search" as const };
  const own = { type: "function" as const, function: { name: "f", parameters: {} } };
  expect(send({ tools: [server, own], tool_choice: "auto" })).toMatchObject({ tools: [own], tool_choice: "auto" });
  const body = send({ tools: [server], tool_choice: "auto", parallel_tool_calls: false });
  expect(Object.keys(body)).toEqual(["model", "messages", "stream", "stream_options"]);
});

test("embeddings are put in the order of the inputs, as numbers or as base64", () => {
  const input = { model: "e", input: ["a", "b"] };
  const target = { model: "tiny", issuer: "i", options: { embeddingFormat: "base64" } };
  expect(JSON.parse(String(adapter.embed!.toWire(input, target).body))).toEqual({
    model: "tiny",
    input: ["a", "b"],
    encoding_format: "base64",
  });
  const base64 = Buffer.from(Float32Array.of(0.5, -2).buffer).toString("base64");
  const body = {
    data: [
      { index: 1, embedding: base64 },
      { index: 0, embedding: [1, 2] },
    ],
    usage: { prompt_tokens: 4 },
  };
  expect(adapter.embed!.fromWire(body, input)).toEqual({
    vectors: [
      [1, 2],
      [0.5, -2],
    ],
    promptTokens: 4,
  });
  for (const data of [
    [],
    [{ index: 1, embedding: [1] }],
    [
      { index: 0, embedding: [1] },
      { index: 0, embedding: [1] },
    ],
  ])
    expect(() => adapter.embed!.fromWire({ data }, input)).toThrow(/embeddings/);
});

test("rerank results are read from Jina, vLLM and Text Embeddings Inference", () => {
  const request = { model: "r", query: "q", documents: ["a", { text: "b" }], top_n: 2 };
  expect(JSON.parse(String(adapter.rerank!.toWire(request, { model: "tiny", issuer: "i" }).body))).toEqual({
    model: "tiny",
    query: "q",
    documents: ["a", "b"],
    top_n: 2,
    return_documents: false,
  });
  const results = [{ index: 1, score: 0.9 }];
  expect(
    adapter.rerank!.fromWire({ results: [{ index: 1, relevance_score: 0.9 }], usage: { total_tokens: 5 } }, request),
  ).toEqual({ results, searchUnits: undefined });
  expect(adapter.rerank!.fromWire(results, request).results).toEqual(results);
  expect(() => adapter.rerank!.fromWire({ results: [{ index: 2, score: 1 }] }, request)).toThrow(TypeError);
  expect(() => adapter.rerank!.fromWire({ error: "no" }, request)).toThrow(TypeError);
});

test("an unknown option and an unknown value are refused", () => {
  expect(() => adapter.checkOptions!({ maxTokenField: "x" })).toThrow("Options: profile, maxTokensField");
  expect(() => adapter.checkOptions!({ profile: "azure" })).toThrow("must be one of generic, openai, openrouter");
});
