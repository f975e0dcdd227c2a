import type { ChatMessage, ContentPart } from "@patchbay/client";
import { AgentError, SessionError } from "../errors/agent-error.ts";
import { decisionAliases, decisionKinds, runAliases, runKinds } from "../options/agent-options.ts";
import { checkOptions, show } from "../options/check-options.ts";
import { Conversation } from "../state/conversation.ts";
import { defined } from "../options/defined.ts";
import type { RunEvent } from "../report/events.ts";
import { checkLimits, type RunLimits } from "../report/run-limits.ts";
import { UsageLedger } from "../report/usage-ledger.ts";
import { idleObservers, withObservers } from "../report/idle-observers.ts";
import { load } from "../async/load.ts";
import type { ResolvedAgentOptions } from "./prepare-step.ts";
import type { Policy } from "../policy/policy.ts";
import { repairHistory } from "../state/repair.ts";
import { randomId } from "../report/random-id.ts";
import type { RunResult, RunState } from "../report/run-report.ts";
import type { RunConsumer } from "./run.ts";
import { supervise, type Opening } from "./supervise.ts";
import type { Task } from "../tools/tool.ts";
import type { Decisions } from "../tools/decisions.ts";

const sessionStates = () => import("./session.ts");
const runStates = () => import("../state/run-state.ts");

/** The options of one run. */
export interface RunOptions {
  /** Aborts the run. Its reason is thrown unchanged. */
  readonly signal?: AbortSignal | undefined;
  /** A conversation to continue: the `state` of an earlier run. */
  readonly state?: RunState | undefined;
  /**
   * The id of a conversation in the `store`; it is created if it does not exist. Not the request field `session_id`.
   */
  readonly sessionId?: string | undefined;
  /** Limits of this run. Each one replaces the agent's; `undefined` leaves the agent's limit in place. */
  readonly limits?: RunLimits | undefined;
  /** A policy in addition to the agent's. */
  readonly policy?: Policy | undefined;
}

/** The input of a run: a string, the parts of a message, or messages. */
export type RunInput = string | readonly ContentPart[] | readonly ChatMessage[];

/** The start of a run: an input, or the decisions on the calls of a state. */
export type RunStart = { readonly input: RunInput } | { readonly decisions: Decisions };

/** Starts a top-level run. */
export async function* startRun(
  plan: ResolvedAgentOptions,
  begin: RunStart,
  options: RunOptions,
  { streams, signal: left, onReport }: RunConsumer,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  checkOptions<RunOptions>("run", options, runKinds, runAliases);
  if ("decisions" in begin)
    checkOptions<Decisions>("the decisions of resume", begin.decisions, decisionKinds, decisionAliases);
  const { signal, state: given, sessionId: session, limits: limit = {}, policy } = options;
  checkLimits(limit);
  if (policy) checkPolicy(policy);
  const { store, stateSecret: secret } = plan;
  if (session !== undefined && !store)
    throw new AgentError(`The session ${JSON.stringify(session)} needs a store. Set \`store\` of the agent.`);
  const isResumed = "decisions" in begin;
  if (session !== undefined && given && !isResumed)
    throw new AgentError(`The session ${JSON.stringify(session)} has its own state. Remove \`state\`.`);
  const limits = { ...plan.limits, ...defined(limit) };
  const seal = async (one: RunState): Promise<RunState> =>
    secret === undefined ? one : (await load(runStates)).signState(one, secret);

  const open = async (ended: AbortSignal): Promise<Opening> => {
    const sessions = session === undefined ? undefined : await load(sessionStates);
    const found = given ?? (await sessions?.loadSession(store!, session!, ended));
    if (isResumed && session !== undefined && !found)
      throw new SessionError(session, `The store has no session ${JSON.stringify(session)} to resume.`);
    const state = found || isResumed ? await read(found, secret) : undefined;
    const resuming = isResumed ? await load(() => import("./resume.ts")) : undefined;
    const waiting = isResumed ? await resuming!.toPendingState(plan, state!, begin.decisions) : undefined;
    const conversation = new Conversation(isResumed ? state! : follow(state, begin.input), plan.name);
    const save = sessions?.saveTo(store!, session!, conversation, seal);
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
      observers: await withObservers(idleObservers, plan.observers),
    },
    open,
    blank,
    seal,
    onReport,
  });
}

/** Starts the run of a sub-agent. */
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
        observers: await withObservers(scope.observers, plan.observers),
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

/** Reads a state and verifies its signature if there is a secret. Throws `StateError`. */
async function read(found: unknown, secret: string | undefined): Promise<RunState> {
  const { readState, verifyState } = await load(runStates);
  if (secret !== undefined) await verifyState(found, secret);
  return readState(found);
}

/** Continues a conversation. Calls that never got a result get one that says so. */
function follow(
  state: RunState | undefined,
  input: RunInput,
): Pick<RunState, "id" | "turn" | "key" | "revision" | "messages"> {
  const { id, turn, messages, revision } = state ?? { id: randomId(), turn: 0, messages: [], revision: 0 };
  // Two runs can continue the same state.
  const key = `${id}:${turn}-${randomId().slice(0, 8)}`;
  return { id, turn, key, messages: [...repairHistory(messages), ...toMessages(input)], revision: revision ?? 0 };
}

/** Rejects values that are not a policy. Throws `AgentError`. */
export function checkPolicy({ apply }: Policy): void {
  if (typeof apply !== "function")
    throw new AgentError("`policy` must have `apply`. Create it with `createPolicy(…)` of `@patchbay/agent/policy`.");
}

function toMessages(input: RunInput): ChatMessage[] {
  if (typeof input === "string") return [{ role: "user", content: input }];
  if (!Array.isArray(input))
    throw new AgentError(`The input must be a string, the parts of a message, or messages, got ${show(input)}.`);
  const wrong = input.findIndex((one: unknown) => typeof one !== "object" || one === null);
  if (wrong >= 0)
    throw new AgentError(
      `Item ${wrong} of the input must be a message or a part of one, got ${input[wrong] === null ? "null" : typeof input[wrong]}.`,
    );
  if (input.every((one): one is ChatMessage => "role" in one)) return repairHistory(input);
  return [{ role: "user", content: [...input] }];
}
