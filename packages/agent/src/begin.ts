import type { ChatMessage, ContentPart } from "@patchbay/client";
import { AgentError, SessionError } from "./agent-error.ts";
import { Conversation } from "./state/conversation.ts";
import { defined } from "./defined.ts";
import type { RunEvent } from "./event.ts";
import { checkLimit, type Limit } from "./limit.ts";
import { loop } from "./loop.ts";
import { Watching, type ActivityEnd } from "./observe.ts";
import type { Plan } from "./plan.ts";
import type { Policy } from "./policy/policy.ts";
import { repairHistory } from "./state/repair.ts";
import { toWaiting } from "./state/resume.ts";
import { Ledger, type Report, type RunResult, type RunState } from "./report.ts";
import type { Watcher } from "./run.ts";
import { readState, signState, verifyState } from "./state/run-state.ts";
import type { Scope } from "./scope.ts";
import type { Task } from "./tools/tool.ts";
import type { Decisions } from "./state/waiting.ts";

/** What one run is told. */
export interface RunOptions {
  /** Ends the run; its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined;
  /** A conversation to go on with: `state` of an earlier run. */
  readonly state?: RunState | undefined;
  /** The name of a conversation that the `store` keeps; it begins where there is none. */
  readonly session?: string | undefined;
  /** Limits of this run; each replaces the same limit of the agent, and `undefined` leaves that in place. */
  readonly limit?: Limit | undefined;
  /** A gate beside that of the agent. */
  readonly policy?: Policy | undefined;
}

/** What a run begins with: a text, the parts of a message, or messages. */
export type RunInput = string | readonly ContentPart[] | readonly ChatMessage[];

/** What a run begins with: an input, or what was decided on the calls of a state. */
export type Beginning = { readonly input: RunInput } | { readonly decisions: Decisions };

/** A run that was begun by hand. */
export async function* byHand(
  plan: Plan,
  begin: Beginning,
  { signal, state: given, session, limit = {}, policy }: RunOptions,
  { streams, signal: left, tell }: Watcher,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  checkLimit(limit);
  if (policy) checkPolicy(policy);
  const { store, stateSecret: secret } = plan;
  if (session !== undefined && !store)
    throw new AgentError(`The session ${JSON.stringify(session)} needs a store; give the agent one as \`store\`.`);
  const isResumed = "decisions" in begin;
  if (session !== undefined && given && !isResumed)
    throw new AgentError(`The session ${JSON.stringify(session)} has a state of its own; leave out \`state\`.`);
  const found = given ?? (session === undefined ? undefined : await load(plan, session));
  if (isResumed && session !== undefined && !found)
    throw new SessionError(session, `There is no session ${JSON.stringify(session)} to go on with.`);
  const state = found || isResumed ? await read(found, secret) : undefined;
  const waiting = isResumed ? toWaiting(plan, state!, begin.decisions) : undefined;
  const conversation = new Conversation(isResumed ? state! : follow(state, begin.input), plan.name);
  const seal = async (one: RunState): Promise<RunState> => (secret === undefined ? one : signState(one, secret));
  const save = async (one: RunState): Promise<void> => {
    const revision = conversation.revision + 1;
    try {
      await store!.save(session!, await seal({ ...one, revision }));
    } catch (cause) {
      if (cause instanceof SessionError) throw cause;
      throw new SessionError(
        session!,
        `The session ${JSON.stringify(session)} could not be saved: ${messageOf(cause)} The run stops here; its state is in \`reportOf(error).state\`, to go on from.`,
        { cause },
      );
    }
    conversation.revision = revision;
  };
  const scope: Scope = {
    signal: signal ? AbortSignal.any([signal, left]) : left,
    path: [],
    streams,
    policies: [plan.policy, policy].filter((one) => one !== undefined),
    watching: Watching.none.with(plan.observers),
    save: session === undefined ? undefined : save,
  };
  const limits = { ...plan.limit, ...defined(limit) };
  const ledger = new Ledger({ limit: limits, before: waiting && state?.used });
  return yield* watched(plan, { conversation, ledger, scope, waiting }, { seal, tell });
}

/** A run that is a part of another one. */
export async function* forAnother(
  plan: Plan,
  { input, resumed, id, scope, ledger: caller, stopped }: Task,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const { state, waiting } = resumed ?? {};
  const conversation = new Conversation(state ?? { id, turn: 0, messages: toMessages(input) }, plan.name);
  const inner: Scope = {
    ...scope,
    policies: plan.policy ? [...scope.policies, plan.policy] : scope.policies,
    watching: scope.watching.with(plan.observers),
  };
  const ledger = new Ledger({ limit: plan.limit, before: state?.used, caller });
  try {
    return yield* watched(plan, { conversation, ledger, scope: inner, waiting }, asItIs, scope.watching);
  } catch (error) {
    stopped(conversation.toState(ledger));
    throw error;
  }
}

/** What is done with what a run leaves behind. */
interface Ending {
  readonly seal: (state: RunState) => Promise<RunState>;
  /** Is told what is known of the run when it has ended. */
  readonly tell: (report: Report) => void;
}

