import { accountOf } from "../state/accounts.ts";
import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import type { Key } from "@patchbay/engine/billing/key";
import type { Verdict } from "@patchbay/engine/billing/limits";
import { HttpError } from "@patchbay/service/http/http-error";
import type { ServerState } from "../state/server-state.ts";

/** Buying 10 credits raises the limits of free models. */
const lift = 10_000_000_000n;

/** Whether an account has bought enough credits for the higher limit of free models. */
export function hasBought(state: ServerState, key: Key): boolean {
  return accountOf(state, key.account).balance.totals.bought >= lift;
}

/** Counts a request of a key. Throws 429 at the limit of the key. */
export function admitKey(state: ServerState, key: Key): void {
  const { requests } = key;
  if (!requests) return;
  const verdict = requests.check(state.now());
  if (!verdict.allowed)
    throw tooMany("Rate limit exceeded: requests-per-min of this key.", "key_requests_per_minute", {
      verdict,
      now: state.now(),
    });
  requests.take(state.now());
}

/** Counts a request to a free model. Throws 429 at a limit of the account. */
export function admitFree(state: ServerState, key: Key, { id }: CatalogModel): void {
  if (!id.endsWith(":free")) return;
  const { freeLimits } = accountOf(state, key.account);
  const bought = hasBought(state, key);
  const refused = freeLimits.admit(state.now(), bought);
  if (!refused) return;
  const advice =
    refused.name === "free-models-per-day" ? " Add 10 credits to unlock 1000 free model requests per day" : "";
  const source = refused.name === "free-models-per-min" ? "openrouter_free_tier_minute" : "openrouter_free_tier_daily";
  throw tooMany(`Rate limit exceeded: ${refused.name}.${advice}`, source, {
    verdict: refused.verdict,
    now: state.now(),
  });
}

/** A 429 of the API itself, with the limit and the time at which it resets. */
function tooMany(
  message: string,
  source: string,
  { verdict: { limit, remaining, reset }, now }: { readonly verdict: Verdict; readonly now: number },
): HttpError {
  const headers = {
    "X-RateLimit-Limit": String(limit),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": String(reset),
  };
  const retryAfter = String(Math.max(Math.ceil((reset - now) / 1000), 1));
  return new HttpError(429, message, {
    headers: { ...headers, "retry-after": retryAfter },
    metadata: { headers, limit_source: source },
  });
}
