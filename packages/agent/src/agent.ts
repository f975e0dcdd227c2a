import type { ChatCompletionRequest, ModelId, OutputSchema, InferOutput, Patchbay, OmitKnown } from "@patchbay/client";
import { AgentError } from "./errors/agent-error.ts";
import { agentAliases, agentKinds, checkClient, checkObservers, checkRequest } from "./options/agent-options.ts";
import { checkOptions } from "./options/check-options.ts";
import { startRun, checkPolicy, startSubRun, type RunStart, type RunInput, type RunOptions } from "./run/start-run.ts";
import { checkCompaction, type CompactionOptions } from "./state/compaction-rules.ts";
import type { RunEvent } from "./report/events.ts";
import type { Fallback } from "./models/fallback-rules.ts";
import { checkInstructions, type Instructions } from "./options/instructions.ts";
import { checkLimits, type RunLimits } from "./report/run-limits.ts";
import type { Observer } from "./report/observers.ts";
import { toOutputRule } from "./output/output.ts";
import type { ResolvedAgentOptions, RunProgress, StepOverrides } from "./run/prepare-step.ts";
import type { Policy } from "./policy/policy.ts";
import { toPendingState } from "./run/resume.ts";
import type { RunResult, RunState } from "./report/run-report.ts";
import { Run } from "./run/run.ts";
import type { SessionStore } from "./stores/session-store.ts";
import { checkName, type AgentTool } from "./tools/tool.ts";
import type { BeforeToolCall } from "./report/before-tool-call.ts";
import { toToolset, type ToolList } from "./tools/toolset.ts";
import type { Decisions } from "./tools/decisions.ts";

/** What an agent is made of. */
export interface AgentOptions<Schema extends OutputSchema | undefined> {
  readonly client: Pick<Patchbay, "chat">;
  /** A model; several, then the service falls back from one to the next; or `fallback([…])`, then the agent does. */
  readonly model: ModelId | readonly ModelId[] | Fallback;
  /**
   * Who it is and what it does, as the system message; a function gives it for each step. Text parts can set breakpoints of the prompt
   * cache: `[{ type: "text", text: manual, cache_control: { type: "ephemeral" } }]`.
   */
  readonly instructions?: Instructions | ((progress: RunProgress) => Instructions | Promise<Instructions>) | undefined;
  /**
   * Your own tools, agents with a name, and tools that the service runs itself. A function gives the list when it can change; it and
   * the array are read before each step.
   */
  readonly tools?: ToolList | undefined;
  /** How many tools run at the same time. Default: all calls of a step. */
  readonly toolConcurrency?: number | undefined;
  /** What the last answer has to be; then the result has a typed `output`. */
  readonly output?: Schema | undefined;
  readonly limits?: RunLimits | undefined;
  /** Whether the model may answer once more, without tools, when `steps` or `tokens` are reached. Default: true. */
  readonly allowFinalResponse?: boolean | undefined;
  /** Any other field of the request, such as `temperature` or `provider`. */
  readonly request?:
    | Partial<
        OmitKnown<ChatCompletionRequest, "model" | "models" | "messages" | "tools" | "stream" | "response_format">
      >
    | undefined;
  /** What the next step does differently. */
  readonly prepareStep?:
    | ((progress: RunProgress) => StepOverrides | undefined | Promise<StepOverrides | undefined>)
    | undefined;
  /** Can block a tool call before it runs, also those of agents that are called; the model is told the reason. */
  readonly beforeToolCall?: BeforeToolCall | undefined;
  /** Whether the run ends after the tools of a step. */
  readonly stopWhen?: ((progress: RunProgress) => boolean | Promise<boolean>) | undefined;
  /** Its name as a tool of other agents. */
  readonly name?: string | undefined;
  /** When other agents are to call it. */
  readonly description?: string | undefined;
  /** Keeps the conversation within this room. Default: it grows. */
  readonly compaction?: CompactionOptions | undefined;
  /** A gate that every request has to pass, before anything is sent. */
  readonly policy?: Policy | undefined;
  /** Keeps conversations that have a `session`: after each answer, each result of a tool, and at the end. */
  readonly store?: SessionStore | undefined;
  /** Signs states, and refuses those that were not signed with it; for states that pass through hands that one does not trust. */
  readonly stateSecret?: string | undefined;
  /** Who looks on, such as `telemetry()` of `@patchbay/agent/otel`. */
  readonly observers?: Observer | readonly Observer[] | undefined;
}

