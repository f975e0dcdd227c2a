import type { RequestScope } from "@patchbay/service/ports/request-scope";
import type { Key } from "@patchbay/engine/billing/key";
import type { Posting } from "@patchbay/engine/billing/ledger";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import { largest } from "@patchbay/service/billing/largest";
import type { Charges, OutputRequest, OutputReservation } from "@patchbay/service/ports/billing";
import { HttpError } from "@patchbay/service/http/http-error";
import type { ServerState } from "../state/server-state.ts";
import { canPay, reserve, type Charge } from "./charge.ts";

/**
 * Owns what one request reserves: the fees of its plugins, and the output of the endpoint that is tried. Everything is settled
 * or released here. What a request leaves behind is released with its scope.
 */
export class RequestCharges implements Charges {
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

  reserveFees(fees: NanoUsd): void {
    if (!this.#fees) this.#fees = reserve(this.#state, this.#key, { cost: fees }, { scope: this.#scope });
    else if (!this.#fees.resize({ cost: fees }))
      throw new HttpError(402, "Insufficient credits. Add more using https://openrouter.ai/credits");
  }

  reserveOutput({ claimFor, most, least, refuse }: OutputRequest): OutputReservation {
    this.releaseOutput();
    const isPayable = (size: number): boolean => canPay(this.#state, this.#key, claimFor(size));
    const size = least >= most || isPayable(most) ? most : largest(least, most, isPayable);
    const charge = reserve(this.#state, this.#key, claimFor(size), { scope: this.#scope, refuse });
    this.#output = charge;
    return {
      size,
      resize: (claim) => charge.resize(claim),
      extend: (claim, from, to) =>
        charge.resize(claim(to)) ? to : largest(from, to, (more) => charge.resize(claim(more))),
      byokFee: (listPrice) => charge.byokFee(listPrice),
    };
  }

  releaseOutput(): void {
    this.#output?.release();
    this.#output = undefined;
  }

  settle(postings: readonly Posting[], byokCost: NanoUsd): void {
    // Both calls run synchronously, so the released fees are still available to the charge.
    this.#fees?.release();
    this.#output?.settle(postings, byokCost);
    this.#fees = this.#output = undefined;
  }
}
