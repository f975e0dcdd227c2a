import type { RunResult, Stop } from "../report/run-report.ts";
import { failed, withNote, type Outcome } from "./tool-outcome.ts";
import { describeResult } from "./tool-result.ts";

/** Why an agent stopped before it was done, for the model that called it. */
const reasons = {
  steps: "it reached its limit of steps",
  money: "the limit of money was reached",
  tokens: "the limit of tokens was reached",
  time: "its time was over",
  repeat: "it made the same call again and again",
  length: "its answer was cut off at the limit of tokens",
  filter: "its answer was filtered",
  empty: "its model gave an empty answer twice",
} satisfies Partial<Record<Stop, string>>;

/** The result of a call of an agent; one that was stopped says so. */
export function toAgentOutcome(
  name: string,
  { stop, text, output, messages }: Pick<RunResult<unknown>, "stop" | "text" | "output" | "messages">,
): Outcome {
  if (stop === "time") return failed(`The agent ${name} had no answer when its time was over.`, "timeout");
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
