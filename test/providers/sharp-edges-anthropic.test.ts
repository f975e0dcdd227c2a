import { expect, test } from "vitest";
import { anthropicAdapter } from "../../packages/providers/src/anthropic/anthropic.ts";
import type { UnifiedRequest } from "../../packages/providers/src/unified.ts";
import { finishesOf, replay, textOf, usageOf } from "./replay.ts";

const target = { model: "claude-sonnet-4-5", issuer: "test" };
const bodyOf = (request: UnifiedRequest) => JSON.parse(String(anthropicAdapter.chat.toWire(request, target).body));

test("edge 4: Anthropic's input tokens exclude cache reads and writes, which the prompt tokens include once", () => {
  const parts = replay(anthropicAdapter, "anthropic-cached.sse");
  expect(usageOf(parts)).toEqual({
    promptTokens: 21 + 1500 + 12_000,
    completionTokens: 17,
    cachedTokens: 12_000,
    cacheWriteTokens: 1500,
    cacheWriteHourTokens: 1000,
  });
  expect(textOf(parts)).toBe("Grüße; 日本 🙂");
});

test("edge 5: Anthropic's message_delta usage is cumulative, so that reports are never summed", () => {
  const usages = replay(anthropicAdapter, "anthropic-cached.sse").filter((part) => part.type === "usage");
  expect(usages.map(({ usage }) => usage.completionTokens)).toEqual([2, 9, 17]);
  expect(usages.map(({ usage }) => usage.promptTokens)).toEqual([13_521, 13_521, 13_521]);
});

test("edge 6: usage.iterations of a compaction are part of the usage", () => {
  const parts = replay(anthropicAdapter, "anthropic-iterations.sse");
  expect(usageOf(parts)).toMatchObject({ promptTokens: 9100, completionTokens: 740 });
  expect(textOf(parts)).toBe("Done.");
});

test.each([
  ["The answer is  \n", "The answer is"],
  [
    [
      { type: "text" as const, text: "One " },
      { type: "text" as const, text: " \n" },
    ],
    "One",
  ],
])("edge 10: trailing whitespace in the last assistant text is removed for Anthropic: %j", (content, text) => {
  const { messages } = bodyOf({
    messages: [
      { role: "user", content: "Hi " },
      { role: "assistant", content: "Hello " },
      { role: "user", content: "Go on " },
      { role: "assistant", content },
    ],
  });
  expect(messages.at(-1).content.at(-1).text).toBe(text);
  expect(messages.at(1).content[0].text).toBe("Hello ");
});

test("edge 10: a last assistant message of whitespace alone is left out for Anthropic", () => {
  const { messages } = bodyOf({
    messages: [
      { role: "user", content: "Hi" },
      { role: "assistant", content: " \n" },
    ],
  });
  expect(messages).toEqual([{ role: "user", content: [{ type: "text", text: "Hi" }] }]);
});

test("edge 11: an error event under HTTP 200 is a failure of Anthropic's capacity, at once and in mid-stream", () => {
  for (const [name, text] of [
    ["anthropic-error-at-once.sse", ""],
    ["anthropic-error-in-stream.sse", "Hel"],
  ] as const) {
    const parts = replay(anthropicAdapter, name);
    expect(parts.at(-1)).toMatchObject({
      type: "error",
      facts: { fault: "capacity", next: "next-endpoint", status: 503, code: "overloaded_error" },
    });
    expect(textOf(parts)).toBe(text);
  }
});

test("edge 17: a duplicate message_start gives one response and one usage", () => {
  const parts = replay(anthropicAdapter, "anthropic-duplicate-start.sse");
  expect(parts.filter(({ type }) => type === "response")).toHaveLength(1);
  expect(usageOf(parts)).toMatchObject({ promptTokens: 25, completionTokens: 5 });
  expect(textOf(parts)).toBe("Hello");
});

test("edge 17: of spliced streams only the first is read, and unknown events are harmless", () => {
  const parts = replay(anthropicAdapter, "anthropic-spliced.sse");
  expect(textOf(parts)).toBe("Hello");
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "stop", nativeReason: "end_turn" }]);
  expect(usageOf(parts)).toMatchObject({ completionTokens: 5 });
});
