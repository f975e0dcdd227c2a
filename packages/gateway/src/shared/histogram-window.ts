import { Histogram } from "./histogram.ts";

/** Histograms of a sliding window, one for each part of it. Parts without samples take no memory. */
export class HistogramWindow {
  readonly #partMs: number;
  readonly #parts: (Histogram | undefined)[];
  /** Number of the newest part since the Unix epoch. */
  #newest = -Infinity;

  constructor(spanMs: number, parts: number) {
    this.#partMs = spanMs / parts;
    // The newest part is incomplete: one more covers the whole span.
    this.#parts = Array.from({ length: parts + 1 });
  }

  add(now: number, value: number): void {
    this.#current(now).add(value);
  }

  /** Adds `Histogram.toSparse` of another process. */
  mergeSparse(now: number, sparse: readonly number[]): void {
    this.#current(now).mergeSparse(sparse);
  }

  /** All samples in the window. */
  total(now: number): Histogram {
    this.#advance(now);
    const sum = new Histogram();
    for (const part of this.#parts) if (part) sum.merge(part);
    return sum;
  }

  #current(now: number): Histogram {
    this.#advance(now);
    return (this.#parts[this.#place(this.#newest)] ??= new Histogram());
  }

  #advance(now: number): void {
    const part = Math.floor(now / this.#partMs);
    const { length } = this.#parts;
    // If the clock was set back by less than the window, the window continues at its last time; otherwise it resets.
    if (part <= this.#newest && this.#newest - part < length) return;
    if (Math.abs(part - this.#newest) >= length) this.#parts.fill(undefined);
    else for (let next = this.#newest + 1; next <= part; next++) this.#parts[this.#place(next)] = undefined;
    this.#newest = part;
  }

  #place(part: number): number {
    const { length } = this.#parts;
    return ((part % length) + length) % length;
  }
}
