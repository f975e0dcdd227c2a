import type { Accumulator } from "@patchbay/spec";
import { ChatStream } from "../chat/chat-stream.ts";
import { MessageStream } from "../messages/message-stream.ts";
import { ResponseStream } from "../responses/response-stream.ts";
import type { AnyStreamClass } from "./stream-method.ts";

/** How the events of an operation add up → the class of its streams. */
export const streamTypes: Readonly<Record<Accumulator, AnyStreamClass>> = {
  chat: ChatStream,
  responses: ResponseStream,
  messages: MessageStream,
};
