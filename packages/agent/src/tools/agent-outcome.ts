import type { RunResult, StopReason } from "../report/run-report.ts";
import { failed, withNote, type ToolOutcome } from "./tool-outcome.ts";
import { describeResult } from "./tool-result.ts";

/** Why an agent stopped before it was done, for the model that called it. */
const reasons = {
  max_steps: "it reached its limit of steps",
  max_cost: "the limit of money was reached",
  max_total_tokens: "the limit of tokens was reached",
  timeout: "its time was over",
  repeated_call: "it made the same call again and again",
  length: "its answer was cut off at the limit of tokens",
  content_filter: "its answer was filtered",
  empty_response: "its model gave an empty answer twice",
} satisfies Partial<Record<StopReason, string>>;

/** The result of a call of an agent; one that was stopped says so. */
export function toAgentOutcome(
  name: string,
  { stopReason: stop, text, output, messages }: Pick<RunResult<unknown>, "stopReason" | "text" | "output" | "messages">,
): ToolOutcome {
  if (stop === "timeout") return failed(`The agent ${name} had no answer when its time was over.`, "timeout");
  const said = output ?? (text === "" ? undefined : text);
  if (!Object.hasOwn(reasons, stop)) {
    // An agent that ends with a tool has the result of that as its own.
    const last = messages.at(-1);
    const given = said ?? (last?.role === "tool" ? last.content : "");
    return { content: describeResult(given), output: given, error: undefined };
  }
  const why = reasons[stop as keyof typeof reasons];
  if (said === undefined) return failed(`The agent ${name} stopped before it had an answer: ${why}.`, stop);
  const note = `[The agent ${name} stopped before it was done: ${why}. The above is what it had by then.]`;
  return withNote({ content: describeResult(said), output: said, error: undefined }, note);
}
