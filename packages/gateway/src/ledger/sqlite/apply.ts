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
import { holdBudgets, type HeldBudget } from "../held-budget.ts";
import {
  customerAccount,
  depositSources,
  providerCostOf,
  totalOf,
  type Operation,
  type OperationResult,
} from "../operation.ts";
import { windowAt } from "../window.ts";
import type { HoldRow, Tables } from "./tables.ts";

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
  const name = customerAccount(account);
  const budgets = holdBudgets(reservation.budgets, now);
  const uses = budgets.map(({ id, start }, index) => {
    const budget = reservation.budgets[index]!;
    return { budget, ...tables.budget(id, start), resetsAt: windowAt(budget.window, now).resetsAt };
  });
  const result = decideGrant(reservation, tables.account(name), uses);
  const amount = "granted" in result ? result.granted : 0n;
  const hold: HoldRow = { account, floor, amount, requests, budgets, state: "open" };
  const isNew = "granted" in result ? tables.insertHold(id, hold, { now, deadline }) : false;
  const existing = isNew ? undefined : tables.hold(id);
  if (existing) return repeated(id, existing, account);
  if (!("granted" in result)) return result;
  tables.changeAccount(name, { pending: amount });
  for (const budget of budgets) tables.changeBudget(budget, 0n, heldIn(budget, { amount, requests }));
  return result;
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
  const budgets = hold.budgets.filter(({ unit }) => unit === "usd");
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
  const { id, account, postings, counted, now } = settlement;
  const hold = tables.hold(id) ?? drawFromLease(tables, settlement);
  if (hold) checkAccount(id, hold, account);
  if (hold?.state === "settled") return;
  const name = customerAccount(account);
  const total = totalOf(settlement);
  const open = hold?.state === "open";
  tables.changeAccount(name, { debited: total, pending: open ? -hold.amount : 0n });
  for (const [line, { to, amount }] of postings.entries()) {
    if (amount === 0n) continue;
    tables.changeAccount(to, { credited: amount });
    tables.run("INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?)", `charge:${id}`, line, name, to, amount, now);
  }
  for (const budget of hold?.budgets ?? [])
    tables.changeBudget(budget, budget.unit === "usd" ? counted : hold!.requests, open ? -heldIn(budget, hold) : 0n);
  if (!hold) {
    const unheld = { account, floor: null, amount: 0n, requests: 1n, budgets: [], state: "open" } as const;
    tables.insertHold(id, unheld, { now, deadline: now });
  }
  tables.run(
    `UPDATE hold SET state = 'settled', closed_at = ?, charged = ?, counted = ?, provider_cost = ?, reported = ?,
     price_version = ?, basis = ? WHERE id = ?`,
    now,
    total,
    counted,
    providerCostOf(settlement),
    settlement.reported ?? null,
    settlement.priceVersion,
    settlement.basis,
    id,
  );
}

/** Turns a part of a lease into the open hold of the request that it covers. */
function drawFromLease(tables: Tables, { id, account, lease, now }: Settlement): HoldRow | undefined {
  const leased = lease && tables.hold(lease.id);
  if (!leased) return undefined;
  checkAccount(id, leased, account);
  const state = leased.state === "open" ? "open" : "expired";
  // A lease that was swept or released covers nothing more, but its budgets still count the request.
  const amount = state === "open" ? min(lease.amount, leased.amount) : 0n;
  const covered = state === "open" ? min(1n, leased.requests) : 0n;
  tables.run("UPDATE hold SET amount = amount - ?, requests = requests - ? WHERE id = ?", amount, covered, lease.id);
  // A request counts as one even if the lease had none left: then it is added to what is pending, and settled at once.
  if (state === "open" && covered === 0n)
    for (const budget of leased.budgets) if (budget.unit === "requests") tables.changeBudget(budget, 0n, 1n);
  const hold: HoldRow = { ...leased, state, amount, requests: 1n };
  tables.insertHold(id, hold, { now, deadline: now });
  return hold;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function release(tables: Tables, id: string, reason: ReleaseReason, now: number): undefined {
  const hold = tables.hold(id);
  if (hold?.state !== "open") return;
  giveBack(tables, hold);
  tables.run("UPDATE hold SET state = 'released', reason = ?, closed_at = ? WHERE id = ?", reason, now, id);
}

function giveBack(tables: Tables, hold: HoldRow): void {
  tables.changeAccount(customerAccount(hold.account), { pending: -hold.amount });
  for (const budget of hold.budgets) tables.changeBudget(budget, 0n, -heldIn(budget, hold));
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
    tables.run("UPDATE hold SET state = 'expired', closed_at = ?, expired_at = ? WHERE id = ?", now, now, id);
    return { id, account: hold.account, amount: hold.amount };
  });
}
