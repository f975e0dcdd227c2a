import type { RunEvent } from "../report/events.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import { loop } from "./loop.ts";
import type { SpanEnd, ObserverContext } from "../report/observers.ts";
import type { ResolvedAgentOptions } from "./prepare-step.ts";
import type { RunReport, RunResult, RunState } from "../report/run-report.ts";
import type { Scope } from "../report/scope.ts";
import type { Conversation } from "../state/conversation.ts";
import type { PendingState } from "../tools/decisions.ts";
import { TimeLimit } from "../async/time-limit.ts";

/** Where a run begins. */
export interface Opening {
  readonly conversation: Conversation;
  /** Calls of the last answer without a result, when the run goes on from a state. */
  readonly waiting: PendingState | undefined;
  /** Of the parts of the run before a pause. */
  readonly ledger: UsageLedger;
  readonly save: Scope["save"];
}

/** A run with everything around its loop. */
export interface Supervised {
  readonly timeout: number | undefined;
  readonly scope: Omit<Scope, "save">;
  /** Reads what the run begins with; `signal` ends the run. */
  readonly open: (signal: AbortSignal) => Opening | Promise<Opening>;
  /** Where the run begins when its time is over before it is open. */
  readonly blank: () => Opening;
  /** Signs a state, where there is a secret. */
  readonly seal?: (state: RunState) => Promise<RunState>;
  /** Receives what is known of the run when it has ended. */
  readonly tell?: (report: RunReport) => void;
  /** Observers that receive the events from the run around this one. */
  readonly others?: ObserverContext;
}

/** Runs the loop within its time; observers see every event, and what it throws carries the report. */
export function supervise(plan: ResolvedAgentOptions, run: Supervised): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const { observers: watching } = run.scope;
  const events = guarded(plan, run);
  return watching.isIdle || watching === run.others ? events : telling(events, watching, run.others);
}

async function* telling(
  events: AsyncGenerator<RunEvent, RunResult<unknown>>,
  watching: ObserverContext,
  others: ObserverContext | undefined,
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

async function* guarded(
  plan: ResolvedAgentOptions,
  { timeout, scope, open, blank, seal = (state) => Promise.resolve(state), tell = () => undefined }: Supervised,
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
    return yield* timeIsUp(opening, await seal(opening.conversation.toState(opening.ledger)));
  }
  const { conversation, ledger, waiting, save } = opening;
  const watching = scope.observers.begin({
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
    const inner: Scope = { ...scope, observers: watching, signal, save };
    const result = yield* watching.around(loop(plan, { conversation, ledger, waiting, scope: inner }));
    end = { stopReason: result.stopReason };
    const sealed = { ...result, state: await seal(result.state) };
    last = sealed;
    return sealed;
  } catch (error) {
    last = await report();
    if (error === time.reason) {
      end = { stopReason: "timeout" };
      return yield* timeIsUp(opening, last.state);
    }
    end = { error, cancelled: path.length > 0 && scope.signal.aborted };
    // What an agent did that was called is in the report of its caller.
    if (path.length === 0) attach(last, error, scope.signal);
    throw error;
  } finally {
    watching.end({ cost: ledger.cost, tokens: ledger.tokens, ...end });
    time.end();
    tell(last ?? (await report()));
  }

  async function* timeIsUp(
    { conversation, ledger }: Opening,
    state: RunState,
  ): AsyncGenerator<RunEvent, RunResult<unknown>> {
    const text = ledger.steps.at(-1)?.text ?? "";
    const result = {
      ...conversation.toReport(ledger),
      state,
      text,
      output: undefined,
      stopReason: "timeout",
      pending: [],
    } as const;
    yield { type: "finish", stopReason: "timeout", text, cost: result.cost, path };
    return result;
  }
}

/** Gives an error the report of its run. The reason of an abort may end several runs: then it has none, rather than that of another run. */
function attach(report: RunReport, error: unknown, { aborted, reason }: AbortSignal): void {
  if (!(error instanceof Error) || !Object.isExtensible(error)) return;
  const isShared = aborted && error === reason && Object.hasOwn(error, "run");
  Object.defineProperty(error, "run", { value: isShared ? undefined : report, configurable: true });
}
