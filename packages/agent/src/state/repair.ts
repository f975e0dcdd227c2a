import type { ChatMessage, ContentPart, ToolCall } from "@patchbay/client";
import { toClosedCall, toRecorded } from "./assistant-message.ts";
import { callIdsOf, idOf, uniqueIds, type TakenIds } from "./call-ids.ts";

type ToolMessage = ChatMessage & { readonly role: "tool" };

/**
 * A history that providers accept: each call has a unique id, a JSON object as arguments, and its result right after
 * it; each result has a call; no message is empty. A later result, for example after a message of the user, is moved to
 * its call. A call without a result, as an aborted run leaves it, gets a result that says so.
 */
export function repairHistory(messages: readonly ChatMessage[]): ChatMessage[] {
  const reserved = callIdsOf(messages);
  const taken: TakenIds = new Map();
  const results = matchResults(messages);
  return messages.flatMap((message, at): readonly ChatMessage[] => {
    if (message.role === "tool") return [];
    if (message.role !== "assistant") return [message];
    const calls = callsIn(message);
    const ids = uniqueIds(
      calls.map(({ id }) => idOf(id)),
      taken,
      reserved,
    );
    const closed = calls.map((call, index) => toClosedCall(withId(call, ids[index]!)));
    const recorded = toRecorded(withCalls(message, closed));
    if (!recorded) return [];
    return [recorded, ...ids.map((id, index) => toResult(results[at]?.[index], id))];
  });
}

/** The calls of a message that name a function. */
export function callsIn({ tool_calls: calls }: { readonly tool_calls?: unknown }): readonly ToolCall[] {
  if (!Array.isArray(calls)) return [];
  return calls.filter((call: Partial<ToolCall> | null) => typeof call?.function === "object" && call.function !== null);
}

/** The position of a call: its message, and its index in it. */
type Place = readonly [message: number, call: number];

/**
 * The results by the positions of their calls. A result belongs to the last call before it with its id. A result with
 * an unknown id belongs to the next call without an id in the message right before it.
 */
function matchResults(messages: readonly ChatMessage[]): readonly (readonly ToolMessage[] | undefined)[] {
  const found: ToolMessage[][] = [];
  const open = new Map<string, Place[]>();
  let unnamed: Place[] = [];
  for (const [at, message] of messages.entries()) {
    if (message.role === "tool") {
      const id = idOf(message.tool_call_id);
      const place = ((id !== undefined && open.get(id)) || unnamed).shift();
      if (place) (found[place[0]] ??= [])[place[1]] = message;
      continue;
    }
    unnamed = [];
    if (message.role !== "assistant") continue;
    const places = callsIn(message).map(({ id }, index) => [idOf(id), [at, index]] as const);
    for (const [id] of places) if (id !== undefined) open.set(id, []);
    for (const [id, place] of places) (id === undefined ? unnamed : open.get(id)!).push(place);
  }
  return found;
}

function toResult(found: ToolMessage | undefined, id: string): ToolMessage {
  if (!found) return { role: "tool", tool_call_id: id, content: "Error: The run ended before the call had a result." };
  const content = toResultContent(found.content);
  return found.tool_call_id === id && found.content === content ? found : { ...found, tool_call_id: id, content };
}

/** The content of a result: text or parts. Other libraries store values, which become JSON. */
export function toResultContent(content: unknown): ToolMessage["content"] {
  if (typeof content === "string") return content;
  if (Array.isArray(content) && content.length > 0 && content.every(isTyped)) return content;
  if (content === undefined || content === null || (Array.isArray(content) && content.length === 0)) return "";
  return JSON.stringify(content);
}

function isTyped(part: unknown): part is ContentPart {
  return typeof (part as { readonly type?: unknown } | null | undefined)?.type === "string";
}

function withId(call: ToolCall, id: string): ToolCall {
  return call.id === id && call.type ? call : { ...call, id, type: call.type ?? "function" };
}

function withCalls<Message extends { readonly tool_calls?: unknown }>(
  message: Message,
  calls: readonly ToolCall[],
): Message {
  const { tool_calls: _, ...rest } = message;
  return (calls.length > 0 ? { ...rest, tool_calls: calls } : rest) as Message;
}
