import type { StoredKey } from "../ports/keys.ts";

/** A change of a key with its position in the order of all changes. */
export interface KeyChange {
  readonly position: number;
  readonly hash: string;
  /** `undefined` for a deleted key. */
  readonly key: StoredKey | undefined;
}

export type KeyListener = (hash: string, key: StoredKey | undefined) => void;

/** Calls listeners for changes that are read every `intervalMs`. A failure to read is tried again at the next interval. */
export class KeyPoll {
  readonly #read: (after: number) => Promise<readonly KeyChange[]>;
  readonly #intervalMs: number;
  readonly #listeners = new Set<KeyListener>();
  #position: number;
  #timer: NodeJS.Timeout | undefined;
  #isReading = false;
  /** Keys that this process changes now, by hash: how many changes are under way. */
  readonly #writing = new Map<string, number>();
  /** Keys that this process changed since the last read began. */
  readonly #written = new Set<string>();

  constructor(read: (after: number) => Promise<readonly KeyChange[]>, position: number, intervalMs: number) {
    this.#read = read;
    this.#position = position;
    this.#intervalMs = intervalMs;
  }

  /** Starts to poll with the first listener, and stops with the last. */
  watch(listener: KeyListener): () => void {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => void this.#check(), this.#intervalMs).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /**
   * Makes a change of this process. A change of another process that is read meanwhile can be older or newer, so it is not delivered
   * before the next read.
   */
  async write<Result>(hash: string, change: () => Promise<Result>): Promise<Result> {
    this.#writing.set(hash, (this.#writing.get(hash) ?? 0) + 1);
    try {
      return await change();
    } finally {
      const left = this.#writing.get(hash)! - 1;
      if (left > 0) this.#writing.set(hash, left);
      else this.#writing.delete(hash);
      this.#written.add(hash);
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #check(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    this.#written.clear();
    const changes = await this.#read(this.#position).catch(() => []);
    this.#isReading = false;
    for (const { position, hash, key } of changes) {
      if (this.#writing.has(hash) || this.#written.has(hash)) return;
      this.#position = Math.max(this.#position, position);
      for (const listener of this.#listeners) listener(hash, key);
    }
  }
}
