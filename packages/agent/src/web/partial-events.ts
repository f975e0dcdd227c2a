import type { RunEvent } from "../report/events.ts";

/** The number of characters of `partial-output` events per completion, and per character of it. */
const allowance = 256 * 1024;
const perCharacter = 32;

/** The typed output of one agent, while it streams. */
interface Answer {
  size: number;
  allowed: number;
  held: RunEvent | undefined;
}

/**
 * Sends `partial-output` events less often the longer the output is. Each one contains the whole value so far, so that
 * sending all of them would take quadratic space. The last one is sent at the end of its step.
 */
export class PartialEvents {
  readonly #answers = new Map<string, Answer>();

  /** The events to send, in order. */
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
    // After a reset, the value does not belong to the output anymore.
    return type === "step-end" && answer.held ? [answer.held, event] : [event];
  }
}
