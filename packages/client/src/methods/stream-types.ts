import type { Accumulator } from "@patchbay/spec";
import { chatStreams } from "../chat/chat-stream.ts";
import { messageStreams } from "../messages/message-stream.ts";
import { responseStreams } from "../responses/response-stream.ts";
import type { AnyStreamType } from "./stream-method.ts";

/** How the events of an operation add up → its streams. */
export const streamTypes: Readonly<Record<Accumulator, AnyStreamType>> = {
  chat: chatStreams,
  responses: responseStreams,
  messages: messageStreams,
};
