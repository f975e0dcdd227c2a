import type { ChatCompletion, ChatCompletionChunk } from "@patchbay/spec";
import { chatCompletionsCreate } from "@patchbay/spec/operation-calls";
import type { SurrogateJoiner } from "../encoding/surrogates.ts";
import { load } from "../options/load.ts";
import { ModelStream } from "../stream/model-stream.ts";
import type { StreamKind } from "../stream/stream-kind.ts";
import type { ChatStreamEvent } from "./chat-event.ts";
import { ChatFormat } from "./chat-format.ts";
import { CompletionAccumulator } from "./completion.ts";

/** How the chunks of a chat completion are read. */
const kind: StreamKind<ChatCompletionChunk, ChatCompletion> = {
  operation: chatCompletionsCreate,
  parts: {
    createFormat: (source) => new ChatFormat(source),
    createAccumulator: () => new CompletionAccumulator(),
    readText: firstTextOf,
  },
};

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
export class ChatStream extends ModelStream<ChatCompletionChunk, ChatCompletion> {
  /** @internal */
  static readonly kind: typeof kind = kind;

  /** The same as `final()`, under the name of OpenAI's SDK. */
  finalChatCompletion(): Promise<ChatCompletion> {
    return this.final();
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
    return this.readWith((chunks) => this.#eventsOf(chunks));
  }

  async *#eventsOf(chunks: AsyncIterable<ChatCompletionChunk>): AsyncGenerator<ChatStreamEvent, void> {
    // Claims the stream before the module loads, so that no other reader can start meanwhile.
    const own = chunks[Symbol.asyncIterator]();
    const { toChatStreamEvents } = await load(() => import("./chat-event.ts"));
    const accumulator = this.accumulator as CompletionAccumulator;
    yield* toChatStreamEvents({ [Symbol.asyncIterator]: () => own }, (index) => accumulator.callsOf(index));
    if (this.isWhole) yield { type: "done", completion: await this.final() };
  }
}

/** The text of choice 0 as it arrives. If no choice has this index, the text of the lowest index, at the end. */
async function* firstTextOf(
  chunks: AsyncIterable<ChatCompletionChunk>,
  joiner: SurrogateJoiner<"text">,
): AsyncGenerator<string, void> {
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
