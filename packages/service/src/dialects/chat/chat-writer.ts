import type { ChatCompletionChunk } from "@patchbay/spec";
import type { Part } from "../../parts/part.ts";
import type { EventWriter, OutputEnd, ResponseHead } from "../../parts/dialect.ts";
import { fillTemplate, type EventTemplate } from "../../http/joined-frames.ts";
import { headOf, toChatError, toImage, toReasoningDetail } from "./chat-completion.ts";

type Delta = ChatCompletionChunk["choices"][number]["delta"];

/** Placeholder for the text in an event that serves as a template. No real text equals it. */
const mark = "\u{f8ff}patchbay\u{f8ff}";

/** Writes the chunks of a streamed chat completion. The last chunk has the usage or the mid-stream error. */
export function createChatWriter(head: ResponseHead): EventWriter {
  const shared = { ...headOf(head), object: "chat.completion.chunk" as const };
  /** Index of the reasoning detail that is being written, or of the next one. */
  let details = 0;
  let isReasoning = false;
  const endReasoning = (): void => {
    if (isReasoning) details++;
    isReasoning = false;
  };
  const calls = new Set<number>();
  const chunk = (delta: Delta, end?: OutputEnd): string =>
    toEvent({ ...shared, choices: [toChoice(delta, end)] } satisfies ChatCompletionChunk);
  let text: EventTemplate | undefined;
  const textTemplate = (): EventTemplate => (text ??= toTemplate(chunk({ content: mark })));
  let fragment: EventTemplate | undefined;
  let call = -1;

  const write = (part: Part): readonly string[] | string => {
    switch (part.type) {
      case "text":
        endReasoning();
        return fillTemplate(textTemplate(), part.text);
      case "refusal":
        endReasoning();
        return [chunk({ refusal: part.text })];
      case "reasoning": {
        const detail = toReasoningDetail(part, details);
        isReasoning = true;
        if (part.signature !== undefined) endReasoning();
        return [chunk({ content: "", reasoning: part.text, reasoning_details: [detail] })];
      }
      case "reasoning-details":
        endReasoning();
        details += part.details.length;
        return [chunk({ reasoning_details: [...part.details] })];
      case "tool-call-delta": {
        const { index, id, name, arguments: text } = part;
        if (!calls.has(index)) endReasoning();
        calls.add(index);
        if (index !== call) fragment = undefined;
        call = index;
        if (id === undefined && name === undefined) {
          fragment ??= toTemplate(chunk({ tool_calls: [{ index, function: { arguments: mark } }] }));
          return fillTemplate(fragment, text ?? "");
        }
        const named = { ...(name !== undefined && { name }), arguments: text ?? "" };
        return [chunk({ tool_calls: [{ index, ...(id !== undefined && { id }), type: "function", function: named }] })];
      }
      case "images":
        endReasoning();
        return [chunk({ images: part.urls.map(toImage) })];
      case "annotations":
        endReasoning();
        return [chunk({ annotations: [...part.annotations] })];
      default:
        return [];
    }
  };
  return {
    start: () => [chunk({ role: "assistant", content: "" })],
    write,
    templateOf({ type }) {
      if (type !== "text") return undefined;
      endReasoning();
      return textTemplate();
    },
    end(end) {
      if (end.error) {
        const broken = { index: 0, delta: { content: "" }, finish_reason: "error", native_finish_reason: "error" };
        const error = toChatError(end.error);
        return [toEvent({ ...shared, choices: [broken], error } satisfies ChatCompletionChunk)];
      }
      const { usage, metadata } = end;
      const last = { ...shared, choices: [], usage, ...(metadata && { openrouter_metadata: metadata }) };
      return [chunk({}, end), toEvent(last satisfies ChatCompletionChunk), "data: [DONE]\n\n"];
    },
  };
}

/** The template of an event that has the mark in place of a string. */
function toTemplate(event: string): EventTemplate {
  const [before = "", after = ""] = event.split(JSON.stringify(mark));
  return { before, after };
}

function toEvent(payload: object): string {
  return `data: ${JSON.stringify(payload)}\n\n`;
}

function toChoice(delta: Delta, end: OutputEnd | undefined): ChatCompletionChunk["choices"][number] {
  return {
    index: 0,
    delta,
    finish_reason: end ? end.finishReason || null : null,
    native_finish_reason: end ? end.nativeFinishReason : null,
    logprobs: null,
  };
}
