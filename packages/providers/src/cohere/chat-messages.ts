import type { ChatMessage, ContentPart, MessageContent, ReasoningDetail } from "@patchbay/spec";
import { textOf, toContentParts } from "../content/content-parts.ts";
import { formatArguments } from "../content/tool-arguments.ts";
import { UnsupportedRequest } from "../failure.ts";
import type { JsonObject } from "../fields/json-value.ts";

/** Formats of Cohere's reasoning: the thinking of a model, and the plan before its tool calls. */
export const thinkingFormat = "cohere-thinking-v2";
export const planFormat = "cohere-tool-plan-v2";

/** The messages of a request. Assistant messages without content and calls are left out, since Cohere refuses them. */
export function toCohereMessages(messages: readonly ChatMessage[]): JsonObject[] {
  return messages.flatMap((message) => {
    switch (message.role) {
      case "system":
      case "developer":
        return [{ role: "system", content: textOf(message.content) }];
      case "user":
        return [{ role: "user", content: toContent(message.content) }];
      case "tool":
        return [{ role: "tool", tool_call_id: message.tool_call_id, content: textOf(message.content) }];
      case "assistant":
        return toAssistantMessage(message);
      default:
        return [];
    }
  });
}

/** A text alone stays a string. */
function toContent(content: MessageContent | null | undefined): string | JsonObject[] {
  if (typeof content === "string") return content;
  return toContentParts(content).map(toPart);
}

function toPart(part: ContentPart): JsonObject {
  switch (part.type) {
    case "text":
      return { type: "text", text: part.text };
    case "refusal":
      return { type: "text", text: part.refusal };
    case "image_url":
      return { type: "image_url", image_url: part.image_url };
    default:
      throw new UnsupportedRequest(
        `Cohere takes texts and images, got a content part of type ${JSON.stringify(part.type)}. Remove the part.`,
      );
  }
}

function toAssistantMessage(message: Extract<ChatMessage, { role: "assistant" }>): JsonObject[] {
  const { content, refusal, reasoning_details: details, tool_calls: calls } = message;
  const text = textOf(content ?? refusal);
  const thinking = reasoningOf(details, thinkingFormat);
  const plan = reasoningOf(details, planFormat);
  const hasCalls = calls !== undefined && calls !== null && calls.length > 0;
  if (text === "" && !hasCalls) return [];
  const parts = [
    ...(thinking === "" ? [] : [{ type: "thinking", thinking }]),
    ...(text === "" ? [] : [{ type: "text", text }]),
  ];
  return [
    {
      role: "assistant",
      ...(parts.length > 0 && { content: thinking === "" ? text : parts }),
      ...(hasCalls && plan !== "" && { tool_plan: plan }),
      ...(hasCalls && { tool_calls: calls.map(toCall) }),
    },
  ];
}

function toCall({
  id,
  function: { name, arguments: json },
}: {
  id: string;
  function: { name: string; arguments: string };
}): JsonObject {
  return { id, type: "function", function: { name, arguments: formatArguments(json) } };
}

/** The reasoning of a format. Reasoning of other models is left out. */
function reasoningOf(details: readonly ReasoningDetail[] | null | undefined, format: string): string {
  return (details ?? [])
    .map((detail) => (detail.type === "reasoning.text" && detail.format === format ? (detail.text ?? "") : ""))
    .join("");
}
