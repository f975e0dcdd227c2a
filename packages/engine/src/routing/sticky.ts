import { BoundedMap } from "../data/bounded-map.ts";
import type { Copy } from "../data/copy.ts";

/** A pin ends after ten minutes without a success. */
const idleMs = 10 * 60_000;

interface Pin {
  readonly tag: string;
  readonly until: number;
}

/** The endpoint that each conversation is pinned to, for prompt cache hits. */
export class StickyPins {
  #pins = new BoundedMap<string, Pin>({ entries: 10_000, bytes: 8_000_000 });

  /** The tag of the endpoint that a conversation is pinned to. */
  find(conversation: string, now: number): string | undefined {
    const pin = this.#pins.get(conversation);
    return pin && pin.until > now ? pin.tag : undefined;
  }

  /**
   * Records a success. A conversation with a session id is pinned at once, any other after a cache hit. A live pin is
   * extended.
   */
  note(conversation: string, tag: string, { now, pins }: { now: number; pins: boolean }): void {
    const live = this.find(conversation, now) === tag;
    if (live || pins) this.#pins.set(conversation, { tag, until: now + idleMs });
  }

  copied(copy: Copy): StickyPins {
    const made = new StickyPins();
    made.#pins = copy(this.#pins);
    return made;
  }
}
