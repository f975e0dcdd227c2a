import { canPay, reserve, type Charge, type ChargeRequest } from "../billing/charge.ts";
import type { Key } from "../engine/billing/key.ts";
import { unitsFor, type NanoUsd } from "../engine/billing/money.ts";
import { chargeOf, type Prices } from "../engine/billing/pricing.ts";
import { HttpError } from "../http/http-error.ts";
import type { RequestScope } from "../context/request-scope.ts";
import { outputImageTokens } from "./tokenized-output.ts";
import type { ServerState } from "../state/server-state.ts";
import { quantitiesOf, type QuantitySource, type ServerWork } from "./turn.ts";

/** How much of an answer can be paid. */
interface Payable {
  /** Text, in tokens of the common tokenizer. */
  readonly tokens: number;
  readonly images: number;
}

/** How long an answer may be, and the money that is set aside for it. */
export interface Budget {
  readonly charge: Charge;
  /** In tokens of the common tokenizer. */
  readonly maxTokens: number;
  /**
   * Sets money aside for work before the answer, in place of what was set aside for such work; false, and nothing changes, when
   * that much is not left in addition to an answer. An answer whose length was not asked for may become shorter for it.
   */
  cover(work: ServerWork): boolean;
  /** Sets money aside for an answer; the longest part of it that can be paid, when it costs more than that. */
  stretch(answer: Payable): Payable;
}

/** Answer tokens for which money is set aside when the request does not say how many it wants. */
const usualTokens = 4096;

interface BudgetOptions {
  readonly key: Key;
  readonly prices: Prices;
  readonly source: QuantitySource;
  /** What was asked for, in native tokens. */
  readonly asked: number | undefined;
  /** Whether the answer is to hold an image. */
  readonly makesImage: boolean;
  readonly scope: RequestScope;
}

/**
 * Sets money aside for an answer. A length that was asked for must be payable in whole; otherwise as much is set aside as
 * a usual answer costs or the purse holds, and a longer answer is stretched for or cut.
 */
export function makeBudget(state: ServerState, options: BudgetOptions): Budget {
  const { key, prices: listed, source, asked, makesImage, scope } = options;
  const { model, endpoint, byok } = source.candidate;
  const { tokenFactor } = model;
  const prices = dearest(listed);
  const promptTokens = quantitiesOf(source, 0).promptTokens;
  const longest = Math.max(Math.min(asked ?? Infinity, endpoint.longest, endpoint.context - promptTokens), 1);
  const toCommon = (native: number): number => Math.max(Math.floor(native / tokenFactor), 1);
  let { work } = source;
  let images = makesImage ? 1 : 0;
  const claimOf = (tokens: number): ChargeRequest => {
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
  const refuse = (left: NanoUsd, plain: string): HttpError => {
    const units = asked === undefined || byok ? 0 : (unitsFor(left - claimOf(0).cost, prices.completion) ?? 0);
    if (units < 1) return new HttpError(402, plain);
    return new HttpError(
      402,
      `This request requires more credits, or fewer max_tokens. You requested up to ${longest} tokens, but can only afford ${units}. To increase, visit https://openrouter.ai/settings/credits`,
    );
  };
  const usual = asked === undefined ? Math.min(maxTokens, usualTokens) : maxTokens;
  const isPayable = (tokens: number): boolean => canPay(state, key, claimOf(tokens));
  let held = asked !== undefined || isPayable(usual) ? usual : mostOf(1, usual, isPayable);
  const charge = reserve(state, key, claimOf(held), { scope, refuse });
  const isHeld = (tokens: number): boolean => charge.resize(claimOf(tokens));
  return {
    charge,
    maxTokens,
    cover(wanted) {
      const before = work;
      work = wanted;
      if (isHeld(held)) return true;
      if (asked === undefined && isHeld(1)) {
        held = mostOf(1, held, isHeld);
        return true;
      }
      work = before;
      return false;
    },
    stretch(answer) {
      const sure = images;
      images = answer.images;
      while (images > sure && !isHeld(held)) images--;
      if (answer.tokens <= held) return { tokens: answer.tokens, images };
      held = isHeld(answer.tokens) ? answer.tokens : mostOf(held, answer.tokens, isHeld);
      return { tokens: held, images };
    },
  };
}

/** The greatest number from `least` on, which is taken as good, and below `beyond` for which something still holds. */
function mostOf(least: number, beyond: number, holds: (number: number) => boolean): number {
  let [good, bad] = [least, beyond];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Prices at which an answer costs as much as it can, whatever part of it is reasoning. */
function dearest(prices: Prices): Prices {
  const { completion, reasoning = 0n } = prices;
  return reasoning > completion ? { ...prices, completion: reasoning } : prices;
}
