import type { ChatMessage } from "@patchbay/spec";
import { textOf } from "../messages/message-text.ts";
import { fromSchema } from "./schema.ts";
import type { Upstream } from "./upstream.ts";

/** Says back what the user said last. A forced tool is called and a JSON Schema answered; after a tool result the result is said back. */
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
