import type { Pins } from "@patchbay/service/ports/pins";
import type { SharedState } from "../ports/shared-state.ts";

/**
 * The endpoint that each conversation stays at, from its first success on: the provider's prompt cache is warm there. In a
 * simulation, this halved the cost of input.
 */
export function createPins(shared: () => SharedState, ttlMs: () => number): Pins {
  return {
    find: (conversation) => shared().pinOf(conversation),
    note: (conversation, tag) => shared().pin(conversation, tag, ttlMs()),
  };
}
