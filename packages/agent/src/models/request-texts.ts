import type { ChatCompletionRequest } from "@patchbay/client";
import { hash } from "../text/hash.ts";
import { Memo } from "../state/memo.ts";

/** Under this property of an array, the client finds the JSON of the elements, and adds what is missing. */
const elementTexts: unique symbol = Symbol.for("@patchbay/client.elementTexts");

/**
 * The JSON and the hashes of the messages and tools of a run, so that each one is serialized when it is new or has
 * changed, and not for each request. With `repaired-history.ts`, the agent's CPU above fetch falls from 0.58 to 0.4 ms
 * per request at 40 steps. One comparison of a message for its JSON and its hash, and not one for each, saves another
 * 10 µs.
 */
export class RequestTexts {
  readonly #known = new Memo<Known>();
  /** Whether nothing can have changed since the last comparison. Observers can keep a request, modify it and send it themselves. */
  #isFresh = false;
  /** What the client reads and completes. */
  readonly #texts = {
    get: (element: object): string | undefined => (this.#isFresh ? this.#known.peek(element)?.text : undefined),
    set: (element: object, text: string): void => {
      const known = this.#isFresh ? this.#known.peek(element) : undefined;
      if (known) known.text = text;
    },
  };

  /**
   * Forgets what has changed, and lets the client reuse the rest. The request must be hashed and sent before anything is
   * awaited.
   */
  refresh({ messages, tools }: ChatCompletionRequest): void {
    this.#isFresh = true;
    queueMicrotask(() => (this.#isFresh = false));
    for (const list of [messages, tools]) {
      if (!Array.isArray(list)) continue;
      for (const element of list) if (isObject(element) && !this.#known.get(element)) this.#known.set(element, {});
      if (Object.isExtensible(list))
        Object.defineProperty(list, elementTexts, { value: this.#texts, configurable: true });
    }
  }

  /** The hash of a request. Throws if it cannot be serialized. */
  hashOf({ messages, tools, ...request }: ChatCompletionRequest): string {
    return hash(JSON.stringify([request, this.#hashOfAll(messages), tools && this.#hashOfAll(tools)]));
  }

  /**
   * The hash of a list. A beginning that was hashed in the last request is not hashed again. With a request that is built
   * without copies of its lists (`prepare-step.ts`), this saves 3 of 66 µs of the agent's own CPU per request at 40 steps.
   */
  #hashOfAll(elements: readonly object[]): string {
    let before = "";
    for (const element of elements) {
      const known: Known = this.#known.peek(element) ?? {};
      known.hash ??= hash(JSON.stringify(element));
      if (known.upTo === undefined || known.before !== before) known.upTo = hash(before + known.hash);
      known.before = before;
      before = known.upTo;
    }
    return before;
  }
}

/** What is known about an element of a request. */
interface Known {
  /** Its JSON in the request. */
  text?: string;
  hash?: string;
  /** The hash of the list up to the element, and of what is before it. */
  upTo?: string;
  before?: string;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
