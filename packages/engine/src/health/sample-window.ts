import type { Copy } from "../data/copy.ts";

/** The newest samples in a sliding window, by size. They are sorted on first use. */
export class SampleWindow {
  readonly #spanMs: number;
  readonly #times: Float64Array;
  readonly #values: Float64Array;
  /** The number of samples ever added. */
  #count = 0;
  /** The number of newest samples that are kept. */
  #held = 0;
  #sorted: number[] | undefined;

  constructor(spanMs: number, most: number) {
    this.#spanMs = spanMs;
    this.#times = new Float64Array(most);
    this.#values = new Float64Array(most);
  }

  add(now: number, value: number): void {
    this.#forget(now);
    if (this.#held === this.#times.length) this.#dropOldest();
    const at = this.#count++ % this.#times.length;
    this.#times[at] = now;
    this.#values[at] = value;
    this.#held++;
    this.#sorted?.splice(placeOf(value, this.#sorted), 0, value);
  }

  size(now: number): number {
    this.#forget(now);
    return this.#held;
  }

  /** The sample at an index by size, smallest first. */
  at(index: number): number {
    this.#sorted ??= this.#sort();
    return this.#sorted[index]!;
  }

  copied(copy: Copy): SampleWindow {
    const made = new SampleWindow(this.#spanMs, this.#times.length);
    made.#times.set(this.#times);
    made.#values.set(this.#values);
    made.#count = this.#count;
    made.#held = this.#held;
    made.#sorted = copy(this.#sorted);
    return made;
  }

  #forget(now: number): void {
    while (this.#held > 0 && this.#times[this.#oldest]! <= now - this.#spanMs) this.#dropOldest();
  }

  #dropOldest(): void {
    this.#sorted?.splice(placeOf(this.#values[this.#oldest]!, this.#sorted), 1);
    this.#held--;
  }

  #sort(): number[] {
    const oldest = this.#count - this.#held;
    const held = Array.from({ length: this.#held }, (_, index) => this.#values[(oldest + index) % this.#times.length]!);
    return held.sort((a, b) => a - b);
  }

  get #oldest(): number {
    return (this.#count - this.#held) % this.#times.length;
  }
}

/** How many values of a sorted list are smaller. */
function placeOf(value: number, sorted: readonly number[]): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
