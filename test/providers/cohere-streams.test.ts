import { expect, test } from "vitest";
import { cohereAdapter } from "../../packages/providers/src/cohere/cohere.ts";
import { callsOf, finishesOf, replay, textOf, usageOf } from "./replay.ts";

test("Cohere's events become text, and the usage is what Cohere bills", () => {
  const parts = replay(cohereAdapter, "cohere-text.sse");
  expect(parts[0]).toEqual({ type: "response", id: "c14c80c3-18eb-4519-9460-6c92edd8cfb4" });
  expect(textOf(parts)).toBe("Eine Möwe kreist 🐦.");
  expect(usageOf(parts)).toEqual({ promptTokens: 7, completionTokens: 6, cachedTokens: 0 });
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop", nativeReason: "COMPLETE" });
});

test("Cohere's thinking becomes reasoning, and its limit becomes length", () => {
  const parts = replay(cohereAdapter, "cohere-thinking.sse");
  expect(textOf(parts, "reasoning")).toBe("Count the gulls: three.");
  expect(textOf(parts)).toBe("Three gulls.");
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "length", nativeReason: "MAX_TOKENS" }]);
});

test("Cohere's tool plan becomes reasoning, and its calls keep their ids and their arguments", () => {
  const parts = replay(cohereAdapter, "cohere-tool-calls.sse");
  expect(textOf(parts, "reasoning")).toBe("I will look up both cities.");
  expect(callsOf(parts)).toEqual([
    { index: 0, id: "get_weather_w1a2", name: "get_weather", arguments: '{\n    "city": "Tromsø"\n}' },
    { index: 1, id: "get_weather_x9y8", name: "get_weather", arguments: '{"city": "Rome"}' },
  ]);
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "tool_calls", nativeReason: "TOOL_CALL" }]);
});

test("a citation of Cohere becomes an annotation for each source with a URL", () => {
  const parts = replay(cohereAdapter, "cohere-citations.sse");
  expect(parts.filter(({ type }) => type === "annotations")).toEqual([
    {
      type: "annotations",
      annotations: [
        {
          type: "url_citation",
          url_citation: {
            url: "https://pier.example/facts",
            title: "Pier facts",
            content: "120 m long",
            start_index: 12,
            end_index: 22,
          },
        },
      ],
    },
  ]);
});

test("events that Cohere adds later are ignored", () => {
  const parts = replay(cohereAdapter, "cohere-unknown-events.sse");
  expect(textOf(parts)).toBe("Calm.");
  expect(finishesOf(parts)).toHaveLength(1);
});

test.each([
  ["cohere-error-end.sse", 502, /ERROR: internal error: stream interrupted/],
  ["cohere-timeout-end.sse", 504, /TIMEOUT/],
  ["cohere-truncated.sse", 502, /ended before it was complete/],
  ["cohere-error-body.sse", 502, /returned an error/],
])("%s ends with an error of the provider, and nothing follows it", (name, status, message) => {
  const parts = replay(cohereAdapter, name);
  const last = parts.at(-1)!;
  expect(last).toMatchObject({ type: "error", error: { status }, facts: { next: "next-endpoint" } });
  expect(last.type === "error" && last.error.message).toMatch(message);
  expect(parts.filter(({ type }) => type === "error" || type === "finish")).toHaveLength(1);
});

test("a response that Cohere breaks off with an error still reports what it bills", () => {
  expect(usageOf(replay(cohereAdapter, "cohere-error-end.sse"))).toMatchObject({
    promptTokens: 5,
    completionTokens: 2,
  });
});
