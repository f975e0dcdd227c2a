import { limitRemaining, type Key } from "@patchbay/engine/billing/key";
import type { Hold, Posting } from "@patchbay/engine/billing/ledger";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { AllowanceHold } from "@patchbay/engine/billing/byok-allowance";
import type { ChargeRequest } from "@patchbay/service/ports/billing";
import { accountOf } from "../state/accounts.ts";
import { HttpError } from "@patchbay/service/http/http-error";
import type { RequestScope } from "@patchbay/service/ports/request-scope";
import type { ServerState } from "../state/server-state.ts";

/** A reservation of a request on its account and key. Either `settle` or `release` ends it, once. */
export interface Charge {
  /** Changes the reserved amount. Returns false and changes nothing if the account or key cannot cover it. */
  resize(claim: ChargeRequest): boolean;
  /** The BYOK fee for a list price up to the reserved one. */
  byokFee(listPrice: NanoUsd): NanoUsd;
  /** Posts the final amounts, and records the provider's list price of a BYOK request. */
  settle(postings: readonly Posting[], byokCost?: NanoUsd): void;
  release(): void;
}

/** Whether the account and key can cover a charge. */
export function canPay(state: ServerState, key: Key, { cost, byokCost = 0n }: ChargeRequest): boolean {
  const now = state.now();
  const { balance, byokAllowance } = accountOf(state, key.account);
  const total = cost + byokAllowance.hold(now).quote(byokCost);
  const left = limitRemaining(key, now);
  return total <= balance.available && (left === null || ofLimit(key, total, byokCost) <= left);
}

/** The part of a charge that counts toward the limit of the key. */
function ofLimit({ includeByokInLimit }: Key, cost: NanoUsd, byokCost: NanoUsd): NanoUsd {
  return includeByokInLimit ? cost + byokCost : cost;
}

interface ReserveOptions {
  /** Releases the charge if the request ends without settling it. */
  readonly scope: RequestScope;
  /** Creates the error for an insufficient balance. Default: 402 with a plain message. */
  readonly refuse?: (left: NanoUsd, plain: string) => HttpError;
}

/** Reserves the maximum cost of a request. Throws if the account or key cannot cover it. */
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
  /** The time of the reservation. The charge counts for that day, even if it is settled on a later one. */
  readonly now: number;
  readonly hold: Hold;
  readonly allowance: AllowanceHold;
  /** The amount reserved of the key's limit. */
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
