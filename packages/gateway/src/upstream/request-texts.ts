import type { RequestScope } from "@patchbay/service/ports/request-scope";

/** The JSON of requests by the messages that were read from it. Messages that are rewritten are another list, without a text. */
const texts = new WeakMap<object, string>();

/** Shorter texts are of no use, see `Target.requestText`. In characters. */
const shortest = 16_384;

/**
 * Keeps the JSON of a long request until it ends. A text that stays in the map until its messages are collected takes part in one more
 * collection, which moves it to the old objects: three times as many full collections.
 */
export function keepRequestText(messages: unknown, text: string, scope: RequestScope): void {
  if (text.length < shortest || typeof messages !== "object" || messages === null) return;
  texts.set(messages, text);
  scope.hold(() => texts.delete(messages));
}

/** The JSON of the request whose messages were read and not changed since. */
export function requestTextOf(messages: object): string | undefined {
  return texts.get(messages);
}
