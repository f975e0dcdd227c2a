import fc from "fast-check";
import { expect, test } from "vitest";
import { toJsonText } from "./json-text.ts";

test("a string is quoted as JSON.stringify quotes it", () => {
  const text = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: "binary", maxLength: 40 }));
  fc.assert(fc.property(text, (given) => toJsonText(given) === JSON.stringify(given)));
  for (let code = 0; code < 300; code++) {
    const given = ` a${String.fromCharCode(code)}`;
    expect(toJsonText(given)).toBe(JSON.stringify(given));
  }
});
