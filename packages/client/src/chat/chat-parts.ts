import type { ChatCompletion, ChatCompletionChunk } from "@patchbay/spec";
import type { SurrogateJoiner } from "../encoding/surrogates.ts";
import { reading } from "../stream/reading.ts";
import type { StreamParts } from "../stream/stream-kind.ts";
import { ChatFormat } from "./chat-format.ts";
import { CompletionAccumulator } from "./completion.ts";

/** How the chunks of a chat completion are read. */
export const chatParts: StreamParts<ChatCompletionChunk, ChatCompletion> = {
  ...reading,
  createFormat: (source) => new ChatFormat(source),
  createAccumulator: () => new CompletionAccumulator(),
  readText: firstTextOf,
};

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
