import type { ReadableSpan } from "@opentelemetry/sdk-trace";

/** Everything that a span exports, as text. */
export function textOf({ name, attributes, status, events, links }: ReadableSpan): string {
  return JSON.stringify({ name, attributes, status, events, links });
}
