import type { GatewayConfig } from "../config/config.ts";
import { MemoryLimiter } from "../limits/memory.ts";
import type { Limiter } from "../ports/limiter.ts";
import type { SharedState } from "../ports/shared-state.ts";
import type { BreakerOptions } from "../shared/breaker.ts";
import { MemoryState } from "../shared/memory.ts";

/** The limits and the statistics of a gateway, in memory or shared with other gateways. */
export interface Shared {
  readonly limiter: Limiter;
  readonly state: SharedState;
  readonly close: () => Promise<void>;
}

/** Opens what `shared` of the configuration names: Valkey, or the memory of this process. `now` is the clock of the gateway. */
export async function openShared({ shared, routing }: GatewayConfig, now: () => number): Promise<Shared> {
  const breaker = toBreakerOptions(routing);
  if (shared !== undefined) {
    const { openValkey } = await import("./open-valkey.ts");
    return openValkey(shared, { breaker, now });
  }
  const limiter = new MemoryLimiter();
  const state = new MemoryState({ breaker, now });
  return {
    limiter,
    state,
    close: async () => {
      await state.close();
      await limiter.close();
    },
  };
}

function toBreakerOptions({ breaker }: GatewayConfig["routing"]): BreakerOptions {
  const { failures, open, maxOpen } = breaker;
  return { failures, open, maxOpen };
}
