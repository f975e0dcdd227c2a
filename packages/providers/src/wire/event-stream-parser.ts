import type { WireEvent } from "../adapter.ts";
import { tooLarge } from "../failures/response-failures.ts";
import type { EventParser } from "./event-parser.ts";
import { createLineSplitter } from "./line-splitter.ts";

/**
 * Creates a parser of server-sent events, as the HTML standard defines them: lines end with CR, LF or CRLF, comments and unknown
 * fields are ignored, and an event without data is none. A byte order mark is ignored.
 */
export function createEventStreamParser(maxEventLength: number): EventParser {
  const decoder = new TextDecoder();
  const splitter = createLineSplitter("any", maxEventLength);
  let name: string | undefined;
  let data: string[] = [];
  let length = 0;

  const dispatch = (): WireEvent | undefined => {
    const event = { event: name, data: data.length === 1 ? data[0]! : data.join("\n") };
    name = undefined;
    data = [];
    length = 0;
    return event.data.trim() === "" ? undefined : event;
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
    for (const line of splitter.push(text)) {
      const event = readLine(line);
      if (event) events.push(event);
    }
    return events;
  };

  return {
    push: (bytes) => readText(decoder.decode(bytes, { stream: true })),
    end: () => {
      const events = readText(decoder.decode());
      const rest = splitter.end();
      if (rest !== "") readLine(rest);
      const event = dispatch();
      if (event && isWhole(event.data)) events.push(event);
      return events;
    },
  };
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
