import type { ChatMessage, ToolCall } from "@patchbay/client";
import { openCalls } from "../state/conversation.ts";
import type { ResolvedAgentOptions } from "./prepare-step.ts";
import type { PendingCall, RunState } from "../report/run-report.ts";
import { lastTextOf } from "./step.ts";
import { canonicalArguments } from "../tools/arguments.ts";
import { toAgentOutcome } from "../tools/agent-outcome.ts";
import { StateError } from "../errors/state-error.ts";
import type { AgentTool, Tool } from "../tools/tool.ts";
import type { CallDecision, Decisions, PendingState } from "../tools/decisions.ts";

const lost =
  "The process ended before the call had a result. The call may have run or not. Find out before you repeat it.";

/** Prepares a state for a run with these decisions. Throws `StateError` if they do not fit. */
export async function toPendingState(
  plan: ResolvedAgentOptions,
  state: RunState,
  given: Decisions,
): Promise<PendingState> {
  plan.readTools();
  const { pending = [], agents = {}, messages } = state;
  if (state.agent !== undefined && plan.name !== undefined && state.agent !== plan.name)
    throw new StateError("wrong_agent", `The state belongs to the agent ${state.agent}, not to ${plan.name}.`);
  // A finished run has no `used`, and a run after the final response would have no input.
  if (pending.length === 0 && (state.used === undefined || lastWord(messages) !== undefined))
    throw new StateError(
      "already_finished",
      "The run of this state is finished. Continue the conversation with `run(input, { state })`.",
    );
  const calls = openCalls(messages);
  checkPending(plan, state, calls);
  const decided = readDecisions(given);
  const waits = new Set(pending.map(({ id }) => id));

  const known = new Map<string, CallDecision>();
  for (const call of calls) {
    const { id } = call;
    const found = plan.tools.get(call.function.name);
    const own = decided.get(id);
    const stands = found?.kind === "agent" ? ownOf(agents, id) : undefined;
    const inner = [...decided.keys()].filter((one) => one.startsWith(`${id}/`));
    if (own && stands && inner.length > 0)
      throw new StateError("unknown_decision", `The call ${id} has two decisions: for itself, and for ${inner[0]}.`);
    if (own && "agreed" in own) checkAgreed(id, found, stands, pending);
    const shown = pending.find((one) => one.id === id);
    const isChanged = shown !== undefined && isOther(shown, call);
    // An approval applies to the arguments that were shown. Changed arguments are shown first.
    const isUnseen = isChanged && (!own || ("agreed" in own && own.input === undefined));
    decided.delete(id);
    if (stands) for (const one of inner) decided.delete(one);
    const decision =
      (isUnseen ? ({ waits: true, changed: true } as const) : own) ??
      (stands
        ? await goOn(found as AgentTool, id, withShown(stands, id, pending), given)
        : waits.has(id)
          ? ({ waits: true, changed: shown?.changed } as const)
          : isLost(found) && (state.calls?.begun.includes(id) ?? true)
            ? { refused: lost }
            : undefined);
    if (decision) known.set(id, decision);
  }
  for (const id of decided.keys())
    throw new StateError(
      "unknown_decision",
      `The call ${id} is not pending. Pending calls: ${formatPending(pending)}.`,
    );
  return { calls, decisions: known };
}

/** Rejects pending calls that cannot exist. */
function checkPending(
  { tools }: ResolvedAgentOptions,
  { pending = [], agents = {} }: RunState,
  calls: readonly ToolCall[],
): void {
  for (const { id, name } of pending) {
    const call = calls.find((one) => id === one.id || id.startsWith(`${one.id}/`));
    if (!call || (id === call.id ? call.function.name !== name : !ownOf(agents, call.id)))
      throw new StateError(
        "corrupted",
        `The call ${id} of ${name} is not in the last message of the state. It may have been modified.`,
      );
    if (!tools.has(call.function.name))
      throw new StateError(
        "wrong_agent",
        `This agent has no tool ${call.function.name}. The state may belong to another agent.`,
      );
  }
}

