import type { TokenTable } from "./token-table.ts";

/**
 * Merges the bytes of a piece into tokens: the pair of neighbors with the lowest rank first, the left one of two that are the same.
 * Takes time in proportion to n log n.
 */
export class Merger {
  readonly #table: TokenTable;
  /** Start of a token → start of the next. */
  #next = new Uint32Array(0);
  /** Start of a token → start of the one before. */
  #previous = new Uint32Array(0);
  /** Start of a token → rank of the token that it and the next one make; -1 if there is none. */
  #ranks = new Int32Array(0);
  /** Pairs to merge, the lowest first: rank and start in one number. Pairs that no longer exist are skipped. */
  #heap = new Float64Array(0);
  #heapSize = 0;

  constructor(table: TokenTable) {
    this.#table = table;
  }

  /** Merges and returns how many tokens there are. `nextStart` gives their places until the next call. */
  merge(bytes: Uint8Array, length: number): number {
    if (this.#next.length < length) this.#grow(length);
    this.#heapSize = 0;
    for (let at = 0; at < length; at++) {
      this.#next[at] = at + 1;
      this.#previous[at] = at - 1;
      if (at < length - 1) this.#addPair(at, this.#table.rankOf(bytes, at, at + 2));
      else this.#ranks[at] = -1;
    }
    let count = length;
    while (this.#heapSize > 0) {
      const pair = this.#pop();
      const rank = Math.floor(pair / starts);
      const at = pair % starts;
      if (this.#ranks[at] !== rank) continue;
      const end = this.#next[this.#next[at]!]!;
      this.#ranks[this.#next[at]!] = -1;
      this.#next[at] = end;
      if (end < length) {
        this.#previous[end] = at;
        this.#addPair(at, this.#table.rankOf(bytes, at, this.#next[end]!));
      } else this.#ranks[at] = -1;
      if (at > 0) {
        const previous = this.#previous[at]!;
        this.#addPair(previous, this.#table.rankOf(bytes, previous, end));
      }
      count--;
    }
    return count;
  }

  /** The start of the token after the one that starts here. */
  nextStart(start: number): number {
    return this.#next[start]!;
  }

  #grow(length: number): void {
    const size = Math.max(256, 2 * length);
    this.#next = new Uint32Array(size);
    this.#previous = new Uint32Array(size);
    this.#ranks = new Int32Array(size);
    // Each of at most n merges adds two pairs to the first ones, and takes one.
    this.#heap = new Float64Array(2 * size);
  }

  #addPair(start: number, rank: number): void {
    this.#ranks[start] = rank;
    if (rank < 0) return;
    const heap = this.#heap;
    const pair = rank * starts + start;
    let at = this.#heapSize++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]! <= pair) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = pair;
  }

  #pop(): number {
    const heap = this.#heap;
    const lowest = heap[0]!;
    const size = --this.#heapSize;
    const last = heap[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= last) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return lowest;
  }
}

/** More than the longest piece has bytes, and a power of two. */
const starts = 2 ** 20;
