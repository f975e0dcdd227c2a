import { limitRemaining, type Key } from "./engine/key.ts";
import type { Payment } from "./engine/ledger.ts";
import type { NanoUsd } from "./engine/money.ts";
import { accountOf } from "./auth.ts";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** A request's claim on the account and on its key. Exactly one of `settle` and `release` ends it. */
export interface Charge {
  /** Sets more or less aside; false, and nothing changes, when account or key have not as much. */
  resize(cost: NanoUsd): boolean;
  /** Takes the payments, and notes what a provider billed to a key of one's own. */
  settle(payments: readonly Payment[], ownKeyCost?: NanoUsd): void;
  release(): void;
}

/** What account and key can still pay together. */
export function affordable(world: World, key: Key): NanoUsd {
  const { available } = accountOf(world, key.account).purse;
  const left = limitRemaining(key, world.now());
  return left !== null && left < available ? left : available;
}

/** Sets aside what a request may cost; `refuse` says what is thrown when there is not as much. */
export function reserve(
  world: World,
  key: Key,
  cost: NanoUsd,
  refuse: (left: NanoUsd, plain: string) => Refusal = (_, plain) => new Refusal(402, plain),
): Charge {
  const { purse } = accountOf(world, key.account);
  const left = limitRemaining(key, world.now());
  if (left !== null && left < cost)
    throw refuse(left, "This key has reached its limit. Raise it at https://openrouter.ai/settings/keys");
  const hold = purse.reserve(cost);
  if (!hold) throw refuse(purse.available, "Insufficient credits. Add more using https://openrouter.ai/credits");
  key.held += cost;
  let open = true;
  const close = (end: () => void): void => {
    if (!open) return;
    open = false;
    key.held -= hold.amount;
    end();
  };
  return {
    resize(wanted) {
      const room = limitRemaining(key, world.now());
      if (!open || (room !== null && room + hold.amount < wanted)) return false;
      const before = hold.amount;
      if (!hold.resize(wanted)) return false;
      key.held += wanted - before;
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
