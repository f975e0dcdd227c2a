/** When a second model is asked beside one that is slow to begin. */
export interface HedgeOptions {
  /** Milliseconds without anything of an answer; the 95th percentile of what is usual is a good choice. */
  readonly delay: number;
  /** The share of answers that may be asked for twice, since the one that is given up may be paid. Default: 0.1. */
  readonly maxRatio?: number | undefined;
}

/** How many may follow each other when nothing was hedged for long. */
const burst = 3;

/** A budget for second requests: when everything is slow, it runs dry, and nothing is doubled any more. */
export class HedgeBudget {
  readonly delay: number;
  readonly #share: number;
  #held = 1;

  constructor({ delay: after, maxRatio: share = 0.1 }: HedgeOptions) {
    this.delay = after;
    this.#share = share;
  }

  /** Counts an answer that is asked for. */
  earn(): void {
    this.#held = Math.min(burst, this.#held + this.#share);
  }

  get isEmpty(): boolean {
    // A share such as 0.1 is no exact number: ten of them are a little less than 1.
    return this.#held < 1 - 1e-9;
  }

  /** Pays for one second request. */
  spend(): void {
    this.#held -= 1;
  }
}
