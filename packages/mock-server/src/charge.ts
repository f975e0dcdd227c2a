import { limitRemaining, type Key } from "./engine/key.ts";
import type { Payment } from "./engine/ledger.ts";
import type { NanoUsd } from "./engine/money.ts";
import { accountOf } from "./auth.ts";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** What a request may cost. */
export interface Claim {
  readonly cost: NanoUsd;
  /** What a provider bills to a key of one's own, which counts against the limit of keys that say so. Default: 0. */
  readonly ownKeyCost?: NanoUsd;
}

/** A request's claim on the account and on its key. Exactly one of `settle` and `release` ends it. */
export interface Charge {
  /** What is set aside of the credits. */
  readonly reserved: NanoUsd;
  /** Sets more or less aside; false, and nothing changes, when account or key have not as much. */
  resize(claim: Claim): boolean;
  /** Takes the payments, and notes what a provider billed to a key of one's own. */
  settle(payments: readonly Payment[], ownKeyCost?: NanoUsd): void;
  release(): void;
}

/** Whether account and key can pay as much. */
export function canPay(world: World, key: Key, claim: Claim): boolean {
  const { available } = accountOf(world, key.account).purse;
  const left = limitRemaining(key, world.now());
  return claim.cost <= available && (left === null || ofLimit(key, claim) <= left);
}

/** What a claim takes from the limit of its key. */
function ofLimit({ includeByokInLimit }: Key, { cost, ownKeyCost = 0n }: Claim): NanoUsd {
  return includeByokInLimit ? cost + ownKeyCost : cost;
}

/** Sets aside what a request may cost; `refuse` says what is thrown when there is not as much. */
export function reserve(
  world: World,
  key: Key,
  claim: Claim,
  refuse: (left: NanoUsd, plain: string) => Refusal = (_, plain) => new Refusal(402, plain),
): Charge {
  const { purse } = accountOf(world, key.account);
  const left = limitRemaining(key, world.now());
  let held = ofLimit(key, claim);
  if (left !== null && left < held)
    throw refuse(left, "This key has reached its limit. Raise it at https://openrouter.ai/settings/keys");
  const hold = purse.reserve(claim.cost);
  if (!hold) throw refuse(purse.available, "Insufficient credits. Add more using https://openrouter.ai/credits");
  key.held += held;
  let open = true;
  const close = (end: () => void): void => {
    if (!open) return;
    open = false;
    key.held -= held;
    end();
  };
  return {
    get reserved() {
      return hold.amount;
    },
    resize(wanted) {
      const more = ofLimit(key, wanted) - held;
      const room = limitRemaining(key, world.now());
      if (!open || (room !== null && room < more) || !hold.resize(wanted.cost)) return false;
      key.held += more;
      held += more;
      return true;
    },
    settle: (payments, ownKeyCost = 0n) =>
      close(() => {
        hold.settle(payments);
        const now = world.now();
        key.spent.add(
          payments.reduce((sum, { amount }) => sum + amount, 0n),
          now,
        );
        if (ownKeyCost > 0n) key.ownKeySpent.add(ownKeyCost, now);
      }),
    release: () => close(() => hold.release()),
  };
}

/** What a key of one's own costs here: five percent of the list price beyond the month's allowance. */
export function ownKeyFee(world: World, key: Key, listPrice: NanoUsd): NanoUsd {
  const used = accountOf(world, key.account).ownKeyUse.get(monthOf(world.now())) ?? 0n;
  const over = used + listPrice - world.settings.ownKeyAllowance;
  const charged = over < 0n ? 0n : over < listPrice ? over : listPrice;
  return (charged * 5n + 99n) / 100n;
}

/** Notes what was used with a key of one's own. */
export function noteOwnKeyUse(world: World, key: Key, listPrice: NanoUsd): void {
  const month = monthOf(world.now());
  const { ownKeyUse } = accountOf(world, key.account);
  ownKeyUse.set(month, (ownKeyUse.get(month) ?? 0n) + listPrice);
}

function monthOf(now: number): string {
  return new Date(now).toISOString().slice(0, 7);
}
