import { ValkeyLimiter } from "../limits/valkey.ts";
import type { StateOptions } from "../shared/memory.ts";
import { createValkeyState } from "../shared/valkey.ts";
import { connectValkey } from "../shared/valkey-store.ts";
import type { Shared } from "./open-shared.ts";

/** Opens limits and statistics that several gateways share in Valkey. It is loaded only if it is configured. */
export async function openValkey(url: string, options: Pick<StateOptions, "breaker" | "now">): Promise<Shared> {
  const store = await connectValkey({ url });
  const limiter = new ValkeyLimiter(store);
  const state = await createValkeyState(store, options);
  return {
    limiter,
    state,
    close: async () => {
      await state.close();
      await limiter.close();
      await store.close();
    },
  };
}
