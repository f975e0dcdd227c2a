/** Each bucket is this much wider than the one before, so that a percentile is off by at most 4 %. */
const growth = 1.08;
const logGrowth = Math.log(growth);
/** Covers 0.1 to about 1.6 million: milliseconds up to 27 minutes, and tokens per second. */
const bucketCount = 216;
const smallest = 0.1;

/** Counts of samples on a logarithmic scale, of fixed size. Two histograms merge by addition. */
export class Histogram {
  readonly #counts = new Uint32Array(bucketCount);
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Adds a sample. A value outside of the range counts as the smallest or the largest. */
  add(value: number): void {
    this.#counts[indexOf(value)]!++;
    this.#total++;
  }

  /** Adds the counts of another one. */
  merge(other: Histogram): void {
    for (let index = 0; index < bucketCount; index++) this.#counts[index]! += other.#counts[index]!;
    this.#total += other.#total;
  }

  /** The value that a share of the samples, 0 to 1, do not exceed. 0 without samples. */
  quantile(share: number): number {
    let left = Math.max(1, Math.ceil(share * this.#total));
    for (let index = 0; index < bucketCount; index++) {
      left -= this.#counts[index]!;
      if (left <= 0) return Math.round(10 * smallest * growth ** (index + 0.5)) / 10;
    }
    return 0;
  }

  /** Alternating indexes and counts of the buckets that are not empty. */
  toSparse(): number[] {
    const sparse: number[] = [];
    for (let index = 0; index < bucketCount; index++) {
      const count = this.#counts[index]!;
      if (count > 0) sparse.push(index, count);
    }
    return sparse;
  }

  /** Adds the counts of `toSparse`. Indexes and counts that cannot be right are skipped: they come from another process. */
  mergeSparse(sparse: readonly number[]): void {
    for (let at = 0; at + 1 < sparse.length; at += 2) {
      const [index, count] = [sparse[at]!, sparse[at + 1]!];
      if (!Number.isInteger(index) || index < 0 || index >= bucketCount || !Number.isInteger(count) || count < 0)
        continue;
      this.#counts[index]! += count;
      this.#total += count;
    }
  }
}

function indexOf(value: number): number {
  if (!(value > smallest)) return 0;
  return Math.min(bucketCount - 1, Math.floor(Math.log(value / smallest) / logGrowth));
}
