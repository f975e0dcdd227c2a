import type { Bytes } from "../encoding/bytes.ts";
import { SurrogateJoiner } from "../encoding/surrogates.ts";
import { StreamError } from "../errors/stream-error.ts";
import { followInfo } from "../errors/response-info.ts";
import { load } from "../options/load.ts";
import { EventStream, type StreamSource } from "./event-stream.ts";
import type { Accumulator, StreamKind, StreamParts } from "./stream-kind.ts";
import { teeSource } from "./tee.ts";
import type * as webResponse from "./web-response.ts";
import type { NodeResponse, StreamInfo, StreamResponseOptions } from "./web-response.ts";

type WebResponse = typeof webResponse;

/** How a stream is constructed: from the function that sends its request, or from its open source. */
export type StreamOpener<Event> = ((signal: AbortSignal) => Promise<StreamSource<Event>>) | StreamSource<Event>;

/** A class of streams. */
export interface StreamClass<Stream> {
  readonly kind: StreamKind<object, object>;
  new (open: StreamOpener<never>): Stream;
}

/** A streamed response of a model, whose events add up to the complete response. */
export abstract class ModelStream<Event extends object, Result extends object> extends EventStream<Event> {
  readonly #kind: StreamKind<Event, Result>;
  #parts: StreamParts<Event, Result> | undefined;
  #accumulator: Accumulator<Event, Result> | undefined;
  #complete: Result | undefined;

  constructor(open: StreamOpener<Event>) {
    super(open);
    const { kind } = new.target as unknown as { readonly kind: StreamKind<Event, Result> };
    this.#kind = kind;
    if (kind.parts.loaded) this.#use(kind.parts.loaded);
  }

  /** The response accumulated so far; undefined before the first event. */
  get partial(): Result | undefined {
    return this.#accumulator?.toResult();
  }

  /**
   * The complete response, identical to the non-streaming one. Reads the rest of the stream; events that a loop or a
   * pipe has not read yet stay available to it. Can be called at any time, any number of times.
   *
   * @throws StreamError when the stream was closed before its end
   * @throws whatever ended the stream early, such as an `ApiError` or a `TimeoutError`
   * @example
   * ```ts
   * const { usage } = await client.chat.completions.stream({ model, messages }).final();
   * ```
   */
  async final(): Promise<Result> {
    await this.drain();
    const whole = (this.#complete ??= this.isWhole ? this.partial : undefined);
    if (whole) return whole;
    throw Object.assign(
      new StreamError(
        "truncated",
        this.isWhole
          ? "The stream ended without an event, so there is no response. Send the request again."
          : "The stream was closed before its end. `partial` has what arrived.",
      ),
      { partial: this.partial },
    );
  }

  /**
   * The text of the response, as strings; of a chat completion, the text of its first choice. No string ends in the middle of
   * a character.
   *
   * @example
   * ```ts
   * for await (const text of stream.textStream()) process.stdout.write(text);
   * ```
   */
  textStream(): AsyncGenerator<string, void> {
    return this.readWith((events) => this.#textOf(events));
  }

  async *#textOf(events: AsyncIterable<Event>): AsyncGenerator<string, void> {
    // Claims the stream before its code loads, so that no other reader can start meanwhile.
    const own = events[Symbol.asyncIterator]();
    await this.prepare();
    yield* this.#parts!.readText({ [Symbol.asyncIterator]: () => own }, new SurrogateJoiner());
  }

  /**
   * The stream as server-sent events in the form of the API, for a response of your own server. `toResponse()` also
   * handles errors and headers.
   */
  toReadableStream(): ReadableStream<Bytes> {
    const events = this[Symbol.asyncIterator]();
    const frames = this.#load((part, stream) => part.toFrames(events, stream));
    return new ReadableStream({
      pull: async (controller) => (await frames).writeTo(controller),
      async cancel() {
        await events.return?.();
      },
    });
  }

  /**
   * The stream as the `Response` of a web route. Waits for the first event. An error before it becomes a JSON response
   * with the error's status, as the API sends it; a later error becomes an error event. `fromResponse` turns both back
   * into typed errors. Errors contain only what the API reported, without keys. When the client disconnects, the request
   * to the API is aborted.
   *
   * @throws PatchbayError when an option is not valid
   * @throws StreamError `already_consumed`
   * @example
   * ```ts
   * export const POST = async (request: Request) =>
   *   client.chat.completions.stream(await request.json(), { signal: request.signal }).toResponse();
   * ```
   */
  async toResponse(options?: StreamResponseOptions): Promise<Response> {
    const events = this[Symbol.asyncIterator]();
    return this.#load((part, stream) => part.toResponse(part.toFrames(events, stream), options));
  }

  /**
   * Writes the output of `toResponse` to the response of a Node.js server, at the pace of its reader. Resolves when
   * everything is sent or the client has disconnected, which aborts the request; `final()` reports the outcome.
   *
   * @example
   * ```ts
   * app.post("/chat", (req, res) => client.chat.completions.stream(req.body).pipeTo(res));
   * ```
   */
  async pipeTo(response: NodeResponse, options?: StreamResponseOptions): Promise<void> {
    const events = this[Symbol.asyncIterator]();
    await this.#load((part, stream) =>
      part.pipeResponse(part.toFrames(events, stream), options, response, () => this.abort()),
    );
  }

