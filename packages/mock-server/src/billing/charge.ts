import { limitRemaining, type Key } from "@patchbay/engine/billing/key";
import type { Hold, Posting } from "@patchbay/engine/billing/ledger";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { AllowanceHold } from "@patchbay/engine/billing/byok-allowance";
import type { ChargeRequest } from "@patchbay/service/ports/billing";
import { accountOf } from "../state/accounts.ts";
import { HttpError } from "@patchbay/service/http/http-error";
import type { RequestScope } from "@patchbay/service/ports/request-scope";
import type { ServerState } from "../state/server-state.ts";

/** Whether the account and key can cover a charge. */
export function canPay(state: ServerState, key: Key, { cost, byokCost = 0n }: ChargeRequest): boolean {
  const now = state.now();
  const { balance, byokAllowance } = accountOf(state, key.account);
  const total = cost + byokAllowance.quote(now, byokCost);
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
  return new Charge(key, { now, hold, allowance, held, scope });
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

/** A reservation of a request on its account and key. Either `settle` or `release` ends it, once. */
export class Charge {
  readonly #key: Key;
  readonly #now: number;
  readonly #hold: Hold;
  readonly #allowance: AllowanceHold;
  readonly #forget: () => void;
  #held: NanoUsd;
  #isOpen = true;

  constructor(key: Key, { now, hold, allowance, held, scope }: Held) {
    this.#key = key;
    this.#now = now;
    this.#hold = hold;
    this.#allowance = allowance;
    this.#held = held;
    this.#forget = scope.hold(() => this.release());
  }

  /** Changes the reserved amount. Returns false and changes nothing if the account or key cannot cover it. */
  resize({ cost, byokCost = 0n }: ChargeRequest): boolean {
    const total = cost + this.#allowance.quote(byokCost);
    const more = ofLimit(this.#key, total, byokCost) - this.#held;
    const remaining = limitRemaining(this.#key, this.#now);
    if (!this.#isOpen || (more > 0n && remaining !== null && remaining < more) || !this.#hold.resize(total))
      return false;
    this.#allowance.resize(byokCost);
    this.#key.held += more;
    this.#held += more;
    return true;
  }

  /** The BYOK fee for a list price up to the reserved one. */
  byokFee(listPrice: NanoUsd): NanoUsd {
    return this.#allowance.feeOf(listPrice);
  }

  /** Posts the final amounts, and records the provider's list price of a BYOK request. */
  settle(postings: readonly Posting[], byokCost: NanoUsd = 0n): void {
    if (!this.#close()) return;
    let paid = 0n;
    for (const { amount } of postings) paid += amount;
    this.#allowance.settle(byokCost);
    this.#hold.settle(postings);
    this.#key.spent.add(paid, this.#now);
    if (byokCost > 0n) this.#key.byokSpent.add(byokCost, this.#now);
  }

  release(): void {
    if (!this.#close()) return;
    this.#allowance.release();
    this.#hold.release();
  }

  /** Returns false for a charge that has ended before. */
  #close(): boolean {
    if (!this.#isOpen) return false;
    this.#isOpen = false;
    this.#key.held -= this.#held;
    this.#forget();
    return true;
  }
}
