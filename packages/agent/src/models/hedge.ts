/** When the next model is requested in parallel because the first one is slow. */
export interface HedgeOptions {
  /** Milliseconds without a first token. The 95th percentile of the usual latency is a good choice. */
  readonly delay: number;
  /** The share of requests that may be sent twice. The canceled request may be billed. Default: 0.1. */
  readonly maxRatio?: number | undefined;
}

/** The maximum number of hedged requests in a row after a long time without any. */
const burst = 3;

/** A budget for hedged requests. If everything is slow, it runs out, so that the load does not double. */
export class HedgeBudget {
  readonly delay: number;
  readonly #share: number;
  #held = 1;

  constructor({ delay: after, maxRatio: share = 0.1 }: HedgeOptions) {
    this.delay = after;
    this.#share = share;
  }

  /** Counts a request. */
  earn(): void {
    this.#held = Math.min(burst, this.#held + this.#share);
  }

  get isEmpty(): boolean {
    // A ratio such as 0.1 is not exact: ten of them add up to less than 1.
    return this.#held < 1 - 1e-9;
  }

  /** Pays for a hedged request. */
  spend(): void {
    this.#held -= 1;
  }
}
