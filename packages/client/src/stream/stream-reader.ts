import type { OperationCall, ChatCompletionChunk } from "@patchbay/spec";
import { toChunk } from "./chat/completion.ts";
import { toConnectionError } from "../errors/connection-error.ts";
import { isRecord } from "../errors/error-detail.ts";
import { isThenable } from "../options/callback.ts";
import { ApiError, PatchbayError, StreamError, TimeoutError } from "../errors/errors.ts";
import type { AttemptResult } from "../options/middleware.ts";
import { endMark, PayloadReader } from "./payload-reader.ts";
import { readWhole } from "../http/send.ts";
import { EventReader } from "./sse.ts";
import type { StreamSource } from "./event-stream.ts";
import type { ResponseValidator } from "../options/response-validator.ts";
import type { AttemptDeadline } from "../http/deadline.ts";

/** What a reader needs to know about its call. */
export interface ChunkSource {
  readonly operation: OperationCall;
  /** Number of requested choices (`n`). */
  readonly choices: number;
  readonly idleTimeout: number;
  readonly deadline: AttemptDeadline;
  readonly validate: ResponseValidator | undefined;
  /** Called once with the result of the attempt. */
  readonly onEnd: (end: AttemptResult) => void;
}

/** The parts of a response that are read as events. */
export type StreamResponse = Pick<Response, "status" | "headers" | "body">;

/**
 * Milliseconds for the end of a body after `[DONE]`. A connection can be reused only after its response was read
 * completely.
 */
const drainMs = 100;

/**
 * Milliseconds of them that the reader waits, so that its next request can reuse the connection: services end a body a
 * moment after `[DONE]`.
 */
const endMs = 20;

/** Milliseconds to wait for the usage after a choice that ended with an error. */
const afterFailureMs = 1000;

/** Reads the chunks of an open stream in order. */
export class ChunkReader implements StreamSource<ChatCompletionChunk> {
  onAbort: ((reason: unknown) => void) | undefined;
  readonly #response: StreamResponse;
  readonly #source: ChunkSource;
  readonly #events: EventReader;
  readonly #payloads: PayloadReader;
  #first: ChatCompletionChunk | undefined;
  #hasBegun = false;
  #isOpen = true;
  #isDone = false;
  #draining: Promise<void> = Promise.resolve();
  #reads = 0;
  /** Validators that have not settled yet. */
  #checking: Promise<unknown> | undefined;

