import type { ChatMessage } from "@patchbay/client";

/** A tool call that is about to run. */
export interface CallRequest {
  /** Id of the call, as the model gave it. */
  readonly id: string;
  /** Name of the tool, or of the agent that is called. */
  readonly name: string;
  /** The arguments, as the schema of the tool gave them. */
  readonly input: unknown;
}

/** What is known of a call that is about to run. */
export interface CallContext {
  /** Ends with the run. */
  readonly signal: AbortSignal;
  /** The step in which the call was made, from 1. */
  readonly step: number;
  /** The conversation so far. */
  readonly messages: readonly ChatMessage[];
  /** The calls of agents that lead to it; empty for the agent itself. */
  readonly path: readonly string[];
}

/** Blocks a call: `false`, or the reason for the model. */
export type CallVerdict = boolean | { readonly block: string } | undefined | void;

/**
 * Looks at a tool call before it runs and before approval is asked for. A blocked call does not run, and the model is told the reason.
 * An error that it throws ends the run before any call of the step runs.
 *
 * @example
 * ```ts
 * const beforeToolCall: BeforeToolCall = ({ name, input }) =>
 *   name === "send" && !isInternal(input) ? { block: "Only internal addresses are allowed." } : undefined;
 * ```
 */
export type BeforeToolCall = (call: CallRequest, context: CallContext) => CallVerdict | Promise<CallVerdict>;