/** The caller's end is that of an agent that was called. */
const asItIs: Ending = { seal: (state) => Promise.resolve(state), tell: () => undefined };

/** Tells those who look on of every event; `others` are told by the run around this one. */
function watched(
  plan: Plan,
  given: Parameters<typeof loop>[1],
  ending: Ending,
  others?: Watching,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const { watching } = given.scope;
  const events = guarded(plan, given, ending);
  return watching.isIdle || watching === others ? events : telling(events, watching, others);
}

async function* telling(
  events: AsyncGenerator<RunEvent, RunResult<unknown>>,
  watching: Watching,
  others: Watching | undefined,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  try {
    for (;;) {
      const { done, value } = await events.next();
      if (done) return value;
      watching.event(value, others);
      yield value;
    }
  } finally {
    await events.return(undefined as never);
  }
}

/** The loop within its time; what it throws carries the report. */
async function* guarded(
  plan: Plan,
  given: Parameters<typeof loop>[1],
  { seal, tell }: Ending,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const { conversation, ledger, scope } = given;
  const { path } = scope;
  const timeUp = new AgentError("The time of the run is over.");
  const controller = new AbortController();
  const { seconds } = ledger.limit;
  const timer =
    seconds === undefined || seconds === Infinity
      ? undefined
      : setTimeout(() => controller.abort(timeUp), seconds * 1000);
  const watching = scope.watching.begin({
    type: "run",
    agent: plan.name,
    conversation: conversation.id,
    models: plan.models,
  });
  const inner = { ...scope, watching, signal: AbortSignal.any([scope.signal, controller.signal]) };
  const report = async (): Promise<Report> => {
    const known = conversation.toReport(ledger);
    return { ...known, state: await seal(known.state) };
  };
  let end: ActivityEnd = { cancelled: true };
  let last: Report | undefined;
  try {
    const result = yield* watching.around(loop(plan, { ...given, scope: inner }));
    end = { stop: result.stop };
    const sealed = { ...result, state: await seal(result.state) };
    last = sealed;
    return sealed;
  } catch (error) {
    last = await report();
    if (error === timeUp) {
      const text = ledger.steps.at(-1)?.text ?? "";
      end = { stop: "time" };
      yield { type: "finish", stop: "time", text, cost: last.cost, path };
      return { ...last, text, output: undefined, stop: "time", pending: [] };
    }
    end = { error, cancelled: path.length > 0 && scope.signal.aborted };
    // What an agent did that was called is in the report of its caller.
    if (path.length === 0) attach(last, error, scope.signal);
    throw error;
  } finally {
    clearTimeout(timer);
    watching.end({ cost: ledger.cost, tokens: ledger.tokens, ...end });
    // Whatever is still under way belongs to nobody.
    controller.abort(timeUp);
    tell(last ?? (await report()));
  }
}

/** Gives an error the report of its run. The reason of an abort may end several runs: then it has none, rather than somebody else's. */
function attach(report: Report, error: unknown, { aborted, reason }: AbortSignal): void {
  if (!(error instanceof Error) || !Object.isExtensible(error)) return;
  const isShared = aborted && error === reason && Object.hasOwn(error, "run");
  Object.defineProperty(error, "run", { value: isShared ? undefined : report, configurable: true });
}

/** What the store has; undefined when the session is a new one. */
async function load({ store }: Plan, session: string): Promise<RunState | undefined> {
  try {
    return await store!.load(session);
  } catch (cause) {
    if (cause instanceof SessionError) throw cause;
    throw new SessionError(
      session,
      `The session ${JSON.stringify(session)} could not be loaded: ${messageOf(cause)} Nothing was sent.`,
      { cause },
    );
  }
}

/** A state that can be trusted, as far as there is a secret; throws `StateError`. */
async function read(found: unknown, secret: string | undefined): Promise<RunState> {
  if (secret !== undefined) await verifyState(found, secret);
  return readState(found);
}

/** What a run begins with that follows another one: its calls that were never answered are told to have no result. */
function follow(state: RunState | undefined, input: RunInput): Pick<RunState, "id" | "turn" | "revision" | "messages"> {
  const { id, turn, messages, revision } = state ?? { id: crypto.randomUUID(), turn: 0, messages: [], revision: 0 };
  return { id, turn, messages: [...repairHistory(messages), ...toMessages(input)], revision: revision ?? 0 };
}

/** Refuses what is no policy; throws `AgentError`. */
export function checkPolicy({ apply }: Policy): void {
  if (typeof apply !== "function")
    throw new AgentError("`policy` has no `apply`; make it with `policy(…)` of `@patchbay/agent/policy`.");
}

function toMessages(input: RunInput): ChatMessage[] {
  if (typeof input === "string") return [{ role: "user", content: input }];
  if (!Array.isArray(input))
    throw new AgentError(
      `The input is ${input === null ? "null" : typeof input}; it is a text, the parts of a message, or messages.`,
    );
  if (input.every((one): one is ChatMessage => "role" in one)) return repairHistory(input);
  return [{ role: "user", content: [...input] }];
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
