import type { EndpointOutcome, EndpointView, Percentiles } from "../ports/shared-state.ts";
import { CircuitBreaker, type BreakerChange, type BreakerOptions } from "./breaker.ts";
import { OutcomeWindow } from "@patchbay/engine/billing/windows";
import type { Random } from "@patchbay/engine/data/random";
import { HistogramWindow } from "./histogram-window.ts";
import type { Histogram } from "./histogram.ts";
import type { OutcomeCounts } from "./outcome-counts.ts";

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** Requests in five minutes before an uptime is known. */
const enoughRequests = 20;
/** How long percentiles are kept before they are computed again. */
const percentilesMs = second;
/**
 * The periods of a rate limit without `Retry-After`. In the simulation, 250 ms costs 1.07 attempts per request and 1.72 times the
 * cost of the oracle; a second costs 1.03 attempts and 1.93 times, because cheap endpoints are idle until it ends.
 */
const shortestLimitMs = 250;
const longestShortLimitMs = 8 * second;
/** The longest `Retry-After` that is believed. */
const longestLimitMs = 60 * minute;

/** How soon to look for the result of a probe in progress. */
const probeResultMs = 250;

interface KeptPercentiles {
  readonly at: number;
  readonly firstToken: Percentiles | undefined;
  readonly speed: Percentiles | undefined;
}

/** What a gateway knows about one endpoint. Pure: time and randomness are arguments. */
export class EndpointStatistics {
  readonly breaker: CircuitBreaker;
  #recent = recentWindow();
  readonly #uptime = new OutcomeWindow(5 * minute, 30);
  readonly #tools = new OutcomeWindow(32 * day, 32);
  readonly #firstToken = new HistogramWindow(5 * minute, 5);
  readonly #throughput = new HistogramWindow(5 * minute, 5);
  #limitedFrom = 0;
  #limitedFor = 0;
  #limitsInARow = 0;
  #percentiles: KeptPercentiles | undefined;

  constructor(options?: BreakerOptions) {
    this.breaker = new CircuitBreaker(options);
  }

  /** Counts the end of an attempt. Returns whether the breaker or the rate limit changed. */
  record(outcome: EndpointOutcome, random: Random): boolean {
    const { kind, now, firstTokenMs, throughput, validToolCalls, isProbe = false } = outcome;
    if (firstTokenMs !== undefined) this.#firstToken.add(now, firstTokenMs);
    if (throughput !== undefined) this.#throughput.add(now, throughput);
    if (validToolCalls !== undefined) this.#tools.add(now, validToolCalls);
    if (kind === "ok") return this.#succeed(now, isProbe);
    if (kind === "error") return this.#fail(now, 1, random, isProbe);
    if (isProbe) this.breaker.releaseProbe();
    return kind === "rate-limited" && this.limit(now, outcome.retryAfterMs, random);
  }

