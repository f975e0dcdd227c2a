/** The JSON of requests by the messages that were read from it. Messages that are rewritten are another list, without a text. */
const texts = new WeakMap<object, string>();

/** Shorter texts are of no use, see `Target.requestText`. In characters. */
const shortest = 16_384;

/** Keeps the JSON of a long request as long as its messages are. */
export function keepRequestText(messages: unknown, text: string): void {
  if (text.length >= shortest && typeof messages === "object" && messages !== null) texts.set(messages, text);
}

/** The JSON of the request whose messages were read and not changed since. */
export function requestTextOf(messages: object): string | undefined {
  return texts.get(messages);
}
