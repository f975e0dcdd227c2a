import type { Row } from "./api.ts";

/** Formats an amount in USD. All amounts of a list have the same decimals, so that the decimal points are aligned. */
export function formatUsd(amount: number): string {
  return `$${amount.toFixed(8)}`;
}

/** Unix milliseconds as ISO 8601. `undefined` outside the range of `Date`. */
export function isoTime(at: number): string | undefined {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Unix milliseconds as local time of day. */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

/** Formats milliseconds with a suitable unit. */
export function formatDuration(ms: number): string {
  if (ms < 1) return `${ms.toFixed(2)} ms`;
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 10_000) return `${Math.round(ms).toLocaleString("en")} ms`;
  return `${(ms / 1000).toFixed(1)} s`;
}

export type Tone = "good" | "limited" | "bad";

export function toneOf(status: number): Tone {
  if (status === 429) return "limited";
  return status >= 200 && status < 400 ? "good" : "bad";
}

export const nameOf = ({ operation, method, path }: Pick<Row, "operation" | "method" | "path">): string =>
  operation ?? `${method} ${path}`;

/** The outcomes of a request: their labels, and the rows that have them. */
export const outcomes = {
  success: { text: "Success", matches: ({ status }: Row) => status >= 200 && status < 400 },
  "client-error": { text: "Client error (4xx)", matches: ({ status }: Row) => status >= 400 && status < 500 },
  rate_limited: { text: "Rate limited (429)", matches: ({ status }: Row) => status === 429 },
  "server-error": { text: "Server error (5xx)", matches: ({ status }: Row) => status >= 500 },
  broken: { text: "Connection broken", matches: ({ status }: Row) => status === 0 },
  disconnected: { text: "Client disconnected early", matches: ({ ended }: Row) => ended?.complete === false },
  fallback: { text: "Fallback to another endpoint", matches: ({ attempts }: Row) => attempts.length > 1 },
  rule: { text: "A rule applied", matches: ({ rule }: Row) => rule !== undefined },
  miss: { text: "A rule almost applied", matches: ({ nearMisses }: Row) => nearMisses > 0 },
} as const satisfies Readonly<Record<string, { readonly text: string; readonly matches: (row: Row) => boolean }>>;

/** Rounds milliseconds up to 1, 2 or 5 times a power of ten. */
export function roundUp(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(ms, 1)));
  return ([1, 2, 5].find((factor) => factor * power >= ms) ?? 10) * power;
}
