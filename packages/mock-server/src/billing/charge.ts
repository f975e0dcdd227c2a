import { limitRemaining, type Key } from "../engine/billing/key.ts";
import type { Hold, Payment } from "../engine/billing/ledger.ts";
import type { NanoUsd } from "../engine/billing/money.ts";
import type { AllowanceHold } from "../engine/billing/byok-allowance.ts";
import { accountOf } from "../state/accounts.ts";
import { Refusal } from "../http/http-error.ts";
import type { RequestScope } from "../context/request-scope.ts";
import type { World } from "../state/server-state.ts";

/** What a request may cost. */
export interface Claim {
  /** Taken from the credits, without the fee for a key of one's own. */
  readonly cost: NanoUsd;
  /**
   * What a provider bills to a key of one's own. It counts against the limit of keys that say so, and has a fee beyond the
   * month's allowance. Default: 0.
   */
  readonly ownKeyCost?: NanoUsd;
}

/** A request's claim on the account and on its key. Exactly one of `settle` and `release` ends it. */
export interface Charge {
  /** Sets more or less aside; false, and nothing changes, when account or key have not as much. */
  resize(claim: Claim): boolean;
  /** The fee for a list price of at most what was claimed, billed to a key of one's own. */
  ownKeyFee(listPrice: NanoUsd): NanoUsd;
  /** Takes the payments, and notes what a provider billed to a key of one's own. */
  settle(payments: readonly Payment[], ownKeyCost?: NanoUsd): void;
  release(): void;
}

/** Whether account and key can pay as much. */
export function canPay(world: World, key: Key, { cost, ownKeyCost = 0n }: Claim): boolean {
  const now = world.now();
  const { purse, ownKeyAllowance } = accountOf(world, key.account);
  const total = cost + ownKeyAllowance.hold(now).quote(ownKeyCost);
  const left = limitRemaining(key, now);
  return total <= purse.available && (left === null || ofLimit(key, total, ownKeyCost) <= left);
}

/** What a claim takes from the limit of its key. */
function ofLimit({ includeByokInLimit }: Key, cost: NanoUsd, ownKeyCost: NanoUsd): NanoUsd {
  return includeByokInLimit ? cost + ownKeyCost : cost;
}

interface ReserveOptions {
  /** Releases the charge if the request ends without. */
  readonly scope: RequestScope;
  /** What is thrown when there is not as much. Default: 402 with a plain message. */
  readonly refuse?: (left: NanoUsd, plain: string) => Refusal;
}

/** Sets aside what a request may cost; throws when account or key have not as much. */
export function reserve(
  world: World,
  key: Key,
  { cost, ownKeyCost = 0n }: Claim,
  { scope, refuse = (_, plain) => new Refusal(402, plain) }: ReserveOptions,
): Charge {
  const { purse, ownKeyAllowance } = accountOf(world, key.account);
  const now = world.now();
  const allowance = ownKeyAllowance.hold(now);
  const total = cost + allowance.quote(ownKeyCost);
  const held = ofLimit(key, total, ownKeyCost);
  const left = limitRemaining(key, now);
  if (left !== null && left < held)
    throw refuse(left, "This key has reached its limit. Raise it at https://openrouter.ai/settings/keys");
  const hold = purse.reserve(total);
  if (!hold) throw refuse(purse.available, "Insufficient credits. Add more using https://openrouter.ai/credits");
  key.held += held;
  allowance.resize(ownKeyCost);
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
    resize({ cost, ownKeyCost = 0n }) {
      const total = cost + allowance.quote(ownKeyCost);
      const more = ofLimit(key, total, ownKeyCost) - held;
      const room = limitRemaining(key, now);
      if (!open || (more > 0n && room !== null && room < more) || !hold.resize(total)) return false;
      allowance.resize(ownKeyCost);
      key.held += more;
      held += more;
      return true;
    },
    ownKeyFee: (listPrice) => allowance.feeOf(listPrice),
    settle(payments, ownKeyCost = 0n) {
      const paid = payments.reduce((sum, { amount }) => sum + amount, 0n);
      close(() => {
        allowance.settle(ownKeyCost);
        hold.settle(payments);
        key.spent.add(paid, now);
        if (ownKeyCost > 0n) key.ownKeySpent.add(ownKeyCost, now);
      });
    },
    release,
  };
}
