import type { ChatMessage, ContentPart, StandardSchema, ToolCall } from "@patchbay/client";
import { tellIssues } from "@patchbay/client/schema";
import { SessionError } from "../agent-error.ts";
import type { RunEvent } from "../event.ts";
import { EventQueue } from "../event-queue.ts";
import type { RepeatGuard } from "./guard.ts";
import type { Watching } from "../observe.ts";
import type { Ledger, PendingCall, RunState } from "../report.ts";
import type { Scope } from "../scope.ts";
import { toContent } from "./tool-result.ts";
import type { AgentTool, Tool, ToolContext } from "./tool.ts";
import type { Decision } from "../state/waiting.ts";

/** What running the calls of a step takes. */
export interface Execution {
  readonly tools: ReadonlyMap<string, Tool | AgentTool>;
  /** How many run at the same time. */
  readonly concurrency: number;
  readonly guard: RepeatGuard;
  readonly ledger: Ledger;
  readonly scope: Scope;
  readonly step: number;
  readonly messages: readonly ChatMessage[];
  /** What was decided on calls that waited. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly keyOf: (call: ToolCall) => string;
  /** Is told which calls wait and what was decided on others, before any is run, and is waited for. */
  readonly begin: (pending: readonly PendingCall[], decided: readonly ToolMessage[]) => Promise<void>;
  /** Is told of each result as it comes, and is waited for. */
  readonly keep: (message: ToolMessage) => Promise<void> | undefined;
  /** Is told where an agent stands that was called. */
  readonly stands: (id: string, state: RunState) => void;
  /** Keeps everything that was told; undefined when nobody does. */
  readonly save: (() => Promise<void>) | undefined;
}

type ToolMessage = ChatMessage & { readonly role: "tool" };

/** What came of the calls of a step. */
export interface Executed {
  /** In the order of the calls. */
  readonly messages: readonly ChatMessage[];
  readonly repeats: boolean;
  readonly ends: boolean;
}

interface Outcome {
  readonly content: string | ContentPart[];
  readonly output: unknown;
  readonly error: string | undefined;
  /** What kind of failure it was: a word of a small set, or the name of the error. */
  readonly failure?: string;
}

/** A call before it is run. */
interface Ready {
  readonly call: ToolCall;
  readonly found: Tool | AgentTool | undefined;
  /** What came of it without anything being run. */
  readonly decided: Outcome | undefined;
  readonly input: Read;
  /** Why nothing is run: somebody has to decide first. */
  readonly waits: PendingCall | undefined;
}

/** Runs the calls of a step side by side; whatever goes wrong with one is told to the model. */
export async function* execute(calls: readonly ToolCall[], given: Execution): AsyncGenerator<RunEvent, Executed> {
  const { concurrency, guard, scope } = given;
  const { path, watching } = scope;
  const queue = new EventQueue<RunEvent>();
  const done: ToolMessage[] = [];
  let [next, repeats, ends] = [0, false, false];
  let failure: { readonly error: unknown } | undefined;
  const stopping = new AbortController();
  const inner = { ...scope, signal: AbortSignal.any([scope.signal, stopping.signal]) };

  const one = async (index: number): Promise<void> => {
    const { call, found, decided, input, waits } = ready[index]!;
    const { id } = call;
    const { name } = call.function;
    if (waits) return;
    const began = performance.now();
    queue.push({ type: "tool-start", id, name, input: input.value, path });
    const own = watching.begin({ type: "tool", call, description: found?.description });
    let outcome = decided ?? input.error;
    try {
      if (found && !outcome) {
        const verdict = found.kind === "agent" ? "run" : guard.look(found, input.value);
        repeats ||= verdict === "stop";
        const ran =
          verdict === "stop" || verdict === "block"
            ? failed(
                `This call was made before with the same arguments, and is not run again. Its result stands above; do something else.`,
                "repeated",
              )
            : await run(found, input.value, { ...given, scope: inner, call, queue, watching: own });
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
        stopping.abort(error);
      }
  };

  const ready = await Promise.all(calls.map((call) => prepare(call, given)));
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
  }
  if (failure) throw failure.error;
  return { messages: done.filter(() => true), repeats, ends };
}

