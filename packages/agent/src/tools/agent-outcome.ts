import type { RunResult, StopReason } from "../report/run-report.ts";
import { failed, withNote, type ToolOutcome } from "./tool-outcome.ts";
import { describeResult } from "./tool-result.ts";

/** Why a sub-agent stopped early, for the model that called it. */
const reasons = {
  max_steps: "it reached its step limit",
  max_cost: "the cost limit was reached",
  max_total_tokens: "the token limit was reached",
  timeout: "its time was over",
  repeated_call: "it repeated the same call",
  length: "its response was truncated at the token limit",
  content_filter: "its response was filtered",
  empty_response: "its model returned an empty response twice",
} satisfies Partial<Record<StopReason, string>>;

/** The result of a sub-agent's call. It says if the agent stopped early. */
export function toAgentOutcome(
  name: string,
  { stopReason: stop, text, output, messages }: Pick<RunResult<unknown>, "stopReason" | "text" | "output" | "messages">,
): ToolOutcome {
  if (stop === "timeout") return failed(`The agent ${name} had no answer when its time was up.`, "timeout");
  const said = output ?? (text === "" ? undefined : text);
  if (!Object.hasOwn(reasons, stop)) {
    // The output of an agent that ends with a tool is the result of that tool.
    const last = messages.at(-1);
    const given = said ?? (last?.role === "tool" ? last.content : "");
    return { content: describeResult(given), output: given, error: undefined };
  }
  const why = reasons[stop as keyof typeof reasons];
  if (said === undefined) return failed(`The agent ${name} stopped without an answer: ${why}.`, stop);
  const note = `[The agent ${name} stopped early: ${why}. The text above is its last output.]`;
  return withNote({ content: describeResult(said), output: said, error: undefined }, note);
}
