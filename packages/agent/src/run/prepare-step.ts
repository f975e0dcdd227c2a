import type { ChatCompletionRequest, ChatMessage, Patchbay, OmitKnown } from "@patchbay/client";
import { checkStep } from "../options/agent-options.ts";
import type { CompactionOptions } from "../state/compaction-rules.ts";
import { defined } from "../options/defined.ts";
import { definitionsFor } from "./history-tools.ts";
import type { Fallback } from "../models/fallback-rules.ts";
import { toSystem, type Instructions } from "../options/instructions.ts";
import type { RunLimits } from "../report/run-limits.ts";
import type { Observer } from "../report/observers.ts";
import type { OutputRule } from "../output/output.ts";
import type { Policy } from "../policy/policy.ts";
import type { Step, TokenUsage } from "../report/run-report.ts";
import { repairHistory } from "../state/repair.ts";
import type { SessionStore } from "../stores/session-store.ts";
import { untilAborted } from "../async/until-aborted.ts";
import type { BeforeToolCall } from "../report/before-tool-call.ts";
import type { Toolset } from "../tools/toolset.ts";

/** What a run has done and used before a step. */
export interface RunProgress {
  /** The step that comes next, from 1. */
  readonly step: number;
  readonly steps: readonly Step[];
  readonly messages: readonly ChatMessage[];
  readonly usage: TokenUsage;
  /** USD; `undefined` when there were answers, and none of them reported a cost. */
  readonly cost: number | undefined;
}

/** What one step does differently: any field of the request, and the names of the tools that it may call. */
export type StepOverrides = Partial<OmitKnown<ChatCompletionRequest, "tools" | "stream">> & {
  readonly tools?: readonly string[] | undefined;
};

/** An agent as the loop sees it. */
export interface ResolvedAgentOptions extends Toolset {
  readonly name: string | undefined;
  readonly client: Pick<Patchbay, "chat">;
  /** For the service to choose among, or one; with `fallback` those who are asked in turn. */
  readonly models: readonly string[];
  readonly fallback: Fallback | undefined;
  /** Throws when a model does not exist, where that can be known. */
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

/** How a step is asked for. */
interface Asking {
  /** Whether only an answer is wanted. */
  readonly isLast: boolean;
  /** Whether no answer of the run was accepted yet. */
  readonly isFirst: boolean;
  /** How often the step was asked for already. */
  readonly again: number;
  readonly signal: AbortSignal;
}

/** What a step asks for. */
export async function toRequest(
  plan: ResolvedAgentOptions,
  models: readonly string[],
  progress: RunProgress,
  { isLast, isFirst, again, signal }: Asking,
): Promise<ChatCompletionRequest> {
  plan.readTools();
  const stepChange = plan.prepareStep && (await untilAborted(signal, plan.prepareStep(progress)));
  checkStep(stepChange, [...plan.definitions.keys()]);
  const { tools: names, ...wished } = stepChange ?? {};
  // A field that is undefined changes nothing.
  const change: Partial<OmitKnown<ChatCompletionRequest, "tools" | "stream">> = defined(wished);
  const { tool_choice: choice, ...base } = plan.request;
  const system = await toSystem(plan.instructions, progress, signal);
  const history = repairHistory(change.messages ?? progress.messages);
  const offered = [...plan.definitions].flatMap(([name, definition]) =>
    !names || names.includes(name) ? definition : [],
  );
  const tools = offered.length > 0 ? offered : definitionsFor(history, plan.definitions);
  const request: ChatCompletionRequest = {
    ...(models.length === 1 ? { model: models[0]! } : { models: [...models] }),
    ...base,
    // A choice that is forced holds for one step, or it would never end.
    ...(choice !== undefined && (isFirst || choice === "auto" || choice === "none") && { tool_choice: choice }),
    ...(plan.output && { response_format: plan.output.format }),
    ...change,
    messages: [...system, ...history],
    ...(tools.length > 0 && { tools: [...tools] }),
  };
  if (tools.length > 0 && (isLast || offered.length === 0)) request.tool_choice = "none";
  if (tools.length === 0) delete request.tool_choice;
  if (change.model !== undefined) delete request.models;
  return withMoreRoom(request, again);
}

/** The tools that a request lets the model call. */
export function offeredIn(
  { tools }: ResolvedAgentOptions,
  request: ChatCompletionRequest,
): ResolvedAgentOptions["tools"] {
  const definitions = request.tool_choice === "none" ? [] : (request.tools ?? []);
  const names = new Set(definitions.flatMap((one) => (one.type === "function" ? one.function.name : [])));
  return new Map([...tools].filter(([name]) => names.has(name)));
}

/** Fields of a request or a candidate with twice the tokens for an answer when it is asked for again: there was not enough room. */
export function withMoreRoom<Fields extends Partial<ChatCompletionRequest>>(fields: Fields, again: number): Fields {
  if (again === 0) return fields;
  const { max_tokens: most, max_completion_tokens: completion } = fields;
  return {
    ...fields,
    ...(typeof most === "number" && { max_tokens: most * 2 }),
    ...(typeof completion === "number" && { max_completion_tokens: completion * 2 }),
  };
}
