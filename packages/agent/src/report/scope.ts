import type { ChatCompletionRequest } from "@patchbay/client";
import type { ObserverContext } from "./observers.ts";
import type { Policy } from "../policy/policy.ts";
import type { RunState } from "./run-report.ts";
import type { BeforeToolCall } from "./before-tool-call.ts";
import { untilAborted } from "../async/until-aborted.ts";

/** The surroundings of a run. Sub-agents run within the scope of their caller. */
export interface Scope {
  /** Aborted when the run has to end. */
  readonly signal: AbortSignal;
  /** The calls of sub-agents that lead to the run; empty for a top-level run. */
  readonly path: readonly string[];
  /** Whether a caller iterates over the events. */
  readonly streams: boolean;
  /** Policies that check every request. */
  readonly policies: readonly Policy[];
  /** Hooks that check every tool call before it runs. */
  readonly hooks: readonly BeforeToolCall[];
  readonly observers: ObserverContext;
  /** Saves a state of the run; `undefined` without a store. */
  readonly save: ((state: RunState) => Promise<void>) | undefined;
}

/** Applies the policies to a request. Throws their errors. */
export async function pass(
  { policies, signal }: Pick<Scope, "policies" | "signal">,
  request: ChatCompletionRequest,
): Promise<ChatCompletionRequest> {
  let passed = request;
  for (const policy of policies) passed = await untilAborted(signal, policy.apply(passed));
  return passed;
}
