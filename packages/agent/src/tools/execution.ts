import type { ChatMessage, ToolCall } from "@patchbay/client";
import type { UsageLedger } from "../report/usage-ledger.ts";
import type { PendingCall, RunState } from "../report/run-report.ts";
import type { Scope } from "../report/scope.ts";
import type { CallDecision } from "./decisions.ts";
import type { Verdict } from "./repeat-guard.ts";
import type { AgentTool, Tool } from "./tool.ts";

/** The input of `execute`. */
export interface Execution {
  readonly tools: ReadonlyMap<string, Tool | AgentTool>;
  /** The number of calls that run at the same time. */
  readonly concurrency: number;
  /** The verdict on a repeated call. */
  readonly verdictOn: (call: ToolCall) => Verdict;
  readonly ledger: UsageLedger;
  readonly scope: Scope;
  readonly step: number;
  readonly messages: readonly ChatMessage[];
  /** The decisions on pending calls. */
  readonly decisions: ReadonlyMap<string, CallDecision>;
  readonly keyOf: (call: ToolCall) => string;
  /** Receives the pending calls and the decided results before any call runs. It is awaited. */
  readonly begin: (pending: readonly PendingCall[], decided: readonly Result[]) => Promise<void>;
  /** Receives each result as it arrives. It is awaited. */
  readonly keep: (result: Result) => Promise<void> | undefined;
  /** Ids of the calls that have begun: after a crash, their outcome is unknown. It changes as calls begin. */
  readonly begun: Set<string>;
  /** Receives the state of a paused sub-agent. */
  readonly stands: (id: string, state: RunState) => void;
  /** Saves everything that was reported; `undefined` without a store. */
  readonly save: (() => Promise<void>) | undefined;
}

/** A result as the conversation contains it. */
type ToolMessage = ChatMessage & { readonly role: "tool" };

/** A result, and whether the call failed. */
export interface Result {
  readonly message: ToolMessage;
  readonly hasFailed: boolean;
}

/** The results of the calls of a step. */
export interface Executed {
  /** In the order of the calls. */
  readonly messages: readonly ChatMessage[];
}
