import { limitRemaining, spend, type Key } from "./engine/key.ts";
import { unitsFor, type NanoUsd } from "./engine/money.ts";
import type { CatalogueEndpoint } from "./engine/catalogue.ts";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** A request's claim on the account and on its key. Exactly one of the two ends it. */
export interface Charge {
  settle(cost: NanoUsd): void;
  release(): void;
}

/** What a request will cost at most. */
export interface Estimate {
  readonly cost: NanoUsd;
  /** The answer tokens that were asked for, of a chat. */
  readonly maxTokens?: number;
  readonly endpoint: CatalogueEndpoint;
}

/** Sets aside what a request may cost; throws 402 when account or key cannot pay it. */
export function reserve(world: World, key: Key, estimate: Estimate): Charge {
  const { ledger, now } = world;
  const left = limitRemaining(key, now());
  if (left !== null && left < estimate.cost)
    throw unaffordable(
      estimate,
      left,
      "This key has reached its limit. Raise it at https://openrouter.ai/settings/keys",
    );
  const hold = ledger.reserve(estimate.cost);
  if (!hold)
    throw unaffordable(
      estimate,
      ledger.available,
      "Insufficient credits. Add more using https://openrouter.ai/credits",
    );
  key.held += estimate.cost;
  let open = true;
  const close = (end: () => void): void => {
    if (!open) return;
    open = false;
    key.held -= estimate.cost;
    end();
  };
  return {
    settle: (cost) =>
      close(() => {
        hold.settle(cost);
        spend(key, cost, now());
      }),
    release: () => close(() => hold.release()),
  };
}

function unaffordable({ maxTokens, endpoint, cost }: Estimate, left: NanoUsd, plain: string): Refusal {
  const affordable =
    maxTokens === undefined
      ? undefined
      : unitsFor(left - (cost - fullAnswer(maxTokens, endpoint)), endpoint.completion);
  if (!affordable) return new Refusal(402, plain);
  return new Refusal(
    402,
    `This request requires more credits, or fewer max_tokens. You requested up to ${maxTokens} tokens, but can only afford ${affordable}. To increase, visit https://openrouter.ai/settings/credits`,
  );
}

function fullAnswer(maxTokens: number, { completion }: CatalogueEndpoint): NanoUsd {
  return (BigInt(maxTokens) * completion) / 1_000_000n;
}
