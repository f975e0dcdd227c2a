import type { MessagesResponse, MessageStreamEvent } from "@patchbay/spec";
import { messagesCreate } from "@patchbay/spec/operation-calls";
import { createLazy } from "../options/load.ts";
import { ModelStream } from "../stream/model-stream.ts";
import type { StreamKind } from "../stream/stream-kind.ts";

const kind: StreamKind<MessageStreamEvent, MessagesResponse> = {
  operation: messagesCreate,
  // Bundles load this code only when a message is streamed.
  parts: createLazy(async () => (await import("./message-parts.ts")).messageParts),
};

/**
 * A streamed message of the Messages API. Read it once: as typed events in a loop, with `textStream()`, or as a whole with
 * `final()`. `partial` has the message up to the latest event.
 *
 * @example
 * ```ts
 * const stream = client.messages.stream({ model, max_tokens: 1000, messages });
 * for await (const text of stream.textStream()) process.stdout.write(text);
 * const { content, stop_reason, usage } = await stream.final();
 * ```
 */
export class MessageStream extends ModelStream<MessageStreamEvent, MessagesResponse> {
  /** @internal */
  static readonly kind: typeof kind = kind;

  /** The same as `final()`, under the name of Anthropic's SDK. */
  finalMessage(): Promise<MessagesResponse> {
    return this.final();
  }
}
