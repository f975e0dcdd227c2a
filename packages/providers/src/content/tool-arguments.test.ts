import { expect, test } from "vitest";
import { formatArguments, parseArguments } from "./tool-arguments.ts";

test.each([
  ['{"a":1}', { a: 1 }],
  ["", {}],
  [" null ", {}],
  ["[1]", { value: [1] }],
  ["5", { value: 5 }],
  ['{"a":', { value: '{"a":' }],
])("the arguments %j become an object", (text, expected) => {
  expect(parseArguments(text)).toEqual(expected);
});

test.each([
  [{ a: 1 }, '{"a":1}'],
  [undefined, "{}"],
  [null, "{}"],
  ['{"a": 1}', '{"a":1}'],
  ["null", "{}"],
])("the provider's arguments %j become JSON text", (value, expected) => {
  expect(formatArguments(value)).toBe(expected);
});
