export { createAgent, type Agent, type AgentOptions } from "./agent.ts";
export { AgentError, SessionError } from "./errors/agent-error.ts";
export type { RunInput, RunOptions } from "./run/start-run.ts";
export type { CompactionOptions } from "./options/compaction-options.ts";
export type { AgentPath, RunEvent } from "./report/events.ts";
export type { CooldownOptions, CooldownState } from "./models/cooldown.ts";
export { defaultFallbackActions, type FailureKind } from "./generated/fallback.ts";
export { classifyError, type Failure } from "./models/failure.ts";
export { fallback } from "./models/fallback.ts";
export type { FallbackAction } from "./models/fallback-policy.ts";
export {
  type ModelCandidate,
  type Fallback,
  type FallbackOptions,
  type ServiceFallbackOptions,
} from "./models/fallback-rules.ts";
export type { HedgeOptions } from "./models/hedge.ts";
export type { Instructions } from "./options/instructions.ts";
export type { RunLimits } from "./report/run-limits.ts";
export type { SpanStart, SpanEnd, Observer, ObserverSpan } from "./report/observers.ts";
export type { RunProgress, StepOverrides } from "./run/prepare-step.ts";
export type { Policy } from "./policy/policy.ts";
export {
  getAttempts,
  getRunReport,
  type Attempt,
  type CallStates,
  type PendingCall,
  type RunReport,
  type RunResult,
  type RunState,
  type Step,
  type StopReason,
  type TokenUsage,
  type UsedBudget,
} from "./report/run-report.ts";
export type { Run } from "./run/run.ts";
export { StateError, type StateErrorReason } from "./errors/state-error.ts";
export { memoryStore, type ListableSessionStore } from "./stores/memory-store.ts";
export { SessionConflictError, type SessionStore } from "./stores/session-store.ts";
export type { BeforeToolCall, CallContext, CallRequest, CallVerdict } from "./report/before-tool-call.ts";
export { tool, type AgentTool, type Tool, type ToolContext, type ToolOptions } from "./tools/tool.ts";
export type { ToolList } from "./tools/toolset.ts";
export { withFallback, type AttemptContext, type WithFallbackResult } from "./models/with-fallback.ts";
export type { Decisions } from "./tools/decisions.ts";