/** Rejects approvals of calls that cannot run or run already. */
function checkAgreed(
  id: string,
  found: Tool | AgentTool | undefined,
  stands: RunState | undefined,
  pending: RunState["pending"] = [],
): void {
  if (stands)
    throw new StateError(
      "unknown_decision",
      `The call ${id} belongs to an agent that has started already. Pending calls: ${formatPending(pending)}.`,
    );
  if (found?.kind === "tool" && !found.execute)
    throw new StateError(
      "unknown_decision",
      `The tool ${found.name} has no \`execute\`. Pass the result of the call ${id} in \`results\`.`,
    );
}

/** Call id → its decision. */
function readDecisions({ approve = [], reject = {}, results = {} }: Decisions): Map<string, CallDecision> {
  const decided = new Map<string, CallDecision>();
  const decide = (id: string, decision: CallDecision): void => {
    if (decided.has(id)) throw new StateError("unknown_decision", `The call ${id} has two decisions.`);
    decided.set(id, decision);
  };
  const agreed = Array.isArray(approve)
    ? [...new Set<string>(approve)].map((id) => [id, undefined] as const)
    : Object.entries(approve);
  for (const [id, input] of agreed) {
    try {
      if (input !== undefined && JSON.stringify(input) === undefined) throw new TypeError(`it is a ${typeof input}.`);
    } catch (cause) {
      throw new StateError(
        "unknown_decision",
        `The input of the call ${id} is not valid JSON: ${(cause as Error).message}`,
      );
    }
    decide(id, { agreed: true, input });
  }
  for (const [id, reason] of Object.entries(reject)) decide(id, { refused: `The call was rejected: ${reason}` });
  for (const [id, result] of Object.entries(results)) decide(id, { result });
  return decided;
}

/** Resumes a sub-agent. If its run ended just before, its last text is its result. */
async function goOn(agent: AgentTool, id: string, state: RunState, decisions: Decisions): Promise<CallDecision> {
  const { pending, messages, stop } = state;
  const said = pending?.length ? undefined : lastWord(messages);
  if (stop !== undefined && stop !== "paused" && !pending?.length) {
    const ended = { stopReason: stop, text: said ?? lastTextOf(messages), output: undefined, messages };
    return { outcome: toAgentOutcome(agent.name!, ended) };
  }
  return said === undefined
    ? { agent: { state, waiting: await agent.prepare(state, within(decisions, id)) } }
    : { result: said };
}

/** The state of a sub-agent, with the inputs of its pending calls as the caller's state shows them. */
function withShown(state: RunState, id: string, shown: readonly PendingCall[]): RunState {
  const { pending } = state;
  if (!pending) return state;
  const inputs = new Map(shown.map((one) => [one.id, one]));
  return { ...state, pending: pending.map((one) => ({ ...one, ...inputs.get(`${id}/${one.id}`), id: one.id })) };
}

/** Whether the arguments of a call differ from the shown ones. */
function isOther(shown: PendingCall, { function: { arguments: text } }: ToolCall): boolean {
  if (!("input" in shown)) return false;
  return canonicalArguments(text) !== canonicalArguments(JSON.stringify(shown.input) ?? "");
}

/** Whether it is unknown if a call has run. An agent and a tool without `execute` are known not to have begun. */
function isLost(found: Tool | AgentTool | undefined): boolean {
  return found?.kind === "tool" && found.execute !== undefined && !found.idempotent;
}

/** The final text of a model without further calls; `undefined` if it is not finished. */
function lastWord(messages: readonly ChatMessage[]): string | undefined {
  const last = messages.at(-1);
  if (last?.role !== "assistant" || last.tool_calls?.length) return undefined;
  return typeof last.content === "string" ? last.content : "";
}

/** The decisions on calls of the sub-agent that this call started. */
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

function ownOf<T>(all: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(all, id) ? all[id] : undefined;
}

function formatPending(pending: RunState["pending"] = []): string {
  return pending.map(({ id }) => id).join(", ") || "none";
}
