import { expect, test } from "vitest";
import { openAICompatibleAdapter as adapter } from "../../packages/providers/src/openai-compatible/openai-compatible.ts";
import { callsOf, finishesOf, replay, textOf, usageOf } from "./replay.ts";

test("text, usage in a chunk without choices and the finish are read in this order", () => {
  const parts = replay(adapter, "openai-text.sse");
  expect(parts[0]).toEqual({ type: "response", id: "chatcmpl-A1", model: "gpt-5-mini-2025-08-07" });
  expect(textOf(parts)).toBe("Grüße 🙂 日本");
  expect(parts.at(-2)?.type).toBe("usage");
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop", nativeReason: "stop" });
});

test("interleaved tool calls are put together by their index", () => {
  const parts = replay(adapter, "openai-tool-calls.sse");
  expect(callsOf(parts)).toEqual([
    { index: 0, id: "call_a", name: "get_weather", arguments: '{"city":"Zürich"}' },
    { index: 1, id: "call_b", name: "get_time", arguments: "{}" },
  ]);
  expect(finishesOf(parts)).toMatchObject([{ reason: "tool_calls" }]);
});

test("tool calls without an index, with id and name in every piece, are put together by their id", () => {
  const parts = replay(adapter, "openai-calls-without-index.sse");
  expect(callsOf(parts)).toEqual([
    { index: 0, id: "call_a", name: "f", arguments: '{"a":1}' },
    { index: 1, id: "call_b", name: "g", arguments: "{}" },
  ]);
  // The server ended with `stop`.
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "tool_calls", nativeReason: "stop" }]);
});

test("reasoning_content is reasoning, and DeepSeek's cache hits are cached tokens", () => {
  const parts = replay(adapter, "openai-reasoning-content.sse");
  expect(textOf(parts, "reasoning")).toBe("Think hard.");
  expect(textOf(parts)).toBe("Yes.");
  expect(usageOf(parts)).toEqual({ promptTokens: 20, completionTokens: 9, cachedTokens: 16 });
});

test("reasoning details of OpenRouter are text with a signature, and complete summaries and encrypted details", () => {
  const parts = replay(adapter, "openrouter-reasoning-details.sse");
  expect(parts.filter(({ type }) => type.startsWith("reasoning"))).toEqual([
    { type: "reasoning", text: "Plan", format: "anthropic-claude-v1" },
    { type: "reasoning", text: "", format: "anthropic-claude-v1", signature: "sig" },
    {
      type: "reasoning-details",
      details: [{ type: "reasoning.summary", summary: "Summary", format: "openai-responses-v1", index: 1 }],
    },
    {
      type: "reasoning-details",
      details: [{ type: "reasoning.encrypted", data: "gAAA", format: "openai-responses-v1", id: "rs_1", index: 2 }],
    },
  ]);
  expect(usageOf(parts)).toEqual({
    promptTokens: 30,
    completionTokens: 12,
    cachedTokens: 10,
    cacheWriteTokens: 5,
    cost: 0.00042,
  });
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop", nativeReason: "end_turn" });
});

test("only the first of several choices is read", () => {
  const parts = replay(adapter, "openai-several-choices.sse");
  expect(textOf(parts)).toBe("Aa");
  expect(finishesOf(parts)).toHaveLength(1);
});

test("usage in every chunk is cumulative", () => {
  const parts = replay(adapter, "vllm-continuous-usage.sse");
  expect(usageOf(parts)).toEqual({ promptTokens: 8, completionTokens: 3 });
});

test("reasoning that a provider leaves out of the completion tokens is added to them", () => {
  expect(usageOf(replay(adapter, "xai-reasoning.sse"))).toEqual({
    promptTokens: 10,
    completionTokens: 32,
    reasoningTokens: 30,
  });
});

test("a refusal is a part of its own", () => {
  expect(textOf(replay(adapter, "openai-refusal.sse"), "refusal")).toBe("I cannot help.");
});
