import type { LimitResult, RateLimit } from "../ports/limiter.ts";

/**
 * How much of a limit is used: `used` units at the time `at`, which drain evenly. This is GCRA with the theoretical arrival time
 * `at + used * intervalMs / amount`; kept apart, the two numbers stay exact for rates of millions per minute.
 */
export interface Level {
  readonly used: number;
  readonly at: number;
}

/** What defines a limit, without a cost. */
export type LimitTerms = Pick<RateLimit, "amount" | "intervalMs" | "burst">;

/** A larger step backward is a change of the clock. A smaller one is a call that was overtaken. */
const clockStepMs = 1000;

/** The units that are used at `now`. After a step of the clock backward, the level continues from the new time. */
export function drain(level: Level | undefined, { amount, intervalMs }: LimitTerms, now: number): Level {
  if (!level) return { used: 0, at: now };
  if (now < level.at) return level.at - now > clockStepMs ? { used: level.used, at: now } : level;
  return { used: Math.max(0, level.used - ((now - level.at) * amount) / intervalMs), at: now };
}

/** What a limit allows at once. */
export function burstOf({ amount, burst = amount }: LimitTerms): number {
  return burst;
}

/** Whether `cost` fits on a drained level. The tolerance covers rounding errors of repeated sums. */
export function fits(level: Level, limit: RateLimit): boolean {
  return limit.cost === 0 || level.used + limit.cost <= burstOf(limit) * (1 + 1e-9);
}

/** The refusal of a limit whose drained level leaves no place for the cost. */
export function refuse(level: Level, limit: RateLimit, now: number): LimitResult & { readonly allowed: false } {
  const burst = burstOf(limit);
  const msPerUnit = limit.amount > 0 ? limit.intervalMs / limit.amount : Infinity;
  const tooLarge = limit.cost > burst;
  const missing = tooLarge ? level.used : level.used + limit.cost - burst;
  const resetMs = level.used === 0 ? 0 : finite(level.used * msPerUnit, limit.intervalMs);
  return {
    allowed: false,
    limit,
    remaining: Math.max(0, Math.floor((burst - level.used) * (1 + 1e-9))),
    resetAt: Math.ceil(now + resetMs),
    retryAfterMs: missing <= 0 ? 0 : Math.ceil(finite(missing * msPerUnit, limit.intervalMs)),
    tooLarge,
  };
}

/** The refusal after which a retry has the longest wait: earlier, one limit would refuse again. */
export function strictest<R extends LimitResult & { readonly allowed: false }>(refusals: readonly R[]): R | undefined {
  const rank = ({ tooLarge, retryAfterMs }: R): number => (tooLarge ? Infinity : retryAfterMs);
  let found: R | undefined;
  for (const refusal of refusals) if (!found || rank(refusal) > rank(found)) found = refusal;
  return found;
}

/** Throws a RangeError for a limit that would count wrongly without an error. */
export function checkLimit({ id, amount, intervalMs, burst = amount, cost }: RateLimit): void {
  if (amount >= 0 && intervalMs > 0 && burst >= 0 && cost >= 0 && intervalMs < Infinity) return;
  throw new RangeError(
    `Limit "${id}" must have a cost, an amount and a burst of 0 or more, and a positive interval, got ` +
      `${cost}, ${amount}, ${burst} and ${intervalMs} ms.`,
  );
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}
