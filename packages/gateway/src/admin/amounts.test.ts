import * as fc from "fast-check";
import { expect, test } from "vitest";
import { percentile, toDecimal, toUsd } from "./amounts.ts";

test.each([
  [0n, "0"],
  [1n, "0.000000001"],
  [12_500n, "0.0000125"],
  [-1_500_000_000n, "-1.5"],
  [9_007_199_254_740_993_000_000_001n, "9007199254740993.000000001"],
])("%s nano-USD are %s USD", (amount, text) => {
  expect(toUsd(amount)).toBe(text);
});

test("a decimal string loses no digit", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.integer({ min: 1, max: 20 }), (amount, digits) => {
      const [whole = "", fraction = ""] = toDecimal(amount, digits).split(".");
      expect(BigInt(whole.replace("-", "") + fraction.padEnd(digits, "0"))).toBe(amount < 0n ? -amount : amount);
    }),
  );
});

test("percentiles use the nearest rank", () => {
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(percentile([1, 2, 3, 4], 0.99)).toBe(4);
  expect(percentile([], 0.5)).toBeNull();
});
