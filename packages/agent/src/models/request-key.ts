import type { ChatCompletionRequest } from "@patchbay/client";
import { hash } from "../text/hash.ts";
import { RequestTexts } from "./request-texts.ts";

/**
 * The idempotency key of a model request: the same for the same request at the same position of a conversation, so that
 * the API returns the same response again. `undefined` for a request that cannot be serialized, and in browsers, where
 * the header needs permission from the API (CORS); the client omits it there as well.
 */
export function requestKey(
  point: string,
  request: ChatCompletionRequest,
  texts: RequestTexts = new RequestTexts(),
): string | undefined {
  if (isBrowser) return undefined;
  // The id in a state can come from elsewhere, and sub-agents make it long.
  const place = /^[\w.:-]{1,150}$/.test(point) ? point : hash(point);
  try {
    return `${place}:${texts.hashOf(request)}`;
  } catch {
    // The client reports what is invalid.
    return undefined;
  }
}

const isBrowser = "document" in globalThis || "importScripts" in globalThis;
