import type { Copy } from "./copy.ts";

/** The limits of a map. */
export interface MapLimits<K, V> {
  /** The number of most recently used entries to keep. The map has up to twice as many. */
  readonly entries: number;
  /** Bytes of all entries. Default: no limit. */
  readonly bytes?: number;
  /** Approximate memory use of an entry, in bytes. Default: two for each character of its key, and 100. */
  readonly weigh?: (key: K, value: V) => number;
}

/**
 * A map that evicts the least recently used entries, by number and by bytes. An entry larger than half of the limit is
 * not stored. Half of the entries are evicted at once, since deleting one at a time is slow in a large `Map`.
 */
export class BoundedMap<K, V extends {}> {
  readonly #limits: MapLimits<K, V>;
  #young = new Map<K, V>();
  #old = new Map<K, V>();
  #youngBytes = 0;
  #oldBytes = 0;

  constructor(limits: MapLimits<K, V>) {
    this.#limits = limits;
  }

  /** Approximate memory use of the entries, in bytes. */
  get bytes(): number {
    return this.#youngBytes + this.#oldBytes;
  }

  /** Returns the value, and marks it as used. */
  get(key: K): V | undefined {
    const value = this.#young.get(key);
    if (value !== undefined) return value;
    const older = this.#old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    const { entries, bytes = Infinity } = this.#limits;
    const weight = this.#weigh(key, value);
    this.delete(key);
    if (weight > bytes / 2) return;
    if (this.#young.size >= entries || this.#youngBytes + weight > bytes / 2) this.#age();
    this.#young.set(key, value);
    this.#youngBytes += weight;
  }

  /** Deletes an entry. Returns false if there was none. */
  delete(key: K): boolean {
    const young = this.#young.get(key);
    const old = this.#old.get(key);
    if (young !== undefined) {
      this.#youngBytes -= this.#weigh(key, young);
      this.#young.delete(key);
    }
    if (old !== undefined) {
      this.#oldBytes -= this.#weigh(key, old);
      this.#old.delete(key);
    }
    return young !== undefined || old !== undefined;
  }

  copied(copy: Copy): BoundedMap<K, V> {
    const made = new BoundedMap<K, V>(this.#limits);
    made.#young = copy(this.#young);
    made.#old = copy(this.#old);
    made.#youngBytes = this.#youngBytes;
    made.#oldBytes = this.#oldBytes;
    return made;
  }

  #age(): void {
    this.#old = this.#young;
    this.#oldBytes = this.#youngBytes;
    this.#young = new Map();
    this.#youngBytes = 0;
  }

  #weigh(key: K, value: V): number {
    return this.#limits.weigh?.(key, value) ?? 100 + (typeof key === "string" ? 2 * key.length : 8);
  }
}
