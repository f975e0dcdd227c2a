import { limitRemaining, type Key } from "../engine/billing/key.ts";
import type { Hold, Posting } from "../engine/billing/ledger.ts";
import type { NanoUsd } from "../engine/billing/money.ts";
import type { AllowanceHold } from "../engine/billing/byok-allowance.ts";
import { accountOf } from "../state/accounts.ts";
import { HttpError } from "../http/http-error.ts";
import type { RequestScope } from "../context/request-scope.ts";
import type { ServerState } from "../state/server-state.ts";

/** What a request may cost. */
export interface ChargeRequest {
  /** Taken from the credits, without the fee for a key of one's own. */
  readonly cost: NanoUsd;
  /**
   * What a provider bills to a key of one's own. It counts against the limit of keys that say so, and has a fee beyond the
   * month's allowance. Default: 0.
   */
  readonly byokCost?: NanoUsd;
}

/** A request's claim on the account and on its key. Exactly one of `settle` and `release` ends it. */
export interface Charge {
  /** Sets more or less aside; false, and nothing changes, when account or key have not as much. */
  resize(claim: ChargeRequest): boolean;
  /** The fee for a list price of at most what was claimed, billed to a key of one's own. */
  byokFee(listPrice: NanoUsd): NanoUsd;
  /** Takes the payments, and notes what a provider billed to a key of one's own. */
  settle(postings: readonly Posting[], byokCost?: NanoUsd): void;
  release(): void;
}

/** Whether account and key can pay as much. */
export function canPay(state: ServerState, key: Key, { cost, byokCost = 0n }: ChargeRequest): boolean {
  const now = state.now();
  const { balance, byokAllowance } = accountOf(state, key.account);
  const total = cost + byokAllowance.hold(now).quote(byokCost);
  const left = limitRemaining(key, now);
  return total <= balance.available && (left === null || ofLimit(key, total, byokCost) <= left);
}

/** What a claim takes from the limit of its key. */
function ofLimit({ includeByokInLimit }: Key, cost: NanoUsd, byokCost: NanoUsd): NanoUsd {
  return includeByokInLimit ? cost + byokCost : cost;
}

interface ReserveOptions {
  /** Releases the charge if the request ends without. */
  readonly scope: RequestScope;
  /** What is thrown when there is not as much. Default: 402 with a plain message. */
  readonly refuse?: (left: NanoUsd, plain: string) => HttpError;
}

/** Sets aside what a request may cost; throws when account or key have not as much. */
export function reserve(
  state: ServerState,
  key: Key,
  { cost, byokCost = 0n }: ChargeRequest,
  { scope, refuse = (_, plain) => new HttpError(402, plain) }: ReserveOptions,
): Charge {
  const { balance, byokAllowance } = accountOf(state, key.account);
  const now = state.now();
  const allowance = byokAllowance.hold(now);
  const total = cost + allowance.quote(byokCost);
  const held = ofLimit(key, total, byokCost);
  const left = limitRemaining(key, now);
  if (left !== null && left < held)
    throw refuse(left, "This key has reached its limit. Raise it at https://openrouter.ai/settings/keys");
  const hold = balance.reserve(total);
  if (!hold) throw refuse(balance.available, "Insufficient credits. Add more using https://openrouter.ai/credits");
  key.held += held;
  allowance.resize(byokCost);
  return openCharge(key, { now, hold, allowance, held, scope });
}

interface Held {
  /** When it was reserved. It counts for the day of that time, whatever the clock shows when it ends. */
  readonly now: number;
  readonly hold: Hold;
  readonly allowance: AllowanceHold;
  /** Of the limit of the key. */
  readonly held: NanoUsd;
  readonly scope: RequestScope;
}

function openCharge(key: Key, { now, hold, allowance, held: first, scope }: Held): Charge {
  let held = first;
  let open = true;
  const close = (end: () => void): void => {
    if (!open) return;
    open = false;
    key.held -= held;
    end();
    forget();
  };
  const release = (): void =>
    close(() => {
      allowance.release();
      hold.release();
    });
  const forget = scope.hold(release);
  return {
    resize({ cost, byokCost = 0n }) {
      const total = cost + allowance.quote(byokCost);
      const more = ofLimit(key, total, byokCost) - held;
      const room = limitRemaining(key, now);
      if (!open || (more > 0n && room !== null && room < more) || !hold.resize(total)) return false;
      allowance.resize(byokCost);
      key.held += more;
      held += more;
      return true;
    },
    byokFee: (listPrice) => allowance.feeOf(listPrice),
    settle(postings, byokCost = 0n) {
      const paid = postings.reduce((sum, { amount }) => sum + amount, 0n);
      close(() => {
        allowance.settle(byokCost);
        hold.settle(postings);
        key.spent.add(paid, now);
        if (byokCost > 0n) key.byokSpent.add(byokCost, now);
      });
    },
    release,
  };
}
