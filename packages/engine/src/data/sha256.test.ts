import fc from "fast-check";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sha256Hex } from "./sha256.ts";

test("the synchronous SHA-256 gives the same hashes as the platform", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(createHash("sha256").update(new TextEncoder().encode(text)).digest("hex"));
    }),
    { numRuns: 300 },
  );
});
