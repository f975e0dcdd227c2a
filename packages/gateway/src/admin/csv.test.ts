import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvLine } from "./csv.ts";

describe("csvLine", () => {
  test.each([
    ["plain", "plain"],
    ['say "hi", twice', '"say ""hi"", twice"'],
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["  =1+1", "'  =1+1"],
    ["\t=1+1", `"'\t=1+1"`],
    ["＝1+1", "'＝1+1"],
    ["a\nb", '"a\nb"'],
  ])("writes %j as %j", (text, field) => {
    expect(csvLine([text])).toBe(`${field}\r\n`);
  });

  test("negative numbers and amounts stay numbers", () => {
    expect(csvLine([-3, { amount: "-0.5" }])).toBe("-3,-0.5\r\n");
  });

  test("no text begins a formula, and each can be read back", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const field = csvLine([text]).slice(0, -2);
        const value = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
        expect(value.trimStart()).not.toMatch(/^[=+\-@]/);
        expect(value.replace(/^'/, "")).toBe(text.replace(/^'/, ""));
      }),
    );
  });
});
