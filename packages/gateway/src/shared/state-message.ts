import type { BreakerChange } from "./breaker.ts";
import type { OutcomeCounts } from "./outcome-counts.ts";

/** What a gateway sends to the others about one endpoint. Durations instead of times, since clocks differ. */
export interface EndpointMessage {
  readonly counts?: OutcomeCounts | undefined;
  readonly breaker?: BreakerChange | undefined;
  /** Milliseconds until its rate limit ends. */
  readonly limitedForMs?: number | undefined;
}

/** A message of a gateway: endpoint → what happened since its last message. */
export interface StateMessage {
  readonly node: string;
  readonly endpoints: Readonly<Record<string, EndpointMessage>>;
}

/** Reads a message of another gateway. Undefined if it is of another form, such as that of another version. */
export function parseMessage(text: string): StateMessage | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || typeof value["node"] !== "string" || !isRecord(value["endpoints"])) return undefined;
  const endpoints = Object.entries(value["endpoints"]).flatMap(([endpoint, message]) =>
    isRecord(message) ? [[endpoint, toEndpointMessage(message)] as const] : [],
  );
  return { node: value["node"], endpoints: Object.fromEntries(endpoints) };
}

function toEndpointMessage({ counts, breaker, limitedForMs }: Record<string, unknown>): EndpointMessage {
  return {
    counts: isRecord(counts) ? toCounts(counts) : undefined,
    breaker: isRecord(breaker) ? toBreakerChange(breaker) : undefined,
    limitedForMs: limitedForMs === undefined ? undefined : toCount(limitedForMs),
  };
}

function toBreakerChange({ openForMs, openings }: Record<string, unknown>): BreakerChange {
  return { openForMs: toCount(openForMs), openings: toCount(openings) };
}

function toCounts(counts: Record<string, unknown>): OutcomeCounts {
  return {
    ok: toCount(counts["ok"]),
    errors: toCount(counts["errors"]),
    validTools: toCount(counts["validTools"]),
    invalidTools: toCount(counts["invalidTools"]),
    firstToken: toNumbers(counts["firstToken"]),
    throughput: toNumbers(counts["throughput"]),
  };
}

function toCount(value: unknown): number {
  return typeof value === "number" && value > 0 && value < 1e12 ? value : 0;
}

function toNumbers(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "number") : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
