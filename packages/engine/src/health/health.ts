import type { Percentiles } from "@patchbay/spec";
import type { Copy } from "../data/copy.ts";
import { SampleWindow } from "./sample-window.ts";
import { OutcomeWindow } from "../billing/windows.ts";

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** A percentile that responses report and cutoffs may use. */
export type Percentile = "p50" | "p75" | "p90" | "p99";

/** The result of an attempt at an endpoint. A rate limit indicates missing capacity, not an outage. */
export type RequestOutcome = "ok" | "error" | "rate_limited";

/** Median values of an endpoint before its first request. */
export interface Baseline {
  /** Milliseconds to the first token. */
  readonly latency: number;
  /** Tokens per second. */
  readonly throughput: number;
  /** Share of requests whose tool calls match the tools' schemas, 0 to 1. Absent if unknown. */
  readonly toolSuccess?: number;
}

/** Each percentile's share of the samples, and its z-score in a normal distribution. */
const quantiles = {
  p50: { share: 0.5, z: 0 },
  p75: { share: 0.75, z: 0.6745 },
  p90: { share: 0.9, z: 1.2816 },
  p99: { share: 0.99, z: 2.3263 },
} as const satisfies Record<Percentile, { share: number; z: number }>;

/** The spread of latency and throughput, as sigma of a lognormal distribution. */
export const spread: { readonly latency: number; readonly throughput: number } = { latency: 0.35, throughput: 0.15 };

/** Samples in five minutes before they replace the baseline. */
const enoughSamples = 20;
const sampleCount = 256;
const performanceSpan = 5 * minute;
const toolDays = 32;
/** Requests with tool calls that an endpoint needs before its success rate counts as proven. */
const provenRequests = 50;
/** The number of requests that a success rate of the catalog counts for. */
const baselineRequests = 500;

/** The health of one endpoint: outcomes, speed, load and tool calls over simulated time. */
export class EndpointHealth {
  readonly #baseline: Baseline;
  #recent = new OutcomeWindow(30 * second, 30);
  #fiveMinutes = new OutcomeWindow(5 * minute, 30);
  #halfHour = new OutcomeWindow(30 * minute, 30);
  #day = new OutcomeWindow(day, 24);
  #tools = new OutcomeWindow(toolDays * day, toolDays);
  #latencies = new SampleWindow(performanceSpan, sampleCount);
  #throughputs = new SampleWindow(performanceSpan, sampleCount);
  #coolFrom = 0;
  #coolUntil = 0;
  #failuresInARow = 0;
  #lastFailure = -Infinity;
  /** Requests in progress. */
  pending: number = 0;

  constructor(baseline: Baseline) {
    this.#baseline = baseline;
  }

  /** Records the result of an attempt. After a rate limit the endpoint is in cooldown for `retryAfter` milliseconds. */
  note(now: number, outcome: RequestOutcome, retryAfter: number = second): void {
    if (outcome === "rate_limited") {
      this.#coolUntil = this.isCooling(now) ? Math.max(this.#coolUntil, now + retryAfter) : now + retryAfter;
      this.#coolFrom = now;
      return;
    }
    const good = outcome === "ok";
    this.#failuresInARow = good ? 0 : this.#failuresInARow + 1;
    if (!good) this.#lastFailure = now;
    this.#recent.add(now, good);
    this.#fiveMinutes.add(now, good);
    this.#halfHour.add(now, good);
    this.#day.add(now, good);
  }

  /** Records the speed of a response. */
  noteSpeed(now: number, latency: number, throughput: number): void {
    this.#latencies.add(now, latency);
    this.#throughputs.add(now, throughput);
  }

  /** Records whether the tool calls of a request match the tools' schemas. */
  noteTools(now: number, good: boolean): void {
    this.#tools.add(now, good);
  }

