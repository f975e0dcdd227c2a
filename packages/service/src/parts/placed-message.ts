import type { ChatMessage } from "@patchbay/spec";

/** A message of a unified request, and the JSON pointers to it in the input of its dialect. */
export interface PlacedMessage {
  readonly message: ChatMessage;
  readonly pointer: string;
  /** The pointers to its tool calls. */
  readonly calls: readonly string[];
}

/**
 * JSON pointer to a message or a tool call of the unified request → JSON pointer in the input. The input arranges the content
 * of a message in another way, so a pointer into the content becomes one to the message.
 */
export function toPlace(pointer: string, messages: readonly PlacedMessage[]): string {
  const [, index, call, rest = ""] =
    /^\/messages\/(\d+)(?:\/tool_calls\/(\d+)(?:\/function)?(.*)|\/.*)?$/s.exec(pointer) ?? [];
  const message = messages[Number(index)];
  if (!message) return pointer;
  const ownCall = call === undefined ? undefined : message.calls[Number(call)];
  return ownCall === undefined ? message.pointer : ownCall + rest;
}
