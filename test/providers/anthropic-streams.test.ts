import { expect, test } from "vitest";
import { anthropicAdapter as adapter } from "../../packages/providers/src/anthropic/anthropic.ts";
import type { ProviderPart } from "../../packages/providers/src/unified.ts";
import { callsOf, finishesOf, replay, textOf, usageOf } from "./replay.ts";

test("thinking, redacted thinking, text and tool calls are read", () => {
  const parts = replay(adapter, "anthropic-thinking-tools.sse");
  expect(textOf(parts, "reasoning")).toBe("The user wants the weather.");
  expect(parts).toContainEqual({
    type: "reasoning",
    text: "",
    format: "anthropic-claude-v1",
    signature: "EqQBCkYIBxgC",
  });
  expect(parts).toContainEqual({
    type: "reasoning-details",
    details: [{ type: "reasoning.encrypted", data: "EmwKAhgBEgy3", format: "anthropic-claude-v1", index: 0 }],
  });
  expect(callsOf(parts)).toEqual([
    { index: 0, id: "toolu_01", name: "get_weather", arguments: '{"city": "Zürich"}' },
    { index: 1, id: "toolu_02", name: "get_time", arguments: "{}" },
  ]);
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "tool_calls", nativeReason: "tool_use" }]);
  expect(usageOf(parts)).toMatchObject({ completionTokens: 89, reasoningTokens: 31 });
});

test("thinking of a response is sent back unchanged with its signature, before text and calls", () => {
  const parts = replay(adapter, "anthropic-thinking-tools.sse");
  const signature = parts.find(
    (part): part is Extract<ProviderPart, { type: "reasoning" }> => "signature" in part,
  )!.signature!;
  const encrypted = parts.flatMap((part) => (part.type === "reasoning-details" ? part.details : []));
  const text = {
    type: "reasoning.text",
    text: textOf(parts, "reasoning"),
    signature,
    format: "anthropic-claude-v1",
  } as const;
  const request = {
    messages: [
      { role: "user" as const, content: "Weather?" },
      {
        role: "assistant" as const,
        content: "Let me look.",
        reasoning_details: [text, ...encrypted],
        tool_calls: [
          {
            id: "toolu_01",
            type: "function" as const,
            function: { name: "get_weather", arguments: '{"city":"Zürich"}' },
          },
        ],
      },
      { role: "tool" as const, tool_call_id: "toolu_01", content: "Rain" },
    ],
  };
  const { messages } = JSON.parse(
    String(adapter.chat.toWire(request, { model: "claude-sonnet-4-5", issuer: "i" }).body),
  );
  expect(messages[1].content).toEqual([
    { type: "thinking", thinking: "The user wants the weather.", signature: "EqQBCkYIBxgC" },
    { type: "redacted_thinking", data: "EmwKAhgBEgy3" },
    { type: "text", text: "Let me look." },
    { type: "tool_use", id: "toolu_01", name: "get_weather", input: { city: "Zürich" } },
  ]);
});

test("web search results become citations, and searches are counted", () => {
  const parts = replay(adapter, "anthropic-citations.sse");
  expect(parts.find(({ type }) => type === "annotations")).toMatchObject({
    annotations: [
      { type: "url_citation", url_citation: { url: "https://example.com/a", title: "A", content: "It rains." } },
    ],
  });
  expect(callsOf(parts)).toEqual([]);
  expect(usageOf(parts)).toMatchObject({ webSearches: 1 });
});

test("the stop sequence that ended an output is reported", () => {
  expect(finishesOf(replay(adapter, "anthropic-stop-sequence.sse"))).toEqual([
    { type: "finish", reason: "stop", nativeReason: "stop_sequence", stopSequence: "END" },
  ]);
});
