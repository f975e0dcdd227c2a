import { largest } from "../billing/largest.ts";
import type { ChargeRequest, Charges, OutputRequest, OutputReservation } from "../ports/billing.ts";
import { unitsFor } from "@patchbay/engine/billing/money";
import { chargeOf, type Prices } from "@patchbay/engine/billing/pricing";
import { HttpError } from "../http/http-error.ts";
import { outputImageTokens } from "./tokenized-output.ts";
import { promptTokensOf, quantitiesOf, type QuantitySource, type ServerWork } from "./turn.ts";

/** How much of an output the account can pay for. */
export interface Payable {
  /** Text, in tokens of the common tokenizer. */
  readonly tokens: number;
  readonly images: number;
}

/** The maximum length of an output, and the credits that are reserved for it. */
export interface Budget {
  readonly reservation: OutputReservation;
  /** In tokens of the common tokenizer. */
  readonly maxTokens: number;
  /**
   * Reserves credits for work before the output, and replaces the earlier reservation for such work. Returns false and changes
   * nothing if the balance cannot cover the work and an output. Without a requested length, the output may become shorter.
   */
  cover(work: ServerWork): boolean;
  /** Reserves credits for an output. Returns the longest part of it that the account can pay for. */
  stretch(answer: Payable): Payable | Promise<Payable>;
}

/** What OpenRouter advises for an insufficient balance. */
const buyCredits = "To increase, visit https://openrouter.ai/settings/credits";

/** Output tokens that are reserved by default when the request specifies no maximum. */
const usualTokens = 4096;

interface BudgetOptions {
  readonly prices: Prices;
  readonly source: QuantitySource;
  /** The requested maximum length, in native tokens. */
  readonly requested: number | undefined;
  /** Whether the request asks for an image. */
  readonly makesImage: boolean;
}

/**
 * Reserves credits for an output. A requested length must be payable in full. Without one, the reservation covers a usual
 * output or the available balance, whichever is less; `stretch` extends it for a longer output or shortens the output.
 */
export function makeBudget(charges: Charges, options: BudgetOptions): Budget | Promise<Budget> {
  const claim = new OutputClaim(options);
  const reserved = charges.reserveOutput(claim);
  return reserved instanceof Promise
    ? reserved.then((reservation) => new ReservedBudget(claim, reservation))
    : new ReservedBudget(claim, reserved);
}

/** What an output costs at most, for the work before it and the images that it is expected to have. */
class OutputClaim implements OutputRequest {
  /** In tokens of the common tokenizer. */
  readonly maxTokens: number;
  readonly most: number;
  readonly least: number;
  readonly isLengthGiven: boolean;
  work: ServerWork;
  images: number;
  /** The maximum length of the output in native tokens. */
  readonly #longest: number;
  readonly #prices: Prices;
  readonly #source: QuantitySource;

  constructor({ prices, source, requested, makesImage }: BudgetOptions) {
    const { model, endpoint } = source.candidate;
    this.#longest = Math.max(
      Math.min(requested ?? Infinity, endpoint.longest, endpoint.context - promptTokensOf(source)),
      1,
    );
    this.maxTokens = Math.max(Math.floor(this.#longest / model.tokenFactor), 1);
    this.isLengthGiven = requested !== undefined;
    this.most = this.isLengthGiven ? this.maxTokens : Math.min(this.maxTokens, usualTokens);
    this.least = this.isLengthGiven ? this.most : 1;
    this.work = source.work;
    this.images = makesImage ? 1 : 0;
    this.#prices = highestPrices(prices);
    this.#source = source;
  }

  readonly claimFor = (tokens: number): ChargeRequest => {
    const { candidate, prompt, cache } = this.#source;
    const { work } = this;
    const imageTokens = this.images * outputImageTokens;
    const turn = { candidate, prompt, cache, work, answer: { imageTokens, reasoningTokens: 0 } };
    const listPrice = chargeOf(this.#prices, quantitiesOf(turn, tokens + imageTokens, false));
    return candidate.byok ? { cost: work.fees, byokCost: listPrice } : { cost: listPrice + work.fees };
  };

  readonly refuse: OutputRequest["refuse"] = (left, plain, advice = buyCredits) => {
    const isPlain = !this.isLengthGiven || this.#source.candidate.byok;
    const units = isPlain ? 0 : (unitsFor(left - this.claimFor(0).cost, this.#prices.completion) ?? 0);
    if (units < 1) return new HttpError(402, plain);
    return new HttpError(
      402,
      `This request requires more credits, or fewer max_tokens. You requested up to ${this.#longest} tokens, but can only afford ${units}. ${advice}`,
    );
  };
}

class ReservedBudget implements Budget {
  readonly reservation: OutputReservation;
  readonly maxTokens: number;
  readonly #claim: OutputClaim;
  #held: number;

  constructor(claim: OutputClaim, reservation: OutputReservation) {
    this.#claim = claim;
    this.reservation = reservation;
    this.maxTokens = claim.maxTokens;
    this.#held = reservation.size;
  }

  cover(next: ServerWork): boolean {
    const claim = this.#claim;
    const before = claim.work;
    claim.work = next;
    if (this.#tryReserve(this.#held)) return true;
    if (!claim.isLengthGiven && this.#tryReserve(1)) {
      this.#held = largest(1, this.#held, (tokens) => this.#tryReserve(tokens));
      return true;
    }
    claim.work = before;
    return false;
  }

  stretch(answer: Payable): Payable | Promise<Payable> {
    const claim = this.#claim;
    const sure = claim.images;
    claim.images = answer.images;
    while (claim.images > sure && !this.#tryReserve(this.#held)) claim.images--;
    if (answer.tokens <= this.#held) return { tokens: answer.tokens, images: claim.images };
    const reserved = this.reservation.extend(claim.claimFor, this.#held, answer.tokens);
    const keep = (tokens: number): Payable => ({ tokens: (this.#held = tokens), images: claim.images });
    return typeof reserved === "number" ? keep(reserved) : reserved.then(keep);
  }

  #tryReserve(tokens: number): boolean {
    return this.reservation.resize(this.#claim.claimFor(tokens));
  }
}

/** Prices with the higher of the completion and reasoning prices, since the share of reasoning is not known in advance. */
function highestPrices(prices: Prices): Prices {
  const { completion, reasoning = 0n } = prices;
  return reasoning > completion ? { ...prices, completion: reasoning } : prices;
}
