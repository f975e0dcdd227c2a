import type { ChatMessage } from "@patchbay/client";

/** A tool call that is about to run. */
export interface CallRequest {
  /** Id of the call, as the model generated it. */
  readonly id: string;
  /** Name of the tool or agent. */
  readonly name: string;
  /** The arguments, as parsed by the tool's schema. */
  readonly input: unknown;
}

/** The context of a call that is about to run. */
export interface CallContext {
  /** Aborted when the run ends. */
  readonly signal: AbortSignal;
  /** The number of the step that made the call, from 1. */
  readonly step: number;
  /** The conversation so far. */
  readonly messages: readonly ChatMessage[];
  /** The calls of sub-agents that lead to this one; empty for the agent itself. */
  readonly path: readonly string[];
}

/** `false`, or an object with the reason for the model, blocks the call. */
export type CallVerdict = boolean | { readonly block: string } | undefined | void;

/**
 * Checks a tool call before it runs and before approval is requested. A blocked call does not run, and the model
 * receives the reason. An error that it throws ends the run before any call of the step runs.
 *
 * @example
 * ```ts
 * const beforeToolCall: BeforeToolCall = ({ name, input }) =>
 *   name === "send" && !isInternal(input) ? { block: "Only internal addresses are allowed." } : undefined;
 * ```
 */
export type BeforeToolCall = (call: CallRequest, context: CallContext) => CallVerdict | Promise<CallVerdict>;