  /**
   *
   * @throws StreamError when the response has no readable body
   */
  constructor(response: StreamResponse, source: ChunkSource) {
    this.#response = response;
    this.#source = source;
    if (!response.body || response.body.locked)
      throw new StreamError(
        "not_a_stream",
        response.body
          ? "The response body was already read. Return an unread one."
          : "The response has no body. Check `baseURL`.",
      );
    this.#events = new EventReader(response.body);
    const { operation, validate } = source;
    this.#payloads = new PayloadReader({
      operation,
      headers: response.headers,
      validate: (value) => {
        if (validate) this.#check(() => validate(operation.id, value, "event"));
      },
    });
    const { signal } = source.deadline;
    // An abort ends the wait for more, even if the body ignores the signal.
    signal.addEventListener("abort", () => this.#follow(signal.reason), { once: true });
  }

  /** Waits for the first chunk, so that a failure in its place is a failure of the call. */
  async peek(): Promise<this> {
    try {
      this.#first = await this.next();
      return this;
    } catch (error) {
      // The body has no other reader.
      this.#events.cancel();
      throw error;
    } finally {
      this.#hasBegun = true;
    }
  }

  /** A chunk that has already arrived; undefined when `next` has to wait. */
  poll(): ChatCompletionChunk | undefined {
    try {
      this.#source.deadline.check();
      const first = this.#first;
      if (first !== undefined) {
        this.#first = undefined;
        return first;
      }
      for (;;) {
        const text = this.#isDone ? undefined : (this.#payloads.next() ?? this.#events.take());
        const chunk = text === undefined ? undefined : this.#read(text);
        if (text === undefined || chunk !== undefined) return chunk;
      }
    } catch (cause) {
      throw this.#explain(cause);
    }
  }

  /** The next chunk; undefined after the last one. */
  async next(): Promise<ChatCompletionChunk | undefined> {
    const { deadline, idleTimeout } = this.#source;
    for (let isWaiting = false; ; isWaiting = true) {
      const chunk = this.poll();
      if (chunk !== undefined || this.#isDone) {
        // Until the first event, the timeout of the attempt applies.
        if (isWaiting && this.#hasBegun) deadline.pause();
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
        // Events without data do not restart the idle timeout.
        if (!isWaiting && this.#hasBegun)
          deadline.limit("idle", this.#payloads.failure ? Math.min(idleTimeout, afterFailureMs) : idleTimeout);
        // Reads that never pause would keep timers from firing.
        if (++this.#reads % 256 === 0) deadline.check(true);
        await this.#events.fill();
      } catch (cause) {
        throw this.#explain(cause);
      }
    }
  }

  /** Closes the connection if it is open. After `[DONE]` it stays reusable. */
  close(end: AttemptResult): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (!this.#isDone) this.#events.cancel();
    this.#source.deadline.end();
    this.#source.onEnd(end);
  }

  abort(reason: unknown): void {
    if (this.#isOpen) this.#source.deadline.abort(reason);
  }

  #follow(reason: unknown): void {
    if (!this.#isOpen) return;
    this.#events.cancel();
    this.onAbort?.(this.#payloads.failure ?? reason);
  }

  /** The chunk in a payload; undefined for an empty payload and for `[DONE]`. */
  #read(text: string): ChatCompletionChunk | undefined {
    const { event, ended: isLast } = this.#events;
    const chunk = this.#payloads.read(text, { event, hasBegun: this.#hasBegun, isLast });
    return chunk === endMark ? this.#finish() : chunk;
  }

  /** An error of a validator, sync or async, ends the stream unchanged. */
  #check(validate: () => unknown): void {
    const { deadline } = this.#source;
    try {
      const result = validate();
      if (!isThenable(result)) return;
      this.#checking = Promise.all([this.#checking, result]);
      this.#checking.catch((error: unknown) => deadline.abort(error));
    } catch (error) {
      deadline.abort(error);
      throw error;
    }
  }

  #finish(): undefined {
    this.#payloads.checkEnd();
    this.#isDone = true;
    this.#draining = this.#events.drain(drainMs);
  }

  /** Handles a body that ended without `[DONE]`. */
  async #atEnd(): Promise<ChatCompletionChunk | undefined> {
    const { other } = this.#events;
    const isStream = /^text\/event-stream/i.test(this.#response.headers.get("content-type") ?? "");
    if (other !== "" || (!this.#hasBegun && !isStream)) {
      const whole = await this.#readWhole(other);
      this.#isDone = true;
      return this.#payloads.consume(toChunk(whole) as unknown as Record<string, unknown>);
    }
    if (!this.#payloads.isComplete(this.#source.choices) && !this.#payloads.failure) throw this.#payloads.truncated();
    return this.#finish();
  }

  /** Reads the response of a service that did not stream it. */
  async #readWhole(text: string): Promise<object> {
    const { status, headers } = this.#response;
    try {
      return await readWhole(new Response(text, { status, headers }), this.#source.operation.response);
    } catch (cause) {
      if (!isOtherJson(cause)) throw cause;
      const type = headers.get("content-type") || "without a content type";
      throw new StreamError(
        "not_a_stream",
        `The request asked for a stream, but the response (${type}) is not a completion. Check \`baseURL\`.`,
        { cause, body: cause.body },
      );
    }
  }

  #explain(cause: unknown): unknown {
    const { signal } = this.#source.deadline;
    if (this.#payloads.failure && !(signal.aborted && !(signal.reason instanceof PatchbayError)))
      return this.#payloads.failure;
    if (signal.aborted) return signal.reason;
    if (cause instanceof PatchbayError || (cause instanceof DOMException && cause.name === "AbortError")) return cause;
    const error = toConnectionError(cause);
    if (error instanceof TimeoutError) return error;
    return new StreamError(
      "interrupted",
      `The stream was interrupted, so the completion is not complete. ${error.message}`,
      { cause },
    );
  }
}

/** Waits up to `ms` milliseconds for work that cannot fail. */
async function settled(work: Promise<void>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** Whether the body is a JSON object without the fields of a completion. */
function isOtherJson(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    error.code === "invalid_response" &&
    isRecord(error.body) &&
    !Array.isArray(error.body) &&
    !("choices" in error.body)
  );
}