/** Reads the input of a call, and finds out whether it waits. */
async function prepare(call: ToolCall, { tools, decisions }: Execution): Promise<Ready> {
  const { id } = call;
  const { name, arguments: text } = call.function;
  const found = tools.get(name);
  const decision = decisions.get(id);
  const input = found
    ? await readInput(found, decision && "agreed" in decision ? textOf(decision.input, text) : text)
    : refuse(
        `There is no tool ${JSON.stringify(name)}. There are: ${[...tools.keys()].join(", ")}.`,
        undefined,
        "unknown_tool",
      );
  const open = { call, found, decided: decidedOutcome(decision), input, waits: undefined };
  if (found?.kind !== "tool" || input.error) return open;
  const isManual = !found.run;
  try {
    const waits = decision ? "waits" in decision : isManual || (await needsApproval(found, input.value));
    return waits ? { ...open, waits: { id, name, input: input.raw, ...(isManual && { manual: true }) } } : open;
  } catch (error) {
    return { ...open, input: { ...input, error: toFailed(error) } };
  }
}

async function needsApproval({ approve }: Tool, input: unknown): Promise<boolean> {
  return typeof approve === "function" ? approve(input as never) : approve;
}

function toMessage({ id }: ToolCall, { content }: Outcome): ToolMessage {
  return { role: "tool", tool_call_id: id, content };
}

function textOf(input: unknown, text: string): string {
  return input === undefined ? text : JSON.stringify(input);
}

/** What came of a call without anything being run. */
function decidedOutcome(decision: Decision | undefined): Outcome | undefined {
  if (!decision) return undefined;
  if ("refused" in decision) return failed(decision.refused, "refused");
  return "result" in decision
    ? { content: toContent(decision.result), output: decision.result, error: undefined }
    : undefined;
}

interface Running extends Execution {
  readonly call: ToolCall;
  readonly queue: EventQueue<RunEvent>;
  /** Who looks on at this call. */
  readonly watching: Watching;
}

/** An agent that was called waits for somebody. */
interface Paused {
  readonly pending: readonly PendingCall[];
  readonly state: RunState;
}

/** Runs a tool as often as it may be tried, or an agent once. */
async function run(found: Tool | AgentTool, input: unknown, given: Running): Promise<Outcome | Paused> {
  const { signal } = given.scope;
  const tries = found.kind === "agent" ? 0 : found.retries;
  for (let retry = 0; ; retry++) {
    try {
      if (found.kind === "agent") return await given.watching.within(() => runAgent(found, input, given));
      const output = await given.watching.within(() => runTool(found, input, given));
      return { content: toContent(output), output, error: undefined };
    } catch (error) {
      // The run's own end is no failure of a tool.
      if (signal.aborted) throw signal.reason;
      // A store that fails, or that somebody else writes to, ends the whole run.
      if (found.kind === "agent" && error instanceof SessionError) throw error;
      if (retry >= tries) return toFailed(error);
    }
  }
}

