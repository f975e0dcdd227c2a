import type { ChatMessage, ToolCall } from "@patchbay/client";
import type { Ledger } from "../ledger.ts";
import type { PendingCall, RunState } from "../report.ts";
import type { Scope } from "../scope.ts";
import type { Decision } from "../state/waiting.ts";
import type { RepeatGuard } from "./guard.ts";
import type { AgentTool, Tool } from "./tool.ts";

/** What running the calls of a step takes. */
export interface Execution {
  readonly tools: ReadonlyMap<string, Tool | AgentTool>;
  /** How many run at the same time. */
  readonly concurrency: number;
  readonly guard: RepeatGuard;
  readonly ledger: Ledger;
  readonly scope: Scope;
  readonly step: number;
  readonly messages: readonly ChatMessage[];
  /** What was decided on calls that waited. */
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly keyOf: (call: ToolCall) => string;
  /** Is told which calls wait and what was decided on others, before any is run, and is waited for. */
  readonly begin: (pending: readonly PendingCall[], decided: readonly ToolMessage[]) => Promise<void>;
  /** Is told of each result as it comes, and is waited for. */
  readonly keep: (message: ToolMessage) => Promise<void> | undefined;
  /** Is told where an agent stands that was called. */
  readonly stands: (id: string, state: RunState) => void;
  /** Keeps everything that was told; undefined when nobody does. */
  readonly save: (() => Promise<void>) | undefined;
}

/** A result as it stands in the conversation. */
export type ToolMessage = ChatMessage & { readonly role: "tool" };

/** What came of the calls of a step. */
export interface Executed {
  /** In the order of the calls. */
  readonly messages: readonly ChatMessage[];
  readonly repeats: boolean;
  readonly ends: boolean;
}
