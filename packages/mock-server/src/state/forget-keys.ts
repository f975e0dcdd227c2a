import type { Key } from "../engine/billing/key.ts";
import { HttpError } from "../http/http-error.ts";
import type { Account, ServerState } from "./server-state.ts";

/** Keys above which unused ones are forgotten, and keys that a server holds at most. */
const manyKeys = 10_000;
const mostKeys = 50_000;

/** World → how many keys it holds when it is searched again, since a search looks at all of them. */
const nextSearch = new WeakMap<ServerState, number>();

/**
 * Forgets keys and accounts that nothing has happened to: such a key is the same when it comes again. Keys that were made,
 * that have spent credits, or whose account was changed are never forgotten; when there are too many of them the new key is
 * refused.
 */
export function makeRoomForKey(state: ServerState): void {
  const { keys } = state;
  if (keys.size < (nextSearch.get(state) ?? manyKeys)) return;
  const now = state.now();
  for (const [hash, key] of keys) if (isUnused(key, now)) keys.delete(hash);
  forgetAccounts(state);
  if (keys.size >= mostKeys)
    throw new HttpError(
      429,
      `The server holds ${mostKeys} keys that were made or have spent credits, and takes no more.`,
    );
  nextSearch.set(state, Math.min(Math.max(manyKeys, keys.size + manyKeys / 10), mostKeys));
}

function isUnused({ isGuest, spent, byokSpent, held, open, updatedAt, disabled, requests }: Key, now: number): boolean {
  const isUntouched = isGuest && updatedAt === null && !disabled && held === 0n && open === 0;
  const hasPaid = spent.total !== 0n || byokSpent.total !== 0n;
  const verdict = requests?.check(now);
  return isUntouched && !hasPaid && (!verdict || verdict.remaining === verdict.limit);
}

/** Forgets the accounts that have no key and are as they began. */
function forgetAccounts(state: ServerState): void {
  const { accounts, keys } = state;
  const used = new Set([...keys.values()].map(({ account }) => account));
  const now = state.now();
  for (const [name, account] of accounts) {
    if (used.has(name) || !isPristine(account, state, now)) continue;
    account.balance.close();
    accounts.delete(name);
  }
}

function isPristine({ balance, freeLimits, byokAllowance }: Account, { settings }: ServerState, now: number): boolean {
  const { bought, used, held } = balance.totals;
  const isAsBegun = bought === settings.credits && used === 0n && held === 0n && byokAllowance.isUnused;
  return isAsBegun && freeLimits.isUnused(now);
}
