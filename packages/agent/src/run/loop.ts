import type { ChatCompletionRequest, ToolCall } from "@patchbay/client";
import { BudgetExceededError } from "../errors/agent-error.ts";
import type { Compaction } from "./compaction.ts";
import { load } from "../async/load.ts";
import { callsOf, type Conversation } from "../state/conversation.ts";
import type { RunEvent } from "../report/events.ts";
import { execute } from "../tools/execute.ts";
import type { ObserverContext } from "../report/observers.ts";
import type { Verdict } from "../tools/repeat-guard.ts";
import { reached, spent } from "../report/run-limits.ts";
import { isEmpty } from "../state/completion.ts";
import { callModel, type Answered } from "../models/model-call.ts";
import { RequestTexts } from "../models/request-texts.ts";
import { offeredIn, toRequest, type ResolvedAgentOptions } from "./prepare-step.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import type { RunResult, Step, StopReason } from "../report/run-report.ts";
import { Saver } from "../state/saver.ts";
import { pass, type Scope } from "../report/scope.ts";
import { lastTextOf, progressOf, toStep, withoutCalls } from "./step.ts";
import { decideAfterFailure, decideNext, decideRepair, decideStart, firstTurn, type Turn } from "./decide-next.ts";
import { hasEnded, lastStops } from "./stop-conditions.ts";
import type { PendingState } from "../tools/decisions.ts";
import { untilAborted } from "../async/until-aborted.ts";

const outputReader = () => import("../output/output.ts");

/** The start of a run, and its surroundings. */
export interface Start {
  readonly conversation: Conversation;
  readonly ledger: UsageLedger;
  readonly scope: Scope;
  /** Calls of the last response without a result, if the run is resumed. */
  readonly waiting: PendingState | undefined;
}

/** The agent loop: request a completion, run its calls, and repeat until the model is done or the run has to stop. */
export function loop(plan: ResolvedAgentOptions, start: Start): AsyncGenerator<RunEvent, RunResult<unknown>> {
  return new AgentLoop(plan, start).run();
}

class AgentLoop {
  readonly #plan: ResolvedAgentOptions;
  readonly #conversation: Conversation;
  readonly #ledger: UsageLedger;
  readonly #scope: Scope;
  readonly #waiting: PendingState | undefined;
  #compaction: Compaction | undefined;
  readonly #saver: Saver | undefined;
  readonly #texts = new RequestTexts();
  #turn: Turn;
  /** The span of the current step; that of the run between steps. */
  #span: ObserverContext;
  #text: string;
  #output: unknown;

  constructor(plan: ResolvedAgentOptions, { conversation, ledger, scope, waiting }: Start) {
    this.#plan = plan;
    this.#conversation = conversation;
    this.#ledger = ledger;
    this.#scope = scope;
    this.#waiting = waiting;
    this.#saver = scope.save && new Saver(() => scope.save!(conversation.toState(ledger)), scope.signal);
    this.#turn = firstTurn(plan.models, ledger.used.steps);
    this.#span = scope.observers;
    this.#text = waiting ? lastTextOf(conversation.messages) : "";
  }

