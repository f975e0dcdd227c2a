import fc from "fast-check";
import { expect, test } from "vitest";
import { Ledger, CreditBalance, type Hold } from "./ledger.ts";

function createBalance(bought: bigint): CreditBalance {
  return new CreditBalance(new Ledger(), "ada", bought);
}

const pay = (amount: bigint): { to: string; amount: bigint }[] => [{ to: "provider:acme", amount }];

function sumOf({ balances }: Ledger): bigint {
  return [...balances.values()].reduce((sum, balance) => sum + balance, 0n);
}

test("two requests cannot spend the same credits", () => {
  const balance = createBalance(10n);
  expect(balance.reserve(6n)).toBeDefined();
  expect(balance.reserve(6n)).toBeUndefined();
});

test("the second call that ends a hold has no effect", () => {
  const balance = createBalance(10n);
  const hold = balance.reserve(6n)!;
  hold.settle(pay(4n));
  hold.release();
  hold.settle(pay(4n));
  expect(hold.resize(1n)).toBe(false);
  expect(balance.totals).toEqual({ bought: 10n, used: 4n, held: 0n });
});

test("a charge above its hold is taken in full, and a negative balance grants no further hold", () => {
  const balance = createBalance(10n);
  balance.reserve(10n)!.settle(pay(12n));
  expect(balance.available).toBe(-2n);
  expect(balance.reserve(0n)).toBeUndefined();
});

test("a hold grows only as far as the balance allows", () => {
  const balance = createBalance(10n);
  const hold = balance.reserve(4n)!;
  expect(hold.resize(11n)).toBe(false);
  expect(hold.resize(10n)).toBe(true);
  expect(balance.available).toBe(0n);
  expect(hold.resize(2n)).toBe(true);
  expect(balance.totals).toEqual({ bought: 10n, used: 0n, held: 2n });
});

test("the sum over all accounts is zero and the balance is correct after any interleaving", () => {
  const step = fc.record({
    kind: fc.constantFrom("reserve", "resize", "settle", "release", "buy"),
    amount: fc.bigInt({ min: 0n, max: 50n }),
    fee: fc.bigInt({ min: 0n, max: 9n }),
    which: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const ledger = new Ledger();
      const balance = new CreditBalance(ledger, "ada", 500n);
      const open: { hold: Hold; amount: bigint }[] = [];
      let [bought, used] = [500n, 0n];
      for (const { kind, amount, fee, which } of steps) {
        const at = open.length === 0 ? -1 : which % open.length;
        if (kind === "buy") {
          balance.deposit(amount);
          bought += amount;
        } else if (kind === "reserve") {
          const before = balance.available;
          const hold = balance.reserve(amount);
          expect(hold !== undefined).toBe(before >= amount);
          if (hold) open.push({ hold, amount });
        } else if (at >= 0 && kind === "resize") {
          const one = open[at]!;
          const possible = balance.available + one.amount >= amount;
          expect(one.hold.resize(amount)).toBe(possible);
          if (possible) open[at] = { ...one, amount };
        } else if (at >= 0) {
          const [{ hold }] = open.splice(at, 1) as [{ hold: Hold; amount: bigint }];
          if (kind === "release") hold.release();
          else {
            hold.settle([...pay(amount), { to: "fees", amount: fee }]);
            used += amount + fee;
          }
        }
        const held = open.reduce((sum, one) => sum + one.amount, 0n);
        expect(balance.totals).toEqual({ bought, used, held });
        expect(balance.available).toBe(bought - used - held);
        expect(ledger.balance("provider:acme") + ledger.balance("fees")).toBe(used);
        expect(sumOf(ledger)).toBe(0n);
      }
    }),
  );
});
