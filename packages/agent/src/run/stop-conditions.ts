import type { ResolvedAgentOptions } from "./prepare-step.ts";
import type { StopReason } from "../report/run-report.ts";
import { callsOf, type Conversation } from "../state/conversation.ts";

/** Finish reasons that the model did not choose. */
export const specialStops: { readonly length: StopReason; readonly content_filter: StopReason } = {
  length: "length",
  content_filter: "content_filter",
};

export function isSpecial(reason: string | null): reason is keyof typeof specialStops {
  return reason !== null && Object.hasOwn(specialStops, reason);
}

/** Stop reasons after which the run is finished. */
export const lastStops: ReadonlySet<StopReason> = new Set([
  "completed",
  "ended_by_tool",
  "stop_condition",
  "content_filter",
]);

/** Whether a call of the last response succeeded with a tool that ends the run. */
export function hasEnded({ tools }: ResolvedAgentOptions, { messages, failed }: Conversation): boolean {
  const ending = callsOf(messages).filter(({ function: { name } }) => {
    const found = tools.get(name);
    return found?.kind === "tool" && found.endsRun;
  });
  return messages
    .slice(messages.findLastIndex(({ role }) => role === "assistant") + 1)
    .some(
      (message) =>
        message.role === "tool" &&
        ending.some(({ id }) => id === message.tool_call_id) &&
        !failed.has(message.tool_call_id),
    );
}
