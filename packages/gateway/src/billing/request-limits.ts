import type { GenerationOutcome } from "@patchbay/service/billing/generation";
import { HttpError } from "@patchbay/service/http/http-error";
import type { KeyLimits } from "../config/key-config.ts";
import { lineageOf } from "../keys/rotate-key.ts";
import type { ConcurrencyLimit, Limiter, LimitResult, RateLimit, Slot } from "../ports/limiter.ts";
import type { GatewayKey } from "../access/gateway-key.ts";

const minute = 60_000;

/** The rate limits of keys and accounts. */
export class RequestLimits {
  readonly #limiter: Limiter;
  readonly #now: () => number;
  /** Milliseconds after which the slot of a process that died is free again. */
  readonly #leaseMs: number;

  constructor(limiter: Limiter, { now, leaseMs }: { readonly now: () => number; readonly leaseMs: number }) {
    this.#limiter = limiter;
    this.#now = now;
    this.#leaseMs = leaseMs;
  }

  /** Counts a request and occupies its places. Throws 429 for a limit that is reached. Returns what frees the places. */
  async enter(key: GatewayKey): Promise<() => void> {
    const owners = ownersOf(key);
    const rates = owners.flatMap(({ limits, ...owner }) =>
      limits.requestsPerMinute === undefined ? [] : [toRate(owner, "requests", limits.requestsPerMinute, 1)],
    );
    const places = owners.flatMap(({ limits: { concurrency }, id, name }): ConcurrencyLimit[] =>
      concurrency === undefined
        ? []
        : [
            {
              id: `${id}:concurrency`,
              name: `concurrent requests of ${name}`,
              most: concurrency,
              leaseMs: this.#leaseMs,
            },
          ],
    );
    const taken: Slot[] = [];
    const leave = (): void => {
      for (const slot of taken.splice(0)) void slot.leave().catch(() => undefined);
    };
    for (const place of places) {
      const slot = await this.#limiter.enter(place, this.#now());
      if (slot) {
        taken.push(slot);
        continue;
      }
      leave();
      throw toManyAtOnce(place);
    }
    if (rates.length > 0) {
      const result = await this.#limiter.take(rates, this.#now());
      if (!result.allowed) {
        leave();
        throw toLimitError(result);
      }
    }
    return leave;
  }

  /** Counts the tokens of a prompt. Throws 429 for a limit that is reached. */
  async takeTokens(key: GatewayKey, tokens: number): Promise<void> {
    const rates = tokenRates(key, tokens);
    if (rates.length === 0) return;
    const result = await this.#limiter.take(rates, this.#now());
    if (!result.allowed) throw toLimitError(result);
  }

  /** Counts the tokens of a finished request in place of those of its prompt. */
  correct({ key, normalized, used }: GenerationOutcome): void {
    const difference = used.promptTokens + used.completionTokens - normalized.prompt;
    for (const rate of tokenRates(key as GatewayKey, 0))
      void this.#limiter.correct(rate, difference, this.#now()).catch(() => undefined);
  }
}

interface Owner {
  readonly id: string;
  /** As messages call it. */
  readonly name: string;
}

function ownersOf({ account, stored, terms }: GatewayKey): (Owner & { readonly limits: Partial<KeyLimits> })[] {
  return [
    { id: `key:${lineageOf(stored)}`, name: "this key", limits: stored.limits },
    { id: `account:${account}`, name: `the account ${account}`, limits: terms.limits },
  ];
}

function tokenRates(key: GatewayKey, tokens: number): RateLimit[] {
  return ownersOf(key).flatMap(({ limits, ...owner }) =>
    limits.tokensPerMinute === undefined ? [] : [toRate(owner, "tokens", limits.tokensPerMinute, tokens)],
  );
}

function toRate({ id, name }: Owner, unit: "requests" | "tokens", amount: number, cost: number): RateLimit {
  return { id: `${id}:${unit}-per-minute`, name: `${unit} per minute of ${name}`, amount, intervalMs: minute, cost };
}

/** 429 of the gateway itself. It names the limit, so that it cannot be taken for one of a provider. */
function toLimitError({
  limit,
  remaining,
  resetAt,
  retryAfterMs,
  tooLarge,
}: LimitResult & { readonly allowed: false }): HttpError {
  const headers = {
    "X-RateLimit-Limit": String(limit.amount),
    "X-RateLimit-Remaining": String(remaining),
    "X-RateLimit-Reset": String(resetAt),
  };
  const message = tooLarge
    ? `The request needs ${limit.cost}, more than the limit of ${limit.amount} ${limit.name} allows at once.`
    : `Rate limit of the gateway reached: ${limit.amount} ${limit.name}.`;
  return new HttpError(429, message, {
    headers: { ...headers, "retry-after": String(Math.max(Math.ceil(retryAfterMs / 1000), 1)) },
    metadata: { headers, limit_source: limit.id.replace(/^key:[0-9a-f]+/, "key") },
  });
}

function toManyAtOnce({ name, most }: ConcurrencyLimit): HttpError {
  return new HttpError(429, `Rate limit of the gateway reached: ${most} ${name}.`, {
    headers: { "retry-after": "1" },
    metadata: { limit_source: "concurrency" },
  });
}
