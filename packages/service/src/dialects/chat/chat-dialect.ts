import type { ChatCompletion, ChatCompletionRequest } from "@patchbay/spec";
import type { DialectCall } from "../../parts/dialect.ts";
import { toChatCompletion } from "./chat-completion.ts";
import { createChatWriter } from "./chat-writer.ts";

/** Reads a request for a chat completion. */
export function toChatCall(input: ChatCompletionRequest): DialectCall<ChatCompletion> {
  return { dialect: "chat", request: input, input, toBody: toChatCompletion, createWriter: createChatWriter };
}
