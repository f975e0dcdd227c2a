import { toUsd } from "@patchbay/engine/billing/money";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Budget } from "../ports/ledger.ts";

/** 402 for a budget that is used up. It names the budget, its owner, and when it resets. */
export function toBudgetError(budget: Budget, resetsAt: number | null, now: number): HttpError {
  const message = `The ${nameOf(budget)}, is used up. ${toReset(resetsAt)}`;
  const headers = resetsAt === null ? {} : { "retry-after": String(Math.max(Math.ceil((resetsAt - now) / 1000), 1)) };
  return new HttpError(402, message, { headers, metadata: { limit_source: "budget" } });
}

/** Which budget limits a request that would fit if it were smaller. */
export function describeBudget(budget: Budget, resetsAt: number | null): string {
  return `The limit is the ${nameOf(budget)}. ${toReset(resetsAt)}`;
}

function nameOf(budget: Budget): string {
  const amount = budget.unit === "usd" ? `${toUsd(budget.limit)} USD` : `${budget.limit} requests`;
  return `${budget.window} budget of ${ownerOf(budget)}, ${amount}`;
}

function toReset(resetsAt: number | null): string {
  if (resetsAt === null) return "It does not reset: raise it, or use another key.";
  return `It resets at ${new Date(resetsAt).toISOString()}.`;
}

/** The owner in a budget's id: `key:…`, `account:NAME…`, `gateway…`. */
function ownerOf({ id }: Budget): string {
  const [kind, name = ""] = id.split(":");
  if (kind === "key") return "this key";
  return kind === "account" ? `the account ${name}` : "the gateway";
}
