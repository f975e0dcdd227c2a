import type { ToolCall } from "@patchbay/client";
import type { RunState } from "../report/run-report.ts";
import type { ToolOutcome } from "./tool-outcome.ts";

/** Decisions on pending calls, by call id. A call without a decision stays pending. */
export interface Decisions {
  /** Ids of calls to run unchanged, or id → the input to run with, which is validated again. */
  readonly approve?: readonly string[] | Readonly<Record<string, unknown>> | undefined;
  /** Id → the reason for the model. */
  readonly reject?: Readonly<Record<string, string>> | undefined;
  /** Id → the result, for tools without `execute` and for calls that were done elsewhere. */
  readonly results?: Readonly<Record<string, unknown>> | undefined;
}

/** Calls of the last response without a result, and the decisions on them. */
export interface PendingState {
  readonly calls: readonly ToolCall[];
  readonly decisions: ReadonlyMap<string, CallDecision>;
}

/** A state to resume, with its decisions. */
export interface Resumed {
  readonly state: RunState;
  readonly waiting: PendingState;
}

/**
 * The decision on a call without a result: run it, possibly with another input; reject it; use this result; keep it
 * pending; or resume its agent.
 */
export type CallDecision =
  | { readonly agreed: true; readonly input: unknown }
  | { readonly refused: string }
  | { readonly result: unknown }
  | { readonly outcome: ToolOutcome }
  | { readonly waits: true; readonly changed?: true | undefined }
  | { readonly agent: Resumed };
