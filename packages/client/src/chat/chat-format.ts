import type { ChatCompletionChunk } from "@patchbay/spec";
import { faultOf } from "../http/response-shape.ts";
import { normalizeChunk } from "../http/chunk-shape.ts";
import { detailOf, resend } from "../errors/error-detail.ts";
import { isRecord } from "../encoding/is-record.ts";
import type { ApiError } from "../errors/api-error.ts";
import { StreamError } from "../errors/stream-error.ts";
import type { EventFormat, Fields, FormatSource } from "../stream/event-format.ts";
import { isPlainChunk } from "./plain-chunk.ts";
import { CompletionAccumulator, pieces, toChunk } from "./completion.ts";

/** Reads the events of a stream as chunks of a chat completion. */
export class ChatFormat implements EventFormat<ChatCompletionChunk> {
  readonly result = "completion";
  /** `[DONE]` ends a chat, whose usage can follow its finish reason. */
  readonly isEnded = false;
  readonly #source: FormatSource;
  /** Indexes of the choices that have started, and of those that have finished. */
  readonly #started = new Set<number>();
  readonly #finished = new Set<number>();
  /** The failure of a choice that ended with an error reason and no details. Its usage can follow. */
  #failure: ApiError | undefined;
  /** The last chunk, until one has a list of choices. A stream without such a chunk is not a completion. */
  #withoutChoices: Fields | undefined;
  #hasChoices = false;
  /** The last value that needs no normalization. */
  #plain: unknown;

  constructor(source: FormatSource) {
    this.#source = source;
  }

  get failure(): ApiError | undefined {
    return this.#failure;
  }

  /** Whether the requested number of choices has finished and no other has started. */
  get isComplete(): boolean {
    return this.#finished.size >= Math.max(this.#source.choices, 1) && this.#finished.size === this.#started.size;
  }

  errorBodyOf(value: unknown): unknown {
    if (!isPlainChunk(value)) return detailOf(value) && value;
    this.#plain = value;
    return undefined;
  }

  toFailure(error: ApiError, value: unknown, hasBegun: boolean): ApiError | undefined {
    if (!hasBegun || !failsByReasonAlone(value)) return this.#withPiece(error, value);
    this.#failure ??= error;
    return undefined;
  }

  /** Normalizes an event to a chunk of the contract. */
  read(value: Fields): ChatCompletionChunk {
    const { choices } = value;
    const isWhole =
      this.#started.size === 0 &&
      Array.isArray(choices) &&
      choices.some((choice) => isRecord(choice) && "message" in choice && !choice.delta);
    const fault = isWhole ? faultOf(value, this.#source.operation.response) : undefined;
    if (fault) throw new StreamError("malformed", `The completion is malformed: ${fault}. ${resend}`, { body: value });
    if (Array.isArray(choices)) this.#hasChoices = true;
    else if (!this.#hasChoices) this.#withoutChoices = { ...value };
    const chunk = (isWhole ? toChunk(value) : value) as ChatCompletionChunk & Fields;
    if (chunk !== this.#plain) normalizeChunk(chunk);
    for (const { index, finish_reason: reason } of chunk.choices) {
      this.#started.add(index);
      if (reason) this.#finished.add(index);
    }
    return chunk;
  }

  readWhole(response: object): ChatCompletionChunk[] {
    return [this.read(toChunk(response) as unknown as Fields)];
  }

  /** A service that sends the end mark may omit the finish reason. */
  checkEnd(): boolean {
    if (this.#withoutChoices && !this.#hasChoices)
      throw new StreamError("malformed", `The stream ended and no event had a list of \`choices\`. ${resend}`, {
        body: this.#withoutChoices,
      });
    return true;
  }

  /** A failed event can contain a piece of the completion. In place of the first event, it is all that arrived. */
  #withPiece(error: ApiError, value: unknown): ApiError {
    const { choices } = isRecord(value) ? value : {};
    if (!Array.isArray(choices) || choices.length === 0) return error;
    const isFirst = this.#started.size === 0;
    try {
      const piece = this.read(value as Fields);
      pieces.set(error, piece);
      if (!isFirst) return error;
      const accumulator = new CompletionAccumulator();
      accumulator.add(piece);
      return Object.assign(error, { partial: accumulator.toResult() });
    } catch {
      // The piece is malformed. The error already has the reason.
      return error;
    }
  }
}

/** Whether a chunk fails only by its finish reason, so that usage can follow. */
function failsByReasonAlone(value: unknown): boolean {
  if (!isRecord(value) || !Array.isArray(value.choices) || "error" in value || value.object === "error") return false;
  const hasError = (part: unknown): boolean => isRecord(part) && part.error !== undefined && part.error !== null;
  return !value.choices.some((choice) => hasError(choice) || (isRecord(choice) && hasError(choice.delta)));
}
