import type { RequestEvent } from "../ports/events.ts";
import { HOUR_MS } from "./summary.ts";

/** The dimensions of a record: account, hash of the key, model, provider and endpoint. */
export type Dimensions = readonly [string, string, string, string, string];

/** The values of a record that add up, in the order of `sums`. */
export interface Amounts {
  /** Requests and errors. */
  readonly counts: readonly [number, number];
  /** Cost, BYOK cost, reported cost and compared cost. */
  readonly money: readonly [bigint, bigint, bigint, bigint];
  /** Tokens of the prompt, cached ones, tokens of the completion, and of reasoning. */
  readonly tokens: readonly [number, number, number, number];
}

export function dimensionsOf({ account, keyHash, model, provider, endpoint }: RequestEvent): Dimensions {
  return [account, keyHash, model, provider, endpoint];
}

export function amountsOf(event: RequestEvent): Amounts {
  const { status, cost, isByok, listPrice, reportedCost } = event;
  return {
    counts: [1, status >= 400 ? 1 : 0],
    money: [cost, isByok ? listPrice : 0n, reportedCost ?? 0n, reportedCost === undefined ? 0n : listPrice],
    tokens: [event.promptTokens, event.cachedTokens, event.completionTokens, event.reasoningTokens],
  };
}

/** The sum of an hour's records with the same dimensions. */
interface HourTotal {
  readonly hour: number;
  readonly dimensions: Dimensions;
  amounts: Amounts;
}

/** Adds up the records of a batch, so that a row of the hours is written once for each batch: 2 of the 22 µs of a record. */
export class HourTotals {
  readonly #totals = new Map<string, HourTotal>();

  add(createdAt: number, dimensions: Dimensions, amounts: Amounts): void {
    const hour = Math.floor(createdAt / HOUR_MS) * HOUR_MS;
    const key = `${hour}\u0000${dimensions.join("\u0000")}`;
    const known = this.#totals.get(key);
    if (known) known.amounts = plus(known.amounts, amounts);
    else this.#totals.set(key, { hour, dimensions, amounts });
  }

  values(): Iterable<HourTotal> {
    return this.#totals.values();
  }
}

function plus({ counts: a, money: b, tokens: c }: Amounts, { counts, money, tokens }: Amounts): Amounts {
  return {
    counts: [a[0] + counts[0], a[1] + counts[1]],
    money: [b[0] + money[0], b[1] + money[1], b[2] + money[2], b[3] + money[3]],
    tokens: [c[0] + tokens[0], c[1] + tokens[1], c[2] + tokens[2], c[3] + tokens[3]],
  };
}
