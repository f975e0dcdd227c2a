import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultAccount } from "../config/default-config.ts";
import { byokFee } from "./byok-fee.ts";

const feeOf = (fee: number, price: bigint): bigint => byokFee({ terms: { ...defaultAccount, byok: { fee } } }, price);

test("the fee is the share of the list price, rounded up to a nano-USD", () => {
  expect(feeOf(0.05, 14_000n)).toBe(700n);
  expect(feeOf(0.05, 1n)).toBe(1n);
  expect(feeOf(0, 10n ** 20n)).toBe(0n);
  expect(feeOf(1, 10n ** 20n)).toBe(10n ** 20n);
});

test("the fee is exact for every amount, between zero and the price, and grows with it", () => {
  const millionths = fc.integer({ min: 0, max: 1_000_000 });
  const price = fc.bigInt(0n, 10n ** 24n);
  fc.assert(
    fc.property(millionths, price, price, (share, a, b) => {
      const fee = feeOf(share / 1_000_000, a);
      const exact = a * BigInt(share);
      expect(fee * 1_000_000n - exact).toBeGreaterThanOrEqual(0n);
      expect(fee * 1_000_000n - exact).toBeLessThan(1_000_000n);
      expect(feeOf(share / 1_000_000, a + b)).toBeGreaterThanOrEqual(fee);
    }),
  );
});