  async *run(): AsyncGenerator<RunEvent, RunResult<unknown>> {
    const { signal } = this.#scope;
    // If the signal is aborted already, no user function is called.
    signal.throwIfAborted();
    const { compaction } = this.#plan;
    if (compaction) {
      const { Compaction } = await load(() => import("./compaction.ts"));
      this.#compaction = new Compaction(compaction, this.#plan, this.#conversation, this.#scope);
    }
    if (this.#plan.checkModels) await untilAborted(signal, this.#plan.checkModels());
    let stop = yield* this.#runWaitingCalls();
    while (!stop) stop = yield* this.#runTurn();
    return yield* this.#finish(stop);
  }

  /** Runs the calls of the state that is resumed. Returns why the run stops; `undefined` if it continues. */
  async *#runWaitingCalls(): AsyncGenerator<RunEvent, StopReason | undefined> {
    if (!this.#waiting || callsOf(this.#conversation.messages).length === 0) {
      await this.#saver?.save();
      return undefined;
    }
    const step = Math.max(this.#ledger.used.steps, 1);
    yield* this.#runCalls(this.#waiting, step, this.#plan.tools, this.#conversation.mark());
    this.#conversation.sortResults();
    return this.#stopAfterCalls();
  }

  /** One request and its tool calls. Returns why the run stops; `undefined` if it continues. */
  async *#runTurn(): AsyncGenerator<RunEvent, StopReason | undefined> {
    const stop = this.#stopBefore() ?? (yield* this.#compact());
    if (stop) return stop;
    const { models, again, isFirst, ending } = this.#turn;
    const { path, signal, observers } = this.#scope;
    const progress = progressOf(this.#ledger, this.#conversation);
    const isLast = ending !== undefined;
    const request = await toRequest(this.#plan, models, progress, {
      isLast,
      isFirst,
      again,
      history: this.#conversation.history,
      signal,
    });
    yield { type: "step-start", step: progress.step, model: models.length === 1 ? models[0]! : models, path };
    this.#span = observers.begin({ type: "step", step: progress.step });
    const tried = this.#ledger.attempts.length;
    let answered: Answered;
    try {
      answered = yield* await this.#ask(request);
    } catch (error) {
      this.#endStep(error);
      if (error instanceof BudgetExceededError) return this.#spentLimit()!;
      if (!this.#compaction) throw error;
      const { classifyError } = await load(() => import("../models/failure.ts"));
      const next = decideAfterFailure(this.#turn, classifyError(error).kind);
      if (!next) throw error;
      this.#turn = next;
      return undefined;
    }
    this.#compaction?.learn(answered.completion.usage?.prompt_tokens);
    const hasAll = models === this.#plan.models;
    const step = toStep(this.#plan, request, answered, { ledger: this.#ledger, tried, hasAll });
    this.#ledger.steps.push(step);
    this.#text = step.text;
    yield { type: "step-end", step, cost: this.#ledger.cost, path };
    return yield* this.#handle(answered, step, { request, number: progress.step });
  }

  /** Acts on a response. Returns why the run stops; `undefined` if it continues. */
  async *#handle(
    { message, completion, asked, attempt }: Answered,
    { finishReason, refusal }: Step,
    { request, number }: { readonly request: ChatCompletionRequest; readonly number: number },
  ): AsyncGenerator<RunEvent, StopReason | undefined> {
    const { fallback, output } = this.#plan;
    const calls = message.tool_calls ?? [];
    const response = { asked, finishReason, hasCalls: calls.length > 0, isEmpty: isEmpty(message) };
    const decision = decideNext(this.#turn, response, { hasFallback: !!fallback, hasOutput: !!output });
    this.#turn = decision.turn;
    if ("rejected" in decision) Object.assign(attempt, { outcome: "rejected", reason: decision.rejected });
    if (decision.type === "stop") return decision.stopReason;
    if (decision.type === "repeat") {
      this.#endStep();
      return undefined;
    }
    const undo = this.#conversation.mark();
    if (decision.type === "run-tools") {
      this.#conversation.answer(message);
      // A model can call a tool that this step does not offer: it knows the name from the history.
      const offered = offeredIn(this.#plan, request);
      yield* this.#runCalls({ calls, decisions: new Map() }, number, offered, undo);
      this.#endStep();
      return this.#stopAfterCalls();
    }
    this.#conversation.answer(withoutCalls(message));
    this.#endStep();
    if (!output || !decision.checksOutput) return decision.stopReason;
    const { readOutput, repairRequest } = await load(outputReader);
    const read = await untilAborted(this.#scope.signal, readOutput(output, message, refusal, completion));
    if ("value" in read) {
      this.#output = read.value;
      return decision.stopReason;
    }
    Object.assign(attempt, { outcome: "rejected", reason: read.error.message });
    if (this.#turn.ending) return this.#turn.ending;
    const next = decideRepair(this.#turn, asked, read.isFinal);
    if (!next) throw read.error;
    this.#turn = next;
    this.#conversation.messages.push({ role: "user", content: repairRequest(read.error) });
    return undefined;
  }

  /** Requests a completion from the models of the turn. The events need no generator of its own, which costs each one. */
  async #ask(request: ChatCompletionRequest): Promise<AsyncGenerator<RunEvent, Answered>> {
    const { client, fallback, output } = this.#plan;
    const ask = {
      ...this.#scope,
      point: this.#conversation.point(this.#ledger),
      again: this.#turn.again,
      observers: this.#span,
      client,
      request,
      ledger: this.#ledger,
      isTyped: output !== undefined,
      history: this.#conversation.messages,
      texts: this.#texts,
      isSpent: () => this.#spentLimit() !== undefined,
    };
    if (fallback) return fallback.ask(this.#turn.models, ask);
    return callModel({ ...ask, request: await pass(this.#scope, request) });
  }

  /** Compacts the conversation. Returns why the run stops; `undefined` if it continues. */
  async *#compact(): AsyncGenerator<RunEvent, StopReason | undefined> {
    if (!this.#compaction) return undefined;
    yield* this.#compaction.run(this.#ledger, this.#turn.isForced);
    // A summary costs money, too.
    return this.#stopBefore();
  }

  /**
   * Runs calls of the last response. Results are in the order of the calls. Calls whose start could not be saved are
   * undone.
   */
  async *#runCalls(
    { calls, decisions }: PendingState,
    step: number,
    tools: ResolvedAgentOptions["tools"],
    undo: () => void,
  ): AsyncGenerator<RunEvent, void> {
    const conversation = this.#conversation;
    const saver = this.#saver;
    const { messages } = conversation;
    const from = messages.length;
    const executed = yield* execute(calls, {
      tools,
      concurrency: this.#plan.toolConcurrency,
      verdictOn: (call) => this.#verdictOn(call),
      begun: conversation.begun,
      ledger: this.#ledger,
      step,
      messages,
      decisions,
      scope: { ...this.#scope, observers: this.#span },
      keyOf: conversation.keyOf,
      begin: async (pending, decided) => {
        try {
          this.#scope.signal.throwIfAborted();
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
  #verdictOn(call: ToolCall): Verdict {
    const found = this.#plan.tools.get(call.function.name);
    return found?.kind === "tool" && found.allowRepeatedCalls ? "run" : this.#conversation.verdictOn(call);
  }

  /** Why the run stops after calls; `undefined` if it continues. */
  async #stopAfterCalls(): Promise<StopReason | undefined> {
    const { stopWhen } = this.#plan;
    const conversation = this.#conversation;
    if (conversation.waiting.length > 0) return "paused";
    if (callsOf(conversation.messages).some((call) => this.#verdictOn(call) === "stop"))
      this.#turn = { ...this.#turn, ending: "repeated_call" };
    else if (hasEnded(this.#plan, conversation)) return "ended_by_tool";
    else if (stopWhen && (await untilAborted(this.#scope.signal, stopWhen(progressOf(this.#ledger, conversation)))))
      return "stop_condition";
    return undefined;
  }

  /** Why no further request is sent; `undefined` while the model may respond. */
  #stopBefore(): StopReason | undefined {
    const hasResults = this.#conversation.messages.at(-1)?.role === "tool";
    const mayRespond = this.#plan.allowFinalResponse && hasResults;
    const { turn, stopReason } = decideStart(this.#turn, reached(this.#ledger), mayRespond);
    this.#turn = turn;
    return stopReason;
  }

  /** The limit that forbids a request of the current step; `undefined` if there is none. */
  #spentLimit(): StopReason | undefined {
    return this.#turn.ending ? spent(this.#ledger) : reached(this.#ledger)?.stop;
  }

  #endStep(error?: unknown): void {
    const { observers, signal } = this.#scope;
    if (this.#span !== observers) this.#span.end(error === undefined ? {} : { error, cancelled: signal.aborted });
    this.#span = observers;
  }

  async *#finish(stopReason: StopReason): AsyncGenerator<RunEvent, RunResult<unknown>> {
    const { path } = this.#scope;
    const conversation = this.#conversation;
    // The run of a sub-agent is over when its caller has the result.
    conversation.isOver = path.length === 0 && lastStops.has(stopReason);
    if (path.length > 0 && stopReason !== "paused") conversation.stop = stopReason;
    await this.#saver?.save();
    this.#endStep();
    const text = this.#text;
    yield { type: "finish", stopReason, text, cost: this.#ledger.cost, path };
    const pending = conversation.waiting;
    return { ...conversation.toReport(this.#ledger), text, output: this.#output, stopReason, pending };
  }
}
