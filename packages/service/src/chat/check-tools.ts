import type { DialectCall } from "../parts/dialect.ts";
import { ProviderFailure } from "../routing/provider-failure.ts";
import { describeFault, dialectOf } from "./provider-dialect.ts";
import type { Fault } from "./fault-text.ts";
import { showValue } from "../json/show-value.ts";
import { findToolMistake } from "../messages/tool-definitions.ts";
import { findHistoryMistake, type HistoryFault } from "../messages/tool-history.ts";

/**
 * Throws the provider's 400 for tools, a tool choice or a tool call history that the providers of this model reject. The
 * server then tries the next model of the request, as after any other error of a model. The issue points into the unified request.
 */
export function checkTools({ request, dialect, toPointer }: DialectCall<unknown>, model: string): void {
  const provider = dialectOf(model);
  const fault =
    findToolMistake(request, provider.name) ?? findHistoryMistake(request.messages, provider.history, provider.name);
  if (!fault) return;
  const issue = toIssue(fault);
  const pointer = toPointer?.(issue.pointer) ?? issue.pointer;
  throw new ProviderFailure({
    status: 400,
    message: "Provider returned error",
    errorType: "invalid_request",
    raw: describeFault(fault, { dialect, pointer, provider }),
    issue,
  });
}

/** The place of a mistake, and the mistake in words that do not depend on the provider. */
function toIssue(fault: Fault): { pointer: string; message: string } {
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
        pointer: `${toCall({ message: fault.index, call: fault.call })}/function/name`,
        message: `${showValue(fault.name)} is not a valid name of a function`,
      };
    case "missing-results":
      return { pointer: toCall(fault.call), message: sayIds(fault) };
    case "duplicate-call":
      return { pointer: toCall({ message: fault.index, call: fault.call }), message: sayIds(fault) };
    default:
      return { pointer: `/messages/${fault.index}`, message: sayIds(fault) };
  }
}

function toCall({ message, call }: { readonly message: number; readonly call: number }): string {
  return `/messages/${message}/tool_calls/${call}`;
}

type PairFault = Exclude<HistoryFault, { kind: "bad-call-name" }>;

function sayIds({ kind, ids }: PairFault): string {
  return `${historyMistakes[kind]} ${showIds(ids)}`;
}

const historyMistakes: Readonly<Record<PairFault["kind"], string>> = {
  "missing-results": "the next messages have no result of the tool call",
  "orphan-result": "no tool call before it has the id",
  "duplicate-result": "there is already a result of the tool call",
  "duplicate-call": "there is already a tool call with the id",
};

function showIds(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).map((id) => showValue(id));
  return ids.length > 3 ? `${shown.join(", ")} and ${ids.length - 3} more` : shown.join(", ");
}
