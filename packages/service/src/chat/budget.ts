import { largest } from "../billing/largest.ts";
import type { ChargeRequest, Charges, OutputRequest, OutputReservation } from "../ports/billing.ts";
import { unitsFor } from "@patchbay/engine/billing/money";
import { chargeOf, type Prices } from "@patchbay/engine/billing/pricing";
import { HttpError } from "../http/http-error.ts";
import { outputImageTokens } from "./tokenized-output.ts";
import { quantitiesOf, type QuantitySource, type ServerWork } from "./turn.ts";

/** How much of an output the account can pay for. */
interface Payable {
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
export async function makeBudget(charges: Charges, options: BudgetOptions): Promise<Budget> {
  const { prices: listed, source, requested, makesImage } = options;
  const { model, endpoint, byok } = source.candidate;
  const { tokenFactor } = model;
  const prices = highestPrices(listed);
  const promptTokens = quantitiesOf(source, 0).promptTokens;
  const longest = Math.max(Math.min(requested ?? Infinity, endpoint.longest, endpoint.context - promptTokens), 1);
  const toCommon = (native: number): number => Math.max(Math.floor(native / tokenFactor), 1);
  let { work } = source;
  let images = makesImage ? 1 : 0;
  const chargeFor = (tokens: number): ChargeRequest => {
    const imageTokens = images * outputImageTokens;
    const used = quantitiesOf(
      { ...source, work, answer: { imageTokens, reasoningTokens: 0 } },
      tokens + imageTokens,
      false,
    );
    const listPrice = chargeOf(prices, used);
    return byok ? { cost: work.fees, byokCost: listPrice } : { cost: listPrice + work.fees };
  };
  const maxTokens = toCommon(longest);
  const refuse: OutputRequest["refuse"] = (left, plain, advice = buyCredits) => {
    const units = requested === undefined || byok ? 0 : (unitsFor(left - chargeFor(0).cost, prices.completion) ?? 0);
    if (units < 1) return new HttpError(402, plain);
    return new HttpError(
      402,
      `This request requires more credits, or fewer max_tokens. You requested up to ${longest} tokens, but can only afford ${units}. ${advice}`,
    );
  };
  const usual = requested === undefined ? Math.min(maxTokens, usualTokens) : maxTokens;
  const reservation = await charges.reserveOutput({
    claimFor: chargeFor,
    most: usual,
    least: requested === undefined ? 1 : usual,
    refuse,
  });
  let held = reservation.size;
  const tryReserve = (tokens: number): boolean => reservation.resize(chargeFor(tokens));
  return {
    reservation,
    maxTokens,
    cover(next) {
      const before = work;
      work = next;
      if (tryReserve(held)) return true;
      if (requested === undefined && tryReserve(1)) {
        held = largest(1, held, tryReserve);
        return true;
      }
      work = before;
      return false;
    },
    stretch(answer) {
      const sure = images;
      images = answer.images;
      while (images > sure && !tryReserve(held)) images--;
      if (answer.tokens <= held) return { tokens: answer.tokens, images };
      const reserved = reservation.extend(chargeFor, held, answer.tokens);
      const keep = (tokens: number): Payable => ({ tokens: (held = tokens), images });
      return typeof reserved === "number" ? keep(reserved) : reserved.then(keep);
    },
  };
}

/** Prices with the higher of the completion and reasoning prices, since the share of reasoning is not known in advance. */
function highestPrices(prices: Prices): Prices {
  const { completion, reasoning = 0n } = prices;
  return reasoning > completion ? { ...prices, completion: reasoning } : prices;
}