  /**
   * Splits the stream into two streams of the same events. Events that the slower one has not read yet are buffered.
   * Closing or aborting one does not end the other; the connection closes with the second.
   */
  tee(): [this, this] {
    const Stream = this.constructor as new (source: StreamSource<Event>) => this;
    const [one, two] = teeSource(this);
    const branches: [this, this] = [new Stream(one), new Stream(two)];
    for (const branch of branches) followInfo(this, branch);
    return branches;
  }

  /**
   * A reader of the stream's events. Its `return()` closes the stream, also before the first read and while a read is
   * pending.
   */
  protected readWith<Item>(
    read: (events: AsyncIterable<Event>) => AsyncGenerator<Item, void>,
  ): AsyncGenerator<Item, void> {
    let events: AsyncIterator<Event> | undefined;
    const claim = (): AsyncIterator<Event> => (events ??= this[Symbol.asyncIterator]());
    const items = read({ [Symbol.asyncIterator]: claim });
    const end = items.return.bind(items);
    items.return = (value) => {
      void claim().return?.();
      return end(value);
    };
    return items;
  }

  /**
   * Reads a response from server-sent events, such as those of `toReadableStream()`.
   *
   * @throws PatchbayError when reading starts and the body is not a ReadableStream or was read before
   * @example
   * ```ts
   * const stream = ChatStream.fromReadableStream((await fetch("/chat", { method: "POST", body })).body!);
   * ```
   */
  static fromReadableStream<Stream>(this: StreamClass<Stream>, body: ReadableStream<Uint8Array>): Stream {
    const { operation, parts } = this.kind;
    return new this(async () => {
      const { fromBody, createFormat } = await parts.load();
      return (await fromBody(body, operation, createFormat)) as StreamSource<never>;
    });
  }

  /**
   * Reads a response from the response of a web route, such as one of `toResponse()`. An error response becomes the same
   * typed error as on the server.
   *
   * @throws PatchbayError when reading starts and the argument is not a Response, or its body was read before
   * @example
   * ```ts
   * const stream = ChatStream.fromResponse(await fetch("/chat", { method: "POST", body }));
   * for await (const text of stream.textStream()) show(text);
   * ```
   */
  static fromResponse<Stream>(this: StreamClass<Stream>, response: Response): Stream {
    const { operation, parts } = this.kind;
    return new this(async () => {
      const { fromResponse, createFormat } = await parts.load();
      return (await fromResponse(response, operation, createFormat)) as StreamSource<never>;
    });
  }

  protected get accumulator(): Accumulator<Event, Result> | undefined {
    return this.#accumulator;
  }

  protected override get isReady(): boolean {
    return this.#accumulator !== undefined;
  }

  /** Loads the code that reads this kind of stream. */
  protected override async prepare(): Promise<void> {
    if (!this.isReady) this.#use(await this.#kind.parts.load());
  }

  /** Loads the code that writes server-sent events. */
  async #load<Value>(use: (part: WebResponse, stream: StreamInfo) => Value): Promise<Awaited<Value>> {
    return await use(await load(() => import("./web-response.ts")), this.#kind.operation.stream!);
  }

  #use(parts: StreamParts<Event, Result>): void {
    this.#parts ??= parts;
    this.#accumulator ??= parts.createAccumulator();
  }

  protected override consume(event: Event): void {
    this.#accumulator!.add(event);
  }

  protected override consumeError(error: unknown): void {
    this.#accumulator?.addError?.(error);
  }

  protected override snapshot(): Result | undefined {
    return this.partial;
  }
}
