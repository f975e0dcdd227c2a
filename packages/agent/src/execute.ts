import type { ChatMessage, ContentPart, StandardSchema, ToolCall } from "@patchbay/client";
import { tellIssues } from "@patchbay/client/schema";
import type { RunEvent } from "./event.ts";
import { EventQueue } from "./event-queue.ts";
import type { RepeatGuard } from "./guard.ts";
import type { Ledger, PendingCall } from "./report.ts";
import { toContent } from "./tool-result.ts";
import type { AgentTool, Tool, ToolContext } from "./tool.ts";

/** What running the calls of a step takes. */
export interface Execution {
  readonly tools: ReadonlyMap<string, Tool | AgentTool>;
  /** How many run at the same time. */
  readonly concurrency: number;
  readonly guard: RepeatGuard;
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
  readonly step: number;
  readonly messages: readonly ChatMessage[];
  readonly path: readonly string[];
  readonly streams: boolean;
  /** What was decided on calls that waited: the input to run with, or why it is refused. */
  readonly decisions?: ReadonlyMap<string, Decision>;
}

/** What somebody said of a call that waited. */
export type Decision = { readonly input: unknown } | { readonly refused: string };

/** What came of the calls of a step. */
export interface Executed {
  /** In the order of the calls. */
  readonly messages: readonly ChatMessage[];
  readonly repeats: boolean;
  readonly ends: boolean;
  /** Calls that wait for somebody to agree. */
  readonly pending: readonly PendingCall[];
}

interface Outcome {
  readonly content: string | ContentPart[];
  readonly output: unknown;
  readonly error: string | undefined;
}

/** Runs the calls of a step side by side; whatever goes wrong with one is told to the model. */
export async function* execute(calls: readonly ToolCall[], given: Execution): AsyncGenerator<RunEvent, Executed> {
  const { tools, concurrency, guard, path, decisions } = given;
  const pending: PendingCall[] = [];
  const queue = new EventQueue<RunEvent>();
  const done: (Outcome | undefined)[] = [];
  let [next, repeats, ends] = [0, false, false];

  const one = async (index: number): Promise<void> => {
    const {
      id,
      function: { name, arguments: text },
    } = calls[index]!;
    const began = performance.now();
    const found = tools.get(name);
    const decision = decisions?.get(id);
    const input = found
      ? await readInput(found, decision && "input" in decision ? JSON.stringify(decision.input) : text)
      : refuse(`There is no tool ${JSON.stringify(name)}. There are: ${[...tools.keys()].join(", ")}.`);
    if (!decision && found?.kind === "tool" && !input.error && (await needsApproval(found, input.value))) {
      pending.push({ id, name, input: input.value });
      queue.push({ type: "tool-pending", id, name, input: input.value, path });
      return;
    }
    queue.push({ type: "tool-start", id, name, input: input.value, path });
    let outcome = decision && "refused" in decision ? failed(decision.refused) : input.error;
    if (found && !outcome) {
      const verdict = found.kind === "agent" ? "run" : guard.look(found, input.value);
      repeats ||= verdict === "stop";
      outcome =
        verdict === "stop" || verdict === "block"
          ? failed(
              `This call was made before with the same arguments, and is not run again. Its result stands above; do something else.`,
            )
          : await run(found, input.value, { id, name, queue, ...given });
      if (verdict === "steer") outcome = { ...outcome, content: withNote(outcome.content) };
      ends ||= found.kind === "tool" && found.ends && outcome.error === undefined;
    }
    done[index] = outcome!;
    const { output, error } = outcome!;
    queue.push({ type: "tool-end", id, name, output, error, ms: performance.now() - began, path });
  };
  const worker = async (): Promise<void> => {
    while (next < calls.length) await one(next++);
  };
  yield* queue.until(Promise.all(Array.from({ length: Math.min(concurrency, calls.length) }, worker)));
  return {
    messages: calls.flatMap(({ id }, index) => {
      const content = done[index]?.content;
      return content === undefined ? [] : { role: "tool", tool_call_id: id, content };
    }),
    repeats,
    ends,
    pending,
  };
}

async function needsApproval({ approve }: Tool, input: unknown): Promise<boolean> {
  return typeof approve === "function" ? approve(input as never) : approve;
}

interface Running extends Execution {
  readonly id: string;
  readonly name: string;
  readonly queue: EventQueue<RunEvent>;
}

/** Runs a tool as often as it may be tried, or an agent once. */
async function run(found: Tool | AgentTool, input: unknown, given: Running): Promise<Outcome> {
  const tries = found.kind === "agent" ? 0 : found.retries;
  for (let retry = 0; ; retry++) {
    try {
      const output = await (found.kind === "agent" ? runAgent(found, input, given) : runTool(found, input, given));
      return { content: toContent(output), output, error: undefined };
    } catch (error) {
      // The run's own end is no failure of a tool.
      if (given.signal.aborted) throw given.signal.reason;
      if (retry >= tries) return failed(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Runs a tool until it is done, its time is over, or the run ends; a tool that heeds no signal is left behind. */
async function runTool(
  tool: Tool,
  input: unknown,
  { id, name, queue, signal, step, messages, path }: Running,
): Promise<unknown> {
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
  const context: ToolContext = { signal: controller.signal, id, step, messages };
  const progress = (value: unknown): void => {
    if (!controller.signal.aborted) queue.push({ type: "tool-progress", id, name, progress: value, path });
  };
  try {
    return await Promise.race([settle(() => tool.run(input as never, context), progress), ended]);
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
  { id, name, queue, signal, ledger, path, streams }: Running,
): Promise<unknown> {
  const child = agent.start((input as { input: string }).input, { signal }, [...path, `${name}:${id}`], streams);
  try {
    for (;;) {
      const { done, value } = await child.next();
      if (done) {
        ledger.absorb(value);
        if (value.stop === "paused")
          throw new Error(
            `${name} called ${value.pending.map((call) => call.name).join(", ")}, to which somebody has to agree; an agent that was called cannot wait for that.`,
          );
        return value.output ?? value.text;
      }
      queue.push(value);
    }
  } catch (error) {
    const { run } = error as { run?: Parameters<Ledger["absorb"]>[0] };
    if (run) ledger.absorb(run);
    throw error;
  }
}

interface Read {
  readonly value: unknown;
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
  if (!checked) return { value };
  if (checked instanceof Error) return refuse(`The schema of the tool failed: ${checked.message}`, value);
  if (!checked.issues) return { value: checked.value };
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
