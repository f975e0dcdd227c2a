import type { ChatCompletionRequest } from "@patchbay/client";

/**
 * The idempotency key of one question to a model: the same for the same request at the same point of a conversation, so that a service
 * that has answered it gives that answer again. Undefined for a request that cannot be sent, and where the client makes no keys either:
 * in browsers, where the header needs the service's permission (CORS).
 */
export function requestKey(point: string, request: ChatCompletionRequest): string | undefined {
  if (isBrowser) return undefined;
  // The id in a state can come from elsewhere, and called agents make it long.
  const place = /^[\w.:-]{1,150}$/.test(point) ? point : hash(point);
  try {
    return `${place}:${hash(JSON.stringify(request))}`;
  } catch {
    // The client says what is wrong with it.
    return undefined;
  }
}

const isBrowser = "document" in globalThis || "importScripts" in globalThis;

/** 64 bits in hex, by two multiplicative hashes side by side: 3 ms for 1 MB. Requests at one point are few, so it need not be secure. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
