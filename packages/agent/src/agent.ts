import type { ChatCompletionRequest, ModelId, OutputSchema, InferOutput, Patchbay, OmitKnown } from "@patchbay/client";
import { AgentError } from "./errors/agent-error.ts";
import { agentAliases, agentKinds, checkClient, checkObservers, checkRequest } from "./options/agent-options.ts";
import { checkOptions, hideKeys } from "./options/check-options.ts";
import { startRun, checkPolicy, startSubRun, type RunStart, type RunInput, type RunOptions } from "./run/start-run.ts";
import { checkCompaction, type CompactionOptions } from "./options/compaction-options.ts";
import type { RunEvent } from "./report/events.ts";
import type { Fallback } from "./models/fallback-rules.ts";
import { checkInstructions, type Instructions } from "./options/instructions.ts";
import { checkLimits, type RunLimits } from "./report/run-limits.ts";
import type { Observer } from "./report/observers.ts";
import { toOutputRule } from "./output/output-rule.ts";
import type { ResolvedAgentOptions, RunProgress, StepOverrides } from "./run/prepare-step.ts";
import type { Policy } from "./policy/policy.ts";
import type { RunResult, RunState } from "./report/run-report.ts";
import { Run } from "./run/run.ts";
import type { SessionStore } from "./stores/session-store.ts";
import { checkName, type AgentTool } from "./tools/tool.ts";
import type { BeforeToolCall } from "./report/before-tool-call.ts";
import { load } from "./async/load.ts";
import { toToolset, type ToolList } from "./tools/toolset.ts";
import type { Decisions } from "./tools/decisions.ts";

/** The options of `createAgent`. */
export interface AgentOptions<Schema extends OutputSchema | undefined> {
  readonly client: Pick<Patchbay, "chat">;
  /** A model, a list of models (the API falls back from one to the next), or `fallback([…])` (the agent falls back). */
  readonly model: ModelId | readonly ModelId[] | Fallback;
  /**
   * The system message: a string, text parts, or a function that returns them for each step. Text parts can set prompt
   * cache breakpoints: `[{ type: "text", text: manual, cache_control: { type: "ephemeral" } }]`.
   */
  readonly instructions?: Instructions | ((progress: RunProgress) => Instructions | Promise<Instructions>) | undefined;
  /**
   * Your own tools, other agents with a name, and server tools that the API runs. Use a function if the list can
   * change. The agent reads the function or the array before each step.
   */
  readonly tools?: ToolList | undefined;
  /** The number of tool calls that run at the same time. Default: all calls of a step. */
  readonly toolConcurrency?: number | undefined;
  /** The schema of the final response. The result then has a typed `output`. */
  readonly output?: Schema | undefined;
  readonly limits?: RunLimits | undefined;
  /**
   * Whether the model may respond once more, without tools, when `maxSteps` or `maxTotalTokens` is reached. Default:
   * true.
   */
  readonly allowFinalResponse?: boolean | undefined;
  /** Any other request field, such as `temperature` or `provider`. */
  readonly request?:
    | Partial<
        OmitKnown<ChatCompletionRequest, "model" | "models" | "messages" | "tools" | "stream" | "response_format">
      >
    | undefined;
  /** Overrides request fields and tools for the next step. */
  readonly prepareStep?:
    | ((progress: RunProgress) => StepOverrides | undefined | Promise<StepOverrides | undefined>)
    | undefined;
  /** Can block a tool call before it runs, including calls of sub-agents. The model receives the reason. */
  readonly beforeToolCall?: BeforeToolCall | undefined;
  /** Returns true to end the run after the tool calls of a step. */
  readonly stopWhen?: ((progress: RunProgress) => boolean | Promise<boolean>) | undefined;
  /** The agent's name when other agents call it as a tool. */
  readonly name?: string | undefined;
  /** Describes for other agents when to call this one. */
  readonly description?: string | undefined;
  /** Limits the size of the conversation. Default: no limit. */
  readonly compaction?: CompactionOptions | undefined;
  /** A policy that checks every request before it is sent. */
  readonly policy?: Policy | undefined;
  /** Stores conversations that have a `sessionId`: after each response, after each tool result, and at the end. */
  readonly store?: SessionStore | undefined;
  /** Signs run states and rejects states without a valid signature. Use it when states pass through untrusted hands. */
  readonly stateSecret?: string | undefined;
  /** Observers of the run, such as `telemetry()` from `@patchbay/agent/otel`. */
  readonly observers?: Observer | readonly Observer[] | undefined;
}

/** An agent. `Options` is the type of its run options: without a store, a run takes no `sessionId`. */
export interface Agent<Output, Options = RunOptions> extends AgentTool {
  /**
   * Starts a run. Await it for the result, or iterate over it for the events.
   *
   * @throws ApiError, ConnectionError, TimeoutError or StreamError of the client, OutputError if the typed output stays
   *   invalid, PolicyError, SessionError or StateError. `getRunReport(error)` returns the report of the run.
   */
  readonly run: (input: RunInput, options?: Options) => Run<Output>;
  /**
   * Resumes a run that is paused or was interrupted. Runs the approved calls, sends the reasons of rejected calls to
   * the model, and pauses again while other calls are pending. Completed calls do not run again.
   *
   * @param from a state, or the id of a session in the `store`. To save a state back to its session, pass `sessionId`
   *   in the options.
   * @throws StateError if the state belongs to another agent, was modified, or a decision names a call that is not
   *   pending
   */
  readonly resume: (from: RunState | string, decisions?: Decisions, options?: Omit<Options, "state">) => Run<Output>;
}

/**
 * Creates an agent.
 *
 * @throws AgentError if an option is invalid
 * @example
 * ```ts
 * const agent = createAgent({ client, model: "openai/gpt-5-mini", tools: [weather], limits: { maxCost: 0.05 } });
 * const { text, cost } = await agent.run("How is the weather in Oslo?");
 * for await (const event of agent.run("And in Bergen?")) if (event.type === "text-delta") process.stdout.write(event.text);
 * ```
 */
export function createAgent<const Schema extends OutputSchema | undefined = undefined>(
  options: AgentOptions<Schema> & { readonly store?: undefined },
): Agent<Schema extends OutputSchema ? InferOutput<Schema> : undefined, Omit<RunOptions, "sessionId">>;
/** Creates an agent that stores its conversations. */
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
    prepare: async (state, decisions) => {
      const { toPendingState } = await load(() => import("./run/resume.ts"));
      return toPendingState(plan, state, decisions);
    },
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
    throw new AgentError("`store` must be a SessionStore with `load` and `save`. Use for example `memoryStore()`.");
  if (policy) checkPolicy(policy);
  const own = typeof model === "object" && model !== null && "kind" in model ? model : undefined;
  const models: readonly unknown[] = own ? own.candidates.map((one) => one.model) : [model].flat();
  if (models.length === 0 || models.some((one) => typeof one !== "string" || one.trim() === ""))
    throw new AgentError(
      `\`model\` must be a model id, a list of model ids, or \`fallback([…])\`, got ${hideKeys(JSON.stringify(model) ?? String(model))}.`,
    );
  if (name !== undefined) checkName(name);
  if (options.stateSecret === "") throw new AgentError("`stateSecret` must not be empty. Use a long random string.");
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
