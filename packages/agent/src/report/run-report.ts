import type { ChatMessage, ToolCall, Usage } from "@patchbay/client";
import type { FailureKind } from "../generated/fallback.ts";
import type { Repeat } from "../tools/repeat-guard.ts";

/**
 * Why a run ended. `completed`: the model finished. `paused`: calls wait for approval or for a result from outside. A limit was reached:
 * `max_steps`, `max_cost`, `max_total_tokens`, `timeout`. `ended_by_tool`: a tool with `endsRun` was called. `stop_condition`: `stopWhen`
 * returned true. `repeated_call`: the model repeated the same call too often. `length`, `content_filter`: the response was truncated or
 * filtered. `empty_response`: the model returned nothing, twice.
 */
export type StopReason =
  | "completed"
  | "paused"
  | "max_steps"
  | "max_cost"
  | "max_total_tokens"
  | "timeout"
  | "ended_by_tool"
  | "stop_condition"
  | "repeated_call"
  | "length"
  | "content_filter"
  | "empty_response";

/** A model response with its data. */
export interface Step {
  /** From 1. */
  readonly number: number;
  /** The responding model. */
  readonly model: string;
  /** The text of the response, or else its refusal or the transcript of its audio. */
  readonly text: string;
  /** The model's reason, if it refused. */
  readonly refusal?: string;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: string | null;
  readonly usage: Usage | undefined;
  /** USD; `undefined` when the provider did not report it. */
  readonly cost: number | undefined;
  readonly attempts: readonly Attempt[];
  /** Who fell back from the first model to the responding one, if a fallback happened. */
  readonly fallbackBy?: "agent" | "service";
}

/** One attempt to get a completion. */
export interface Attempt {
  readonly model: string;
  readonly provider: string | undefined;
  /** Generation id. `generations.get` returns its usage record. */
  readonly generationId: string | undefined;
  /** Milliseconds. */
  readonly durationMs: number;
  /** Milliseconds until the first token; `undefined` if the completion was not streamed. */
  readonly timeToFirstTokenMs?: number;
  /**
   * `cancelled`: another model was faster, or the run ended; the attempt may be billed. `skipped`: no request was sent.
   */
  readonly outcome: "succeeded" | "failed" | "rejected" | "cancelled" | "skipped";
  /** The kind of failure. */
  readonly failureKind?: FailureKind;
  /** The error, or why the completion was rejected or the model skipped. */
  readonly reason?: string;
  /** USD; `undefined` if unknown. */
  readonly cost: number | undefined;
}

/** An attempt in progress. */
export type OpenAttempt = { -readonly [Name in keyof Attempt]: Attempt[Name] };

/** The tokens of a run, sub-agents included. */
export interface TokenUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly totalTokens: number;
}

/** The state from which a run can be resumed, as plain JSON. */
export interface RunState {
  readonly version: 2;
  /** Id of the conversation; the prefix of its idempotency keys. */
  readonly id: string;
  /** Name of the agent, if it has one. */
  readonly agent?: string;
  /** The number of model responses in the conversation. */
  readonly turn: number;
  /** The prefix of the idempotency keys of the last response's calls. */
  readonly key?: string;
  /** The conversation. Calls of the last response may have no result yet. */
  readonly messages: readonly ChatMessage[];
  /** Calls that wait for a decision; pass it to `resume`. */
  readonly pending?: readonly PendingCall[];
  /** Call id → the state of the sub-agent that it called. */
  readonly agents?: Readonly<Record<string, RunState>>;
  /** The states of the last response's calls. States of older versions of the package do not have it. */
  readonly calls?: CallStates;
  /** Why a sub-agent stopped, until its result is in the conversation of its caller. */
  readonly stop?: StopReason;
  /** The usage of an unfinished run; it counts toward the limits when the run is resumed. */
  readonly used?: UsedBudget;
  /** How often a store has saved this conversation. Default: 0. */
  readonly revision?: number;
  /** HMAC-SHA256 of all other fields, if the agent has a `stateSecret`. */
  readonly signature?: string;
}

/** The usage of a run before a pause. */
export interface UsedBudget {
  readonly steps: number;
  /** USD. */
  readonly cost: number;
  readonly tokens: number;
}

/** The states of a response's calls. */
export interface CallStates {
  /** Ids of calls that have begun and have no result: after a crash, they may have run or not. */
  readonly begun: readonly string[];
  /** Ids of calls that failed. */
  readonly failed: readonly string[];
  /** Call id → a hash of its name and arguments, and the number of consecutive responses that made the call. */
  readonly repeats: Readonly<Record<string, Repeat>>;
}

/** A call that waits for approval or for a result from outside. */
export interface PendingCall {
  /** Pass this id to `resume`. The id of a sub-agent's call begins with the ids of the calls that lead to it. */
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  /** Whether the tool has no `execute`, so that its result has to come from outside. */
  readonly manual?: true;
  /**
   * Whether the arguments in the state differ from those that were shown when the run paused. The call waits again,
   * with the new arguments.
   */
  readonly changed?: true;
}

/** The report of a run, also of a failed one. */
export interface RunReport {
  readonly steps: readonly Step[];
  /** The conversation, without instructions. */
  readonly messages: readonly ChatMessage[];
  readonly usage: TokenUsage;
  /**
   * USD: the sum of the costs that providers reported, including sub-agents and rejected completions. `undefined` if a
   * request may be billed, including failed and canceled attempts, and no cost was reported; 0 if no request was
   * billed.
   */
  readonly cost: number | undefined;
  readonly attempts: readonly Attempt[];
  readonly state: RunState;
}

/** The result of a run. `output` is defined if `stopReason` is `completed`; check `stopReason` first. */
export type RunResult<Output> = Ended & (Done<Output> | Stopped<Output>);

interface Ended extends RunReport {
  /** The last text of the model, or else its refusal or the transcript of its audio. */
  readonly text: string;
  /** The pending calls, if the run is paused. */
  readonly pending: readonly PendingCall[];
}

interface Done<Output> {
  readonly stopReason: "completed";
  /** The typed output; `undefined` if the agent has no `output`. */
  readonly output: Output;
}

interface Stopped<Output> {
  readonly stopReason: Exclude<StopReason, "completed">;
  /** The typed output, if the run stopped after it. */
  readonly output: Output | undefined;
}

/**
 * The report of a run from the error that it threw; `undefined` for other errors.
 *
 * @example
 * ```ts
 * const error = await agent.run("Hi").then(undefined, (thrown: unknown) => thrown);
 * console.log(getRunReport(error)?.cost, getRunReport(error)?.attempts);
 * ```
 */
export function getRunReport(error: unknown): RunReport | undefined {
  return (error as { readonly run?: RunReport } | undefined)?.run;
}

/** Error that was thrown without a run → the attempts before it. */
const attemptsBefore = new WeakMap<object, readonly Attempt[]>();

/** Notes the attempts before an error. Errors of the client have a numeric `attempts` of their own. */
export function noteAttempts(error: unknown, attempts: readonly Attempt[]): void {
  if (typeof error === "object" && error !== null) attemptsBefore.set(error, attempts);
}

/** The attempts of a run or of `withFallback`, from the error that it threw. */
export function getAttempts(error: unknown): readonly Attempt[] {
  return getRunReport(error)?.attempts ?? attemptsBefore.get(error as object) ?? [];
}
