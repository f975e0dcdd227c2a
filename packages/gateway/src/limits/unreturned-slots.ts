import { performance } from "node:perf_hooks";
import type { ValkeyStore } from "../shared/valkey-store.ts";

/** A slot as Valkey knows it. */
export interface SharedSlot {
  readonly key: string;
  readonly id: string;
  readonly leaseMs: number;
}

/** Milliseconds between two attempts. */
const retryDelay = 1000;
/** The oldest of more than these end with their lease. */
const mostSlots = 10_000;
const mostAtOnce = 1000;

/**
 * Slots that Valkey may count although nothing occupies them: the call that freed them, or the answer to the one that took them, was
 * lost. Without another attempt, a place would be missing for the rest of the lease, which is as long as a request may take.
 */
export class UnreturnedSlots {
  readonly #store: ValkeyStore;
  /** With the time of `performance.now()` at which the lease ends, oldest first. */
  readonly #slots = new Map<SharedSlot, number>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #isClosed = false;

  constructor(store: ValkeyStore) {
    this.#store = store;
  }

  /** Frees a slot, now or as soon as Valkey answers. Resolves after the first attempt. */
  async free(slot: SharedSlot): Promise<void> {
    try {
      await this.#store.call("ZREM", slot.key, slot.id);
    } catch {
      this.#slots.set(slot, performance.now() + slot.leaseMs);
      if (this.#slots.size > mostSlots) this.#slots.delete(this.#slots.keys().next().value!);
      if (!this.#isClosed) this.#timer ??= setInterval(() => void this.#retry(), retryDelay).unref();
    }
  }

  /** Ends the attempts. What is left ends with its lease. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
  }

  async #retry(): Promise<void> {
    const now = performance.now();
    for (const [slot, until] of this.#slots) if (until < now) this.#slots.delete(slot);
    const [first] = this.#slots.keys();
    if (!first) {
      clearInterval(this.#timer);
      this.#timer = undefined;
      return;
    }
    if (!this.#store.isAvailable) return;
    const slots = Iterator.from(this.#slots.keys())
      .filter(({ key }) => key === first.key)
      .take(mostAtOnce)
      .toArray();
    try {
      await this.#store.call("ZREM", first.key, ...slots.map(({ id }) => id));
    } catch {
      return;
    }
    for (const slot of slots) this.#slots.delete(slot);
    await this.#retry();
  }
}
