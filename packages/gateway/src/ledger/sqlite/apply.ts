import {
  LedgerConflict,
  type Deposit,
  type ExpiredHold,
  type ReleaseReason,
  type Reservation,
  type ReserveResult,
  type Settlement,
} from "../../ports/ledger.ts";
import { decideGrant } from "../grant.ts";
import { formatHeldBudgets, holdBudgets, parseHeldBudgets, type HeldBudget } from "../held-budget.ts";
import {
  customerAccount,
  depositSources,
  providerCostOf,
  totalOf,
  type Operation,
  type OperationResult,
} from "../operation.ts";
import { windowAt } from "../window.ts";
import type { HoldCharge, HoldRow, Tables } from "./tables.ts";

/**
 * Applies one operation inside the transaction that the caller opened. Everything that can refuse it is checked before the first
 * write, so a `LedgerConflict` leaves the transaction usable.
 */
export function applyOperation(tables: Tables, operation: Operation): OperationResult {
  const apply = appliers[operation.kind] as (tables: Tables, operation: Operation) => OperationResult;
  return apply(tables, operation);
}

const appliers: {
  readonly [Kind in Operation["kind"]]: (
    tables: Tables,
    operation: Extract<Operation, { kind: Kind }>,
  ) => OperationResult;
} = {
  reserve: (tables, { reservation }) => reserve(tables, reservation),
  extend: (tables, { id, total }) => extend(tables, id, total),
  settle: (tables, { settlement }) => settle(tables, settlement),
  release: (tables, { id, reason, now }) => release(tables, id, reason, now),
  deposit: (tables, { deposit: made }) => deposit(tables, made),
  sweep: (tables, { now, most }) => sweep(tables, now, most),
};

function reserve(tables: Tables, reservation: Reservation): ReserveResult {
  const { id, account, floor, now, deadline, requests = 1n } = reservation;
  if (reservation.lease !== undefined && tables.lease(reservation.lease)) {
    const drawn = reserveFromLease(tables, reservation, reservation.lease);
    if (drawn) return drawn;
  }
  const name = customerAccount(account);
  const budgets = holdBudgets(reservation.budgets, now);
  const uses = budgets.map(({ id, start }, index) => {
    const budget = reservation.budgets[index]!;
    return { budget, ...tables.budget(id, start), resetsAt: windowAt(budget.window, now).resetsAt };
  });
  const result = decideGrant(reservation, tables.account(name), uses);
  const amount = "granted" in result ? result.granted : 0n;
  const hold: HoldRow = { account, floor, amount, requests, budgets: formatHeldBudgets(budgets), state: "open" };
  const isNew = "granted" in result ? tables.insertHold(id, hold, { now, deadline }) : false;
  const existing = isNew ? undefined : tables.hold(id);
  if (existing) return repeated(id, existing, account);
  if (!("granted" in result)) return result;
  tables.changeAccount(name, { pending: amount });
  for (const budget of budgets) tables.changeBudget(budget, 0n, heldIn(budget, { amount, requests }));
  return result;
}

/** Turns a part of an open lease into the hold of one of its requests: nothing else changes. */
function reserveFromLease(tables: Tables, reservation: Reservation, leaseId: string): ReserveResult | undefined {
  const { id, account, wanted, now, deadline } = reservation;
  const leased = tables.lease(leaseId)!;
  const covers =
    leased.state === "open" && leased.account === account && leased.amount >= wanted && leased.requests > 0n;
  if (!covers || !tables.insertHold(id, { ...leased, amount: wanted, requests: 1n }, { now, deadline }))
    return undefined;
  tables.drawFromLease(leaseId, wanted, 1n);
  return { granted: wanted };
}

function repeated(id: string, hold: HoldRow, account: string): ReserveResult {
  checkAccount(id, hold, account);
  if (hold.state === "open" || hold.state === "settled") return { granted: hold.amount };
  throw new LedgerConflict(`Generation ${id} was ${hold.state}; its id cannot be reserved again. Use a new id.`);
}

function checkAccount(id: string, hold: HoldRow, account: string): void {
  if (hold.account !== account)
    throw new LedgerConflict(
      `Generation ${id} belongs to account "${hold.account}", got "${account}". Ids of generations must be unique.`,
    );
}

function heldIn(budget: HeldBudget, { amount, requests }: Pick<HoldRow, "amount" | "requests">): bigint {
  return budget.unit === "usd" ? amount : requests;
}

function extend(tables: Tables, id: string, total: bigint): boolean {
  const hold = tables.hold(id);
  if (hold?.state !== "open") return false;
  const more = total - hold.amount;
  if (more <= 0n) return true;
  const name = customerAccount(hold.account);
  if (hold.floor !== null) {
    const { credited, debited, pending } = tables.account(name);
    if (credited - debited - pending - hold.floor < more) return false;
  }
  const budgets = parseHeldBudgets(hold.budgets).filter(({ unit }) => unit === "usd");
  for (const { id, start, limit } of budgets) {
    const { spent, pending } = tables.budget(id, start);
    if (limit - spent - pending < more) return false;
  }
  tables.changeAccount(name, { pending: more });
  for (const budget of budgets) tables.changeBudget(budget, 0n, more);
  tables.run("UPDATE hold SET amount = ? WHERE id = ?", total, id);
  return true;
}