/** An agent: it runs, and other agents can call it. `Options` is what a run takes: an agent without a store has no sessions. */
export interface Agent<Output, Options = RunOptions> extends AgentTool {
  /**
   * Answers an input. Await the run for its result, or loop over it for what happens.
   *
   * @throws ApiError, ConnectionError, TimeoutError, StreamError of the client, OutputError when the typed answer stays wrong,
   *   PolicyError, SessionError and StateError; `reportOf(error)` gives the report of the run
   */
  readonly run: (input: RunInput, options?: Options) => Run<Output>;
  /**
   * Goes on with a run that is paused, or that ended in the middle: runs the calls that are agreed to, tells the model of those that are
   * refused, and pauses again while others wait. What has run is not run again.
   *
   * @param from a state, or the name of a session in the `store`; a state that goes back into its session has that in the options
   * @throws StateError when the state is not of a run of this agent, was changed, or a decision is on a call that does not wait
   */
  readonly resume: (from: RunState | string, decisions?: Decisions, options?: Omit<Options, "state">) => Run<Output>;
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
export function createAgent<const Schema extends OutputSchema | undefined = undefined>(
  options: AgentOptions<Schema> & { readonly store?: undefined },
): Agent<Schema extends OutputSchema ? InferOutput<Schema> : undefined, Omit<RunOptions, "session">>;
/** Makes an agent that keeps its conversations. */
export function createAgent<const Schema extends OutputSchema | undefined = undefined>(
  options: AgentOptions<Schema>,
): Agent<Schema extends OutputSchema ? InferOutput<Schema> : undefined>;
export function createAgent<const Schema extends OutputSchema | undefined = undefined>(
  options: AgentOptions<Schema>,
): Agent<Schema extends OutputSchema ? InferOutput<Schema> : undefined> {
  const plan = toPlan(options);
  const { name, description } = options;
  const toRun = (begin: RunStart, own: RunOptions): Run<never> =>
    new Run((watcher) => startRun(plan, begin, own, watcher) as AsyncGenerator<RunEvent, RunResult<never>>);
  return {
    kind: "agent",
    name,
    description,
    prepare: (state, decisions) => toPendingState(plan, state, decisions),
    start: (task) => startSubRun(plan, task),
    run: (input, own = {}) => toRun({ input }, own),
    resume: (from, decisions = {}, own = {}) =>
      toRun({ decisions }, typeof from === "string" ? { ...own, sessionId: from } : { ...own, state: from }),
  };
}

function toPlan(options: AgentOptions<OutputSchema | undefined>): ResolvedAgentOptions {
  checkOptions<AgentOptions<undefined>>("agent", options, agentKinds, agentAliases);
  checkClient(options.client);
  checkObservers([options.observers ?? []].flat());
  if (options.request) checkRequest(options.request);
  if (typeof options.instructions !== "function") checkInstructions(options.instructions);
  const {
    client,
    model,
    tools = [],
    toolConcurrency: concurrency = Number.POSITIVE_INFINITY,
    limits: limit = {},
    output,
    name,
    compaction: compact,
  } = options;
  const { store, policy } = options;
  if (store && (typeof store.load !== "function" || typeof store.save !== "function"))
    throw new AgentError("`store` has no `load` and `save`; it is a SessionStore, such as `memoryStore()`.");
  if (policy) checkPolicy(policy);
  const own = typeof model === "object" && model !== null && "kind" in model ? model : undefined;
  const models: readonly unknown[] = own ? own.candidates.map((one) => one.model) : [model].flat();
  if (models.length === 0 || models.some((one) => typeof one !== "string" || one.trim() === ""))
    throw new AgentError(
      `\`model\` must be the name of a model, several, or \`fallback([…])\`, got ${JSON.stringify(model) ?? String(model)}.`,
    );
  if (name !== undefined) checkName(name);
  if (options.stateSecret === "")
    throw new AgentError("`stateSecret` is empty, and signs nothing; give it a long one.");
  checkLimits(limit);
  if (compact) checkCompaction(compact);
  return {
    name,
    client,
    models: models as readonly string[],
    fallback: own?.performedBy === "service" ? undefined : own,
    checkModels: own?.check,
    instructions: options.instructions,
    ...toToolset(tools),
    toolConcurrency: concurrency,
    output: output && toOutputRule(output),
    limits: limit,
    compaction: compact,
    policy,
    observers: [options.observers ?? []].flat(),
    store,
    stateSecret: options.stateSecret,
    allowFinalResponse: options.allowFinalResponse ?? true,
    request: options.request ?? {},
    prepareStep: options.prepareStep,
    beforeToolCall: options.beforeToolCall,
    stopWhen: options.stopWhen,
  };
}
