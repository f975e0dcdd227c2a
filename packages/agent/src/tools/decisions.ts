import type { ToolCall } from "@patchbay/client";
import type { RunState } from "../report/run-report.ts";
import type { ToolOutcome } from "./tool-outcome.ts";

/** What somebody decided, by the ids of the calls; a call that is left out goes on waiting. */
export interface Decisions {
  /** Ids of calls to run as they are, or id → the input to run with, which is checked again. */
  readonly approve?: readonly string[] | Readonly<Record<string, unknown>> | undefined;
  /** Id → why not, for the model. */
  readonly reject?: Readonly<Record<string, string>> | undefined;
  /** Id → what came of it, for tools without `run`, and for calls that somebody else has done. */
  readonly results?: Readonly<Record<string, unknown>> | undefined;
}

/** Calls of the last answer that have no result, and what was decided on them. */
export interface PendingState {
  readonly calls: readonly ToolCall[];
  readonly decisions: ReadonlyMap<string, CallDecision>;
}

/** A state to go on from, and how. */
export interface Resumed {
  readonly state: RunState;
  readonly waiting: PendingState;
}

/**
 * What becomes of a call without a result: it is run, with another input perhaps; it is refused; it is done; it waits on; its agent
 * goes on.
 */
export type CallDecision =
  | { readonly agreed: true; readonly input: unknown }
  | { readonly refused: string }
  | { readonly result: unknown }
  | { readonly outcome: ToolOutcome }
  | { readonly waits: true; readonly changed?: true | undefined }
  | { readonly agent: Resumed };
