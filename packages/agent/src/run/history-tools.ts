import type { ChatCompletionRequest, ChatMessage } from "@patchbay/client";

type Definition = NonNullable<ChatCompletionRequest["tools"]>[number];

/**
 * The tool definitions of a request that offers no tools: providers reject a history with calls but without
 * definitions. Returns the agent's definitions, or one for each called name if the agent has none; empty without calls.
 */
export function definitionsFor(
  messages: readonly ChatMessage[],
  definitions: ReadonlyMap<string, Definition>,
): readonly Definition[] {
  const names = new Set(
    messages.flatMap((message) =>
      message.role === "assistant" ? (message.tool_calls ?? []).map((call) => call.function.name) : [],
    ),
  );
  if (names.size === 0) return [];
  const own = [...definitions.values()].filter(({ type }) => type === "function");
  return own.length > 0 ? own : [...names].map(toDefinition);
}

function toDefinition(name: string): Definition {
  return { type: "function", function: { name, parameters: { type: "object", properties: {} } } };
}
