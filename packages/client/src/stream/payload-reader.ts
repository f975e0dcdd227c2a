import type { OperationCall } from "@patchbay/spec";
import { cut } from "../errors/error-text.ts";
import { detailOf, resend, statusOf } from "../errors/error-detail.ts";
import { isRecord } from "../encoding/is-record.ts";
import { ApiError } from "../errors/api-error.ts";
import { StreamError } from "../errors/stream-error.ts";
import type { EventFormat } from "./event-format.ts";

/** What a payload reader needs to know about its call. */
export interface PayloadSource<Event> {
  readonly stream: OperationCall["stream"];
  readonly format: EventFormat<Event>;
  readonly headers: Headers;
  /** Receives each event before the format reads it, and throws for an invalid one. */
  readonly validate: (value: object) => void;
}

/** The position of a payload in its stream. */
export interface PayloadPlace {
  /** Name of the event. */
  readonly event: string;
  /** Whether an event precedes it. */
  readonly hasBegun: boolean;
  /** Whether the body has ended, so that the payload can be truncated. */
  readonly isLast: boolean;
}

/** Represents the end mark, `[DONE]`. */
export const endMark = Symbol();

/** Names of events that only keep a connection open. */
const keepAlive: ReadonlySet<unknown> = new Set(["ping", "heartbeat", "keep-alive", "keepalive"]);

/**
 * Reads the payloads of a stream as events: JSON, errors of any shape, keep-alive events and the end mark. The format reads
 * the rest. Does no I/O and no timing.
 */
export class PayloadReader<Event> {
  readonly #source: PayloadSource<Event>;
  /** The normalized end mark. Gateways send one after any kind of stream. */
  readonly #done: string;
  /**
   * Payloads of an event that contains several because the blank lines between them are missing; the last one first.
   */
  #lines: string[] = [];

  constructor(source: PayloadSource<Event>) {
    this.#source = source;
    this.#done = normalizeMark(source.stream?.done ?? "[DONE]");
  }

  /** The next payload of an event that contains several. */
  next(): string | undefined {
    return this.#lines.pop();
  }

  /**
   * Reads a payload; undefined for an empty or keep-alive payload.
   *
   * @throws ApiError when the payload reports an error
   * @throws StreamError `malformed` or `truncated`
   */
  read(text: string, { event, hasBegun, isLast }: PayloadPlace): Event | typeof endMark | undefined {
    const { headers, format, validate, stream } = this.#source;
    if (event === "error") throw this.#toError(text);
    // Nearly every payload is an object.
    if (text.charCodeAt(0) !== 123 && text.length < 64) {
      if (text.trim() === "") return undefined;
      if (normalizeMark(text) === this.#done) return endMark;
    }
    const value = this.#parse(text, isLast);
    if (value === unread) return undefined;
    if (stream?.typeField !== undefined && event !== "message" && isRecord(value)) value[stream.typeField] ??= event;
    const body = format.errorBodyOf(value);
    if (body !== undefined) {
      const error = new ApiError({ status: statusOf(detailOf(body)!), headers, body, responseText: text });
      const failure = format.toFailure(error, value, hasBegun);
      if (failure) throw failure;
    }
    if (!isRecord(value) || Array.isArray(value))
      throw new StreamError("malformed", `Stream event is not a JSON object: ${cut(text, 200)}. ${resend}`, {
        body: value,
      });
    if (keepAlive.has(event) || (value.choices === undefined && (keepAlive.has(value.type) || isEmpty(value))))
      return undefined;
    validate(value);
    return format.read(value);
  }

  /** The error for a stream that ended before its response did. */
  truncated(): StreamError {
    const { format, stream } = this.#source;
    const end = stream?.done ?? stream?.terminalEvents?.join(" or ");
    return new StreamError(
      "truncated",
      `The stream ended without ${end}, so the ${format.result} is not complete. Send the request again.`,
    );
  }

  #parse(text: string, isLast: boolean): unknown {
    try {
      return JSON.parse(text);
    } catch (cause) {
      const lines = text.split("\n");
      const error = lines.length > 1 && lines.find((line) => detailOf(jsonOf(line)) !== undefined);
      if (error) throw this.#toError(error);
      if (lines.length > 1 && jsonOf(lines[0]!) !== undefined) {
        this.#lines = lines.toReversed();
        return unread;
      }
      // The last event of a truncated body is truncated itself.
      if (isLast && this.#lines.length === 0) throw this.truncated();
      throw new StreamError("malformed", `Stream event is not valid JSON: ${cut(text, 200)}. ${resend}`, { cause });
    }
  }

  /** The error that an event named `error` reports, whatever its data. */
  #toError(text: string): ApiError {
    let body = jsonOf(text) ?? text.trim();
    if (!detailOf(body)) body = { error: body || "The stream reported an error without a message" };
    return new ApiError({ status: statusOf(detailOf(body)!), headers: this.#source.headers, body, responseText: text });
  }
}

/** Represents an event whose lines are read one by one. */
const unread = Symbol();

/** Parses JSON; undefined when the text is not valid JSON. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Services write the end mark with spaces, in quotes or in lower case. */
function normalizeMark(text: string): string {
  return text.replaceAll(/[\s"[\]]/g, "").toUpperCase();
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}
