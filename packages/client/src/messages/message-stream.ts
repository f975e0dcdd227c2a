import type { MessagesResponse, MessageStreamEvent } from "@patchbay/spec";
import { messagesCreate } from "@patchbay/spec/operation-calls";
import { fromBody, fromResponse } from "../stream/from-body.ts";
import { ModelStream, type StreamOpener, type StreamType } from "../stream/model-stream.ts";
import type { StreamKind } from "../stream/stream-kind.ts";

const kind: StreamKind<MessageStreamEvent, MessagesResponse> = {
  operation: messagesCreate,
  // Bundles load this code only when a message is streamed.
  parts: async () => (await import("./message-parts.ts")).messageParts,
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
  constructor(open: StreamOpener<MessageStreamEvent>) {
    super(open, kind);
  }

  /** The same as `final()`, under the name of Anthropic's SDK. */
  finalMessage(): Promise<MessagesResponse> {
    return this.final();
  }

  /**
   * Reads a message from server-sent events, such as those of `toReadableStream()`.
   *
   * @throws PatchbayError when reading starts and the body is not a ReadableStream or was read before
   * @example
   * ```ts
   * const stream = MessageStream.fromReadableStream((await fetch("/message", { method: "POST", body })).body!);
   * ```
   */
  static fromReadableStream(body: ReadableStream<Uint8Array>): MessageStream {
    return new MessageStream(() => fromBody(body, kind));
  }

  /**
   * Reads a message from the response of a web route, such as one of `toResponse()`. An error response becomes the same typed
   * error as on the server.
   *
   * @throws PatchbayError when reading starts and the argument is not a Response, or its body was read before
   * @example
   * ```ts
   * const stream = MessageStream.fromResponse(await fetch("/message", { method: "POST", body }));
   * for await (const text of stream.textStream()) show(text);
   * ```
   */
  static fromResponse(response: Response): MessageStream {
    return new MessageStream(() => fromResponse(response, kind));
  }
}

/** The streams of the Messages API. */
export const messageStreams: StreamType<MessageStreamEvent, MessagesResponse> = {
  kind,
  create: (open) => new MessageStream(open),
};
