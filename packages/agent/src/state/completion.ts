import type { ChatCompletion, ChatCompletionMessage, ChatMessage, ToolCall } from "@patchbay/client";
import { insteadOfText, readContent } from "./assistant-message.ts";
import { callIdsOf, idOf, uniqueIds } from "./call-ids.ts";
import { callsIn } from "./repair.ts";

/**
 * A completion as the agent uses it: text and arguments are strings, and each call has its own id. An id that repeats
 * one of an earlier response stays, because decisions refer to calls by id; `repairHistory` makes ids unique before
 * they are sent.
 */
export function readCompletion({ choices }: ChatCompletion, history: readonly ChatMessage[]): ChatCompletionMessage {
  const said = choices[0]?.message ?? nothing;
  const { content, reasoning } = readContent(said.content);
  const isList = typeof said.content !== "string" && said.content !== null;
  const { tool_calls: _, ...message } = said;
  const calls = callsIn(said);
  const given = calls.map(({ id }) => idOf(id));
  const isUnique = given.every((id) => id !== undefined) && new Set(given).size === given.length;
  const ids = isUnique ? given : uniqueIds(given, new Map(), new Set([...given, ...callIdsOf(history)]));
  return {
    ...message,
    role: "assistant",
    ...(isList && { content: typeof content === "string" ? content : null }),
    ...(reasoning !== undefined && !message.reasoning && { reasoning }),
    ...(calls.length > 0 && { tool_calls: calls.map((call, index) => toCall(call, ids[index]!)) }),
  };
}

/** The text of a completion: its content, or else its refusal or the transcript of its audio; otherwise empty. */
export function textOf({ content, ...message }: ChatCompletionMessage): string {
  if (content !== null && content.trim() !== "") return content;
  return (
    insteadOfText({ ...message, images: [], audio: message.audio?.transcript ? message.audio : null }) ?? content ?? ""
  );
}

/** The model's reason for a refusal; `undefined` if it did not refuse. */
export function refusalOf({ content, refusal }: ChatCompletionMessage): string | undefined {
  const isAnswer = content !== null && content.trim() !== "";
  return !isAnswer && refusal?.trim() ? refusal : undefined;
}

/** Whether the completion has nothing to show or run: no text, call, refusal, image or audio. */
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
