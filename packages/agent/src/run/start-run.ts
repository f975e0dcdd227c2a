import type { ChatMessage, ContentPart } from "@patchbay/client";
import { AgentError, SessionError } from "../errors/agent-error.ts";
import { decisionAliases, decisionKinds, runAliases, runKinds } from "../options/agent-options.ts";
import { checkOptions } from "../options/check-options.ts";
import { Conversation } from "../state/conversation.ts";
import { defined } from "../options/defined.ts";
import type { RunEvent } from "../report/events.ts";
import { checkLimits, type RunLimits } from "../report/run-limits.ts";
import { UsageLedger } from "../report/usage-ledger.ts";
import { ObserverContext } from "../report/observers.ts";
import type { ResolvedAgentOptions } from "./prepare-step.ts";
import type { Policy } from "../policy/policy.ts";
import { repairHistory } from "../state/repair.ts";
import { toPendingState } from "./resume.ts";
import { randomId } from "../report/random-id.ts";
import type { RunResult, RunState } from "../report/run-report.ts";
import type { RunConsumer } from "./run.ts";
import { loadSession, saveTo } from "./session.ts";
import { readState, signState, verifyState } from "../state/run-state.ts";
import { supervise, type Opening } from "./supervise.ts";
import type { Task } from "../tools/tool.ts";
import type { Decisions } from "../tools/decisions.ts";

/** What one run is told. */
export interface RunOptions {
  /** Ends the run; its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined;
  /** A conversation to go on with: `state` of an earlier run. */
  readonly state?: RunState | undefined;
  /** The name of a conversation that the `store` keeps; it begins where there is none. */
  readonly sessionId?: string | undefined;
  /** Limits of this run; each replaces the same limit of the agent, and `undefined` leaves that in place. */
  readonly limits?: RunLimits | undefined;
  /** A gate beside that of the agent. */
  readonly policy?: Policy | undefined;
}

/** What a run begins with: a text, the parts of a message, or messages. */
export type RunInput = string | readonly ContentPart[] | readonly ChatMessage[];

/** What a run begins with: an input, or what was decided on the calls of a state. */
export type RunStart = { readonly input: RunInput } | { readonly decisions: Decisions };

/** A run that was begun by hand. */
export async function* startRun(
  plan: ResolvedAgentOptions,
  begin: RunStart,
  options: RunOptions,
  { streams, signal: left, tell }: RunConsumer,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  checkOptions<RunOptions>("run", options, runKinds, runAliases);
  if ("decisions" in begin)
    checkOptions<Decisions>("the decisions of resume", begin.decisions, decisionKinds, decisionAliases);
  const { signal, state: given, sessionId: session, limits: limit = {}, policy } = options;
  checkLimits(limit);
  if (policy) checkPolicy(policy);
  const { store, stateSecret: secret } = plan;
  if (session !== undefined && !store)
    throw new AgentError(`The session ${JSON.stringify(session)} needs a store; give the agent one as \`store\`.`);
  const isResumed = "decisions" in begin;
  if (session !== undefined && given && !isResumed)
    throw new AgentError(`The session ${JSON.stringify(session)} has a state of its own; leave out \`state\`.`);
  const limits = { ...plan.limits, ...defined(limit) };
  const seal = async (one: RunState): Promise<RunState> => (secret === undefined ? one : signState(one, secret));

  const open = async (ended: AbortSignal): Promise<Opening> => {
    const found = given ?? (session === undefined ? undefined : await loadSession(store!, session, ended));
    if (isResumed && session !== undefined && !found)
      throw new SessionError(session, `There is no session ${JSON.stringify(session)} to go on with.`);
    const state = found || isResumed ? await read(found, secret) : undefined;
    const waiting = isResumed ? toPendingState(plan, state!, begin.decisions) : undefined;
    const conversation = new Conversation(isResumed ? state! : follow(state, begin.input), plan.name);
    const save = session === undefined ? undefined : saveTo(store!, session, conversation, seal);
    return { conversation, ledger: new UsageLedger({ limit: limits, before: waiting && state?.used }), waiting, save };
  };
  const blank = (): Opening => ({
    conversation: new Conversation(follow(undefined, isResumed ? [] : begin.input), plan.name),
    ledger: new UsageLedger({ limit: limits }),
    waiting: undefined,
    save: undefined,
  });
  return yield* supervise(plan, {
    timeout: limits.timeout,
    scope: {
      signal: signal ? AbortSignal.any([signal, left]) : left,
      path: [],
      streams,
      policies: [plan.policy, policy].filter((one) => one !== undefined),
      hooks: plan.beforeToolCall ? [plan.beforeToolCall] : [],
      observers: ObserverContext.none.with(plan.observers),
    },
    open,
    blank,
    seal,
    tell,
  });
}

/** A run that is a part of another one. */
export async function* startSubRun(
  plan: ResolvedAgentOptions,
  { input, resumed, id, scope, ledger: caller, stopped }: Task,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const { state, waiting } = resumed ?? {};
  const conversation = new Conversation(state ?? { id, turn: 0, messages: toMessages(input) }, plan.name);
  const ledger = new UsageLedger({ limit: plan.limits, before: state?.used, caller });
  const open = (): Opening => ({ conversation, ledger, waiting, save: scope.save });
  try {
    return yield* supervise(plan, {
      timeout: plan.limits.timeout,
      scope: {
        ...scope,
        policies: plan.policy ? [...scope.policies, plan.policy] : scope.policies,
        hooks: plan.beforeToolCall ? [...scope.hooks, plan.beforeToolCall] : scope.hooks,
        observers: scope.observers.with(plan.observers),
      },
      open,
      blank: open,
      others: scope.observers,
    });
  } catch (error) {
    stopped(conversation.toState(ledger));
    throw error;
  }
}

/** A state that can be trusted, as far as there is a secret; throws `StateError`. */
async function read(found: unknown, secret: string | undefined): Promise<RunState> {
  if (secret !== undefined) await verifyState(found, secret);
  return readState(found);
}

/** What a run begins with that follows another one: its calls that were never answered are told to have no result. */
function follow(
  state: RunState | undefined,
  input: RunInput,
): Pick<RunState, "id" | "turn" | "key" | "revision" | "messages"> {
  const { id, turn, messages, revision } = state ?? { id: randomId(), turn: 0, messages: [], revision: 0 };
  // Two runs may follow one state.
  const key = `${id}:${turn}-${randomId().slice(0, 8)}`;
  return { id, turn, key, messages: [...repairHistory(messages), ...toMessages(input)], revision: revision ?? 0 };
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
  const wrong = input.findIndex((one: unknown) => typeof one !== "object" || one === null);
  if (wrong >= 0)
    throw new AgentError(
      `Item ${wrong} of the input must be a message or a part of one, got ${input[wrong] === null ? "null" : typeof input[wrong]}.`,
    );
  if (input.every((one): one is ChatMessage => "role" in one)) return repairHistory(input);
  return [{ role: "user", content: [...input] }];
}
