import { expect, test } from "vitest";
import { geminiAdapter } from "../../packages/providers/src/gemini/gemini.ts";
import { callsOf, finishesOf, replay, textOf, usageOf } from "./replay.ts";

test("Gemini's thoughts and text become reasoning and text, with the thoughts in the usage", () => {
  const parts = replay(geminiAdapter, "gemini-thoughts.sse");
  expect(textOf(parts, "reasoning")).toBe("**Counting the ferries**\n\nThree leave before noon, so two remain. ⛴️");
  expect(textOf(parts)).toBe("Zwei Fähren fahren noch 🌊.");
  expect(usageOf(parts)).toEqual({ promptTokens: 23, completionTokens: 73, reasoningTokens: 64, cachedTokens: 12 });
  expect(parts.at(-1)).toEqual({ type: "finish", reason: "stop", nativeReason: "STOP" });
  expect(parts[0]).toEqual({ type: "response", id: "kZ0raaX1Ms6Jvdo", model: "gemini-2.5-flash" });
});

test("Gemini's parallel calls get ids of their own, and a call without arguments has an empty object", () => {
  const parts = replay(geminiAdapter, "gemini-parallel-calls.sse");
  const calls = callsOf(parts);
  expect(calls.map(({ name, arguments: json }) => [name, json])).toEqual([
    ["get_weather", '{"city":"Oslo"}'],
    ["get_weather", '{"city":"Rome"}'],
    ["get_time", "{}"],
  ]);
  expect(new Set(calls.map(({ id }) => id)).size).toBe(3);
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "tool_calls", nativeReason: "STOP" }]);
});

test("an id that Gemini repeats is replaced", () => {
  const [first, second] = callsOf(replay(geminiAdapter, "gemini-repeated-ids.sse"));
  expect(first!.id).toBe("fc-1");
  expect(second!.id).toMatch(/^call_/);
});

test("a prompt that Gemini blocks ends with content_filter, although there is no candidate", () => {
  const parts = replay(geminiAdapter, "gemini-blocked-prompt.sse");
  expect(usageOf(parts)).toMatchObject({ promptTokens: 11, completionTokens: 0 });
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "content_filter", nativeReason: "PROHIBITED_CONTENT" }]);
});

test("an output that Gemini's filter stops keeps its text and ends with content_filter", () => {
  const parts = replay(geminiAdapter, "gemini-safety.sse");
  expect(textOf(parts)).toBe("To begin, ");
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "content_filter", nativeReason: "SAFETY" }]);
});

test.each([
  ["gemini-malformed-call.sse", 502, /MALFORMED_FUNCTION_CALL: Malformed function call/],
  ["gemini-error-event.sse", 503, /overloaded/],
  ["gemini-truncated.sse", 502, /ended before it was complete/],
  ["gemini-malformed-json.sse", 502, /not a JSON object/],
])("%s ends with an error of the provider, and nothing follows it", (name, status, message) => {
  const parts = replay(geminiAdapter, name);
  const last = parts.at(-1)!;
  expect(last).toMatchObject({ type: "error", error: { status }, facts: { next: "next-endpoint" } });
  expect(last.type === "error" && last.error.message).toMatch(message);
  expect(parts.filter(({ type }) => type === "error" || type === "finish")).toHaveLength(1);
});

test("Gemini's grounding becomes citations whose places count characters, not bytes", () => {
  const parts = replay(geminiAdapter, "gemini-grounded.sse");
  const text = textOf(parts);
  const citations = parts.flatMap((part) => (part.type === "annotations" ? part.annotations : []));
  const cited = citations.map((one) => {
    if (one.type !== "url_citation") return one;
    const { url, title, start_index: start, end_index: end } = one.url_citation;
    return [url, title, text.slice(start, end)];
  });
  expect(usageOf(parts)).toMatchObject({ promptTokens: 134, completionTokens: 15, webSearches: 1 });
  expect(cited).toEqual([
    ["https://harbor.example/hours", "harbor.example", "Die Brücke öffnet um acht."],
    ["https://harbor.example/hours", "harbor.example", "Sie ist 300 m lang."],
    ["https://bridge.example/length", "bridge.example", "Sie ist 300 m lang."],
    ["https://map.example/", "https://map.example/", ""],
  ]);
});

test("an image of Gemini becomes a data URL", () => {
  const parts = replay(geminiAdapter, "gemini-image.sse");
  expect(parts.find(({ type }) => type === "images")).toEqual({
    type: "images",
    urls: ["data:image/png;base64,iVBORw0KGgo="],
  });
});

test("sound in the prompt is counted, since it has its own price", () => {
  const usageMetadata = {
    promptTokenCount: 50,
    candidatesTokenCount: 2,
    promptTokensDetails: [
      { modality: "TEXT", tokenCount: 18 },
      { modality: "AUDIO", tokenCount: 32 },
    ],
  };
  const event = { candidates: [{ content: { parts: [{ text: "Hei" }] }, finishReason: "STOP" }], usageMetadata };
  const parts = replay(geminiAdapter, new TextEncoder().encode(`data: ${JSON.stringify(event)}\n\n`));
  expect(usageOf(parts)).toMatchObject({ promptTokens: 50, audioTokens: 32 });
});

test("a finish reason of Gemini is the end only after events without one", () => {
  const target = { model: "gemini-2.5-flash", issuer: "google" };
  const isCompleteAfter = (finishReasons: readonly (string | undefined)[]): boolean[] => {
    const decoder = geminiAdapter.chat.createDecoder({ messages: [] }, target);
    return finishReasons.map((finishReason) => {
      decoder.push({ data: JSON.stringify({ candidates: [{ content: { parts: [{ text: "a" }] }, finishReason }] }) });
      return decoder.isComplete!();
    });
  };
  expect(isCompleteAfter([undefined, undefined, "STOP"])).toEqual([false, false, true]);
  expect(isCompleteAfter(["STOP", "STOP", "STOP"])).toEqual([false, false, false]);
});
