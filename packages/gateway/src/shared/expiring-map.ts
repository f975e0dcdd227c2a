import { BoundedMap } from "@patchbay/engine/data/bounded-map";

interface Entry {
  readonly value: string;
  readonly from: number;
  readonly ttlMs: number;
}

/** Memory of a string: two bytes for each character. */
const bytesPerCharacter = 2;
/** Memory of an entry in addition to its strings. */
const entryBytes = 150;

/** Strings with a time to live. At its limit of bytes, the least recently used ones are dropped. */
export class ExpiringMap {
  readonly #entries: BoundedMap<string, Entry>;

  constructor(bytes: number) {
    this.#entries = new BoundedMap<string, Entry>({
      entries: 1_000_000,
      bytes,
      weigh: (key, { value }) => entryBytes + bytesPerCharacter * (key.length + value.length),
    });
  }

  /** Approximate memory use, in bytes. */
  get bytes(): number {
    return this.#entries.bytes;
  }

  get(key: string, now: number): string | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    // An entry of the future was stored before the clock was set back. Its age is unknown.
    if (now >= entry.from && now < entry.from + entry.ttlMs) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, value: string, { now, ttlMs }: { readonly now: number; readonly ttlMs: number }): void {
    if (ttlMs > 0) this.#entries.set(key, { value, from: now, ttlMs });
    else this.#entries.delete(key);
  }
}
