import type { ChatCompletionRequest, ChatMessage, Patchbay, OmitKnown } from "@patchbay/client";
import { checkStep } from "../options/agent-options.ts";
import type { CompactionOptions } from "../options/compaction-options.ts";
import { defined } from "../options/defined.ts";
import { load } from "../async/load.ts";
import type { Fallback } from "../models/fallback-rules.ts";
import { toSystem, type Instructions } from "../options/instructions.ts";
import type { RunLimits } from "../report/run-limits.ts";
import type { Observer } from "../report/observers.ts";
import type { OutputRule } from "../output/output-rule.ts";
import type { Policy } from "../policy/policy.ts";
import type { Step, TokenUsage } from "../report/run-report.ts";
import type { RepairedHistory } from "../state/repaired-history.ts";
import type { SessionStore } from "../stores/session-store.ts";
import { untilAborted } from "../async/until-aborted.ts";
import type { BeforeToolCall } from "../report/before-tool-call.ts";
import type { AgentTool, Tool } from "../tools/tool.ts";
import type { Toolset } from "../tools/toolset.ts";

const historyTools = () => import("./history-tools.ts");

/** The progress of a run before a step. */
export interface RunProgress {
  /** The number of the next step, from 1. */
  readonly step: number;
  readonly steps: readonly Step[];
  readonly messages: readonly ChatMessage[];
  readonly usage: TokenUsage;
  /** USD; `undefined` if there were responses and none reported a cost. */
  readonly cost: number | undefined;
}

/** Overrides for one step: any request field, and the names of the offered tools. */
export type StepOverrides = Partial<OmitKnown<ChatCompletionRequest, "tools" | "stream">> & {
  readonly tools?: readonly string[] | undefined;
};

/** The options of an agent, as the loop uses them. */
export interface ResolvedAgentOptions extends Toolset {
  readonly name: string | undefined;
  readonly client: Pick<Patchbay, "chat">;
  /** The list for the API, or the candidates of `fallback`. */
  readonly models: readonly string[];
  readonly fallback: Fallback | undefined;
  /** Throws if a model is known not to exist. */
  readonly checkModels: (() => Promise<void>) | undefined;
  readonly instructions: Instructions | ((progress: RunProgress) => Instructions | Promise<Instructions>) | undefined;
  readonly toolConcurrency: number;
  readonly output: OutputRule | undefined;
  readonly limits: RunLimits;
  readonly compaction: CompactionOptions | undefined;
  readonly policy: Policy | undefined;
  readonly observers: readonly Observer[];
  readonly store: SessionStore | undefined;
  readonly stateSecret: string | undefined;
  readonly allowFinalResponse: boolean;
  readonly request: Partial<ChatCompletionRequest>;
  readonly prepareStep:
    | ((progress: RunProgress) => StepOverrides | undefined | Promise<StepOverrides | undefined>)
    | undefined;
  readonly beforeToolCall: BeforeToolCall | undefined;
  readonly stopWhen: ((progress: RunProgress) => boolean | Promise<boolean>) | undefined;
}

/** The state of the turn that a request depends on. */
interface Asking {
  /** Whether this is the final response, without tools. */
  readonly isLast: boolean;
  /** Whether no response of the run was accepted yet. */
  readonly isFirst: boolean;
  /** How often the step was requested before. */
  readonly again: number;
  readonly history: RepairedHistory;
  readonly signal: AbortSignal;
}

/** Builds the request of a step. */
export async function toRequest(
  plan: ResolvedAgentOptions,
  models: readonly string[],
  progress: RunProgress,
  { isLast, isFirst, again, history: repaired, signal }: Asking,
): Promise<ChatCompletionRequest> {
  plan.readTools();
  const { tools: names, ...change } = await changeOf(plan, progress, signal);
  const { tool_choice: choice, ...base } = plan.request;
  const system = await toSystem(plan.instructions, progress, signal);
  const history = repaired.repair(change.messages ?? progress.messages);
  const offered: Definition[] = [];
  for (const [name, definition] of plan.definitions) if (!names || names.includes(name)) offered.push(definition);
  const tools = offered.length > 0 ? offered : await definitionsOf(history, plan);
  const request: ChatCompletionRequest = {
    ...(models.length === 1 ? { model: models[0]! } : { models: [...models] }),
    ...base,
    // A forced tool choice applies to one step, or the run would never end.
    ...(choice !== undefined && (isFirst || choice === "auto" || choice === "none") && { tool_choice: choice }),
    ...(plan.output && { response_format: plan.output.format }),
    ...change,
    messages: [...system, ...history],
    ...(tools.length > 0 && { tools: [...tools] }),
  };
  if (tools.length > 0 && (isLast || offered.length === 0)) request.tool_choice = "none";
  if (tools.length === 0) delete request.tool_choice;
  if (change.model !== undefined) delete request.models;
  return withMoreTokens(request, again);
}

/** The overrides of a step. */
async function changeOf(
  { prepareStep, definitions }: ResolvedAgentOptions,
  progress: RunProgress,
  signal: AbortSignal,
): Promise<StepOverrides> {
  if (!prepareStep) return unchanged;
  const change = await untilAborted(signal, prepareStep(progress));
  checkStep(change, [...definitions.keys()]);
  // Fields that are `undefined` override nothing.
  return change ? defined(change) : unchanged;
}

const unchanged: StepOverrides = {};

/** The definitions of a request that offers no tools. */
async function definitionsOf(
  history: readonly ChatMessage[],
  { definitions }: ResolvedAgentOptions,
): Promise<readonly Definition[]> {
  if (!history.some((message) => message.role === "assistant" && message.tool_calls?.length)) return [];
  const { definitionsFor } = await load(historyTools);
  return definitionsFor(history, definitions);
}

type Definition = NonNullable<ChatCompletionRequest["tools"]>[number];

/** The tools that a request offers to the model. */
export function offeredIn(
  { tools }: ResolvedAgentOptions,
  request: ChatCompletionRequest,
): ResolvedAgentOptions["tools"] {
  const offered = new Map<string, Tool | AgentTool>();
  if (request.tool_choice === "none") return offered;
  for (const definition of request.tools ?? []) {
    const name = definition.type === "function" ? definition.function.name : undefined;
    const found = name === undefined ? undefined : tools.get(name);
    if (found) offered.set(name!, found);
  }
  return offered;
}

/** Doubles the completion token limit when a request is repeated because the completion was truncated. */
export function withMoreTokens<Fields extends Partial<ChatCompletionRequest>>(fields: Fields, again: number): Fields {
  if (again === 0) return fields;
  const { max_tokens: most, max_completion_tokens: completion } = fields;
  return {
    ...fields,
    ...(typeof most === "number" && { max_tokens: most * 2 }),
    ...(typeof completion === "number" && { max_completion_tokens: completion * 2 }),
  };
}
