import type { Copy } from "../data/copy.ts";
import { normal, type Random } from "../data/random.ts";
import { spread } from "./health.ts";

/** The state of a provider: it may fail all or some requests, be at its rate limit, be slow, or corrupt tool calls. */
export type ProviderState = "up" | "degraded" | "down" | "rate_limited" | "slow" | "invalid_tool_calls";

/** A state over an interval of simulated time, in milliseconds since the server started. */
export interface ProviderStateInterval {
  readonly state: ProviderState;
  /** Default: 0. */
  readonly from?: number;
  /** Default: indefinitely. */
  readonly to?: number;
}

/** Provider slug or endpoint tag → its state, or its states over time. */
export type ProviderStates = Readonly<Record<string, ProviderState | readonly ProviderStateInterval[]>>;

/** The names of all states, for validation of input. */
export const providerStates: readonly ProviderState[] = [
  "up",
  "degraded",
  "down",
  "rate_limited",
  "slow",
  "invalid_tool_calls",
];

/** The states of all providers over time. The default is `up`. */
export class ProviderStateTable {
  readonly #began: number;
  #spans = new Map<string, readonly ProviderStateInterval[]>();

  constructor(began: number) {
    this.#began = began;
  }

  set(slug: string, state: ProviderState | readonly ProviderStateInterval[]): void {
    if (state === "up") this.#spans.delete(slug);
    else this.#spans.set(slug, typeof state === "string" ? [{ state }] : state);
  }

  /**
   * The state of an endpoint: that of its tag, or else of its provider. Of several intervals the last one that contains
   * the time.
   */
  stateOf(provider: string, tag: string, now: number): ProviderState {
    if (this.#spans.size === 0) return "up";
    const spans = this.#spans.get(tag) ?? this.#spans.get(provider);
    const since = now - this.#began;
    return spans?.findLast(({ from = 0, to = Infinity }) => since >= from && since < to)?.state ?? "up";
  }

  copied(copy: Copy): ProviderStateTable {
    const made = new ProviderStateTable(this.#began);
    made.#spans = copy(this.#spans);
    return made;
  }
}

/** A failure of an attempt before its first token. */
export interface AttemptFailure {
  readonly status: number;
  readonly message: string;
  readonly errorType: string;
  readonly providerCode?: string;
  /** The body of the provider's response. */
  readonly raw?: string;
  /** The mistake in the request, and its JSON pointer there. */
  readonly issue?: { readonly pointer: string; readonly message: string };
  /** Milliseconds until a retry is worthwhile. */
  readonly retryAfterMs?: number;
}

/**
 * Share of requests that a degraded provider fails before the first token, and share of the others that it interrupts.
 */
export const degraded: { readonly fails: number; readonly breaks: number } = { fails: 0.3, breaks: 0.1 };

/** Whether a provider in this state fails, and how. */
export function failureOf(state: ProviderState, random: Random): AttemptFailure | undefined {
  if (state === "down")
    return {
      status: 502,
      message: "Provider returned error",
      errorType: "provider_unavailable",
      providerCode: "connection_refused",
    };
  if (state === "rate_limited")
    return {
      status: 429,
      message: "Provider returned error",
      errorType: "rate_limit_exceeded",
      providerCode: "rate_limited",
      retryAfterMs: 5000,
    };
  if (state === "degraded" && random() < degraded.fails)
    return {
      status: 503,
      message: "Provider returned error",
      errorType: "provider_overloaded",
      providerCode: "overloaded",
    };
  return undefined;
}

/** The speed of a provider: milliseconds to the first token, and tokens per second. */
export interface Timing {
  readonly latency: number;
  readonly throughput: number;
}

/** State → factor by which responses are slower. */
const slowdowns: Readonly<Partial<Record<ProviderState, number>>> = { slow: 10, degraded: 2 };

/** Draws the timing of a response: lognormal around the median, slower under load. */
export function drawTiming(
  usual: Timing,
  { state, pending, random }: { state: ProviderState; pending: number; random: Random },
): Timing {
  const drag = (slowdowns[state] ?? 1) * (1 + pending / 64);
  return {
    latency: Math.round(usual.latency * drag * Math.exp(spread.latency * normal(random))),
    throughput: Math.max((usual.throughput / drag) * Math.exp(spread.throughput * normal(random)), 0.1),
  };
}
