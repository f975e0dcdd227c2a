import fc from "fast-check";
import { expect, test } from "vitest";
import { detailOf } from "../errors/error-detail.ts";
import { normalizeChunk } from "../http/chunk-shape.ts";
import { isPlainChunk } from "./plain-chunk.ts";

const chunk = (): Record<string, unknown> => ({
  id: "gen-1",
  object: "chat.completion.chunk",
  choices: [
    { index: 0, delta: { role: "assistant", content: "x" }, finish_reason: null, native_finish_reason: "stop" },
  ],
});

const names = (
  "error object type status choices usage index delta message finish_reason native_finish_reason content reasoning refusal " +
  "tool_calls reasoning_details annotations images audio 0"
).split(" ");
const texts = ["", "x", "error", "network_error", "failed", "response", "chat.completion.chunk", "1"] as const;
const parts = [[], {}, [null], [{}], { content: "x" }, { error: "x" }, [{ type: "text", text: "x" }]] as const;
const values = fc.constantFrom<unknown>(null, 0, -1, false, true, ...texts, ...parts);
const changes = fc.array(fc.record({ place: fc.nat(), name: fc.constantFrom(...names), value: values }), {
  maxLength: 3,
});

function objectsIn(value: unknown): Record<string, unknown>[] {
  return typeof value === "object" && value !== null
    ? [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
    : [];
}

test("a chunk that is not checked further reports no error and is in the form of the contract", () => {
  let plain = 0;
  fc.assert(
    fc.property(changes, (edits) => {
      const changed = chunk();
      for (const { place, name, value } of edits) {
        const objects = objectsIn(changed);
        objects[place % objects.length]![name] = structuredClone(value);
      }
      if (!isPlainChunk(changed)) return;
      plain++;
      expect(detailOf(changed)).toBeUndefined();
      const normalized = structuredClone(changed);
      normalizeChunk(normalized);
      expect(normalized).toStrictEqual(changed);
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(500);
});

test("chunks of text, and the last one with the usage, are not checked further", () => {
  expect(isPlainChunk(chunk())).toBe(true);
  expect(isPlainChunk({ ...chunk(), usage: { total_tokens: 1 } })).toBe(true);
  expect(isPlainChunk({ ...chunk(), choices: [] })).toBe(true);
});
