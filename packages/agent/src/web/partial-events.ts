import type { RunEvent } from "../report/events.ts";

/** Characters of `partial` events that an answer may take, and those that each of its characters adds. */
const allowance = 256 * 1024;
const perCharacter = 32;

/** The typed answer of one agent, while it is written. */
interface Answer {
  size: number;
  allowed: number;
  held: RunEvent | undefined;
}

/**
 * Sends `partial` events less often the longer an answer is. Each holds the whole value so far, so that all of them together would take
 * space with the square of its length. One that was held back is sent at the end of its step, unless a newer one was sent.
 */
export class PartialEvents {
  readonly #answers = new Map<string, Answer>();

  /** The events to send, in their order. */
  take(event: RunEvent): readonly RunEvent[] {
    const { type, path } = event;
    if (type !== "text-delta" && type !== "partial-output" && type !== "step-end" && type !== "step-reset")
      return [event];
    const key = path.join("/");
    const answer = this.#answers.get(key) ?? { size: 0, allowed: allowance, held: undefined };
    this.#answers.set(key, answer);
    if (type === "text-delta") {
      answer.size += event.text.length;
      answer.allowed += event.text.length * perCharacter;
      return [event];
    }
    if (type === "partial-output") {
      const isSent = answer.size <= answer.allowed;
      answer.held = isSent ? undefined : event;
      if (isSent) answer.allowed -= answer.size;
      return isSent ? [event] : [];
    }
    this.#answers.delete(key);
    // After a reset, the value is not the answer any more.
    return type === "step-end" && answer.held ? [answer.held, event] : [event];
  }
}
