import type { ChatMessage } from "@patchbay/client";

/**
 * A history that a provider takes: each call has its result right behind it, and each result its call. A call without a result,
 * as a run leaves it that was ended, is said to have no result; a result without its call is left out.
 */
export function repairHistory(messages: readonly ChatMessage[]): ChatMessage[] {
  const repaired: ChatMessage[] = [];
  for (let at = 0; at < messages.length; at++) {
    const message = messages[at]!;
    if (message.role === "tool") continue;
    repaired.push(message);
    if (message.role !== "assistant" || !message.tool_calls?.length) continue;
    const results: ChatMessage[] = [];
    while (messages[at + 1]?.role === "tool") results.push(messages[++at]!);
    for (const { id } of message.tool_calls) {
      const place = results.findIndex((result) => result.role === "tool" && result.tool_call_id === id);
      const [found] = place < 0 ? [] : results.splice(place, 1);
      repaired.push(
        found ?? { role: "tool", tool_call_id: id, content: "Error: The run ended before there was a result." },
      );
    }
  }
  return repaired;
}
