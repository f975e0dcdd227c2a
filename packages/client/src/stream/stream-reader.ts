import type { OperationCall, ResponseShape } from "@patchbay/spec";
import { toConnectionError } from "../errors/connection-error.ts";
import { isRecord } from "../encoding/is-record.ts";
import { isThenable } from "../options/callback.ts";
import { ApiError } from "../errors/api-error.ts";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { StreamError } from "../errors/stream-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { AttemptResult } from "../options/middleware.ts";
import type { EventFormat } from "./event-format.ts";
import { endMark, PayloadReader } from "./payload-reader.ts";
import { readWhole } from "../http/response-body.ts";
import { EventReader } from "./sse.ts";
import type { StreamSource } from "./event-stream.ts";
import type { ResponseValidator } from "../options/response-validator.ts";
import type { AttemptDeadline } from "../http/deadline.ts";

/** What a reader needs to know about its call. */
export interface ReaderSource<Event> {
  readonly operation: OperationCall;
  readonly format: EventFormat<Event>;
  readonly idleTimeout: number;
  readonly deadline: AttemptDeadline;
  readonly validate: ResponseValidator | undefined;
  /** Called once with the result of the attempt. */
  readonly onEnd: (end: AttemptResult) => void;
}

/** The parts of a response that are read as events. */
export type StreamResponse = Pick<Response, "status" | "headers" | "body">;

/**
 * Milliseconds for the end of a body after the last event. A connection can be reused only after its response was read
 * completely.
 */
const drainMs = 100;

/**
 * Milliseconds of them that the reader waits, so that its next request can reuse the connection: services end a body a
 * moment after its last event.
 */
const endMs = 20;

/** Milliseconds to wait for the usage after an error that does not end the stream. */
const afterFailureMs = 1000;

/** Reads the events of an open stream in order. */
export class StreamReader<Event> implements StreamSource<Event> {
  onAbort: ((reason: unknown) => void) | undefined;
  readonly #response: StreamResponse;
  readonly #source: ReaderSource<Event>;
  readonly #events: EventReader;
  readonly #payloads: PayloadReader<Event>;
  /** Events that were read ahead. */
  readonly #ahead: Event[] = [];
  #hasBegun = false;
  #isOpen = true;
  #isDone = false;
  #draining: Promise<void> = Promise.resolve();
  #reads = 0;
  /** Validators that have not settled yet. */
  #checking: Promise<unknown> | undefined;
  /** Ends the wait for them. */
  #stopChecking: (() => void) | undefined;

