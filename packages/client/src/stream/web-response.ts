import type { OperationCall } from "@patchbay/spec";
import { detailOf } from "../errors/error-detail.ts";
import type { Bytes } from "../encoding/bytes.ts";
import { withoutKeys } from "../errors/error-text.ts";
import { ApiError } from "../errors/api-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { StreamError } from "../errors/stream-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { optionsOf, readGiven } from "../options/read-given.ts";
import { showValue } from "../options/show-value.ts";
import { longestTimer } from "../http/deadline.ts";

/** Options of `toResponse` and `pipeTo`. */
export interface StreamResponseOptions {
  /**
   * Milliseconds of silence after which a comment is sent, so that proxies keep the connection open. `Infinity`
   * disables it. Default: 15,000.
   */
  readonly heartbeat?: number | undefined;
  /** Added to the headers of the response, for example for CORS. Default: none. */
  readonly headers?: ConstructorParameters<typeof Headers>[0] | undefined;
}

/** The response of a Node.js server, such as `ServerResponse` or that of Express. */
export interface NodeResponse {
  statusCode: number;
  readonly destroyed: boolean;
  readonly headersSent?: boolean;
  readonly writableEnded: boolean;
  setHeader(name: string, value: string | readonly string[]): unknown;
  write(bytes: Uint8Array): boolean;
  end(): unknown;
  once(event: "close" | "drain" | "error", listener: () => void): unknown;
  removeListener(event: "close", listener: () => void): unknown;
}

/** How an operation streams. */
export type StreamInfo = NonNullable<OperationCall["stream"]>;

/** A stream as the text of server-sent events, in the form of the API. */
interface Frames {
  readonly stream: StreamInfo;
  /** The last event. */
  readonly last: Readonly<Record<string, unknown>> | undefined;
  /** The next text. The value of the end is the end mark, or empty if the stream ends with its last event. */
  next(): Promise<IteratorResult<string, string>>;
  return(): Promise<void>;
  /** Writes the next text. */
  writeTo(controller: ReadableStreamDefaultController<Bytes>): Promise<void>;
}

/** Writes the events of a stream as server-sent events. */
export function toFrames(events: AsyncIterator<object, undefined>, stream: StreamInfo): Frames {
  const encoder = new TextEncoder();
  const { done: mark, typeField } = stream;
  const frames = {
    stream,
    last: undefined as Frames["last"],
    async next(): Promise<IteratorResult<string, string>> {
      const { done, value } = await events.next();
      if (done) return { done, value: mark === undefined ? "" : `data: ${mark}\n\n` };
      frames.last = value as Frames["last"];
      const type = typeField === undefined ? undefined : frames.last![typeField];
      // A line break would end the field.
      const name = typeof type === "string" && !/[\r\n]/.test(type) ? `event: ${type}\n` : "";
      return { done: false, value: `${name}data: ${JSON.stringify(value)}\n\n` };
    },
    async return(): Promise<void> {
      await events.return?.();
    },
    async writeTo(controller: ReadableStreamDefaultController<Bytes>): Promise<void> {
      const { done, value } = await frames.next();
      if (value !== "") controller.enqueue(encoder.encode(value));
      if (done) controller.close();
    },
  };
  return frames;
}

/** An error as the client of the route sees it: the contract's shape with the API's message only. */
interface PublicError {
  readonly code: number;
  readonly message: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Waits for the first event. An error in its place becomes a JSON response with its status. */
export async function toResponse(frames: Frames, options?: StreamResponseOptions | null): Promise<Response> {
  const { heartbeat = 15_000, headers: headersOption } = optionsOf("toResponse", options);
  if (!(typeof heartbeat === "number" && heartbeat > 0))
    throw new PatchbayError(`\`heartbeat\` must be a positive number of milliseconds, got ${showValue(heartbeat)}.`);
  const headers = readGiven("`headers`", () => new Headers(headersOption));
  let first: IteratorResult<string, string>;
  try {
    first = await frames.next();
  } catch (thrown) {
    if (thrown instanceof StreamError && thrown.reason === "already_consumed") throw thrown;
    const error = toPublicError(thrown);
    headers.set("cache-control", "no-store");
    if (thrown instanceof ApiError && thrown.retryAfterMs !== undefined)
      headers.set("retry-after", String(Math.ceil(thrown.retryAfterMs / 1000)));
    return Response.json(toErrorBody(error, frames), { status: error.code, headers });
  }
  headers.set("content-type", "text/event-stream");
  // Proxies that compress or buffer would delay events.
  headers.set("cache-control", "no-cache, no-transform");
  headers.set("x-accel-buffering", "no");
  return new Response(toBody(frames, first, heartbeat), { headers });
}

function toBody(frames: Frames, first: IteratorResult<string, string>, heartbeat: number): ReadableStream<Bytes> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string, string> | undefined = first;
  let isCanceled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  type Controller = ReadableStreamDefaultController<Bytes>;
  const write = (controller: Controller, text: string): void => controller.enqueue(encoder.encode(text));
  const beat = (controller: Controller): void => {
    // A slow reader still has data to read.
    if ((controller.desiredSize ?? 0) > 0) write(controller, ": keep-alive\n\n");
    wait(controller);
  };
  const wait = (controller: Controller): void => {
    if (heartbeat <= longestTimer) timer = setTimeout(beat, heartbeat, controller);
  };
  return new ReadableStream({
    async pull(controller) {
      if (!next) wait(controller);
      try {
        const { done, value } = next ?? (await frames.next());
        next = undefined;
        if (isCanceled) return;
        if (value !== "") write(controller, value);
        if (done) controller.close();
      } catch (thrown) {
        if (isCanceled) return;
        write(controller, toErrorFrame(toPublicError(thrown), frames));
        controller.close();
      } finally {
        clearTimeout(timer);
      }
    },
    async cancel() {
      isCanceled = true;
      clearTimeout(timer);
      await frames.return();
    },
  });
}

