import type { ChatCompletionMessage } from "@patchbay/client";
import { askModels } from "./ask-models.ts";
import { Compaction } from "./compaction.ts";
import type { Conversation } from "./conversation.ts";
import type { RunEvent } from "./event.ts";
import { execute, type Executed } from "./execute.ts";
import { toFailure } from "./failure.ts";
import { RepeatGuard } from "./guard.ts";
import { reached } from "./limit.ts";
import { callModel, type Answered } from "./model-call.ts";
import { readOutput, repairRequest } from "./output.ts";
import { toRequest, type Plan, type Progress } from "./plan.ts";
import { repairHistory } from "./repair.ts";
import type { Ledger, RunResult, Step, Stop } from "./report.ts";
import { Saver } from "./saver.ts";
import { pass, type Scope } from "./scope.ts";
import { serviceFellBack } from "./service-fallback.ts";
import type { Waiting } from "./waiting.ts";

/** One run: where it begins, and what surrounds it. */
export interface Start {
  readonly conversation: Conversation;
  readonly ledger: Ledger;
  readonly scope: Scope;
  /** Calls of the last answer without a result, when it goes on from a state. */
  readonly waiting: Waiting | undefined;
}

/** The loop: ask, run the calls, ask again, until the model is done or something ends it. */
export async function* loop(
  plan: Plan,
  { conversation, ledger, scope, waiting }: Start,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const guard = new RepeatGuard();
  const { messages } = conversation;
  const { steps } = ledger;
  const { path } = scope;
  const compaction = plan.compact && new Compaction(plan.compact, plan, conversation, scope);
  const saver = scope.save && new Saver(() => scope.save!(conversation.toState(ledger)));
  let [text, output, models] = ["", undefined as unknown, plan.models];
  let [again, repairs, ending] = [0, 0, undefined as Stop | undefined];
  let [watching, isForced] = [scope.watching, false];

  await plan.checkModels?.();
  await saver?.save();
  if (waiting && waiting.calls.length > 0) {
    const { pending, ends } = yield* runCalls(waiting, messages.findLast(isAnswer)!, 0);
    if (pending.length > 0) return yield* finish("paused");
    // The results stand in the order of the calls, those of before the pause included.
    messages.splice(0, messages.length, ...repairHistory(messages));
    if (ends) return yield* finish("tool");
  }
  for (;;) {
    if (compaction) yield* compaction.run(ledger, isForced);
    const progress = progressOf(ledger, conversation);
    ending ??= reached(plan.limit, ledger);
    if (ending && (!plan.answerAtLimit || messages.at(-1)?.role !== "tool")) return yield* finish(ending);
    const request = await toRequest(plan, models, progress, { isLast: ending !== undefined, again });

    yield { type: "step-start", step: progress.step, model: models.length === 1 ? models[0]! : models, path };
    watching = scope.watching.begin({ type: "step", step: progress.step });
    const tried = ledger.attempts.length;
    const ask = { ...scope, watching, client: plan.client, request, ledger, isTyped: plan.output !== undefined };
    let answered: Answered;
    try {
      answered = yield* plan.fallback
        ? askModels(plan.fallback, models, ask)
        : callModel({ ...ask, request: await pass(scope.policies, request) });
    } catch (error) {
      endStep(error);
      // What is too long for the service is made shorter, once.
      if (!compaction || isForced || toFailure(error).kind !== "context") throw error;
      isForced = true;
      continue;
    }
    isForced = false;
    compaction?.learn(answered.completion.usage?.prompt_tokens);
    const { completion, message, attempt } = answered;
    const step = toStep(plan, models, answered, ledger, tried);
    steps.push(step);
    const { finishReason: reason } = step;
    // What is not to be run is no call.
    const calls = ending ? [] : (message.tool_calls ?? []);
    ({ text } = step);
    yield { type: "step-end", step, cost: ledger.cost, path };

    // A call that was cut off is never run, and an empty answer is none: each is asked for once more.
    const isCut = reason === "length" && calls.length > 0;
    const isEmpty =
      !ending && !plan.fallback && calls.length === 0 && text === "" && !message.images?.length && !isSpecial(reason);
    if ((isCut || isEmpty) && again++ === 0) {
      Object.assign(attempt, { outcome: "rejected", reason: isCut ? "cut off in a tool call" : "empty" });
      endStep();
      continue;
    }
    if (isCut) return yield* finish("length");
    again = 0;
    messages.push(calls.length > 0 ? message : withoutCalls(message));
    conversation.turn++;

    if (calls.length > 0) {
      await saver?.save();
      const executed = yield* runCalls({ calls, decisions: new Map() }, message, step.number);
      endStep();
      if (executed.pending.length > 0) return yield* finish("paused");
      if (executed.repeats) ending = "repeat";
      else if (executed.ends) return yield* finish("tool");
      else if (await plan.stopWhen?.(progressOf(ledger, conversation))) return yield* finish("condition");
      continue;
    }
    endStep();
    if (plan.output && !isSpecial(reason)) {
      const read = await readOutput(plan.output, completion);
      if ("error" in read) {
        Object.assign(attempt, { outcome: "rejected", reason: read.error.message });
        if (ending) return yield* finish(ending);
        // Once with what is wrong, then by the next model, and then it is an error.
        if (repairs++ > 0) models = models.slice(1);
        if (models.length === 0) throw read.error;
        messages.push({ role: "user", content: repairRequest(read.error) });
        continue;
      }
      output = read.value;
    }
    return yield* finish(ending ?? (isSpecial(reason) ? specialStops[reason] : "done"));
  }

  /** Runs calls of an answer; their results stand in the order of the calls. */
  async function* runCalls(
    { calls, decisions }: Waiting,
    answer: ChatCompletionMessage,
    step: number,
  ): AsyncGenerator<RunEvent, Executed> {
    const from = messages.length;
    const executed = yield* execute(calls, {
      tools: plan.tools,
      concurrency: plan.concurrency,
      guard,
      ledger,
      step,
      messages,
      decisions,
      scope: { ...scope, watching },
      keyOf: (call) => `${conversation.id}:${conversation.turn}:${answer.tool_calls?.indexOf(call)}`,
      keep: (message) => {
        messages.push(message);
        return saver?.save();
      },
      keepAgent:
        saver &&
        ((id, state) => {
          conversation.agents.set(id, state);
          return saver.save();
        }),
    });
    messages.splice(from, messages.length - from, ...executed.messages);
    conversation.pending = executed.pending;
    conversation.agents.clear();
    for (const [id, state] of executed.agents) conversation.agents.set(id, state);
    return executed;
  }

  function endStep(error?: unknown): void {
    if (watching !== scope.watching) watching.end(error === undefined ? {} : { error });
    watching = scope.watching;
  }

  async function* finish(stop: Stop): AsyncGenerator<RunEvent, RunResult<unknown>> {
    conversation.isOver = stop !== "paused";
    await saver?.save();
    endStep();
    yield { type: "finish", stop, text, cost: ledger.cost, path };
    return { ...conversation.toReport(ledger), text, output, stop, pending: conversation.pending };
  }
}

/** Reasons to finish that are no answer of the model's own will. */
const specialStops = { length: "length", content_filter: "filter" } as const;

function isSpecial(reason: string | null): reason is keyof typeof specialStops {
  return reason !== null && Object.hasOwn(specialStops, reason);
}

function isAnswer(message: { readonly role: string }): message is ChatCompletionMessage {
  return message.role === "assistant";
}

function withoutCalls({ tool_calls: _, ...message }: ChatCompletionMessage): ChatCompletionMessage {
  return message;
}

function toStep(
  { fallback }: Plan,
  models: readonly string[],
  { step, asked }: Answered,
  { attempts }: Ledger,
  from: number,
): Step {
  const by = fallback ? (asked === models[0] ? undefined : "agent") : serviceFellBack(models, step.model);
  return { ...step, attempts: attempts.slice(from), ...(by && { fallback: by }) };
}

function progressOf(ledger: Ledger, { messages }: Conversation): Progress {
  return { step: ledger.steps.length + 1, steps: ledger.steps, messages, usage: ledger.tokens, cost: ledger.cost };
}
