import type { ChatMessage } from "@patchbay/spec";

/** The last message other than system messages, which coding agents also add after a tool result. */
export function lastTurn(messages: readonly ChatMessage[]): ChatMessage | undefined {
  return messages.findLast(({ role }) => role !== "system" && role !== "developer");
}
