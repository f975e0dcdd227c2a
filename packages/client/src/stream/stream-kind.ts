import type { OperationCall } from "@patchbay/spec";
import type { SurrogateJoiner } from "../encoding/surrogates.ts";
import type { LazyPart } from "../options/load.ts";
import type { EventFormat, FormatSource } from "./event-format.ts";
import type { Reading } from "./reading.ts";

/** Adds up the events of a stream to its response. */
export interface Accumulator<Event, Result> {
  add(event: Event): void;
  /** Adds what is known from the error that ended the stream, such as the usage. */
  addError?(error: unknown): void;
  /** The response received so far; undefined before the first event. */
  toResult(): Result | undefined;
}

/** The code that reads one kind of stream. */
export interface StreamParts<Event, Result> extends Reading {
  createFormat(this: void, source: FormatSource): EventFormat<Event>;
  createAccumulator(this: void): Accumulator<Event, Result>;
  /** The text of the response as it arrives. No string ends in the middle of a character. */
  readText(this: void, events: AsyncIterable<Event>, joiner: SurrogateJoiner<"text">): AsyncGenerator<string, void>;
}

/** A kind of stream: the operation whose events it has, and the code that reads them, which loads when a stream is read. */
export interface StreamKind<Event, Result> {
  readonly operation: OperationCall;
  readonly parts: LazyPart<StreamParts<Event, Result>>;
}
