import type { MessagesResponse, MessageStreamEvent } from "@patchbay/spec";
import type { SurrogateJoiner } from "../encoding/surrogates.ts";
import { isRecord } from "../encoding/is-record.ts";
import type { EventFormat, Fields } from "../stream/event-format.ts";
import { reading } from "../stream/reading.ts";
import type { StreamParts } from "../stream/stream-kind.ts";
import { TypedFormat } from "../stream/typed-format.ts";
import { MessageAccumulator } from "./message-accumulator.ts";

/** How the events of a message are read. */
export const messageParts: StreamParts<MessageStreamEvent, MessagesResponse> = {
  ...reading,
  createFormat: (source) =>
    new TypedFormat(source, { result: "message", readWhole }) as EventFormat<object> as EventFormat<MessageStreamEvent>,
  createAccumulator: () => new MessageAccumulator(),
  readText,
};

function readWhole(message: Fields): Fields[] {
  const blocks: readonly unknown[] = Array.isArray(message.content) ? message.content : [];
  return [
    { type: "message_start", message: { ...message, content: [] } },
    ...blocks.flatMap((block, index) => [
      { type: "content_block_start", index, content_block: block },
      { type: "content_block_stop", index },
    ]),
    { type: "message_stop" },
  ];
}

/** The text of every text block as it arrives. */
async function* readText(
  events: AsyncIterable<MessageStreamEvent>,
  joiner: SurrogateJoiner<"text">,
): AsyncGenerator<string, void> {
  for await (const { content_block: block, delta, type } of events as AsyncIterable<Fields>) {
    const part = type === "content_block_start" ? block : delta;
    if (!isRecord(part) || (part.type !== "text" && part.type !== "text_delta") || typeof part.text !== "string")
      continue;
    const piece = joiner.add("text", part.text);
    if (piece) yield piece;
  }
  for (const [, half] of joiner.rest()) yield half;
}
