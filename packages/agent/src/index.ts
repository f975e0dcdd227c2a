export { agent, type Agent, type AgentOptions } from "./agent.ts";
export { AgentError, SessionError } from "./errors/agent-error.ts";
export type { RunInput, RunOptions } from "./run/start-run.ts";
export type { CompactOptions } from "./state/compaction-rules.ts";
export type { Path, RunEvent } from "./report/events.ts";
export type { CooldownOptions, CooldownState } from "./models/cooldown.ts";
export { toFailure, type Failure, type FailureKind } from "./models/failure.ts";
export { fallback } from "./models/fallback.ts";
export {
  defaultActions,
  type Action,
  type Candidate,
  type Fallback,
  type FallbackOptions,
  type ServiceFallbackOptions,
} from "./models/fallback-rules.ts";
export type { HedgeOptions } from "./models/hedge.ts";
export type { Instructions } from "./options/instructions.ts";
export type { Limit } from "./report/run-limits.ts";
export type { Activity, ActivityEnd, Observer, Watch } from "./report/observers.ts";
export type { Progress, StepChange } from "./run/prepare-step.ts";
export type { Policy } from "./policy/policy.ts";
export {
  attemptsOf,
  reportOf,
  type Attempt,
  type CallStates,
  type PendingCall,
  type Report,
  type RunResult,
  type RunState,
  type Step,
  type Stop,
  type Tokens,
  type Used,
} from "./report/run-report.ts";
export type { Run } from "./run/run.ts";
export { StateError, type StateFault } from "./state/run-state.ts";
export { memoryStore, type SessionArchive } from "./stores/memory-store.ts";
export { SessionConflict, type SessionStore } from "./stores/session-store.ts";
export type { BeforeToolCall, CallContext, CallRequest, CallVerdict } from "./report/before-tool-call.ts";
export { tool, type AgentTool, type Tool, type ToolContext, type ToolOptions } from "./tools/tool.ts";
export type { ToolList } from "./tools/toolset.ts";
export { withFallback, type AttemptContext, type WithFallbackResult } from "./models/with-fallback.ts";
export type { Decisions } from "./tools/decisions.ts";
