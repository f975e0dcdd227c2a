import type { CallInfo, ChatCompletionChunk } from "@patchbay/spec";
import { faultOf } from "./answer-shape.ts";
import { normalizeChunk, resend } from "./chunk-shape.ts";
import { GrowingCompletion, toChunk } from "./completion.ts";
import { toConnectionError } from "./connection-error.ts";
import { cut, detailOf, isRecord, statusOf } from "./error-detail.ts";
import { isThenable } from "./callback.ts";
import { ApiError, PatchbayError, StreamError, TimeoutError } from "./errors.ts";
import type { AttemptEnd } from "./middleware.ts";
import { readWhole } from "./send.ts";
import { EventReader } from "./sse.ts";
import type { EventFeed } from "./stream.ts";
import type { Validate } from "./validate.ts";
import type { Watch } from "./watch.ts";

/** What reading a stream takes. */
export interface ChunkSource {
  readonly operation: CallInfo;
  /** How many answers were asked for. */
  readonly choices: number;
  readonly idleTimeout: number;
  readonly watch: Watch;
  readonly validate: Validate | undefined;
  /** Is told how it ended. */
  readonly onEnd: (end: AttemptEnd) => void;
}

/** A response whose body is read as events. */
export type StreamResponse = Pick<Response, "status" | "headers" | "body">;

/** Milliseconds for the end of a body after the end mark: a connection can be used again only when it was read whole. */
const drainMs = 100;

/**
 * Milliseconds of them that the reader waits, so that its next request can use the connection: services end a body a moment after
 * the end mark.
 */
const endMs = 20;

/** Milliseconds for the usage after an answer that ended with an error. */
const afterFailureMs = 1000;

/** Events of these names keep a connection open, and say nothing. */
const keepAlive: ReadonlySet<unknown> = new Set(["ping", "heartbeat", "keep-alive", "keepalive"]);

/** The chunks of an open stream, one after the other. */
export class ChunkReader implements EventFeed<ChatCompletionChunk> {
  onAbort: ((reason: unknown) => void) | undefined;
  readonly #response: StreamResponse;
  readonly #source: ChunkSource;
  readonly #events: EventReader;
  /** Indexes of the answers that have begun, and of those that have ended. */
  readonly #begun = new Set<number>();
  readonly #finished = new Set<number>();
  #first: ChatCompletionChunk | undefined;
  #hasBegun = false;
  #isOpen = true;
  #isDone = false;
  #draining: Promise<void> = Promise.resolve();
  #reads = 0;
  /** Payloads of an event that holds several, since blank lines were left out between them; the last one first. */
  #lines: string[] = [];
  /** Validators that have not answered yet. */
  #checking: Promise<unknown> | undefined;
  /** An answer ended with an error that says nothing more; the usage can follow it. */
  #failure: ApiError | undefined;
  /** The last chunk, until one has had a list of choices: a stream without any is not an answer. */
  #strange: Record<string, unknown> | undefined;
  #hasChoices = false;