  /**
   * Starts or extends a rate limit. The endpoint is full, not down. `Retry-After` is honored. Without it, the limit
   * is short, since the next request may be accepted, and doubles while no request succeeds. The jitter spreads the return of all
   * gateways over half of the period more.
   */
  limit(now: number, retryAfterMs: number | undefined, random: Random): boolean {
    // Several requests in progress may be refused at once: only a refusal after the limit ended is another one.
    if (this.limitedUntil(now) === 0) this.#limitsInARow++;
    const short = Math.min(shortestLimitMs * 2 ** Math.min(this.#limitsInARow - 1, 10), longestShortLimitMs);
    const asked = retryAfterMs === undefined ? short : Math.min(Math.max(retryAfterMs, 0), longestLimitMs);
    return this.adoptLimit(now, asked * (1 + random() / 2));
  }

  /** Takes over a rate limit of another gateway. It extends a running one and never shortens it. */
  adoptLimit(now: number, forMs: number): boolean {
    const until = this.limitedUntil(now);
    if (now + forMs <= until) return false;
    this.#limitedFrom = now;
    this.#limitedFor = forMs;
    return true;
  }

  /** When the rate limit ends; 0 if it has ended. */
  limitedUntil(now: number): number {
    // A limit that began in the future was recorded before the clock was set back.
    if (this.#limitedFrom - now > second) this.#limitedFrom = now;
    const until = this.#limitedFrom + this.#limitedFor;
    return until > now ? until : 0;
  }

  /** Adds what other gateways counted. Returns whether the breaker opened. */
  merge(counts: OutcomeCounts, now: number, random: Random): boolean {
    this.#firstToken.mergeSparse(now, counts.firstToken);
    this.#throughput.mergeSparse(now, counts.throughput);
    this.#tools.add(now, true, counts.validTools);
    this.#tools.add(now, false, counts.invalidTools);
    if (counts.ok > 0) this.#succeed(now, false, counts.ok);
    return counts.errors > 0 && this.#fail(now, counts.errors, random, false);
  }

  /** Takes over a change of the breaker of another gateway. */
  adoptBreaker(now: number, change: BreakerChange): void {
    this.breaker.adopt(now, change);
    if (change.openForMs === 0) this.#recent = recentWindow();
  }

  view(now: number): EndpointView {
    const good = this.#uptime.good(now);
    const requests = good + this.#uptime.bad(now);
    const validTools = this.#tools.good(now);
    const toolResponses = validTools + this.#tools.bad(now);
    const { firstToken, speed } = this.#percentilesAt(now);
    return {
      ...this.#breakerView(now),
      lastFailureAt: this.breaker.lastFailureAt,
      limitedUntil: this.limitedUntil(now),
      uptime: requests < enoughRequests ? undefined : good / requests,
      firstTokenMs: firstToken,
      throughput: speed,
      toolSuccess: toolResponses === 0 ? undefined : validTools / toolResponses,
      toolResponses,
    };
  }

  #breakerView(now: number): Pick<EndpointView, "breaker" | "openUntil" | "lastResortAt"> {
    const state = this.breaker.state(now);
    if (state === "closed") return { breaker: state, openUntil: 0, lastResortAt: 0 };
    // While a probe is in progress, all other requests wait for its result.
    const probed = this.breaker.isProbing(now);
    const until = Math.max(this.breaker.openUntil(now), probed ? now + probeResultMs : 0);
    if (state === "half-open" && !probed) return { breaker: state, openUntil: 0, lastResortAt: 0 };
    return { breaker: "open", openUntil: until, lastResortAt: probed ? until : this.breaker.lastResortAt(now) };
  }

  #succeed(now: number, isProbe: boolean, count = 1): boolean {
    this.#recent.add(now, true, count);
    this.#uptime.add(now, true, count);
    this.#limitsInARow = 0;
    const closed = this.breaker.succeed(now, isProbe);
    // The failures that opened the breaker must not open it again with the next one.
    if (closed) this.#recent = recentWindow();
    return closed;
  }

  #fail(now: number, count: number, random: Random, isProbe: boolean): boolean {
    this.#recent.add(now, false, count);
    this.#uptime.add(now, false, count);
    const recent = { good: this.#recent.good(now), bad: this.#recent.bad(now) };
    return this.breaker.fail(now, { isProbe, recent, random, count });
  }

  #percentilesAt(now: number): KeptPercentiles {
    const kept = this.#percentiles;
    if (kept && Math.abs(now - kept.at) < percentilesMs) return kept;
    const firstToken = percentilesOf(this.#firstToken.total(now), (share) => share);
    const speed = percentilesOf(this.#throughput.total(now), (share) => 1 - share);
    return (this.#percentiles = { at: now, firstToken, speed });
  }
}

function recentWindow(): OutcomeWindow {
  return new OutcomeWindow(10 * second, 10);
}

/** A percentile of the throughput is the speed that this share of responses reaches, so it is counted from the fast end. */
function percentilesOf(histogram: Histogram, toShare: (share: number) => number): Percentiles | undefined {
  if (histogram.total === 0) return undefined;
  const at = (share: number): number => histogram.quantile(toShare(share));
  return { p50: at(0.5), p75: at(0.75), p90: at(0.9), p99: at(0.99) };
}
