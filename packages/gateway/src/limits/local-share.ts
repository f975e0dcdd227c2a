import type { RateLimit } from "../ports/limiter.ts";
import { burstOf } from "./level.ts";

/**
 * The part of a limit that one of several gateways may use while they cannot reach the store, so that all of them together stay
 * near the limit. A single request that the whole limit allows is not too large for its part.
 */
export function shareOf<L extends Omit<RateLimit, "name" | "cost">>(limit: L, nodes: number, cost = 0): L {
  if (nodes <= 1) return limit;
  const burst = burstOf(limit);
  return { ...limit, amount: limit.amount / nodes, burst: Math.min(burst, Math.max(burst / nodes, cost, 1)) };
}
