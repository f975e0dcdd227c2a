import type { ChatCompletion, ChatCompletionChunk, Usage } from "@patchbay/spec";
import type { Bytes } from "../../encoding/bytes.ts";
import { chatCompletionsCreate } from "@patchbay/spec/operation-calls";
import { followInfo } from "../../errors/response-info.ts";
import { CompletionAccumulator } from "./completion.ts";
import { ChunkReader, type StreamResponse } from "../stream-reader.ts";
import type { ChatStreamEvent } from "./chat-event.ts";
import { ApiError, PatchbayError, StreamError } from "../../errors/errors.ts";
import { isResponse } from "../../http/is-response.ts";
import { load } from "../../options/load.ts";
import { pieceOf } from "../payload-reader.ts";
import { readWhole } from "../../http/send.ts";
import { showValue } from "../../options/show-value.ts";
import { EventStream } from "../event-stream.ts";
import { SurrogateJoiner } from "../../encoding/surrogates.ts";
import { teeSource } from "../tee.ts";
import { AttemptDeadline } from "../../http/deadline.ts";
import type { NodeResponse, StreamResponseOptions } from "../web-response.ts";

/**
 * A streamed chat completion. Read it once: as chunks in a loop, with `textStream()`, with `events()`, or as a whole
 * with `final()`.
 *
 * @example
 * ```ts
 * const stream = client.chat.completions.stream({ model, messages });
 * for await (const text of stream.textStream()) process.stdout.write(text);
 * const { usage } = await stream.final();
 * ```
 */
export class ChatStream extends EventStream<ChatCompletionChunk> {
  readonly #accumulator = new CompletionAccumulator();
  #complete: ChatCompletion | undefined;

  /** The completion accumulated so far; undefined before the first chunk. */
  get partial(): ChatCompletion | undefined {
    return this.#accumulator.toCompletion();
  }

