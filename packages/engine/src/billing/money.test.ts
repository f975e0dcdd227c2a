import fc from "fast-check";
import { expect, test } from "vitest";
import { costOf, parsePrice, parseUsd, toUsd, unitsFor } from "./money.ts";

test("a price is a whole number of nano-USD per million units", () => {
  expect(parsePrice("0.00000025")).toBe(250_000_000n);
  expect(parsePrice("0.0000000375")).toBe(37_500_000n);
  expect(parsePrice("0")).toBe(0n);
});

test("an invalid price is rejected with an example of a valid one", () => {
  for (const text of ["", "1e-7", "free", "0.", "1,5"])
    expect(() => parsePrice(text)).toThrow("is not a decimal number");
  expect(() => parsePrice("0.0000000000000001")).toThrow("more than 15 decimal places");
  expect(() => parsePrice("-1")).toThrow("is negative");
});

test("a charge is exact and rounded up once, at the end", () => {
  const price = parsePrice("0.0000000001");
  expect(costOf([{ units: 1, price }])).toBe(1n);
  expect(costOf(Array.from({ length: 10 }, () => ({ units: 1, price })))).toBe(1n);
  expect(
    costOf([
      { units: 8, price: parsePrice("0.00000025") },
      { units: 2, price: parsePrice("0.000002") },
    ]),
  ).toBe(6000n);
});

test("any amount goes to USD and back unchanged", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -9_000_000_000_000n, max: 9_000_000_000_000n }),
      (nanos) => parseUsd(toUsd(nanos)) === nanos,
    ),
  );
});

test("the units that an amount pays cost at most that amount, and one more costs more", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 1_000_000_000_000n }),
      fc.bigInt({ min: 1n, max: 1_000_000_000_000n }),
      (amount, price) => {
        const units = unitsFor(amount, price)!;
        fc.pre(Number.isSafeInteger(units));
        expect(costOf([{ units, price }]) <= amount).toBe(true);
        expect(BigInt(units + 1) * price > amount * 1_000_000n).toBe(true);
      },
    ),
  );
});
