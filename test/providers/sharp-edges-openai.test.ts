import { expect, test } from "vitest";
import { openAICompatibleAdapter } from "../../packages/providers/src/openai-compatible/openai-compatible.ts";
import { anthropicAdapter } from "../../packages/providers/src/anthropic/anthropic.ts";
import { callsOf, finishesOf, readRecording, replay, textOf, usageOf } from "./replay.ts";

const adapter = openAICompatibleAdapter;

test("edge 4: OpenAI's prompt tokens include cache reads, which are not added again", () => {
  expect(usageOf(replay(adapter, "openai-text.sse"))).toEqual({
    promptTokens: 1200,
    completionTokens: 60,
    reasoningTokens: 40,
    cachedTokens: 1024,
    audioTokens: 0,
  });
});

test("edge 11: an error body under HTTP 200 is a failure", () => {
  const parts = replay(adapter, "openai-error-at-once.sse");
  expect(parts).toMatchObject([{ type: "error", facts: { fault: "capacity", next: "next-endpoint", status: 503 } }]);
  const body = `data: ${JSON.stringify(JSON.parse(new TextDecoder().decode(readRecording("openai-error-body.json"))))}\n\n`;
  expect(replay(adapter, new TextEncoder().encode(body))).toMatchObject([
    { type: "error", facts: { fault: "capacity", next: "next-key", status: 429, code: "rate_limit_exceeded" } },
  ]);
});

test("edge 14: the key order of tool schemas stays, so that the provider's prompt cache is hit", () => {
  const parameters = {
    type: "object",
    required: ["b"],
    properties: { zebra: { type: "string" }, apple: { type: "number" } },
  };
  const tools = [{ type: "function" as const, function: { name: "f", description: "F", parameters } }];
  const request = { messages: [{ role: "user" as const, content: "Hi" }], tools };
  for (const { chat } of [adapter, anthropicAdapter]) {
    const [first, second] = [1, 2].map(() => chat.toWire(structuredClone(request), { model: "m", issuer: "i" }).body!);
    expect(first).toBe(second);
    expect(first).toContain(JSON.stringify(parameters));
  }
});

test("edge 16: finish_reason error and usage null of an upstream gateway are a failure and no usage", () => {
  const parts = replay(adapter, "openrouter-error-finish.sse");
  expect(textOf(parts)).toBe("Hel");
  expect(usageOf(parts)).toBeUndefined();
  expect(finishesOf(parts)).toEqual([]);
  expect(parts.at(-1)).toMatchObject({
    type: "error",
    error: { status: 502, errorType: "provider_unavailable" },
    facts: { fault: "provider", next: "next-endpoint" },
  });
});

test("edge 16: finish_reason error without an error object is reported as such", () => {
  const parts = replay(adapter, "openrouter-error-finish-only.sse");
  expect(finishesOf(parts)).toMatchObject([{ reason: "error" }]);
  expect(usageOf(parts)).toBeUndefined();
});

test("edge 17: of spliced streams of OpenAI's API only the first is read", () => {
  const parts = replay(adapter, "openai-spliced.sse");
  expect(textOf(parts)).toBe("Hello");
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "stop", nativeReason: "stop" }]);
});

test("edge 18: keep-alive comments, empty data lines and cut characters do not break the stream", () => {
  const parts = replay(adapter, "openai-keep-alive.sse");
  expect(textOf(parts)).toBe("Grüße 🙂");
  expect(usageOf(parts)).toEqual({ promptTokens: 7, completionTokens: 2, cost: 0.000012 });
  expect(finishesOf(parts)).toHaveLength(1);
});

test("edge 8: ids of tool calls are unique although the provider numbers all calls with 0", () => {
  const calls = callsOf(replay(adapter, "openai-calls-all-zero.sse"));
  expect(calls).toEqual([
    { index: 0, id: "call_a", name: "f", arguments: '{"a":1}' },
    { index: 1, id: "call_b", name: "f", arguments: '{"a":2}' },
  ]);
});
