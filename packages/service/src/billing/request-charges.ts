import type { RequestScope } from "../context/request-scope.ts";
import type { Key } from "@patchbay/engine/billing/key";
import type { Posting } from "@patchbay/engine/billing/ledger";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import { HttpError } from "../http/http-error.ts";
import type { ServerState } from "../state/server-state.ts";
import { canPay, reserve, type Charge, type ChargeRequest } from "./charge.ts";

/** A reservation for the output of one endpoint, which its owner settles or releases. */
export type OutputReservation = Pick<Charge, "resize" | "byokFee">;

/**
 * Owns what one request reserves: the fees of its plugins, and the output of the endpoint that is tried. Everything is settled
 * or released here. What a request leaves behind is released with its scope.
 */
export class RequestCharges {
  readonly #state: ServerState;
  readonly #key: Key;
  readonly #scope: RequestScope;
  #fees: Charge | undefined;
  #output: Charge | undefined;

  constructor(state: ServerState, key: Key, scope: RequestScope) {
    this.#state = state;
    this.#key = key;
    this.#scope = scope;
  }

  /** Reserves all fees of plugins so far, before the paid work runs. Throws 402 if the balance is too low. */
  reserveFees(fees: NanoUsd): void {
    if (!this.#fees) this.#fees = reserve(this.#state, this.#key, { cost: fees }, { scope: this.#scope });
    else if (!this.#fees.resize({ cost: fees }))
      throw new HttpError(402, "Insufficient credits. Add more using https://openrouter.ai/credits");
  }

  /** Whether account and key can cover an output. */
  canPay(claim: ChargeRequest): boolean {
    return canPay(this.#state, this.#key, claim);
  }

  /** Reserves the highest cost of an output, in place of an earlier endpoint's. Throws the error of `refuse`. */
  reserveOutput(claim: ChargeRequest, refuse: (left: NanoUsd, plain: string) => HttpError): OutputReservation {
    this.releaseOutput();
    this.#output = reserve(this.#state, this.#key, claim, { scope: this.#scope, refuse });
    return this.#output;
  }

  /** Releases the reservation of an endpoint that failed. */
  releaseOutput(): void {
    this.#output?.release();
    this.#output = undefined;
  }

  /** Posts the final amounts, which include the fees, and records the provider's list price of a BYOK request. */
  settle(postings: readonly Posting[], byokCost: NanoUsd): void {
    // Both calls run synchronously, so the released fees are still available to the charge.
    this.#fees?.release();
    this.#output?.settle(postings, byokCost);
    this.#fees = this.#output = undefined;
  }
}