  /** Whether it had a significant outage in the last 30 seconds: three failures in a row, or more than one in five. */
  hasOutage(now: number): boolean {
    if (this.#failuresInARow >= 3 && Math.abs(now - this.#lastFailure) < 30 * second) return true;
    const bad = this.#recent.bad(now);
    return bad >= 3 && bad > 0.2 * (bad + this.#recent.good(now));
  }

  /** Whether it is in cooldown after a rate limit. */
  isCooling(now: number): boolean {
    // A rate limit with a future time was recorded before the clock was set back.
    return now >= this.#coolFrom && now < this.#coolUntil;
  }

  /** Successes in percent, without rate limits. `null` without requests. */
  uptime(now: number): { last5m: number | null; last30m: number | null; last1d: number | null } {
    const share = (window: OutcomeWindow): number | null => {
      const [good, bad] = [window.good(now), window.bad(now)];
      return good + bad === 0 ? null : Math.round((10_000 * good) / (good + bad)) / 100;
    };
    return { last5m: share(this.#fiveMinutes), last30m: share(this.#halfHour), last1d: share(this.#day) };
  }

  /** Whether `latency` and `throughput` are measured; else they come from the catalog. */
  isMeasured(now: number): boolean {
    return this.#latencies.size(now) >= enoughSamples;
  }

  /** Milliseconds to the first token in the last five minutes. */
  latency(now: number): Percentiles {
    return everyPercentile((percentile) => this.latencyAt(percentile, now));
  }

  /** One percentile of `latency`. */
  latencyAt(percentile: Percentile, now: number): number {
    const size = this.#latencies.size(now);
    if (size < enoughSamples) return round(this.#baseline.latency * Math.exp(spread.latency * quantiles[percentile].z));
    return round(this.#latencies.at(indexOf(percentile, size)));
  }

  /** Tokens per second in the last five minutes. A percentile is the speed that this share of requests reaches. */
  throughput(now: number): Percentiles {
    return everyPercentile((percentile) => this.throughputAt(percentile, now));
  }

  /** One percentile of `throughput`. */
  throughputAt(percentile: Percentile, now: number): number {
    const size = this.#throughputs.size(now);
    if (size < enoughSamples)
      return round(this.#baseline.throughput * Math.exp(-spread.throughput * quantiles[percentile].z));
    return round(this.#throughputs.at(size - 1 - indexOf(percentile, size)));
  }

  /** Tool calls of the last 32 days, compared with the catalog: `behind` is two standard errors below. */
  toolStanding(now: number, usual: number): { rate: number; standing: "proven" | "unproven" | "behind" } {
    const [good, bad] = [this.#tools.good(now), this.#tools.bad(now)];
    const seen = good + bad;
    const { toolSuccess } = this.#baseline;
    const known = toolSuccess === undefined ? 0 : baselineRequests;
    if (known + seen < provenRequests) return { rate: toolSuccess ?? 0, standing: "unproven" };
    const rate = (known * (toolSuccess ?? 0) + good) / (known + seen);
    if (seen < 10) return { rate, standing: "proven" };
    const error = Math.sqrt((usual * (1 - usual)) / seen);
    return { rate, standing: good / seen < usual - 2 * error ? "behind" : "proven" };
  }

  /** The copy has no requests in progress. */
  copied(copy: Copy): EndpointHealth {
    const made = new EndpointHealth(this.#baseline);
    made.#recent = copy(this.#recent);
    made.#fiveMinutes = copy(this.#fiveMinutes);
    made.#halfHour = copy(this.#halfHour);
    made.#day = copy(this.#day);
    made.#tools = copy(this.#tools);
    made.#latencies = copy(this.#latencies);
    made.#throughputs = copy(this.#throughputs);
    made.#coolFrom = this.#coolFrom;
    made.#coolUntil = this.#coolUntil;
    made.#failuresInARow = this.#failuresInARow;
    made.#lastFailure = this.#lastFailure;
    return made;
  }
}

function everyPercentile(find: (percentile: Percentile) => number): Percentiles {
  return { p50: find("p50"), p75: find("p75"), p90: find("p90"), p99: find("p99") };
}

/** The index of a percentile among a number of samples. */
function indexOf(percentile: Percentile, size: number): number {
  return Math.min(Math.floor(quantiles[percentile].share * size), size - 1);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
