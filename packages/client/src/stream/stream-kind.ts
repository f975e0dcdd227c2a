import type { OperationCall } from "@patchbay/spec";
import type { SurrogateJoiner } from "../encoding/surrogates.ts";
import type { ApiError } from "../errors/errors.ts";
import type { EventFormat, FormatSource } from "./event-format.ts";

/** Adds up the events of a stream to its response. */
export interface Accumulator<Event, Result> {
  add(event: Event): void;
  /** Adds what is known from the error that ended the stream, such as the usage. */
  addError?(error: ApiError): void;
  /** The response received so far; undefined before the first event. */
  toResult(): Result | undefined;
}

/** The code that reads one kind of stream. */
export interface StreamParts<Event, Result> {
  createFormat(this: void, source: FormatSource): EventFormat<Event>;
  createAccumulator(this: void): Accumulator<Event, Result>;
  /** The text of the response as it arrives. No string ends in the middle of a character. */
  readText(this: void, events: AsyncIterable<Event>, joiner: SurrogateJoiner<"text">): AsyncGenerator<string, void>;
}

/** A kind of stream: the operation whose events it has, and the code that reads them, which may load later. */
export interface StreamKind<Event, Result> {
  readonly operation: OperationCall;
  readonly parts: StreamParts<Event, Result> | (() => Promise<StreamParts<Event, Result>>);
}
