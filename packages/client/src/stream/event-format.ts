import type { OperationCall } from "@patchbay/spec";
import type { ApiError } from "../errors/api-error.ts";

/** A JSON object whose fields can have any shape. */
export type Fields = Record<string, unknown>;

/** The call whose events a format reads. */
export interface FormatSource {
  readonly operation: Pick<OperationCall, "response" | "stream">;
  /** Number of requested choices (`n`). */
  readonly choices: number;
}

/** Reads the events of one stream by the rules of its kind. One instance per stream. Does no I/O and no timing. */
export interface EventFormat<Event> {
  /** What the events add up to, for error messages: `completion`. */
  readonly result: string;
  /** An error after which more of the stream is read, because its usage can follow. */
  readonly failure: ApiError | undefined;
  /** Whether the last event was read. Nothing has to follow, not even an end mark. */
  readonly isEnded: boolean;
  /** Whether the body may end without an end mark. */
  readonly isComplete: boolean;
  /** The part of an event that contains its error, which `detailOf` reads; undefined if it has none. */
  errorBodyOf(value: unknown): unknown;
  /** The error to throw for an event with an error; undefined if the event is read as well. */
  toFailure(error: ApiError, value: unknown, hasBegun: boolean): ApiError | undefined;
  /**
   * Reads a JSON object as an event.
   *
   * @throws StreamError `malformed`
   */
  read(value: Fields): Event;
  /** The events of a response that was not streamed. */
  readWhole(response: object): Event[];
  /**
   * Whether the response is complete when the end mark arrives.
   *
   * @throws StreamError `malformed`
   */
  checkEnd(): boolean;
}
