import type { ChatMessage } from "@patchbay/spec";

/** The text of a message, including its tool calls. */
export function textOf(message: ChatMessage): string {
  const { content } = message;
  const text =
    typeof content === "string"
      ? content
      : (content ?? []).map((part) => (part.type === "text" ? part.text : "")).join("");
  return "tool_calls" in message && message.tool_calls ? text + JSON.stringify(message.tool_calls) : text;
}