function settle(tables: Tables, settlement: Settlement): undefined {
  const { id, account } = settlement;
  const charge = toCharge(settlement);
  const leased = settlement.lease && tables.lease(settlement.lease.id);
  // With a lease, the request has no hold yet: one insert instead of a query, an insert and an update.
  if (leased?.account === account && settleFromLease(tables, settlement, leased, charge)) return;
  const hold = tables.hold(id);
  const owner = hold ?? leased;
  if (owner) checkAccount(id, owner, account);
  if (hold?.state === "settled") return;
  if (hold) tables.settleHold(id, charge);
  else
    tables.insertSettledHold(
      id,
      { account, floor: null, amount: 0n, requests: 1n, budgets: "[]", state: "settled" },
      charge,
    );
  const open = hold?.state === "open" ? hold : undefined;
  post(tables, settlement, { charged: charge.charged, pending: open?.amount ?? 0n });
  for (const budget of hold ? parseHeldBudgets(hold.budgets) : [])
    tables.changeBudget(
      budget,
      budget.unit === "usd" ? charge.counted : hold!.requests,
      open ? -heldIn(budget, open) : 0n,
    );
}

function toCharge(settlement: Settlement): HoldCharge {
  const { now, counted, priceVersion, basis, reported = null } = settlement;
  const charged = totalOf(settlement);
  return { now, charged, counted, providerCost: providerCostOf(settlement), reported, priceVersion, basis };
}

/** Settles a request out of its lease. Returns false, and changes nothing, if the request has a hold of its own. */
function settleFromLease(tables: Tables, settlement: Settlement, leased: HoldRow, charge: HoldCharge): boolean {
  const { id } = settlement;
  const { id: leaseId, amount: granted } = settlement.lease!;
  // A lease that was swept or released covers nothing more, but its budgets still count the request.
  const isOpen = leased.state === "open";
  const amount = isOpen ? min(granted, leased.amount) : 0n;
  const requests = isOpen ? min(1n, leased.requests) : 0n;
  if (!tables.insertSettledHold(id, { ...leased, amount, requests: 1n, state: "settled" }, charge)) return false;
  if (isOpen) tables.drawFromLease(leaseId, amount, requests);
  post(tables, settlement, { charged: charge.charged, pending: amount });
  for (const budget of parseHeldBudgets(leased.budgets)) {
    const isUsd = budget.unit === "usd";
    tables.changeBudget(budget, isUsd ? charge.counted : 1n, isUsd ? -amount : -requests);
  }
  return true;
}

/** Posts a charge: moves the money, and frees what was pending for it. */
function post(
  tables: Tables,
  { id, account, postings, now }: Settlement,
  { charged, pending }: { readonly charged: bigint; readonly pending: bigint },
): void {
  const name = customerAccount(account);
  tables.changeAccount(name, { debited: charged, pending: -pending });
  for (const [line, { to, amount }] of postings.entries()) {
    if (amount === 0n) continue;
    tables.changeAccount(to, { credited: amount });
    tables.run("INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?)", `charge:${id}`, line, name, to, amount, now);
  }
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function release(tables: Tables, id: string, reason: ReleaseReason, now: number): undefined {
  const hold = tables.hold(id);
  if (hold?.state !== "open") return;
  giveBack(tables, hold);
  tables.closeHold(id, { state: "released", reason, now });
}

function giveBack(tables: Tables, hold: HoldRow): void {
  tables.changeAccount(customerAccount(hold.account), { pending: -hold.amount });
  for (const budget of parseHeldBudgets(hold.budgets)) tables.changeBudget(budget, 0n, -heldIn(budget, hold));
}

function deposit(tables: Tables, { id, account, amount, kind, now }: Deposit): undefined {
  const name = customerAccount(account);
  const source = depositSources[kind];
  const [known] = tables.all("SELECT debit, credit, amount FROM entry WHERE txn = ?", `deposit:${id}`);
  if (known) {
    if (known["debit"] === source && known["credit"] === name && known["amount"] === amount) return;
    throw new LedgerConflict(
      `Deposit ${id} was made before with another account, amount or kind. Use a new id for a new deposit.`,
    );
  }
  tables.changeAccount(name, { credited: amount });
  tables.changeAccount(source, { debited: amount });
  tables.run("INSERT INTO entry VALUES(?, 0, ?, ?, ?, ?)", `deposit:${id}`, source, name, amount, now);
}

function sweep(tables: Tables, now: number, most: number): readonly ExpiredHold[] {
  const rows = tables.all(
    "SELECT id FROM hold WHERE state = 'open' AND deadline < ? ORDER BY deadline LIMIT ?",
    now,
    most,
  );
  return rows.map((row) => {
    const id = String(row["id"]);
    const hold = tables.hold(id)!;
    giveBack(tables, hold);
    tables.closeHold(id, { state: "expired", reason: null, now });
    return { id, account: hold.account, amount: hold.amount };
  });
}
