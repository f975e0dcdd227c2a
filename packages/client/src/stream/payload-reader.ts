import type { OperationCall, ChatCompletionChunk } from "@patchbay/spec";
import { faultOf } from "../http/response-shape.ts";
import { normalizeChunk, resend } from "../http/chunk-shape.ts";
import { CompletionAccumulator, toChunk } from "./completion.ts";
import { cut, detailOf, isRecord, statusOf } from "../errors/error-detail.ts";
import { ApiError, StreamError } from "../errors/errors.ts";

/** What reading payloads takes. */
export interface PayloadSource {
  readonly operation: OperationCall;
  readonly headers: Headers;
  /** Sees each event before it is read as a chunk, and throws for one that is not valid. */
  readonly validate: (value: object) => void;
}

/** Where a payload is in its stream. */
export interface PayloadPlace {
  /** Name of the event. */
  readonly event: string;
  /** Whether a chunk came before it. */
  readonly hasBegun: boolean;
  /** Whether the body has ended, so that the payload can be cut off. */
  readonly isLast: boolean;
}

/** Stands for the end mark. */
export const endMark = Symbol();

/** Events of these names keep a connection open, and say nothing. */
const keepAlive: ReadonlySet<unknown> = new Set(["ping", "heartbeat", "keep-alive", "keepalive"]);

/** Reads the payloads of a stream as chunks of a chat. Knows nothing of time and of the connection. */
export class PayloadReader {
  readonly #source: PayloadSource;
  /** Indexes of the answers that have begun, and of those that have ended. */
  readonly #begun = new Set<number>();
  readonly #finished = new Set<number>();
  /** Payloads of an event that holds several, since blank lines were left out between them; the last one first. */
  #lines: string[] = [];
  #failure: ApiError | undefined;
  /** The last chunk, until one has had a list of choices: a stream without any is not an answer. */
  #strange: Record<string, unknown> | undefined;
  #hasChoices = false;

  constructor(source: PayloadSource) {
    this.#source = source;
  }

  /** An answer ended with an error that says nothing more; the usage can follow it. */
  get failure(): ApiError | undefined {
    return this.#failure;
  }

  /** A payload that came in one event with others. */
  next(): string | undefined {
    return this.#lines.pop();
  }

  /** What a payload says; undefined for one that says nothing. */
  read(text: string, { event, hasBegun, isLast }: PayloadPlace): ChatCompletionChunk | typeof endMark | undefined {
    const { headers, operation, validate } = this.#source;
    if (event === "error") throw this.#toError(text);
    // Nearly every payload is an object.
    if (text.charCodeAt(0) !== 123 && text.length < 64) {
      if (text.trim() === "") return undefined;
      if (lettersOf(text) === lettersOf(operation.stream!.done)) return endMark;
    }
    const value = this.#parse(text, isLast);
    if (value === unread) return undefined;
    const detail = detailOf(value);
    if (detail) {
      const error = new ApiError({ status: statusOf(detail), headers, body: value, responseText: text });
      if (!hasBegun || !endsWithoutReason(value)) throw this.#withPiece(error, value);
      this.#failure ??= error;
    }
    if (!isRecord(value) || Array.isArray(value))
      throw new StreamError("malformed", `An event of the stream is not a JSON object: ${cut(text, 200)}`, {
        body: value,
      });
    if (keepAlive.has(event) || (value.choices === undefined && (keepAlive.has(value.type) || isEmpty(value))))
      return undefined;
    validate(value);
    return this.consume(value);
  }

  /** A failed event can hold a piece of the answer; in place of the first event it is all that arrived. */
  #withPiece(error: ApiError, value: unknown): ApiError {
    const { choices } = isRecord(value) ? value : {};
    if (!Array.isArray(choices) || choices.length === 0) return error;
    const isFirst = this.#begun.size === 0;
    try {
      const piece = this.consume(value as Record<string, unknown>);
      pieces.set(error, piece);
      if (!isFirst) return error;
      const growing = new CompletionAccumulator();
      growing.add(piece);
      return Object.assign(error, { partial: growing.toCompletion() });
    } catch {
      // The piece is malformed; the error says why the answer failed.
      return error;
    }
  }

  /** The chunk of an event, in the shape of the contract. */
  consume(value: Record<string, unknown>): ChatCompletionChunk {
    const { choices } = value;
    const isWhole =
      this.#begun.size === 0 &&
      Array.isArray(choices) &&
      choices.some((choice) => isRecord(choice) && "message" in choice && !choice.delta);
    const fault = isWhole ? faultOf(value, this.#source.operation.response) : undefined;
    if (fault) throw new StreamError("malformed", `The answer is malformed: ${fault}. ${resend}`, { body: value });
    if (Array.isArray(choices)) this.#hasChoices = true;
    else if (!this.#hasChoices) this.#strange = { ...value };
    const chunk = (isWhole ? toChunk(value) : value) as ChatCompletionChunk & Record<string, unknown>;
    normalizeChunk(chunk);
    for (const { index, finish_reason: reason } of chunk.choices) {
      this.#begun.add(index);
      if (reason) this.#finished.add(index);
    }
    return chunk;
  }

  /** Whether so many answers have ended, and no other has begun. */
  isComplete(choices: number): boolean {
    return this.#finished.size >= Math.max(choices, 1) && this.#finished.size === this.#begun.size;
  }

  /** Throws what makes the end of the stream a failure. */
  checkEnd(): void {
    if (this.#failure) throw this.#failure;
    if (this.#strange && !this.#hasChoices)
      throw new StreamError("malformed", `The stream ended without a list of \`choices\` in any event. ${resend}`, {
        body: this.#strange,
      });
  }

  /** The error for a body that ended before its answer. */
  tooShort(): StreamError {
    return new StreamError(
      "truncated",
      `The stream ended without ${this.#source.operation.stream!.done}: the answer is not complete. Send the request again.`,
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
      // The last event of a body that ends too soon is cut off itself.
      if (isLast && this.#lines.length === 0) throw this.tooShort();
      throw new StreamError("malformed", `An event of the stream is not valid JSON: ${cut(text, 200)}`, { cause });
    }
  }

  /** The failure that an event of the name `error` reports, whatever its data are. */
  #toError(text: string): ApiError {
    let body = jsonOf(text) ?? text.trim();
    if (!detailOf(body)) body = { error: body || "The stream reported an error without a reason" };
    return new ApiError({ status: statusOf(detailOf(body)!), headers: this.#source.headers, body, responseText: text });
  }
}

/** Error of an event → the piece of the answer that the event holds. */
const pieces = new WeakMap<object, ChatCompletionChunk>();

/** The piece of the answer that came in the same event as an error; undefined if there was none. */
export function pieceOf(error: object): ChatCompletionChunk | undefined {
  return pieces.get(error);
}

/** Stands for an event whose lines are read one by one. */
const unread = Symbol();

/** The value of a JSON text; undefined for another text. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a chunk fails by the reason of its end alone, so that usage can follow. */
function endsWithoutReason(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.choices) || "error" in value || value.object === "error") return false;
  const saysWhy = (part: unknown): boolean => isRecord(part) && part.error !== undefined && part.error !== null;
  return !value.choices.some((choice) => saysWhy(choice) || (isRecord(choice) && saysWhy(choice.delta)));
}

/** Services write the end mark with blanks, in quotes or in small letters. */
function lettersOf(text: string): string {
  return text.replaceAll(/[\s"[\]]/g, "").toUpperCase();
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}
