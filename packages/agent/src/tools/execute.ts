import type { ToolCall } from "@patchbay/client";
import type { RunEvent } from "../report/events.ts";
import { EventQueue } from "../async/event-queue.ts";
import type { ObserverContext } from "../report/observers.ts";
import { AbortGroup } from "./abort-group.ts";
import type { Executed, Execution, Result } from "./execution.ts";
import { withNote, type ToolOutcome } from "./tool-outcome.ts";
import { prepare, type Ready } from "./prepare-call.ts";
import { runCall } from "./run-call.ts";

/** Runs the calls of a step in parallel. The model receives the errors of calls. */
export async function* execute(calls: readonly ToolCall[], given: Execution): AsyncGenerator<RunEvent, Executed> {
  const { concurrency, begun, scope } = given;
  const { path } = scope;
  const queue = new EventQueue<RunEvent>();
  const results = new Map<string, Result>();
  let failure: { readonly error: unknown } | undefined;
  const abortGroup = new AbortGroup(scope.signal);

  const preparing = Promise.all(calls.map((call) => prepare(call, given)));
  const ready = await abortGroup.raceAbort(preparing).catch(async (error: unknown) => {
    // No call has begun, and the saved state has to reflect that.
    if (scope.signal.aborted) await given.begin([], []);
    throw error;
  });
  const pending = ready.flatMap(({ waits }) => waits ?? []);
  const waitingCalls = ready.filter(({ waits }) => !waits);
  const toRun = waitingCalls.filter(({ decided }) => decided === undefined);

  for (const { call, decided } of waitingCalls) if (decided) results.set(call.id, toResult(call, decided));
  for (const one of toRun.splice(0, concurrency)) begun.add(one.call.id);
  await given.begin(pending, [...results.values()]);
  for (const waits of pending) yield { type: "tool-pending", ...waits, path };
  const work = Promise.all(Array.from({ length: Math.min(concurrency, waitingCalls.length) }, worker));
  try {
    yield* queue.until(work);
  } finally {
    // No result may be added after the end.
    await work;
    abortGroup.release();
  }
  if (failure) throw failure.error;
  return { messages: calls.flatMap(({ id }) => results.get(id)?.message ?? []) };

  async function worker(): Promise<void> {
    try {
      // After an abort, no further call begins.
      while (waitingCalls.length > 0) await run(waitingCalls.shift()!);
    } catch (error) {
      failure ??= { error };
      // The remaining calls have not begun.
      for (const { call } of waitingCalls) begun.delete(call.id);
      abortGroup.abort(error);
    }
  }

  async function run(one: Ready): Promise<void> {
    const { call, found, input, decided, edited } = one;
    if (abortGroup.isAborted) begun.delete(call.id);
    abortGroup.throwIfAborted();
    const began = performance.now();
    const own = start(one, { queue, scope });
    if (decided) return reportEnd(call, own, decided, { began, queue, scope });
    let ran: Awaited<ReturnType<typeof runCall>>;
    try {
      ran = await runCall(found!, input.value, { ...given, abortGroup, call, queue, span: own });
    } catch (error) {
      own.end({ error, cancelled: true });
      throw error;
    }
    // The save of this result also records the next call as begun.
    for (const { call: next } of toRun.splice(0, 1)) begun.add(next.id);
    if ("pending" in ran) {
      given.stands(call.id, ran.state);
      await given.save?.();
      return own.end({ stopReason: "paused" });
    }
    const noted = given.verdictOn(call) === "steer" ? withNote(ran) : ran;
    const outcome = edited === undefined ? noted : withNote(noted, edited);
    const result = toResult(call, outcome);
    results.set(call.id, result);
    await given.keep(result);
    return reportEnd(call, own, outcome, { began, queue, scope });
  }
}

type Reporter = Pick<Execution, "scope"> & { readonly queue: EventQueue<RunEvent> };

function start({ call, found, input }: Ready, { queue, scope: { path, observers } }: Reporter): ObserverContext {
  queue.push({ type: "tool-start", id: call.id, name: call.function.name, input: input.value, path });
  return observers.begin({ type: "tool", call, description: found?.description });
}

function reportEnd(
  { id, function: { name } }: ToolCall,
  span: ObserverContext,
  { output, error, failure }: ToolOutcome,
  { began, queue, scope }: Reporter & { readonly began: number },
): void {
  span.end(error === undefined ? { output } : { error, failureKind: failure });
  const durationMs = performance.now() - began;
  queue.push({ type: "tool-end", id, name, output, error, durationMs, path: scope.path });
}

function toResult({ id }: ToolCall, { content, error }: ToolOutcome): Result {
  const text = typeof content === "string" ? content.toWellFormed() : content;
  return { message: { role: "tool", tool_call_id: id, content: text }, hasFailed: error !== undefined };
}
