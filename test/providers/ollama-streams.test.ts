import { expect, test } from "vitest";
import { ollamaAdapter } from "../../packages/providers/src/ollama/ollama.ts";
import { callsOf, finishesOf, replay, textOf, usageOf } from "./replay.ts";

const format = "ndjson";

test("the lines of Ollama become text with usage and one finish", () => {
  const parts = replay(ollamaAdapter, "ollama-text.ndjson", { format });
  expect(parts[0]).toEqual({ type: "response", model: "qwen3:4b" });
  expect(textOf(parts)).toBe("Der Kühlschrank brummt 🧊.");
  expect(usageOf(parts)).toEqual({ promptTokens: 26, completionTokens: 9 });
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop", nativeReason: "stop" });
});

test("Ollama's thinking becomes reasoning", () => {
  const parts = replay(ollamaAdapter, "ollama-thinking.ndjson", { format });
  expect(textOf(parts, "reasoning")).toBe("The user wants one word.");
  expect(textOf(parts)).toBe("Tidal.");
});

test("an output that Ollama cuts at its limit ends with length", () => {
  expect(finishesOf(replay(ollamaAdapter, "ollama-length.ndjson", { format }))).toEqual([
    { type: "finish", reason: "length", nativeReason: "length" },
  ]);
});

test("a call in Ollama's last line counts, also without arguments and without a reason", () => {
  const parts = replay(ollamaAdapter, "ollama-call-in-last-line.ndjson", { format });
  expect(callsOf(parts)).toMatchObject([{ index: 0, name: "get_time", arguments: "{}" }]);
  expect(finishesOf(parts)).toMatchObject([{ reason: "tool_calls" }]);
});

test.each([
  ["ollama-error-line.ndjson", /returned an error/],
  ["ollama-truncated.ndjson", /ended before it was complete/],
  ["ollama-malformed-line.ndjson", /not a JSON object/],
])("%s ends with an error of the provider, and nothing follows it", (name, message) => {
  const parts = replay(ollamaAdapter, name, { format });
  expect(textOf(parts)).toBe("Half an ");
  const last = parts.at(-1)!;
  expect(last).toMatchObject({ type: "error", facts: { fault: "provider", next: "next-endpoint" } });
  expect(last.type === "error" && last.error.message).toMatch(message);
});
