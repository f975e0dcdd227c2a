import type { OperationCall } from "@patchbay/spec";
import { StreamError, type ApiError } from "../errors/errors.ts";

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
   * Checks what was read when the end mark arrives.
   *
   * @throws StreamError `malformed` or `truncated`
   */
  checkEnd(): void;
}

/** The error for a stream that ended before its response did. */
export function toTruncatedError(result: string, stream: OperationCall["stream"]): StreamError {
  const end = stream?.done ?? stream?.terminalEvents?.join(" or ");
  return new StreamError(
    "truncated",
    `The stream ended without ${end}, so the ${result} is not complete. Send the request again.`,
  );
}

/** Error of an event → the part of the response in the same event. */
const parts = new WeakMap<object, unknown>();

/** Stores the part of the response that arrived in the same event as an error. */
export function storePart(error: object, part: unknown): void {
  parts.set(error, part);
}

/** The part of the response in the same event as an error; undefined if there is none. */
export function partOf(error: object): unknown {
  return parts.get(error);
}
