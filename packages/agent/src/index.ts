export { agent, type Agent, type AgentOptions, type RunInput, type RunOptions } from "./agent.ts";
export { AgentError } from "./agent-error.ts";
export type { Path, RunEvent } from "./event.ts";
export type { CooldownOptions, CooldownState } from "./cooldown.ts";
export { toFailure, type Failure, type FailureKind } from "./failure.ts";
export {
  defaultActions,
  fallback,
  type Action,
  type Candidate,
  type Fallback,
  type FallbackOptions,
} from "./fallback.ts";
export type { Limit } from "./limit.ts";
export type { Progress, StepChange } from "./plan.ts";
export type { Decisions } from "./resume.ts";
export type { Attempt, PendingCall, Report, RunResult, RunState, Step, Stop, Tokens } from "./report.ts";
export type { Run } from "./run.ts";
export { tool, type AgentTool, type Tool, type ToolContext, type ToolOptions } from "./tool.ts";
