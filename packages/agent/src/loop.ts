import type { ChatCompletionMessage, ChatMessage, ToolCall } from "@patchbay/client";
import type { RunEvent } from "./event.ts";
import { execute, type Decision, type Executed } from "./execute.ts";
import { RepeatGuard } from "./guard.ts";
import { reached } from "./limit.ts";
import { askModels } from "./ask-models.ts";
import { callModel } from "./model-call.ts";
import { readOutput, repairRequest } from "./output.ts";
import { toRequest, type Plan, type Progress } from "./plan.ts";
import { repairHistory } from "./repair.ts";
import { toReport, type Ledger, type PendingCall, type RunResult, type Stop } from "./report.ts";

/** One run: where it begins, and what ends it. */
export interface Start {
  readonly messages: ChatMessage[];
  readonly signal: AbortSignal;
  readonly path: readonly string[];
  readonly streams: boolean;
  readonly ledger: Ledger;
  /** Calls of the last message that waited, and what was decided on them. */
  readonly waiting?: { readonly calls: readonly ToolCall[]; readonly decisions: ReadonlyMap<string, Decision> };
}

/** The loop: ask, run the calls, ask again, until the model is done or something ends it. */
export async function* loop(
  plan: Plan,
  { messages, signal, path, streams, ledger, waiting }: Start,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const guard = new RepeatGuard();
  const { steps } = ledger;
  let [text, output, models] = ["", undefined as unknown, plan.models];
  let [again, repairs, ending] = [0, 0, undefined as Stop | undefined];

  if (waiting) {
    const { pending, ends } = yield* runCalls(waiting.calls, 0, waiting.decisions);
    if (pending.length > 0) return yield* finish("paused", pending);
    // The results stand in the order of the calls, those of before the pause included.
    messages.splice(0, messages.length, ...repairHistory(messages));
    if (ends) return yield* finish("tool");
  }
  for (;;) {
    const progress = progressOf(ledger, messages);
    ending ??= reached(plan.limit, steps.length, ledger);
    if (ending && (!plan.answerAtLimit || messages.at(-1)?.role !== "tool")) return yield* finish(ending);
    const request = await toRequest(plan, models, progress, { isLast: ending !== undefined, again });

    yield { type: "step-start", step: progress.step, model: models.length === 1 ? models[0]! : models, path };
    const ask = { client: plan.client, request, signal, ledger, path, streams, isTyped: plan.output !== undefined };
    const tried = ledger.attempts.length;
    const { completion, message, ...made } = yield* plan.fallback
      ? askModels(plan.fallback, models, ask)
      : callModel(ask);
    const step = { ...made.step, attempts: ledger.attempts.slice(tried) };
    steps.push(step);
    const { finishReason: reason } = step;
    // What is not to be run is no call.
    const calls = ending ? [] : step.toolCalls;
    ({ text } = step);
    yield { type: "step-end", step, cost: ledger.cost, path };

    // A call that was cut off is never run, and an empty answer is none: each is asked for once more.
    const isCut = reason === "length" && calls.length > 0;
    const isEmpty =
      !ending && !plan.fallback && calls.length === 0 && text === "" && !message.images?.length && !isSpecial(reason);
    if ((isCut || isEmpty) && again++ === 0) {
      ledger.reject(isCut ? "cut off in a tool call" : "empty");
      continue;
    }
    if (isCut) return yield* finish("length");
    again = 0;
    messages.push(calls.length > 0 ? message : withoutCalls(message));

    if (calls.length > 0) {
      const executed = yield* runCalls(calls, step.number);
      if (executed.pending.length > 0) return yield* finish("paused", executed.pending);
      if (executed.repeats) ending = "repeat";
      else if (executed.ends) return yield* finish("tool");
      else if (await plan.stopWhen?.(progressOf(ledger, messages))) return yield* finish("condition");
      continue;
    }
    if (plan.output && !isSpecial(reason)) {
      const read = await readOutput(plan.output, completion);
      if ("error" in read) {
        ledger.reject(read.error.message);
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

  async function* runCalls(
    calls: readonly ToolCall[],
    step: number,
    decisions?: ReadonlyMap<string, Decision>,
  ): AsyncGenerator<RunEvent, Executed> {
    const { tools, concurrency } = plan;
    const given = { tools, concurrency, guard, ledger, signal, step, messages, path, streams };
    const executed = yield* execute(calls, { ...given, ...(decisions && { decisions }) });
    messages.push(...executed.messages);
    return executed;
  }

  async function* finish(
    stop: Stop,
    pending: readonly PendingCall[] = [],
  ): AsyncGenerator<RunEvent, RunResult<unknown>> {
    yield { type: "finish", stop, text, cost: ledger.cost, path };
    const report = toReport(ledger, messages);
    const state = pending.length > 0 ? { ...report.state, pending } : report.state;
    return { ...report, state, text, output, stop, pending };
  }
}

/** Reasons to finish that are no answer of the model's own will. */
const specialStops = { length: "length", content_filter: "filter" } as const;

function isSpecial(reason: string | null): reason is keyof typeof specialStops {
  return reason !== null && Object.hasOwn(specialStops, reason);
}

function withoutCalls({ tool_calls: _, ...message }: ChatCompletionMessage): ChatCompletionMessage {
  return message;
}

function progressOf(ledger: Ledger, messages: readonly ChatMessage[]): Progress {
  return { step: ledger.steps.length + 1, steps: ledger.steps, messages, usage: ledger.tokens, cost: ledger.cost };
}