  /** Throws StreamError when the body cannot be read. */
  constructor(response: StreamResponse, source: ChunkSource) {
    this.#response = response;
    this.#source = source;
    if (!response.body || response.body.locked)
      throw new StreamError(
        "no-stream",
        response.body ? "The body of the response was read already." : "The response has no body.",
      );
    this.#events = new EventReader(response.body);
    const { signal } = source.watch;
    // Whatever gave the body, an abort ends the wait for more.
    signal.addEventListener("abort", () => this.#follow(signal.reason), { once: true });
  }

  /** Waits for the first chunk, so that a failure that comes in its place is a failure of the call. */
  async peek(): Promise<this> {
    try {
      this.#first = await this.next();
      return this;
    } catch (error) {
      // Nobody will read on.
      this.#events.cancel();
      throw error;
    } finally {
      this.#hasBegun = true;
    }
  }

  /** A chunk that has come already. */
  poll(): ChatCompletionChunk | undefined {
    try {
      this.#source.watch.check();
      const first = this.#first;
      if (first !== undefined) {
        this.#first = undefined;
        return first;
      }
      for (;;) {
        const text = this.#isDone ? undefined : (this.#lines.pop() ?? this.#events.take());
        const chunk = text === undefined ? undefined : this.#read(text);
        if (text === undefined || chunk !== undefined) return chunk;
      }
    } catch (cause) {
      throw this.#explain(cause);
    }
  }

  /** The next chunk; undefined after the last one. */
  async next(): Promise<ChatCompletionChunk | undefined> {
    const { watch, idleTimeout } = this.#source;
    for (let isWaiting = false; ; isWaiting = true) {
      const chunk = this.poll();
      if (chunk !== undefined || this.#isDone) {
        // Until the first event the limit of the attempt holds.
        if (isWaiting && this.#hasBegun) watch.pause();
        if (chunk === undefined) await this.#checking;
        if (this.#isDone) await settled(this.#draining, endMs);
        return chunk;
      }
      try {
        if (this.#events.ended) {
          const last = await this.#atEnd();
          if (last) return last;
          continue;
        }
        // Events without data do not begin the time anew.
        if (!isWaiting && this.#hasBegun)
          watch.limit("idle", this.#failure ? Math.min(idleTimeout, afterFailureMs) : idleTimeout);
        // Reads that never pause would keep the timers waiting.
        if (++this.#reads % 256 === 0) watch.check(true);
        await this.#events.fill();
      } catch (cause) {
        throw this.#explain(cause);
      }
    }
  }

  /** Closes the connection, if it is open; after the end mark it can be used again. */
  close(end: AttemptEnd): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (!this.#isDone) this.#events.cancel();
    this.#source.watch.end();
    this.#source.onEnd(end);
  }

  abort(reason: unknown): void {
    if (this.#isOpen) this.#source.watch.abort(reason);
  }

  #follow(reason: unknown): void {
    if (!this.#isOpen) return;
    this.#events.cancel();
    this.onAbort?.(this.#failure ?? reason);
  }

  /** What a payload says; undefined for one that says nothing, and for the end mark. */
  #read(text: string): ChatCompletionChunk | undefined {
    const { operation, validate } = this.#source;
    const { event } = this.#events;
    if (event === "error") throw this.#toError(text);
    // Nearly every payload is an object.
    if (text.charCodeAt(0) !== 123 && text.length < 64) {
      if (text.trim() === "") return undefined;
      if (lettersOf(text) === lettersOf(this.#done)) return this.#finish();
    }
    const value = this.#parse(text);
    if (value === unread) return undefined;
    const detail = detailOf(value);
    if (detail) {
      const error = new ApiError({ status: statusOf(detail), headers: this.#response.headers, body: value, text });
      if (!this.#hasBegun || !endsWithoutReason(value)) throw this.#withPiece(error, value);
      this.#failure ??= error;
    }
    if (!isRecord(value) || Array.isArray(value))
      throw new StreamError("malformed", `An event of the stream is not a JSON object: ${cut(text, 200)}`, {
        body: value,
      });
    if (keepAlive.has(event) || (value.choices === undefined && (keepAlive.has(value.type) || isEmpty(value))))
      return undefined;
    if (validate) this.#check(() => validate(operation.id, value, "event"));
    return this.#take(value);
  }

  /** A failed event can hold a piece of the answer; in place of the first event it is all that arrived. */
  #withPiece(error: ApiError, value: unknown): ApiError {
    const { choices } = isRecord(value) ? value : {};
    if (!Array.isArray(choices) || choices.length === 0) return error;
    const isFirst = this.#begun.size === 0;
    try {
      const piece = this.#take(value as Record<string, unknown>);
      pieces.set(error, piece);
      if (!isFirst) return error;
      const growing = new GrowingCompletion();
      growing.add(piece);
      return Object.assign(error, { partial: growing.toCompletion() });
    } catch {
      // The piece is malformed; the error says why the answer failed.
      return error;
    }
  }

  /** What a validator throws, now or later, ends the stream as it is. */
  #check(validate: () => unknown): void {
    const { watch } = this.#source;
    try {
      const result = validate();
      if (!isThenable(result)) return;
      this.#checking = Promise.all([this.#checking, result]);
      this.#checking.catch((error: unknown) => watch.abort(error));
    } catch (error) {
      watch.abort(error);
      throw error;
    }
  }

  #take(value: Record<string, unknown>): ChatCompletionChunk {
    const { choices } = value;
    const isWhole =
      this.#begun.size === 0 &&
      Array.isArray(choices) &&
      choices.some((choice) => isRecord(choice) && "message" in choice && !choice.delta);
    const fault = isWhole ? faultOf(value, this.#source.operation.answer) : undefined;
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

  #parse(text: string): unknown {
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
      if (this.#events.ended && this.#lines.length === 0) throw this.#tooShort();
      throw new StreamError("malformed", `An event of the stream is not valid JSON: ${cut(text, 200)}`, { cause });
    }
  }

  /** The failure that an event of the name `error` reports, whatever its data are. */
  #toError(text: string): ApiError {
    let body = jsonOf(text) ?? text.trim();
    if (!detailOf(body)) body = { error: body || "The stream reported an error without a reason" };
    return new ApiError({ status: statusOf(detailOf(body)!), headers: this.#response.headers, body, text });
  }

  #finish(): undefined {
    if (this.#failure) throw this.#failure;
    if (this.#strange && !this.#hasChoices)
      throw new StreamError("malformed", `The stream ended without a list of \`choices\` in any event. ${resend}`, {
        body: this.#strange,
      });
    this.#isDone = true;
    this.#draining = this.#events.drain(drainMs);
  }

  /** The body has ended without the end mark. */
  async #atEnd(): Promise<ChatCompletionChunk | undefined> {
    const { other } = this.#events;
    const isStream = /^text\/event-stream/i.test(this.#response.headers.get("content-type") ?? "");
    if (other !== "" || (!this.#hasBegun && !isStream)) {
      const whole = await this.#readWhole(other);
      this.#isDone = true;
      return this.#take(toChunk(whole) as unknown as Record<string, unknown>);
    }
    const { choices } = this.#source;
    const isComplete = this.#finished.size >= Math.max(choices, 1) && this.#finished.size === this.#begun.size;
    if (!isComplete && !this.#failure) throw this.#tooShort();
    return this.#finish();
  }

  /** The answer of a service that did not stream it. */
  async #readWhole(text: string): Promise<object> {
    const { status, headers } = this.#response;
    try {
      return await readWhole(new Response(text, { status, headers }), this.#source.operation.answer);
    } catch (cause) {
      if (!isOtherJson(cause)) throw cause;
      const type = headers.get("content-type") || "without a content type";
      throw new StreamError(
        "no-stream",
        `A stream was requested, but the response is ${type} and not a completion. Check \`baseURL\`.`,
        { cause, body: cause.body },
      );
    }
  }

  get #done(): string {
    return this.#source.operation.stream!.done;
  }

  #tooShort(): StreamError {
    return new StreamError(
      "truncated",
      `The stream ended without ${this.#done}: the answer is not complete. Send the request again.`,
    );
  }

  #explain(cause: unknown): unknown {
    const { signal } = this.#source.watch;
    if (this.#failure && !(signal.aborted && !(signal.reason instanceof PatchbayError))) return this.#failure;
    if (signal.aborted) return signal.reason;
    if (cause instanceof PatchbayError || (cause instanceof DOMException && cause.name === "AbortError")) return cause;
    const error = toConnectionError(cause);
    if (error instanceof TimeoutError) return error;
    return new StreamError("broken", `The stream broke. ${error.message} The answer is not complete.`, { cause });
  }
}

/** Error of an event → the piece of the answer that the event holds. */
const pieces = new WeakMap<object, ChatCompletionChunk>();

/** The piece of the answer that came in the same event as an error; undefined if there was none. */
export function pieceOf(error: object): ChatCompletionChunk | undefined {
  return pieces.get(error);
}

/** Waits for work that cannot fail, for a time at most. */
async function settled(work: Promise<void>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** Whether the body is an object that has nothing of a completion. */
function isOtherJson(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    error.code === "invalid_response" &&
    isRecord(error.body) &&
    !Array.isArray(error.body) &&
    !("choices" in error.body)
  );
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
