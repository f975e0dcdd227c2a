import type { ChatCompletionMessage, ChatMessage, ToolCall } from "@patchbay/client";
import { hash } from "../text/hash.ts";
import { canonicalArguments } from "../tools/arguments.ts";
import { toClosedCall, toRecorded } from "./assistant-message.ts";
import { RepairedHistory } from "./repaired-history.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import type { PendingCall, RunReport, RunState, StopReason } from "../report/run-report.ts";
import type { Result } from "../tools/execution.ts";
import { countRepeats, verdictOn, type Repeat, type Repeats, type Verdict } from "../tools/repeat-guard.ts";

/** The messages and the progress of a run. */
export class Conversation {
  readonly id: string;
  readonly messages: ChatMessage[];
  /** Converts the messages to a history that providers accept. */
  readonly history: RepairedHistory = new RepairedHistory();
  /** The number of model responses so far. */
  turn: number;
  /** How often a store has saved it. */
  revision: number;
  /** Pending calls of the last response. Those of sub-agents are in `agents`. */
  pending: readonly PendingCall[];
  /** Call id → the state of the sub-agent. */
  readonly agents: Map<string, RunState>;
  /** Whether the run is finished. */
  isOver = false;
  /** Why it stopped, for the calling run. */
  stop: StopReason | undefined;
  /** Calls of the last response that have begun. */
  readonly begun: Set<string>;
  /** Calls of the last response that failed. */
  readonly failed: Set<string>;
  #repeats: Repeats;
  #key: string;
  readonly #agent: string | undefined;

  constructor(
    state: Pick<RunState, "id" | "messages" | "turn" | "key" | "revision" | "pending" | "agents" | "calls">,
    agent: string | undefined,
  ) {
    const { id, messages, turn, key = `${id}:${turn}`, revision = 0, pending = [], agents = {} } = state;
    this.id = id;
    this.messages = [...messages];
    this.turn = turn;
    this.revision = revision;
    const open = new Set(openCalls(messages).map((call) => call.id));
    this.pending = pending.filter((call) => open.has(call.id));
    this.agents = new Map(Object.entries(agents).filter(([call]) => open.has(call)));
    const { begun, failed, repeats } = state.calls ?? { begun: [], failed: failedBefore(messages), repeats: {} };
    this.begun = new Set(begun);
    this.failed = new Set(failed);
    this.#repeats = new Map(Object.entries(repeats));
    this.#key = key;
    this.#agent = agent;
  }

  /** All pending calls, including those of sub-agents, in the order of the calls. */
  get waiting(): readonly PendingCall[] {
    if (this.pending.length === 0 && this.agents.size === 0) return [];
    return callsOf(this.messages).flatMap(({ id }) => [
      ...this.pending.filter((call) => call.id === id),
      ...(this.agents.get(id)?.pending ?? []).map((call) => ({ ...call, id: `${id}/${call.id}` })),
    ]);
  }

  /** Adds a model response. */
  answer(message: ChatCompletionMessage): void {
    // A call counts as repeated only if nothing but results came in between.
    const before = this.messages.at(-1)?.role === "tool" ? this.#repeats : new Map<string, Repeat>();
    const { tool_calls: calls = [] } = message;
    const results = this.messages
      .slice(this.#lastAnswer() + 1)
      .flatMap((one) => (one.role === "tool" ? [one.content] : []));
    const marked = calls.map((call) => ({ call, canonical: canonicalArguments(call.function.arguments) }));
    this.#repeats = countRepeats(before, marked);
    this.begun.clear();
    this.failed.clear();
    // The arguments of a call stay unchanged until it has a result, because they are parsed from it, also after a
    // pause.
    const recorded = toRecorded(message);
    if (recorded) this.messages.push(recorded);
    this.turn++;
    // Two runs can continue one state: the same turn has the same key if both have the same decisions, results and
    // calls.
    const called = marked.map(({ call, canonical }) => [call.function.name, canonical]);
    this.#key = `${this.id}:${this.turn}-${hash(JSON.stringify([this.#key, results, called]))}`;
  }

  /** Adds the result of a call. */
  result({ message, hasFailed }: Result): void {
    const { tool_call_id: id } = message;
    this.messages.push(message);
    this.agents.delete(id);
    this.begun.delete(id);
    if (hasFailed) this.failed.add(id);
    this.#close(id);
  }

  /** Sorts the results of the last response by its calls. Some may precede a pause, and some follow it. */
  sortResults(): void {
    const order = new Map(callsOf(this.messages).map(({ id }, at) => [id, at]));
    const placeOf = (message: ChatMessage): number =>
      (message.role === "tool" ? order.get(message.tool_call_id) : undefined) ?? order.size;
    const from = this.messages.findLastIndex(({ role }) => role !== "tool") + 1;
    const results = this.messages.splice(from);
    this.messages.push(...results.toSorted((a, b) => placeOf(a) - placeOf(b)));
  }

  /** The idempotency key of a call of the last response. */
  readonly keyOf = (call: ToolCall): string =>
    `${this.#key}:${callsOf(this.messages).findIndex(({ id }) => id === call.id)}`;

  /**
   * Identifies the next model request. It is the same when the run is resumed from a state before the request, and
   * different after each response, accepted or rejected.
   */
  point({ used }: UsageLedger): string {
    return `${this.#key}:${used.steps}`;
  }

  /** Converts a call of the last response to the form that providers accept. */
  #close(id: string): void {
    const at = this.#lastAnswer();
    const answer = this.messages[at];
    if (answer?.role !== "assistant" || !answer.tool_calls) return;
    const place = answer.tool_calls.findIndex((call) => call.id === id);
    const call = answer.tool_calls[place];
    const closed = call && toClosedCall(call);
    if (closed !== call) this.messages[at] = { ...answer, tool_calls: answer.tool_calls.with(place, closed!) };
  }