  /**
   *
   * @throws StreamError when the response has no readable body
   */
  constructor(response: StreamResponse, source: ReaderSource<Event>) {
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
    const { operation, format, validate } = source;
    this.#payloads = new PayloadReader({
      stream: operation.stream,
      format,
      headers: response.headers,
      validate: (value) => {
        if (validate) this.#check(() => validate(operation.id, value, "event"));
      },
    });
    const { signal } = source.deadline;
    // An abort ends the wait for more, even if the body ignores the signal.
    signal.addEventListener("abort", () => this.#follow(signal.reason), { once: true });
  }

  /** Waits for the first event, so that a failure in its place is a failure of the call. */
  async peek(): Promise<this> {
    try {
      const first = await this.next();
      if (first !== undefined) this.#ahead.unshift(first);
      return this;
    } catch (error) {
      // The body has no other reader.
      this.#events.cancel();
      throw error;
    } finally {
      this.#hasBegun = true;
    }
  }

  /** An event that has already arrived; undefined when `next` has to wait. */
  poll(): Event | undefined {
    try {
      this.#source.deadline.check();
      if (this.#ahead.length > 0) return this.#ahead.shift();
      for (;;) {
        const text = this.#isDone ? undefined : (this.#payloads.next() ?? this.#events.take());
        const event = text === undefined ? undefined : this.#read(text);
        if (text === undefined || event !== undefined) return event;
      }
    } catch (cause) {
      throw this.#explain(cause);
    }
  }

  /** The next event; undefined after the last one. */
  async next(): Promise<Event | undefined> {
    const { deadline, format, idleTimeout } = this.#source;
    for (let isWaiting = false; ; isWaiting = true) {
      const event = this.poll();
      if (event !== undefined || this.#isDone) {
        // Until the first event, the timeout of the attempt applies.
        if (isWaiting && this.#hasBegun) deadline.pause();
        if (event !== undefined) return event;
        await this.#checked();
        await settled(this.#draining, endMs);
        return undefined;
      }
      try {
        if (this.#events.ended) {
          const last = await this.#atEnd();
          if (last) return last;
          continue;
        }
        // Events without data do not restart the idle timeout.
        if (!isWaiting && this.#hasBegun)
          deadline.limit("idle", format.failure ? Math.min(idleTimeout, afterFailureMs) : idleTimeout);
        // Reads that never pause would keep timers from firing.
        if (++this.#reads % 256 === 0) deadline.check(true);
        await this.#events.fill();
      } catch (cause) {
        throw this.#explain(cause);
      }
    }
  }

  /** Closes the connection if it is open. After the last event it stays reusable. */
  close(end: AttemptResult): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#stopChecking?.();
    if (!this.#isDone) this.#events.cancel();
    this.#source.deadline.end();
    this.#source.onEnd(end);
  }

  abort(reason: unknown): void {
    if (this.#isOpen) this.#source.deadline.abort(reason);
  }

  #follow(reason: unknown): void {
    if (!this.#isOpen) return;
    this.#stopChecking?.();
    this.#events.cancel();
    this.onAbort?.(this.#source.format.failure ?? reason);
  }

  /** The event in a payload; undefined for an empty payload and for the end mark. */
  #read(text: string): Event | undefined {
    const { event: name, ended: isLast } = this.#events;
    const event = this.#payloads.read(text, { event: name, hasBegun: this.#hasBegun, isLast });
    if (event === endMark) return this.#finish();
    if (this.#source.format.isEnded) this.#finish();
    return event;
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

  /** Waits for the validators. An abort ends the wait, even if they ignore it. */
  async #checked(): Promise<void> {
    if (!this.#checking) return;
    const stopped = new Promise<void>((resolve) => (this.#stopChecking = resolve));
    await Promise.race([this.#checking, stopped]);
    this.#source.deadline.signal.throwIfAborted();
  }

  #finish(): undefined {
    const { format } = this.#source;
    if (format.failure) throw format.failure;
    if (!format.checkEnd()) throw this.#payloads.truncated();
    this.#isDone = true;
    this.#draining = this.#events.drain(drainMs);
  }

  /** Handles a body that ended without an end mark. */
  async #atEnd(): Promise<Event | undefined> {
    const { other } = this.#events;
    const { format } = this.#source;
    const isStream = /^text\/event-stream/i.test(this.#response.headers.get("content-type") ?? "");
    if (other !== "" || (!this.#hasBegun && !isStream)) {
      const whole = await this.#readWhole(other);
      this.#isDone = true;
      this.#ahead.push(...format.readWhole(whole));
      return this.#ahead.shift();
    }
    if (!format.isComplete && !format.failure) throw this.#payloads.truncated();
    return this.#finish();
  }

  /** Reads the response of a service that did not stream it. */
  async #readWhole(text: string): Promise<object> {
    const { status, headers } = this.#response;
    const { operation, format } = this.#source;
    try {
      return await readWhole(new Response(text, { status, headers }), operation.response);
    } catch (cause) {
      if (!isOtherJson(cause, operation.response)) throw cause;
      const type = headers.get("content-type") || "without a content type";
      throw new StreamError(
        "not_a_stream",
        `The request asked for a stream, but the response (${type}) is not a ${format.result}. Check \`baseURL\`.`,
        { cause, body: cause.body },
      );
    }
  }

  #explain(cause: unknown): unknown {
    const { format, deadline } = this.#source;
    const { signal } = deadline;
    if (format.failure && !(signal.aborted && !(signal.reason instanceof PatchbayError))) return format.failure;
    if (signal.aborted) return signal.reason;
    if (cause instanceof PatchbayError || (cause instanceof DOMException && cause.name === "AbortError")) return cause;
    const error = toConnectionError(cause);
    if (error instanceof TimeoutError) return error;
    return new StreamError(
      "interrupted",
      `The stream was interrupted, so the ${format.result} is not complete. ${error.message}`,
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

/** Whether the body is a JSON object without the fields of a response of this shape. */
function isOtherJson(error: unknown, shape: ResponseShape): error is ApiError {
  return (
    error instanceof ApiError &&
    error.code === "invalid_response" &&
    isRecord(error.body) &&
    !Array.isArray(error.body) &&
    !Object.keys(shape ?? {}).some((name) => name in (error.body as object))
  );
}
