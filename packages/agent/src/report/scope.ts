import type { ChatCompletionRequest } from "@patchbay/client";
import type { ObserverContext } from "./observers.ts";
import type { Policy } from "../policy/policy.ts";
import type { RunState } from "./run-report.ts";
import type { BeforeToolCall } from "./before-tool-call.ts";
import { untilAborted } from "../async/until-aborted.ts";

/** What surrounds a run; agents that it calls are within it. */
export interface Scope {
  /** Ends the run. */
  readonly signal: AbortSignal;
  /** The calls of agents that lead to it; empty for the run that was begun by hand. */
  readonly path: readonly string[];
  /** Whether somebody watches. */
  readonly streams: boolean;
  /** Gates that every request has to pass. */
  readonly policies: readonly Policy[];
  /** What looks at every tool call before it runs. */
  readonly hooks: readonly BeforeToolCall[];
  readonly observers: ObserverContext;
  /** Keeps a state of the run; undefined when nobody does. */
  readonly save: ((state: RunState) => Promise<void>) | undefined;
}

/** A request as it may be sent; throws what a policy throws. */
export async function pass(
  { policies, signal }: Pick<Scope, "policies" | "signal">,
  request: ChatCompletionRequest,
): Promise<ChatCompletionRequest> {
  let passed = request;
  for (const policy of policies) passed = await untilAborted(signal, policy.apply(passed));
  return passed;
}
