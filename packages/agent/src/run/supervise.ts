import type { AgentPath, RunEvent } from "../report/events.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import { loop } from "./loop.ts";
import type { SpanEnd, ObserverContext } from "../report/observers.ts";
import type { ResolvedAgentOptions } from "./prepare-step.ts";
import type { RunReport, RunResult, RunState } from "../report/run-report.ts";
import type { Scope } from "../report/scope.ts";
import type { Conversation } from "../state/conversation.ts";
import type { PendingState } from "../tools/decisions.ts";
import { TimeLimit } from "../async/time-limit.ts";

/** The start of a run. */
export interface Opening {
  readonly conversation: Conversation;
  /** Calls of the last response without a result, if the run is resumed. */
  readonly waiting: PendingState | undefined;
  /** Includes the usage before a pause. */
  readonly ledger: UsageLedger;
  readonly save: Scope["save"];
}

/** The input of `supervise`. */
export interface Supervised {
  readonly timeout: number | undefined;
  readonly scope: Omit<Scope, "save">;
  /** Loads the start of the run. `signal` aborts it. */
  readonly open: (signal: AbortSignal) => Opening | Promise<Opening>;
  /** The start of the run if the time is up before it is loaded. */
  readonly blank: () => Opening;
  /** Signs a state if there is a secret. */
  readonly seal?: (state: RunState) => Promise<RunState>;
  /** Receives the report of the run at its end. */
  readonly onReport?: (report: RunReport) => void;
  /** Observers that receive the events from the surrounding run. */
  readonly others?: ObserverContext;
}

/** Runs the loop within its time limit. Observers receive every event, and errors carry the report. */
export function supervise(plan: ResolvedAgentOptions, run: Supervised): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const { observers } = run.scope;
  const events = withTimeLimit(plan, run);
  return observers.isIdle || observers === run.others ? events : withObservers(events, observers, run.others);
}

/** Sends the events to the observers. */
async function* withObservers(
  events: AsyncGenerator<RunEvent, RunResult<unknown>>,
  observers: ObserverContext,
  others: ObserverContext | undefined,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  try {
    for (;;) {
      const { done, value } = await events.next();
      if (done) return value;
      observers.event(value, others);
      yield value;
    }
  } finally {
    await events.return(undefined as never);
  }
}

/** Runs the loop until it ends or its time is up, and reports its end. */
async function* withTimeLimit(
  plan: ResolvedAgentOptions,
  { timeout, scope, open, blank, seal = (state) => Promise.resolve(state), onReport = () => undefined }: Supervised,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const { path } = scope;
  const time = new TimeLimit(timeout, scope.signal);
  const { signal } = time;
  let opening: Opening;
  try {
    opening = await open(signal);
  } catch (error) {
    time.end();
    if (error !== time.reason) throw error;
    opening = blank();
    return yield* finishTimedOut(opening, await seal(opening.conversation.toState(opening.ledger)), path);
  }
  const { conversation, ledger, waiting, save } = opening;
  const span = scope.observers.begin({
    type: "run",
    agent: plan.name,
    conversation: conversation.id,
    models: plan.models,
  });
  const report = async (): Promise<RunReport> => {
    const known = conversation.toReport(ledger);
    return { ...known, state: await seal(known.state) };
  };
  let end: SpanEnd = { cancelled: true };
  let last: RunReport | undefined;
  try {
    const inner: Scope = { ...scope, observers: span, signal, save };
    const result = yield* span.around(loop(plan, { conversation, ledger, waiting, scope: inner }));
    end = { stopReason: result.stopReason };
    const sealed = { ...result, state: await seal(result.state) };
    last = sealed;
    return sealed;
  } catch (error) {
    last = await report();
    if (error === time.reason) {
      end = { stopReason: "timeout" };
      return yield* finishTimedOut(opening, last.state, path);
    }
    end = { error, cancelled: path.length > 0 && scope.signal.aborted };
    // The report of the caller includes the work of a sub-agent.
    if (path.length === 0) attach(last, error, scope.signal);
    throw error;
  } finally {
    span.end({ cost: ledger.cost, tokens: ledger.tokens, ...end });
    time.end();
    onReport(last ?? (await report()));
  }
}

/** Ends a run whose time is up with what it has. */
async function* finishTimedOut(
  { conversation, ledger }: Opening,
  state: RunState,
  path: AgentPath,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const text = ledger.steps.at(-1)?.text ?? "";
  const known = conversation.toReport(ledger);
  yield { type: "finish", stopReason: "timeout", text, cost: known.cost, path };
  return { ...known, state, text, output: undefined, stopReason: "timeout", pending: [] };
}

/**
 * Attaches the report of the run to an error. An abort reason can end several runs: then it gets none instead of a
 * wrong one.
 */
function attach(report: RunReport, error: unknown, { aborted, reason }: AbortSignal): void {
  if (!(error instanceof Error) || !Object.isExtensible(error)) return;
  const isShared = aborted && error === reason && Object.hasOwn(error, "run");
  Object.defineProperty(error, "run", { value: isShared ? undefined : report, configurable: true });
}
