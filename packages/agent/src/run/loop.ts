import type { ToolCall } from "@patchbay/client";
import { BudgetExceededError } from "../errors/agent-error.ts";
import { Compaction } from "./compaction.ts";
import { callsOf, type Conversation } from "../state/conversation.ts";
import type { RunEvent } from "../report/events.ts";
import { execute } from "../tools/execute.ts";
import type { Verdict } from "../tools/repeat-guard.ts";
import { classifyError } from "../models/failure.ts";
import { reached, spent } from "../report/run-limits.ts";
import { isEmpty } from "../state/completion.ts";
import { callModel, type Answered } from "../models/model-call.ts";
import { readOutput, repairRequest } from "../output/output.ts";
import { offeredIn, toRequest, type ResolvedAgentOptions } from "./prepare-step.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import type { RunResult, StopReason } from "../report/run-report.ts";
import { Saver } from "../state/saver.ts";
import { pass, type Scope } from "../report/scope.ts";
import { lastTextOf, progressOf, toStep, withoutCalls } from "./step.ts";
import { hasEnded, isSpecial, lastStops, specialStops } from "./stop-conditions.ts";
import type { PendingState } from "../tools/decisions.ts";
import { untilAborted } from "../async/until-aborted.ts";

/** The start of a run, and its surroundings. */
export interface Start {
  readonly conversation: Conversation;
  readonly ledger: UsageLedger;
  readonly scope: Scope;
  /** Calls of the last response without a result, if the run is resumed. */
  readonly waiting: PendingState | undefined;
}

