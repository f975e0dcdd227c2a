import type { ChatCompletion, ChatCompletionMessage, ChatMessage, ToolCall } from "@patchbay/client";
import { insteadOfText, readContent } from "./assistant-message.ts";
import { callIdsOf, idOf, uniqueIds } from "./call-ids.ts";
import { callsIn } from "./repair.ts";

/**
 * An answer as the agent works with it: text is a string, arguments are strings, and each call has an id of its own. An id that comes
 * again in a later answer stays, since decisions name calls by it; `repairHistory` tells those apart that are sent.
 */
export function readCompletion({ choices }: ChatCompletion, history: readonly ChatMessage[]): ChatCompletionMessage {
  const said = choices[0]?.message ?? nothing;
  const { content, reasoning } = readContent(said.content);
  const isList = typeof said.content !== "string" && said.content !== null;
  const { tool_calls: _, ...message } = said;
  const calls = callsIn(said);
  const given = calls.map(({ id }) => idOf(id));
  const ids = uniqueIds(given, new Map(), new Set([...given, ...callIdsOf(history)]));
  return {
    ...message,
    role: "assistant",
    ...(isList && { content: typeof content === "string" ? content : null }),
    ...(reasoning !== undefined && !message.reasoning && { reasoning }),
    ...(calls.length > 0 && { tool_calls: calls.map((call, index) => toCall(call, ids[index]!)) }),
  };
}

/** The text of an answer: its content, or else its refusal or the transcript of its audio; empty if it has none of them. */
export function textOf({ content, ...message }: ChatCompletionMessage): string {
  if (content !== null && content.trim() !== "") return content;
  return (
    insteadOfText({ ...message, images: [], audio: message.audio?.transcript ? message.audio : null }) ?? content ?? ""
  );
}

/** Why the model refused; undefined if it answered. */
export function refusalOf({ content, refusal }: ChatCompletionMessage): string | undefined {
  const isAnswer = content !== null && content.trim() !== "";
  return !isAnswer && refusal?.trim() ? refusal : undefined;
}

/** Whether nothing came that can be shown or run: no text, call, refusal, image or audio. */
export function isEmpty({ content, tool_calls: calls, ...message }: ChatCompletionMessage): boolean {
  return !content?.trim() && !calls?.length && insteadOfText(message) === undefined;
}

function toCall(call: ToolCall, id: string): ToolCall {
  const { name, arguments: given } = call.function as { readonly name?: unknown; readonly arguments?: unknown };
  return {
    ...call,
    id,
    type: call.type ?? "function",
    function: { ...call.function, name: typeof name === "string" ? name : "", arguments: toText(given) },
  };
}

function toText(given: unknown): string {
  if (typeof given === "string") return given;
  return given === null || given === undefined ? "" : JSON.stringify(given);
}

const nothing: ChatCompletionMessage = { role: "assistant", content: null };
