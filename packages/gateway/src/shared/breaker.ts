import type { BreakerState } from "../ports/shared-state.ts";
import type { Random } from "@patchbay/engine/data/random";

/** When a breaker opens, and for how long. Times are milliseconds. */
export interface BreakerOptions {
  /** Failures in a row that open it. Default: 5. */
  readonly failures?: number;
  /** Share of failures in the recent window that opens it, 0 to 1. Default: 0.5. */
  readonly failureRate?: number;
  /** Requests in the recent window below which the share does not count. Default: 20. */
  readonly minRequests?: number;
  /** How long it stays open at first. Doubled by each failed probe and each early reopening. Default: 5,000. */
  readonly open?: number;
  /** Default: 30,000. A probe costs one request a retry, so a longer period saves little and delays the return. */
  readonly maxOpen?: number;
  /** After a failure, an open breaker lets a last-resort probe through only after this time. Default: 1,000. */
  readonly lastResort?: number;
  /** A probe without an outcome blocks the next one for this time. Default: 60,000. */
  readonly probeLease?: number;
}

const defaults = {
  failures: 5,
  failureRate: 0.5,
  minRequests: 20,
  open: 5000,
  maxOpen: 30_000,
  lastResort: 1000,
  probeLease: 60_000,
} as const satisfies Required<BreakerOptions>;

/** A breaker that stayed closed for this many of its last open periods begins with the shortest period again. */
const forgivenPeriods = 4;
/** A larger step backward is a change of the clock. */
const clockStepMs = 1000;

/** Outcomes of the recent window, from which the share of failures follows. */
export interface RecentOutcomes {
  readonly good: number;
  readonly bad: number;
}

/** An open period that gateways share: a duration, since their clocks differ. Zero milliseconds close the breaker. */
export interface BreakerChange {
  readonly openForMs: number;
  readonly openings: number;
}

/**
 * A circuit breaker with the states of Hystrix and resilience4j. It has no clock and no randomness of its own. An open period is
 * jittered to 50 to 100 % of its length. It grows with each failed probe, and with an opening soon after the breaker closed, so
 * that an endpoint that flaps is tried less and less.
 */
export class CircuitBreaker {
  readonly #options: Required<BreakerOptions>;
  #isOpen = false;
  #openedAt = 0;
  #openFor = 0;
  #closedAt = -Infinity;
  #openings = 0;
  #failuresInARow = 0;
  #lastFailureAt = 0;
  #probeFrom: number | undefined;

  constructor(options: BreakerOptions = {}) {
    this.#options = { ...defaults, ...options };
  }

  /** `half-open` once the open period has passed, whether or not a probe is in progress. */
  state(now: number): BreakerState {
    if (!this.#isOpen) return "closed";
    return now < this.openUntil(now) ? "open" : "half-open";
  }

  /** When the open period ends; 0 if the breaker is closed. */
  openUntil(now: number): number {
    if (!this.#isOpen) return 0;
    // An opening in the future was recorded before the clock was set back: the period begins again.
    if (this.#openedAt - now > clockStepMs) this.#openedAt = now;
    return this.#openedAt + this.#openFor;
  }

  get lastFailureAt(): number {
    return this.#lastFailureAt;
  }

  isProbing(now: number): boolean {
    if (this.#probeFrom === undefined) return false;
    return now >= this.#probeFrom - clockStepMs && now < this.#probeFrom + this.#options.probeLease;
  }

  /** When an open or half-open breaker accepts a probe as the last resort. */
  lastResortAt(now: number): number {
    const until = this.openUntil(now);
    const failedAt = Math.min(this.#lastFailureAt, now);
    return Math.min(until, failedAt + this.#options.lastResort);
  }

  /** Takes the one probe. Returns false while another is in progress, or if the breaker is open and a failure is recent. */
  beginProbe(now: number): boolean {
    if (!this.#isOpen || this.isProbing(now) || now < this.lastResortAt(now)) return false;
    this.#probeFrom = now;
    return true;
  }

  /** Ends a probe that has no result, such as one whose caller left. */
  releaseProbe(): void {
    this.#probeFrom = undefined;
  }

  /** Counts a success. Returns whether it closed the breaker: only a probe does, since others may have begun before it opened. */
  succeed(now: number, isProbe = false): boolean {
    if (isProbe) this.#probeFrom = undefined;
    if (this.#isOpen && !isProbe) return false;
    this.#failuresInARow = 0;
    if (!this.#isOpen) return false;
    this.#close(now);
    return true;
  }

  /** Counts `count` failures. Returns whether the breaker opened, or stays open for longer. */
  fail(now: number, { isProbe = false, recent, random, count = 1 }: FailureFacts): boolean {
    this.#failuresInARow += count;
    this.#lastFailureAt = now;
    if (isProbe) this.#probeFrom = undefined;
    if (this.#isOpen) return isProbe ? this.#open(now, random) : this.#extend(now, random);
    return this.#isTooMuch(recent) && this.#open(now, random);
  }

  /** Takes over a change of another gateway. */
  adopt(now: number, { openForMs, openings }: BreakerChange): void {
    if (openForMs === 0) {
      if (this.#isOpen) this.#close(now);
      return;
    }
    const until = Math.max(this.openUntil(now), now + openForMs);
    this.#isOpen = true;
    this.#openedAt = now;
    this.#openFor = until - now;
    this.#openings = Math.max(openings, this.#openings);
    this.#probeFrom = undefined;
    this.#lastFailureAt = now;
  }

  /** The current state as a change for other gateways. */
  change(now: number): BreakerChange {
    return { openForMs: Math.max(this.#isOpen ? 1 : 0, this.openUntil(now) - now), openings: this.#openings };
  }

  #isTooMuch({ good, bad }: RecentOutcomes): boolean {
    const { failures, minRequests, failureRate } = this.#options;
    if (this.#failuresInARow >= failures) return true;
    return good + bad >= minRequests && bad >= failureRate * (good + bad);
  }

  #open(now: number, random: Random): true {
    const { open, maxOpen } = this.#options;
    if (!this.#isOpen && now - this.#closedAt > forgivenPeriods * Math.max(this.#openFor, open)) this.#openings = 0;
    this.#openings++;
    this.#isOpen = true;
    this.#openedAt = now;
    this.#openFor = jitter(Math.min(open * 2 ** Math.min(this.#openings - 1, 30), maxOpen), random);
    return true;
  }

  /** A failure of another request never shortens the period, and keeps the breaker open for the first period at least. */
  #extend(now: number, random: Random): boolean {
    const until = this.openUntil(now);
    const wanted = now + jitter(this.#options.open, random);
    if (wanted <= until) return false;
    this.#openedAt = now;
    this.#openFor = wanted - now;
    return true;
  }

  #close(now: number): void {
    this.#isOpen = false;
    this.#closedAt = now;
    this.#failuresInARow = 0;
    this.#probeFrom = undefined;
  }
}

/** A failure, and what decides whether it opens the breaker. */
export interface FailureFacts {
  readonly isProbe?: boolean;
  /** Including this failure. */
  readonly recent: RecentOutcomes;
  readonly random: Random;
  /** Default: 1. */
  readonly count?: number;
}

/** Half of a duration, and a random part of the other half. */
function jitter(ms: number, random: Random): number {
  return ms * (0.5 + random() / 2);
}
