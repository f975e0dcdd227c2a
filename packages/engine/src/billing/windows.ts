import type { Copy } from "../data/copy.ts";

/** Good and bad outcomes in a sliding window, in buckets. Adding and reading take constant time. */
export class OutcomeWindow {
  readonly #bucketMs: number;
  #good: Uint32Array;
  #bad: Uint32Array;
  /** Number of the newest bucket since the Unix epoch. */
  #newest = -Infinity;
  #goodSum = 0;
  #badSum = 0;

  constructor(spanMs: number, buckets: number) {
    this.#bucketMs = spanMs / buckets;
    this.#good = new Uint32Array(buckets);
    this.#bad = new Uint32Array(buckets);
  }

  add(now: number, good: boolean, count = 1): void {
    this.#advance(now);
    const at = this.#place(this.#newest);
    if (good) {
      this.#good[at]! += count;
      this.#goodSum += count;
    } else {
      this.#bad[at]! += count;
      this.#badSum += count;
    }
  }

  /** The number of outcomes in the window. */
  good(now: number): number {
    this.#advance(now);
    return this.#goodSum;
  }

  /** The number of failures in the window. */
  bad(now: number): number {
    this.#advance(now);
    return this.#badSum;
  }

  copied(copy: Copy): OutcomeWindow {
    const made = new OutcomeWindow(this.#bucketMs * this.#good.length, this.#good.length);
    made.#good = copy(this.#good);
    made.#bad = copy(this.#bad);
    made.#newest = this.#newest;
    made.#goodSum = this.#goodSum;
    made.#badSum = this.#badSum;
    return made;
  }

  /** Bucket numbers before 1970 are negative. */
  #place(bucket: number): number {
    const { length } = this.#good;
    return ((bucket % length) + length) % length;
  }

  #advance(now: number): void {
    const bucket = Math.floor(now / this.#bucketMs);
    const length = this.#good.length;
    // If the clock was set back by less than the window, the window continues at its last time; otherwise it resets.
    if (bucket <= this.#newest && this.#newest - bucket < length) return;
    if (Math.abs(bucket - this.#newest) >= length) {
      this.#good.fill(0);
      this.#bad.fill(0);
      this.#goodSum = this.#badSum = 0;
      this.#newest = bucket;
      return;
    }
    while (this.#newest < bucket) {
      const at = this.#place(++this.#newest);
      this.#goodSum -= this.#good[at]!;
      this.#badSum -= this.#bad[at]!;
      this.#good[at] = this.#bad[at] = 0;
    }
  }
}
