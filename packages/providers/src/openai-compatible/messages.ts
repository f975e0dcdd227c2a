import type { ChatMessage, ContentPart, ToolCall } from "@patchbay/spec";
import { isBoundReasoning } from "../content/bound-reasoning.ts";
import { UnsupportedRequest } from "../failure.ts";
import { defined } from "../fields/json-value.ts";
import type { OpenAIOptions } from "./options.ts";

/** The messages as a server of OpenAI's API takes them. Throws an `UnsupportedRequest` for content that it does not know. */
export function toMessages(messages: readonly ChatMessage[], options: OpenAIOptions): unknown[] {
  return messages.map((message) => toMessage(message, options));
}

function toMessage(message: ChatMessage, options: OpenAIOptions): unknown {
  switch (message.role) {
    case "system":
    case "developer": {
      const { role, name, content } = message;
      const own = role === "developer" && !options.developerRole ? "system" : role;
      return defined({ role: own, name, content: toContent(content, options) });
    }
    case "assistant":
      return toAssistant(message, options);
    case "tool": {
      const { role, tool_call_id, content } = message;
      return { role, tool_call_id, content: toContent(content, options) };
    }
    default: {
      const { role, name, content } = message;
      return defined({ role, name, content: toContent(content, options) });
    }
  }
}

function toAssistant(message: Extract<ChatMessage, { role: "assistant" }>, options: OpenAIOptions): unknown {
  const { content, name, refusal, tool_calls: calls, reasoning, reasoning_content: reasoningContent } = message;
  const isRouter = options.profile === "openrouter";
  const text = reasoning ?? reasoningContent ?? undefined;
  const own = {
    role: "assistant",
    ...defined({
      name,
      refusal,
      tool_calls: calls && calls.length > 0 ? calls.map((call) => toCall(call, options)) : undefined,
      reasoning: isRouter || options.reasoningHistory === "reasoning" ? text : undefined,
      reasoning_content: options.reasoningHistory === "reasoning_content" ? text : undefined,
      reasoning_details: isRouter ? withoutBound(message.reasoning_details) : undefined,
      images: isRouter ? message.images : undefined,
      audio: options.profile === "openai" && message.audio?.id ? { id: message.audio.id } : undefined,
    }),
  };
  // A message with calls can be without content, which must be null and not absent for some servers.
  return { ...own, content: content === undefined || content === null ? null : toContent(content, options) };
}

type Details = Extract<ChatMessage, { role: "assistant" }>["reasoning_details"];

/** Reasoning of another provider of this gateway is unreadable for a router. */
function withoutBound(details: Details): Details {
  return details?.filter((detail) => detail.type !== "reasoning.encrypted" || !isBoundReasoning(detail.data));
}

function toCall(call: ToolCall, { cacheControl }: OpenAIOptions): unknown {
  const { id, function: called, ...rest } = call as ToolCall & { readonly cache_control?: unknown };
  const { name, arguments: text } = called;
  return {
    id,
    type: "function",
    // Some servers parse the arguments of earlier calls and fail for the empty text of a function without parameters.
    function: { name, arguments: text.trim() === "" ? "{}" : text },
    ...(cacheControl && rest.cache_control !== undefined && { cache_control: rest.cache_control }),
  };
}

type Content = string | readonly ContentPart[];

const knownParts: ReadonlySet<string> = new Set([
  "text",
  "image_url",
  "input_audio",
  "video_url",
  "input_video",
  "file",
  "refusal",
]);

/** Content without cache breakpoints, unless the server takes them. A single text is a string, as every server takes it. */
function toContent(content: Content, { cacheControl, profile }: OpenAIOptions): unknown {
  if (typeof content === "string") return content;
  for (const { type } of content)
    if (!knownParts.has(type))
      throw new UnsupportedRequest(`Content of the type \`${type.slice(0, 60)}\` is not supported by this provider.`);
  if (profile === "openrouter") return content;
  const parts = content.map((part) => withoutMarks(part, cacheControl));
  const [first] = content;
  const isPlain = parts.length === 1 && first?.type === "text" && !("cache_control" in parts[0]!);
  return isPlain ? first.text : parts;
}

function withoutMarks(part: ContentPart, keepsCacheControl: boolean): object {
  const { prompt_cache_breakpoint: _, cache_control: mark, ...rest } = part as ContentPart & Record<string, unknown>;
  return mark && keepsCacheControl ? { ...rest, cache_control: mark } : rest;
}
