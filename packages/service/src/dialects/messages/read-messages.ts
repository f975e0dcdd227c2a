import type { ChatMessage, ContentBlockParam, MessagesMessage, MessagesRequest, ReasoningDetail } from "@patchbay/spec";
import type { MarkedToolCall, UnifiedToolMessage } from "../../parts/unified-request.ts";
import type { PlacedMessage } from "../../parts/placed-message.ts";
import { toArguments } from "./tool-input.ts";
import { toParts, type MarkedPart } from "./content-parts.ts";

/** The messages of a request as chat messages. The system prompt is the first one. */
export function readMessages(input: Pick<MessagesRequest, "system" | "messages">): ChatMessage[] {
  return placeMessages(input).map(({ message }) => message);
}

/** The messages of a request as chat messages, and their places in the request. */
export function placeMessages({ system, messages }: Pick<MessagesRequest, "system" | "messages">): PlacedMessage[] {
  const read = messages.flatMap((message, index) => readMessage(message, `/messages/${index}`));
  if (system === undefined || system === null || system.length === 0) return read;
  const content = typeof system === "string" ? system : toContent(system.flatMap(toParts));
  return [{ message: { role: "system", content } as ChatMessage, pointer: "/system", calls: [] }, ...read];
}

function readMessage(message: MessagesMessage, pointer: string): PlacedMessage[] {
  const one = (read: ChatMessage): PlacedMessage[] => [{ message: read, pointer, calls: [] }];
  switch (message.role) {
    case "user":
      return typeof message.content === "string"
        ? one({ role: "user", content: message.content })
        : readUser(message.content, pointer);
    case "assistant":
      return typeof message.content === "string"
        ? one({ role: "assistant", content: message.content })
        : [readAssistant(message.content, pointer)];
    default:
      return one(readSystem(message));
  }
}

function readSystem({ content, output_config: config }: Extract<MessagesMessage, { role: "system" }>): ChatMessage {
  const effort = config?.effort;
  return {
    role: "system",
    content: typeof content === "string" ? content : toContent((content ?? []).flatMap(toParts)),
    ...(effort && { configuration_update: { reasoning: { effort } } }),
  } as ChatMessage;
}

/** The results of a user turn are messages of their own, before the rest of the turn. */
function readUser(blocks: readonly ContentBlockParam[], pointer: string): PlacedMessage[] {
  const results: PlacedMessage[] = [];
  const parts: MarkedPart[] = [];
  for (const [place, block] of blocks.entries())
    if (block.type === "tool_result")
      results.push({ message: readResult(block), pointer: `${pointer}/content/${place}`, calls: [] });
    else for (const part of toParts(block)) parts.push(part);
  if (parts.length === 0 && results.length > 0) return results;
  return [...results, { message: { role: "user", content: toContent(parts) }, pointer, calls: [] }];
}

type ToolResult = Extract<ContentBlockParam, { type: "tool_result" }>;

function readResult({
  tool_use_id: id,
  content,
  is_error: isError,
  cache_control: mark,
}: ToolResult): UnifiedToolMessage {
  const parts =
    typeof content === "string" ? [{ type: "text" as const, text: content }] : (content ?? []).flatMap(toParts);
  const last = parts.at(-1);
  const marked = mark && last ? [...parts.slice(0, -1), { ...last, cache_control: mark }] : parts;
  return { role: "tool", tool_call_id: id, content: toContent(marked), ...(isError && { is_error: true }) };
}

function readAssistant(blocks: readonly ContentBlockParam[], pointer: string): PlacedMessage {
  const places: string[] = [];
  const parts: MarkedPart[] = [];
  const calls: MarkedToolCall[] = [];
  const details: ReasoningDetail[] = [];
  const serverCalls = new Set(blocks.flatMap((block) => (block.type === "server_tool_use" ? [block.id] : [])));
  const results = new Map(blocks.map((block) => [callOf(block), block]));
  for (const [place, block] of blocks.entries()) {
    if (block.type === "tool_use") {
      calls.push(readCall(block));
      places.push(`${pointer}/content/${place}`);
    } else if (block.type === "thinking") {
      const { thinking: text, signature } = block;
      details.push({ type: "reasoning.text", text, signature, format: claude, index: details.length });
    } else if (block.type === "redacted_thinking")
      details.push({ type: "reasoning.encrypted", data: block.data, format: claude, index: details.length });
    else if (block.type === "server_tool_use")
      details.push(readServerCall(block, results.get(block.id), details.length));
    else if (!serverCalls.has(callOf(block) ?? "")) for (const part of toParts(block)) parts.push(part);
  }
  const message: ChatMessage = {
    role: "assistant",
    content: parts.length > 0 ? toContent(parts) : calls.length > 0 ? null : "",
    ...(details.length > 0 && { reasoning_details: details }),
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  return { message, pointer, calls: places };
}

/** The id of the call whose result a block is. */
function callOf(block: ContentBlockParam): string | undefined {
  return "tool_use_id" in block && typeof block.tool_use_id === "string" ? block.tool_use_id : undefined;
}

/** The format of thinking blocks. Providers of other models recognize by it that the reasoning is not theirs. */
const claude = "anthropic-claude-v1";

function readCall({
  id,
  name,
  input,
  cache_control: mark,
}: Extract<ContentBlockParam, { type: "tool_use" }>): MarkedToolCall {
  return {
    id,
    type: "function",
    function: { name, arguments: toArguments(input) },
    ...(mark && { cache_control: mark }),
  };
}

type ServerCall = Extract<ContentBlockParam, { type: "server_tool_use" }>;

function readServerCall({ id, name, input }: ServerCall, result: unknown, index: number): ReasoningDetail {
  const content = (result as { readonly content?: unknown } | undefined)?.content;
  return {
    type: "reasoning.server_tool_call",
    tool_name: name,
    arguments: JSON.stringify(input ?? {}),
    result: content === undefined ? "" : JSON.stringify(content),
    tool_call_id: id,
    index,
  };
}

/** Parts as content. A single text without a cache breakpoint is a string. */
function toContent(parts: readonly MarkedPart[]): string | MarkedPart[] {
  const [first] = parts;
  if (!first) return "";
  return parts.length === 1 && first.type === "text" && !first.cache_control ? first.text : [...parts];
}