/** An error as the body of an error response of the API. */
function toErrorBody(error: PublicError, { stream }: Frames): object {
  return stream.errorEvents?.error === "error"
    ? { type: "error", error: withType(error), request_id: null }
    : { error };
}

/** An error as the error event of the API. */
function toErrorFrame(error: PublicError, { stream, last }: Frames): string {
  const path = stream.errorEvents?.error;
  if (path === undefined) return `data: ${JSON.stringify({ error })}\n\n`;
  const number = last?.sequence_number;
  const flat = {
    ...error,
    code: String(error.code),
    param: null,
    ...(typeof number === "number" && { sequence_number: number + 1 }),
  };
  const event = { type: "error", ...(path === "" ? flat : { [path]: withType(error) }) };
  return `event: error\ndata: ${JSON.stringify(event)}\n\n`;
}

/** Anthropic's form has the kind of an error as its type. */
function withType(error: PublicError): object {
  return { type: error.metadata?.error_type ?? "api_error", ...error };
}

/** Writes a response to a Node.js server's response. `onDisconnect` is called when its client disconnects. */
export async function pipeResponse(
  frames: Frames,
  options: StreamResponseOptions | undefined,
  target: NodeResponse,
  onDisconnect: () => void,
): Promise<void> {
  const response = toResponse(frames, options);
  const hasTypes = frames.stream.typeField !== undefined;
  const reading = new AbortController();
  const { signal } = reading;
  const onClose = (): void => {
    reading.abort();
    onDisconnect();
  };
  target.once("close", onClose);
  // This listener stays: a response that breaks later must not end the process.
  target.once("error", onClose);
  try {
    if (target.destroyed || target.writableEnded) onClose();
    const { status, headers, body } = await response;
    const reader = body!.getReader();
    // If the route has already sent headers, the events have started.
    const isLate = target.headersSent === true;
    if (!signal.aborted && !isLate) writeHead(target, status, headers);
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) break;
      if (!target.write(isLate && status !== 200 ? toEvent(value, hasTypes) : value)) await drained(target, signal);
    }
    if (!signal.aborted) target.end();
    await reader.cancel();
  } catch (error) {
    onDisconnect();
    throw error;
  } finally {
    target.removeListener("close", onClose);
  }
}

/** Converts the JSON of an error to an event. */
function toEvent(json: Uint8Array, hasTypes: boolean): Uint8Array {
  return new TextEncoder().encode(`${hasTypes ? "event: error\n" : ""}data: ${new TextDecoder().decode(json)}\n\n`);
}

function writeHead(target: NodeResponse, status: number, headers: Headers): void {
  target.statusCode = status;
  for (const [name, value] of headers) target.setHeader(name, value);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) target.setHeader("set-cookie", cookies);
}

/** Waits until the response accepts more, or its client has disconnected. */
async function drained(target: NodeResponse, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      // A long stream to a slow client waits thousands of times.
      signal.removeEventListener("abort", done);
      resolve();
    };
    target.once("drain", done);
    signal.addEventListener("abort", done, { once: true });
  });
}

/** The public part of an error: the API's message, and for every other error only its kind. */
function toPublicError(error: unknown): PublicError {
  if (error instanceof ApiError && error.code !== "invalid_response") return fromApiError(error);
  if (error instanceof TimeoutError || nameOf(error) === "TimeoutError")
    return { code: 504, message: "The request timed out." };
  if (error instanceof ConnectionError) return { code: 502, message: "The API could not be reached." };
  if (error instanceof StreamError || error instanceof ApiError)
    return { code: 502, message: "The response of the API was interrupted or malformed." };
  if (nameOf(error) === "AbortError") return { code: 499, message: "The request was aborted." };
  return { code: 500, message: "The request failed." };
}

function fromApiError({ status, body, errorType, provider }: ApiError): PublicError {
  const text = detailOf(body)?.message;
  const metadata = {
    ...(errorType !== undefined && { error_type: errorType }),
    ...(provider !== undefined && { provider_name: provider }),
  };
  return {
    code: status >= 400 && status < 600 ? status : 502,
    message: text === undefined ? `The API responded with status ${status}.` : withoutKeys(text),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

function nameOf(error: unknown): unknown {
  return (error as { readonly name?: unknown } | null | undefined)?.name;
}
