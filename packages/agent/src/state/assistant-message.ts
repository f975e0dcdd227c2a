import type { ChatMessage, ContentPart, ToolCall } from "@patchbay/client";
import { toArgumentsText } from "../tools/arguments.ts";

type AssistantMessage = ChatMessage & { readonly role: "assistant" };

/**
 * An assistant message as a history may contain it; `undefined` if it is empty, because providers reject empty
 * messages. A message without text gets its refusal, the transcript of its audio, or a placeholder as its text. Calls
 * are not changed.
 */
export function toRecorded(message: AssistantMessage): AssistantMessage | undefined {
  const { tool_calls: calls, content: given, ...rest } = message;
  const { content, reasoning } = readContent(given);
  const own = reasoning !== undefined && !rest.reasoning ? { ...rest, reasoning } : rest;
  if (Array.isArray(calls) && calls.length > 0) return { ...own, content, tool_calls: calls };
  const text = content ?? insteadOfText(message);
  return text === undefined ? undefined : { ...own, content: text };
}

/** The replacement for the text of a message without text. */
export function insteadOfText({ refusal, audio, images }: AssistantMessage): string | undefined {
  if (typeof refusal === "string" && !isBlank(refusal)) return refusal;
  if (typeof audio?.transcript === "string" && !isBlank(audio.transcript)) return audio.transcript;
  if (audio && Object.keys(audio).length > 0) return "[audio]";
  const count = Array.isArray(images) ? images.filter(Boolean).length : 0;
  if (count === 0) return undefined;
  return count === 1 ? "[image]" : `[${count} images]`;
}

/** A call as providers accept it: the arguments are a JSON object, and the name has valid characters only. */
export function toClosedCall(call: ToolCall): ToolCall {
  const { name, arguments: given } = call.function;
  const text = toArgumentsText(given);
  const own = toName(name);
  return text === given && own === name
    ? call
    : { ...call, function: { ...call.function, name: own, arguments: text } };
}

function toName(name: unknown): string {
  return typeof name === "string" ? name.replaceAll(/[^\w-]/g, "_").slice(0, 64) || "unknown" : "unknown";
}

/** The content of a message: blank text counts as none, and lists of parts become text unless they contain media. */
export function readContent(content: unknown): {
  readonly content: string | ContentPart[] | null;
  readonly reasoning?: string | undefined;
} {
  if (typeof content === "string") return { content: isBlank(content) ? null : content.toWellFormed() };
  if (!Array.isArray(content)) return { content: null };
  const parts = content.filter((part: unknown) => typeof part === "object" && part !== null) as Part[];
  const known = parts.filter(({ type, text }) =>
    type === "text" ? typeof text === "string" && !isBlank(text) : isMedia.has(type),
  );
  const reasoning = parts.flatMap(({ type, thinking }) => (type === "thinking" ? textIn(thinking) : [])).join("");
  // Cache breakpoints and media require the list.
  const isText = known.every((part) => part.type === "text" && Object.keys(part).length === 2);
  const text = parts.flatMap(({ type, text: one }) => (type === "text" && typeof one === "string" ? one : [])).join("");
  const kept = isText ? (isBlank(text) ? null : text.toWellFormed()) : (known as unknown as ContentPart[]);
  return { content: kept, reasoning: reasoning || undefined };
}

interface Part {
  readonly type: string;
  readonly text?: unknown;
  readonly thinking?: unknown;
}

const isMedia = new Set(["image_url", "input_audio", "video_url", "input_video", "file"]);

/** The text of a `thinking` part: a string, or parts with text. */
function textIn(thinking: unknown): string[] {
  if (typeof thinking === "string") return [thinking];
  if (!Array.isArray(thinking)) return [];
  return thinking.flatMap((part: { readonly text?: unknown } | null) =>
    typeof part?.text === "string" ? part.text : [],
  );
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
