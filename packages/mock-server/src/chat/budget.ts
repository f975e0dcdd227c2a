import { affordable, ownKeyFee, reserve, type Charge } from "../charge.ts";
import type { Key } from "../engine/key.ts";
import { unitsFor, type NanoUsd } from "../engine/money.ts";
import { chargeOf, type Prices } from "../engine/pricing.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { quantitiesOf, type QuantitySource } from "./turn.ts";

/** How long an answer may be, and the money that is set aside for it. */
export interface Budget {
  readonly charge: Charge;
  /** In tokens of the common tokenizer. */
  readonly maxTokens: number;
  /** What the request costs with so many answer tokens. */
  readonly costOf: (answerTokens: number) => NanoUsd;
  /** The longest answer that can still be paid, when it costs more than was set aside. */
  readonly stretch: (answerTokens: number) => number;
}

/** Answer tokens for which money is set aside when the request does not say how many it wants. */
const usualTokens = 4096;

interface BudgetOptions {
  readonly key: Key;
  readonly prices: Prices;
  readonly source: QuantitySource;
  /** What was asked for, in native tokens. */
  readonly asked: number | undefined;
}

/**
 * Sets money aside for an answer. A length that was asked for must be payable in whole; otherwise as much is set aside as
 * a usual answer costs or the purse holds, and a longer answer is stretched for or cut.
 */
export function makeBudget(world: World, { key, prices, source, asked }: BudgetOptions): Budget {
  const { model, endpoint, byok } = source.candidate;
  const { tokenFactor } = model;
  const promptTokens = quantitiesOf(source, 0).promptTokens;
  const longest = Math.max(Math.min(asked ?? Infinity, endpoint.longest, endpoint.context - promptTokens), 1);
  const toCommon = (native: number): number => Math.max(Math.floor(native / tokenFactor), 1);
  const costOf = (tokens: number): NanoUsd => {
    const listPrice = chargeOf(prices, quantitiesOf(source, tokens, false));
    return (byok ? ownKeyFee(world, key, listPrice) : listPrice) + source.work.fees;
  };
  const maxTokens = toCommon(longest);
  /** How many answer tokens an amount pays. */
  const tokensFor = (amount: NanoUsd): number => {
    const left = amount - costOf(0);
    const units = unitsFor(left, prices.completion);
    return left < 0n ? 0 : units === undefined ? maxTokens : toCommon(units);
  };
  const refuse = (left: NanoUsd, plain: string): Refusal => {
    const units = asked === undefined ? 0 : (unitsFor(left - costOf(0), prices.completion) ?? 0);
    if (units < 1) return new Refusal(402, plain);
    return new Refusal(
      402,
      `This request requires more credits, or fewer max_tokens. You requested up to ${longest} tokens, but can only afford ${units}. To increase, visit https://openrouter.ai/settings/credits`,
    );
  };
  const usual = asked === undefined ? Math.min(maxTokens, usualTokens) : maxTokens;
  let held = usual;
  let cost = costOf(usual);
  if (asked === undefined && cost > affordable(world, key)) {
    held = Math.min(usual, Math.max(tokensFor(affordable(world, key)), 1));
    cost = costOf(held);
  }
  const charge = reserve(world, key, cost, refuse);
  return {
    charge,
    maxTokens,
    costOf,
    stretch(tokens) {
      if (tokens <= held || charge.resize(costOf(tokens))) {
        held = Math.max(held, tokens);
        return tokens;
      }
      const most = Math.min(Math.max(tokensFor(affordable(world, key) + costOf(held)), held), tokens);
      return charge.resize(costOf(most)) ? most : held;
    },
  };
}
