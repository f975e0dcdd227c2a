import type { WireEvent } from "../adapter.ts";
import { ChunkDecoder } from "./chunk-decoder.ts";
import type { EventParser } from "./event-parser.ts";
import { isWhole } from "./event-stream-parser.ts";
import { createLineSplitter } from "./line-splitter.ts";

/** Creates a parser of newline-delimited JSON. Empty lines are ignored. */
export function createNdjsonParser(maxEventLength: number): EventParser {
  const decoder = new ChunkDecoder();
  const splitter = createLineSplitter("lf", maxEventLength);
  const readText = (text: string): WireEvent[] =>
    splitter
      .push(text)
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((data) => ({ data }));

  return {
    push: (bytes) => readText(decoder.push(bytes)),
    end: () => {
      const events = readText(decoder.end());
      const data = splitter.end().trim();
      return isWhole(data) ? [...events, { data }] : events;
    },
  };
}
