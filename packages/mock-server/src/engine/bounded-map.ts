import type { Copy } from "./copy.ts";

/**
 * A map that forgets what was longest unused: it holds at least the `least` entries that were used last, and at most twice
 * as many. Nothing is ever deleted one by one, which a large `Map` is slow at.
 */
export class BoundedMap<K, V> {
  readonly #least: number;
  #young = new Map<K, V>();
  #old = new Map<K, V>();

  constructor(least: number) {
    this.#least = least;
  }

  /** The value, and marks it as used. */
  get(key: K): V | undefined {
    const value = this.#young.get(key);
    if (value !== undefined) return value;
    const older = this.#old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    if (this.#young.size >= this.#least && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  copied(copy: Copy): this {
    const made = new BoundedMap<K, V>(this.#least);
    made.#young = copy(this.#young);
    made.#old = copy(this.#old);
    return made as this;
  }
}
