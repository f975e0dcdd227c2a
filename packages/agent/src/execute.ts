import type { ChatMessage, ContentPart, StandardSchema, ToolCall } from "@patchbay/client";
import { tellIssues } from "@patchbay/client/schema";
import type { RunEvent } from "./event.ts";
import { EventQueue } from "./event-queue.ts";
import type { RepeatGuard } from "./guard.ts";
import type { Watching } from "./observe.ts";
import { reportOf, type Ledger, type PendingCall, type RunState } from "./report.ts";
import type { Scope } from "./scope.ts";
import { toContent } from "./tool-result.ts";
import type { AgentTool, Tool, ToolContext } from "./tool.ts";
import type { Decision } from "./waiting.ts";

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
  /** Is told of each result as it comes, and is waited for. */
  readonly keep: (message: ChatMessage) => Promise<void> | undefined;
  /** Is told where an agent stands that was called; undefined when nobody keeps it. */
  readonly keepAgent: ((id: string, state: RunState) => Promise<void>) | undefined;
}

/** What came of the calls of a step. */
export interface Executed {
  /** In the order of the calls. */
  readonly messages: readonly ChatMessage[];
  readonly repeats: boolean;
  readonly ends: boolean;
  /** Calls that wait for somebody. */
  readonly pending: readonly PendingCall[];
  /** Id of a call → where the agent stands that it called, and that waits. */
  readonly agents: ReadonlyMap<string, RunState>;
}

interface Outcome {
  readonly content: string | ContentPart[];
  readonly output: unknown;
  readonly error: string | undefined;
}

/** Runs the calls of a step side by side; whatever goes wrong with one is told to the model. */
export async function* execute(calls: readonly ToolCall[], given: Execution): AsyncGenerator<RunEvent, Executed> {
  const { tools, concurrency, guard, decisions, scope } = given;
  const { path, watching } = scope;
  const pending: PendingCall[] = [];
  const agents = new Map<string, RunState>();
  const queue = new EventQueue<RunEvent>();
  const done: (ChatMessage | undefined)[] = [];
  let [next, repeats, ends] = [0, false, false];

  const one = async (index: number): Promise<void> => {
    const call = calls[index]!;
    const { id } = call;
    const { name, arguments: text } = call.function;
    const began = performance.now();
    const found = tools.get(name);
    const decision = decisions.get(id);
    const input = found
      ? await readInput(found, decision && "agreed" in decision ? textOf(decision.input, text) : text)
      : refuse(`There is no tool ${JSON.stringify(name)}. There are: ${[...tools.keys()].join(", ")}.`);
    const isManual = found?.kind === "tool" && !found.run;
    if (
      !decision &&
      found?.kind === "tool" &&
      !input.error &&
      (isManual || (await needsApproval(found, input.value)))
    ) {
      const waiting: PendingCall = { id, name, input: input.raw, ...(isManual && { manual: true }) };
      pending.push(waiting);
      queue.push({ type: "tool-pending", ...waiting, path });
      return;
    }
    queue.push({ type: "tool-start", id, name, input: input.value, path });
    const own = watching.begin({ type: "tool", call, description: found?.description });
    let outcome = decidedOutcome(decision) ?? input.error;
    try {
      if (found && !outcome) {
        const verdict = found.kind === "agent" ? "run" : guard.look(found, input.value);
        repeats ||= verdict === "stop";
        const ran =
          verdict === "stop" || verdict === "block"
            ? failed(
                `This call was made before with the same arguments, and is not run again. Its result stands above; do something else.`,
              )
            : await run(found, input.value, { ...given, call, queue, watching: own });
        if ("pending" in ran) {
          agents.set(id, ran.state);
          for (const waiting of ran.pending) pending.push({ ...waiting, id: `${id}/${waiting.id}` });
          own.end({ stop: "paused" });
          return;
        }
        outcome = verdict === "steer" ? { ...ran, content: withNote(ran.content) } : ran;
        ends ||= found.kind === "tool" && found.ends && outcome.error === undefined;
      }
    } catch (error) {
      own.end({ error });
      throw error;
    }
    const { content, output, error } = outcome!;
    own.end(error === undefined ? {} : { error });
    const message: ChatMessage = { role: "tool", tool_call_id: id, content };
    done[index] = message;
    await given.keep(message);
    queue.push({ type: "tool-end", id, name, output, error, ms: performance.now() - began, path });
  };
  const worker = async (): Promise<void> => {
    while (next < calls.length) await one(next++);
  };
  yield* queue.until(Promise.all(Array.from({ length: Math.min(concurrency, calls.length) }, worker)));
  return { messages: done.filter((message) => message !== undefined), repeats, ends, pending, agents };
}

async function needsApproval({ approve }: Tool, input: unknown): Promise<boolean> {
  return typeof approve === "function" ? approve(input as never) : approve;
}

function textOf(input: unknown, text: string): string {
  return input === undefined ? text : JSON.stringify(input);
}

/** What came of a call without anything being run. */
function decidedOutcome(decision: Decision | undefined): Outcome | undefined {
  if (!decision) return undefined;
  if ("refused" in decision) return failed(decision.refused);
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
      if (found.kind === "agent") return await runAgent(found, input, given);
      const output = await given.watching.within(() => runTool(found, input, given));
      return { content: toContent(output), output, error: undefined };
    } catch (error) {
      // The run's own end is no failure of a tool.
      if (signal.aborted) throw signal.reason;
      if (retry >= tries) return failed(error instanceof Error ? error.message : String(error));
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
  { call, queue, scope, ledger, decisions, keyOf, keepAgent, watching }: Running,
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
      save: keepAgent && ((state) => keepAgent(call.id, state)),
    },
  });
  try {
    for (;;) {
      const { done, value } = await child.next();
      if (done) {
        ledger.absorb(value);
        if (value.stop === "paused") return value;
        const output = value.output ?? value.text;
        return { content: toContent(output), output, error: undefined };
      }
      queue.push(value);
    }
  } catch (error) {
    const run = reportOf(error);
    if (run) ledger.absorb(run);
    throw error;
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

function refuse(message: string, value?: unknown): Read {
  return { value, error: failed(message) };
}

function failed(message: string): Outcome {
  return { content: `Error: ${message}`, output: undefined, error: message };
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
