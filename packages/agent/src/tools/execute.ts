import type { ToolCall } from "@patchbay/client";
import type { RunEvent } from "../event.ts";
import { EventQueue } from "../event-queue.ts";
import { Brake } from "./brake.ts";
import type { Executed, Execution, ToolMessage } from "./execution.ts";
import { failed, withNote, type Outcome } from "./outcome.ts";
import { prepare } from "./prepare.ts";
import { runCall } from "./run-call.ts";

/** Runs the calls of a step side by side; whatever goes wrong with one is told to the model. */
export async function* execute(calls: readonly ToolCall[], given: Execution): AsyncGenerator<RunEvent, Executed> {
  const { concurrency, guard, scope } = given;
  const { path, watching } = scope;
  const queue = new EventQueue<RunEvent>();
  const done: ToolMessage[] = [];
  let [next, repeats, ends] = [0, false, false];
  let failure: { readonly error: unknown } | undefined;
  const brake = new Brake(scope.signal);

  const one = async (index: number): Promise<void> => {
    const { call, found, decided, input, edited, waits } = ready[index]!;
    const { id } = call;
    const { name } = call.function;
    if (waits) return;
    const began = performance.now();
    queue.push({ type: "tool-start", id, name, input: input.value, path });
    const own = watching.begin({ type: "tool", call, description: found?.description });
    let outcome = decided ?? input.error;
    try {
      if (found && !outcome) {
        const verdict = found.kind === "agent" ? "run" : guard.look(found, input.raw);
        repeats ||= verdict === "stop";
        const ran =
          verdict === "stop" || verdict === "block"
            ? failed(
                `This call was made before with the same arguments, and is not run again. Its result stands above; do something else.`,
                "repeated",
              )
            : await runCall(found, input.value, { ...given, brake, call, queue, watching: own });
        if ("pending" in ran) {
          given.stands(id, ran.state);
          await given.save?.();
          own.end({ stop: "paused" });
          return;
        }
        outcome = verdict === "steer" ? { ...ran, content: withNote(ran.content) } : ran;
      }
    } catch (error) {
      own.end({ error, cancelled: true });
      throw error;
    }
    if (edited !== undefined) outcome = { ...outcome!, content: withNote(outcome!.content, edited) };
    const { output, error, failure: kind } = outcome!;
    ends ||= found?.kind === "tool" && found.ends && error === undefined;
    own.end(error === undefined ? { output } : { error, failure: kind });
    const message = toMessage(call, outcome!);
    done[index] = message;
    if (!decided) await given.keep(message);
    queue.push({ type: "tool-end", id, name, output, error, ms: performance.now() - began, path });
  };
  const worker = async (): Promise<void> => {
    while (next < calls.length && !failure)
      try {
        await one(next++);
      } catch (error) {
        failure ??= { error };
        brake.pull(error);
      }
  };

  const preparing = Promise.all(calls.map((call) => prepare(call, given)));
  const ready = await brake.orPulled(preparing).catch(async (error: unknown) => {
    // Nothing has begun, which whoever keeps it has to know.
    if (scope.signal.aborted) await given.begin([], []);
    throw error;
  });
  const pending = ready.flatMap(({ waits }) => waits ?? []);
  const decided = ready.flatMap((one) => (one.decided ? toMessage(one.call, one.decided) : []));
  await given.begin(pending, decided);
  for (const waits of pending) yield { type: "tool-pending", ...waits, path };
  const work = Promise.all(Array.from({ length: Math.min(concurrency, calls.length) }, worker));
  try {
    yield* queue.until(work);
  } finally {
    // Nothing is kept after the end.
    await work;
    brake.release();
  }
  if (failure) throw failure.error;
  // Calls that wait have left holes.
  return { messages: done.filter(() => true), repeats, ends };
}

function toMessage({ id }: ToolCall, { content }: Outcome): ToolMessage {
  return { role: "tool", tool_call_id: id, content: typeof content === "string" ? content.toWellFormed() : content };
}
