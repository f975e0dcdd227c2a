import type { ChatCompletionRequest, ChatMessage, Patchbay, Without } from "@patchbay/client";
import type { RunEvent } from "./event.ts";
import { execute } from "./execute.ts";
import { RepeatGuard } from "./guard.ts";
import { reached, type Limit } from "./limit.ts";
import { callModel } from "./model-call.ts";
import { readOutput, repairRequest, type OutputRule } from "./output.ts";
import type { Ledger, Report, RunResult, Step, Stop, Tokens } from "./report.ts";
import type { AgentTool, Tool } from "./tool.ts";

/** What a run has done and used before a step. */
export interface Progress {
  /** The step that comes next, from 1. */
  readonly step: number;
  readonly steps: readonly Step[];
  readonly messages: readonly ChatMessage[];
  readonly usage: Tokens;
  /** USD. */
  readonly cost: number;
}

/** What one step does differently: any field of the request, and the names of the tools that it may call. */
export type StepChange = Partial<Without<ChatCompletionRequest, "tools" | "stream">> & {
  readonly tools?: readonly string[];
};

/** An agent as the loop sees it. */
export interface Plan {
  readonly client: Pick<Patchbay, "chat">;
  readonly models: readonly string[];
  readonly instructions: string | ((progress: Progress) => string) | undefined;
  readonly tools: ReadonlyMap<string, Tool | AgentTool>;
  /** Name → the tool as the request says it. */
  readonly definitions: ReadonlyMap<string, NonNullable<ChatCompletionRequest["tools"]>[number]>;
  readonly concurrency: number;
  readonly output: OutputRule | undefined;
  readonly limit: Limit;
  readonly answerAtLimit: boolean;
  readonly request: Partial<ChatCompletionRequest>;
  readonly step: ((progress: Progress) => StepChange | undefined | Promise<StepChange | undefined>) | undefined;
  readonly stopWhen: ((progress: Progress) => boolean | Promise<boolean>) | undefined;
}

/** One run: where it begins, and what ends it. */
export interface Start {
  readonly messages: ChatMessage[];
  readonly signal: AbortSignal;
  readonly path: readonly string[];
  readonly streams: boolean;
  readonly ledger: Ledger;
}

