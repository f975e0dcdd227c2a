import fc from "fast-check";
import { expect, test } from "vitest";
import { explainJsonError } from "./json-error.ts";

test.each([
  ['{"a":1,}', 7, 1, 8],
  ['{"models":[,]}\n', 11, 1, 12],
  ['{"a":\n  tru }', 8, 2, 3],
  ["[1 2]", 3, 1, 4],
  ['{"a" 1}', 5, 1, 6],
  ["[1,2", 4, 1, 5],
  ["{}x", 2, 1, 3],
  ["'a'", 0, 1, 1],
  ['{"a":"\n"}', 5, 1, 6],
])("the error for %j names the position of the mistake", (text, position, line, column) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(explainJsonError(text)).toContain(`at position ${position} (line ${line}, column ${column})`);
});

test("the error for truncated JSON names the unexpected character or the end of the text", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, cut) => {
      const short = text.slice(0, cut % text.length);
      try {
        JSON.parse(short);
      } catch {
        expect(explainJsonError(short)).toMatch(/^not valid JSON: unexpected (end of text|".*") at position/);
      }
    }),
  );
});

test("a million nested arrays do not overflow the stack", () => {
  expect(explainJsonError("[".repeat(1_000_000))).toContain("end of text at position 1000000");
});
