import type { ChatCompletion, ChatCompletionChunk, Usage } from "@patchbay/spec";
import type { Bytes } from "../encoding/bytes.ts";
import { chatCompletionsCreate } from "@patchbay/spec/operation-calls";
import { followInfo } from "../errors/response-info.ts";
import { CompletionAccumulator } from "./completion.ts";
import { ChunkReader, type StreamResponse } from "./chunk-reader.ts";
import type { ChatStreamEvent } from "./chat-event.ts";
import { ApiError, PatchbayError, StreamError } from "../errors/errors.ts";
import { isResponse } from "../http/is-response.ts";
import { load } from "../options/load.ts";
import { pieceOf } from "./payload-reader.ts";
import { readWhole } from "../http/send.ts";
import { showValue } from "../options/show-value.ts";
import { EventStream } from "./event-stream.ts";
import { SurrogateJoiner } from "../encoding/surrogates.ts";
import { teeFeed } from "./tee.ts";
import { AttemptDeadline } from "../http/deadline.ts";
import type { NodeResponse, StreamResponseOptions } from "./web-response.ts";

/**
 * A chat as it comes: chunk by chunk in a loop, or as `text()`, as `events()`, or whole with `final()`.
 *
 * @example
 * ```ts
 * const stream = client.chat.completions.stream({ model, messages });
 * for await (const piece of stream.text()) process.stdout.write(piece);
 * const { usage } = await stream.final();
 * ```
 */
export class ChatStream extends EventStream<ChatCompletionChunk> {
  readonly #growing = new CompletionAccumulator();
  #whole: ChatCompletion | undefined;

  /** The completion as far as it has come; undefined before the first chunk. */
  get partial(): ChatCompletion | undefined {
    return this.#growing.toCompletion();
  }

