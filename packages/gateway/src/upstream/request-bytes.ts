import type { RequestScope } from "@patchbay/service/ports/request-scope";

/** The JSON of requests by the messages that were read from it. Messages that are rewritten are another list, without JSON. */
const bodies = new WeakMap<object, Buffer>();

/** Shorter bodies are of no use, see `Target.requestBytes`. */
const shortest = 16_384;

/**
 * Keeps the JSON of a long request until it ends. The bytes are outside of the heap. A text would survive the next collections: of
 * 200 kB that stay until their messages are collected, three times as many full collections were measured.
 */
export function keepRequestBytes(messages: unknown, bytes: Uint8Array | undefined, scope: RequestScope): void {
  if (!bytes || bytes.length < shortest || typeof messages !== "object" || messages === null) return;
  bodies.set(messages, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  scope.hold(() => bodies.delete(messages));
}

/** The JSON of the request whose messages were read and not changed since. */
export function requestBytesOf(messages: object): Buffer | undefined {
  return bodies.get(messages);
}

/** Reads the text of a body again. A long text that was kept from the first reading would survive the next collections. */
export function textReader(text: string, bytes: Uint8Array | undefined): () => string {
  return bytes && bytes.length >= shortest ? decoderOf(bytes) : () => text;
}

/** A function of its own, whose result refers to nothing but the bytes. */
function decoderOf(bytes: Uint8Array): () => string {
  return () => new TextDecoder().decode(bytes);
}
