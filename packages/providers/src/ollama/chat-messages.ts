import type { ChatMessage, ContentPart, MessageContent, ToolCall } from "@patchbay/spec";
import { textOf, toContentParts } from "../content/content-parts.ts";
import { toImageData } from "../content/image-data.ts";
import { parseArguments } from "../content/tool-arguments.ts";
import { UnsupportedRequest } from "../failure.ts";
import type { JsonObject } from "../fields/json-value.ts";

/** A message of Ollama's native API: one text, images as base64. */
export interface OllamaMessage {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly content: string;
  readonly thinking?: string;
  readonly images?: readonly string[];
  readonly tool_calls?: readonly { readonly id: string; readonly function: { name: string; arguments: JsonObject } }[];
  readonly tool_name?: string;
  readonly tool_call_id?: string;
}

/** The messages of a request, one for each. The parts of a message are joined. A tool message gets the name of its tool. */
export function toOllamaMessages(messages: readonly ChatMessage[]): OllamaMessage[] {
  const names = new Map<string, string>();
  return messages.map((message) => {
    switch (message.role) {
      case "assistant":
        for (const {
          id,
          function: { name },
        } of message.tool_calls ?? [])
          names.set(id, name);
        return toAssistantMessage(message);
      case "tool": {
        const id = message.tool_call_id;
        const name = names.get(id) ?? message.name ?? undefined;
        return {
          ...toContent("tool", message.content),
          ...(name !== undefined && { tool_name: name }),
          tool_call_id: id,
        };
      }
      case "developer":
        return toContent("system", message.content);
      default:
        return toContent(message.role, message.content);
    }
  });
}

function toContent(role: OllamaMessage["role"], content: MessageContent | null | undefined): OllamaMessage {
  const images = toContentParts(content).flatMap(toImages);
  return { role, content: textOf(content), ...(images.length > 0 && { images }) };
}

function toImages(part: ContentPart): string[] {
  if (part.type === "text" || part.type === "refusal") return [];
  if (part.type === "image_url") return [toImageData(part.image_url.url, "Ollama")];
  throw new UnsupportedRequest(
    `Ollama takes texts and images, got a content part of type ${JSON.stringify(part.type)}. Remove the part.`,
  );
}

function toAssistantMessage(message: Extract<ChatMessage, { role: "assistant" }>): OllamaMessage {
  const { content, images, reasoning, reasoning_content: alias, refusal, tool_calls: calls } = message;
  const thinking = reasoning ?? alias;
  const base = toContent("assistant", content ?? refusal);
  const pictures = [
    ...(base.images ?? []),
    ...(images ?? []).map(({ image_url: { url } }) => toImageData(url, "Ollama")),
  ];
  return {
    ...base,
    ...(typeof thinking === "string" && thinking !== "" && { thinking }),
    ...(pictures.length > 0 && { images: pictures }),
    ...(calls && calls.length > 0 && { tool_calls: calls.map(toCall) }),
  };
}

function toCall({
  id,
  function: { name, arguments: json },
}: ToolCall): NonNullable<OllamaMessage["tool_calls"]>[number] {
  return { id, function: { name, arguments: parseArguments(json) } };
}
