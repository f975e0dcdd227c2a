import type { MessageStreamEvent } from "@patchbay/spec";
import type { EventWriter, OutputEnd, ResponseHead } from "../../parts/dialect.ts";
import { BlockBuilder, type BlockEvent } from "./block-events.ts";
import { toErrorObject } from "./messages-error.ts";
import { toMessageStart, toStop, toUsage, type ResponseSettings } from "./messages-response.ts";

/** Writes the events of a streamed response. The counts of tokens are known at the end, and follow in `message_delta`. */
export function createMessagesWriter(head: ResponseHead, settings: ResponseSettings): EventWriter {
  const builder = new BlockBuilder({ id: head.id, omitsThinking: settings.omitsThinking });
  return {
    start: () => [
      toEvent({ type: "message_start", message: toMessageStart(head, settings) }),
      toEvent({ type: "ping" }),
    ],
    write: (part) => builder.write(part).map(toBlockEvent),
    end: (end) => (end.error ? [toErrorEvent(head, end.error)] : [...builder.end().map(toBlockEvent), ...toLast(end)]),
  };

  function toLast(end: OutputEnd): string[] {
    const { metadata } = end;
    const usage = toUsage(end, { head, settings, fetches: builder.fetches });
    return [
      toEvent({ type: "message_delta", delta: { ...toStop(end), container: null }, usage }),
      toEvent({
        type: "message_stop",
        ...(metadata && { openrouter_metadata: { ...metadata, is_byok: head.isByok } }),
      }),
    ];
  }
}

function toErrorEvent({ id }: ResponseHead, { status, message, errorType }: NonNullable<OutputEnd["error"]>): string {
  return toEvent({ type: "error", error: toErrorObject(status, message, errorType), request_id: id });
}

function toBlockEvent(event: BlockEvent): string {
  const { index } = event;
  switch (event.type) {
    case "start":
      return toEvent({ type: "content_block_start", index, content_block: event.block });
    case "delta":
      return toEvent({ type: "content_block_delta", index, delta: event.delta });
    default:
      return toEvent({ type: "content_block_stop", index });
  }
}

function toEvent(event: MessageStreamEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
