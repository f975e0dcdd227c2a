/** Rate limits: requests or tokens per time, and concurrent requests. */
export interface Limiter {
  /** Takes `cost` from all limits. If one is exhausted, takes nothing and names it; of several, that with the longest wait. */
  readonly take: (limits: readonly RateLimit[], now: number) => Promise<LimitResult>;
  /** Corrects an earlier `take` of tokens by the difference between the real cost and the estimate. May be negative. */
  readonly correct: (
    limit: Pick<RateLimit, "id" | "amount" | "intervalMs" | "burst">,
    difference: number,
    now: number,
  ) => Promise<void>;
  /** Occupies a slot until `leave` is called, or for `leaseMs` if the process dies. `undefined` if all are occupied. */
  readonly enter: (slot: ConcurrencyLimit, now: number) => Promise<Slot | undefined>;
  readonly close: () => Promise<void>;
}

/** A limit of `amount` per `intervalMs`, refilled evenly (GCRA), of which `burst` can be taken at once. */
export interface RateLimit {
  /** Unique, with the tenant first, such as `key:HASH:requests-per-minute`. */
  readonly id: string;
  /** Shown to the caller, such as `requests per minute of this key`. */
  readonly name: string;
  readonly amount: number;
  readonly intervalMs: number;
  /** Default: `amount`. */
  readonly burst?: number;
  readonly cost: number;
}

export interface ConcurrencyLimit {
  readonly id: string;
  readonly name: string;
  readonly most: number;
  readonly leaseMs: number;
}

export interface Slot {
  readonly leave: () => Promise<void>;
}

export type LimitResult =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly limit: RateLimit;
      /** What is left, in units of the limit, rounded down. */
      readonly remaining: number;
      /** Unix milliseconds at which the limit is full again, if nothing else is taken. */
      readonly resetAt: number;
      /** Until the same cost can be taken, rounded up. */
      readonly retryAfterMs: number;
      /** Whether the cost exceeds what the limit allows at once, so that waiting does not help. */
      readonly tooLarge: boolean;
    };
