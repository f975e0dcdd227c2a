import { AgentError } from "./agent-error.ts";

/**
 * Why a state is rejected. `unsupported_version`: its `version` is unknown. `corrupted`: it is invalid or was modified.
 * `invalid_signature`: its signature is missing or wrong. `wrong_agent`: it belongs to another agent.
 * `already_finished`: there is nothing to resume. `unknown_decision`: a decision does not match a pending call.
 */
export type StateErrorReason =
  | "unsupported_version"
  | "corrupted"
  | "invalid_signature"
  | "wrong_agent"
  | "already_finished"
  | "unknown_decision";

/** A state that cannot be resumed. Thrown before a request is sent or a tool runs. */
export class StateError extends AgentError {
  static override readonly kind: string = "StateError";
  override readonly name: string = "StateError";
  readonly reason: StateErrorReason;

  constructor(fault: StateErrorReason, message: string) {
    super(message);
    this.reason = fault;
  }
}
