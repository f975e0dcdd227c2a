import { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ProviderFailure } from "../../packages/providers/src/failure.ts";
import { createProvider, type Provider } from "../../packages/providers/src/provider.ts";
import type { ProviderPart, UnifiedRequest } from "../../packages/providers/src/unified.ts";
import { callsOf, finishesOf, textOf } from "../providers/replay.ts";

// aimock writes the formats of all kinds of providers. It is faithful in structure and in failures, but reports no usage, and
// its finish reason for Gemini's tool calls is not one of Google's, so neither is tested here.
const mock = new LLMock({ port: 0, host: "127.0.0.1", chunkSize: 5 });
const kinds = ["openai-compatible", "anthropic", "gemini", "cohere", "ollama"] as const;
type Kind = (typeof kinds)[number];

const parameters = {
  type: "object",
  properties: { city: { type: "string" } },
  required: ["city"],
  additionalProperties: false,
};
const tools: UnifiedRequest["tools"] = [{ type: "function", function: { name: "get_weather", parameters } }];
const paths: Readonly<Record<Kind, string>> = {
  "openai-compatible": "/v1",
  anthropic: "/v1",
  gemini: "/v1beta",
  cohere: "",
  ollama: "",
};
const providers = new Map<Kind, Provider>();

// A rate limit pauses a key, so that each test has a provider of its own.
beforeEach(() => {
  for (const kind of kinds)
    providers.set(kind, createProvider({ kind, baseURL: mock.url + paths[kind], apiKeys: ["sk-secret-0123456789"] }));
});

afterEach(async () => {
  for (const provider of providers.values()) await provider.close();
});

beforeAll(async () => {
  mock.on({ userMessage: "weather", hasToolResult: true }, { content: "It rains in Tromsø." });
  mock.onMessage("weather", {
    toolCalls: [
      { name: "get_weather", arguments: '{"city":"Tromsø"}' },
      { name: "get_weather", arguments: '{"city":"Rome"}' },
    ],
  });
  mock.onMessage("hello", { content: "Hei, havn! ⛵ Velkommen." });
  mock.onMessage("think", { content: "Two.", reasoning: "Count the gulls." });
  mock.onMessage("cut", { content: "A long answer that ends too early, in the middle." }, { truncateAfterChunks: 3 });
  mock.onMessage("rate", { error: { message: "Slow down.", type: "rate_limit_error" }, status: 429 });
  mock.onMessage("busy", { error: { message: "Overloaded.", type: "overloaded_error" }, status: 503 });
  mock.onMessage("denied", {
    error: { message: "Bad key sk-secret-0123456789.", type: "authentication_error" },
    status: 401,
  });
  mock.onEmbedding(/./, { embedding: [0.25, -0.5] });
  mock.onRerank(/./, [{ index: 1, relevance_score: 0.75 }]);
  await mock.start();
});

afterAll(async () => {
  await mock.stop();
});

const ask = (text: string, more: Partial<UnifiedRequest> = {}): UnifiedRequest => ({
  messages: [{ role: "user", content: text }],
  ...more,
});

async function collect(kind: Kind, request: UnifiedRequest): Promise<ProviderPart[]> {
  const parts: ProviderPart[] = [];
  const context = { target: { model: "gemini-3-flash", context: 4096 } };
  for await (const part of providers.get(kind)!.stream(request, context)) parts.push(part);
  return parts;
}

async function failureOf(kind: Kind, text: string): Promise<ProviderFailure> {
  const error = await collect(kind, ask(text)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ProviderFailure);
  return error as ProviderFailure;
}

describe.each(kinds)("aimock's %s", (kind) => {
  test("streams a text", async () => {
    const parts = await collect(kind, ask("hello"));
    expect(textOf(parts)).toBe("Hei, havn! ⛵ Velkommen.");
    expect(finishesOf(parts)).toMatchObject([{ reason: "stop" }]);
  });

  test("accepts tools, calls them in parallel, and accepts their results", async () => {
    const parts = await collect(kind, ask("weather", { tools }));
    const calls = callsOf(parts);
    expect(calls.map(({ name, arguments: json }) => [name, JSON.parse(json)])).toEqual([
      ["get_weather", { city: "Tromsø" }],
      ["get_weather", { city: "Rome" }],
    ]);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    expect(finishesOf(parts)).toMatchObject([{ reason: "tool_calls" }]);
    const answered = ask("weather", { tools });
    answered.messages.push(
      {
        role: "assistant",
        content: textOf(parts),
        tool_calls: calls.map(({ id, name, arguments: json }) => ({
          id: id!,
          type: "function",
          function: { name: name!, arguments: json },
        })),
      },
      ...calls.map(({ id }) => ({ role: "tool" as const, tool_call_id: id!, content: "rain" })),
    );
    expect(textOf(await collect(kind, answered))).toBe("It rains in Tromsø.");
  });

  test("a stream that breaks off throws a failure that another endpoint can repair", async () => {
    const { facts } = await failureOf(kind, "cut");
    expect(facts).toMatchObject({ fault: "provider", next: "next-endpoint", status: 502 });
  });

  test.each([
    ["rate", { fault: "capacity", next: "next-endpoint", status: 429 }],
    ["busy", { fault: "capacity", next: "next-endpoint", status: 503 }],
    ["denied", { fault: "key", next: "next-endpoint" }],
    ["a text that no fixture matches", { fault: "endpoint", next: "next-endpoint" }],
  ])("the error of %s is classified, without the key", async (text, facts) => {
    const failure = await failureOf(kind, text);
    expect(failure.facts).toMatchObject(facts);
    expect(JSON.stringify(failure.facts)).not.toContain("0123456789");
  });
});

test.each(["anthropic", "gemini"] as const)("aimock's %s streams thoughts as reasoning", async (kind) => {
  const parts = await collect(kind, ask("think", { reasoning: { effort: "low" } }));
  expect(textOf(parts, "reasoning")).toBe("Count the gulls.");
  expect(textOf(parts)).toBe("Two.");
});

test("aimock's OpenAI embeds and lists its models", async () => {
  const openai = providers.get("openai-compatible")!;
  const { vectors } = await openai.embed({ model: "m", input: ["a pier", "a gull"] }, { target: { model: "embed" } });
  expect(vectors).toEqual([
    [0.25, -0.5],
    [0.25, -0.5],
  ]);
  expect((await openai.listModels()).length).toBeGreaterThan(0);
});

test("aimock's Cohere embeds and reranks", async () => {
  const context = { target: { model: "embed-v4" } };
  const cohere = providers.get("cohere")!;
  const { vectors } = await cohere.embed({ model: "m", input: ["a pier", "a gull"] }, context);
  expect(vectors).toEqual([
    [0.25, -0.5],
    [0.25, -0.5],
  ]);
  const { results } = await cohere.rerank({ model: "m", query: "hours", documents: ["a", "b"] }, context);
  expect(results).toEqual([{ index: 1, score: 0.75 }]);
});

test("aimock's Ollama lists its models", async () => {
  const models = await providers.get("ollama")!.listModels();
  expect(models.map(({ id }) => id)).toContain("gpt-4o");
});
