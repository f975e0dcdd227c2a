import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { HttpError } from "@patchbay/service/http/http-error";
import type { ChargeBasis, OutputRequest } from "@patchbay/service/ports/billing";
import { RequestScope } from "@patchbay/service/ports/request-scope";
import { defaultConfig } from "../config/default-config.ts";
import { KeyIndex } from "../access/key-index.ts";
import { emptyKey } from "../keys/empty-key.ts";
import { openSqliteLedger } from "../ledger/sqlite/ledger.ts";
import type { StoredBudget } from "../ports/keys.ts";
import { RequestCharges } from "./request-charges.ts";

const folder = mkdtempSync(join(tmpdir(), "patchbay-charges-"));
const ledger = openSqliteLedger(join(folder, "ledger.db"));
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const now = Date.parse("2026-11-29T12:00:00Z");
let count = 0;

interface Setup {
  readonly bought?: bigint;
  readonly budgets?: readonly StoredBudget[];
  readonly creditLimit?: "none" | "prepaid";
}

/** A request of a new account with a new key. */
async function open({ bought = 0n, budgets = [], creditLimit = "prepaid" }: Setup) {
  const account = `a${++count}`;
  const terms = { ...defaultConfig.accounts.default!, creditLimit };
  const keys = new KeyIndex(
    { ...defaultConfig, accounts: { [account]: terms } },
    { pepper: new Uint8Array(32), now: () => now },
  );
  keys.put({ ...emptyKey("sk-or-v1-test", now), hash: account, account, budgets });
  if (bought > 0n)
    await ledger.addCredits({ id: `deposit-${account}`, account, amount: bought, kind: "purchase", now });
  const scope = new RequestScope();
  const lost: unknown[] = [];
  const key = keys.get(account)!;
  const charges = new RequestCharges({
    ledger,
    key,
    id: `gen-${account}`,
    scope,
    now: () => now,
    holdTime: 60_000,
    onLost: (error) => lost.push(error),
    keep: () => undefined,
    priceVersionOf: () => "v1",
  });
  return { account, key, scope, charges, lost, balance: () => ledger.balanceOf(account) };
}

const basis = { isEstimated: false } as ChargeBasis;
const output = (price: bigint, most: number, least = most): OutputRequest => ({
  claimFor: (size) => ({ cost: BigInt(size) * price }),
  most,
  least,
  refuse: (left, plain) => new HttpError(402, `${plain} ${left}`),
});

test("whatever the attempts of a request come to, its reservation is closed and it is charged at most once", async () => {
  const attempt = fc.record({
    price: fc.bigInt(0n, 50n),
    most: fc.integer({ min: 1, max: 40 }),
    grows: fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(attempt, { minLength: 1, maxLength: 4 }),
      fc.bigInt(0n, 3000n),
      fc.constantFrom("settle", "settle twice", "leave", "leave, then settle"),
      fc.bigInt(0n, 5000n),
      async (attempts, bought, end, cost) => {
        const { scope, charges, balance, lost } = await open({ bought });
        let isRefused = false;
        for (const { price, most, grows } of attempts) {
          try {
            const reservation = await charges.reserveOutput(output(price, most, 1));
            let size = reservation.size;
            expect(size).toBeLessThanOrEqual(most);
            for (const grown of grows) {
              const reached = await reservation.extend(output(price, most).claimFor, size, Math.max(size, grown));
              expect(reached).toBeGreaterThanOrEqual(size);
              size = reached;
            }
            const { pending } = await balance();
            expect(pending).toBeGreaterThanOrEqual(BigInt(size) * price);
            expect(pending).toBeLessThanOrEqual(bought);
          } catch (error) {
            if (!(error instanceof HttpError)) throw error;
            isRefused = true;
            break;
          }
        }
        const isCharged = !isRefused && end.startsWith("settle");
        if (isRefused || end.startsWith("leave")) scope.close();
        if (end !== "leave") charges.settle(isRefused ? [] : [{ to: "provider:a", amount: cost }], 0n, basis);
        if (end === "settle twice") charges.settle([{ to: "provider:a", amount: cost }], 0n, basis);
        scope.close();
        await expect.poll(async () => (await balance()).pending, { interval: 2 }).toBe(0n);
        const held = attempts.some(({ price }) => price > 0n);
        if (isCharged) await expect.poll(async () => (await balance()).used, { interval: 2 }).toBe(cost);
        else if (held) expect((await balance()).used).toBe(0n);
        expect(lost).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
  expect((await ledger.verify()).problems).toEqual([]);
});

test("an extension near the balance gets at least half of what still fits", async () => {
  const { charges } = await open({ bought: 1000n });
  const reservation = await charges.reserveOutput(output(1n, 100));
  const size = await reservation.extend(output(1n, 0).claimFor, 100, 2000);
  expect(size).toBeGreaterThanOrEqual(550);
  expect(size).toBeLessThanOrEqual(1000);
});

test("a free model is served although the budget in USD is spent, but counts toward a budget of requests", async () => {
  const budgets = [
    { unit: "usd", limit: "0", window: "total" },
    { unit: "requests", limit: "1", window: "total" },
  ] as const;
  const { charges, key } = await open({ creditLimit: "none", budgets });
  expect((await charges.reserveOutput(output(0n, 10))).size).toBe(10);
  const [, requests] = await ledger.budgetsOf(key.budgets, now);
  expect(requests!.pending).toBe(1n);
});

test("without credits, the request is refused with what is left, and nothing stays reserved", async () => {
  const { charges, balance } = await open({ bought: 5n });
  await expect(charges.reserveOutput(output(1n, 10))).rejects.toThrow(
    "Insufficient credits. Add credits to the account. 5",
  );
  expect((await balance()).pending).toBe(0n);
});
