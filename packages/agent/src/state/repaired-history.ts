import type { ChatMessage, ToolCall } from "@patchbay/client";
import { toClosedCall, toRecorded } from "./assistant-message.ts";
import { idOf } from "./call-ids.ts";
import { Snapshot } from "./memo.ts";
import { callsIn, repairHistory, toResultContent } from "./repair.ts";

/**
 * The history of a run as providers accept it. Messages that were found valid are not checked again, as long as nothing
 * before them changes. `request-texts.ts` has the gain.
 */
export class RepairedHistory {
  /** The valid messages at the beginning of the last history, as they were when they were checked: callers may modify them. */
  #valid: (Snapshot | undefined)[] = [];
  readonly #ids = new Set<string>();

  /** The same as `repairHistory(messages)`, but possibly the array itself. */
  repair(messages: readonly ChatMessage[]): readonly ChatMessage[] {
    if (this.#valid.length > messages.length || !this.#valid.every((known, at) => known?.isOf(messages[at]!))) {
      this.#valid = [];
      this.#ids.clear();
    }
    for (let at = this.#valid.length; at < messages.length; at = this.#valid.length) {
      const count = this.#check(messages, at);
      if (count === 0) return repairHistory(messages);
      for (const message of messages.slice(at, at + count)) this.#valid.push(Snapshot.take(message));
    }
    return messages;
  }

  /** The number of messages from here that stay unchanged: a message and the results of its calls, or 0. */
  #check(messages: readonly ChatMessage[], at: number): number {
    const message = messages[at]!;
    if (message.role === "tool") return 0;
    if (message.role !== "assistant") return 1;
    const calls = callsIn(message);
    const recorded = toRecorded(message);
    if (calls.length !== (message.tool_calls?.length ?? 0) || !recorded || !isSame(recorded, message)) return 0;
    const ids = calls.map(({ id }) => id);
    if (new Set(ids).size < ids.length || ids.some((id) => idOf(id) !== id || this.#ids.has(id))) return 0;
    if (!calls.every((call, index) => isValid(call, messages[at + 1 + index]))) return 0;
    for (const id of ids) this.#ids.add(id);
    return 1 + calls.length;
  }
}

/** Whether a call and its result stay unchanged. */
function isValid(call: ToolCall, result: ChatMessage | undefined): boolean {
  return (
    Boolean(call.type) &&
    toClosedCall(call) === call &&
    result?.role === "tool" &&
    result.tool_call_id === call.id &&
    toResultContent(result.content) === result.content
  );
}

/** Whether two messages have the same fields in the same order. */
function isSame(one: ChatMessage, other: ChatMessage): boolean {
  const fields = Object.entries(one);
  const others = Object.entries(other);
  return (
    fields.length === others.length &&
    fields.every(([name, value], at) => name === others[at]![0] && value === others[at]![1])
  );
}
