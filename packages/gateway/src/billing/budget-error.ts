import { toUsd } from "@patchbay/engine/billing/money";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Budget } from "../ports/ledger.ts";

/** 402 for a budget that is used up. It names the budget, its owner, and when it resets. */
export function toBudgetError(budget: Budget, resetsAt: number | null, now: number): HttpError {
  const amount = budget.unit === "usd" ? `${toUsd(budget.limit)} USD` : `${budget.limit} requests`;
  const reset =
    resetsAt === null ? "It does not reset: raise it, or use another key." : `It resets at ${toTime(resetsAt)}.`;
  const message = `The ${budget.window} budget of ${ownerOf(budget)}, ${amount}, is used up. ${reset}`;
  const headers = resetsAt === null ? {} : { "retry-after": String(Math.max(Math.ceil((resetsAt - now) / 1000), 1)) };
  return new HttpError(402, message, { headers, metadata: { limit_source: "budget" } });
}

function toTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** The owner in a budget's id: `key:…`, `account:NAME…`, `gateway…`. */
function ownerOf({ id }: Budget): string {
  const [kind, name = ""] = id.split(":");
  if (kind === "key") return "this key";
  return kind === "account" ? `the account ${name}` : "the gateway";
}
