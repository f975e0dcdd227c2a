import type { CapacityConfig } from "../config/config.ts";
import type { Limiter, RateLimit, Slot } from "../ports/limiter.ts";
import type { ConfiguredEndpoint } from "../upstream/gateway-catalog.ts";
import { UpstreamFailure } from "../upstream/upstream-failure.ts";

const minute = 60_000;

interface CapacityOptions {
  readonly now: () => number;
  /** Milliseconds after which the place of a process that died is free again. */
  readonly leaseMs: number;
}

/**
 * What providers and endpoints allow, as configured: the gateway moves on to another endpoint instead of being refused. Requests
 * with a customer's own key do not count.
 */
export class ProviderCapacity {
  readonly #limiter: Limiter;
  readonly #options: CapacityOptions;

  constructor(limiter: Limiter, options: CapacityOptions) {
    this.#limiter = limiter;
    this.#options = options;
  }

  /** Occupies a place at an endpoint. Throws an `UpstreamFailure` if it is full. Returns what frees the place. */
  async enter(
    { id, slug, provider, endpoint }: ConfiguredEndpoint,
    promptTokens: number,
  ): Promise<(() => void) | undefined> {
    const owners = [
      { id: `provider:${slug}`, name: `the provider ${provider.name}`, capacity: provider.capacity },
      { id: `endpoint:${id}`, name: `the endpoint ${id}`, capacity: endpoint.limits },
    ].filter(({ capacity }) => Object.values(capacity).some((limit) => limit !== undefined));
    if (owners.length === 0) return undefined;
    const now = this.#options.now();
    const slots: Slot[] = [];
    const leave = (): void => {
      for (const slot of slots.splice(0)) void slot.leave().catch(() => undefined);
    };
    for (const { id: owner, name, capacity } of owners) {
      if (capacity.concurrency === undefined) continue;
      const place = { id: `${owner}:concurrency`, name, most: capacity.concurrency, leaseMs: this.#options.leaseMs };
      const slot = await this.#limiter.enter(place, now);
      if (!slot) {
        leave();
        throw full(`${capacity.concurrency} concurrent requests of ${name}`, undefined);
      }
      slots.push(slot);
    }
    const rates = owners.flatMap((owner) => toRates(owner, promptTokens));
    const result = rates.length === 0 ? undefined : await this.#limiter.take(rates, now);
    if (result && !result.allowed) {
      leave();
      throw full(`${result.limit.amount} ${result.limit.name}`, result.retryAfterMs);
    }
    return leave;
  }
}

interface Owner {
  readonly id: string;
  readonly name: string;
  readonly capacity: CapacityConfig;
}

function toRates({ id, name, capacity }: Owner, promptTokens: number): RateLimit[] {
  const { requestsPerMinute, tokensPerMinute } = capacity;
  const rate = (unit: string, amount: number, cost: number): RateLimit => ({
    id: `${id}:${unit}-per-minute`,
    name: `${unit} per minute of ${name}`,
    amount,
    intervalMs: minute,
    cost,
  });
  return [
    ...(requestsPerMinute === undefined ? [] : [rate("requests", requestsPerMinute, 1)]),
    ...(tokensPerMinute === undefined
      ? []
      : [rate("tokens", tokensPerMinute, Math.min(promptTokens, tokensPerMinute))]),
  ];
}

function full(limit: string, retryAfterMs: number | undefined): UpstreamFailure {
  return new UpstreamFailure({
    fault: "capacity",
    next: "next-endpoint",
    status: 429,
    message: `The configured limit of ${limit} is reached`,
    errorType: "rate_limit_exceeded",
    code: "configured_limit",
    retryAfterMs: retryAfterMs ?? 1000,
  });
}
