import { expect, test } from "vitest";
import { ollamaAdapter } from "../../packages/providers/src/ollama/ollama.ts";
import { callsOf, finishesOf, replay } from "./replay.ts";

const messages = [{ role: "user" as const, content: "Hi" }];
const toBody = (request: object, target: object = {}): Record<string, unknown> => {
  const wire = ollamaAdapter.chat.toWire({ messages, ...request }, { model: "qwen3:4b", issuer: "local", ...target });
  return JSON.parse(String(wire.body)) as Record<string, unknown>;
};

test("edge 7: the context length of the endpoint reaches Ollama, so that it does not truncate at its default", () => {
  expect(toBody({}, { context: 32_768 })).toMatchObject({ options: { num_ctx: 32_768 } });
  expect(toBody({ temperature: 0 }, { context: 8192 })).toMatchObject({ options: { num_ctx: 8192, temperature: 0 } });
  expect(toBody({})).not.toHaveProperty("options");
});

test("edge 8: tool calls of Ollama keep unique ids and end with tool_calls, although Ollama says stop", () => {
  const parts = replay(ollamaAdapter, "ollama-tool-calls.ndjson", { format: "ndjson" });
  const calls = callsOf(parts);
  expect(calls).toMatchObject([
    { index: 0, name: "get_weather", arguments: '{"city":"Oslo","days":2}' },
    { index: 1, name: "get_weather", arguments: '{"city":"Rome"}' },
    { index: 2, name: "get_time", arguments: "{}" },
  ]);
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "tool_calls", nativeReason: "stop" }]);
  const again = callsOf(replay(ollamaAdapter, "ollama-tool-calls.ndjson", { format: "ndjson" }));
  expect(new Set([...calls, ...again].map(({ id }) => id)).size).toBe(6);
});

test("edge 9: a message with several parts stays one message for Ollama", () => {
  const content = [
    { type: "text", text: "What is on" },
    { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } },
    { type: "text", text: "these two?" },
    { type: "image_url", image_url: { url: "data:image/png;base64,BBBB" } },
  ];
  expect(toBody({ messages: [{ role: "user", content }] }).messages).toEqual([
    { role: "user", content: "What is on\nthese two?", images: ["AAAA", "BBBB"] },
  ]);
});
