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
  #reading: Promise<void> | undefined;

  constructor(read: (after: number) => Promise<readonly KeyChange[]>, position: number, intervalMs: number) {
    this.#read = read;
    this.#position = position;
    this.#intervalMs = intervalMs;
  }

  /** Starts to poll with the first listener, and stops with the last. */
  watch(listener: KeyListener): () => void {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => void this.check(), this.#intervalMs).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** Reads the changes now. */
  check(): Promise<void> {
    this.#reading ??= this.#deliver().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #deliver(): Promise<void> {
    const changes = await this.#read(this.#position).catch(() => []);
    for (const { position, hash, key } of changes) {
      this.#position = Math.max(this.#position, position);
      for (const listener of this.#listeners) listener(hash, key);
    }
  }
}
