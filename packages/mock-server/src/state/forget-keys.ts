import type { Key } from "@patchbay/engine/billing/key";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Account, ServerState } from "./server-state.ts";

/** The number of keys beyond which unused ones are removed, and the maximum number of keys. */
const manyKeys = 10_000;
const mostKeys = 50_000;

/** Server state → the number of keys at which the next scan for unused keys runs. A scan visits every key. */
const nextSearch = new WeakMap<ServerState, number>();

/**
 * Removes unused keys and accounts: a later request recreates such a key unchanged. Keys that were created, that have spent
 * credits, or whose account was changed are never removed. If there are too many of them, the new key is rejected with 429.
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
      `The server has ${mostKeys} keys that were created or have spent credits, which is the maximum. Reset the server to remove them.`,
    );
  nextSearch.set(state, Math.min(Math.max(manyKeys, keys.size + manyKeys / 10), mostKeys));
}

function isUnused({ isGuest, spent, byokSpent, held, open, updatedAt, disabled, requests }: Key, now: number): boolean {
  const isUntouched = isGuest && updatedAt === null && !disabled && held === 0n && open === 0;
  const hasPaid = spent.total !== 0n || byokSpent.total !== 0n;
  const verdict = requests?.check(now);
  return isUntouched && !hasPaid && (!verdict || verdict.remaining === verdict.limit);
}

/** Removes the accounts without a key that are in their initial state. */
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
