import type { ChatMessage, ReasoningDetail } from "@patchbay/spec";
import { isBoundReasoning } from "../content/bound-reasoning.ts";
import { parseArguments } from "../content/tool-arguments.ts";
import type { JsonObject } from "../fields/json-value.ts";
import type { MarkedToolCall, UnifiedToolMessage } from "../unified.ts";
import { toBlocks } from "./content-blocks.ts";

/** The format of thinking blocks in `reasoning_details`. */
export const claudeFormat = "anthropic-claude-v1";

/** A turn of the conversation. The API has no other roles, and roles alternate. */
export interface Turn {
  readonly role: "user" | "assistant";
  readonly content: readonly JsonObject[];
}

/** The prompt of a request. */
export interface Prompt {
  readonly system: readonly JsonObject[];
  readonly turns: readonly Turn[];
}

/**
 * Messages as system blocks and turns. Adjacent messages of one role become one turn, which begins with its tool results. A prompt of
 * system messages alone becomes the first turn, because the API needs one.
 */
export function toPrompt(messages: readonly ChatMessage[]): Prompt {
  const system: JsonObject[] = [];
  const turns: { role: Turn["role"]; content: JsonObject[] }[] = [];
  for (const message of messages) {
    if (message.role === "system" || message.role === "developer") {
      system.push(...toBlocks(message.content));
      continue;
    }
    const role = message.role === "assistant" ? "assistant" : "user";
    const blocks = blocksOf(message);
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...blocks);
    else if (blocks.length > 0) turns.push({ role, content: blocks });
  }
  if (turns.length === 0) return { system: [], turns: [{ role: "user", content: system }] };
  return { system, turns: trimEnd(turns.map(putResultsFirst)) };
}

function blocksOf(message: Exclude<ChatMessage, { role: "system" } | { role: "developer" }>): JsonObject[] {
  switch (message.role) {
    case "assistant":
      return toAssistantBlocks(message);
    case "tool":
      return [toResult(message)];
    default:
      return toBlocks(message.content);
  }
}

function toAssistantBlocks(message: Extract<ChatMessage, { role: "assistant" }>): JsonObject[] {
  const { content, refusal, reasoning_details: details, tool_calls: calls } = message;
  return [
    ...(details ?? []).flatMap(toThinking),
    ...toBlocks(content),
    ...(refusal ? [{ type: "text", text: refusal }] : []),
    ...(calls ?? []).map(toUse),
  ];
}

/** Thinking is sent back unchanged with its signature. That of other models, and unsigned thinking, would be rejected. */
function toThinking(detail: ReasoningDetail): JsonObject[] {
  if (detail.type === "reasoning.text") {
    const isOwn = (detail.format ?? claudeFormat) === claudeFormat;
    return isOwn && detail.signature
      ? [{ type: "thinking", thinking: detail.text ?? "", signature: detail.signature }]
      : [];
  }
  // The Messages API has no format, so that reasoning of every provider comes back in Claude's.
  const isOwn = detail.type === "reasoning.encrypted" && detail.format === claudeFormat;
  if (isOwn && !isBoundReasoning(detail.data)) return [{ type: "redacted_thinking", data: detail.data }];
  return [];
}

function toUse(call: MarkedToolCall): JsonObject {
  return {
    type: "tool_use",
    id: toUseId(call.id),
    name: call.function.name,
    input: parseArguments(call.function.arguments),
    ...(call.cache_control && { cache_control: call.cache_control }),
  };
}

function toResult({ tool_call_id: id, content, is_error: isError }: UnifiedToolMessage): JsonObject {
  const blocks = toBlocks(content);
  const mark = blocks.at(-1)?.cache_control;
  const inner = blocks.map(({ cache_control: _, ...block }) => block);
  const [first] = inner;
  const isPlain = inner.length === 1 && first?.type === "text";
  return {
    type: "tool_result",
    tool_use_id: toUseId(id),
    ...(inner.length > 0 && { content: isPlain ? first.text : inner }),
    ...(isError === true && { is_error: true }),
    // A breakpoint after the result covers its content, too.
    ...(mark !== undefined && { cache_control: mark }),
  };
}

/** Ids of other providers can have characters that the API rejects. */
function toUseId(id: string): string {
  return id.replaceAll(/[^\w-]/g, "_") || "call";
}

function putResultsFirst(turn: Turn): Turn {
  if (turn.role !== "user") return turn;
  const isResult = ({ type }: JsonObject): boolean => type === "tool_result";
  return {
    role: "user",
    content: [...turn.content.filter(isResult), ...turn.content.filter((block) => !isResult(block))],
  };
}

/** White space at the end of the last turn of the assistant, which the model continues, is rejected. */
function trimEnd(turns: readonly Turn[]): readonly Turn[] {
  const last = turns.at(-1);
  if (last?.role !== "assistant") return turns;
  const content = [...last.content];
  for (let block = content.pop(); block; block = content.pop()) {
    const text = block.type === "text" ? String(block.text).trimEnd() : undefined;
    if (text === "") continue;
    content.push(text === undefined ? block : { ...block, text });
    break;
  }
  return content.length === 0 ? turns.slice(0, -1) : [...turns.slice(0, -1), { role: "assistant", content }];
}
