import type { ToolCall } from "@patchbay/client";
import type { RunEvent } from "../report/events.ts";
import { EventQueue } from "../async/event-queue.ts";
import type { ObserverContext } from "../report/observers.ts";
import { AbortGroup } from "./abort-group.ts";
import type { Executed, Execution, Result } from "./execution.ts";
import { withNote, type ToolOutcome } from "./tool-outcome.ts";
import { prepare, type Ready } from "./prepare-call.ts";
import { runCall } from "./run-call.ts";

/** Runs the calls of a step side by side; whatever goes wrong with one is told to the model. */
export async function* execute(calls: readonly ToolCall[], given: Execution): AsyncGenerator<RunEvent, Executed> {
  const { concurrency, begun, scope } = given;
  const { path, observers: watching } = scope;
  const queue = new EventQueue<RunEvent>();
  const results = new Map<string, Result>();
  let failure: { readonly error: unknown } | undefined;
  const brake = new AbortGroup(scope.signal);

  const preparing = Promise.all(calls.map((call) => prepare(call, given)));
  const ready = await brake.orPulled(preparing).catch(async (error: unknown) => {
    // Nothing has begun, which whoever keeps it has to know.
    if (scope.signal.aborted) await given.begin([], []);
    throw error;
  });
  const pending = ready.flatMap(({ waits }) => waits ?? []);
  const line = ready.filter(({ waits }) => !waits);
  const toRun = line.filter(({ decided }) => decided === undefined);

  for (const { call, decided } of line) if (decided) results.set(call.id, toResult(call, decided));
  for (const one of toRun.splice(0, concurrency)) begun.add(one.call.id);
  await given.begin(pending, [...results.values()]);
  for (const waits of pending) yield { type: "tool-pending", ...waits, path };
  const work = Promise.all(Array.from({ length: Math.min(concurrency, line.length) }, worker));
  try {
    yield* queue.until(work);
  } finally {
    // Nothing is kept after the end.
    await work;
    brake.release();
  }
  if (failure) throw failure.error;
  return { messages: calls.flatMap(({ id }) => results.get(id)?.message ?? []) };

  async function worker(): Promise<void> {
    try {
      // A brake that is pulled lets none begin.
      while (line.length > 0) await run(line.shift()!);
    } catch (error) {
      failure ??= { error };
      // What is left has not begun after all.
      for (const { call } of line) begun.delete(call.id);
      brake.abort(error);
    }
  }

  async function run(one: Ready): Promise<void> {
    const { call, found, input, decided, edited } = one;
    if (brake.isPulled) begun.delete(call.id);
    brake.throwIfPulled();
    const began = performance.now();
    const own = start(one);
    if (decided) return tellEnd(one, own, decided, began);
    let ran: Awaited<ReturnType<typeof runCall>>;
    try {
      ran = await runCall(found!, input.value, { ...given, brake, call, queue, watching: own });
    } catch (error) {
      own.end({ error, cancelled: true });
      throw error;
    }
    // The save of this result notes the call that takes its place.
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
    return tellEnd(one, own, outcome, began);
  }

  function start({ call, found, input }: Ready): ObserverContext {
    queue.push({ type: "tool-start", id: call.id, name: call.function.name, input: input.value, path });
    return watching.begin({ type: "tool", call, description: found?.description });
  }

  function tellEnd(
    { call }: Ready,
    own: ObserverContext,
    { output, error, failure: kind }: ToolOutcome,
    began: number,
  ): void {
    const { id, function: called } = call;
    own.end(error === undefined ? { output } : { error, failureKind: kind });
    queue.push({ type: "tool-end", id, name: called.name, output, error, durationMs: performance.now() - began, path });
  }
}

function toResult({ id }: ToolCall, { content, error }: ToolOutcome): Result {
  const text = typeof content === "string" ? content.toWellFormed() : content;
  return { message: { role: "tool", tool_call_id: id, content: text }, hasFailed: error !== undefined };
}
