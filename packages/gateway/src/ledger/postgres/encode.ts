import { LedgerConflict, type ExpiredHold, type Reservation, type ReserveResult } from "../../ports/ledger.ts";
import type { Outcome } from "../group-commit.ts";
import { holdBudgets } from "../held-budget.ts";
import { depositSources, providerCostOf, totalOf, type Operation, type OperationResult } from "../operation.ts";
import { windowAt } from "../window.ts";

/** An operation that `ledger_apply` understands. */
export type GroupedOperation = Exclude<Operation, { kind: "sweep" }>;

/** The operation as JSON. Amounts are strings, because JSON numbers lose integers above 2^53. */
export function encodeOperation(operation: GroupedOperation): Record<string, unknown> {
  const encode = encoders[operation.kind] as (operation: GroupedOperation) => Record<string, unknown>;
  return { kind: operation.kind, ...encode(operation) };
}

const encoders: {
  readonly [Kind in GroupedOperation["kind"]]: (
    operation: Extract<GroupedOperation, { kind: Kind }>,
  ) => Record<string, unknown>;
} = {
  reserve: ({ reservation: { id, account, floor, wanted, least, now, deadline, budgets, requests = 1n, lease } }) => ({
    id,
    account,
    lease,
    floor: floor === null ? null : String(floor),
    wanted: String(wanted),
    least: String(least),
    requests: String(requests),
    now,
    deadline,
    budgets: holdBudgets(budgets, now).map(({ id, start, unit, limit }) => [id, start, unit, String(limit)]),
  }),
  extend: ({ id, total }) => ({ id, total: String(total) }),
  settle: ({ settlement }) => ({
    id: settlement.id,
    account: settlement.account,
    total: String(totalOf(settlement)),
    postings: settlement.postings.map(({ to, amount }) => [to, String(amount)]),
    counted: String(settlement.counted),
    providerCost: String(providerCostOf(settlement)),
    reported: settlement.reported === undefined ? null : String(settlement.reported),
    lease: settlement.lease?.id,
    leaseAmount: settlement.lease && String(settlement.lease.amount),
    priceVersion: settlement.priceVersion,
    basis: settlement.basis,
    now: settlement.now,
  }),
  release: ({ id, reason, now }) => ({ id, reason, now }),
  deposit: ({ deposit: { id, account, amount, kind, now } }) => ({
    id,
    account,
    amount: String(amount),
    source: depositSources[kind],
    now,
  }),
};

type EncodedResult =
  | boolean
  | null
  | { readonly conflict: string }
  | { readonly granted: string }
  | { readonly refusedBy: "credits" | number; readonly left: string };

/** The result of an operation from its JSON. */
export function decodeResult(operation: GroupedOperation, encoded: unknown): Outcome<OperationResult> {
  const result = encoded as EncodedResult;
  if (result === null) return { value: undefined };
  if (typeof result === "boolean") return { value: result };
  if ("conflict" in result) return { error: new LedgerConflict(result.conflict) };
  if ("granted" in result) return { value: { granted: BigInt(result.granted) } };
  if (operation.kind !== "reserve")
    throw new Error(`Unexpected result of ${operation.kind}: ${JSON.stringify(result)}`);
  return { value: toRefusal(operation.reservation, result.refusedBy, BigInt(result.left)) };
}

function toRefusal({ budgets, now }: Reservation, refusedBy: "credits" | number, left: bigint): ReserveResult {
  if (refusedBy === "credits") return { refusedBy, left };
  const budget = budgets[refusedBy]!;
  return { refusedBy: budget, left, resetsAt: windowAt(budget.window, now).resetsAt };
}

/** The result of `ledger_sweep`. */
export function decodeSweep(encoded: unknown): readonly ExpiredHold[] {
  const rows = encoded as readonly { readonly id: string; readonly account: string; readonly amount: string }[];
  return rows.map(({ id, account, amount }) => ({ id, account, amount: BigInt(amount) }));
}
