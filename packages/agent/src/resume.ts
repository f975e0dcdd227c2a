import type { ChatMessage, ToolCall } from "@patchbay/client";
import { AgentError } from "./agent-error.ts";
import type { Decision } from "./execute.ts";
import type { Start } from "./loop.ts";
import type { Plan } from "./plan.ts";
import type { RunState } from "./report.ts";

/** What somebody decided, by the ids of the calls; a call that is left out goes on waiting. */
export interface Decisions {
  /** Ids of calls to run as they are, or id → the input to run with, which is checked again. */
  readonly approve?: readonly string[] | Readonly<Record<string, unknown>>;
  /** Id → why not, for the model. */
  readonly reject?: Readonly<Record<string, string>>;
}

/** Refuses a state that this package cannot read; throws `AgentError`. */
export function checkState({ version, messages }: RunState): void {
  if ((version as number) !== 1)
    throw new AgentError(`The state has version ${String(version)}; this package reads version 1.`);
  if (!Array.isArray(messages)) throw new AgentError("The state has no messages; was it changed?");
}

/** The calls of a paused run with what was decided on them; throws `AgentError` when they do not fit each other. */
export function toWaiting(
  plan: Plan,
  state: RunState,
  { approve = [], reject = {} }: Decisions,
): NonNullable<Start["waiting"]> {
  checkState(state);
  const { pending = [] } = state;
  if (pending.length === 0)
    throw new AgentError("No call of this state waits for anybody; go on with `run(input, { state })`.");
  const made = state.messages.findLast((message) => message.role !== "tool");
  const calls = pending.map(({ id, name }) => {
    const call = callsOf(made).find((one) => one.id === id && one.function.name === name);
    if (!call)
      throw new AgentError(`The call ${id} of ${name} is not in the last message of the state; was it changed?`);
    if (plan.tools.get(name)?.kind !== "tool")
      throw new AgentError(`This agent has no tool ${name}; is the state of another one?`);
    return call;
  });
  const decisions = new Map<string, Decision>();
  const agreed = Array.isArray(approve)
    ? approve.map((id: string) => [id, undefined] as const)
    : Object.entries(approve);
  for (const [id, input] of agreed) decisions.set(id, { input: input ?? inputOf(calls, id) });
  for (const [id, reason] of Object.entries(reject)) {
    if (decisions.has(id)) throw new AgentError(`The call ${id} is agreed to and refused at once.`);
    decisions.set(id, { refused: `The call was refused: ${reason}` });
  }
  for (const id of decisions.keys())
    if (!calls.some((call) => call.id === id))
      throw new AgentError(
        `The call ${id} does not wait; those that do are ${calls.map((call) => call.id).join(", ")}.`,
      );
  return { calls, decisions };
}

function callsOf(message: ChatMessage | undefined): readonly ToolCall[] {
  return message?.role === "assistant" ? (message.tool_calls ?? []) : [];
}

/** The input as the model gave it, which is checked anew; it was read once already. */
function inputOf(calls: readonly ToolCall[], id: string): unknown {
  const text = calls.find((call) => call.id === id)?.function.arguments ?? "";
  return text.trim() === "" ? {} : JSON.parse(text);
}
