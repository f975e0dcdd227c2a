import type { WireEvent } from "../adapter.ts";
import { tooLarge } from "../failures/response-failures.ts";
import { ChunkDecoder } from "./chunk-decoder.ts";
import type { EventParser } from "./event-parser.ts";
import { createLineSplitter } from "./line-splitter.ts";

/**
 * Creates a parser of server-sent events, as the HTML standard defines them: lines end with CR, LF or CRLF, comments and unknown
 * fields are ignored, and an event without data is none. A byte order mark is ignored.
 */
export function createEventStreamParser(maxEventLength: number): EventParser {
  const decoder = new ChunkDecoder();
  const splitter = createLineSplitter("any", maxEventLength);
  let name: string | undefined;
  let data: string[] = [];
  let length = 0;

  const dispatch = (): WireEvent | undefined => {
    const event = { event: name, data: data.length === 1 ? data[0]! : data.join("\n") };
    name = undefined;
    data = [];
    length = 0;
    return isBlank(event.data) ? undefined : event;
  };
  const readLine = (line: string): WireEvent | undefined => {
    if (line === "") return dispatch();
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    if (field !== "data" && field !== "event") return undefined;
    const value = colon === -1 ? "" : line.slice(line[colon + 1] === " " ? colon + 2 : colon + 1);
    if (field === "event") name = value === "" ? undefined : value;
    else {
      length += value.length + 1;
      if (length > maxEventLength) throw tooLarge("event", maxEventLength);
      data.push(value);
    }
    return undefined;
  };
  const readText = (text: string): WireEvent[] => {
    const events: WireEvent[] = [];
    const isBetween = splitter.isAtStart() && data.length === 0 && name === undefined;
    const start = isBetween ? readPlainEvents(text, maxEventLength, events) : 0;
    for (const line of splitter.push(start === 0 ? text : text.slice(start))) {
      const event = readLine(line);
      if (event) events.push(event);
    }
    return events;
  };

  return {
    push: (bytes) => readText(decoder.push(bytes)),
    end: () => {
      const events = readText(decoder.end());
      const rest = splitter.end();
      if (rest !== "") readLine(rest);
      const event = dispatch();
      if (event && isWhole(event.data)) events.push(event);
      return events;
    },
  };
}

/**
 * Adds the events at the start of a text that have the usual form, one line `data: ` and an empty line. Returns where the first other
 * one begins.
 */
function readPlainEvents(text: string, maxLength: number, events: WireEvent[]): number {
  if (text.includes("\r")) return 0;
  let start = 0;
  while (text.startsWith("data: ", start)) {
    const end = text.indexOf("\n", start);
    if (end === -1 || text[end + 1] !== "\n" || end - start > maxLength) break;
    const data = text.slice(start + 6, end);
    if (!isBlank(data)) events.push({ event: undefined, data });
    start = end + 2;
  }
  return start;
}

function isBlank(data: string): boolean {
  // Data of usual events begins with a brace.
  return data.charCodeAt(0) !== 123 && data.trim() === "";
}

/** Whether the data of an event without its blank line is complete. */
export function isWhole(data: string): boolean {
  if (data === "[DONE]") return true;
  try {
    JSON.parse(data);
    return true;
  } catch {
    return false;
  }
}
