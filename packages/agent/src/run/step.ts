import type { ChatCompletionMessage, ChatCompletionRequest, ChatMessage } from "@patchbay/client";
import type { Answered } from "../models/model-call.ts";
import { serviceFellBack } from "../models/service-fallback.ts";
import type { ResolvedAgentOptions, RunProgress } from "./prepare-step.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import type { Step } from "../report/run-report.ts";
import type { Conversation } from "../state/conversation.ts";

/** Converts a completion to a step. `hasAll`: no model was dropped in previous steps. */
export function toStep(
  { fallback }: ResolvedAgentOptions,
  { model, models }: ChatCompletionRequest,
  { step, asked }: Answered,
  { ledger, tried, hasAll }: { readonly ledger: UsageLedger; readonly tried: number; readonly hasAll: boolean },
): Step {
  const { attempts, used } = ledger;
  const isFirst = hasAll && asked === (model ?? models?.[0]);
  const by = fallback ? (isFirst ? undefined : "agent") : serviceFellBack(models ?? [], step.model);
  return { ...step, number: used.steps + 1, attempts: attempts.slice(tried), ...(by && { fallbackBy: by }) };
}

/** The progress of a run. */
export function progressOf(ledger: UsageLedger, { messages }: Conversation): RunProgress {
  return { step: ledger.used.steps + 1, steps: ledger.steps, messages, usage: ledger.tokens, cost: ledger.cost };
}

/** The last text of the model. */
export function lastTextOf(messages: readonly ChatMessage[]): string {
  const last = messages.findLast(({ role }) => role === "assistant");
  return typeof last?.content === "string" ? last.content : "";
}

/** A message without calls, because they do not run. */
export function withoutCalls({ tool_calls: _, ...message }: ChatCompletionMessage): ChatCompletionMessage {
  return message;
}
