import type {
  AssistantMessage,
  ChatMessage,
  ContentPart,
  ReasoningDetail,
  ResponseCustomToolCall,
  ResponseFunctionCall,
  ResponseImageGenerationCall,
  ResponseInputItem,
  ResponseInputMessage,
  ResponseReasoning,
} from "@patchbay/spec";
import { readCompaction } from "./compaction.ts";
import { readContent, readMessage, readTexts } from "./read-content.ts";
import type { PlacedMessage } from "../../parts/placed-message.ts";
import { wrongValue } from "../../validation/read-value.ts";
import { customInput, type ToolNames } from "./tool-names.ts";

type Draft = { -readonly [Name in keyof AssistantMessage]: AssistantMessage[Name] };

/** Reads items as chat messages. The consecutive items of the model are one message. */
export function readItems(items: readonly ResponseInputItem[], names: ToolNames): PlacedMessage[] {
  const messages: PlacedMessage[] = [];
  let turn: AssistantTurn | undefined;
  for (const [index, item] of items.entries()) {
    const pointer = `/input/${index}`;
    if (isOfModel(item)) {
      if (!turn) {
        turn = new AssistantTurn(names, pointer);
        messages.push(turn);
      }
      turn.add(item, pointer);
      continue;
    }
    const message = readItem(item, pointer);
    if (!message) continue;
    turn = undefined;
    messages.push({ message, pointer, calls: [] });
  }
  return messages;
}

type ModelItem =
  | ResponseInputMessage
  | ResponseReasoning
  | ResponseFunctionCall
  | ResponseCustomToolCall
  | ResponseImageGenerationCall;

const modelTypes: ReadonlySet<string> = new Set([
  "reasoning",
  "function_call",
  "custom_tool_call",
  "image_generation_call",
]);

function isOfModel(item: ResponseInputItem): item is ModelItem {
  return isMessage(item) ? item.role === "assistant" : modelTypes.has(item.type);
}

function isMessage(item: ResponseInputItem): item is ResponseInputMessage {
  return item.type === undefined || item.type === "message";
}

/** An item that is not part of the model's turn. An item that has no counterpart in a chat is left out. */
function readItem(item: ResponseInputItem, pointer: string): ChatMessage | undefined {
  if (isMessage(item)) return readMessage(item, pointer);
  switch (item.type) {
    case "function_call_output":
    case "custom_tool_call_output": {
      const { call_id: tool_call_id, output } = item;
      const content = typeof output === "string" ? output : readTexts(output, `${pointer}/output`);
      return { role: "tool", tool_call_id, content };
    }
    case "compaction":
      return readCompaction(item);
    case "agent_message":
      return { role: "user", content: readTexts(item.content, `${pointer}/content`) };
    case "item_reference":
      throw wrongValue(
        `${pointer}/type`,
        "the API stores no items, so an item_reference finds none. Send the item itself.",
      );
    default:
      return undefined;
  }
}

/** The message of one turn of the model. */
class AssistantTurn implements PlacedMessage {
  readonly pointer: string;
  readonly calls: string[] = [];
  readonly message: Draft = { role: "assistant", content: null };
  readonly #names: ToolNames;
  readonly #parts: ContentPart[] = [];

  constructor(names: ToolNames, pointer: string) {
    this.#names = names;
    this.pointer = pointer;
  }

  add(item: ModelItem, pointer: string): void {
    const { message } = this;
    if (isMessage(item)) {
      const { content } = item;
      const parts: ContentPart[] =
        typeof content === "string"
          ? [{ type: "text", text: content }]
          : readContent(content ?? [], `${pointer}/content`);
      this.#addContent(parts);
    } else if (item.type === "reasoning") {
      for (const detail of toReasoningDetails(item)) (message.reasoning_details ??= []).push(detail);
    } else if (item.type === "image_generation_call") {
      if (item.result == null) return;
      const url = item.result.startsWith("data:") ? item.result : `data:image/png;base64,${item.result}`;
      (message.images ??= []).push({ type: "image_url", image_url: { url } });
    } else {
      const name = this.#names.nameFor(item.name, item.namespace ?? undefined);
      const text = item.type === "custom_tool_call" ? JSON.stringify({ [customInput]: item.input }) : item.arguments;
      this.calls.push(pointer);
      (message.tool_calls ??= []).push({ id: item.call_id, type: "function", function: { name, arguments: text } });
    }
  }

  /** One text is a string, as in a chat. */
  #addContent(parts: readonly ContentPart[]): void {
    for (const part of parts) this.#parts.push(part);
    const [only] = this.#parts;
    if (!only) return;
    this.message.content = this.#parts.length === 1 && only.type === "text" ? only.text : this.#parts;
  }
}

/** A reasoning item as reasoning details. The details of one item have its id. */
function toReasoningDetails(item: ResponseReasoning): ReasoningDetail[] {
  const { id, format, signature, encrypted_content: data } = item;
  const shared = { ...(id != null && { id }), ...(format != null && { format }) };
  const texts = item.content ?? [];
  const signed = texts.length === 0 && signature != null ? [{ text: "" }] : texts;
  return [
    ...(item.summary ?? []).map(({ text }) => ({ type: "reasoning.summary" as const, summary: text, ...shared })),
    ...signed.map(({ text }, index) => ({
      type: "reasoning.text" as const,
      text,
      ...shared,
      ...(signature != null && index === signed.length - 1 && { signature }),
    })),
    ...(data == null ? [] : [{ type: "reasoning.encrypted" as const, data, ...shared }]),
  ];
}
