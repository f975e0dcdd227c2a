import type { ChatMessage } from "@patchbay/spec";
import { textOf } from "../messages/message-text.ts";
import { fromSchema } from "./schema.ts";
import type { Upstream } from "./upstream.ts";

/** Repeats the last user message or tool result. Calls a forced tool, and returns valid JSON for a JSON Schema. */
export const echo: Upstream = {
  complete(request, context) {
    const last = lastFrom(request.messages);
    if (request.response_format?.type === "json_object" && request.messages.at(-1)?.role !== "tool")
      return { content: JSON.stringify({ echo: last ? textOf(last) : "" }) };
    return fromSchema(request, context, () => false) ?? { content: last ? textOf(last) : "" };
  },
};

function lastFrom(messages: readonly ChatMessage[]): ChatMessage | undefined {
  return messages.findLast(({ role }) => role === "user" || role === "tool") ?? messages.at(-1);
}
