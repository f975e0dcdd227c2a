import type { ChatMessage } from "@patchbay/spec";
import { readCall } from "@patchbay/service/dialects/index";
import type { RuleRequest } from "./match.ts";

/** A request as rules match against it. Its messages are read when a rule looks at them. */
export function toRuleRequest({ operation, input, headers }: Omit<RuleRequest, "messages">): RuleRequest {
  let messages: readonly ChatMessage[] | undefined;
  return {
    operation,
    input,
    headers,
    get messages() {
      return (messages ??= readMessages({ operation, input, headers }));
    },
  };
}

/** The messages of a request. The journal also has requests that are not valid. */
function readMessages({ operation, input, headers }: Omit<RuleRequest, "messages">): readonly ChatMessage[] {
  try {
    return messagesIn(readCall(operation, input, headers)?.request ?? input);
  } catch {
    return [];
  }
}

/** The messages of an input, which may be invalid. */
function messagesIn({ messages }: { readonly messages?: unknown }): readonly ChatMessage[] {
  if (!Array.isArray(messages)) return [];
  return (messages as unknown[]).filter(
    (message): message is ChatMessage => typeof message === "object" && message !== null && hasContent(message),
  );
}

function hasContent({ content }: { readonly content?: unknown }): boolean {
  if (!Array.isArray(content)) return content == null || typeof content === "string";
  return (content as unknown[]).every((part) => typeof part === "object" && part !== null);
}
