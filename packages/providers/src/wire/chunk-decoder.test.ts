import fc from "fast-check";
import { expect, test } from "vitest";
import { ChunkDecoder } from "./chunk-decoder.ts";

const text = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.constant("\uFEFF"));
const valid = text.map((value) => new TextEncoder().encode(value));
const bytes = fc.array(fc.oneof(valid, fc.uint8Array({ maxLength: 4 })), { maxLength: 8 });

test("chunks of any bytes, cut anywhere, have the text that a TextDecoder gives", () => {
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(20)), (given, sizes) => {
      const all = Buffer.concat(given);
      const decoder = new ChunkDecoder();
      const reference = new TextDecoder();
      let at = 0;
      for (const size of [...sizes, all.length]) {
        const chunk = all.subarray(at, at + size);
        // A character that is cut is held back by both.
        expect(decoder.push(chunk)).toBe(reference.decode(chunk, { stream: true }));
        at += size;
      }
      expect(decoder.end()).toBe(reference.decode());
    }),
  );
});
