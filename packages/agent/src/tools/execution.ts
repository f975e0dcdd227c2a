import type { ChatMessage, ToolCall } from "@patchbay/client";
import type { UsageLedger } from "../report/usage-ledger.ts";
import type { PendingCall, RunState } from "../report/run-report.ts";
import type { Scope } from "../report/scope.ts";
import type { CallDecision } from "./decisions.ts";
import type { Verdict } from "./repeat-guard.ts";
import type { AgentTool, Tool } from "./tool.ts";

/** What running the calls of a step takes. */
export interface Execution {
  readonly tools: ReadonlyMap<string, Tool | AgentTool>;
  /** How many run at the same time. */
  readonly concurrency: number;
  /** What becomes of a call that the model made before. */
  readonly verdictOn: (call: ToolCall) => Verdict;
  readonly ledger: UsageLedger;
  readonly scope: Scope;
  readonly step: number;
  readonly messages: readonly ChatMessage[];
  /** What was decided on calls that waited. */
  readonly decisions: ReadonlyMap<string, CallDecision>;
  readonly keyOf: (call: ToolCall) => string;
  /** Is told which calls wait and what was decided on others, before any is run, and is waited for. */
  readonly begin: (pending: readonly PendingCall[], decided: readonly Result[]) => Promise<void>;
  /** Is told of each result as it comes, and is waited for. */
  readonly keep: (result: Result) => Promise<void> | undefined;
  /** Ids of the calls that have begun: after a crash their outcome is unknown. It changes as calls begin. */
  readonly begun: Set<string>;
  /** Is told where an agent stands that was called. */
  readonly stands: (id: string, state: RunState) => void;
  /** Keeps everything that was told; undefined when nobody does. */
  readonly save: (() => Promise<void>) | undefined;
}

/** A result as it stands in the conversation. */
type ToolMessage = ChatMessage & { readonly role: "tool" };

/** A result, and whether the call failed. */
export interface Result {
  readonly message: ToolMessage;
  readonly hasFailed: boolean;
}

/** What came of the calls of a step. */
export interface Executed {
  /** In the order of the calls. */
  readonly messages: readonly ChatMessage[];
}
