import type { ToolCall } from "@patchbay/client";
import { SessionError } from "../errors/agent-error.ts";
import type { RunEvent } from "../report/events.ts";
import type { EventQueue } from "../async/event-queue.ts";
import type { ObserverContext } from "../report/observers.ts";
import type { PendingCall, RunState } from "../report/run-report.ts";
import type { AbortGroup } from "./abort-group.ts";
import { CallAbort, CallContext } from "./call-context.ts";
import type { Execution } from "./execution.ts";
import { toFailed, type ToolOutcome } from "./tool-outcome.ts";
import { readResult } from "./read-result.ts";
import { load } from "../async/load.ts";
import type { AgentTool, Tool } from "./tool.ts";

const agentRunner = () => import("./run-agent.ts");

/** The input of `runCall`. */
export interface Running extends Execution {
  readonly call: ToolCall;
  readonly abortGroup: AbortGroup;
  readonly queue: EventQueue<RunEvent>;
  /** The observers' span of this call. */
  readonly span: ObserverContext;
}

/** A sub-agent is paused. */
export interface Paused {
  readonly pending: readonly PendingCall[];
  readonly state: RunState;
}

/** Runs a tool with its retries, or a sub-agent once. */
export async function runCall(found: Tool | AgentTool, input: unknown, given: Running): Promise<ToolOutcome | Paused> {
  const { abortGroup } = given;
  const tries = found.kind === "agent" ? 0 : found.maxRetries;
  for (let retry = 0; ; retry++) {
    try {
      if (found.kind === "agent") {
        const { runAgent } = await load(agentRunner);
        return await given.span.within(() => runAgent(found, input, given));
      }
      return await given.span.within(() => runTool(found, input, given));
    } catch (error) {
      // The end of the run is not a failure of the tool.
      abortGroup.throwIfAborted();
      // A store that fails, or a session conflict, ends the whole run.
      if (found.kind === "agent" && error instanceof SessionError) throw error;
      if (retry >= tries) return toFailed(error);
    }
  }
}

/** Runs a tool until it is done, its time is up, or the run ends. A tool that ignores its signal is abandoned. */
async function runTool(
  tool: Tool,
  input: unknown,
  { call, queue, abortGroup, scope, step, messages, keyOf }: Running,
): Promise<ToolOutcome> {
  const { id } = call;
  abortGroup.throwIfAborted();
  const abort = new CallAbort();
  let release = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: unknown): void => {
      abort.abort(reason);
      reject(reason);
    };
    release = abortGroup.attach(end);
    if (tool.timeout !== undefined)
      timer = setTimeout(
        () => end(new Error(`The tool returned no result within ${tool.timeout} ms. It may still be running.`)),
        tool.timeout,
      );
  });
  const context = new CallContext({ toolCallId: id, idempotencyKey: keyOf(call), step, messages }, abort);
  /** Forwards progress once the queue has capacity. Returns whether the result is still needed. */
  const progress = async (value: unknown): Promise<boolean> => {
    if (abort.isAborted) return false;
    queue.push({ type: "tool-progress", id, name: tool.name, progress: value, path: scope.path });
    await roomIn(queue, ended);
    return !abort.isAborted;
  };
  try {
    // Reading a body takes time as well.
    const work = settle(() => tool.execute!(input as never, context), progress).then(async (output) => ({
      content: await readResult(output, tool.maxResultLength, () => abort.isAborted),
      output,
      error: undefined,
    }));
    return await Promise.race([work, ended]);
  } finally {
    clearTimeout(timer);
    release();
  }
}

/**
 * The result of a function, a promise or a generator. A generator is ended at its next `yield` if the result is
 * not needed anymore.
 */
async function settle(start: () => unknown, progress: (value: unknown) => Promise<boolean>): Promise<unknown> {
  const made = start();
  if (!isGenerator(made)) return made;
  for (;;) {
    const { done, value } = await made.next();
    if (done) return value;
    if (!(await progress(value))) return made.return?.(undefined);
  }
}

/** Waits until a slow consumer has taken some events, or the work has ended. */
async function roomIn(queue: EventQueue<RunEvent>, ended: Promise<never>): Promise<void> {
  const room = queue.room();
  if (room) await Promise.race([room, ended]).catch(() => undefined);
}

interface AnyGenerator {
  next(): Promise<IteratorResult<unknown, unknown>> | IteratorResult<unknown, unknown>;
  return?(value: undefined): unknown;
}

function isGenerator(value: unknown): value is AnyGenerator {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { next?: unknown }).next === "function" &&
    // Iterators of maps and lists are results; they have no `throw`.
    typeof (value as { throw?: unknown }).throw === "function" &&
    (Symbol.asyncIterator in value || Symbol.iterator in value)
  );
}