/** The loop: ask, run the calls, ask again, until the model is done or something ends it. */
export async function* loop(
  plan: Plan,
  { messages, signal, path, streams, ledger }: Start,
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const guard = new RepeatGuard();
  const { steps } = ledger;
  let [text, output, models] = ["", undefined as unknown, plan.models];
  let [again, repairs, ending] = [0, 0, undefined as Stop | undefined];

  for (;;) {
    const progress: Progress = { step: steps.length + 1, steps, messages, usage: ledger.tokens, cost: ledger.cost };
    ending ??= reached(plan.limit, steps.length, ledger);
    if (ending && (!plan.answerAtLimit || messages.at(-1)?.role !== "tool")) return yield* finish(ending);
    const request = await toRequest(plan, models, progress, ending !== undefined, again);

    yield { type: "step-start", step: progress.step, model: models.length === 1 ? models[0]! : models, path };
    const { completion, cost, attempt } = yield* callModel({
      client: plan.client,
      request,
      signal,
      ledger,
      path,
      streams,
      isTyped: plan.output !== undefined,
    });
    const { message, finish_reason: reason = null } = completion.choices[0] ?? {
      message: { role: "assistant", content: null } as const,
    };
    const calls = ending ? [] : (message.tool_calls ?? []);
    text = message.content ?? "";
    const step: Step = {
      number: progress.step,
      model: completion.model,
      text,
      toolCalls: calls,
      finishReason: reason,
      usage: completion.usage,
      cost,
      attempts: [attempt],
    };
    steps.push(step);
    yield { type: "step-end", step, cost: ledger.cost, path };

    // A call that was cut off is never run, and an empty answer is none: each is asked for once more.
    const isCut = reason === "length" && calls.length > 0;
    const isEmpty =
      calls.length === 0 &&
      text === "" &&
      !message.images?.length &&
      !ending &&
      reason !== "content_filter" &&
      reason !== "length";
    if ((isCut || isEmpty) && again++ === 0) {
      reject(isCut ? "cut off in a tool call" : "empty");
      continue;
    }
    if (isCut) return yield* finish("length");
    again = 0;
    messages.push(calls.length > 0 || !message.tool_calls ? { ...message } : { ...message, tool_calls: undefined! });

    if (calls.length > 0) {
      const executed = yield* execute(calls, {
        tools: plan.tools,
        concurrency: plan.concurrency,
        guard,
        ledger,
        signal,
        step: progress.step,
        messages,
        path,
        streams,
      });
      messages.push(...executed.messages);
      if (executed.repeats) ending = "repeat";
      else if (executed.ends) return yield* finish("tool");
      else if (await plan.stopWhen?.({ ...progress, step: steps.length + 1, usage: ledger.tokens, cost: ledger.cost }))
        return yield* finish("condition");
      continue;
    }
    if (plan.output && reason !== "length" && reason !== "content_filter") {
      const read = await readOutput(plan.output, completion);
      if ("error" in read) {
        reject(read.error.message);
        if (ending) return yield* finish(ending);
        // Once with what is wrong, then by the next model, and then it is an error.
        if (repairs++ > 0) models = models.slice(1);
        if (models.length === 0) throw read.error;
        messages.push({ role: "user", content: repairRequest(read.error) });
        continue;
      }
      output = read.value;
    }
    return yield* finish(ending ?? (reason === "length" ? "length" : reason === "content_filter" ? "filter" : "done"));
  }

  function reject(why: string): void {
    ledger.attempts[ledger.attempts.length - 1] = { ...ledger.attempts.at(-1)!, outcome: "rejected", reason: why };
  }

  async function* finish(stop: Stop): AsyncGenerator<RunEvent, RunResult<unknown>> {
    yield { type: "finish", stop, text, cost: ledger.cost, path };
    return { ...toReport(ledger, messages), text, output, stop };
  }
}

/** What is known of a run. */
export function toReport(ledger: Ledger, messages: readonly ChatMessage[]): Report {
  const { steps, attempts, tokens: usage, cost } = ledger;
  return {
    steps: [...steps],
    messages: [...messages],
    usage,
    cost,
    attempts: [...attempts],
    state: { version: 1, messages: [...messages] },
  };
}

async function toRequest(
  plan: Plan,
  models: readonly string[],
  progress: Progress,
  isLast: boolean,
  again: number,
): Promise<ChatCompletionRequest> {
  const { tools: names, ...change } = (await plan.step?.(progress)) ?? {};
  const { tool_choice: choice, ...base } = plan.request;
  const instructions = typeof plan.instructions === "function" ? plan.instructions(progress) : plan.instructions;
  const tools = [...plan.definitions].flatMap(([name, definition]) =>
    !names || names.includes(name) ? definition : [],
  );
  const request: ChatCompletionRequest = {
    ...(models.length === 1 ? { model: models[0]! } : { models: [...models] }),
    ...base,
    // A choice that is forced holds for one step, or it would never end.
    ...(choice !== undefined &&
      (progress.step === 1 || choice === "auto" || choice === "none") && { tool_choice: choice }),
    ...(plan.output && { response_format: plan.output.format }),
    ...change,
    messages: [
      ...(instructions ? [{ role: "system" as const, content: instructions }] : []),
      ...(change.messages ?? progress.messages),
    ],
    ...(tools.length > 0 && { tools }),
  };
  if (isLast && tools.length > 0) request.tool_choice = "none";
  if (tools.length === 0) delete request.tool_choice;
  if (change.model !== undefined) delete request.models;
  // There was not enough room for a call.
  if (again > 0 && request.max_tokens) request.max_tokens *= 2;
  return request;
}
