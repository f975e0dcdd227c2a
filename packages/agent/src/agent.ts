import type {
  ChatCompletionRequest,
  ChatMessage,
  ContentPart,
  OutputSchema,
  OutputTypeOf,
  Patchbay,
  Without,
} from "@patchbay/client";
import { AgentError } from "./agent-error.ts";
import type { RunEvent } from "./event.ts";
import type { Fallback } from "./fallback.ts";
import { checkLimit, type Limit } from "./limit.ts";
import { loop, type Start } from "./loop.ts";
import { toOutputRule } from "./output.ts";
import type { Plan, Progress, StepChange } from "./plan.ts";
import { repairHistory } from "./repair.ts";
import { checkState, toWaiting, type Decisions } from "./resume.ts";
import { Ledger, toReport, type RunResult, type RunState } from "./report.ts";
import { Run } from "./run.ts";
import { checkName, type AgentTool, type Tool } from "./tool.ts";

/** A tool that the service runs itself, as the request says it. */
type ServerTool = Exclude<NonNullable<ChatCompletionRequest["tools"]>[number], { type: "function" }>;

/** What an agent is made of. */
export interface AgentOptions<Schema extends OutputSchema | undefined> {
  readonly client: Pick<Patchbay, "chat">;
  /** A model; several, then the service falls back from one to the next; or `fallback([…])`, then the agent does. */
  readonly model: string | readonly string[] | Fallback;
  /** Who it is and what it does, as the system message; a function says it anew for each step. */
  readonly instructions?: string | ((progress: Progress) => string);
  /** Tools of one's own, agents with a name, and tools that the service runs itself. */
  readonly tools?: readonly (Tool | AgentTool | ServerTool)[];
  /** How many tools run at the same time. Default: all calls of a step. */
  readonly concurrency?: number;
  /** What the last answer has to be; then the result has a typed `output`. */
  readonly output?: Schema;
  readonly limit?: Limit;
  /** Whether the model may answer once more, without tools, when a limit is reached. Default: true. */
  readonly answerAtLimit?: boolean;
  /** Any other field of the request, such as `temperature` or `provider`. */
  readonly request?: Partial<
    Without<ChatCompletionRequest, "model" | "models" | "messages" | "tools" | "stream" | "response_format">
  >;
  /** What the next step does differently. */
  readonly step?: (progress: Progress) => StepChange | undefined | Promise<StepChange | undefined>;
  /** Whether the run ends after the tools of a step. */
  readonly stopWhen?: (progress: Progress) => boolean | Promise<boolean>;
  /** Its name as a tool of other agents. */
  readonly name?: string;
  /** When other agents are to call it. */
  readonly description?: string;
}

/** What one run is told. */
export interface RunOptions {
  /** Ends the run; its reason is thrown as it is. */
  readonly signal?: AbortSignal;
  /** A conversation to go on with: `state` of an earlier run. */
  readonly state?: RunState;
  /** Limits of this run, over those of the agent. */
  readonly limit?: Limit;
}

/** What a run begins with: a text, the parts of a message, or messages. */
export type RunInput = string | readonly ContentPart[] | readonly ChatMessage[];

/** An agent: it runs, and other agents can call it. */
export interface Agent<Output> extends AgentTool {
  /**
   * Answers an input. Await the run for its result, or loop over it for what happens.
   *
   * @throws ApiError, ConnectionError, TimeoutError, StreamError of the client, and OutputError when the typed answer stays wrong;
   *   each with the report of the run as `run`
   */
  readonly run: (input: RunInput, options?: RunOptions) => Run<Output>;
  /**
   * Goes on with a run that is paused: runs the calls that are agreed to, tells the model of those that are refused, and pauses again
   * while others wait. What ran before the pause is not run again.
   *
   * @throws AgentError when the state is not of a paused run of this agent, or a decision is on a call that does not wait
   */
  readonly resume: (state: RunState, decisions: Decisions, options?: Omit<RunOptions, "state">) => Run<Output>;
}

/**
 * Makes an agent.
 *
 * @throws AgentError when a tool, a limit or a schema makes no sense
 * @example
 * ```ts
 * const bot = agent({ client, model: "openai/gpt-5-mini", tools: [weather], limit: { usd: 0.05 } });
 * const { text, cost } = await bot.run("How is the weather in Oslo?");
 * for await (const event of bot.run("And in Bergen?")) if (event.type === "text") process.stdout.write(event.text);
 * ```
 */
