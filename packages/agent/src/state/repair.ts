import type { ChatMessage, ToolCall } from "@patchbay/client";
import { toClosedCall, toRecorded } from "./assistant-message.ts";
import { callIdsOf, idOf, uniqueIds } from "./call-ids.ts";

type ToolMessage = ChatMessage & { readonly role: "tool" };

/**
 * A history that providers accept: each call has an id of its own, the JSON of an object as its arguments, and its result right behind
 * it; each result has its call; no answer is empty. A call without a result, as a run leaves it that was ended, gets one that says so.
 */
export function repairHistory(messages: readonly ChatMessage[]): ChatMessage[] {
  const reserved = callIdsOf(messages);
  const taken = new Set<string>();
  const repaired: ChatMessage[] = [];
  for (let at = 0; at < messages.length; at++) {
    const message = messages[at]!;
    if (message.role === "tool") continue;
    if (message.role !== "assistant") {
      repaired.push(message);
      continue;
    }
    const calls = callsIn(message);
    const ids = uniqueIds(
      calls.map(({ id }) => idOf(id)),
      taken,
      reserved,
    );
    const results: ToolMessage[] = [];
    while (calls.length > 0 && messages[at + 1]?.role === "tool") results.push(messages[++at] as ToolMessage);
    const closed = calls.map((call, index) => toClosedCall(withId(call, ids[index]!)));
    const recorded = toRecorded(withCalls(message, closed));
    if (!recorded) continue;
    repaired.push(recorded, ...resultsFor(calls, ids, results));
  }
  return repaired;
}

/** The calls of an answer that can be told what they call. */
export function callsIn({ tool_calls: calls }: { readonly tool_calls?: unknown }): readonly ToolCall[] {
  if (!Array.isArray(calls)) return [];
  return calls.filter((call: Partial<ToolCall> | null) => typeof call?.function === "object" && call.function !== null);
}

/** The results of calls, in their order; calls without an id take those that belong to no other call. */
function resultsFor(
  calls: readonly ToolCall[],
  ids: readonly string[],
  results: readonly ToolMessage[],
): ToolMessage[] {
  const left = new Map<string | undefined, ToolMessage[]>();
  const named = new Set(calls.map(({ id }) => idOf(id)));
  for (const result of results) {
    const id = idOf(result.tool_call_id);
    const key = named.has(id) ? id : undefined;
    const sameId = left.get(key);
    if (sameId) sameId.push(result);
    else left.set(key, [result]);
  }
  return calls.map((call, index) => {
    const found = left.get(idOf(call.id))?.shift();
    const id = ids[index]!;
    if (!found) return { role: "tool", tool_call_id: id, content: "Error: The run ended before there was a result." };
    return found.tool_call_id === id && found.content != null
      ? found
      : { ...found, tool_call_id: id, content: found.content ?? "" };
  });
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
