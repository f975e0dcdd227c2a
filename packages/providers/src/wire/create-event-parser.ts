import type { WireRequest } from "../adapter.ts";
import { createEventStreamParser } from "./event-stream-parser.ts";
import { createNdjsonParser } from "./ndjson-parser.ts";
import type { EventParser } from "./event-parser.ts";

export interface EventParserOptions {
  /** Longest event in characters. Default: 33,554,432, since images arrive in one event. */
  readonly maxEventLength?: number;
}

/** Creates the parser of a format. */
export function createEventParser(
  format: Exclude<WireRequest["format"], "json">,
  options: EventParserOptions = {},
): EventParser {
  return parsers[format](options.maxEventLength ?? 33_554_432);
}

const parsers = {
  sse: createEventStreamParser,
  ndjson: createNdjsonParser,
} satisfies Record<Exclude<WireRequest["format"], "json">, (maxEventLength: number) => EventParser>;