/** The agent loop: request a completion, run its calls, and repeat until the model is done or the run has to stop. */
export async function* loop(
  plan: ResolvedAgentOptions,
  { conversation, ledger, scope, waiting }: Start,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const { messages } = conversation;
  const { steps } = ledger;
  const { path, signal } = scope;
  const compaction = plan.compaction && new Compaction(plan.compaction, plan, conversation, scope);
  const saver = scope.save && new Saver(() => scope.save!(conversation.toState(ledger)), signal);
  let [text, output, models] = [waiting ? lastTextOf(messages) : "", undefined as unknown, plan.models];
  let [again, repairs, ending] = [0, 0, undefined as StopReason | undefined];
  // A forced tool choice applies until the first response is accepted.
  let isFirst = ledger.used.steps === 0;
  let [watching, isForced] = [scope.observers, false];

  // If the signal is aborted already, no user function is called.
  signal.throwIfAborted();
  if (plan.checkModels) await untilAborted(signal, plan.checkModels());
  if (waiting && callsOf(messages).length > 0) {
    yield* runCalls(waiting, Math.max(ledger.used.steps, 1));
    conversation.sortResults();
    const stop = await stopAfterCalls();
    if (stop) return yield* finish(stop);
  } else await saver?.save();
  for (;;) {
    const end = endBefore();
    if (end) return yield* finish(end);
    if (compaction) yield* compaction.run(ledger, isForced);
    // A summary costs money, too.
    const late = compaction && endBefore();
    if (late) return yield* finish(late);
    const progress = progressOf(ledger, conversation);
    const request = await toRequest(plan, models, progress, { isLast: ending !== undefined, isFirst, again, signal });

    yield { type: "step-start", step: progress.step, model: models.length === 1 ? models[0]! : models, path };
    watching = scope.observers.begin({ type: "step", step: progress.step });
    const tried = ledger.attempts.length;
    const point = conversation.point(ledger);
    const isTyped = plan.output !== undefined;
    const ask = {
      ...scope,
      point,
      again,
      observers: watching,
      client: plan.client,
      request,
      ledger,
      isTyped,
      history: messages,
      isSpent: () => isSpent() !== undefined,
    };
    let answered: Answered;
    try {
      answered = yield* plan.fallback
        ? plan.fallback.ask(models, ask)
        : callModel({ ...ask, request: await pass(scope, request) });
    } catch (error) {
      endStep(error);
      if (error instanceof BudgetExceededError) return yield* finish(isSpent()!);
      // A prompt that is too long is compacted once.
      if (!compaction || isForced || classifyError(error).kind !== "context_length_exceeded") throw error;
      isForced = true;
      continue;
    }
    isForced = false;
    compaction?.learn(answered.completion.usage?.prompt_tokens);
    const { completion, message, attempt } = answered;
    const step = toStep(plan, request, answered, { ledger, tried, hasAll: models === plan.models });
    steps.push(step);
    const { finishReason: reason } = step;
    // The final response has no calls to run.
    const calls = ending ? [] : (message.tool_calls ?? []);
    ({ text } = step);
    yield { type: "step-end", step, cost: ledger.cost, path };

    // A truncated call never runs, and an empty response is useless. Each is requested once more.
    const isCut = reason === "length" && calls.length > 0;
    const isNothing = !ending && isEmpty(message) && !isSpecial(reason);
    if (isCut || isNothing)
      Object.assign(attempt, { outcome: "rejected", reason: isCut ? "cut off in a tool call" : "empty" });
    // A fallback has repeated the request for an empty response already.
    if ((isCut || (isNothing && !plan.fallback)) && again++ === 0) {
      endStep();
      continue;
    }
    if (isNothing) return yield* finish("empty_response");
    if (isCut && plan.fallback && after(answered.asked).length > 0) {
      [models, again] = [after(answered.asked), 0];
      endStep();
      continue;
    }
    if (isCut) return yield* finish("length");
    again = 0;
    isFirst = false;
    const undo = conversation.mark();
    conversation.answer(calls.length > 0 ? message : withoutCalls(message));

    if (calls.length > 0) {
      // A model can call a tool that this step does not offer: it knows the name from the history.
      yield* runCalls({ calls, decisions: new Map() }, progress.step, { tools: offeredIn(plan, request), undo });
      endStep();
      const stop = await stopAfterCalls();
      if (stop) return yield* finish(stop);
      continue;
    }
    endStep();
    if (plan.output && !isSpecial(reason)) {
      const read = await untilAborted(signal, readOutput(plan.output, message, step.refusal, completion));
      if ("error" in read) {
        Object.assign(attempt, { outcome: "rejected", reason: read.error.message });
        if (ending) return yield* finish(ending);
        if (read.isFinal) throw read.error;
        // Repair once with the error, then use the next model, then throw.
        if (repairs++ > 0) models = after(answered.asked);
        if (models.length === 0) throw read.error;
        messages.push({ role: "user", content: repairRequest(read.error) });
        continue;
      }
      output = read.value;
    }
    return yield* finish(ending ?? (isSpecial(reason) ? specialStops[reason] : "completed"));
  }

  /**
   * Runs calls of the last response. Results are in the order of the calls. Calls whose start could not be saved are
   * undone.
   */
  async function* runCalls(
    { calls, decisions }: PendingState,
    step: number,
    { tools = plan.tools, undo = conversation.mark() } = {},
  ): AsyncGenerator<RunEvent, void> {
    const from = messages.length;
    const executed = yield* execute(calls, {
      tools,
      concurrency: plan.toolConcurrency,
      verdictOn: verdict,
      begun: conversation.begun,
      ledger,
      step,
      messages,
      decisions,
      scope: { ...scope, observers: watching },
      keyOf: conversation.keyOf,
      async begin(pending, decided) {
        try {
          scope.signal.throwIfAborted();
          conversation.pending = pending;
          for (const result of decided) conversation.result(result);
          await saver?.save();
        } catch (error) {
          undo();
          throw error;
        }
      },
      keep(result) {
        conversation.result(result);
        return saver?.save();
      },
      stands: (id, state) => void conversation.agents.set(id, state),
      save: saver?.save,
    });
    messages.splice(from, messages.length - from, ...executed.messages);
  }

  /** The verdict on a repeated call. Tools with `allowRepeatedCalls` always run. */
  function verdict(call: ToolCall): Verdict {
    const found = plan.tools.get(call.function.name);
    return found?.kind === "tool" && found.allowRepeatedCalls ? "run" : conversation.verdictOn(call);
  }

  /** Why the run ends after calls; `undefined` if it continues. */
  async function stopAfterCalls(): Promise<StopReason | undefined> {
    if (conversation.waiting.length > 0) return "paused";
    if (callsOf(messages).some((call) => verdict(call) === "stop")) ending = "repeated_call";
    else if (hasEnded(plan, conversation)) return "ended_by_tool";
    else if (plan.stopWhen && (await untilAborted(signal, plan.stopWhen(progressOf(ledger, conversation)))))
      return "stop_condition";
    return undefined;
  }

  /** The models after the requested one. */
  function after(asked: string): readonly string[] {
    return models.slice(Math.max(models.indexOf(asked), 0) + 1);
  }

  /**
   * Why no further request is sent; `undefined` while the model may respond. Sets `ending` if that is its final
   * response.
   */
  function endBefore(): StopReason | undefined {
    const end = reached(ledger);
    ending ??= end?.stop;
    if (!ending) return undefined;
    if (end?.mayAnswer === false) return end.stop;
    return plan.allowFinalResponse && messages.at(-1)?.role === "tool" ? undefined : ending;
  }

  /** The limit that forbids a request of the current step; `undefined` if there is none. */
  function isSpent(): StopReason | undefined {
    return ending ? spent(ledger) : reached(ledger)?.stop;
  }

  function endStep(error?: unknown): void {
    if (watching !== scope.observers)
      watching.end(error === undefined ? {} : { error, cancelled: scope.signal.aborted });
    watching = scope.observers;
  }

  async function* finish(stop: StopReason): AsyncGenerator<RunEvent, RunResult<unknown>> {
    // The run of a sub-agent is over when its caller has the result.
    conversation.isOver = path.length === 0 && lastStops.has(stop);
    if (path.length > 0 && stop !== "paused") conversation.stop = stop;
    await saver?.save();
    endStep();
    yield { type: "finish", stopReason: stop, text, cost: ledger.cost, path };
    return { ...conversation.toReport(ledger), text, output, stopReason: stop, pending: conversation.waiting };
  }
}
