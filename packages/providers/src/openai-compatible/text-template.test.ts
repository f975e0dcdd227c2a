import fc from "fast-check";
import { expect, test } from "vitest";
import type { ProviderPart } from "../unified.ts";
import { ChatDecoder } from "./chat-decoder.ts";

const chunkOf = (delta: object, more: object = {}): string =>
  JSON.stringify({ id: "c", model: "m", choices: [{ index: 0, delta, finish_reason: null }], ...more });

/** What a decoder that has learned nothing makes of each chunk. */
function decodeAlone(data: string): readonly ProviderPart[] {
  const decoder = new ChatDecoder();
  decoder.push({ data: chunkOf({ role: "assistant", content: "" }) });
  return decoder.push({ data });
}

test("A chunk has the same parts whether or not earlier chunks were like it", () => {
  const word = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom('"', "\\", "\n", "m", "c", "", "é", "\u2028"));
  const delta = fc.oneof(
    { weight: 6, arbitrary: fc.record({ content: word }) },
    fc.record({ content: word, role: fc.constant("assistant") }),
    fc.record({ reasoning: word }),
    fc.record({ content: word, refusal: word }),
    fc.record({ content: fc.constant(null) }),
  );
  const more = fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    fc.record({ obfuscation: word }),
    fc.constant({ usage: { prompt_tokens: 1, completion_tokens: 2 } }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(delta, more), { maxLength: 12 }), (chunks) => {
      const decoder = new ChatDecoder();
      decoder.push({ data: chunkOf({ role: "assistant", content: "" }) });
      for (const [fields, others] of chunks) {
        const data = chunkOf(fields, others);
        expect(decoder.push({ data })).toEqual(decodeAlone(data));
      }
    }),
    { numRuns: 40 },
  );
});

test.each([
  ["a second member of the same name", '{"choices":[{"delta":{"content":"a","content":"b"}}]}', "b"],
  ["white space", '{ "choices": [ { "delta": { "content": "b" } } ] }', "b"],
])("A chunk with %s is decoded as JSON", (_, data, text) => {
  const decoder = new ChatDecoder();
  decoder.push({ data: '{"id":"c","choices":[]}' });
  for (let count = 0; count < 3; count++) expect(decoder.push({ data })).toEqual([{ type: "text", text }]);
});

test("Text that arrives between pieces of a reasoning detail completes it", () => {
  const decoder = new ChatDecoder();
  const detail = { type: "reasoning.encrypted", data: "x", index: 0 };
  const chunks = [{ content: "a" }, { content: "b" }, { reasoning_details: [detail] }, { content: "c" }];
  const parts = chunks.flatMap((delta) => decoder.push({ data: chunkOf(delta) }));
  expect(parts.map(({ type }) => type)).toEqual(["response", "text", "text", "reasoning-details", "text"]);
});

test("Content that breaks out of its string is not taken as text", () => {
  const decoder = new ChatDecoder();
  for (const content of ["", "a", "b"]) decoder.push({ data: chunkOf({ content }) });
  const data = chunkOf({ content: "c" }).replace('"c"}', '"c"},"index":1,"x":{"content":""}');
  expect(decoder.push({ data })).toEqual(decodeAlone(data));
});
