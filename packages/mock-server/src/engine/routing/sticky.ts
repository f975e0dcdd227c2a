import { BoundedMap } from "../data/bounded-map.ts";
import type { Copy } from "../data/copy.ts";

/** Ten minutes without a success end a pin. */
const idleMs = 10 * 60_000;

interface Pin {
  readonly tag: string;
  readonly until: number;
}

/** Which endpoint each conversation stays with, so that its prompt cache is of use. */
export class StickyPins {
  #pins = new BoundedMap<string, Pin>({ entries: 10_000, bytes: 8_000_000 });

  /** The tag of the endpoint that a conversation is pinned to. */
  find(conversation: string, now: number): string | undefined {
    const pin = this.#pins.get(conversation);
    return pin && pin.until > now ? pin.tag : undefined;
  }

  /** Notes a success. A conversation with a session id is pinned at once, another one after a cache hit; a live pin goes on. */
  note(conversation: string, tag: string, { now, pins }: { now: number; pins: boolean }): void {
    const live = this.find(conversation, now) === tag;
    if (live || pins) this.#pins.set(conversation, { tag, until: now + idleMs });
  }

  copied(copy: Copy): this {
    const made = new StickyPins();
    made.#pins = copy(this.#pins);
    return made as this;
  }
}