  /**
   * The complete response, identical to the non-streaming one. Reads the rest of the stream; chunks that a loop or a
   * pipe has not read yet stay available to it. Can be called at any time, any number of times.
   *
   * @throws StreamError when the stream was closed before its end
   * @throws whatever ended the stream early, such as an `ApiError` or a `TimeoutError`
   * @example
   * ```ts
   * const { choices, usage } = await client.chat.completions.stream({ model, messages }).final();
   * ```
   */
  async final(): Promise<ChatCompletion> {
    await this.drain();
    const whole = (this.#complete ??= this.isWhole ? this.partial : undefined);
    if (whole) return whole;
    throw Object.assign(
      new StreamError(
        "truncated",
        this.isWhole
          ? "The stream ended without an event, so there is no completion. Send the request again."
          : "The stream was closed before its end. `partial` has what arrived.",
      ),
      { partial: this.partial },
    );
  }

  /** The same as `final()`, under the name of OpenAI's SDK. */
  finalChatCompletion(): Promise<ChatCompletion> {
    return this.final();
  }

  /**
   * The text of the first choice, as strings. No string ends in the middle of a character.
   *
   * @example
   * ```ts
   * for await (const text of stream.textStream()) process.stdout.write(text);
   * ```
   */
  textStream(): AsyncGenerator<string, void> {
    return readerOf(this, firstTextOf);
  }

  /**
   * Typed events in the order in which they happen. The last one is `done`.
   *
   * @example
   * ```ts
   * for await (const event of stream.events()) if (event.type === "tool-call") console.log(event.call.function.name);
   * ```
   */
  events(): AsyncGenerator<ChatStreamEvent, void> {
    return readerOf(this, (chunks) => this.#eventsOf(chunks));
  }

  async *#eventsOf(chunks: AsyncIterable<ChatCompletionChunk>): AsyncGenerator<ChatStreamEvent, void> {
    // Claims the stream before the module loads, so that no other reader can start meanwhile.
    const own = chunks[Symbol.asyncIterator]();
    const { toChatStreamEvents } = await load(() => import("./chat-event.ts"));
    yield* toChatStreamEvents({ [Symbol.asyncIterator]: () => own }, (index) => this.#accumulator.callsOf(index));
    if (this.isWhole) yield { type: "done", completion: await this.final() };
  }

  /**
   * The stream as server-sent events (`data:` lines, then `[DONE]`), for a response of your own server. `toResponse()`
   * also handles errors and headers.
   */
  toReadableStream(): ReadableStream<Bytes> {
    const chunks = this[Symbol.asyncIterator]();
    const encoder = new TextEncoder();
    return new ReadableStream({
      async pull(controller) {
        const { done, value } = await chunks.next();
        controller.enqueue(encoder.encode(`data: ${done ? "[DONE]" : JSON.stringify(value)}\n\n`));
        if (done) controller.close();
      },
      async cancel() {
        await chunks.return?.();
      },
    });
  }

  /**
   * The stream as the `Response` of a web route. Waits for the first event. An error before it becomes a JSON response
   * with the error's status, as the API sends it; a later error becomes an error event. `ChatStream.fromResponse` turns
   * both back into typed errors. Errors contain only what the API reported, without keys. When the client disconnects,
   * the request to the API is aborted.
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
    const chunks = this[Symbol.asyncIterator]();
    const { toResponse } = await load(() => import("../web-response.ts"));
    return toResponse(chunks, options);
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
    const chunks = this[Symbol.asyncIterator]();
    const { pipeResponse, toResponse } = await load(() => import("../web-response.ts"));
    await pipeResponse(toResponse(chunks, options), response, () => this.abort());
  }

  /**
   * Splits the stream into two streams of the same events. Events that the slower one has not read yet are buffered.
   * Closing or aborting one does not end the other; the connection closes with the second.
   */
  tee(): [ChatStream, ChatStream] {
    const [one, two] = teeSource(this);
    const branches: [ChatStream, ChatStream] = [new ChatStream(one), new ChatStream(two)];
    for (const branch of branches) followInfo(this, branch);
    return branches;
  }

  /**
   * Reads a chat completion from server-sent events, such as those of `toReadableStream()`.
   *
   * @throws PatchbayError when reading starts and the body is not a ReadableStream or was read before
   * @example
   * ```ts
   * const stream = ChatStream.fromReadableStream((await fetch("/chat", { method: "POST", body })).body!);
   * ```
   */
  static fromReadableStream(body: ReadableStream<Uint8Array>): ChatStream {
    return new ChatStream(async () =>
      toReader({ status: 200, headers: new Headers(), body: body as Response["body"] }),
    );
  }

  /**
   * Reads a chat completion from the response of a web route, such as one of `toResponse()`. An error response becomes
   * the same typed error as on the server.
   *
   * @throws PatchbayError when reading starts and the argument is not a Response, or its body was read before
   * @example
   * ```ts
   * const stream = ChatStream.fromResponse(await fetch("/chat", { method: "POST", body }));
   * for await (const text of stream.textStream()) show(text);
   * ```
   */
  static fromResponse(response: Response): ChatStream {
    return new ChatStream(async () => {
      if (!isResponse(response))
        throw new PatchbayError(
          `\`fromResponse\` expects a Response, got ${showValue(response)}. Pass the result of \`await fetch(…)\`.`,
        );
      if (!response.ok || !response.body) await readWhole(response, chatCompletionsCreate.response);
      return toReader(response);
    });
  }

  protected override consume(chunk: ChatCompletionChunk): void {
    this.#accumulator.add(chunk);
  }

  protected override consumeError(error: unknown): void {
    if (!(error instanceof ApiError)) return;
    const piece = pieceOf(error);
    if (piece) this.#accumulator.add(piece);
    const { usage } = (error.body ?? {}) as { readonly usage?: Usage };
    // Tokens before the failure are charged, and the failed event can contain their usage.
    if (usage) this.#accumulator.setUsage(usage);
  }

  protected override snapshot(): ChatCompletion | undefined {
    return this.partial;
  }
}

/**
 * A reader of a stream's chunks. Its `return()` closes the stream, also before the first read and while a read is
 * pending.
 */
function readerOf<Item>(
  stream: ChatStream,
  read: (chunks: AsyncIterable<ChatCompletionChunk>) => AsyncGenerator<Item, void>,
): AsyncGenerator<Item, void> {
  let chunks: AsyncIterator<ChatCompletionChunk> | undefined;
  const claim = (): AsyncIterator<ChatCompletionChunk> => (chunks ??= stream[Symbol.asyncIterator]());
  const items = read({ [Symbol.asyncIterator]: claim });
  const end = items.return.bind(items);
  items.return = (value) => {
    void claim().return?.();
    return end(value);
  };
  return items;
}

/** The text of choice 0 as it arrives. If no choice has this index, the text of the lowest index, at the end. */
async function* firstTextOf(chunks: AsyncIterable<ChatCompletionChunk>): AsyncGenerator<string, void> {
  const joiner = new SurrogateJoiner<"text">();
  const others = new Map<number, string>();
  let hasFirst = false;
  for await (const { choices } of chunks)
    for (const { index, delta } of choices) {
      const text = delta.content ?? "";
      if (index !== 0) {
        if (!hasFirst) others.set(index, (others.get(index) ?? "") + text);
        continue;
      }
      hasFirst = true;
      const piece = text && joiner.add("text", text);
      if (piece) yield piece;
    }
  for (const [, half] of joiner.rest()) yield half;
  const other = hasFirst ? "" : others.get(Math.min(...others.keys()));
  if (other) yield other;
}

function toReader(response: StreamResponse): ChunkReader {
  const { body } = response as { readonly body: { readonly locked?: unknown } | null | undefined };
  if (body?.locked !== false)
    throw new PatchbayError(
      body?.locked === true
        ? "The body was already read. Read it once, or split it first with `tee()`."
        : `\`fromReadableStream\` expects a ReadableStream, got ${showValue(body)}. Pass the \`body\` of a response.`,
    );
  return new ChunkReader(response, {
    operation: chatCompletionsCreate,
    choices: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    deadline: new AttemptDeadline(undefined, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
    validate: undefined,
    onEnd: () => undefined,
  });
}
