import {
  mostAmount,
  type Deposit,
  type ExpiredHold,
  type NanoUsd,
  type ReleaseReason,
  type Reservation,
  type ReserveResult,
  type Settlement,
} from "../ports/ledger.ts";

/** A change of the ledger, queued for a group commit. */
export type Operation =
  | { readonly kind: "reserve"; readonly reservation: Reservation }
  | { readonly kind: "extend"; readonly id: string; readonly total: NanoUsd }
  | { readonly kind: "settle"; readonly settlement: Settlement }
  | { readonly kind: "release"; readonly id: string; readonly reason: ReleaseReason; readonly now: number }
  | { readonly kind: "deposit"; readonly deposit: Deposit }
  | { readonly kind: "sweep"; readonly now: number; readonly most: number };

/** Results by kind: of `reserve`, of `extend`, of `sweep`; the other operations have none. */
export type OperationResult = ReserveResult | boolean | readonly ExpiredHold[] | undefined;

/** Most holds that one sweep closes in one transaction, so that requests do not wait behind it. */
export const SWEEP_SIZE = 500;

// Sums of amounts must stay within 64 bits in the store.
const LARGEST = mostAmount;

/** Whether no caller waits until the operation is durable, so that it may wait for others of its group. */
export function canLinger(operation: Operation): boolean {
  const { kind } = operation;
  return kind === "settle" || kind === "release" || (kind === "reserve" && operation.reservation.lease !== undefined);
}

/** Account of a customer in the ledger. */
export function customerAccount(account: string): string {
  return `customer:${account}`;
}

/** Account that a deposit comes from. */
export const depositSources: Record<Deposit["kind"], string> = {
  purchase: "deposits",
  promotion: "promotions",
  correction: "write-off",
};

/** Throws a `RangeError` that names the field of a reservation that cannot be right. */
export function checkReservation({ id, account, floor, wanted, least, budgets, requests = 1n }: Reservation): void {
  checkId("id", id);
  checkId("account", account);
  checkAmount("wanted", wanted);
  checkAmount("least", least);
  checkAmount("requests", requests);
  if (least > wanted) throw new RangeError(`\`least\` must not exceed \`wanted\` (${wanted}), got ${least}.`);
  if (floor !== null && (floor > LARGEST || floor < -LARGEST))
    throw new RangeError(`\`floor\` must be within ±2^60, got ${floor}.`);
  for (const budget of budgets) {
    checkId("budgets[].id", budget.id);
    checkAmount("budgets[].limit", budget.limit);
  }
  if (new Set(budgets.map(({ id }) => id)).size < budgets.length)
    throw new RangeError(`\`budgets\` must have distinct ids, got ${budgets.map(({ id }) => id).join(", ")}.`);
}

/** Throws a `RangeError` that names the field of a settlement that cannot be right. */
export function checkSettlement(settlement: Settlement): void {
  checkId("id", settlement.id);
  checkId("account", settlement.account);
  for (const { to, amount } of settlement.postings) {
    checkId("postings[].to", to);
    checkAmount("postings[].amount", amount);
  }
  checkAmount("counted", settlement.counted);
  if (settlement.lease) checkAmount("lease.amount", settlement.lease.amount);
  if (settlement.reported !== undefined) checkAmount("reported", settlement.reported);
  if (settlement.providerCost !== undefined) checkAmount("providerCost", settlement.providerCost);
}

/** Throws a `RangeError` that names the field of a deposit that cannot be right. */
export function checkDeposit({ id, account, amount, kind }: Deposit): void {
  checkId("id", id);
  checkId("account", account);
  checkAmount("amount", kind === "correction" && amount < 0n ? -amount : amount);
  if (amount === 0n) throw new RangeError("`amount` must not be 0.");
}

/** Throws a `RangeError` unless the amount is from 0 to 2^60. */
export function checkAmount(field: string, amount: bigint): void {
  if (amount < 0n || amount > LARGEST) throw new RangeError(`\`${field}\` must be from 0 to 2^60, got ${amount}.`);
}

function checkId(field: string, id: string): void {
  // PostgreSQL cannot store U+0000.
  if (id === "" || id.length > 512 || id.includes("\0"))
    throw new RangeError(
      `\`${field}\` must be a string of 1 to 512 characters without U+0000, got ${JSON.stringify(id)}.`,
    );
}

/** What a settlement charges in total. */
export function totalOf({ postings }: Settlement): NanoUsd {
  return postings.reduce((sum, { amount }) => sum + amount, 0n);
}

/** What a settlement's request costs at the provider by our prices. */
export function providerCostOf({ providerCost, postings }: Settlement): NanoUsd {
  if (providerCost !== undefined) return providerCost;
  return postings.reduce((sum, { to, amount }) => (to.startsWith("provider:") ? sum + amount : sum), 0n);
}
