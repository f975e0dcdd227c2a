import type { Ledger } from "../../ports/ledger.ts";
import { accountResource, budgetResource } from "./lease-size.ts";
import { Leases, type LeaseOptions } from "./leases.ts";

/**
 * Grants reservations from leases: durable holds in the ledger that cover several requests of the same account and budgets. While
 * the balance and all budgets are far from their limits, a reservation then needs no commit and no round trip. Near a limit, every
 * reservation asks the ledger.
 *
 * - No balance and no budget is overshot, also not by several gateways together, because a lease is a hold like any other. A
 *   reservation that the ledger would refuse or cut because of leases of this gateway gets them back first.
 * - A charge is durable when `settle` resolves, and an id is charged once, as without leases.
 * - A request that has not ended after a second gets a hold of its own out of its lease. If the process is killed, each of these
 *   holds is swept and reported, as without leases; younger requests are reported together, as their lease.
 * - A lease that is not used for a second is returned. `balanceOf` and `budgetsOf` do not count what leases of this gateway have not
 *   granted as pending.
 * - After a call that failed with `StoreUnavailable`, and while one waits for over 250 ms, leases grant nothing: every reservation
 *   asks the ledger, until it answers again.
 * - A repeated id is recognized by the gateway that granted it, and by the others when it is settled.
 */
export function leaseLedger(ledger: Ledger, options: LeaseOptions): Ledger {
  const leases = new Leases(ledger, options);
  return {
    reserve: (reservation) => leases.reserve(reservation),
    extend: (id, total) => leases.extend(id, total),
    settle: (settlement) => leases.settle(settlement),
    release: (id, reason) => leases.release(id, reason),
    addCredits: async (deposit) => {
      // What was leased before must not be granted after credits are taken away.
      if (deposit.amount < 0n) await leases.giveBack([accountResource(deposit.account)]);
      await ledger.addCredits(deposit);
    },
    balanceOf: async (account) => {
      const balance = await ledger.balanceOf(account);
      const { amount } = leases.unusedOf(accountResource(account));
      return { ...balance, pending: subtract(balance.pending, amount) };
    },
    budgetsOf: async (budgets, now) => {
      const states = await ledger.budgetsOf(budgets, now);
      return states.map((state) => {
        const { amount, requests } = leases.unusedOf(budgetResource(state.budget.id, state.resetsAt));
        const unused = state.budget.unit === "usd" ? amount : BigInt(requests);
        return { ...state, pending: subtract(state.pending, unused) };
      });
    },
    sweep: async (now) => {
      const swept = await ledger.sweep(now);
      for (const { id } of swept) leases.forget(id);
      return swept;
    },
    driftSince: (from) => ledger.driftSince(from),
    verify: () => ledger.verify(),
    close: async () => {
      await leases.close();
      await ledger.close();
    },
  };
}

/** A lease may have been returned since the amount was read. */
function subtract(amount: bigint, unused: bigint): bigint {
  return amount > unused ? amount - unused : 0n;
}
