import type { ChatMessage, ToolCall } from "@patchbay/client";
import type { Plan } from "./plan.ts";
import type { RunState } from "./report.ts";
import { readState, StateError } from "./run-state.ts";
import type { Decision, Decisions, Waiting } from "./waiting.ts";

const lost =
  "The process ended before there was a result; the call may have run or not. Find out before you make it again.";

/** How a run goes on from a state; throws `StateError` when they do not fit each other. */
export function toWaiting(plan: Plan, state: RunState, decisions: Decisions): Waiting {
  const { pending = [], agents = {} } = state;
  if (state.agent !== undefined && plan.name !== undefined && state.agent !== plan.name)
    throw new StateError("agent", `The state is of the agent ${state.agent}, and this one is ${plan.name}.`);
  const { calls, isOver } = openCalls(state.messages);
  if (isOver && pending.length === 0)
    throw new StateError("finished", "Nothing of this state is left to be done; go on with `run(input, { state })`.");
  for (const { id, name } of pending) {
    const call = calls.find((one) => id === one.id || id.startsWith(`${one.id}/`));
    if (!call || (id === call.id && call.function.name !== name))
      throw new StateError(
        "changed",
        `The call ${id} of ${name} is not in the last message of the state; was it changed?`,
      );
    if (!plan.tools.has(call.function.name))
      throw new StateError("agent", `This agent has no tool ${call.function.name}; is the state of another one?`);
  }
  const decided = new Map<string, Decision>();
  const decide = (id: string, decision: Decision): void => {
    if (decided.has(id)) throw new StateError("decision", `Two things were decided on the call ${id}.`);
    decided.set(id, decision);
  };
  const { approve = [], reject = {}, results = {} } = decisions;
  const agreed = Array.isArray(approve)
    ? approve.map((id: string) => [id, undefined] as const)
    : Object.entries(approve);
  for (const [id, input] of agreed) decide(id, { agreed: true, input });
  for (const [id, reason] of Object.entries(reject)) decide(id, { refused: `The call was refused: ${reason}` });
  for (const [id, result] of Object.entries(results)) decide(id, { result });

  const known = new Map<string, Decision>();
  const wait = new Set(pending.map(({ id }) => id));
  for (const call of calls) {
    const { id } = call;
    const own = decided.get(id);
    const found = plan.tools.get(call.function.name);
    if (own && "agreed" in own && found?.kind === "tool" && !found.run)
      throw new StateError(
        "decision",
        `The tool ${found.name} has no \`run\`; say what came of the call ${id} in \`results\`.`,
      );
    if (own) known.set(id, own);
    else if (found?.kind === "agent" && Object.hasOwn(agents, id)) {
      const inner = readState(agents[id]);
      known.set(id, { agent: { state: inner, waiting: found.prepare(inner, within(decisions, id)) } });
    } else if (!wait.has(id) && !(found?.kind === "tool" && found.idempotent)) known.set(id, { refused: lost });
    decided.delete(id);
  }
  for (const id of decided.keys())
    if (!calls.some((call) => id.startsWith(`${call.id}/`) && Object.hasOwn(agents, call.id)))
      throw new StateError(
        "decision",
        `The call ${id} does not wait; those that do are ${pending.map((one) => one.id).join(", ") || "none"}.`,
      );
  return { calls, decisions: known };
}

/** The calls of the last answer that have no result; it is over when the model has said its last word. */
function openCalls(messages: readonly ChatMessage[]): { calls: readonly ToolCall[]; isOver: boolean } {
  const at = messages.findLastIndex(({ role }) => role !== "tool");
  const made = messages[at];
  if (made?.role !== "assistant") return { calls: [], isOver: false };
  const all = made.tool_calls ?? [];
  const done = new Set(messages.slice(at + 1).map((message) => message.role === "tool" && message.tool_call_id));
  return { calls: all.filter(({ id }) => !done.has(id)), isOver: all.length === 0 };
}

/** The decisions on calls within the agent that this call called. */
function within({ approve = [], reject = {}, results = {} }: Decisions, id: string): Decisions {
  const begin = `${id}/`;
  const own = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) =>
        name.startsWith(begin) ? [[name.slice(begin.length), value]] : [],
      ),
    );
  return {
    approve: Array.isArray(approve)
      ? approve.flatMap((name: string) => (name.startsWith(begin) ? [name.slice(begin.length)] : []))
      : own(approve as Readonly<Record<string, unknown>>),
    reject: own(reject),
    results: own(results),
  };
}
