import type { ChatMessage } from "@patchbay/spec";
import { lastTurn } from "@patchbay/service/messages/last-turn";
import { textOf } from "@patchbay/service/messages/message-text";
import { toOutputParts } from "@patchbay/service/upstreams/model-output";
import { fromSchema } from "./schema.ts";
import type { SimulatedUpstream } from "@patchbay/service/upstreams/upstream";

/** Repeats the last user message or tool result. Calls a forced tool, and returns valid JSON for a JSON Schema. */
export const echo: SimulatedUpstream = {
  stream(request, context) {
    const last = lastFrom(request.messages);
    const text = last ? textOf(last) : "";
    if (request.response_format?.type === "json_object" && lastTurn(request.messages)?.role !== "tool")
      return toOutputParts({ content: JSON.stringify({ echo: text }) });
    return toOutputParts(fromSchema(request, context, () => false) ?? { content: text });
  },
};

function lastFrom(messages: readonly ChatMessage[]): ChatMessage | undefined {
  return messages.findLast(({ role }) => role === "user" || role === "tool") ?? messages.at(-1);
}