export function agent<const Schema extends OutputSchema | undefined = undefined>(
  options: AgentOptions<Schema>,
): Agent<Schema extends OutputSchema ? OutputTypeOf<Schema> : undefined> {
  const plan = toPlan(options);
  const { name, description } = options;
  const start = (
    input: RunInput,
    { signal, state, limit = {} }: RunOptions,
    path: readonly string[],
    streams: boolean,
  ): AsyncGenerator<RunEvent, RunResult<never>> => {
    checkLimit(limit);
    if (state) checkState(state);
    const messages = [...repairHistory(state?.messages ?? []), ...toMessages(input)];
    return guarded({ ...plan, limit: { ...plan.limit, ...limit } }, messages, signal, path, streams) as AsyncGenerator<
      RunEvent,
      RunResult<never>
    >;
  };
  const joined = (own: RunOptions, left: AbortSignal): AbortSignal =>
    own.signal ? AbortSignal.any([own.signal, left]) : left;
  return {
    kind: "agent",
    resume: (state, decisions, own = {}) => {
      const waiting = toWaiting(plan, state, decisions);
      checkLimit(own.limit ?? {});
      const resumed = { ...plan, limit: { ...plan.limit, ...own.limit } };
      return new Run(
        (streams, left) =>
          guarded(resumed, [...state.messages], joined(own, left), [], streams, waiting) as AsyncGenerator<
            RunEvent,
            RunResult<never>
          >,
      );
    },
    name,
    description,
    start,
    run: (input, own = {}) =>
      new Run((streams, left) => start(input, { ...own, signal: joined(own, left) }, [], streams)),
  };
}

/** The loop within its time; what it throws carries the report. */
async function* guarded(
  plan: Plan,
  messages: ChatMessage[],
  caller: AbortSignal | undefined,
  path: readonly string[],
  streams: boolean,
  waiting?: Start["waiting"],
): AsyncGenerator<RunEvent, RunResult<unknown>> {
  const ledger = new Ledger();
  const timeUp = new AgentError("The time of the run is over.");
  const controller = new AbortController();
  const { seconds } = plan.limit;
  const timer = seconds === undefined ? undefined : setTimeout(() => controller.abort(timeUp), seconds * 1000);
  const signal = caller ? AbortSignal.any([caller, controller.signal]) : controller.signal;
  try {
    return yield* loop(plan, { messages, signal, path, streams, ledger, ...(waiting && { waiting }) });
  } catch (error) {
    const report = toReport(ledger, repairHistory(messages));
    if (error === timeUp) {
      const text = ledger.steps.at(-1)?.text ?? "";
      yield { type: "finish", stop: "time", text, cost: report.cost, path };
      return { ...report, text, output: undefined, stop: "time", pending: [] };
    }
    // Of an agent that was called, the caller's report is the last word.
    if (error instanceof Error && Object.isExtensible(error))
      Object.defineProperty(error, "run", { value: report, configurable: true });
    throw error;
  } finally {
    clearTimeout(timer);
    // Whatever is still under way belongs to nobody.
    controller.abort(timeUp);
  }
}

function toPlan(options: AgentOptions<OutputSchema | undefined>): Plan {
  const { client, model, tools = [], concurrency = Number.POSITIVE_INFINITY, limit = {}, output, name } = options;
  const own = typeof model === "object" && "kind" in model ? model : undefined;
  const models = own
    ? own.candidates.map((one) => one.model)
    : typeof model === "string"
      ? [model]
      : (model as readonly string[]);
  if (models.length === 0 || models.some((one) => typeof one !== "string" || one === ""))
    throw new AgentError(`\`model\` is ${JSON.stringify(model)}; it is the name of a model, or several.`);
  if (!(concurrency >= 1)) throw new AgentError(`\`concurrency\` is ${concurrency}; it is a number from 1.`);
  if (name !== undefined) checkName(name);
  checkLimit(limit);
  const callable = new Map<string, Tool | AgentTool>();
  const definitions = new Map<string, NonNullable<ChatCompletionRequest["tools"]>[number]>();
  for (const one of tools) {
    const isOwn = "kind" in one;
    const called = isOwn ? one.name : one.type;
    if (isOwn) checkName(called);
    if (definitions.has(called!))
      throw new AgentError(`Two tools have the name ${called}; the model could not tell them apart.`);
    if (isOwn) callable.set(called!, one);
    definitions.set(called!, isOwn ? toDefinition(one) : one);
  }
  return {
    client,
    models,
    fallback: own,
    instructions: options.instructions,
    tools: callable,
    definitions,
    concurrency,
    output: output && toOutputRule(output),
    limit,
    answerAtLimit: options.answerAtLimit ?? true,
    request: options.request ?? {},
    step: options.step,
    stopWhen: options.stopWhen,
  };
}

const textInput = {
  type: "object",
  properties: { input: { type: "string", description: "What to do, with everything that it takes to do it." } },
  required: ["input"],
  additionalProperties: false,
};

function toDefinition(one: Tool | AgentTool): NonNullable<ChatCompletionRequest["tools"]>[number] {
  const parameters = one.kind === "agent" ? textInput : { ...one.parameters };
  return {
    type: "function",
    function: { name: one.name!, ...(one.description && { description: one.description }), parameters },
  };
}

function toMessages(input: RunInput): ChatMessage[] {
  if (typeof input === "string") return [{ role: "user", content: input }];
  if (input.every((one): one is ChatMessage => "role" in one)) return repairHistory(input);
  return [{ role: "user", content: [...input] }];
}
