import type { ChatCompletionRequest } from "@patchbay/client";
import { hash } from "../text/hash.ts";

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
