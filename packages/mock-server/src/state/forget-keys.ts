import type { Key } from "../engine/billing/key.ts";
import { Refusal } from "../http/http-error.ts";
import type { Account, World } from "./server-state.ts";

/** Keys above which unused ones are forgotten, and keys that a server holds at most. */
const manyKeys = 10_000;
const mostKeys = 50_000;

/** World → how many keys it holds when it is searched again, since a search looks at all of them. */
const nextSearch = new WeakMap<World, number>();

/**
 * Forgets keys and accounts that nothing has happened to: such a key is the same when it comes again. Keys that were made,
 * that have spent credits, or whose account was changed are never forgotten; when there are too many of them the new key is
 * refused.
 */
export function makeRoomForKey(world: World): void {
  const { keys } = world;
  if (keys.size < (nextSearch.get(world) ?? manyKeys)) return;
  const now = world.now();
  for (const [hash, key] of keys) if (isUnused(key, now)) keys.delete(hash);
  forgetAccounts(world);
  if (keys.size >= mostKeys)
    throw new Refusal(
      429,
      `The server holds ${mostKeys} keys that were made or have spent credits, and takes no more.`,
    );
  nextSearch.set(world, Math.min(Math.max(manyKeys, keys.size + manyKeys / 10), mostKeys));
}

function isUnused(
  { isGuest, spent, ownKeySpent, held, open, updatedAt, disabled, requests }: Key,
  now: number,
): boolean {
  const isUntouched = isGuest && updatedAt === null && !disabled && held === 0n && open === 0;
  const hasPaid = spent.total !== 0n || ownKeySpent.total !== 0n;
  const verdict = requests?.check(now);
  return isUntouched && !hasPaid && (!verdict || verdict.remaining === verdict.limit);
}

/** Forgets the accounts that have no key and are as they began. */
function forgetAccounts(world: World): void {
  const { accounts, keys } = world;
  const used = new Set([...keys.values()].map(({ account }) => account));
  const now = world.now();
  for (const [name, account] of accounts) {
    if (used.has(name) || !isPristine(account, world, now)) continue;
    account.purse.close();
    accounts.delete(name);
  }
}

function isPristine({ purse, freeLimits, ownKeyAllowance }: Account, { settings }: World, now: number): boolean {
  const { bought, used, held } = purse.totals;
  const isAsBegun = bought === settings.credits && used === 0n && held === 0n && ownKeyAllowance.isUnused;
  return isAsBegun && freeLimits.isUnused(now);
}
