import type { ChatCompletionRequest, ChatMessage } from "@patchbay/spec";
import { sample } from "../engine/sample.ts";
import type { Completion, Upstream } from "./upstream.ts";

/**
 * Says back what the user said last. A forced tool is called and a JSON Schema is answered, both with the plainest value
 * that obeys the schema; after a tool result the result is said back.
 */
export const echo: Upstream = {
  complete(request) {
    const { messages, response_format: format } = request;
    const last = messages.at(-1);
    const forced = last?.role === "tool" ? undefined : forcedTool(request);
    if (forced) return { toolCalls: [{ name: forced.name, arguments: sample(forced.parameters ?? {}) }] };
    if (format?.type === "json_schema") return { content: JSON.stringify(sample(format.json_schema.schema ?? {})) };
    if (format?.type === "json_object") return { content: JSON.stringify({ echo: textOf(last) }) };
    return { content: textOf(lastFrom(messages)) } satisfies Completion;
  },
};

function forcedTool({
  tools = [],
  tool_choice: choice,
}: ChatCompletionRequest): { name: string; parameters?: unknown } | undefined {
  const functions = tools.flatMap((tool) => (tool.type === "function" ? [tool.function] : []));
  if (choice === "required") return functions[0];
  const name = typeof choice === "object" ? choice.function?.name : undefined;
  return functions.find((candidate) => candidate.name === name);
}

function lastFrom(messages: readonly ChatMessage[]): ChatMessage | undefined {
  return messages.findLast(({ role }) => role === "user" || role === "tool") ?? messages.at(-1);
}

/** The text of a message, its parts joined. */
function textOf(message: ChatMessage | undefined): string {
  const content = message?.content;
  if (typeof content === "string") return content;
  return (content ?? []).map((part) => (part.type === "text" ? part.text : "")).join("");
}