  #lastAnswer(): number {
    return this.messages.findLastIndex(({ role }) => role === "assistant");
  }

  /** The verdict on a call of the last response that repeats earlier ones. */
  readonly verdictOn = ({ id }: ToolCall): Verdict => verdictOn(this.#repeats.get(id)?.count);

  /** Creates a checkpoint; the function restores it. */
  mark(): () => void {
    const { turn, pending } = this;
    const [key, { length }, agents] = [this.#key, this.messages, [...this.agents]];
    const at = this.#lastAnswer();
    const answer = this.messages[at];
    const [repeats, begun, failed] = [this.#repeats, [...this.begun], [...this.failed]];
    return () => {
      Object.assign(this, { turn, pending });
      this.#key = key;
      this.#repeats = repeats;
      this.begun.clear();
      for (const id of begun) this.begun.add(id);
      this.failed.clear();
      for (const id of failed) this.failed.add(id);
      this.messages.length = length;
      if (answer) this.messages[at] = answer;
      for (const [id, state] of agents) this.agents.set(id, state);
    };
  }

  /** The state from which the run can be resumed. */
  toState(ledger: UsageLedger): RunState {
    const { id, turn, messages, waiting, agents, revision, stop } = this;
    const calls = { begun: [...this.begun], failed: [...this.failed], repeats: Object.fromEntries(this.#repeats) };
    return {
      version: 2,
      id,
      ...(this.#agent !== undefined && { agent: this.#agent }),
      turn,
      key: this.#key,
      messages: [...messages],
      ...(waiting.length > 0 && { pending: waiting }),
      ...(agents.size > 0 && { agents: Object.fromEntries(agents) }),
      ...(callsOf(messages).length > 0 && { calls }),
      ...(stop !== undefined && { stop }),
      ...(!this.isOver && { used: ledger.used }),
      ...(revision > 0 && { revision }),
    };
  }

  /** The report of the run. */
  toReport(ledger: UsageLedger): RunReport {
    const { steps, attempts, tokens: usage, cost } = ledger;
    const messages = [...this.history.repair(this.messages)];
    return { steps: [...steps], messages, usage, cost, attempts: [...attempts], state: this.toState(ledger) };
  }
}

/** The failed calls of the last response in a state of an older version, which marks them by their text only. */
function failedBefore(messages: readonly ChatMessage[]): readonly string[] {
  const results = messages.slice(messages.findLastIndex(({ role }) => role === "assistant") + 1);
  return results.flatMap((message) =>
    message.role === "tool" && typeof message.content === "string" && message.content.startsWith("Error: ")
      ? message.tool_call_id
      : [],
  );
}

/** The calls of the last response without a result. */
export function openCalls(messages: readonly ChatMessage[]): readonly ToolCall[] {
  const at = messages.findLastIndex(({ role }) => role !== "tool");
  const done = new Set(messages.slice(at + 1).map((message) => message.role === "tool" && message.tool_call_id));
  return callsOf(messages).filter(({ id }) => !done.has(id));
}

/** The calls of the last response, if only their results follow it. */
export function callsOf(messages: readonly ChatMessage[]): readonly ToolCall[] {
  const last = messages.findLast(({ role }) => role !== "tool");
  return (last?.role === "assistant" && last.tool_calls) || [];
}
