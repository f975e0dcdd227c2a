import type { WireEvent } from "../adapter.ts";
import type { EventParser } from "./event-parser.ts";
import { isWhole } from "./event-stream-parser.ts";
import { createLineSplitter } from "./line-splitter.ts";

/** Creates a parser of newline-delimited JSON. Empty lines are ignored. */
export function createNdjsonParser(maxEventLength: number): EventParser {
  const decoder = new TextDecoder();
  const splitter = createLineSplitter("lf", maxEventLength);
  const readText = (text: string): WireEvent[] =>
    splitter
      .push(text)
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .map((data) => ({ data }));

  return {
    push: (bytes) => readText(decoder.decode(bytes, { stream: true })),
    end: () => {
      const events = readText(decoder.decode());
      const data = splitter.end().trim();
      return isWhole(data) ? [...events, { data }] : events;
    },
  };
}
