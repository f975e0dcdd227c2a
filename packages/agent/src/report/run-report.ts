import type { ChatMessage, ToolCall, Usage } from "@patchbay/client";
import type { FailureKind } from "../models/failure.ts";
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

/** One answer of a model, and what was done with it. */
export interface Step {
  /** From 1. */
  readonly number: number;
  /** The model that answered. */
  readonly model: string;
  /** The content of the answer, or else its refusal or the transcript of its audio. */
  readonly text: string;
  /** Why the model refused, if it did. */
  readonly refusal?: string;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: string | null;
  readonly usage: Usage | undefined;
  /** USD; `undefined` when the provider did not report it. */
  readonly cost: number | undefined;
  readonly attempts: readonly Attempt[];
  /** Who fell back from the first model to the one that answered, if anybody did. */
  readonly fallbackBy?: "agent" | "service";
}

/** One try to get an answer. */
export interface Attempt {
  readonly model: string;
  readonly provider: string | undefined;
  /** Id of the generation; ask `generations.get` for its record. */
  readonly generationId: string | undefined;
  /** Milliseconds. */
  readonly durationMs: number;
  /** Milliseconds until something of the answer was there; undefined when it was not streamed. */
  readonly timeToFirstTokenMs?: number;
  /** `cancelled`: given up, since another model was sooner or the run ended; it may be paid. `skipped`: not asked at all. */
  readonly outcome: "succeeded" | "failed" | "rejected" | "cancelled" | "skipped";
  /** What kind of failure it was. */
  readonly failureKind?: FailureKind;
  /** What failed, or why the answer was rejected or the model not asked. */
  readonly reason?: string;
  /** USD; undefined when nobody knows. */
  readonly cost: number | undefined;
}

/** A try that is not over. */
export type OpenAttempt = { -readonly [Name in keyof Attempt]: Attempt[Name] };

/** Tokens of a run, its agents included. */
export interface TokenUsage {
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly totalTokens: number;
}

/** What a run can go on from: plain JSON. */
export interface RunState {
  readonly version: 2;
  /** Id of the conversation; the idempotency keys of its calls begin with it. */
  readonly id: string;
  /** Name of the agent, where it has one. */
  readonly agent?: string;
  /** How many answers of models the conversation has had. */
  readonly turn: number;
  /** What the idempotency keys of the calls of the last answer begin with. */
  readonly key?: string;
  /** The conversation; calls of its last answer may have no result yet. */
  readonly messages: readonly ChatMessage[];
  /** Calls that wait for somebody; `resume` goes on with them. */
  readonly pending?: readonly PendingCall[];
  /** Id of a call → where the agent stands that it called. */
  readonly agents?: Readonly<Record<string, RunState>>;
  /** What is known of the calls of the last answer. States of older versions of the package do not have it. */
  readonly calls?: CallStates;
  /** Why an agent stopped that another one called, until its result is in the conversation of that one. */
  readonly stop?: StopReason;
  /** What the run used that is not over; it counts for the limits when the run goes on. */
  readonly used?: UsedBudget;
  /** How often a store has kept this conversation. Default: 0. */
  readonly revision?: number;
  /** HMAC-SHA256 of everything else, where the agent has a `stateSecret`. */
  readonly signature?: string;
}

/** What the parts of a run before a pause used. */
export interface UsedBudget {
  readonly steps: number;
  /** USD. */
  readonly cost: number;
  readonly tokens: number;
}

/** What is known of the calls of an answer. */
export interface CallStates {
  /** Ids of calls that have begun and have no result: after a crash they may have run or not. */
  readonly begun: readonly string[];
  /** Ids of calls that failed. */
  readonly failed: readonly string[];
  /** Id of a call → a hash of its name and arguments, and in how many answers in a row the model made it. */
  readonly repeats: Readonly<Record<string, Repeat>>;
}

/** A call that waits for somebody to agree, or to say what came of it. */
export interface PendingCall {
  /** What decisions name it by; for the call of an agent that was called, the ids of the calls that lead to it come before. */
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  /** Whether the tool has no `run`, so that somebody else has to give its result. */
  readonly manual?: true;
  /** Whether the arguments in the state are not those that were shown when the run paused: the call waits again, with the new ones. */
  readonly changed?: true;
}

/** What is known of a run, also of one that failed. */
export interface RunReport {
  readonly steps: readonly Step[];
  /** The conversation, instructions apart. */
  readonly messages: readonly ChatMessage[];
  readonly usage: TokenUsage;
  /**
   * USD, agents that were called as tools and rejected answers included: the sum of the costs that providers reported. `undefined` when
   * something was requested that may be billed, also by an attempt that broke or was given up, and no cost was reported; else 0.
   */
  readonly cost: number | undefined;
  readonly attempts: readonly Attempt[];
  readonly state: RunState;
}

/** How a run ended. `output` is there when `stopReason` is `completed`; check `stopReason` before you use it. */
export type RunResult<Output> = Ended & (Done<Output> | Stopped<Output>);

interface Ended extends RunReport {
  /** The last text of the model: its content, or else its refusal or the transcript of its audio. */
  readonly text: string;
  /** The calls that wait, when the run is paused. */
  readonly pending: readonly PendingCall[];
}

interface Done<Output> {
  readonly stopReason: "completed";
  /** The typed answer; undefined when the agent has no `output`. */
  readonly output: Output;
}

interface Stopped<Output> {
  readonly stopReason: Exclude<StopReason, "completed">;
  /** The typed answer, if it was there before the run stopped. */
  readonly output: Output | undefined;
}

/**
 * The report of a run from what it threw; undefined for what no run threw.
 *
 * @example
 * ```ts
 * const error = await bot.run("Hi").then(undefined, (thrown: unknown) => thrown);
 * console.log(reportOf(error)?.cost, reportOf(error)?.attempts);
 * ```
 */
export function getRunReport(error: unknown): RunReport | undefined {
  return (error as { readonly run?: RunReport } | undefined)?.run;
}

/** What was thrown without a run → every try before. */
const triesBefore = new WeakMap<object, readonly Attempt[]>();

/** Notes every try that came before an error; the client's errors have a number of `attempts` of their own. */
export function noteAttempts(error: unknown, attempts: readonly Attempt[]): void {
  if (typeof error === "object" && error !== null) triesBefore.set(error, attempts);
}

/** Every try of a run, or of `withFallback`, from what it threw. */
export function getAttempts(error: unknown): readonly Attempt[] {
  return getRunReport(error)?.attempts ?? triesBefore.get(error as object) ?? [];
}
