import type { Copy } from "../data/copy.ts";

/** The result of a limit check. Times are Unix milliseconds. */
export interface Verdict {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** When the next request is allowed. */
  readonly reset: number;
}

/** A request limit for a sliding window. A rejected request does not count. */
export class SlidingLimit {
  readonly #limit: number;
  readonly #spanMs: number;
  #times: number[] = [];

  constructor(limit: number, spanMs: number) {
    this.#limit = limit;
    this.#spanMs = spanMs;
  }

  /** Checks without counting. A request with a future time was made before the clock was set back, and is deleted. */
  check(now: number): Verdict {
    while (this.#times.length > 0 && this.#times.at(-1)! > now) this.#times.pop();
    while (this.#times.length > 0 && this.#times[0]! <= now - this.#spanMs) this.#times.shift();
    const used = this.#times.length;
    return {
      allowed: used < this.#limit,
      limit: this.#limit,
      remaining: Math.max(this.#limit - used, 0),
      reset: (this.#times[0] ?? now) + this.#spanMs,
    };
  }

  take(now: number): void {
    this.#times.push(now);
  }

  copied(copy: Copy): SlidingLimit {
    const made = new SlidingLimit(this.#limit, this.#spanMs);
    made.#times = copy(this.#times);
    return made;
  }
}

/** A request limit per day in UTC. A rejected request does not count. */
class DailyLimit {
  #day = -1;
  #used = 0;

  check(now: number, limit: number): Verdict {
    const day = Math.floor(now / dayMs);
    const used = day === this.#day ? this.#used : 0;
    return { allowed: used < limit, limit, remaining: Math.max(limit - used, 0), reset: (day + 1) * dayMs };
  }

  take(now: number): void {
    const day = Math.floor(now / dayMs);
    if (day !== this.#day) this.#used = 0;
    this.#day = day;
    this.#used++;
  }

  copied(): DailyLimit {
    const made = new DailyLimit();
    made.#day = this.#day;
    made.#used = this.#used;
    return made;
  }
}

const dayMs = 86_400_000;

/** The limits of free models, per account, whatever its keys. */
export class FreeLimits {
  #minute = new SlidingLimit(20, 60_000);
  #day = new DailyLimit();

  /** Checks the daily limit. An account that has bought ten dollars in credits has the higher one. */
  day(now: number, hasBought: boolean): Verdict {
    return this.#day.check(now, hasBought ? 1000 : 50);
  }

  /** Returns the first exceeded limit. Otherwise counts the request and returns `undefined`. */
  admit(now: number, hasBought: boolean): { name: string; verdict: Verdict } | undefined {
    const day = this.day(now, hasBought);
    if (!day.allowed)
      return { name: hasBought ? "free-models-per-day-high-balance" : "free-models-per-day", verdict: day };
    const minute = this.#minute.check(now);
    if (!minute.allowed) return { name: "free-models-per-min", verdict: minute };
    this.#minute.take(now);
    this.#day.take(now);
    return undefined;
  }

  /** Whether no request counts at the moment. */
  isUnused(now: number): boolean {
    return [this.#minute.check(now), this.#day.check(now, 1)].every(({ remaining, limit }) => remaining === limit);
  }

  copied(copy: Copy): FreeLimits {
    const made = new FreeLimits();
    made.#minute = copy(this.#minute);
    made.#day = copy(this.#day);
    return made;
  }
}
