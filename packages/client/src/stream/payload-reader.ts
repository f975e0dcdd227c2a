import type { OperationCall, ChatCompletionChunk } from "@patchbay/spec";
import { faultOf } from "../http/response-shape.ts";
import { normalizeChunk, resend } from "../http/chunk-shape.ts";
import { CompletionAccumulator, toChunk } from "./chat/completion.ts";
import { cut, detailOf, isRecord, statusOf } from "../errors/error-detail.ts";
import { ApiError, StreamError } from "../errors/errors.ts";

/** What a payload reader needs to know about its call. */
export interface PayloadSource {
  readonly operation: OperationCall;
  readonly headers: Headers;
  /** Receives each event before it is read as a chunk, and throws for an invalid one. */
  readonly validate: (value: object) => void;
}

/** The position of a payload in its stream. */
export interface PayloadPlace {
  /** Name of the event. */
  readonly event: string;
  /** Whether a chunk precedes it. */
  readonly hasBegun: boolean;
  /** Whether the body has ended, so that the payload can be truncated. */
  readonly isLast: boolean;
}

/** Represents the end mark, `[DONE]`. */
export const endMark = Symbol();

/** Names of events that only keep a connection open. */
const keepAlive: ReadonlySet<unknown> = new Set(["ping", "heartbeat", "keep-alive", "keepalive"]);

/** Reads the payloads of a stream as chunks. Does no I/O and no timing. */
export class PayloadReader {
  readonly #source: PayloadSource;
  /** Indexes of the choices that have started, and of those that have finished. */
  readonly #started = new Set<number>();
  readonly #finished = new Set<number>();
  /**
   * Payloads of an event that contains several because the blank lines between them are missing; the last one first.
   */
  #lines: string[] = [];
  #failure: ApiError | undefined;
  /** The last chunk, until one has a list of choices. A stream without such a chunk is not a completion. */
  #withoutChoices: Record<string, unknown> | undefined;
  #hasChoices = false;

  constructor(source: PayloadSource) {
    this.#source = source;
  }

  /** The failure of a choice that ended with an error reason and no details. Its usage can follow. */
  get failure(): ApiError | undefined {
    return this.#failure;
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
  read(text: string, { event, hasBegun, isLast }: PayloadPlace): ChatCompletionChunk | typeof endMark | undefined {
    const { headers, operation, validate } = this.#source;
    if (event === "error") throw this.#toError(text);
    // Nearly every payload is an object.
    if (text.charCodeAt(0) !== 123 && text.length < 64) {
      if (text.trim() === "") return undefined;
      if (normalizeMark(text) === normalizeMark(operation.stream!.done!)) return endMark;
    }
    const value = this.#parse(text, isLast);
    if (value === unread) return undefined;
    const detail = detailOf(value);
    if (detail) {
      const error = new ApiError({ status: statusOf(detail), headers, body: value, responseText: text });
      if (!hasBegun || !failsByReasonAlone(value)) throw this.#withPiece(error, value);
      this.#failure ??= error;
    }
    if (!isRecord(value) || Array.isArray(value))
      throw new StreamError("malformed", `Stream event is not a JSON object: ${cut(text, 200)}. ${resend}`, {
        body: value,
      });
    if (keepAlive.has(event) || (value.choices === undefined && (keepAlive.has(value.type) || isEmpty(value))))
      return undefined;
    validate(value);
    return this.consume(value);
  }

  /** A failed event can contain a piece of the completion. In place of the first event, it is all that arrived. */
  #withPiece(error: ApiError, value: unknown): ApiError {
    const { choices } = isRecord(value) ? value : {};
    if (!Array.isArray(choices) || choices.length === 0) return error;
    const isFirst = this.#started.size === 0;
    try {
      const piece = this.consume(value as Record<string, unknown>);
      pieces.set(error, piece);
      if (!isFirst) return error;
      const accumulator = new CompletionAccumulator();
      accumulator.add(piece);
      return Object.assign(error, { partial: accumulator.toCompletion() });
    } catch {
      // The piece is malformed. The error already has the reason.
      return error;
    }
  }

  /** Normalizes an event to a chunk of the contract. */
  consume(value: Record<string, unknown>): ChatCompletionChunk {
    const { choices } = value;
    const isWhole =
      this.#started.size === 0 &&
      Array.isArray(choices) &&
      choices.some((choice) => isRecord(choice) && "message" in choice && !choice.delta);
    const fault = isWhole ? faultOf(value, this.#source.operation.response) : undefined;
    if (fault) throw new StreamError("malformed", `The completion is malformed: ${fault}. ${resend}`, { body: value });
    if (Array.isArray(choices)) this.#hasChoices = true;
    else if (!this.#hasChoices) this.#withoutChoices = { ...value };
    const chunk = (isWhole ? toChunk(value) : value) as ChatCompletionChunk & Record<string, unknown>;
    normalizeChunk(chunk);
    for (const { index, finish_reason: reason } of chunk.choices) {
      this.#started.add(index);
      if (reason) this.#finished.add(index);
    }
    return chunk;
  }

  /** Whether the requested number of choices has finished and no other has started. */
  isComplete(choices: number): boolean {
    return this.#finished.size >= Math.max(choices, 1) && this.#finished.size === this.#started.size;
  }

  /**
   *
   * @throws what makes the end of the stream a failure
   */
  checkEnd(): void {
    if (this.#failure) throw this.#failure;
    if (this.#withoutChoices && !this.#hasChoices)
      throw new StreamError("malformed", `The stream ended and no event had a list of \`choices\`. ${resend}`, {
        body: this.#withoutChoices,
      });
  }

  /** The error for a body that ended before the completion did. */
  truncated(): StreamError {
    return new StreamError(
      "truncated",
      `The stream ended without ${this.#source.operation.stream!.done!}, so the completion is not complete. Send the request again.`,
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

/** Error of an event → the piece of the completion in the same event. */
const pieces = new WeakMap<object, ChatCompletionChunk>();

/** The piece of a completion in the same event as an error; undefined if there is none. */
export function pieceOf(error: object): ChatCompletionChunk | undefined {
  return pieces.get(error);
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

/** Whether a chunk fails only by its finish reason, so that usage can follow. */
function failsByReasonAlone(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.choices) || "error" in value || value.object === "error") return false;
  const hasError = (part: unknown): boolean => isRecord(part) && part.error !== undefined && part.error !== null;
  return !value.choices.some((choice) => hasError(choice) || (isRecord(choice) && hasError(choice.delta)));
}

/** Services write the end mark with spaces, in quotes or in lower case. */
function normalizeMark(text: string): string {
  return text.replaceAll(/[\s"[\]]/g, "").toUpperCase();
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}
