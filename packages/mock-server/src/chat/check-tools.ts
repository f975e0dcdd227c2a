import type { ChatCompletionRequest } from "@patchbay/spec";
import { ProviderFailure } from "../routing/provider-failure.ts";
import { dialectOf } from "./provider-dialect.ts";
import { showValue } from "../json/show-value.ts";
import { findToolMistake, type ToolFault } from "../messages/tool-definitions.ts";
import { findHistoryMistake, type HistoryFault } from "../messages/tool-history.ts";

/**
 * Throws the provider's 400 for tools, a tool choice or a tool call history that the providers of this model reject. The
 * server then tries the next model of the request, as after any other error of a model.
 */
export function checkTools(input: ChatCompletionRequest, model: string): void {
  const dialect = dialectOf(model);
  const fault =
    findToolMistake(input, dialect.name) ?? findHistoryMistake(input.messages, dialect.history, dialect.name);
  if (!fault) return;
  throw new ProviderFailure({
    status: 400,
    message: "Provider returned error",
    errorType: "invalid_request",
    raw: dialect.describe(fault),
    issue: toIssue(fault),
  });
}

/** The place of a mistake, and the mistake in words that do not depend on the provider. */
function toIssue(fault: ToolFault | HistoryFault): { pointer: string; message: string } {
  switch (fault.kind) {
    case "bad-name":
    case "duplicate-name": {
      const what =
        fault.kind === "bad-name" ? "is not a valid name of a function" : "is the name of an earlier function";
      return { pointer: `/tools/${fault.index}/function/name`, message: `${showValue(fault.name)} ${what}` };
    }
    case "choice-without-tools":
      return { pointer: "/tool_choice", message: "needs a tool, and the request has none" };
    case "unknown-choice":
      return { pointer: "/tool_choice", message: `${showValue(fault.name)} is not the name of a tool in the request` };
    case "bad-call-name":
      return {
        pointer: `/messages/${fault.index}/tool_calls/${fault.call}/function/name`,
        message: `${showValue(fault.name)} is not a valid name of a function`,
      };
    default:
      return { pointer: `/messages/${fault.index}`, message: `${historyMistakes[fault.kind]} ${showIds(fault.ids)}` };
  }
}

const historyMistakes: Readonly<Record<Exclude<HistoryFault["kind"], "bad-call-name">, string>> = {
  "missing-results": "the next messages have no result of the tool call",
  "orphan-result": "no tool call before it has the id",
  "duplicate-result": "there is already a result of the tool call",
  "duplicate-call": "there is already a tool call with the id",
};

function showIds(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).map((id) => showValue(id));
  return ids.length > 3 ? `${shown.join(", ")} and ${ids.length - 3} more` : shown.join(", ");
}
