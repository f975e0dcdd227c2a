import fc from "fast-check";
import { expect, test } from "vitest";
import { hasNull } from "./json-limits.ts";

function containsNull(value: unknown): boolean {
  return typeof value === "object" && value !== null ? Object.values(value).some(containsNull) : value === null;
}

test("a null is found outside of strings only", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("null", ',"a":null', '"', "\\", '\\"null'));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      text,
      fc.constantFrom(null, true, false, 1e21, -1),
      fc.array(tie("value")),
      fc.dictionary(text, tie("value")),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom(undefined, 1), (one, space) => {
      expect(hasNull(JSON.stringify(one, null, space))).toBe(containsNull(one));
    }),
  );
});