  /**
   * The whole completion, the same as without streaming. Reads what is not read yet; what a loop or a pipe has not read is kept
   * for it. Can be called at any time, and again.
   *
   * @throws StreamError when the stream was left before its end, and whatever ended the stream early
   */
  async final(): Promise<ChatCompletion> {
    await this.drain();
    const whole = (this.#whole ??= this.isWhole ? this.partial : undefined);
    if (whole) return whole;
    throw Object.assign(
      new StreamError(
        "truncated",
        this.isWhole
          ? "The stream ended without a single event, so there is no completion. Send the request again."
          : "The stream was left before its end, so there is no whole completion; see `partial`.",
      ),
      { partial: this.partial },
    );
  }

  /** The pieces of the text of the first answer; none ends in the middle of a character. */
  textStream(): AsyncGenerator<string, void> {
    return readerOf(this, firstTextOf);
  }

  /** What happens, in the order in which it happens; the last event is `done`. */
  events(): AsyncGenerator<ChatStreamEvent, void> {
    return readerOf(this, (chunks) => this.#eventsOf(chunks));
  }

  async *#eventsOf(chunks: AsyncIterable<ChatCompletionChunk>): AsyncGenerator<ChatStreamEvent, void> {
    // No other reader can begin while the module loads.
    const own = chunks[Symbol.asyncIterator]();
    const { toChatStreamEvents } = await load(() => import("./chat-event.ts"));
    yield* toChatStreamEvents({ [Symbol.asyncIterator]: () => own }, (index) => this.#growing.callsOf(index));
    if (this.isWhole) yield { type: "done", completion: await this.final() };
  }

  /** The stream as server-sent events, as they came, for the answer of a web server of one's own. */
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
   * The stream as the response of a web route. Waits for the first event: a failure before it is JSON with its status, as the
   * service sends it; a later one is an error event. Both become the typed error in `fromResponse`. Errors have no more than
   * what the service said, without keys. A reader who leaves ends the request.
   *
   * @example
   * ```ts
   * export const POST = async (request: Request) =>
   *   client.chat.completions.stream(await request.json(), { signal: request.signal }).toResponse();
   * ```
   */
  async toResponse(options?: StreamResponseOptions): Promise<Response> {
    const chunks = this[Symbol.asyncIterator]();
    const { toResponse } = await load(() => import("./web-response.ts"));
    return toResponse(chunks, options);
  }

  /**
   * Sends what `toResponse` gives to the response of a Node server, at the pace of its reader. Resolves when everything is sent or
   * the reader has left, which ends the request; `final()` tells how it ended.
   *
   * @example
   * ```ts
   * app.post("/chat", (req, res) => client.chat.completions.stream(req.body).pipeTo(res));
   * ```
   */
  async pipeTo(response: NodeResponse, options?: StreamResponseOptions): Promise<void> {
    const chunks = this[Symbol.asyncIterator]();
    const { pipeResponse, toResponse } = await load(() => import("./web-response.ts"));
    await pipeResponse(toResponse(chunks, options), response, () => this.abort());
  }

  /**
   * Two streams of the same events; what the slower one has not read yet is kept for it. Leaving or aborting one does not end
   * the other; the connection closes with the second.
   */
  tee(): [ChatStream, ChatStream] {
    const [one, two] = teeFeed(this);
    const branches: [ChatStream, ChatStream] = [new ChatStream(one), new ChatStream(two)];
    for (const branch of branches) followInfo(this, branch);
    return branches;
  }

  /**
   * A chat from server-sent events, such as those of `toReadableStream()` that a web server passed on.
   *
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
   * A chat from the response of a web route, such as one of `toResponse()`; a refusal becomes the same error as in the route.
   *
   * @example
   * ```ts
   * const stream = ChatStream.fromResponse(await fetch("/chat", { method: "POST", body }));
   * for await (const piece of stream.text()) show(piece);
   * ```
   */
  static fromResponse(response: Response): ChatStream {
    return new ChatStream(async () => {
      if (!isResponse(response))
        throw new PatchbayError(
          `\`fromResponse\` takes a Response, got ${showValue(response)}. Pass what \`await fetch(…)\` returned.`,
        );
      if (!response.ok || !response.body) await readWhole(response, chatCompletionsCreate.response);
      return toReader(response);
    });
  }

  protected override consume(chunk: ChatCompletionChunk): void {
    this.#growing.add(chunk);
  }

  protected override consumeError(error: unknown): void {
    if (!(error instanceof ApiError)) return;
    const piece = pieceOf(error);
    if (piece) this.#growing.add(piece);
    const { usage } = (error.body ?? {}) as { readonly usage?: Usage };
    // What came before the failure is paid, and its event may say how much.
    if (usage) this.#growing.usage(usage);
  }

  protected override snapshot(): ChatCompletion | undefined {
    return this.partial;
  }
}

/** A reader of a stream's chunks. Its `return()` leaves the stream, also before anything was read and while it waits. */
function readerOf<Item>(
  stream: ChatStream,
  read: (chunks: AsyncIterable<ChatCompletionChunk>) => AsyncGenerator<Item, void>,
): AsyncGenerator<Item, void> {
  let own: AsyncIterator<ChatCompletionChunk> | undefined;
  const claim = (): AsyncIterator<ChatCompletionChunk> => (own ??= stream[Symbol.asyncIterator]());
  const items = read({ [Symbol.asyncIterator]: claim });
  const end = items.return.bind(items);
  items.return = (value) => {
    void claim().return?.();
    return end(value);
  };
  return items;
}

/** The text of the answer 0 as it comes; where no answer has that index, the text of the lowest at the end. */
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
        ? "The body was read already. Read it once, or take `tee()` of it first."
        : `\`fromReadableStream\` takes a ReadableStream, got ${showValue(body)}. Pass the \`body\` of a response.`,
    );
  return new ChunkReader(response, {
    operation: chatCompletionsCreate,
    choices: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    watch: new AttemptDeadline(undefined, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
    validate: undefined,
    onEnd: () => undefined,
  });
}
