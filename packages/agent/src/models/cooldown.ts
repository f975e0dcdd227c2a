import type { Failure } from "./failure.ts";

/** What is known of each model: plain JSON, to be kept wherever one likes. */
export type CooldownState = Record<string, { failures: number; until: number }>;

/** When a model is left alone, and for how long. */
export interface CooldownOptions {
  /** Failures of the service in a row. Default: 3. */
  readonly failureThreshold?: number | undefined;
  /** Milliseconds. Default: 30,000. */
  readonly duration?: number | undefined;
  /** Is changed as things happen; several fallbacks may share one. Default: one of its own. */
  readonly state?: CooldownState | undefined;
  /** Unix time in milliseconds. Default: the clock. */
  readonly now?: (() => number) | undefined;
}

/** Milliseconds for a rate limit that does not say, and for a model that is not there. */
const rateLimitMs = 5000;
const missingMs = 60_000;

/** Kinds for which a model is to blame, and not the request. */
const blamed = new Set([
  "connection",
  "ambiguous",
  "timeout",
  "transient",
  "server_error",
  "stream_interrupted",
  "after_output",
  "unknown",
]);

/** Leaves models alone that failed; after a while lets one try through. */
export class Cooldown {
  readonly #after: number;
  readonly #ms: number;
  readonly #state: CooldownState;
  readonly #now: () => number;
  /** Models that one try is being let through to. */
  readonly #probed = new Set<string>();

  constructor({
    failureThreshold: after = 3,
    duration: ms = 30_000,
    state = {},
    now = Date.now,
  }: CooldownOptions = {}) {
    this.#after = after;
    this.#ms = ms;
    this.#state = state;
    this.#now = now;
  }

  /** Whether a model is left alone now; when its time is over, the first who asks may try it. */
  isCooling(model: string): boolean {
    const known = Object.hasOwn(this.#state, model) ? this.#state[model] : undefined;
    if (!known || known.until === 0) return false;
    if (known.until > this.#now() || this.#probed.has(model)) return true;
    this.#probed.add(model);
    return false;
  }

  /** Lets the next one try, when a try came to no end: its caller left or ended it. */
  noteNothing(model: string): void {
    this.#probed.delete(model);
  }

  noteSuccess(model: string): void {
    this.#probed.delete(model);
    delete this.#state[model];
  }

  noteFailure(model: string, { kind, retryAfterMs: retryAfter }: Failure): void {
    const wasProbed = this.#probed.delete(model);
    const known = Object.hasOwn(this.#state, model) ? this.#state[model]! : { failures: 0, until: 0 };
    const failures = blamed.has(kind) ? known.failures + 1 : known.failures;
    const ms =
      kind === "rate_limited"
        ? (retryAfter ?? rateLimitMs)
        : kind === "not_found"
          ? missingMs
          : blamed.has(kind) && (failures >= this.#after || wasProbed)
            ? this.#ms
            : 0;
    this.#state[model] = { failures, until: ms === 0 ? known.until : Math.max(known.until, this.#now() + ms) };
  }
}
