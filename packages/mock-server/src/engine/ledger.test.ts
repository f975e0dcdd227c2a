import fc from "fast-check";
import { expect, test } from "vitest";
import { Ledger, type Hold } from "./ledger.ts";

test("two requests cannot spend the same credits", () => {
  const ledger = new Ledger(10n);
  expect(ledger.reserve(6n)).toBeDefined();
  expect(ledger.reserve(6n)).toBeUndefined();
});

test("what ends a hold second has no effect", () => {
  const ledger = new Ledger(10n);
  const hold = ledger.reserve(6n)!;
  hold.settle(4n);
  hold.release();
  hold.settle(4n);
  expect(ledger.totals).toEqual({ bought: 10n, used: 4n, held: 0n });
});

test("a charge above its hold is taken whole, and nothing more is granted below zero", () => {
  const ledger = new Ledger(10n);
  ledger.reserve(10n)!.settle(12n);
  expect(ledger.available).toBe(-2n);
  expect(ledger.reserve(0n)).toBeUndefined();
});

test("the books balance after any interleaving of reservations, charges and releases", () => {
  const step = fc.record({
    kind: fc.constantFrom("reserve", "settle", "release"),
    amount: fc.bigInt({ min: 0n, max: 50n }),
    which: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const ledger = new Ledger(500n);
      const open: { hold: Hold; amount: bigint }[] = [];
      let used = 0n;
      for (const { kind, amount, which } of steps) {
        if (kind === "reserve") {
          const before = ledger.available;
          const hold = ledger.reserve(amount);
          expect(hold !== undefined).toBe(before >= amount);
          if (hold) open.push({ hold, amount });
        } else if (open.length > 0) {
          const [{ hold }] = open.splice(which % open.length, 1) as [{ hold: Hold; amount: bigint }];
          if (kind === "settle") {
            hold.settle(amount);
            used += amount;
          } else hold.release();
        }
        const held = open.reduce((sum, one) => sum + one.amount, 0n);
        expect(ledger.totals).toEqual({ bought: 500n, used, held });
        expect(ledger.available).toBe(500n - used - held);
      }
    }),
  );
});
