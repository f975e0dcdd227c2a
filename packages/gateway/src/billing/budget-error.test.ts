import { expect, test } from "vitest";
import type { Budget } from "../ports/ledger.ts";
import { toBudgetError } from "./budget-error.ts";

const now = Date.parse("2026-11-29T12:00:00Z");
const tomorrow = Date.parse("2026-11-30T00:00:00Z");

test.each<[Partial<Budget> & { id: string }, number | null, string, string | undefined]>([
  [
    { id: "key:0a1b:daily-usd", window: "daily" },
    tomorrow,
    "The daily budget of this key, 12.5 USD, is used up. It resets at 2026-11-30T00:00:00.000Z.",
    "43200",
  ],
  [
    { id: "account:acme:total-requests", unit: "requests", limit: 100n, window: "total" },
    null,
    "The total budget of the account acme, 100 requests, is used up. It does not reset: raise it, or use another key.",
    undefined,
  ],
  [
    { id: "gateway:monthly-usd", window: "monthly" },
    now,
    "The monthly budget of the gateway, 12.5 USD, is used up. It resets at 2026-11-29T12:00:00.000Z.",
    "1",
  ],
])("the error of budget $0.id names its owner, its limit and its reset", (budget, resetsAt, message, retryAfter) => {
  const error = toBudgetError({ unit: "usd", limit: 12_500_000_000n, window: "daily", ...budget }, resetsAt, now);
  expect(error).toMatchObject({ status: 402, message });
  expect(error.details.headers?.["retry-after"]).toBe(retryAfter);
  expect(JSON.stringify(error.details)).not.toContain("0a1b");
});