/** Runs a tool until it is done, its time is over, or the run ends; a tool that heeds no signal is left behind. */
async function runTool(
  tool: Tool,
  input: unknown,
  { call, queue, scope, step, messages, keyOf }: Running,
): Promise<unknown> {
  const { signal, path } = scope;
  const { id } = call;
  signal.throwIfAborted();
  const controller = new AbortController();
  let stop = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: unknown): void => {
      controller.abort(reason);
      reject(reason);
    };
    stop = () => end(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    if (tool.timeout !== undefined)
      timer = setTimeout(
        () => end(new Error(`The tool gave no result within ${tool.timeout} ms. It may still be running.`)),
        tool.timeout,
      );
  });
  const context: ToolContext = { signal: controller.signal, id, idempotencyKey: keyOf(call), step, messages };
  const progress = (value: unknown): void => {
    if (!controller.signal.aborted) queue.push({ type: "tool-progress", id, name: tool.name, progress: value, path });
  };
  try {
    return await Promise.race([settle(() => tool.run!(input as never, context), progress), ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

/** The result of a function, a promise or a generator. */
async function settle(start: () => unknown, progress: (value: unknown) => void): Promise<unknown> {
  const made = start();
  if (!isGenerator(made)) return made;
  for (;;) {
    const { done, value } = await made.next();
    if (done) return value;
    progress(value);
  }
}

/** Runs an agent as a tool: its events, its cost and its end belong to the run that called it. */
async function runAgent(
  agent: AgentTool,
  input: unknown,
  { call, queue, scope, ledger, decisions, keyOf, stands, save, watching }: Running,
): Promise<Outcome | Paused> {
  const decision = decisions.get(call.id);
  const child = agent.start({
    input: (input as { input: string }).input,
    resumed: decision && "agent" in decision ? decision.agent : undefined,
    id: keyOf(call),
    scope: {
      ...scope,
      path: [...scope.path, `${agent.name}:${call.id}`],
      watching,
      save: async (state) => {
        stands(call.id, state);
        await save?.();
      },
    },
    ledger,
    stopped: (state) => stands(call.id, state),
  });
  for (;;) {
    const { done, value } = await child.next();
    if (done) {
      if (value.stop === "paused") return value;
      const output = value.output ?? value.text;
      return { content: toContent(output), output, error: undefined };
    }
    queue.push(value);
  }
}

interface Read {
  readonly value: unknown;
  /** As the model gave it: plain JSON. */
  readonly raw?: unknown;
  readonly error?: Outcome;
}

/** The arguments of a call, checked; what is wrong is said so that the model can mend it. */
async function readInput(found: Tool | AgentTool, text: string): Promise<Read> {
  let value: unknown;
  try {
    // Some models leave the text empty where there is nothing to say.
    value = text.trim() === "" ? {} : JSON.parse(text);
  } catch (error) {
    return refuse(`The arguments are no JSON: ${(error as Error).message}. They were: ${text}`, text);
  }
  const schema = found.kind === "agent" ? undefined : found.schema;
  if (
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value) ||
    (found.kind === "agent" && typeof (value as { input?: unknown }).input !== "string")
  )
    return refuse("The arguments are no object with the fields of the tool.", value);
  const checked = await check(schema, value);
  if (!checked) return { value, raw: value };
  if (checked instanceof Error) return refuse(`The schema of the tool failed: ${checked.message}`, value);
  if (!checked.issues) return { value: checked.value, raw: value };
  return refuse(`The arguments do not obey the schema: ${tellIssues(checked.issues)}`, value);
}

/** What a schema says; an error where it throws itself. */
async function check(schema: StandardSchema | undefined, value: unknown): Promise<Checked | Error | undefined> {
  try {
    return await schema?.["~standard"].validate(value);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

type Checked = Awaited<ReturnType<StandardSchema["~standard"]["validate"]>>;

function refuse(message: string, value: unknown, failure = "invalid_arguments"): Read {
  return { value, error: failed(message, failure) };
}

function toFailed(error: unknown): Outcome {
  return error instanceof Error ? failed(error.message, error.name) : failed(String(error), "unknown");
}

function failed(message: string, failure: string): Outcome {
  return { content: `Error: ${message}`, output: undefined, error: message, failure };
}

const note =
  "You have made this call several times with the same arguments, and its result does not change. Do something else, or answer.";

function withNote(content: string | ContentPart[]): string | ContentPart[] {
  return typeof content === "string" ? `${content}\n\n${note}` : [...content, { type: "text", text: note }];
}

interface AnyGenerator {
  next(): Promise<IteratorResult<unknown, unknown>> | IteratorResult<unknown, unknown>;
}

function isGenerator(value: unknown): value is AnyGenerator {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { next?: unknown }).next === "function" &&
    (Symbol.asyncIterator in value || Symbol.iterator in value)
  );
}
