import type { ChatMessage } from "@patchbay/spec";

/** A mistake in the tool calls and results of a conversation, and the index of its message. */
export type HistoryFault =
  | {
      readonly kind: "missing-results";
      readonly index: number;
      readonly call: CallPlace;
      readonly ids: readonly string[];
    }
  | { readonly kind: "orphan-result"; readonly index: number; readonly ids: readonly string[] }
  | { readonly kind: "duplicate-result"; readonly index: number; readonly ids: readonly string[] }
  | { readonly kind: "duplicate-call"; readonly index: number; readonly call: number; readonly ids: readonly string[] }
  | { readonly kind: "bad-call-name"; readonly index: number; readonly call: number; readonly name: string };

/** The index of a message, and that of a call in it. */
interface CallPlace {
  readonly message: number;
  readonly call: number;
}

/** How strictly a family of models pairs calls and results. */
export interface HistoryRules {
  /** System messages are removed from the conversation, so they may occur between a call and its result. */
  readonly ignoresSystem: boolean;
  /** Consecutive assistant messages are one turn, so the results may follow the last of them. */
  readonly mergesTurns: boolean;
  /** An id may be used once per conversation instead of once per turn. */
  readonly uniqueIds: boolean;
}

/**
 * Finds the first mistake in the calls and results of a conversation: every call needs one result in the messages that
 * follow it, in any order, and a name of the allowed form. Takes time proportional to the number of messages and calls.
 */
export function findHistoryMistake(
  messages: readonly ChatMessage[],
  rules: HistoryRules,
  pattern: RegExp,
): HistoryFault | undefined {
  const used = new Set<string>();
  /** Calls of the current turn. */
  let turn: Turn = new Map();
  let index = 0;
  let answered = 0;
  for (const [at, message] of messages.entries()) {
    if (message.role === "tool") {
      const id = message.tool_call_id;
      const known = turn.get(id);
      if (!known) return { kind: "orphan-result", index: at, ids: [id] };
      if (known.hasResult) return { kind: "duplicate-result", index: at, ids: [id] };
      known.hasResult = true;
      answered++;
      continue;
    }
    if (rules.ignoresSystem && (message.role === "system" || message.role === "developer")) continue;
    const isMerged = rules.mergesTurns && message.role === "assistant" && turn.size > 0 && answered === 0;
    if (!isMerged) {
      if (answered < turn.size) return missing(turn, index);
      turn = new Map();
      index = at;
      answered = 0;
    }
    if (message.role !== "assistant") continue;
    for (const [
      call,
      {
        id,
        function: { name },
      },
    ] of (message.tool_calls ?? []).entries()) {
      if (!pattern.test(name)) return { kind: "bad-call-name", index: at, call, name };
      if (turn.has(id) || (rules.uniqueIds && used.has(id)))
        return { kind: "duplicate-call", index: at, call, ids: [id] };
      turn.set(id, { message: at, call, hasResult: false });
      if (rules.uniqueIds) used.add(id);
    }
  }
  return answered < turn.size ? missing(turn, index) : undefined;
}

/** The calls of a turn by their ids. */
type Turn = Map<string, CallPlace & { hasResult: boolean }>;

/** The fault of a turn that has a call without a result. */
function missing(turn: Turn, index: number): HistoryFault {
  const open = [...turn].filter(([, { hasResult }]) => !hasResult);
  const [, { message, call }] = open[0]!;
  return { kind: "missing-results", index, call: { message, call }, ids: open.map(([id]) => id) };
}
