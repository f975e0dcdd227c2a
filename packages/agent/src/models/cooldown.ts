import { blamesModel, fallbackSettings } from "../generated/fallback.ts";
import type { Failure } from "./failure.ts";

/** Model → its recent failures. Plain JSON, which can be stored anywhere. */
export type CooldownState = Record<string, { failures: number; until: number }>;

/** When a model enters cooldown, and for how long. */
export interface CooldownOptions {
  /** Consecutive provider failures. Default: 3. */
  readonly failureThreshold?: number | undefined;
  /** Milliseconds. Default: 30,000. */
  readonly duration?: number | undefined;
  /** Updated in place; several fallbacks can share one. Default: a new one. */
  readonly state?: CooldownState | undefined;
  /** Returns Unix time in milliseconds. Default: `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** Skips models that failed recently. After the cooldown, one attempt is let through. */
export class Cooldown {
  readonly #after: number;
  readonly #ms: number;
  readonly #state: CooldownState;
  readonly #now: () => number;
  /** Models with a trial attempt in progress. */
  readonly #probed = new Set<string>();

  constructor({
    failureThreshold: after = fallbackSettings.cooldown.failures,
    duration: ms = fallbackSettings.cooldown.durationMs,
    state = {},
    now = Date.now,
  }: CooldownOptions = {}) {
    this.#after = after;
    this.#ms = ms;
    this.#state = state;
    this.#now = now;
  }

  /** Whether a model is in cooldown. After the cooldown, the first caller may send a request. */
  isCooling(model: string): boolean {
    const known = Object.hasOwn(this.#state, model) ? this.#state[model] : undefined;
    if (!known || known.until === 0) return false;
    if (known.until > this.#now() || this.#probed.has(model)) return true;
    this.#probed.add(model);
    return false;
  }

  /** Ends a trial attempt without a result, because its caller disconnected or aborted it. */
  noteNothing(model: string): void {
    this.#probed.delete(model);
  }

  noteSuccess(model: string): void {
    this.#probed.delete(model);
    delete this.#state[model];
  }

  noteFailure(model: string, { kind, retryAfterMs: retryAfter }: Failure): void {
    // Not read at the top level: bundlers would keep the settings in programs without a fallback.
    const { rateLimitMs, notFoundMs } = fallbackSettings.cooldown;
    const wasProbed = this.#probed.delete(model);
    const known = Object.hasOwn(this.#state, model) ? this.#state[model]! : { failures: 0, until: 0 };
    const failures = blamesModel.has(kind) ? known.failures + 1 : known.failures;
    const ms =
      kind === "rate_limited"
        ? (retryAfter ?? rateLimitMs)
        : kind === "not_found"
          ? notFoundMs
          : blamesModel.has(kind) && (failures >= this.#after || wasProbed)
            ? this.#ms
            : 0;
    this.#state[model] = { failures, until: ms === 0 ? known.until : Math.max(known.until, this.#now() + ms) };
  }
}
