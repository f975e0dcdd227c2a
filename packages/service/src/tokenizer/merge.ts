import type { TokenTable } from "./token-table.ts";

/** The rank of two neighbors that do not make a token. */
const none = 2 ** 31 - 1;

const memoryBits = 14;

/** Merges the bytes of a piece into tokens: the neighbors with the lowest rank first, the left ones of those that are the same. */
export class Merger {
  readonly #table: TokenTable;
  /** Start of a token → its rank; for a byte, which needs no rank, -1 minus the byte. */
  #tokens = new Int32Array(0);
  /** Start of a token → start of the next, or the end. */
  #next = new Uint32Array(0);
  /** Start of a token → start of the one before. */
  #previous = new Uint32Array(0);
  /**
   * A binary tree whose leaves, from `#size` on, are the ranks of the tokens that could be made of the token at each place and its
   * neighbor. Each node has the lower rank of its two.
   */
  #tree = new Int32Array(0);
  #size = 0;
  /** What the table knows of the pairs that were asked last: most texts repeat the same ones. Saves a third of the time. */
  readonly #lefts = new Int32Array(2 ** memoryBits);
  readonly #rights = new Int32Array(2 ** memoryBits);
  readonly #ranks = new Int32Array(2 ** memoryBits);

  constructor(table: TokenTable) {
    this.#table = table;
  }

  /** Returns how many tokens there are. Takes time in proportion to n log n. */
  merge(bytes: Uint8Array, length: number): number {
    this.#begin(bytes, length);
    const tokens = this.#tokens;
    const next = this.#next;
    const tree = this.#tree;
    for (let count = length; ; count--) {
      const rank = tree[1]!;
      if (rank === none) return count;
      const start = this.#findLowest();
      const second = next[start]!;
      const end = next[second]!;
      tokens[start] = rank;
      next[start] = end;
      this.#setRank(second, none);
      this.#setRank(start, end < length ? this.#rankOf(bytes, start, end) : none);
      if (end < length) this.#previous[end] = start;
      if (start > 0) {
        const before = this.#previous[start]!;
        this.#setRank(before, this.#rankOf(bytes, before, start));
      }
    }
  }

  /** Where the token ends that starts here, after `merge`. */
  endOf(start: number): number {
    return this.#next[start]!;
  }

  #begin(bytes: Uint8Array, length: number): void {
    let size = 1;
    while (size < length) size *= 2;
    if (this.#next.length < size) this.#grow(size);
    this.#size = size;
    const tree = this.#tree;
    for (let at = 0; at < length; at++) {
      this.#tokens[at] = -1 - bytes[at]!;
      this.#next[at] = at + 1;
      this.#previous[at] = at - 1;
    }
    for (let at = 0; at < length - 1; at++) tree[size + at] = this.#rankOf(bytes, at, at + 1);
    tree.fill(none, size + length - 1, 2 * size);
    for (let node = size - 1; node > 0; node--) tree[node] = Math.min(tree[2 * node]!, tree[2 * node + 1]!);
  }

  #grow(size: number): void {
    this.#tokens = new Int32Array(size);
    this.#next = new Uint32Array(size);
    this.#previous = new Uint32Array(size);
    this.#tree = new Int32Array(2 * size);
  }

  /** The first place with the lowest rank. */
  #findLowest(): number {
    const tree = this.#tree;
    const lowest = tree[1]!;
    let node = 1;
    while (node < this.#size) node = tree[2 * node] === lowest ? 2 * node : 2 * node + 1;
    return node - this.#size;
  }

  #setRank(start: number, rank: number): void {
    const tree = this.#tree;
    let node = this.#size + start;
    tree[node] = rank;
    for (node >>= 1; node > 0; node >>= 1) {
      const lower = Math.min(tree[2 * node]!, tree[2 * node + 1]!);
      if (tree[node] === lower) return;
      tree[node] = lower;
    }
  }

  /** The rank of the token that two neighbors make. */
  #rankOf(bytes: Uint8Array, start: number, second: number): number {
    const left = this.#tokens[start]!;
    const right = this.#tokens[second]!;
    const slot = (Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)) >>> (32 - memoryBits);
    if (this.#lefts[slot] === left && this.#rights[slot] === right) return this.#ranks[slot]!;
    const found = this.#table.rankOf(bytes, start, this.#next[second]!);
    const rank = found < 0 ? none : found;
    this.#lefts[slot] = left;
    this.#rights[slot] = right;
    this.#ranks[slot] = rank;
    return rank;
  }
}
