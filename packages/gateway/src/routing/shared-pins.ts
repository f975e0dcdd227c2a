import type { Pins } from "@patchbay/service/ports/pins";
import type { SharedState } from "../ports/shared-state.ts";
import { toEndpointId } from "../upstream/endpoint-id.ts";

export interface PinOptions {
  readonly shared: () => SharedState;
  /** How long a conversation stays after its last success. */
  readonly ttlMs: () => number;
  /** Whether an endpoint is configured and was not taken out of routing. */
  readonly isRoutable: (endpoint: string) => boolean;
}

/**
 * The endpoint that each conversation stays at, from its first success on: the provider's prompt cache is warm there. In a
 * simulation, this halved the cost of input. A pin lasts as long as the longest cache that the conversation marked, and moves
 * only from an endpoint that is down or at its limit: one failure does not empty a cache.
 */
export function createPins({ shared, ttlMs, isRoutable }: PinOptions): Pins {
  const isHealthy = (endpoint: string, now: number): boolean => {
    if (!isRoutable(endpoint)) return false;
    const { breaker, limitedUntil } = shared().healthOf(endpoint);
    return breaker === "closed" && limitedUntil <= now;
  };
  return {
    find: (conversation) => shared().pinOf(conversation),
    note(conversation, tag, { now, model, cachedMs }) {
      const pin = (before: string | undefined): void => {
        const stays = before !== undefined && before !== tag && isHealthy(toEndpointId(model, before), now);
        shared().pin(conversation, stays ? before : tag, Math.max(ttlMs(), cachedMs));
      };
      const before = shared().pinOf(conversation);
      if (before instanceof Promise) void before.then(pin, () => pin(undefined));
      else pin(before);
    },
  };
}
