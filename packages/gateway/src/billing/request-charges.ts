import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { Posting } from "@patchbay/engine/billing/ledger";
import { largest } from "@patchbay/service/billing/largest";
import { HttpError } from "@patchbay/service/http/http-error";
import type {
  ChargeBasis,
  ChargeRequest,
  Charges,
  OutputRequest,
  OutputReservation,
} from "@patchbay/service/ports/billing";
import type { RequestScope } from "@patchbay/service/ports/request-scope";
import type { Ledger, ReserveResult } from "../ports/ledger.ts";
import { StoreUnavailable } from "../ports/store-unavailable.ts";
import type { GatewayKey } from "../access/gateway-key.ts";
import { describeBudget, toBudgetError } from "./budget-error.ts";
import { byokFee } from "./byok-fee.ts";

/** What the reservations of a request need. */
export interface ChargeOptions {
  readonly ledger: Ledger;
  readonly key: GatewayKey;
  /** Id of the generation, which is that of the hold. */
  readonly id: string;
  readonly scope: RequestScope;
  readonly now: () => number;
  /** Milliseconds after which the hold of a request that never ended is released. */
  readonly holdTime: number;
  /** Called if the ledger finally refuses to settle or to release. It repeats both while its store is unavailable. */
  readonly onLost: (error: unknown) => void;
  /** Called with work that outlives its response and settles it. */
  readonly keep: (work: Promise<void>) => void;
  readonly priceVersionOf: (basis: ChargeBasis) => string;
}

/**
 * The reservations of one request in the ledger. One hold covers all attempts: the next endpoint keeps it, and raises it if it
 * costs more. A request that costs nothing and counts toward no budget of requests writes nothing.
 */
export class RequestCharges implements Charges {
  readonly #options: ChargeOptions;
  #fees = 0n;
  /** The amount of the hold; undefined before there is one. */
  #granted: NanoUsd | undefined;
  #isClosed = false;
  #forget: () => void = () => undefined;

  constructor(options: ChargeOptions) {
    this.#options = options;
  }

  readonly reserveFees = (fees: NanoUsd): void => {
    // The hold for the output includes them.
    this.#fees = fees;
  };

  readonly reserveOutput = async (output: OutputRequest): Promise<OutputReservation> => {
    const { claimFor, most, least } = output;
    const [wanted, required] = [this.#costOf(claimFor(most)), this.#costOf(claimFor(least))];
    const granted = await this.#hold(wanted, required, output);
    const isCovered = (size: number): boolean => this.#costOf(claimFor(size)) <= granted;
    return {
      size: least >= most || isCovered(most) ? most : largest(least, most, isCovered),
      resize: (claim) => this.#costOf(claim) <= (this.#granted ?? 0n),
      extend: (claim, from, to) => this.#extend(claim, from, to),
      byokFee: (listPrice) => byokFee(this.#options.key, listPrice),
    };
  };

  readonly releaseOutput = (): void => {
    // The next attempt uses the hold. Without one, the end of the request releases it.
  };

  readonly detach = (work: Promise<void>): void => {
    this.#forget();
    // If nothing settles it, the request is released as any other.
    this.#options.keep(work.finally(() => this.#release()));
  };

  readonly settle = (postings: readonly Posting[], byokCost: NanoUsd, basis: ChargeBasis): void => {
    const { ledger, key, id, now, onLost, priceVersionOf } = this.#options;
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#forget();
    const charged = postings.filter(({ amount }) => amount > 0n);
    const paid = charged.reduce((sum, { amount }) => sum + amount, 0n);
    // Without a hold, the request was free when it began.
    if (this.#granted === undefined && paid === 0n) return;
    const settlement = {
      id,
      account: key.account,
      postings: charged,
      counted: key.stored.includeByokInLimit ? paid + byokCost : paid,
      reported: basis.reportedCost,
      priceVersion: priceVersionOf(basis),
      basis: basis.isEstimated ? ("estimated" as const) : ("reported" as const),
      now: now(),
    };
    ledger.settle(settlement).catch(onLost);
  };

  /** The cost of an output and of the plugins, with the fee of a request with the customer's own key. */
  #costOf({ cost, byokCost = 0n }: ChargeRequest): NanoUsd {
    const { key } = this.#options;
    const counted = key.stored.includeByokInLimit ? byokCost : 0n;
    return cost + this.#fees + byokFee(key, byokCost) + counted;
  }

  async #hold(wanted: NanoUsd, least: NanoUsd, { refuse }: OutputRequest): Promise<NanoUsd> {
    const { ledger, key, id, now, holdTime } = this.#options;
    if (this.#granted !== undefined) {
      if (this.#granted >= wanted || (await ledger.extend(id, wanted))) this.#granted = max(this.#granted, wanted);
      else if (this.#granted < least && !(await ledger.extend(id, least)))
        throw refuse(this.#granted, outOfCredit, addCredits);
      return this.#granted;
    }
    // A free model is not refused because the money is spent.
    const budgets = wanted === 0n ? key.budgets.filter(({ unit }) => unit === "requests") : key.budgets;
    const isFree = wanted === 0n && budgets.length === 0;
    if (isFree) return 0n;
    const time = now();
    const floor = key.terms.creditLimit === "prepaid" ? 0n : null;
    const request = { id, account: key.account, floor, budgets, wanted, least, now: time, deadline: time + holdTime };
    const result = await ledger.reserve(request);
    if (!("granted" in result)) throw toRefusal(result, refuse, time);
    this.#granted = result.granted;
    this.#forget = this.#options.scope.hold(() => this.#release());
    return result.granted;
  }

  #release(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { ledger, id, onLost } = this.#options;
    ledger.release(id, "failed").catch(onLost);
  }

  async #extend(claim: OutputRequest["claimFor"], from: number, to: number): Promise<number> {
    if (this.#granted === undefined || this.#costOf(claim(to)) <= this.#granted) return to;
    if (this.#isClosed) return from;
    const { ledger, id } = this.#options;
    // Near a limit, a part of the extension still fits: this finds at least half of it.
    for (let more = to - from; more > 0; more = Math.floor(more / 2)) {
      const total = this.#costOf(claim(from + more));
      if (total <= this.#granted) break;
      const isExtended = await ledger.extend(id, total).catch((error: unknown) => {
        throw error instanceof StoreUnavailable ? new HttpError(503, cannotExtend) : error;
      });
      if (!isExtended) continue;
      this.#granted = total;
      return from + more;
    }
    return largest(from, to, (size) => this.#costOf(claim(size)) <= this.#granted!);
  }
}

const cannotExtend =
  "The gateway cannot reserve credits for a longer output now, because its database is unavailable. Send the request again later.";

const addCredits = "Add credits to the account.";
const outOfCredit = `Insufficient credits. ${addCredits}`;

function toRefusal(
  result: Exclude<ReserveResult, { readonly granted: NanoUsd }>,
  refuse: OutputRequest["refuse"],
  now: number,
): HttpError {
  if (result.refusedBy === "credits") return refuse(result.left, outOfCredit, addCredits);
  const { refusedBy: budget, left, resetsAt } = result;
  const error = toBudgetError(budget, resetsAt, now);
  if (budget.unit === "requests" || left <= 0n) return error;
  return refuse(left, error.message, describeBudget(budget, resetsAt)).with(error.details);
}

function max(a: NanoUsd, b: NanoUsd): NanoUsd {
  return a > b ? a : b;
}
